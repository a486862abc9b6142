"""Check a claim against the tables: which year and measure it holds for, and the sum that shows it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from site_src.model import Claim, DataCheck
from site_src.topic import figures
from site_src.topic.values import Measure, Topic

_CURRENT = 2
"""How many years a press figure may lag: in the middle of 2024 the newest whole years are 2023 and 2022."""
_SOON = timedelta(days=7)
"""How long before it is in force a status may be told: the press names the day of the decision."""


@dataclass(frozen=True, slots=True)
class Computed:
    """A figure from the tables, in the claim's unit, and the sum that made it."""

    value: float
    year: int
    measure: str
    computation: str


def _amount(value: float) -> str:
    return f"{value:,.0f}".replace(",", "_")


def _share(topic: Topic, indicator: str, year: int) -> Computed | None:
    part, whole = figures.total(topic, indicator, year), figures.value(topic, indicator, figures.WORLD, year)
    share = figures.share(topic, indicator, year)
    if share is None or part is None or whole is None:
        return None
    total = f"{_amount(part.value)} / {_amount(whole)} = {share:.2f}%"
    return Computed(
        share, year, indicator, f"{indicator} {year}: ({' + '.join(part.countries)}) / {figures.WORLD} = {total}"
    )


def _sum(topic: Topic, indicator: str, year: int) -> Computed | None:
    part = figures.total(topic, indicator, year)
    if part is None or part.missing:
        return None
    terms = " + ".join(
        f"{country} {_amount(figures.value(topic, indicator, country, year) or 0)}" for country in part.countries
    )
    return Computed(part.value, year, indicator, f"{indicator} {year}: {terms} = {_amount(part.value)}")


def _computed(measure: Measure, topic: Topic, indicator: str) -> tuple[Computed, ...]:
    """Compute a measure for every year that has figures."""
    make = _share if measure.computes == "share" else _sum
    found = (make(topic, indicator, year) for year in figures.years(topic, indicator))
    return tuple(item for item in found if item)


def _holds(claim: Claim, value: float, tolerance: float) -> bool:
    """Tell whether a figure bears a claim out: within the tolerance, or on the right side of a bound."""
    told = float(claim.value)
    if claim.comparator in (">", ">="):
        return value >= told
    if claim.comparator in ("<", "<="):
        return value <= told
    return abs(value - told) <= tolerance * abs(told)


def _current(years: Sequence[Computed], year: int) -> list[Computed]:
    """Give the figures that a text of a year could mean: the newest of that year and the few before it."""
    near = [item for item in years if year - _CURRENT <= item.year <= year]
    return sorted(near, key=lambda item: -item.year)


def _verdicts(claim: Claim, measure: Measure, topic: Topic, year: int) -> Iterator[DataCheck]:
    """Give the verdicts in the order in which they count: holds now, by another measure, in another year."""
    tables = [_computed(measure, topic, indicator) for indicator in measure.indicators]
    if not tables or not tables[0]:
        return
    for rank, table in enumerate(tables):
        for item in _current(table, year):
            if _holds(claim, item.value, measure.tolerance):
                if not rank:
                    yield DataCheck(item.value, item.year, item.measure, "holds", item.computation)
                    continue
                plain = _current(tables[0], year) or [min(tables[0], key=lambda one: abs(one.year - year))]
                both = f"{plain[0].computation}; {item.computation}"
                yield DataCheck(item.value, item.year, item.measure, "holds-other-measure", both)
    for table in tables[:1]:
        for item in sorted(table, key=lambda found: (found.year > year, abs(found.year - year))):
            if _holds(claim, item.value, measure.tolerance):
                yield DataCheck(item.value, item.year, item.measure, "held-other-year", item.computation)
    nearest = min(tables[0], key=lambda item: (abs(item.year - year), -item.year))
    yield DataCheck(nearest.value, nearest.year, nearest.measure, "does-not-hold", nearest.computation)


def _count(claim: Claim, measure: Measure, topic: Topic) -> DataCheck | None:
    """Check a number of states against the membership on the claim's day."""
    if claim.as_of is None or not any(spell.status == measure.status for spell in topic.spells):
        return None
    day = claim.as_of.latest
    names = figures.countries_on(topic, measure.status, day)
    sum_text = f"{measure.status} {day}: {' + '.join(names)} = {len(names)}"
    if _holds(claim, len(names), measure.tolerance):
        return DataCheck(len(names), day.year, measure.status, "holds", sum_text)
    changes = sorted(figures.changes(topic, measure.status), key=lambda change: abs(change.day - day))
    for change in changes:
        if _holds(claim, change.count, measure.tolerance):
            held = figures.countries_on(topic, measure.status, change.day)
            text = f"{measure.status} {change.day}: {' + '.join(held)} = {len(held)}"
            # "the tenth member" is said in the year in which it joins, some days before or after.
            soon = measure.unit == "ordinal" and change.day.year == day.year
            return DataCheck(
                change.count, change.day.year, measure.status, "holds" if soon else "held-other-year", text
            )
    return DataCheck(len(names), day.year, measure.status, "does-not-hold", sum_text)


def _founding(claim: Claim, measure: Measure, topic: Topic) -> DataCheck | None:
    day = figures.founded(topic)
    if day is None:
        return None
    told = str(claim.value)
    verdict = "holds" if day.isoformat().startswith(told) or told.startswith(day.isoformat()) else "does-not-hold"
    return DataCheck(day.year, day.year, measure.id, verdict, f"{measure.id}: {day}")  # type: ignore[arg-type]


def _status(claim: Claim, measure: Measure, topic: Topic) -> DataCheck | None:
    """Check a country's status against the membership on the claim's day, or on one just after: it was decided then."""
    spells = [spell for spell in topic.spells if spell.country == claim.subject]
    if claim.as_of is None or not topic.spells or claim.subject not in topic.entities:
        return None
    day, told = claim.as_of.latest, claim.value
    denied = claim.comparator == "!="
    own = [spell for spell in spells if spell.status == told]
    held = any(figures.holds(spell, day) for spell in own)
    soon = [figures.begins(spell) for spell in own if day < figures.begins(spell) <= day + _SOON]
    if not held and soon and not denied:
        day, held = soon[0], True
    then = figures.status_on(topic, claim.subject, day)
    if held != denied:
        return _found(measure, claim.subject, day, then, "holds")
    ever = [figures.begins(spell) for spell in own if figures.begins(spell) < date.max]
    if ever and not denied:
        other = min(ever, key=lambda begun: (abs(begun - day), begun))
        return _found(measure, claim.subject, other, str(told), "held-other-year")
    return _found(measure, claim.subject, day, then, "does-not-hold")


def _found(
    measure: Measure,
    subject: str,
    day: date,
    status: str,
    verdict: Literal["holds", "held-other-year", "does-not-hold"],
) -> DataCheck:
    return DataCheck(day.year, day.year, status, verdict, f"{measure.id} {day}: {subject} = {status or '–'}")


def _name(claim: Claim, measure: Measure, topic: Topic) -> DataCheck | None:
    """Check a short name against the topic's own: a slip of the press is known as one."""
    own = topic.entities[claim.subject]
    known = [alias for alias in own.aliases if alias.text == claim.value]
    year = claim.as_of.latest.year if claim.as_of else 0
    if not known:
        return None
    verdict: Literal["holds", "does-not-hold"] = "does-not-hold" if known[0].slip else "holds"
    return DataCheck(year, year, measure.id, verdict, f"{measure.id}: {claim.subject}")


def check(claim: Claim, measure: Measure | None, topic: Topic) -> DataCheck | None:
    """Check a claim about the topic's organisation or a status in it; None where no table can tell."""
    if measure is not None and measure.computes == "status":
        return _status(claim, measure, topic)
    if measure is None or claim.subject != topic.organisation or measure.computes == "none":
        return None
    if measure.computes == "founding":
        return _founding(claim, measure, topic)
    if measure.computes == "name":
        return _name(claim, measure, topic)
    if measure.computes == "count":
        return _count(claim, measure, topic)
    year = claim.as_of.earliest.year if claim.as_of else date.max.year
    return next(_verdicts(claim, measure, topic, year), None)
