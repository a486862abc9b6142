"""Cut an article into scenes: a sentence with the mentions that stand in it, and who was named before.

In: an `Article`. Out: `Scene` by `Scene`, in the order of the text. Lines of the page's own, and sentences that can
tell nothing (no name, no date, no figure) are left out.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from site_src.languages.lexicon import Hits, Lexicon, Span
from site_src.model import Article, EntityMention, Quantity, Resolved, Sentence
from site_src.statements.same_names import named_alike

_CAST = ("person", "country", "organisation")
"""Whom a later sentence can mean without a name."""
# A set of signs at the head lets the search skip all letters, so what is asked of each sign comes after it.
_SIGN = re.compile(r"[,;:“”\"](?:(?<=[,;:])\s|(?<=[“”\"]))")
_SIGN_OR_DASH = re.compile(r"[,;:“”\"\s](?:(?<=[,;:])\s|(?<=\s)[–—]\s|(?<=[“”\"]))")


@dataclass(frozen=True, slots=True)
class Cast:
    """Who was named last: what "he", "the two leaders" and "the bloc" can mean."""

    person: str = ""
    pair: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    organisation: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """A sentence and all that was found in it. Offsets of mentions count in the source, all others in its words.

    A scene is itself only: what is made of it once (its clauses, its zones) is remembered by it.
    """

    sentence: Sentence
    words: str
    times: tuple[Resolved, ...]
    bounds: tuple[Resolved, ...]
    """What counts from another event: "a few days before"."""
    entities: tuple[EntityMention, ...]
    quantities: tuple[Quantity, ...]
    before: Cast
    """Who was named before this sentence."""
    prominence: float
    hits: Hits
    """Where the words of the pack's and the topic's lists stand."""
    marks: tuple[Span, ...]
    """Commas, dashes and quotation marks, with the space beside them: they end clauses."""

    def at(self, mention: EntityMention) -> int:
        """Give where a mention begins in the words."""
        return mention.start - self.sentence.start

    def stops(self, mention: EntityMention) -> int:
        """Give where a mention ends in the words."""
        return mention.end - self.sentence.start


class _Placed(Protocol):
    @property
    def start(self) -> int: ...


_Mention = TypeVar("_Mention", bound=_Placed)


def _inside(mentions: Sequence[_Mention], starts: Sequence[int], sentence: Sentence) -> tuple[_Mention, ...]:
    return tuple(mentions[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)])


def name_of(mention: EntityMention) -> str:
    """Give the entity's id, or the name as it stands where no table knows it."""
    return mention.entity or " ".join(mention.text.split())


def _last_two(names: Sequence[str]) -> tuple[str, ...]:
    distinct = list(dict.fromkeys(reversed(names)))[:2]
    return tuple(reversed(distinct))


def recast(cast: Cast, entities: Sequence[EntityMention]) -> Cast:
    """Remember who a sentence named; a pair is two persons of one sentence, and stays until another pair comes.

    Two countries are a pair only where no third is named: the last two of a list are not "the two countries".
    """
    if all(mention.kind not in _CAST for mention in entities):
        return cast
    persons = [name_of(mention) for mention in entities if mention.kind == "person"]
    countries = [name_of(mention) for mention in entities if mention.kind == "country"]
    organisations = [mention.entity for mention in entities if mention.kind == "organisation" and mention.entity]
    pair, states = _last_two(persons), _last_two(countries)
    return Cast(
        person=persons[-1] if persons else cast.person,
        pair=pair if len(pair) == 2 else cast.pair,
        countries=states if len(set(countries)) == 2 else cast.countries,
        organisation=organisations[-1] if organisations else cast.organisation,
    )


def _prominence(position: int, count: int, sentence: Sentence) -> float:
    """Fall from 1 in the lead to 0.2 at the end."""
    if sentence.role in ("headline", "lead"):
        return 1.0
    return round(1.0 - 0.8 * position / max(count - 1, 1), 3)


def _marks(words: str) -> tuple[Span, ...]:
    """Find what ends clauses; a dash with the spaces beside it only where there is one."""
    mark = _SIGN_OR_DASH if "–" in words or "—" in words else _SIGN
    return tuple([match.span() for match in mark.finditer(words)])


def scenes(article: Article, lists: Lexicon) -> Iterator[Scene]:
    """Give the sentences that can tell something as scenes: those that name somebody, a time or a figure."""
    sentences = [sentence for sentence in article.text.sentences if sentence.role != "header"]
    time_starts = [time.expression.start for time in article.times]
    entities = named_alike(article.mentions.entities, article.source)
    quantities = article.mentions.quantities
    entity_starts = [mention.start for mention in entities]
    quantity_starts = [quantity.start for quantity in quantities]
    cast = Cast()
    for position, sentence in enumerate(sentences):
        named = _inside(entities, entity_starts, sentence)
        counted = _inside(quantities, quantity_starts, sentence)
        first, last = bisect_left(time_starts, sentence.start), bisect_left(time_starts, sentence.end)
        found = article.times[first:last]
        if found or counted or named:
            words = article.text.words(sentence)
            yield Scene(
                sentence=sentence,
                words=words,
                times=tuple([time for time in found if time.when is not None]),
                bounds=tuple([time for time in found if time.expression.meaning.reads == "bound"]),
                entities=named,
                quantities=counted,
                before=cast,
                prominence=_prominence(position, len(sentences), sentence),
                hits=lists.read(words),
                marks=_marks(words),
            )
        cast = recast(cast, named) if named else cast
