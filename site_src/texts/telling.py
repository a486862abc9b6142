"""Kept lines to sentences with their roles; headings and captions glued to a paragraph's end are parted from it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_src.model import Furniture, Sentence
from site_src.texts.captions import CREDIT
from site_src.texts.draft import Draft, Line, fingerprint, is_ended, is_headline_like
from site_src.texts.sentences import Stops, split

SUBHEADING_WORDS = 10
GLUED_WORDS = 6
REPEATED_WORDS = 5
LEAD = 2
BRACKET = re.compile(r"(?<!\s)\s*[(\[][^()\[\]]*[)\]]$")

Told = tuple[tuple[Sentence, ...], tuple[Furniture, ...]]


def tell(draft: Draft, stops: Stops) -> Told:
    """Give a draft's sentences in order and its furniture."""
    sentences: list[Sentence] = []
    furniture = [Furniture(line.start, line.end, line.rule) for line in draft.lines if line.rule]
    seen: set[str] = set()
    running = 0
    for number, line in enumerate(draft.kept):
        role = line.role or _role(draft.words(line), running)
        running += role in ("lead", "body")
        for piece in _pieces(draft, line, role, number, stops):
            words = fingerprint(draft.raw.source[piece.start : piece.end])
            if isinstance(piece, Furniture):
                furniture.append(piece)
            elif words in seen and words.count(" ") >= REPEATED_WORDS - 1:
                furniture.append(Furniture(piece.start, piece.end, "repeat"))
            else:
                sentences.append(piece)
            seen.add(words)
    return tuple(sentences), tuple(sorted(furniture, key=lambda each: (each.start, each.end)))


def _role(text: str, running: int) -> str:
    if is_headline_like(text, SUBHEADING_WORDS):
        return "headline"
    return "lead" if running < LEAD else "body"


def _pieces(draft: Draft, line: Line, role: str, number: int, stops: Stops) -> Iterator[Sentence | Furniture]:
    spans = list(split(draft.raw.source, line.start, line.end, stops))
    for index, (start, end) in enumerate(spans):
        text = draft.raw.source[start:end]
        glued = role in ("lead", "body") and index and index == len(spans) - 1 and not is_ended(_bare(text))
        if not any(letter.isalnum() for letter in text):
            yield Furniture(start, end, "ornament")
        elif glued and (credit := CREDIT.search(text)):
            yield from _caption(draft.raw.source, start, start + len(text[: credit.start()].rstrip()), number)
            yield Furniture(end - len(credit[0]), end, "credit")
        elif glued and is_headline_like(text, GLUED_WORDS):
            yield Sentence(start, end, number, "headline")
        else:
            yield Sentence(start, end, number, role)  # type: ignore[arg-type]


def _bare(text: str) -> str:
    """Give a text without the bracket at its end."""
    return BRACKET.sub("", text) if text.endswith((")", "]")) else text


def _caption(source: str, start: int, end: int, number: int) -> Iterator[Sentence | Furniture]:
    """Give a caption's words; two or three of them are a label, not a sentence."""
    if len(source[start:end].split()) < 4:
        yield Furniture(start, end, "caption")
    else:
        yield Sentence(start, end, number, "caption")
