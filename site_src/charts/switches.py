"""What a reader shows and hides: the layers that pictures and figures name, and the switches for them.

A switch is a box on the page, and `charts.css` hides by its state, so that it works without scripts and on paper. The
stylesheet has a rule for each name below; a test compares the two.
"""

from __future__ import annotations

from site_src.charts.kinds import Subject
from site_src.charts.words import Speech
from site_src.model import Switch
from site_src.wording import msgid

THROUGHOUT = "throughout"
"""What today's members had in every year."""
CLAIMS = "claims"
"""What the press states."""
IN_FORCE, DECIDED = "in-force", "decided"
"""Statuses from the day on which they came into force, or from that of their decision: one of the two is shown."""
LAYERS = (THROUGHOUT, CLAIMS, IN_FORCE, DECIDED)

_LABELS = {
    THROUGHOUT: msgid("Today's members throughout"),
    CLAIMS: msgid("What the press states"),
    IN_FORCE: msgid("when it came into force"),
    DECIDED: msgid("when it was decided"),
}


def boxes(subject: Subject, *, throughout: bool, stated: bool) -> tuple[Switch, ...]:
    """Give a box for each of the layers that a chart of figures has."""
    there = ((THROUGHOUT, throughout), (CLAIMS, stated))
    return tuple(Switch(layer, _label(subject, layer)) for layer, drawn in there if drawn)


def dates(subject: Subject) -> tuple[Switch, ...]:
    """Give the choice between two days on which a status can be said to begin."""
    choice = subject.say(lambda speech: speech.say("A status begins"))
    return tuple(Switch(layer, _label(subject, layer), choice) for layer in (IN_FORCE, DECIDED))


def _label(subject: Subject, layer: str) -> dict[str, str]:
    def tell(speech: Speech) -> str:
        return speech.say(_LABELS[layer])

    return dict(subject.say(tell))
