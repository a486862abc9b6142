"""From a raw text to an article's own sentences: small steps in a visible row.

RawText  ->  Text
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from site_src.languages.detect import detect
from site_src.languages.pack import LanguagePack
from site_src.model import Issue, RawText, Text
from site_src.texts import words as looked_for
from site_src.texts.bounds import bound
from site_src.texts.captions import mark_captions
from site_src.texts.datelines import cut_dateline
from site_src.texts.draft import Draft, Line
from site_src.texts.furniture import drop_furniture, trim
from site_src.texts.headers import mark_headers
from site_src.texts.numbering import cut_numbers
from site_src.texts.outlet import find_outlet
from site_src.texts.repeats import drop_repeats
from site_src.texts.sentences import stops_of
from site_src.texts.signatures import cut_signatures
from site_src.texts.tails import drop_tail
from site_src.texts.telling import tell
from site_src.texts.titles import find_title
from site_src.texts.words import Words
from site_src.topic.values import Topic

__all__ = ["clean"]

STEPS: tuple[Callable[[Draft, Words], Draft], ...] = (
    find_outlet,  # before furniture: an outlet's own patterns count only on its pages
    drop_furniture,
    trim,
    mark_headers,  # before the title: a clock or a rubric stands above it
    cut_numbers,
    find_title,
    cut_signatures,  # before captions: "(example.com)" at the end is a signature, above the dateline a credit
    mark_captions,
    cut_dateline,
    drop_repeats,  # after the dateline: the second copy of a lead has none
    drop_tail,
)


def clean(raw: RawText, packs: Mapping[str, LanguagePack], topic: Topic) -> Text:
    """Take everything that is not the article out of a text, and cut the rest into sentences.

    Every letter of the source that is no white space is in a sentence, in furniture, or outside `raw.blocks`.
    """
    words = looked_for.of(packs, topic)
    draft = Draft(raw, tuple(Line(start, end) for start, end in raw.blocks))
    for step in STEPS:
        draft = step(draft, words)
    language = _language(draft, words)
    sentences, furniture, issues = bound(raw, *tell(draft, stops_of(packs.get(language))))
    issues += _issues(raw, sentences, words, language)
    return Text(raw, language, draft.title, draft.outlet, sentences, furniture, draft.part, issues)


def _language(draft: Draft, words: Words) -> str:
    given = _code(draft.raw)
    if given in words.packs and draft.raw.media != "html":
        return given
    # A saved page's language is its template's: many declare English and write another.
    likely = given if given in words.packs else ""
    return detect(" ".join(draft.words(line) for line in draft.kept), words.packs, likely or words.default) or likely


def _code(raw: RawText) -> str:
    """Give the language that the article names, without its region."""
    return raw.front.language.lower().replace("_", "-").split("-")[0]


def _issues(raw: RawText, sentences: tuple[object, ...], words: Words, language: str) -> tuple[Issue, ...]:
    found = []
    if not sentences:
        message = "no sentence is left once the page's furniture is out"
        found.append(Issue(raw.path, raw.line, "texts.no-sentence", message, "the article says nothing"))
    if raw.front.language and _code(raw) not in words.packs:
        message = f"there is no pack for the language {raw.front.language!r}, only for {', '.join(words.packs)}"
        done = f"read as {language!r}" if language else "no dates and names are looked for"
        found.append(Issue(raw.path, raw.line, "texts.no-pack", message, done))
    return tuple(found)
