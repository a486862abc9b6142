"""Who had which status when: a lane for each country, with exact ends.

A reader chooses whether a status begins with the day on which it came into force or with that of its decision. Where
only the month or year of a beginning is known, the bar starts on its last day, with a pale piece before it.
"""

from __future__ import annotations

from functools import partial

from site_src.charts import switches
from site_src.charts.kinds import Subject, downloads
from site_src.charts.lanes import words
from site_src.charts.lanes.interactive import as_json
from site_src.charts.lanes.rows import picture
from site_src.charts.lanes.spells import ID, Lanes, lay
from site_src.model import Chart, ChartTable, on_day


def draw(subject: Subject) -> Chart | None:
    """Draw the lanes; None where no country ever had a counted status."""
    lanes = lay(subject)
    if lanes is None:
        return None
    tables = (_table(lanes),)
    source = "the topic's table of membership, in which each row names its own source"
    return Chart(
        id=ID,
        title=subject.say(partial(words.title, lanes)),
        subtitle=subject.say(partial(words.subtitle, lanes)),
        summary=subject.say(partial(words.summary, lanes)),
        svg=subject.drawn(partial(picture, lanes)),
        figure=subject.say(partial(as_json, lanes)),
        tables=tables,
        notes=words.notes(lanes),
        sources=(subject.say(lambda speech: speech.say(source)),),
        downloads=downloads(ID, tables),
        switches=switches.dates(subject) if any(lane.decided for lane in lanes.lanes) else (),
    )


def _table(lanes: Lanes) -> ChartTable:
    """List every spell: who, which status, when decided, from when, and the first day on which it held no more."""
    say = lanes.subject.say
    parts = [(lane.country, part) for lane in lanes.lanes for part in lane.stretches]
    rows = tuple(
        (
            lanes.subject.country(country),
            part.status.names,
            part.spell.decided.edtf if part.spell.decided else "",
            part.spell.start.edtf,
            on_day(part.spell.end).edtf if part.spell.end else "",
        )
        for country, part in parts
    )
    heads = (
        say(lambda speech: speech.say("Country")),
        say(lambda speech: speech.say("Status")),
        say(lambda speech: speech.say("Decided")),
        say(lambda speech: speech.say("In force")),
        say(lambda speech: speech.say("No longer from")),
    )
    units = ("words", "words", "when", "when", "when")
    return ChartTable(heads, rows, units, links=tuple(part.href for _, part in parts))
