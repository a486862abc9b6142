"""What every step of telling one article needs, and how a statement is made of a fact that was found."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256

from site_src.model import Article, Evidence, Quantity, When
from site_src.statements.actors import Fact, actors_of, organisation_of
from site_src.statements.bearers import bearers
from site_src.statements.clauses import clauses
from site_src.statements.kinds import Sign
from site_src.statements.meetings import Meeting
from site_src.statements.places import place_of
from site_src.statements.scenes import Scene
from site_src.statements.zones import Zone
from site_src.topic.values import Kind, Topic

GENERAL = "general"
_WORD = re.compile(r"[^\W\d_][\w'-]*")
BY_REFERENCE = 0.85
"""A fact whose actors an earlier sentence names is told with less confidence."""


@dataclass(frozen=True, slots=True)
class Teller:
    """What every step of one article needs."""

    article: Article
    topic: Topic
    now: Meeting | None
    """The meeting on whose days the article was written."""
    figured: frozenset[int] = frozenset()
    """Where the sentences begin that state figures of the topic's measures."""
    verbs: tuple[str, ...] = ()
    """Patterns of the words by which something happens: the pack's words that end what is counted."""

    @property
    def knows_kinds(self) -> bool:
        """Whether the topic has an organisation and its kinds: without them every dated sentence is news."""
        return bool(self.topic.organisation)

    @property
    def generic(self) -> Kind | None:
        """The kind that a mere saying has: the last generic one of the topic."""
        return next((kind for kind in reversed(self.topic.kinds) if kind.generic), None)

    def origins(self, scene: Scene) -> tuple[str, ...]:
        """Give the reports any of which can bear a sentence."""
        return bearers(self.article.origins, scene.words, self.topic)

    def kind(self, id: str) -> Kind | None:
        return next((kind for kind in self.topic.kinds if kind.id == id), None)

    def happens(self, scene: Scene, zone: Zone, *, until: int = 1 << 30) -> bool:
        """Tell whether the clause of a date says, before a place, that something happens: it has a verb."""
        place = zone.time.expression.start - scene.sentence.start
        parts = clauses(scene)
        chain = parts.chain(place)
        pattern = any_of(self.verbs)
        return any(
            parts.chain(match.start()) == chain and pattern.fullmatch(match[0].lower())
            for match in _WORD.finditer(scene.words, zone.start, min(zone.end, until))
        )


@lru_cache(maxsize=16)
def any_of(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """Make one expression of several; of none, one that finds nothing."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns) or r"(?!)")


@dataclass(frozen=True, slots=True)
class Who:
    """Who acts in a fact, in what and where."""

    actors: tuple[str, ...]
    referred: bool
    """Whether an earlier sentence names them."""
    organisation: str
    place: str


def digest(kind: str, when: When | None, quote: str) -> str:
    """Name a statement by what it says: the same for a copy in another file."""
    words = " ".join(quote.split()).casefold()
    return sha256(f"{kind}|{when.edtf if when else ''}|{words}".encode()).hexdigest()[:16]


def evidence(teller: Teller, scene: Scene) -> Evidence:
    """Give the sentence as evidence."""
    return Evidence(teller.article.id, scene.words, scene.sentence.start, scene.sentence.end)


def quantities(scene: Scene, zone: Zone) -> tuple[Quantity, ...]:
    """Give the quantities of a zone."""
    return tuple(
        quantity for quantity in scene.quantities if zone.start <= quantity.start - scene.sentence.start < zone.end
    )


def who(teller: Teller, scene: Scene, zone: Zone, sign: Sign | None, kind: Kind | None) -> Who:
    """Find who acts in a zone's fact, in what and where."""
    date = zone.time.expression.start - scene.sentence.start
    at = sign.start if sign else date
    fact = Fact(zone.start, zone.end, at, kind)
    actors, referred = actors_of(scene, fact, teller.topic)
    # The place of a sentence belongs to its own date, not to the earlier event that "again since May" names.
    nowhere = zone.again or (kind is not None and kind.place_is == "none")
    told = (min(at, date), max(at, date)) if zone.time.expression.text else (at, at)
    place = "" if nowhere else place_of(scene, (zone.start, zone.end), told, teller.topic)
    return Who(actors, referred, organisation_of(scene, fact), place)
