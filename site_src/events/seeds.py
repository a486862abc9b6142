"""Make nodes of the topic's rows: meetings of series, spells of membership, milestones.

Rows of one day and one status are one entry, however many countries they name.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from site_src.events.nodes import Node, stems
from site_src.model import FIRST_DAY, LAST_DAY, Stance, When
from site_src.topic.values import Kind, Milestone, Series, SeriesMeeting, Spell, Topic

_SURE = {"high": 0.95, "medium": 0.7, "low": 0.4}


def stamp(when: When) -> str:
    """Give the beginning of an address: the first day, or the month or year where that is all that is known."""
    text = when.earliest.isoformat()
    return text[:4] if when.grain == "year" else text[:7] if when.grain == "month" else text


def _known(when: When) -> bool:
    return when.earliest != FIRST_DAY and when.latest != LAST_DAY


def _meeting(series: Series, meeting: SeriesMeeting) -> Node:
    stance: Stance = "planned" if meeting.format == "planned" else "told"
    actors = (meeting.country,) if meeting.country else ()
    return Node(
        key=f"r:{series.id}-{meeting.ordinal}",
        kind=series.kind,
        when=meeting.when,
        stance=stance,
        actors=frozenset(),
        organisation=series.organisation,
        place=meeting.place or (actors[0] if actors else ""),
        series=f"{series.id}:{meeting.ordinal}",
        words=frozenset(),
        rows=(meeting.row,),
        address=f"{stamp(meeting.when)}-{series.id}-{meeting.ordinal}",
        confidence=_SURE[meeting.confidence],
    )


def _kind_of_spell(spell: Spell, topic: Topic) -> Kind | None:
    """Give the kind that a spell's beginning is: founding rows are the founding's."""
    if spell.founding:
        founding = next((kind for kind in topic.kinds if kind.once), None)
        if founding:
            return founding
    return next((kind for kind in topic.kinds if kind.status == spell.status and not kind.once), None)


def _beginnings(topic: Topic) -> Iterator[tuple[Spell, Kind, When]]:
    """Give what each spell tells of: that it begins, and that it was decided on another day."""
    deciding = {kind.decides: kind for kind in topic.kinds if kind.decides}
    for spell in topic.spells:
        kind, earlier = _kind_of_spell(spell, topic), deciding.get(spell.status)
        if kind and _known(spell.start):
            yield spell, kind, spell.start
        if earlier and spell.decided and _known(spell.decided) and not spell.decided.meets(spell.start):
            yield spell, earlier, spell.decided


def _spells(topic: Topic) -> Iterator[Node]:
    groups: dict[tuple[str, str, str], tuple[Kind, list[Spell]]] = {}
    days: dict[str, When] = {}
    for spell, kind, when in _beginnings(topic):
        days[when.edtf] = when
        groups.setdefault((when.edtf, kind.id, spell.status), (kind, []))[1].append(spell)
    for (day, kind_id, status), (kind, members) in sorted(groups.items(), key=lambda item: item[0]):
        countries = tuple(dict.fromkeys(spell.country for spell in members))
        codes = "" if kind.once else "-" + "-".join(sorted(country.lower() for country in countries))
        when = days[day]
        yield Node(
            key=f"r:{status}-{when.edtf}-{kind_id}",
            kind=kind.id,
            when=when,
            stance="told",
            actors=frozenset(countries),
            organisation=topic.organisation,
            place="",
            series="",
            words=frozenset(),
            rows=tuple(spell.row for spell in members),
            address=f"{stamp(when)}-{kind.id}{codes}",
            order=countries,
            confidence=min(_SURE[spell.confidence] for spell in members),
        )


def _milestone(milestone: Milestone, topic: Topic) -> Node:
    return Node(
        key=f"r:milestone-{milestone.id}",
        kind=milestone.kind,
        when=milestone.when,
        stance="told",
        actors=frozenset(milestone.actors),
        organisation=topic.organisation,
        place=milestone.place,
        series="",
        words=frozenset().union(*(stems(title) for title in milestone.titles.values())),
        rows=(milestone.row,),
        address=f"{stamp(milestone.when)}-{milestone.id}",
        titles=milestone.titles,
        order=milestone.actors,
        confidence=_SURE[milestone.confidence],
    )


def seeds(topic: Topic) -> tuple[Node, ...]:
    """Give the nodes of every row that has a date, in a fixed order."""
    found = [_meeting(series, meeting) for series in topic.series for meeting in series.meetings]
    found += _spells(topic)
    found += [_milestone(milestone, topic) for milestone in topic.milestones]
    once = {kind.id for kind in topic.kinds if kind.once}
    known = (replace(node, once=node.kind in once) for node in found if _known(node.when))
    return tuple(sorted(known, key=lambda node: node.key))
