"""Recognise which of the topic's measures a figure in a text states, by the words near it.

"about 40 percent of the world's population"  ->  the measure `population-share`
"""

from __future__ import annotations

import re

from site_src.languages.phrases import any_of
from site_src.model import Quantity
from site_src.topic.values import Measure, Topic

_REACH = 48
"""Characters after (and before) a figure in which a measure's words must stand."""
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
    return measure.unit == quantity.unit and measure.computes != "founding"


def measure_of(topic: Topic, language: str, words: str, quantity: Quantity, offset: int = 0) -> Measure | None:
    """Give the measure whose words stand nearest to a figure; none if no measure's do.

    `offset` is where `words` begin in the source that the quantity's offsets count in. Words after the figure count
    before words of the same distance before it: "14 dialogue partners".
    """
    start, end = quantity.start - offset, quantity.end - offset
    for stretch in (_own(words, start, end), _near(words, start, end)):
        found = _nearest(topic, language, words, quantity, (start, end), stretch)
        if found:
            return found
    return None


def _nearest(
    topic: Topic, language: str, words: str, quantity: Quantity, place: tuple[int, int], stretch: tuple[int, int]
) -> Measure | None:
    (start, end), (first, last) = place, stretch
    found = []
    for rank, measure in enumerate(topic.measures):
        if not _fits(measure, quantity) or any_of(measure.refuses.get(language, ())).search(words, first, last):
            continue
        for match in any_of(measure.words.get(language, ())).finditer(words, first, last):
            after = match.start() >= start
            distance = max(0, match.start() - end) if after else max(0, start - match.end())
            found.append((distance, not after, rank, measure))
    return min(found, key=lambda item: item[:3])[3] if found else None
