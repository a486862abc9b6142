"""`redirects.toml`: what an editor says of addresses at which entries stood. A table is an address, its name the entry's id.

[2019-05-04-treaty-aaa]
to = "2019-05-05-treaty-aaa"

[2019-05-04-meeting-bbb]
reason = "It was a rehearsal."
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from site_src.model import Issue, Words
from site_src.topic.settings import Section, each_section, typed
from site_src.topic.values import Redirect
from site_src.topic.wrong import Wrong

FILE = "redirects.toml"


@dataclass(frozen=True, slots=True)
class _Written:
    """The keys of an address."""

    to: str = ""
    reason: Words | str = field(default_factory=dict)


def read_redirects(folder: Path, languages: tuple[str, ...]) -> tuple[tuple[Redirect, ...], tuple[Issue, ...]]:
    """Read the addresses in the order of the file."""

    def make(section: Section) -> Redirect:
        told = typed(section.keys, _Written)
        reason = {languages[0]: told.reason} if isinstance(told.reason, str) else dict(told.reason)
        if not told.to and not any(words.strip() for words in reason.values()):
            raise Wrong("to", "", "the entry that stands for it, or a reason why none does", code="missing-key")
        if told.to == section.id:
            raise Wrong("to", told.to, "another address than its own")
        return Redirect(section.id, told.to, reason, section.row)

    return each_section(folder, FILE, make, _Written)
