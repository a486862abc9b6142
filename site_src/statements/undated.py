"""Tell facts of sentences that name no day of their own but say where they stand among others.

- "a few days before the invasion in 2022" keeps its bounds;
- "at the summit" in an article written on its days is the days of that meeting;
- what goes on with the very actors of the event before it, or came "later", takes that one's days, or those since;
- "at their last meeting" is the newest one before, "after the invasion" some time before the article: another article
  may name the day.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from msgspec import structs

from site_src.model import FIRST_DAY, Statement, When
from site_src.statements.bounds import anchor_of, counted, until
from site_src.statements.clauses import framed
from site_src.statements.kinds import Sign, signs
from site_src.statements.meetings import at_meeting
from site_src.statements.scenes import Scene
from site_src.statements.speakers import speaker_of
from site_src.statements.stances import stance_of
from site_src.statements.teller import BY_REFERENCE, Teller, Who, digest, evidence, who
from site_src.statements.zones import Zone, zones
from site_src.topic import figures

_BY_NEIGHBOUR = 0.6
"""Confidence of a fact whose day an earlier sentence gives,"""
_BY_ORDER = 0.5
"""and of one that is only ordered."""
_NEAR = 1
"""Paragraphs over which a sentence goes on with an event,"""
_LATER = 4
"""and over which "later" looks back."""
_NEXT_WORD = 14
"""Characters around the words of an event in which "last" belongs to it."""
_COUNTED = 25
"""Characters behind them in which "40 times" makes them a sum, not an event."""


@dataclass(frozen=True, slots=True)
class Before:
    """The statement of a day that was told last, and its paragraph."""

    statement: Statement
    paragraph: int
    day: When | None = None
    """The day that was named last, whether or not something was told of it."""


def _needs(sign: Sign) -> int:
    return 2 if sign.kind.actors == "two" else 1


def _made(
    teller: Teller,
    scene: Scene,
    sign: Sign,
    found: Who,
    when: When,
    how: str,
    sure: float,
    *,
    series: str = "",
    order: Literal["", "open", "last"] = "",
) -> Statement:
    zone = Zone.of_scene(scene, when)
    stance = stance_of(scene, zone, sign, teller.article.clock)
    return Statement(
        id=digest(sign.kind.id, when, scene.words),
        evidence=evidence(teller, scene),
        when=when,
        when_how=how,
        kind=sign.kind.id,
        stance="recalled" if order and stance != "denied" else stance,
        actors=found.actors,
        organisation=found.organisation,
        place=found.place,
        speaker=speaker_of(scene, None).name,
        quantities=scene.quantities,
        origins=teller.origins(scene),
        prominence=scene.prominence,
        confidence=round(sure * (BY_REFERENCE if found.referred else 1.0), 3),
        series=series,
        order=order,
    )


def _within(teller: Teller, scene: Scene, sign: Sign, start: int, end: int) -> Who:
    """Find who acts in a stretch of the sentence; where it names nobody, those of the sentence before do."""
    zone = replace(Zone.of_scene(scene, until(date.max)), start=start, end=end)
    found = who(teller, scene, zone, sign, sign.kind)
    if found.actors or sign.kind.actors == "none":
        return found
    before = scene.before.pair or scene.before.countries or tuple(filter(None, [scene.before.person]))
    return replace(found, actors=before, referred=True)


def bounded(teller: Teller, scene: Scene, found: Sequence[Sign]) -> Iterator[Statement]:
    """Tell what came so and so long before or after a dated event of the same sentence."""
    if not scene.bounds:
        return
    plain = [sign for sign in found if not sign.framed and not sign.kind.generic]
    for bound in scene.bounds:
        start, anchor = bound.expression.start - scene.sentence.start, anchor_of(scene, bound)
        before = [sign for sign in plain if sign.end <= start]
        when = counted(anchor.when, bound) if anchor else None
        if before and when and not _dated(scene, start):
            how = (
                f"{bound.expression.rule}: {bound.expression.text!r} counted from {anchor.when.edtf if anchor else ''}"
            )
            yield _made(
                teller, scene, before[-1], _within(teller, scene, before[-1], 0, start), when, how, _BY_NEIGHBOUR
            )


def _dated(scene: Scene, start: int) -> bool:
    """Tell whether a fact has a day of its own before the words that count: "signed on 4 July, a year before that"."""
    own = (zone.time.expression.start - scene.sentence.start for zone in zones(scene))
    return any(0 <= place < start for place in own)


def undated(teller: Teller, scene: Scene, found: Sequence[Sign], before: Before | None) -> Statement | None:
    """Tell the fact of a sentence that names no time; None where the text does not say where it stands."""
    plain = [sign for sign in found if not (sign.framed or sign.kind.generic or _summed(scene, sign))]
    if not plain:
        return _during(teller, scene, found)
    sign = plain[0]
    acting = who(teller, scene, Zone.of_scene(scene, until(date.max)), sign, sign.kind)
    meeting = at_meeting(found, teller.now)
    if meeting and sign.kind.id != meeting.series.kind and len(acting.actors) >= _needs(sign):
        how = f"at the meeting {meeting.id}, during which it was written"
        return _made(teller, scene, sign, acting, meeting.meeting.when, how, _BY_NEIGHBOUR, series=meeting.id)
    return (
        (_same_day(teller, scene, sign, acting, before) if before else None)
        or _of_summit(teller, scene, sign, acting)
        or _last(teller, scene, sign, acting)
        or (_going_on(teller, scene, plain, before) if before else None)
        or _open(teller, scene, plain)
    )


def _same_day(teller: Teller, scene: Scene, sign: Sign, acting: Who, before: Before) -> Statement | None:
    """Tell what came on the day of the event before, as the sentence says: "the two met the same day"."""
    near = scene.sentence.paragraph - before.paragraph <= _NEAR
    if before.day is None or not near or not scene.hits.first("same_day"):
        return None
    how = f"the same day as in the sentence before: {before.day.edtf}"
    return _made(teller, scene, sign, acting, before.day, how, _BY_NEIGHBOUR)


def referred(teller: Teller, scene: Scene, day: When) -> Statement | None:
    """Tell the fact of a sentence whose day the next one gives: "The decision was taken on Thursday"."""
    plain = [sign for sign in signs(scene, teller.topic) if not (sign.framed or sign.kind.generic)]
    for sign in plain:
        acting = who(teller, scene, Zone.of_scene(scene, until(date.max)), sign, sign.kind)
        if acting.actors and not acting.referred and len(acting.actors) >= _needs(sign):
            how = f"the day of the sentence behind, which goes on with it: {day.edtf}"
            return _decided(teller, _made(teller, scene, sign, acting, day, how, _BY_NEIGHBOUR))
    return None


def _decided(teller: Teller, told: Statement) -> Statement | None:
    """Make of what will be, and was decided on a day, the decision: "A will be a partner. It was decided yesterday"."""
    clock, kind = teller.article.clock, teller.kind(told.kind)
    if told.stance != "planned" or told.when is None or clock is None or told.when.earliest > clock:
        return told
    deciding = next((one for one in teller.topic.kinds if kind and kind.status and one.decides == kind.status), None)
    return structs.replace(told, kind=deciding.id, stance="told") if deciding else None


def _during(teller: Teller, scene: Scene, found: Sequence[Sign]) -> Statement | None:
    """Tell that somebody takes part in the meeting on whose days an article was written, where nothing else is told."""
    sign = next((sign for sign in found if sign.framed and not _summed(scene, sign)), None)
    if sign is None or framed(scene, sign.start):
        return None
    return _of_summit(teller, scene, sign, who(teller, scene, Zone.of_scene(scene, until(date.max)), sign, sign.kind))


def _summed(scene: Scene, sign: Sign) -> bool:
    """Tell whether the words of an event are counted: "have met about 40 times"."""
    end = scene.sentence.start + sign.end
    return any(one.unit == "times" and end <= one.start <= end + _COUNTED for one in scene.quantities)


def _of_summit(teller: Teller, scene: Scene, sign: Sign, acting: Who) -> Statement | None:
    """Tell a meeting of the series that is named in an article written on its days."""
    now = teller.now
    if now is None or sign.kind.id != now.series.kind or not scene.hits.first(f"series {now.series.id}"):
        return None
    how = f"the meeting {now.id}, during which it was written"
    told = _made(teller, scene, sign, acting, now.meeting.when, how, _BY_NEIGHBOUR, series=now.id)
    # What is planned for a meeting that goes on is no news of it.
    return told if told.stance == "told" else None


def _last(teller: Teller, scene: Scene, sign: Sign, acting: Who) -> Statement | None:
    """Tell the newest event of its kind before the article: "at their last meeting in the capital"."""
    clock = teller.article.clock
    said = scene.hits.first("last", max(0, sign.start - _NEXT_WORD), sign.end + _NEXT_WORD)
    if clock is None or not said or len(acting.actors) < _needs(sign):
        return None
    when = until(clock - timedelta(days=1), text=scene.words[said[0] : said[1]])
    return _made(teller, scene, sign, acting, when, "the last one before the article", _BY_ORDER, order="last")


def _going_on(teller: Teller, scene: Scene, plain: Sequence[Sign], before: Before) -> Statement | None:
    """Tell what goes on with the event before: the same actors in it, or the words say that it came later."""
    last, since = before.statement, scene.sentence.paragraph - before.paragraph
    for sign in plain:
        acting = who(teller, scene, Zone.of_scene(scene, until(date.max)), sign, sign.kind)
        shared = set(acting.actors) & set(last.actors)
        if last.when is None or not shared:
            continue
        whole = len(last.actors) > 1 and (
            set(acting.actors) == set(last.actors) if acting.referred else set(acting.actors) >= set(last.actors)
        )
        if _comes_later(scene) and since <= _LATER:
            end = max(last.when.latest, teller.article.clock or last.when.latest)
            how = f"later than {last.when.edtf}, which was told before"
            return _made(
                teller, scene, sign, acting, structs.replace(until(end, since=last.when.earliest)), how, _BY_ORDER
            )
        if since <= _NEAR and (whole or (sign.kind.id == last.kind and last.confidence <= _BY_NEIGHBOUR)):
            how = f"the day of the sentence before: {last.when_how}"
            return _made(teller, scene, sign, acting, last.when, how, _BY_NEIGHBOUR, series=last.series)
    return None


def _comes_later(scene: Scene) -> bool:
    first = next(iter(scene.hits.spans("later")), None)
    return first is not None and not any(map(str.isalnum, scene.words[: first[0]]))


def _open(teller: Teller, scene: Scene, plain: Sequence[Sign]) -> Statement | None:
    """Tell what the sentence says to be past, some time before the article: "after A had invaded B"."""
    clock = teller.article.clock
    for sign in plain:
        past = scene.hits.first("since then", 0, sign.start) or scene.hits.first("recalled", 0, sign.start)
        if clock is None or not past:
            continue
        acting = who(teller, scene, Zone.of_scene(scene, until(date.max)), sign, sign.kind)
        if acting.referred or len(acting.actors) < _needs(sign):
            continue
        if sign.kind.organisation == "needed" and not acting.organisation:
            acting = replace(acting, organisation=scene.before.organisation)
        own = sign.kind.organisation == "needed" and acting.organisation == teller.topic.organisation
        since = (figures.founded(teller.topic) if own else None) or FIRST_DAY
        when = until(clock, since=since, text=scene.words[past[0] : past[1]])
        return _made(teller, scene, sign, acting, when, "some time before the article", _BY_ORDER, order="open")
    return None
