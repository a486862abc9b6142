"""Recognise which of the topic's measures a figure in a text states, by the words near it.

"about 40 percent of the world's population"  ->  the measure `population-share`
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from site_src.languages.phrases import any_of
from site_src.model import Quantity
from site_src.topic.values import Measure, Topic

_REACH = 56
"""Characters after (and before) a figure in which a measure's words must stand."""
_CLOSE = 24
"""Characters around a count in which a word forbids it: "five other members"."""
_STOPS = (";", ". ")
_COMMA = re.compile(r"[,;:.]\s")


def _own(words: str, start: int, end: int) -> tuple[int, int]:
    """Give a figure with the words that follow it up to the next comma: "nine members, three observers" are two."""
    comma = _COMMA.search(words, end)
    return start, min(comma.start() if comma else len(words), end + _REACH)


def _near(words: str, start: int, end: int) -> tuple[int, int]:
    """Give the stretch around a figure in which its words are sought; it does not cross a semicolon."""
    left, right = words[:start], words[end:]
    first = max([start - _REACH, 0, *(left.rfind(stop) + 1 for stop in _STOPS)])
    stops = [place for stop in _STOPS if (place := right.find(stop)) >= 0]
    return first, min([end + _REACH, len(words), *(end + place for place in stops)])


def _fits(measure: Measure, quantity: Quantity) -> bool:
    return measure.unit == quantity.unit and measure.computes not in ("founding", "status", "name")


def measure_of(
    topic: Topic, language: str, words: str, quantity: Quantity, offset: int = 0, others: Sequence[Quantity] = ()
) -> Measure | None:
    """Give the measure whose words stand nearest to a figure; none if no measure's do.

    `offset` is where `words` begin in the source that the quantity's offsets count in. Words after the figure count
    before words of the same distance before it: "14 dialogue partners". What another of the sentence's figures counts
    is not what this one does, if it says so itself: "40% of the people and 80% of the land".
    """
    if not any(_fits(measure, quantity) for measure in topic.measures):
        return None
    start, end = quantity.start - offset, quantity.end - offset
    apart = [one for one in others if one.end <= quantity.start or one.start >= quantity.end]
    taken = [(one.start - offset, one.end - offset) for one in apart if one.noun and quantity.noun]
    for stretch in (_own(words, start, end), _near(words, start, end)):
        found = _nearest(topic, language, words, quantity, (start, end), stretch, taken)
        if found:
            return found
    return None


def _nearest(
    topic: Topic,
    language: str,
    words: str,
    quantity: Quantity,
    place: tuple[int, int],
    stretch: tuple[int, int],
    taken: Sequence[tuple[int, int]],
) -> Measure | None:
    (start, end), (first, last) = place, stretch
    found = []
    for rank, measure in enumerate(topic.measures):
        if not _fits(measure, quantity):
            continue
        told = list(any_of(measure.words.get(language, ())).finditer(words, first, last))
        if not told:
            continue
        counts = measure.computes == "count"
        near = (max(0, start - _CLOSE), min(len(words), end + _CLOSE)) if counts else (first, last)
        if any_of(measure.refuses.get(language, ())).search(words, *near):
            continue
        for match in told:
            if counts and not _counted(quantity, match.span(), (start, end)):
                continue
            if any(left <= match.start() < right for left, right in taken):
                continue
            after = match.start() >= start
            distance = max(0, match.start() - end) if after else max(0, start - match.end())
            found.append((distance, not after, rank, measure))
    return min(found, key=lambda item: item[:3])[3] if found else None


def _counted(quantity: Quantity, word: tuple[int, int], place: tuple[int, int]) -> bool:
    """Tell whether a word is what a number counts: "two observers", not "two of them remain observers"."""
    (start, end), (first, last) = place, word
    return start <= first < end or 0 <= start - last <= 1 or (not quantity.noun and first - end == 1)


def variant_of(
    topic: Topic,
    measure: Measure,
    language: str,
    words: str,
    quantity: Quantity,
    others: Sequence[Quantity],
    offset: int = 0,
) -> str:
    """Give the indicator whose words stand by a figure, "4% in current dollars"; empty if none's do.

    What follows up to the next comma or figure counts before what stands between the figure before and this one.
    """
    start, end = quantity.start - offset, quantity.end - offset
    after = min((one.start - offset for one in others if one.start >= quantity.end), default=len(words))
    before = max((one.end - offset for one in others if one.end <= quantity.start), default=0)
    comma = _COMMA.search(words, end)
    for first, last in ((start, min(comma.start() if comma else len(words), after)), (before, start)):
        found = [
            (match.start(), indicator)
            for indicator in measure.indicators
            for match in any_of(topic.indicators[indicator].words.get(language, ())).finditer(words, first, last)
        ]
        if found:
            return (min(found) if first == start else max(found))[1]
    return ""
