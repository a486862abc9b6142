"""Paragraphs to sentences, letter by letter: what ends one, and what only looks like it.

"Dr. A. Bee left. She said: “No. Never,” and more."  ->  two sentences
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from site_src.languages.pack import LanguagePack

# A set of signs at the head lets the search skip what is none of them, so the look behind comes after the first.
STOP = re.compile(
    r"(?P<stop>[.!?…](?<![.!?…].)[.!?…]*)(?P<close>[\"'”’»)\]]*)(?P<gap>\s+|(?=[^\W\d_a-z][^\W\d_]+\b))(?=\S)"
)
# Each kind begins with its own sign, the look behind after it, so that the search skips what is none of them.
GUARDED = re.compile(
    r"“[^“”]{1,800}”|\"(?<!\w\")[^\"]{1,800}\"(?!\w)|«[^«»]{1,800}»|\([^()]{1,300}\)|\[[^\[\]]{1,300}\]"
)
"""Quotes and brackets: a stop inside them ends nothing."""
BEFORE = re.compile(r"[^\s\"“”‘’'«»()\[\]]*$")
AFTER = re.compile(r"[\"“‘'«(\[\s]*(?P<word>[^\W\d_][\w'’-]*)")
LONGEST = 80
"""Letters: no shortened word is longer."""
SPEECH_WORDS = 4
SUFFIXES = frozenset(("com", "co", "id", "net", "org", "go", "ac", "gov", "tv"))


@dataclass(frozen=True, slots=True)
class Stops:
    """What a language says about full stops."""

    abbreviations: frozenset[str]
    common: frozenset[str]
    says: frozenset[str]


NO_STOPS = Stops(frozenset(), frozenset(), frozenset())


def stops_of(pack: LanguagePack | None) -> Stops:
    """Give a pack's words about full stops; none for a language without a pack."""
    if pack is None:
        return NO_STOPS
    says = (word.rstrip("*") for word in pack.speech.verbs)
    return Stops(frozenset(pack.sentences.abbreviations), frozenset(pack.sentences.common), frozenset(says))


def split(source: str, start: int, end: int, stops: Stops) -> Iterator[tuple[int, int]]:
    """Give the spans of a paragraph's sentences, without white space at their ends."""
    text = source[start:end]
    marks = list(STOP.finditer(text))
    guards = [found.span() for found in GUARDED.finditer(text)] if marks else []
    begin = 0
    for found in marks:
        at = found.end("close")
        if any(first < found.start() and at < last for first, last in guards):
            continue
        if _ends(text, found, stops, begin):
            yield start + begin, start + at
            begin = found.end()
    rest = text[begin:].rstrip()
    if rest:
        yield start + begin, start + begin + len(rest)


def _ends(text: str, found: re.Match[str], stops: Stops, begin: int) -> bool:
    """Decide whether a stop ends its sentence."""
    follows = text[found.end()]
    if follows.islower():
        return False
    after = AFTER.match(text, found.end())
    word = after["word"] if after else ""
    if word[:1].islower():
        return False
    stop, close, gap = found.groups()
    if gap and (stop != "." or close):
        return not (close and stop != "." and _says(text, found.end(), stops))
    # a stop on a line of its own goes with the word before it
    before = found.start() - (found.start() > begin and text[found.start() - 1] == "\n")
    last = _last_word(text, max(begin, found.start() - LONGEST), before)
    if not gap:
        return _glued(last, word, found)
    return not _abbreviates(last, word, stops, first=before - len(last) == begin)


def _last_word(text: str, start: int, end: int) -> str:
    """Give the word that ends at a place, without what opens it; empty after a space or a quote."""
    if end <= start or text[end - 1].isspace():
        return ""
    word = text[start:end].rsplit(None, 1)[-1]
    return word if word.isalnum() else BEFORE.search(word)[0]  # type: ignore[index]  # an empty match at least


def _abbreviates(last: str, word: str, stops: Stops, *, first: bool) -> bool:
    """Tell a full stop behind a shortened word; before a common word with a capital the sentence ends all the same."""
    if first and last.isdigit() and len(last) < 3:
        return True
    initial = len(last) == 1 and last.isupper()
    dotted = "." in last.strip(".") and all(len(piece) <= 2 for piece in last.split("."))
    short = initial or dotted or last.lower() in stops.abbreviations
    return short and not (word[:1].isupper() and word.lower() in stops.common)


def _glued(last: str, word: str, found: re.Match[str]) -> bool:
    """Tell two sentences with no space between them from a domain or an abbreviation."""
    return len(last) >= 3 and last[-1:].isalnum() and "." not in last and word.lower() not in SUFFIXES and len(word) > 1


def _says(text: str, at: int, stops: Stops) -> bool:
    """Tell whether a verb of saying follows closely: “Really?” the chair asked."""
    return any(word.strip(",.:").lower() in stops.says for word in text[at : at + 80].split()[:SPEECH_WORDS])
