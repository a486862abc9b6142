"""How well events, their merging, stances, quantities and claims were found, against texts that were marked.

An event counts as found if one that the program gives tells it with overlapping words and a date that fits: one inside
the other, at the same grain. Optional events count neither as found nor as missed nor as false.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from math import isclose
from typing import Protocol, TypeVar

from bench.events_gold import Days, Figure, Gold, GoldClaim, GoldEvent, Told

SHARED = 0.5
"""So much of the shorter of two stretches of text must be shared."""


@dataclass(frozen=True, slots=True)
class Found:
    """What the program made of the articles."""

    events: tuple[FoundEvent, ...]
    figures: dict[str, tuple[Figure, ...]]
    """Quantities by article."""
    claims: tuple[GoldClaim, ...]
    relations: frozenset[tuple[str, frozenset[tuple[str, str, str]]]]


@dataclass(frozen=True, slots=True)
class FoundEvent:
    """An entry that the program gives."""

    id: str
    days: Days
    edtf: str
    kind: str
    title: str
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Scores:
    """Figures between 0 and 1, and what was missed and what was false."""

    figures: dict[str, float]
    counts: dict[str, int]
    missed: tuple[GoldEvent, ...]
    false: tuple[FoundEvent, ...]
    misdated: tuple[tuple[GoldEvent, FoundEvent], ...]
    stances: tuple[tuple[Told, Told], ...]
    """Pairs of what is right and what was found."""
    apart: tuple[tuple[Told, Told], ...]
    """Told of one event, found in two."""
    together: tuple[tuple[Told, Told], ...]
    """Told of two events, found in one."""
    figures_wrong: tuple[tuple[str, Figure | None, Figure | None], ...]
    claims_missed: tuple[GoldClaim, ...]
    claims_false: tuple[GoldClaim, ...]
    relations_missed: tuple[tuple[str, list[tuple[str, str, str]]], ...]
    relations_false: tuple[tuple[str, list[tuple[str, str, str]]], ...]


class Span(Protocol):
    """Something that stands at a place in a text."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


One = TypeVar("One", bound=Span)
Other = TypeVar("Other", bound=Span)


def score(gold: Gold, found: Found, articles: Collection[str]) -> Scores:
    """Compare what was found in some of the articles with what is in them."""
    wanted = _of(gold.events, articles)
    given = [
        FoundEvent(one.id, one.days, one.edtf, one.kind, one.title, told)
        for one in found.events
        if (told := tuple(each for each in one.told if each.article in articles))
    ]
    events = _Events(wanted, given)
    events.match()
    figures, wrong = _figures(gold, found, articles)
    claims = _claims(gold, found, articles)
    statements = _statements(wanted, given, events)
    return Scores(
        events.figures() | statements.figures() | figures | claims.figures,
        {
            "articles": len(articles),
            "events": events.required,
            "statements": len(statements.pairs),
            "quantities": sum(len(one.figures) for one in gold.articles if one.id in articles),
            "claims": claims.wanted,
        },
        tuple(events.missed()),
        tuple(events.false()),
        tuple(events.misdated),
        tuple(statements.wrong_stances()),
        tuple(statements.apart()),
        tuple(statements.together()),
        tuple(wrong),
        claims.missed,
        claims.false,
        claims.relations_missed,
        claims.relations_false,
    )


def _of(events: Iterable[GoldEvent], articles: Collection[str]) -> list[GoldEvent]:
    """Keep what some articles tell."""
    return [
        GoldEvent(one.key, one.dates, one.edtf, one.kind, one.optional, told)
        for one in events
        if (told := tuple(each for each in one.told if each.article in articles))
    ]


def f1(hits: float, wanted: float, found: float) -> float:
    """Give the harmonic mean of precision and recall; 1 where nothing was to be found and nothing was."""
    return round(2 * hits / (wanted + found), 4) if wanted + found else 1.0


def _share(part: float, whole: float) -> float:
    return round(part / whole, 4) if whole else 1.0


def shared(one: Span, other: Span) -> float:
    """Give the part of the shorter stretch that two have in common; 0 if it is less than half."""
    letters = min(one.end, other.end) - max(one.start, other.start)
    part = letters / max(1, min(one.end - one.start, other.end - other.start))
    return part if part >= SHARED else 0.0


def _same_words(one: Told, other: Told) -> float:
    return shared(one, other) if one.article == other.article else 0.0


def _fits(event: GoldEvent, given: FoundEvent) -> bool:
    return any(given.days.fits(right) for right in event.dates)


# --- Events ---------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Events:
    """Which event that was found answers which that is there, one to one."""

    wanted: Sequence[GoldEvent]
    given: Sequence[FoundEvent]
    pairs: dict[str, FoundEvent] = field(default_factory=dict)
    misdated: list[tuple[GoldEvent, FoundEvent]] = field(default_factory=list)
    overlaps: list[tuple[float, GoldEvent, FoundEvent]] = field(default_factory=list)

    def match(self) -> None:
        """Pair events that share most statements: first those whose dates fit, then the rest."""
        for event in self.wanted:
            for given in self.given:
                # Whole statements count first; how much of their letters is shared decides between equals.
                common = [max((_same_words(one, other) for other in given.told), default=0.0) for one in event.told]
                if weight := sum(common):
                    self.overlaps.append((weight, event, given))
        self.overlaps.sort(key=lambda each: (each[1].optional, -each[0], each[1].key, each[2].id))
        used: set[str] = set()
        for _, event, given in self.overlaps:
            if event.key not in self.pairs and given.id not in used and _fits(event, given):
                self.pairs[event.key] = given
                used.add(given.id)
        late: set[str] = set()
        for _, event, given in self.overlaps:
            if not event.optional and event.key not in self.pairs.keys() | late and given.id not in used:
                self.misdated.append((event, given))
                late.add(event.key)
                used.add(given.id)

    @property
    def required(self) -> int:
        return sum(not event.optional for event in self.wanted)

    def hits(self) -> int:
        return sum(not event.optional and event.key in self.pairs for event in self.wanted)

    def missed(self) -> list[GoldEvent]:
        return [event for event in self.wanted if not event.optional and event.key not in self.pairs]

    def false(self) -> list[FoundEvent]:
        """Give what answers nothing; a further entry for an optional event is not held against the program."""
        paired = {given.id for given in self.pairs.values()}
        open_ones = {given.id for _, event, given in self.overlaps if event.optional and _fits(event, given)}
        return [given for given in self.given if given.id not in paired | open_ones]

    def figures(self) -> dict[str, float]:
        hits, false = self.hits(), len(self.false())
        return {
            "precision": _share(hits, hits + false),
            "recall": _share(hits, self.required),
            "right_date": _share(hits, hits + len(self.misdated)),
        }


# --- Statements -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Statements:
    """Statements found by both, one to one: what is right, what was found, the found event, whether the date fits."""

    pairs: tuple[tuple[Told, Told, bool], ...]
    optional: frozenset[str]

    def _items(self) -> list[tuple[Told, Told]]:
        return [(right, given) for right, given, _ in self.pairs if right.event not in self.optional]

    def figures(self) -> dict[str, float]:
        """Give B-cubed F1 of the merging, and how many stances are right."""
        items = self._items()
        both = Counter((right.event, given.event) for right, given in items)
        wanted, found = Counter(right.event for right, _ in items), Counter(given.event for _, given in items)
        precision = _share(sum(both[one.event, two.event] / found[two.event] for one, two in items), len(items))
        recall = _share(sum(both[one.event, two.event] / wanted[one.event] for one, two in items), len(items))
        measured = [pair for pair in self.pairs if pair[2] and pair[0].stances]
        wrong = len(list(self.wrong_stances()))
        return {
            "merging": f1(precision * recall, precision, recall),
            "stance": _share(len(measured) - wrong, len(measured)),
        }

    def wrong_stances(self) -> Iterator[tuple[Told, Told]]:
        for right, given, fits in self.pairs:
            if fits and right.stances and given.stances[0] not in right.stances:
                yield right, given

    def apart(self) -> Iterator[tuple[Told, Told]]:
        """Give the first two statements of each event that was found in two."""
        yield from self._torn(lambda pair: pair[0].event, lambda pair: pair[1].event)

    def together(self) -> Iterator[tuple[Told, Told]]:
        """Give the first two statements of each found event that tells two."""
        yield from self._torn(lambda pair: pair[1].event, lambda pair: pair[0].event)

    def _torn(
        self, whole: Callable[[tuple[Told, Told]], str], part: Callable[[tuple[Told, Told]], str]
    ) -> Iterator[tuple[Told, Told]]:
        first: dict[str, tuple[Told, Told]] = {}
        told: set[tuple[str, str]] = set()
        for pair in self._items():
            known = first.setdefault(whole(pair), pair)
            if part(known) != part(pair) and (whole(pair), part(pair)) not in told:
                told.add((whole(pair), part(pair)))
                yield known[0], pair[0]


def _statements(wanted: Sequence[GoldEvent], given: Sequence[FoundEvent], events: _Events) -> _Statements:
    """Pair statements that share words: those of events that answer each other first, then those whose dates fit."""
    rated = [
        (events.pairs.get(event.key) is other, right.dissents or _fits(event, other), words, right, one)
        for event in wanted
        for right in event.told
        for other in given
        for one in other.told
        if (words := _closeness(right, one))
    ]
    rated.sort(key=lambda each: (-each[0], -each[1], -each[2], each[3].article, each[3].start, each[4].event))
    used: set[tuple[str, str, int, int]] = set()
    pairs: list[tuple[Told, Told, bool]] = []
    for _, fits, _, right, one in rated:
        ends = {("wanted", *_place(right)), ("found", *_place(one))}
        if not ends & used:
            used |= ends
            pairs.append((right, one, fits))
    return _Statements(tuple(pairs), frozenset(event.key for event in wanted if event.optional))


def _place(told: Told) -> tuple[str, int, int]:
    return f"{told.event} {told.article}", told.start, told.end


def _closeness(one: Told, other: Told) -> float:
    """Give the shared letters of two statements over all their letters; 0 where they do not answer each other."""
    if not _same_words(one, other):
        return 0.0
    letters = min(one.end, other.end) - max(one.start, other.start)
    return letters / (max(one.end, other.end) - min(one.start, other.start))


# --- Quantities -----------------------------------------------------------------------------------------------------


def _figures(
    gold: Gold, found: Found, articles: Collection[str]
) -> tuple[dict[str, float], list[tuple[str, Figure | None, Figure | None]]]:
    hits = wanted = given = 0
    wrong: list[tuple[str, Figure | None, Figure | None]] = []
    for article in gold.articles:
        if article.id not in articles:
            continue
        for right, one in _answers(article.figures, found.figures.get(article.id, ())):
            if right and right.optional:
                continue
            same = right is not None and one is not None and same_figure(right, one)
            hits, wanted, given = hits + same, wanted + (right is not None), given + (one is not None)
            if not same:
                wrong.append((article.id, right, one))
    return {"quantities": f1(hits, wanted, given)}, wrong


def _answers(wanted: Sequence[Figure], given: Sequence[Figure]) -> Iterator[tuple[Figure | None, Figure | None]]:
    left = list(given)
    for right in wanted:
        best = max(left, key=lambda one: shared(right, one), default=None)
        if best and shared(right, best):
            left.remove(best)
            yield right, best
        else:
            yield right, None
    yield from ((None, one) for one in left)


def same_figure(right: Figure, one: Figure) -> bool:
    """Tell whether two quantities say the same."""
    close = isclose(right.value, one.value, rel_tol=1e-3)
    return close and right.unit == one.unit and right.comparator == one.comparator


# --- Claims ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Claims:
    figures: dict[str, float]
    wanted: int
    missed: tuple[GoldClaim, ...]
    false: tuple[GoldClaim, ...]
    relations_missed: tuple[tuple[str, list[tuple[str, str, str]]], ...]
    relations_false: tuple[tuple[str, list[tuple[str, str, str]]], ...]


def _claims(gold: Gold, found: Found, articles: Collection[str]) -> _Claims:
    """Compare claims by article, and contradictions and what is superseded by what is claimed."""
    wanted = {(one.saying, one.unit, one.article): one for one in gold.claims if one.article in articles}
    given = {(one.saying, one.unit, one.article): one for one in found.claims if one.article in articles}
    missed = tuple(one for key, one in wanted.items() if key not in given and not one.optional)
    false = tuple(one for key, one in given.items() if key not in wanted)
    required = sum(not one.optional for one in wanted.values())
    hits = required - len(missed)
    sayings = {one.saying for one in wanted.values()} & {one.saying for one in given.values()}
    right = {each for each in gold.relations if each[1] <= sayings and each[0] != "agrees"}
    told = {each for each in found.relations if each[1] <= sayings and each[0] in ("contradicts", "superseded")}
    both = len(right & told)
    return _Claims(
        {"claims": f1(hits, required, hits + len(false)), "relations": f1(both, len(right), len(told))},
        required,
        missed,
        false,
        tuple(sorted((kind, sorted(pair)) for kind, pair in right - told)),
        tuple(sorted((kind, sorted(pair)) for kind, pair in told - right)),
    )
