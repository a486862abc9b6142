"""Tell which of the topic's measures the figures of an article state: of whom, for when, and by which indicator.

    "In 2010 the four had 22% of the world's people and 12% of its output in nominal terms."
      ->  population-share 22 as of 2010;  gdp-share 12 as of 2010, by the nominal indicator

A figure that names no time has that of the figure before it in its paragraph where both count by the year, else that of
the article.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from site_src.languages.pack import LanguagePack
from site_src.languages.phrases import any_of
from site_src.model import Article, Figure, Quantity
from site_src.statements.figures_about import bearer, counts_states, summed
from site_src.statements.figures_time import as_of, is_ahead, is_former, looks_back, planned
from site_src.statements.scenes import Scene
from site_src.topic.measuring import measure_of, variant_of
from site_src.topic.values import Measure, Topic

_DENIAL = 24
"""Characters before a number in which a "not" denies it: "there is not one partner"."""


@dataclass(frozen=True, slots=True)
class Before:
    """What an article said last: it stands for what the next figure leaves out."""

    organisation: str = ""
    """The last organisation that was no source of figures."""
    countries: frozenset[str] = frozenset()
    """The countries that the paragraph has named."""
    figure: Figure | None = None
    paragraph: int = -1


def tell_figures(
    scenes: Iterable[Scene], article: Article, *, pack: LanguagePack | None, topic: Topic
) -> Mapping[int, tuple[Figure, ...]]:
    """Give the figures of each sentence that states any, by where the sentence starts."""
    found: dict[int, tuple[Figure, ...]] = {}
    before = Before()
    listed = tuple(scenes)
    for scene, following in zip(listed, (*listed[1:], None), strict=False):
        told: list[Figure] = []
        for quantity, upper in _ranges(scene):
            figure = _figure(scene, following, quantity, article, pack, topic, told, before)
            told += [replace(figure, upper=upper)] if figure else []
        if told:
            found[scene.sentence.start] = tuple(told)
        organisation = bearer(scene, None, pack, topic) or before.organisation
        yearly = [one for one in told if _yearly(topic, one.measure) and not is_former(scene, one.quantity, pack)]
        same = scene.sentence.paragraph == before.paragraph
        named = frozenset(one.entity for one in scene.entities if one.kind == "country" and one.entity)
        before = Before(
            organisation,
            named | before.countries if same else named,
            yearly[-1] if yearly else before.figure if same else None,
            scene.sentence.paragraph,
        )
    return found


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
    return len(gap) <= 6 and left.unit == right.unit and left.value < right.value and left.text[-1:].isdigit()


def _yearly(topic: Topic, measure: str) -> bool:
    return any(one.id == measure and one.computes in ("share", "sum") for one in topic.measures)


def _figure(
    scene: Scene,
    following: Scene | None,
    quantity: Quantity,
    article: Article,
    pack: LanguagePack | None,
    topic: Topic,
    told: list[Figure],
    before: Before,
) -> Figure | None:
    """Read one quantity; None if it states no measure, or is denied."""
    start = quantity.start - scene.sentence.start
    left = max((end for _, end in scene.marks if end <= start), default=0)
    if scene.hits.first("denied", max(left, start - _DENIAL), start):
        return None
    own = [one for one in told if _yearly(topic, one.measure)]
    last = own[-1] if own else before.figure if before.paragraph == scene.sentence.paragraph else None
    measure, variant = _measure(scene, quantity, article.language, topic, last)
    if measure is None:
        return None
    referred = before.organisation if scene.hits.spans("groups") else ""
    subject = bearer(scene, quantity, pack, topic, measure) or referred or topic.organisation
    if _of_country(scene, quantity, measure, pack):
        if len(before.countries) != 1:
            return None  # nobody can tell which one
        (subject,) = before.countries
    yearly, counts = measure.computes in ("share", "sum"), measure.computes == "count"
    when, dated = as_of(scene, quantity, article, pack, topic, own=not counts)
    ahead = planned(scene, quantity, when, article, yearly=yearly) and (yearly or is_ahead(when, article))
    if counts and not ahead and is_ahead(when, article):
        when = None  # "the four members will discuss it in May"
    if not dated and counts:
        when = looks_back(scene, quantity, article, pack)
    if not dated and yearly and last and last.as_of and last.as_of.grain == "year":
        when = last.as_of
    countries = summed(scene, following, quantity, when, article, pack, topic) if yearly else ()
    if yearly and told and not countries and told[-1].subject == subject:
        countries = told[-1].countries
    return Figure(
        quantity,
        measure.id,
        subject,
        variant=variant,
        countries=countries if subject == topic.organisation else (),
        as_of=when,
        planned=ahead and measure.unit != "ordinal",
    )


def _of_country(scene: Scene, quantity: Quantity, measure: Measure, pack: LanguagePack | None) -> bool:
    """Tell whether a sum is said to be that of "the country"."""
    words = scene.words[: quantity.start - scene.sentence.start]
    one = any_of(pack.numbers.country if pack else ()).search(words)
    return bool(one) and measure.computes == "sum" and not any(counts_states(each, pack) for each in scene.quantities)


def _measure(
    scene: Scene, quantity: Quantity, language: str, topic: Topic, last: Figure | None
) -> tuple[Measure | None, str]:
    """Give the measure of a figure, and the indicator that it names.

    "By purchasing power it is 13 percent" states the measure of the figure before it, if that can be told so.
    """
    measure = measure_of(topic, language, scene.words, quantity, scene.sentence.start)
    known = {one.id: one for one in topic.measures}
    if measure is None and last and last.quantity.unit == quantity.unit:
        former = known[last.measure]
        if variant_of(topic, former, language, scene.words, quantity, scene.quantities, scene.sentence.start):
            measure = former
    if measure is None:
        return None, ""
    variant = variant_of(topic, measure, language, scene.words, quantity, scene.quantities, scene.sentence.start)
    joined = last is not None and last.quantity.start >= scene.sentence.start and measure.id != last.measure
    if not variant and joined and last and last.variant in measure.indicators:
        variant = last.variant  # "nominal output of $26 trillion, or 22%"
    return measure, variant
