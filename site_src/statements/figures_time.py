"""For which time a figure is told: the time that its clause names, or that it looks back before."""

from __future__ import annotations

from bisect import bisect_left
from datetime import timedelta

from site_src.languages.pack import LanguagePack
from site_src.languages.phrases import any_of
from site_src.model import Article, Quantity, Resolved, When, on_day
from site_src.statements.scenes import Scene
from site_src.statements.zones import names_time
from site_src.topic.values import Topic

_AHEAD = 70
"""Characters before a figure in which "will" makes it a forecast."""
_ONCE = 48
"""Characters before a date in which a founding takes it for itself: "founded in Avalon on 15 June"."""


def _now(time: Resolved) -> bool:
    return time.expression.meaning.reference == "PRESENT_REF"


def _times(scene: Scene, article: Article, topic: Topic) -> list[Resolved]:
    """List the times of a sentence that a figure can have, "now" included; not those since which something is so."""
    starts = [time.expression.start for time in article.times]
    first, last = bisect_left(starts, scene.sentence.start), bisect_left(starts, scene.sentence.end)
    found = []
    for time in article.times[first:last]:
        at = time.expression.start - scene.sentence.start
        bounded = scene.hits.ends_at("bounding", len(scene.words[:at].rstrip()))
        if _now(time) or (names_time(time) and not bounded and not _of_founding(scene, at, topic)):
            found.append(time)
    return found


def _of_founding(scene: Scene, at: int, topic: Topic) -> bool:
    """Tell whether a date is that of what happens once: "founded in 1999, it has three members" counts them today."""
    once = (span for kind in topic.kinds if kind.once for span in scene.hits.spans(f"kind {kind.id}"))
    return any(0 <= at - end <= _ONCE and not _between(scene, end, at) for _, end in once)


def _between(scene: Scene, start: int, end: int) -> list[Quantity]:
    """List the quantities that lie in a stretch of the words."""
    first, last = start + scene.sentence.start, end + scene.sentence.start
    return [one for one in scene.quantities if first <= one.start < last]


def as_of(
    scene: Scene, quantity: Quantity, article: Article, pack: LanguagePack | None, topic: Topic, *, own: bool
) -> tuple[When | None, bool]:
    """Give the time that a sentence names for a figure, and whether it names one; "now" is the article's.

    First what follows within the clause, then what stands before, then what follows behind a comma. `own`: such a
    later time counts, since the figure is one of a year and not of a day.
    """
    start, end = quantity.start - scene.sentence.start, quantity.end - scene.sentence.start
    behind: list[tuple[int, int, Resolved]] = []
    before: list[tuple[int, Resolved]] = []
    for time in _times(scene, article, topic):
        first, last = (place - scene.sentence.start for place in (time.expression.start, time.expression.end))
        if first >= end and not _held_against(scene, end, first, pack):
            commas = sum(end <= mark < first for mark, _ in scene.marks)
            behind.append((commas, first, time))
        elif last <= start and not any(mark in scene.words[last:start] for mark in ";"):
            before.append((start - last, time))
    near = sorted((first, time) for commas, first, time in behind if not commas) if behind else []
    chosen = (
        near[0][1]
        if near
        else min(before, key=lambda one: one[0])[1]
        if before
        else min(behind, key=lambda one: one[:2])[2]
        if behind and own
        else None
    )
    return (None, False) if chosen is None else (None if _now(chosen) else chosen.when, True)


def _held_against(scene: Scene, start: int, end: int, pack: LanguagePack | None) -> bool:
    """Tell whether a later time is another figure's: "6.6%, up from 5% in 2001", "three times that of 2000"."""
    stretch = scene.words[start:end]
    if ";" in stretch or scene.hits.first("bounding", start, end) or scene.hits.first("conditions", start, end):
        return True
    return any(one.unit == "times" or is_former(scene, one, pack) for one in _between(scene, start, end))


def is_former(scene: Scene, quantity: Quantity, pack: LanguagePack | None) -> bool:
    """Tell whether a figure is only what another one is held against: "up from 5%"."""
    last = scene.words[: quantity.start - scene.sentence.start].rstrip().rpartition(" ")[2]
    return any_of(pack.numbers.former if pack else ()).fullmatch(last) is not None


def looks_back(scene: Scene, quantity: Quantity, article: Article, pack: LanguagePack | None) -> When | None:
    """Give the day before a change: "it had four members until Avalon joined on 18 May", "before that it had four"."""
    ended = _until(scene, quantity, pack)
    if ended:
        return on_day(ended.earliest - timedelta(days=1), ended.text, "~")
    first = any_of(pack.numbers.earlier if pack else ()).match(scene.words)
    if first is None or quantity.start - scene.sentence.start < first.end():
        return None
    told = [
        time.when.earliest
        for time in article.times
        if time.expression.start < scene.sentence.start and time.when and names_time(time) and time.when.grain == "day"
    ]
    return on_day(told[-1] - timedelta(days=1), first[0], "~") if told else None


def _until(scene: Scene, quantity: Quantity, pack: LanguagePack | None) -> When | None:
    """Give the day until which a figure was so."""
    end = quantity.end - scene.sentence.start
    words = any_of(pack.time.tense.get("until", ()) if pack else ()).search(scene.words, end)
    comma = next((mark for mark, _ in scene.marks if mark >= end), len(scene.words))
    if words is None or words.start() > comma:
        return None
    behind = (one.when for one in scene.times if one.expression.start - scene.sentence.start >= words.end())
    return next((when for when in behind if when and when.grain == "day"), None)


def is_ahead(when: When | None, article: Article) -> bool:
    """Tell whether a time lies ahead of the article's clock."""
    return when is not None and article.clock is not None and when.earliest > article.clock


def planned(scene: Scene, quantity: Quantity, when: When | None, article: Article, *, yearly: bool) -> bool:
    """Tell whether a figure is a forecast: told with "will", a yearly one also if it is of a time ahead."""
    if yearly and is_ahead(when, article):
        return True
    start = quantity.start - scene.sentence.start
    left = max((end for _, end in scene.marks if end <= start), default=0)
    return scene.hits.first("planned", max(left, start - _AHEAD), start) is not None
