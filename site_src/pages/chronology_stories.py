"""Stories: entries of a list with what opens in place and what stands as a line under them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from site_src.addresses import file_name
from site_src.model import Event, Statement
from site_src.pages.cards import card
from site_src.pages.chronology_clocks import HAPPENED, Clock, known_by
from site_src.pages.chronology_facets import attribute, values
from site_src.pages.chronology_folds import UNDER, Fold, fold
from site_src.pages.chronology_references import Numbers, cited
from site_src.pages.desk import Desk
from site_src.pages.passages import passage
from site_src.pages.scales import in_year, mark
from site_src.pages.views import Card, Passage
from site_src.wording.dates import date_words

MOST_QUOTES = 4
"""How many quotes open in place; an entry's own page has them all."""

ROOMS = (1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 128, 256, 512)
"""As in the style sheet."""


@dataclass(frozen=True, slots=True)
class Told:
    """A quote that opens in place."""

    passage: Passage
    known: str
    """The day by which it was published, ISO; empty if nobody knows."""
    number: int
    """Of its article among the page's sources."""


@dataclass(frozen=True, slots=True)
class Story:
    """An entry in a list."""

    card: Card
    anchor: str
    facets: str
    """Its values for the filters."""
    known: str
    """The day by which it was first reported, ISO; empty if no dated article tells it."""
    cited: str
    """Its sources by their numbers."""
    told: tuple[Told, ...] = ()
    left: str = ""
    """How many more quotes its page has, in words."""
    relation: str = ""
    """Why it stands as a line under another entry, in words."""
    under: tuple[Story, ...] = ()
    """The entries that stand as lines under this one."""


def stories(
    desk: Desk,
    start: str,
    events: Iterable[Event],
    numbers: Numbers,
    *,
    clock: Clock = HAPPENED,
    opened: bool = True,
) -> tuple[Story, ...]:
    """Tell entries for a list on the page at `start`; `opened` brings what opens in place.

    By the day of its report a plan stands before what was held, so nothing is folded there.
    """
    if clock is not HAPPENED:
        return tuple(_story(desk, start, event, numbers, clock, opened) for event in events)
    return tuple(
        _story(desk, start, one.event, numbers, clock, opened, under=tuple(_unders(desk, start, one, numbers)))
        for one in fold(events, desk.holdings.importance)
    )


def _unders(desk: Desk, start: str, one: Fold, numbers: Numbers) -> Iterator[Story]:
    """Tell the entries that stand as lines under another one."""
    for event, relation in one.under:
        yield _story(desk, start, event, numbers, HAPPENED, opened=False, relation=desk.say(UNDER[relation]))


def _story(
    desk: Desk,
    start: str,
    event: Event,
    numbers: Numbers,
    clock: Clock,
    opened: bool,
    *,
    relation: str = "",
    under: tuple[Story, ...] = (),
) -> Story:
    quotes = _quotes(desk, start, event, numbers) if opened else ()
    rest = _said(desk, event)[1] - len(quotes) if quotes else 0
    return Story(
        card=_by(desk, clock, event, card(desk, start, event)),
        anchor=anchor(event),
        facets=desk.once(("facets", event.id), lambda: attribute(values(desk, event))),
        known=known_by(desk, event),
        cited=cited(event, numbers),
        told=quotes,
        left=desk.count("%(number)s more quote", "%(number)s more quotes", rest) if rest > 0 else "",
        relation=relation,
        under=under,
    )


def anchor(event: Event) -> str:
    """Name the place of an entry in a list."""
    return f"e-{file_name(event.id)}"


def room(entries: int) -> int:
    """Round a number of entries up to one of a few, for the room that a section out of view is kept: 5 is 6, 50 is 64.

    More room than needed is harmless; with less, what is not laid out yet would reach into the section below.
    """
    return next((size for size in ROOMS if entries <= size), ROOMS[-1])


def _by(desk: Desk, clock: Clock, event: Event, one: Card) -> Card:
    """Date a card by another clock than its own: the report's day beside it, its own day in it."""
    when = clock.when(desk, event)
    if clock is HAPPENED or when is None:
        return one
    return replace(one, date=date_words(when, desk.words), happened=one.date, mark=mark(when), ruler=in_year(when))


def _quotes(desk: Desk, start: str, event: Event, numbers: Numbers) -> tuple[Told, ...]:
    return tuple(_told(desk, start, one, numbers) for one in _said(desk, event)[0])


def _said(desk: Desk, event: Event) -> tuple[tuple[Statement, ...], int]:
    """Choose the most prominent quote of each article, and count all quotes."""
    return desk.once(("said", event.id), lambda: _chosen(event))


def _chosen(event: Event) -> tuple[tuple[Statement, ...], int]:
    chosen: dict[str, Statement] = {}
    for statement in sorted(event.statements, key=lambda one: (-one.prominence, one.evidence.article, one.id)):
        chosen.setdefault(statement.evidence.article, statement)
    quotes = {(proof.article, proof.start, proof.end) for proof in event.evidence}
    return tuple(chosen.values())[:MOST_QUOTES], len(quotes)


def _told(desk: Desk, start: str, statement: Statement, numbers: Numbers) -> Told:
    proof = statement.evidence
    when = desk.holdings.article_by_id[proof.article].published.when
    known = when.latest.isoformat() if when else ""
    return Told(passage(desk, start, proof, statement), known, numbers[proof.article])
