"""How well events, their merging, stances, quantities and claims were found, against texts that were marked.

An event counts as found if one that the program gives tells it with overlapping words and a date that fits: one inside
the other, at the same grain. Optional events count neither as found nor as missed nor as false.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from bench.events_figures import Relation, claims_of, f1, figures_of, share, shared
from bench.events_gold import Days, Figure, Gold, GoldClaim, GoldEvent, Told


@dataclass(frozen=True, slots=True)
class Found:
    """What the program made of the articles."""

    events: tuple[FoundEvent, ...]
    figures: dict[str, tuple[Figure, ...]]
    """Quantities by article."""
    claims: tuple[GoldClaim, ...]
    relations: frozenset[Relation]
    dates: dict[str, tuple[FoundDate, ...]]
    """Resolved time expressions by article: they say whether a missed event failed at its date or after it."""


@dataclass(frozen=True, slots=True)
class FoundDate:
    """Words that name days, at their place."""

    start: int
    end: int
    words: str
    days: Days
    edtf: str


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
    again: dict[str, str]
    """Which of the false ones tell an event that another entry tells already."""
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
    figures, wrong = figures_of(gold, found.figures, articles)
    claims = claims_of(gold, found.claims, found.relations, articles)
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
        events.again(),
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

    def again(self) -> dict[str, str]:
        """Name the event that a false entry tells once more."""
        false = {given.id for given in self.false()}
        return {
            given.id: event.key
            for _, event, given in reversed(self.overlaps)
            if given.id in false and event.key in self.pairs and _fits(event, given)
        }

    def figures(self) -> dict[str, float]:
        hits, false = self.hits(), len(self.false())
        return {
            "precision": share(hits, hits + false),
            "recall": share(hits, self.required),
            "right_date": share(hits, hits + len(self.misdated)),
        }


def cause(event: GoldEvent, found: Found) -> str:
    """Say how far the program came with an event that it missed: its date not read, read otherwise, or not told."""
    read = [date for told in event.told for date in found.dates.get(told.article, ()) if shared(told, date)]
    fitting = [date for date in read if any(date.days.fits(right) for right in event.dates)]
    if fitting:
        return "date read, no entry"
    return f"date read as {read[0].edtf}" if read else "no date read"


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
        precision = share(sum(both[one.event, two.event] / found[two.event] for one, two in items), len(items))
        recall = share(sum(both[one.event, two.event] / wanted[one.event] for one, two in items), len(items))
        measured = [pair for pair in self.pairs if pair[2] and pair[0].stances]
        wrong = len(list(self.wrong_stances()))
        return {
            "merging": f1(precision * recall, precision, recall),
            "stance": share(len(measured) - wrong, len(measured)),
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
