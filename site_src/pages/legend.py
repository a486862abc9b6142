"""How to read the rail: each mark with what it means."""

from __future__ import annotations

from dataclasses import dataclass

from site_src.pages.desk import Desk
from site_src.wording import msgid

MARKS = (
    ("day", "", msgid("A day"), msgid("The sources name the very day.")),
    ("days", "", msgid("Some days"), msgid("It lasted from one day to another, such as a meeting.")),
    ("month", "", msgid("A month"), msgid("Only the month is known.")),
    (
        "band",
        "",
        msgid("Somewhere in a stretch"),
        msgid("Words such as “late June” name no day; the band shows what they allow."),
    ),
    ("year", "", msgid("A year"), msgid("Only the year is known.")),
    ("day", "planned", msgid("Planned"), msgid("Announced; the source does not say that it happened.")),
    (
        "day",
        "disputed",
        msgid("Accounts differ"),
        msgid("The sources tell it differently; the entry shows who says what."),
    ),
    ("day", "quiet", msgid("Tables only"), msgid("No article here reports it; a table with its sources does.")),
    ("day", "denied", msgid("Denied"), msgid("Somebody says that it did not happen.")),
)


@dataclass(frozen=True, slots=True)
class Sign:
    """A mark of the rail with its meaning."""

    mark: str
    code: str
    name: str
    text: str


def legend(desk: Desk) -> tuple[Sign, ...]:
    """Explain the marks in the desk's language."""
    return tuple(Sign(mark, code, desk.say(name), desk.say(text)) for mark, code, name, text in MARKS)
