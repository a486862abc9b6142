"""Who is what at the end of each year: the highest status that counts, and since when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from site_src.addresses import file_name
from site_src.charts import palette
from site_src.charts.kinds import Subject, first_day
from site_src.charts.links import behind
from site_src.topic import figures
from site_src.topic.values import Spell, Status, Topic


@dataclass(frozen=True, slots=True)
class Term:
    """A run of years at whose ends a country has one status."""

    first: int
    last: int
    status: Status
    series: int
    """The number of its colour and pattern; 0 for the forerunner."""
    spell: Spell
    href: str
    """The entry behind it; empty if there is none."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A country and its terms, oldest first."""

    country: str
    terms: tuple[Term, ...]

    @property
    def href(self) -> str:
        """The country's page, relative to the folder of a language's pages."""
        return f"countries/{file_name(self.country.lower())}.html"

    def at(self, year: int) -> Term | None:
        """Give the term that a year's end lies in."""
        return next((term for term in self.terms if term.first <= year <= term.last), None)


@dataclass(frozen=True, slots=True)
class Standings:
    """All that the map shows."""

    subject: Subject
    years: range
    until: date
    """The newest day that the tables know; the last year is shown as it stands then."""
    countries: tuple[Standing, ...]
    """By today's status, the highest first, then by how long a country has it."""
    statuses: tuple[tuple[Status, int], ...]
    """Those that anybody has at the end of any year, with the numbers of their colours, in the order of the ladder."""

    @property
    def now(self) -> int:
        """The newest year."""
        return self.years[-1]

    def having(self, series: int, year: int) -> tuple[str, ...]:
        """List the countries that have a status at a year's end."""
        held = ((one.country, one.at(year)) for one in self.countries)
        return tuple(country for country, term in held if term and term.series == series)

    def some(self, year: int) -> int:
        """Count the countries that have any status at a year's end."""
        return sum(1 for one in self.countries if one.at(year))

    def changed(self, year: int) -> tuple[Standing, ...]:
        """List the countries whose status at a year's end is another than a year before."""
        return tuple(one for one in self.countries if _series(one, year) != _series(one, year - 1))

    def turns(self, most: int) -> tuple[int, ...]:
        """List the years at whose ends something changed, the first year among them: at most so many.

        Where there are more, those with the most changes are kept, and of equal ones the newer.
        """
        sizes = {year: len(self.changed(year)) for year in self.years if self.changed(year)}
        return tuple(sorted(sorted(sizes, key=lambda year: (-sizes[year], -year))[:most]))


def _series(standing: Standing, year: int) -> int:
    term = standing.at(year)
    return term.series if term else -1


def stand(subject: Subject) -> Standings | None:
    """Tell who is what in each year; None where no country ever had a status that counts."""
    topic, start, until = subject.topic, first_day(subject.topic), figures.known_until(subject.topic)
    if start is None or until is None:
        return None
    years, colours = range(start.year, until.year + 1), _colours(topic)
    ids = sorted({spell.country for spell in topic.spells if spell.status in colours})
    found = [Standing(id, _terms(subject, id, years, colours)) for id in ids]
    held = {term.series for one in found for term in one.terms}
    if not held:
        return None
    order = {series: place for place, series in enumerate(colours.values())}
    shown = sorted((one for one in found if one.terms), key=lambda one: _rank(one, years[-1], order))
    statuses = tuple((status, colours[status.id]) for status in topic.statuses if colours.get(status.id, -1) in held)
    return Standings(subject, years, until, tuple(shown), statuses)


def _colours(topic: Topic) -> dict[str, int]:
    """Number the statuses that are shown by their place on the ladder, as the other charts of membership do."""
    ladder = [status.id for status in topic.statuses if status.counts and status.id != figures.FORERUNNER]
    colours = {id: palette.series(number) for number, id in enumerate(ladder, 1)}
    return {
        status.id: colours.get(status.id, 0)
        for status in topic.statuses
        if status.id in colours or status.id == figures.FORERUNNER
    }


def _terms(subject: Subject, country: str, years: range, colours: dict[str, int]) -> tuple[Term, ...]:
    own = [spell for spell in subject.topic.spells if spell.country == country and spell.status in colours]
    ladder = {status.id: status for status in subject.topic.statuses}
    terms: list[Term] = []
    for year in years:
        spell = _highest(own, list(ladder), date(year, 12, 31))
        if spell is None:
            continue
        if terms and terms[-1].last == year - 1 and terms[-1].spell == spell:
            terms[-1] = replace(terms[-1], last=year)
        else:
            href = behind(subject.links, (spell.row,))
            terms.append(Term(year, year, ladder[spell.status], colours[spell.status], spell, href))
    return tuple(terms)


def _highest(spells: Sequence[Spell], ladder: list[str], day: date) -> Spell | None:
    held = [spell for spell in spells if figures.holds(spell, day)]
    return min(held, key=lambda spell: (ladder.index(spell.status), figures.begins(spell)), default=None)


def _rank(standing: Standing, now: int, order: dict[int, int]) -> tuple[int, date, str]:
    term = standing.at(now)
    if term is None:
        return len(order), figures.begins(standing.terms[-1].spell), standing.country
    return order[term.series], figures.begins(term.spell), standing.country
