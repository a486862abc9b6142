"""Tell whether a sentence of no known kind has a part in an event of its own, or shares its setting only.

"The meeting ended on Friday" names nobody: it is not what two presidents did there on that day.
"""

from __future__ import annotations

from site_src.events.hints import Hint
from site_src.events.nodes import GENERAL, Node, kind_of, stems
from site_src.events.setting import Setting
from site_src.topic.values import Topic


def own_part(left: Node, right: Node, around: Setting) -> Hint | None:
    """Speak against a telling of no known kind that shares the setting of an event only, not who acts in it or in what.

    A meeting of two is told by no sentence that names neither. Only where the topic knows its kinds.
    """
    if not around.topic.organisation or (left.kind == GENERAL) == (right.kind == GENERAL):
        return None
    loose, other = (left, right) if left.kind == GENERAL else (right, left)
    if other.generic:
        return None
    kind, who = kind_of(other.kind, around.topic), _persons(loose, around.topic)
    if kind is not None and kind.actors == "two" and not who:
        return -0.6, lambda: f"it names none of the two who act in {other.kind}"
    if kind is not None and kind.actors == "none" and who and not other.rows:
        return -0.6, lambda: f"somebody acts in it, and nobody in {other.kind}"
    places = frozenset().union(*(_names(place, around.topic) for place in (loose.place, other.place)))
    words = around.weight((loose.words & other.words) - places, (loose.when.earliest, loose.when.latest))
    if loose.actors & other.actors or words or loose.figures & other.figures:
        return None
    return -0.3, lambda: "they share their setting only"


def _persons(node: Node, topic: Topic) -> frozenset[str]:
    """Give who acts besides organisations."""
    found = {actor: topic.entities.get(actor) for actor in node.actors}
    return frozenset(actor for actor, entity in found.items() if entity is None or entity.kind != "organisation")


def _names(place: str, topic: Topic) -> frozenset[str]:
    """Give the stems of a place's names."""
    entity = topic.entities.get(place)
    return frozenset().union(*(stems(name) for name in entity.names.values())) if entity else frozenset()
