"""A text while it is being cleaned: its lines, each either kept, with a role, or furniture, with the rule that said so.

Steps take a draft and give a new one; no letter moves, a line only becomes shorter or is cut in two.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from site_src.languages.words import words
from site_src.model import RawText

LineRole = Literal["", "headline", "header", "caption"]

CLOSERS = "\"'”’»)]"
HEADLINE_WORDS = 16
RUNNING_WORDS = 6


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of the source that stands alone: a paragraph, a heading, a caption, a scrap of the page."""

    start: int
    end: int
    role: LineRole = ""
    """Empty for running text and for what is not yet known."""
    rule: str = ""
    """The rule that took it for furniture; empty if it is kept."""


@dataclass(frozen=True, slots=True)
class Draft:
    """All lines of a text in order, and what was learnt from them so far."""

    raw: RawText
    lines: tuple[Line, ...]
    title: str = ""
    outlet: str = ""
    part: int = 0

    def words(self, line: Line) -> str:
        """Give a line's own letters."""
        return self.raw.source[line.start : line.end]

    @property
    def kept(self) -> tuple[Line, ...]:
        return tuple(line for line in self.lines if not line.rule)

    @property
    def body(self) -> int:
        """Where running text begins: the first kept line that ends like a sentence; the source's end if none does."""
        first = (line.start for line in self.kept if not line.role and is_running(self.words(line)))
        return next(first, len(self.raw.source))

    def each(self, change: Callable[[Line], Iterable[Line]]) -> Draft:
        """Give every kept line to `change`, which gives what becomes of it; furniture stays furniture."""
        lines = (piece for line in self.lines for piece in ((line,) if line.rule else change(line)))
        return replace(self, lines=tuple(lines))

    def cut_end(self, line: Line, length: int, rule: str, role: LineRole | None = None) -> tuple[Line, ...]:
        """Cut the last `length` characters of a line as furniture."""
        text = self.words(line)
        rest, cut = text[: len(text) - length].rstrip(), text[len(text) - length :].lstrip()
        kept = Line(line.start, line.start + len(rest), line.role if role is None else role)
        return (*((kept,) if rest else ()), Line(line.end - len(cut), line.end, rule=rule))

    def cut_start(self, line: Line, length: int, rule: str, role: LineRole | None = None) -> tuple[Line, ...]:
        """Cut `length` characters off a line's beginning as furniture."""
        begin = line.end - len(self.words(line)[length:].lstrip())
        kept = Line(begin, line.end, line.role if role is None else role)
        end = line.start + len(self.words(line)[:length].rstrip())
        return (Line(line.start, end, rule=rule), *((kept,) if begin < line.end else ()))


def is_ended(text: str) -> bool:
    """Tell whether a text ends like a sentence, closing quotes and brackets aside."""
    return text.rstrip(CLOSERS)[-1:] in (".", "!", "?", "…")


def is_headline_like(text: str, longest: int = HEADLINE_WORDS) -> bool:
    """Tell a short line that does not end like a sentence."""
    return not is_ended(text) and text[-1:] not in ":;," and 0 <= text.count(" ") < longest


def is_running(text: str) -> bool:
    """Tell a paragraph of running text: some words, ended like a sentence."""
    return is_ended(text) and text.count(" ") >= RUNNING_WORDS - 1


@lru_cache(maxsize=256)
def fingerprint(text: str) -> str:
    """Give the words alone, so that copies with other punctuation, case or spaces are the same."""
    return " ".join(words(text.casefold()))
