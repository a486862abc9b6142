"""The figures under the map: who was what in which years, and how many in each."""

from __future__ import annotations

from functools import partial

from site_src.charts.words import Speech
from site_src.charts.worldmap import words
from site_src.charts.worldmap.standing import Standings
from site_src.model import ChartTable


def terms(standings: Standings) -> ChartTable:
    """List every country's terms: what the map shows of it in which years."""
    say = standings.subject.say
    parts = [(one.country, term) for one in standings.countries for term in one.terms]
    heads = ("Country", "Status", "At the end of", "Since")
    return ChartTable(
        tuple(say(partial(_head, head)) for head in heads),
        tuple(
            (standings.subject.country(country), term.status.names, words.span(term), term.spell.start.edtf)
            for country, term in parts
        ),
        ("words", "words", "text", "when"),
        links=tuple(term.href for _, term in parts),
    )


def counts(standings: Standings) -> ChartTable:
    """Count the countries of each status at the end of each year."""
    say = standings.subject.say
    return ChartTable(
        (say(partial(_head, "Year")), *(status.plural for status, _ in standings.statuses)),
        tuple(
            (year, *(len(standings.having(series, year)) for _, series in standings.statuses))
            for year in standings.years
        ),
        ("year", *("count" for _ in standings.statuses)),
        title=say(partial(_head, "Countries by status at the end of each year")),
    )


def _head(message: str, speech: Speech) -> str:
    return speech.say(message)
