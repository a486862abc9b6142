"""Whose a figure is: the organisation's, a country's, or that of a number of states that is not its members'."""

from __future__ import annotations

import re

from site_src.languages.pack import LanguagePack
from site_src.languages.phrases import any_of
from site_src.model import Article, EntityMention, Quantity, When
from site_src.statements.scenes import Scene, name_of
from site_src.topic import figures
from site_src.topic.values import Measure, Topic

_COMMA = re.compile(r"[,;:.]")
_WORD = re.compile(r"[^\W\d_]+")


def last_organisation(scene: Scene, pack: LanguagePack | None) -> str:
    """Give the last organisation that a sentence names; empty if none."""
    named = _organisations(scene, pack)
    return named[-1].entity if named else ""


def _organisations(scene: Scene, pack: LanguagePack | None) -> list[EntityMention]:
    """List the organisations whose figures these can be.

    Who publishes a figure is not whose it is: "according to the Bank", "the Bank's data".
    """
    named = (one for one in scene.entities if one.kind == "organisation" and one.entity)
    return [one for one in named if not _is_source(scene, one, pack)]


def bearer(scene: Scene, quantity: Quantity, pack: LanguagePack | None, measure: Measure) -> str:
    """Give whose figure it is: an organisation, a country, two who met so often; empty if nobody is named."""
    if measure.unit == "times":
        return _meeting(scene)
    named = _organisations(scene, pack)
    before = [one for one in named if one.end <= quantity.start]
    behind = [one for one in named if one.start >= quantity.start and _same_clause(scene, quantity, one)]
    country = _country(scene, quantity, pack) if measure.computes == "sum" else ""
    if country and not before and not scene.hits.spans("groups"):
        return country
    return before[-1].entity if before else behind[0].entity if behind else ""


def _meeting(scene: Scene) -> str:
    """Name the two who met so many times."""
    persons = list(dict.fromkeys(name_of(one) for one in scene.entities if one.kind == "person"))
    both = scene.before.pair or scene.before.countries if scene.hits.spans("pairs") else tuple(persons[:2])
    return ", ".join(both) if len(both) == 2 else ""


def _same_clause(scene: Scene, quantity: Quantity, mention: EntityMention) -> bool:
    start, end = quantity.end - scene.sentence.start, scene.at(mention)
    return not any(start <= mark < end for mark, _ in scene.marks)


def _is_source(scene: Scene, mention: EntityMention, pack: LanguagePack | None) -> bool:
    """Tell whether an organisation only publishes what is told: a word for data or "according to" stands beside it."""
    sources = any_of(pack.numbers.sources if pack else ())
    at, stops = scene.at(mention), scene.stops(mention)
    before = _WORD.findall(_COMMA.split(scene.words[max(0, at - 24) : at])[-1])[-3:]
    after = _WORD.findall(_COMMA.split(scene.words[stops : stops + 16])[0])[:2]
    if any(sources.fullmatch(word) for word in (*before, *after)):
        return True
    return any(0 <= at - end <= 5 for name in ("according", "attribution") for _, end in scene.hits.spans(name))


def _country(scene: Scene, quantity: Quantity, pack: LanguagePack | None) -> str:
    """Give the one country right before a sum that is its own: "Avalon has 1.1 billion inhabitants"."""
    start = quantity.start - scene.sentence.start
    since = max((one.end - scene.sentence.start for one in scene.quantities if one.end <= quantity.start), default=0)
    named = [one for one in scene.entities if since <= scene.at(one) and scene.stops(one) <= start]
    own = [one for one in named if not _is_source(scene, one, pack)]
    alone = len(own) == 1 and own[0].kind == "country" and own[0].sense in ("name", "short")
    said = any(scene.hits.first(name, since, start) for name in ("verbs", "attribution"))
    counted = any(counts_states(one, pack) for one in scene.quantities if one.start < quantity.start)
    return own[0].entity if alone and not said and not counted else ""


# --- How many states are added up -----------------------------------------------------------------------------------


def summed(
    scene: Scene,
    following: Scene | None,
    quantity: Quantity,
    when: When | None,
    article: Article,
    pack: LanguagePack | None,
    topic: Topic,
) -> tuple[str, ...]:
    """Give the states whose figures a sum holds, where a number of them says that it is not the year's members.

    "The eight states" of a year with six are those of the year that had eight; "a family of 26 nations" in the next
    sentence are the members with all who are tied to them. Empty: the members.
    """
    published = article.published.when.latest if article.published.when else None
    day = when.latest if when else published
    if day is None:
        return ()
    own = _states(scene, quantity, pack)
    if own:
        return figures.those_counted(topic, own, day)
    beside = following if following and following.sentence.paragraph == scene.sentence.paragraph else None
    counted = [counts_states(one, pack) for one in beside.quantities] if beside else []
    return next((found for number in counted if (found := figures.all_tied(topic, number, published or day))), ())


def counts_states(quantity: Quantity, pack: LanguagePack | None) -> int:
    """Give how many states a quantity counts; 0 if it counts something else."""
    nouns = any_of(pack.numbers.states if pack else ())
    return (
        int(quantity.value) if quantity.unit == "count" and quantity.value < 1000 and nouns.search(quantity.noun) else 0
    )


def _states(scene: Scene, quantity: Quantity, pack: LanguagePack | None) -> int:
    """Give how many states the clause before a figure counts; 0 if none."""
    place = quantity.start - scene.sentence.start
    left = max((end for _, end in scene.marks if end <= place), default=0)
    counted = [
        number
        for one in scene.quantities
        if left <= one.start - scene.sentence.start < place and (number := counts_states(one, pack))
    ]
    return counted[-1] if counted else 0
