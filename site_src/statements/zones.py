"""Share a sentence among its dates: each date that names a time of its own owns the clauses around it.

"A joined on 9 June 2017, and B became a member on 4 July 2023."  ->  two zones, cut before "and"
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from site_src.model import Meaning, Resolved, TimeExpression, When
from site_src.statements.clauses import lists_on
from site_src.statements.scenes import Scene

_BESIDE = 5
"""Characters between a verb of saying and its date: "reported on"."""


@dataclass(frozen=True, slots=True)
class Zone:
    """A date and the stretch of its sentence in which its fact is sought. Offsets count in the scene's words."""

    time: Resolved
    start: int
    end: int
    alone: bool
    """Whether no other date shares the sentence."""
    again: bool = False
    """Whether the date names an earlier event of the kind that another date of the sentence tells."""

    @property
    def when(self) -> When:
        assert self.time.when is not None
        return self.time.when

    @property
    def numbered(self) -> bool:
        """Whether the date is the n-th meeting of a series."""
        return self.time.expression.meaning.reads == "series"

    @classmethod
    def of_scene(cls, scene: Scene, when: When) -> Zone:
        """Make the zone of a whole sentence whose day an earlier one gives."""
        start = scene.sentence.start
        expression = TimeExpression(start, start, "", "DATE", "before", Meaning("date"))
        return cls(Resolved(expression, "", when, "", 0.0), 0, len(scene.words), True)


def names_time(time: Resolved) -> bool:
    """Tell whether an expression names a time of its own: not a length, a habit, "now" or "since"."""
    meaning = time.expression.meaning
    if time.when is None or time.expression.type in ("DURATION", "SET"):
        return False
    if meaning.reads in ("duration", "set", "reference", "bound") or meaning.edge in ("before", "after"):
        return False
    return time.when.earliest.year > 1 and time.when.latest.year < 9999


def _since_year(scene: Scene, time: Resolved, before: int) -> bool:
    """Tell whether a bare year only begins a stretch: "since 1990"."""
    return time.when is not None and time.when.grain == "year" and scene.hits.ends_at("recalled", before)


def _only_named(scene: Scene, start: int) -> bool:
    """Tell whether a date is what is said, not when it happened: "some give Friday as the day"."""
    return scene.hits.ends_at("dating", len(scene.words[:start].rstrip()))


def _dates_saying(scene: Scene, start: int) -> bool:
    """Tell whether a date stands right behind a verb of saying: "leaves in May, the paper reported on Friday"."""
    spans = (*scene.hits.spans("verbs"), *scene.hits.spans("attribution"))
    return any(0 <= start - last <= _BESIDE and "," not in scene.words[last:start] for _, last in spans)


def _own_times(scene: Scene) -> list[tuple[Resolved, bool]]:
    """List the dates that tell something; one that another date of the sentence says more exactly is left out."""
    found: list[tuple[Resolved, bool]] = []
    for time in scene.times:
        start = time.expression.start - scene.sentence.start
        if _only_named(scene, start):
            continue
        before = len(scene.words[:start].rstrip())
        # "since" may be a part of the time's own words.
        repeats = any(first < start and last >= before for first, last in scene.hits.spans("again"))
        open_end = time.when is not None and time.expression.meaning.edge in ("before", "after")
        if repeats and time.when is not None and (names_time(time) or open_end):
            found.append((time, True))
        elif names_time(time) and not _since_year(scene, time, before):
            found.append((time, repeats))
    if len(found) < 2:
        return found
    days = [
        time.when
        for time, _ in found
        if time.when is not None and not _dates_saying(scene, time.expression.start - scene.sentence.start)
    ]
    kept: list[tuple[Resolved, bool]] = []
    for time, repeats in found:
        when = time.when
        assert when is not None
        same = [other for other, _ in kept if other.when and other.when.edtf == when.edtf]
        if same:
            continue
        finer = when.grain != "day" and any(day.within(when) and day.edtf != when.edtf for day in days)
        if repeats or not finer:
            kept.append((time, repeats))
    return kept


def _cut(scene: Scene, left: Resolved, right: Resolved) -> int:
    """Find where the clause of the right date begins: at the last clause word or mark between the two dates."""
    start, end = left.expression.end - scene.sentence.start, right.expression.start - scene.sentence.start
    begins = (*scene.hits.spans("clauses"), *scene.hits.spans("joins"))
    between = [mark for mark in scene.marks if start <= mark[0] and mark[1] <= end]
    lists = [last for first, last in between if scene.words[first] == "," and lists_on(scene, first, last)]
    words = sorted(first for first, last in begins if start <= first and last <= end and first not in lists)
    marks = [last for _, last in between if last not in lists]
    both = [place for place in words if any(0 <= place - mark <= 1 for mark in marks)]
    return (both or words or marks or [end])[-1]


@lru_cache(maxsize=16)
def zones(scene: Scene) -> tuple[Zone, ...]:
    """Give each date that names a time of its own its part of the sentence; remembered for the sentences told last."""
    own = _own_times(scene) if scene.times else ()
    if not own:
        return ()
    told = [time for time, repeats in own if not repeats]
    cuts = [0, *(_cut(scene, left, right) for left, right in pairwise(told))]
    cuts, ends = cuts[: len(told)], [*cuts[1 : len(told)], len(scene.words)][: len(told)]
    spans = {time.expression.start: span for time, span in zip(told, zip(cuts, ends, strict=True), strict=True)}
    alone = len(told) == 1
    return tuple(
        Zone(time, 0, len(scene.words), alone, again=True)
        if repeats
        else Zone(time, *spans[time.expression.start], alone)
        for time, repeats in own
    )
