"""Check a claim against the tables: which year and measure it holds for, and the sum that shows it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Literal

from site_src.model import Claim, DataCheck
from site_src.topic import figures
from site_src.topic.values import Measure, Topic

Verdict = Literal["holds", "holds-other-measure", "held-other-year", "does-not-hold"]

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


@dataclass(frozen=True, slots=True)
class Tables:
    """The topic's tables, and what they add up to as far as it was asked: many claims ask the same."""

    topic: Topic
    reckoned: dict[tuple[str, str, tuple[str, ...] | None], tuple[Computed, ...]] = field(default_factory=dict)

    def computed(self, claim: Claim, measure: Measure, indicator: str) -> tuple[Computed, ...]:
        """Compute a measure for every year that has figures: of the claim's country, its states, or the year's members."""
        known = self.topic.entities.get(claim.subject)
        own = (claim.subject,) if known and known.kind == "country" else claim.countries or None
        question = (measure.computes, indicator, own)
        if question not in self.reckoned:
            make = _share if measure.computes == "share" else _sum
            found = (make(self.topic, indicator, year, own) for year in figures.years(self.topic, indicator))
            self.reckoned[question] = tuple(item for item in found if item)
        return self.reckoned[question]


def _share(topic: Topic, indicator: str, year: int, countries: Sequence[str] | None) -> Computed | None:
    part, whole = figures.total(topic, indicator, year, countries), figures.value(topic, indicator, figures.WORLD, year)
    share = figures.share(topic, indicator, year, countries)
    if share is None or part is None or whole is None:
        return None
    total = f"{_amount(part.value)} / {_amount(whole)} = {share:.2f}%"
    return Computed(
        share, year, indicator, f"{indicator} {year}: ({' + '.join(part.countries)}) / {figures.WORLD} = {total}"
    )


def _sum(topic: Topic, indicator: str, year: int, countries: Sequence[str] | None) -> Computed | None:
    part = figures.total(topic, indicator, year, countries)
    if part is None or part.missing:
        return None
    terms = " + ".join(
        f"{country} {_amount(figures.value(topic, indicator, country, year) or 0)}" for country in part.countries
    )
    return Computed(part.value, year, indicator, f"{indicator} {year}: {terms} = {_amount(part.value)}")


def slack(claim: Claim, measure: Measure) -> float:
    """Give how far a figure may be off: further if it is told in one digit, or as "about a quarter"."""
    if claim.comparator == "~" and claim.unit == "percent" and not any(letter.isdigit() for letter in claim.text):
        return 2 * measure.tolerance
    digits = f"{claim.value:.10g}".rstrip("0") if isinstance(claim.value, float) else ""
    return max(measure.tolerance, measure.round if len(digits) == 1 else 0.0)


def _holds(claim: Claim, value: float, tolerance: float) -> bool:
    """Tell whether a figure bears a claim out: within the tolerance, or on the right side of a bound."""
    told = float(claim.value)
    if claim.comparator in (">", ">="):
        return value >= told
    if claim.comparator in ("<", "<="):
        return value <= told
    upper = told if claim.upper is None else claim.upper
    return told - tolerance * abs(told) <= value <= upper + tolerance * abs(upper)


def _current(years: Sequence[Computed], claim: Claim) -> list[Computed]:
    """Give the figures that a claim could mean: that of the year it names, else the newest that its text could know."""
    year = claim.as_of.earliest.year if claim.as_of else date.max.year
    if claim.as_of and claim.as_of.grain == "year" and any(item.year == year for item in years):
        return [item for item in years if item.year == year]
    near = [item for item in years if year - _CURRENT <= item.year <= year]
    return sorted(near, key=lambda item: -item.year)


def _verdicts(claim: Claim, measure: Measure, tables: Tables) -> Iterator[DataCheck]:
    """Give the verdicts in the order in which they count: holds now, by another measure, in another year.

    A claim that names its indicator is held against that one; what the others give is added to the sum.
    """
    year = claim.as_of.earliest.year if claim.as_of else date.max.year
    named = [claim.variant] if claim.variant in measure.indicators else list(measure.indicators)
    told = [tables.computed(claim, measure, indicator) for indicator in named]
    others = [tables.computed(claim, measure, one) for one in measure.indicators if one not in named]
    if claim.countries:  # what the members alone give
        others += [tables.computed(replace(claim, countries=()), measure, one) for one in named[:1]]
    if not told or not told[0]:
        return
    plain, far = _nearest(told[0], claim, year), slack(claim, measure)
    for rank, table in enumerate(told):
        for item in _current(table, claim):
            if _holds(claim, item.value, far):
                if rank:
                    yield _found_as(item, "holds-other-measure", [plain, item])
                else:
                    yield _found_as(item, "holds", [item, *_beside(item, others)])
    for item in sorted(told[0], key=lambda found: (found.year > year, abs(found.year - year))):
        if _holds(claim, item.value, far):
            yield _found_as(item, "held-other-year", [item, plain, *_beside(plain, others)])
    yield _found_as(plain, "does-not-hold", [plain, *_beside(plain, [*told[1:], *others])])


def _nearest(table: Sequence[Computed], claim: Claim, year: int) -> Computed:
    return next(iter(_current(table, claim)), None) or min(table, key=lambda one: (abs(one.year - year), -one.year))


def _beside(item: Computed, others: Sequence[Sequence[Computed]]) -> list[Computed]:
    """List what other indicators give for the year of a figure."""
    return [one for table in others for one in table if one.year == item.year]


def _found_as(item: Computed, verdict: Verdict, shown: Sequence[Computed]) -> DataCheck:
    sums = dict.fromkeys(one.computation for one in shown)
    return DataCheck(item.value, item.year, item.measure, verdict, "; ".join(sums))


def _count(claim: Claim, measure: Measure, topic: Topic) -> DataCheck | None:
    """Check a number of states against the membership on the claim's day; on a day of change also as it was before."""
    if claim.as_of is None or not any(spell.status == measure.status for spell in topic.spells):
        return None
    day = claim.as_of.latest
    for one in (day, day - timedelta(days=1)):
        names = figures.countries_on(topic, measure.status, one)
        if _holds(claim, len(names), measure.tolerance):
            return DataCheck(len(names), one.year, measure.status, "holds", _listed(measure, one, names))
    changes = sorted(figures.changes(topic, measure.status), key=lambda change: abs(change.day - day))
    for change in changes:
        if _holds(claim, change.count, measure.tolerance):
            text = _listed(measure, change.day, figures.countries_on(topic, measure.status, change.day))
            # "the tenth member" is said in the year in which it joins, some days before or after.
            soon = measure.unit == "ordinal" and change.day.year == day.year
            return DataCheck(
                change.count, change.day.year, measure.status, "holds" if soon else "held-other-year", text
            )
    names = figures.countries_on(topic, measure.status, day)
    return DataCheck(len(names), day.year, measure.status, "does-not-hold", _listed(measure, day, names))


def _listed(measure: Measure, day: date, names: Sequence[str]) -> str:
    """Write a count as a sum of names."""
    return f"{measure.status} {day}: {' + '.join(names)} = {len(names)}"


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
    verdict: Verdict,
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


def _is_ahead(claim: Claim, measure: Measure, topic: Topic) -> bool:
    """Tell whether the tables do not reach the time of a forecast, or it names none."""
    if claim.stance != "planned" or claim.as_of is None:
        return claim.stance == "planned"
    if measure.computes == "count":
        return claim.as_of.latest > (figures.known_until(topic) or date.min)
    known = [year for indicator in measure.indicators for year in figures.years(topic, indicator)]
    return claim.as_of.grain != "year" or claim.as_of.earliest.year > max(known, default=0)


def check(claim: Claim, measure: Measure | None, tables: Tables) -> DataCheck | None:
    """Check a claim about the organisation, its members or a status in it; None where no table can tell.

    Nor is a forecast checked before the tables reach its year.
    """
    topic = tables.topic
    if measure is None or measure.computes == "none" or _is_ahead(claim, measure, topic):
        return None
    if measure.computes == "status":
        return _status(claim, measure, topic)
    known = topic.entities.get(claim.subject)
    if measure.computes in ("share", "sum") and known and known.kind == "country":
        return next(_verdicts(claim, measure, tables), None)
    if claim.subject != topic.organisation:
        return None
    if measure.computes == "founding":
        return _founding(claim, measure, topic)
    if measure.computes == "name":
        return _name(claim, measure, topic)
    if measure.computes == "count":
        return _count(claim, measure, topic)
    return next(_verdicts(claim, measure, tables), None)
