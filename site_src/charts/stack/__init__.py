"""Who makes up the members' share or sum: a pile for each year, a layer for each of the largest countries.

`by-country` counts in percent of the world, `sums` in the indicator's own unit. A year for which any member lacks a figure
is a gap. A topic names the indicator after a colon (`by-country:population`); without one it is the first that has figures.
"""

from __future__ import annotations

from functools import partial

from site_src.charts import claims, remarks, switches
from site_src.charts.kinds import Subject, downloads
from site_src.charts.stack import words
from site_src.charts.stack.interactive import as_json
from site_src.charts.stack.pile import Pile, Unit, pile
from site_src.charts.stack.pillars import picture
from site_src.charts.stack.tables import by_year
from site_src.model import Chart


def by_country(subject: Subject) -> Chart | None:
    """Draw each country's part of the members' share of the world."""
    return _chart(pile(subject, "by-country", Unit.PERCENT))


def sums(subject: Subject) -> Chart | None:
    """Draw each country's part of the members' sum, and what the press states of the sum."""
    return _chart(pile(subject, "sums", Unit.OWN))


def _chart(found: Pile | None) -> Chart | None:
    if found is None:
        return None
    subject = found.subject
    told = (claims.table(subject, found.stated, partial(words.amount, found)),) if found.stated else ()
    tables = (by_year(found), *told)
    return Chart(
        id=found.id,
        title=subject.say(partial(words.title, found)),
        subtitle=subject.say(partial(words.subtitle, found)),
        summary=subject.say(partial(words.summary, found)),
        svg=subject.drawn(partial(picture, found)),
        figure=subject.say(partial(as_json, found)),
        tables=tables,
        notes=words.notes(found),
        sources=(subject.say(partial(remarks.source, found.indicator)),),
        downloads=downloads(found.id, tables),
        switches=switches.boxes(subject, throughout=bool(found.throughout), stated=bool(found.stated)),
    )
