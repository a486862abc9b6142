"""What share of the world the members stand for, year by year, with the membership of each year's end.

A year in which the world or a member lacks a figure is a gap, in picture, figure and table.
"""

from __future__ import annotations

from functools import partial

from site_src.charts import claims, remarks, switches
from site_src.charts.kinds import Subject, downloads
from site_src.charts.shares import words
from site_src.charts.shares.interactive import as_json
from site_src.charts.shares.lines import picture
from site_src.charts.shares.world import ID, World, gather
from site_src.model import Chart, ChartTable
from site_src.topic import figures


def draw(subject: Subject) -> Chart | None:
    """Draw the members' share of the world; None where no indicator gives one."""
    world = gather(subject)
    if world is None:
        return None
    told = (claims.table(subject, world.stated, words.percent),) if world.stated else ()
    tables = (_table(world), *told)
    return Chart(
        id=ID,
        title=subject.say(partial(words.title, world)),
        subtitle=subject.say(partial(words.subtitle, world)),
        summary=subject.say(partial(words.summary, world)),
        svg=subject.drawn(partial(picture, world)),
        figure=subject.say(partial(as_json, world)),
        tables=tables,
        notes=words.notes(world),
        sources=tuple(subject.say(partial(remarks.source, part.indicator)) for part in world.parts),
        downloads=downloads(ID, tables, "data/shares.csv"),
        switches=switches.boxes(subject, throughout=world.varies, stated=bool(world.stated)),
    )


def _table(world: World) -> ChartTable:
    """Give each year's shares to two decimals, and how many countries they are of."""
    say, topic = world.subject.say, world.subject.topic
    rows = tuple(
        (
            year,
            *(round(part.known[year], 2) if year in part.known else None for part in world.parts),
            len(figures.members_of_year(topic, year)),
            *(_rounded(part.throughout.get(year)) for part in world.parts if part.throughout),
        )
        for year in world.years
    )
    heads = (
        say(lambda speech: speech.say("Year")),
        *(say(partial(words.head, part)) for part in world.parts),
        say(lambda speech: speech.say("Countries")),
        *(say(partial(words.head_if_today, part)) for part in world.parts if part.throughout),
    )
    shares = ["percent" for _ in world.parts]
    condition = ["percent" for part in world.parts if part.throughout]
    links = {join.year: join.href for join in world.joins}
    behind = tuple(links.get(year, "") for year in world.years)
    return ChartTable(heads, rows, ("year", *shares, "count", *condition), links=behind)


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 2)
