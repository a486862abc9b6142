"""Rooms: pages that belong together stand in one row, so that the navigation stays short and none is an orphan."""

from __future__ import annotations

from site_src.pages.desk import Desk
from site_src.pages.views import Link
from site_src.wording import msgid

WHO = (
    ("countries/index.html", msgid("Countries")),
    ("people/index.html", msgid("People")),
    ("organisations/index.html", msgid("Organisations")),
    ("places/index.html", msgid("Places")),
    ("series/index.html", msgid("Meetings")),
)
TELLERS = (("articles/index.html", msgid("Articles")), ("outlets/index.html", msgid("Outlets")))
CLAIMED = (("claims.html", msgid("Claims")), ("disagreements.html", msgid("Disagreements")))
EVERYTHING = (*WHO, *TELLERS, *CLAIMED)


def rooms(desk: Desk, start: str, row: tuple[tuple[str, str], ...]) -> tuple[Link, ...]:
    """Link the pages of a row, the page at `start` marked."""
    return tuple(Link(desk.say(text), desk.link(start, name), current=desk.path(name) == start) for name, text in row)
