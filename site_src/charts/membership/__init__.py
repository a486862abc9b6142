"""How the membership grew: each counted status through time, as steps at the day of change.

The steps end at the newest day that the tables know (`figures.known_until`); the forerunner's time is set apart.
"""

from __future__ import annotations

from functools import partial

from site_src.charts.kinds import Subject, downloads
from site_src.charts.membership import words
from site_src.charts.membership.growth import ID, grow
from site_src.charts.membership.interactive import as_json
from site_src.charts.membership.steps import picture
from site_src.charts.membership.tables import by_change, by_year
from site_src.model import Chart


def draw(subject: Subject) -> Chart | None:
    """Draw the growth of membership; None where the tables know no members."""
    growth = grow(subject)
    if growth is None:
        return None
    source = "the topic's table of membership, in which each row names its own source"
    tables = (by_year(growth), by_change(growth))
    return Chart(
        id=ID,
        title=subject.say(partial(words.title, growth)),
        subtitle=subject.say(partial(words.subtitle, growth)),
        summary=subject.say(partial(words.summary, growth)),
        svg=subject.drawn(partial(picture, growth)),
        figure=subject.say(partial(as_json, growth)),
        tables=tables,
        notes=words.notes(growth),
        sources=(subject.say(lambda speech: speech.say(source)),),
        downloads=downloads(ID, tables, "data/membership.csv"),
    )
