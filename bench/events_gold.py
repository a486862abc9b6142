"""The texts that were marked with what happens in them: groups of articles, events, quantities, claims.

A group is a file below `tests/gold/events/`; `tests/gold/README.md` says how one marks it.
"""

from __future__ import annotations

import calendar
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT / "tests" / "gold" / "events"
STANCES = {
    "told": ("told",),
    "planned": ("planned",),
    "denied": ("denied",),
    "denial": ("told", "denied"),
    "recalled": ("recalled",),
    "either": ("told", "recalled"),
    "open": (),
}
"""Keys of an event's statements, and the stances that are right for them; none: the stance is not measured."""
QUANTITY = re.compile(r"(?P<words>.+?) => (?P<sign><=|>=|[<>~])?(?P<value>-?[\d.]+) (?P<unit>\w+)(?P<open> \?)?")


@dataclass(frozen=True, slots=True)
class Days:
    """A stretch of days and how exact it is."""

    earliest: date
    latest: date
    grain: str

    def fits(self, other: Days) -> bool:
        """Tell whether two dates say the same at the same grain, one inside the other."""
        inside = self.earliest <= other.earliest and other.latest <= self.latest
        around = other.earliest <= self.earliest and self.latest <= other.latest
        return self.grain == other.grain and (inside or around)


@dataclass(frozen=True, slots=True)
class Told:
    """A statement at its place: the words of one article that tell an event."""

    event: str
    article: str
    start: int
    end: int
    stances: tuple[str, ...]
    words: str
    dissents: bool = False
    """It tells the event with a day that contradicts the event's."""


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """What happens, and the days that are right for it."""

    key: str
    dates: tuple[Days, ...]
    edtf: str
    kind: str
    optional: bool
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity at its place."""

    start: int
    end: int
    words: str
    value: float
    comparator: str
    unit: str
    optional: bool = False


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """What is claimed in one article."""

    attribute: str
    comparator: str
    value: float | str
    unit: str
    article: str
    optional: bool = False

    @property
    def saying(self) -> tuple[str, str, str]:
        """What is claimed, whoever claims it."""
        return self.attribute, self.comparator, number(self.value)


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """A text as a newspaper would print it."""

    id: str
    group: str
    part: str
    """`seen` or `held`."""
    lang: str
    record: Mapping[str, str]
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Gold:
    """All groups of one topic."""

    articles: tuple[GoldArticle, ...]
    events: tuple[GoldEvent, ...]
    claims: tuple[GoldClaim, ...]
    relations: frozenset[tuple[str, frozenset[tuple[str, str, str]]]]


def number(value: float | str) -> str:
    """Print a claim's value so that equal ones are equal."""
    return value if isinstance(value, str) else f"{value:.6g}"


def load(topic: str) -> Gold:
    """Read the groups of a topic; an empty name stands for those without one.

    Raises:
        ValueError: if marked words do not stand once in their article.
    """
    groups = [(path, tomllib.loads(path.read_text("utf-8"))) for path in sorted(GOLD.glob("*/*.toml"))]
    groups = [(path, group) for path, group in groups if group["topic"] == topic]
    articles = [_article(path, one) for path, group in groups for one in group["articles"]]
    texts = {one.id: one.record["text"] for one in articles}
    events: dict[str, GoldEvent] = {}
    for path, group in groups:
        for one in group["events"]:
            event = _event(path.stem, one, texts)
            known = events.get(event.key)
            events[event.key] = _joined(known, event) if known else event
    made = {
        f"{path.stem}/{one['id']}": _claims(path.stem, one) for path, group in groups for one in group.get("claims", [])
    }
    related = {
        each for path, group in groups for one in group.get("claims", []) for each in _relations(path.stem, one, made)
    }
    claims = tuple(claim for some in made.values() for claim in some)
    return Gold(tuple(articles), tuple(events.values()), claims, frozenset(related))


def _joined(known: GoldEvent, event: GoldEvent) -> GoldEvent:
    """Join what two groups tell of one event."""
    if known.edtf != event.edtf:
        raise ValueError(f"{event.key}: dated {known.edtf} and {event.edtf}")
    optional = known.optional and event.optional
    return GoldEvent(known.key, known.dates, known.edtf, known.kind, optional, (*known.told, *event.told))


def _article(path: Path, one: Mapping[str, Any]) -> GoldArticle:
    name, text = f"{path.stem}-{one['id']}", one["text"].strip()
    record = {"id": name} | {key: one[key] for key in ("title", "outlet", "published", "lang")} | {"text": text}
    figures = tuple(_figures(name, text, one.get("quantities", [])))
    return GoldArticle(name, path.stem, path.parent.name, one["lang"], record, figures)


def _figures(name: str, text: str, lines: Sequence[str]) -> Iterator[Figure]:
    """Read quantities in the order of the text."""
    reached = 0
    for line in lines:
        found = QUANTITY.fullmatch(line)
        if not found:
            raise ValueError(f"{name}: not a quantity: {line}")
        start = text.find(found["words"], reached)
        start = start if start >= 0 else text.find(found["words"])
        if start < 0:
            raise ValueError(f"{name}: not in the text: {found['words']}")
        reached = start + len(found["words"])
        sign = found["sign"] or "="
        yield Figure(start, reached, found["words"], float(found["value"]), sign, found["unit"], bool(found["open"]))


def _event(group: str, one: Mapping[str, Any], texts: Mapping[str, str]) -> GoldEvent:
    key = one.get("entry") or f"{group}/{one['id']}"
    dates = tuple(days(words) for words in (one["edtf"], one.get("or_edtf")) if words)
    dissent = one.get("dissent", [])
    told = [
        _told(key, group, line, stances, texts, dissent)
        for name, stances in STANCES.items()
        for line in one.get(name, [])
    ]
    return GoldEvent(key, dates, one["edtf"], one.get("kind", "general"), one.get("optional", False), tuple(told))


def _told(
    key: str, group: str, line: str, stances: tuple[str, ...], texts: Mapping[str, str], dissent: Sequence[str]
) -> Told:
    name, _, words = line.partition(": ")
    article = f"{group}-{name}"
    if texts.get(article, "").count(words) != 1:
        raise ValueError(f"{key}: stands not once in {article}: {words}")
    start = texts[article].index(words)
    return Told(key, article, start, start + len(words), stances, words, name in dissent)


def _claims(group: str, one: Mapping[str, Any]) -> list[GoldClaim]:
    value = one["value"] if isinstance(one["value"], str) else float(one["value"])
    return [
        GoldClaim(
            one["attribute"],
            one.get("comparator", "="),
            value,
            one["unit"],
            f"{group}-{name}",
            one.get("optional", False),
        )
        for name in one["articles"]
    ]


def _relations(
    group: str, one: Mapping[str, Any], made: Mapping[str, Sequence[GoldClaim]]
) -> Iterator[tuple[str, frozenset[tuple[str, str, str]]]]:
    """Give how a claim stands to others; `open`: any relation to that one is right."""
    names = {"contradicts": "contradicts", "supersedes": "superseded", "agrees": "agrees", "open": "open"}
    for key, kind in names.items():
        for other in one.get(key, []):
            known = made[other if "/" in other else f"{group}/{other}"][0]
            yield kind, frozenset({made[f"{group}/{one['id']}"][0].saying, known.saying})


# --- Dates ----------------------------------------------------------------------------------------------------------


def days(edtf: str) -> Days:
    """Read a date in EDTF.

    >>> days("2024-03")
    Days(earliest=datetime.date(2024, 3, 1), latest=datetime.date(2024, 3, 31), grain='month')
    """
    if "/" not in edtf:
        return _single(edtf)
    first, last = edtf.split("/")
    earliest = date.min if first == ".." else _single(first).earliest
    latest = date.max if last == ".." else _single(last).latest
    return Days(earliest, latest, "range")


def _single(edtf: str) -> Days:
    parts = [int(part) for part in edtf.rstrip("~?%").split("-")]
    if len(parts) == 1:
        return Days(date(parts[0], 1, 1), date(parts[0], 12, 31), "year")
    if len(parts) == 2:
        year, month = parts
        return Days(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]), "month")
    year, month, day = parts
    return Days(date(year, month, day), date(year, month, day), "day")
