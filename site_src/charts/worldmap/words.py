"""What the map says."""

from __future__ import annotations

from itertools import groupby

from site_src.charts.outlines import Atlas
from site_src.charts.words import Speech
from site_src.charts.worldmap.standing import Standing, Standings, Term


def title(standings: Standings, speech: Speech) -> str:
    """Say how many countries have a status now, and had one at first."""
    return speech.count(
        "%(number)s country has a status in %(end)s; in %(start)s it was %(first)s",
        "%(number)s countries have a status in %(end)s; in %(start)s it was %(first)s",
        standings.some(standings.now),
        end=standings.now,
        start=standings.years[0],
        first=speech.number(standings.some(standings.years[0])),
    )


def subtitle(standings: Standings, speech: Speech) -> str:
    """Say what is shown, and how far the tables know."""
    words = "Who is what: each country with its highest status at the end of a year, %(year)s as known on %(day)s."
    return speech.say(words, year=standings.now, day=speech.day(standings.until))


def summary(standings: Standings, speech: Speech) -> str:
    """Tell the map in words: who is what now, and who became what in which year."""
    now = [
        speech.say("%(status)s: %(countries)s.", status=speech.name(status.plural), countries=who)
        for status, series in standings.statuses
        if (who := standings.subject.countries(standings.having(series, standings.now), speech))
    ]
    then = [f"{year}: {change(standings, year, speech)}." for year in standings.turns(len(standings.years))]
    return " ".join([*now, speech.say("What changed by the end of which year:"), *then])


def change(standings: Standings, year: int, speech: Speech) -> str:
    """Say whose status is another than a year before: "Aland, Bland – observer"."""
    names = {status.id: speech.inside(status.names) for status, _ in standings.statuses} | {"": speech.say("no status")}
    order = list(names)

    def place(one: Standing) -> int:
        return order.index(_status(one, year))

    return "; ".join(
        f"{standings.subject.countries([one.country for one in group], speech)} – {names[order[at]]}"
        for at, group in groupby(sorted(standings.changed(year), key=place), place)
    )


def _status(standing: Standing, year: int) -> str:
    term = standing.at(year)
    return term.status.id if term else ""


def held(standings: Standings, country: str, term: Term, speech: Speech) -> str:
    """Say what a country is, and since when."""
    return speech.say(
        "%(country)s: %(status)s since %(start)s",
        country=speech.name(standings.subject.country(country)),
        status=speech.inside(term.status.names),
        start=speech.when(term.spell.start),
    )


def none(standings: Standings, country: str, speech: Speech) -> str:
    """Say that a country is nothing of what is shown."""
    return speech.say("%(country)s: no status", country=speech.name(standings.subject.country(country)))


def span(term: Term) -> str:
    """Write a run of years."""
    return str(term.first) if term.first == term.last else f"{term.first}–{term.last}"


def small(standings: Standings, year: int, speech: Speech) -> str:
    """Say what a small map shows."""
    return f"{year}: {change(standings, year, speech)}"


def outlines(atlas: Atlas, speech: Speech) -> str:
    """Name the source of the outlines."""
    return speech.say(
        "Outlines: Natural Earth (public domain), as in %(package)s", package=f"{atlas.name} {atlas.version}"
    )


def boundaries(speech: Speech) -> str:
    """Say what the outlines do not say."""
    return speech.say(
        "The outlines are schematic and those of Natural Earth. They show where a country lies, and say nothing about whose a disputed area is."
    )


def equal(speech: Speech) -> str:
    """Say which way the globe is laid flat."""
    return speech.say("Areas are in proportion (equal-area projection).")


def dots(speech: Speech) -> str:
    """Explain the dots."""
    return speech.say("A dot is a country too small to be seen at this size; a thin line leads to its place.")


def tiles(speech: Speech) -> str:
    """Explain the tiles."""
    return speech.say("A tile is a country of which no outline is known here.")


def without(speech: Speech) -> str:
    """Say that the outlines were not there when the site was built."""
    return speech.say("The outlines were not at hand when this site was built: each country is a tile.")


def folded(standings: Standings, shown: int, speech: Speech) -> str:
    """Say which years have a small map."""
    words = "The small maps show the %(shown)s years with the most changes; the table has all."
    return speech.say(words, shown=speech.number(shown))
