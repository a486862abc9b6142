"""Tell which of the topic's measures the figures of an article state: of whom, for when, and by which indicator.

    "In 2010 the four had 22% of the world's people and 12% of its output in nominal terms."
      ->  population-share 22 as of 2010;  gdp-share 12 as of 2010, by the nominal indicator

A figure that names no time has that of the figure before it in its paragraph where both count by the year, else that of
the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from site_src.languages.pack import LanguagePack
from site_src.languages.phrases import any_of
from site_src.model import Article, EntityMention, Figure, Quantity, When
from site_src.statements.figures_about import bearer, counts_states, last_organisation, summed
from site_src.statements.figures_time import as_of, is_ahead, is_former, looks_back, planned
from site_src.statements.scenes import Scene
from site_src.topic.measuring import measure_of, variant_of
from site_src.topic.values import Measure, Topic

_DENIAL = 24
"""Characters before a number in which a "not" denies it: "there is not one partner"."""
_RANGE = 6
"""The most characters between the two ends of a range."""
_NEXT = re.compile(r" ([^\W\d_]+)")
YEARLY = ("share", "sum")
"""What is computed for a year, and not for a day."""


@dataclass(frozen=True, slots=True)
class Before:
    """What an article said last: it stands for what the next figure leaves out."""

    organisation: str = ""
    """The last organisation that was no source of figures."""
    countries: frozenset[str] = frozenset()
    """The countries that the paragraph has named."""
    figure: Figure | None = None
    """The last yearly figure of the paragraph."""
    paragraph: int = -1


@dataclass(frozen=True, slots=True)
class Reader:
    """What reading the figures of one sentence needs."""

    scene: Scene
    following: Scene | None
    before: Before
    article: Article
    pack: LanguagePack | None
    topic: Topic


def tell_figures(
    scenes: Iterable[Scene], article: Article, *, pack: LanguagePack | None, topic: Topic
) -> Mapping[int, tuple[Figure, ...]]:
    """Give the figures of each sentence that states any, by where the sentence starts."""
    found: dict[int, tuple[Figure, ...]] = {}
    if not topic.measures:
        return found
    before = Before()
    listed = tuple(scenes)
    for scene, following in zip(listed, (*listed[1:], None), strict=False):
        if scene.sentence.paragraph != before.paragraph:
            before = Before(before.organisation, paragraph=scene.sentence.paragraph)
        told = _told(Reader(scene, following, before, article, pack, topic))
        if told:
            found[scene.sentence.start] = told
        before = _after(before, scene, told, pack, topic)
    return found


def _after(before: Before, scene: Scene, told: Sequence[Figure], pack: LanguagePack | None, topic: Topic) -> Before:
    """Remember what a sentence named; what a figure was held against is not what the next one goes on with."""
    yearly = [one for one in told if _yearly(topic, one.measure) and not is_former(scene, one.quantity, pack)]
    return Before(
        last_organisation(scene, pack) or before.organisation,
        before.countries | {one.entity for one in scene.entities if _is_country(one)},
        yearly[-1] if yearly else before.figure,
        before.paragraph,
    )


def _is_country(mention: EntityMention) -> bool:
    return mention.kind == "country" and bool(mention.entity)


def _yearly(topic: Topic, measure: str) -> bool:
    return any(one.id == measure and one.computes in YEARLY for one in topic.measures)


# --- One sentence ---------------------------------------------------------------------------------------------------


def _told(reader: Reader) -> tuple[Figure, ...]:
    told: list[Figure] = []
    for quantity, upper in _ranges(reader.scene):
        own = [one for one in told if _yearly(reader.topic, one.measure)]
        figure = _figure(reader, quantity, own[-1] if own else reader.before.figure)
        told += [replace(figure, upper=upper)] if figure else []
    return tuple(told)


def _ranges(scene: Scene) -> list[tuple[Quantity, float | None]]:
    """Join the two ends of "35-40 percent"."""
    found: list[tuple[Quantity, float | None]] = []
    for quantity in scene.quantities:
        last = found[-1][0] if found else None
        gap = scene.words[last.end - scene.sentence.start : quantity.start - scene.sentence.start] if last else ""
        if last and last.comparator == ">=" and quantity.comparator in ("=", "<=") and _is_range(last, quantity, gap):
            text = last.text + gap + quantity.text
            found[-1] = replace(quantity, start=last.start, value=last.value, comparator="=", text=text), quantity.value
        else:
            found.append((quantity, None))
    return found


def _is_range(left: Quantity, right: Quantity, gap: str) -> bool:
    """Tell whether two numbers are the ends of one range: the first is told without a unit of its own."""
    return len(gap) <= _RANGE and left.unit == right.unit and left.value < right.value and left.text[-1:].isdigit()


def _figure(reader: Reader, quantity: Quantity, last: Figure | None) -> Figure | None:
    """Read one quantity; None if it states no measure, is denied, or nobody can tell whose it is."""
    measure, variant = _measure(reader, quantity, last)
    if measure is None or _denied(reader.scene, quantity):
        return None
    if measure.computes == "count" and quantity.unit == "count" and _partial(reader, quantity, measure):
        return None
    subject = _subject(reader, quantity, measure)
    if not subject:
        return None
    when, ahead = _time(reader, quantity, measure, last)
    countries: tuple[str, ...] = ()
    if measure.computes in YEARLY and subject == reader.topic.organisation:
        countries = summed(reader.scene, reader.following, quantity, when, reader.article, reader.pack, reader.topic)
        same = last is not None and last.quantity.start >= reader.scene.sentence.start and last.subject == subject
        countries = countries or (last.countries if last and same else ())
    return Figure(quantity, measure.id, subject, None, variant, countries, when, ahead)


def _denied(scene: Scene, quantity: Quantity) -> bool:
    start = quantity.start - scene.sentence.start
    left = max((end for _, end in scene.marks if end <= start), default=0)
    return scene.hits.first("denied", max(left, start - _DENIAL), start) is not None


def _partial(reader: Reader, quantity: Quantity, measure: Measure) -> bool:
    """Tell whether a number counts only some: "five other members", "two members that have not"."""
    scene, pack = reader.scene, reader.pack
    if pack is None:
        return False
    start, end = quantity.start - scene.sentence.start, quantity.end - scene.sentence.start
    before = scene.words[:start].rstrip().rpartition(" ")[2]
    some = any_of(pack.numbers.partial)
    whole = any_of(measure.words.get(reader.article.language, ())).search(scene.words, start, end)
    behind = _NEXT.match(scene.words, end) if whole else None  # "two states that are observers" are all of them
    after = behind is not None and any_of(pack.numbers.partial_after).fullmatch(behind[1]) is not None
    return some.fullmatch(before) is not None or some.search(scene.words, start, end) is not None or after


def _subject(reader: Reader, quantity: Quantity, measure: Measure) -> str:
    """Give whose a figure is; empty for "the country" where the paragraph names several."""
    scene, before = reader.scene, reader.before
    if _of_country(scene, quantity, measure, reader.pack):
        return next(iter(before.countries)) if len(before.countries) == 1 else ""
    referred = before.organisation if scene.hits.spans("groups") else ""
    return bearer(scene, quantity, reader.pack, measure) or referred or reader.topic.organisation


def _of_country(scene: Scene, quantity: Quantity, measure: Measure, pack: LanguagePack | None) -> bool:
    """Tell whether a sum is said to be that of "the country"."""
    words = scene.words[: quantity.start - scene.sentence.start]
    one = any_of(pack.numbers.country if pack else ()).search(words)
    return bool(one) and measure.computes == "sum" and not any(counts_states(each, pack) for each in scene.quantities)


def _time(reader: Reader, quantity: Quantity, measure: Measure, last: Figure | None) -> tuple[When | None, bool]:
    """Give the time that is named for a figure, None for the article's own, and whether it is a forecast."""
    scene, article, pack = reader.scene, reader.article, reader.pack
    yearly, counts = measure.computes in YEARLY, measure.computes == "count"
    when, dated = as_of(scene, quantity, article, pack, reader.topic, own=not counts)
    ahead = planned(scene, quantity, when, article, yearly=yearly) and (yearly or is_ahead(when, article))
    if counts and not ahead and is_ahead(when, article):
        when = None  # "the four members will discuss it in May"
    if not dated and counts:
        when = looks_back(scene, quantity, article, pack)
    if not dated and yearly and last and last.as_of and last.as_of.grain == "year":
        when = last.as_of
    return when, ahead and measure.unit != "ordinal"


def _measure(reader: Reader, quantity: Quantity, last: Figure | None) -> tuple[Measure | None, str]:
    """Give the measure of a figure, and the indicator that it names.

    "By purchasing power it is 13 percent" states the measure of the figure before it, if that can be told so.
    """
    topic, language, start = reader.topic, reader.article.language, reader.scene.sentence.start
    words, others = reader.scene.words, reader.scene.quantities
    measure = measure_of(topic, language, words, quantity, start, others)
    if measure is None and last and last.quantity.unit == quantity.unit:
        former = next(one for one in topic.measures if one.id == last.measure)
        measure = former if variant_of(topic, former, language, words, quantity, others, start) else None
    if measure is None:
        return None, ""
    variant = variant_of(topic, measure, language, words, quantity, others, start)
    joined = last is not None and last.quantity.start >= start and measure.id != last.measure
    if not variant and joined and last and last.variant in measure.indicators:
        variant = last.variant  # "nominal output of $26 trillion, or 22%"
    return measure, variant
