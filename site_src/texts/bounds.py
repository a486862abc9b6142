"""How long a sentence and an article may be: what is beyond is no prose, and would hold up every build.

sentences, furniture  ->  the same, what is too long among the furniture, and what to say about it
"""

from __future__ import annotations

from collections.abc import Sequence

from site_src.issues import counted
from site_src.model import Furniture, Issue, RawText, Sentence

LONGEST_SENTENCE = 5_000
"""Characters: some 800 words. A longer one is a list, a table or a file without full stops."""
LONGEST_ARTICLE = 1_000_000
"""Characters of kept sentences: a thick book."""

Bounded = tuple[tuple[Sentence, ...], tuple[Furniture, ...], tuple[Issue, ...]]


def bound(raw: RawText, sentences: Sequence[Sentence], furniture: Sequence[Furniture]) -> Bounded:
    """Take sentences that are too long, and all behind the longest article, out; each kind is one Issue."""
    kept: list[Sentence] = []
    long: list[Sentence] = []
    behind: list[Sentence] = []
    length = 0
    for sentence in sentences:
        size = sentence.end - sentence.start
        if size > LONGEST_SENTENCE:
            long.append(sentence)
        elif length + size > LONGEST_ARTICLE:
            behind.append(sentence)
        else:
            kept.append(sentence)
            length += size
    if not long and not behind:
        return tuple(kept), tuple(furniture), ()
    out = (Furniture(sentence.start, sentence.end, "too-long") for sentence in (*long, *behind))
    return (
        tuple(kept),
        tuple(sorted((*furniture, *out), key=lambda each: each.start)),
        tuple(_issues(raw, long, behind)),
    )


def _issues(raw: RawText, long: Sequence[Sentence], behind: Sequence[Sentence]) -> list[Issue]:
    issues = []
    if long:
        longest = max(sentence.end - sentence.start for sentence in long)
        message = f"{counted(len(long), 'sentence')} of up to {longest} characters, expected at most {LONGEST_SENTENCE}"
        issues.append(Issue(raw.path, _line(raw, long[0]), "texts.long-sentence", message, "left out"))
    if behind:
        message = f"the article is longer than {LONGEST_ARTICLE} characters"
        issues.append(Issue(raw.path, _line(raw, behind[0]), "texts.long-article", message, "cut there"))
    return issues


def _line(raw: RawText, sentence: Sentence) -> int:
    """Give a sentence's line in its file; in a record and in a saved page, where the article begins."""
    whole = raw.media in ("text", "markdown")
    return raw.line + raw.source.count("\n", 0, sentence.start) if whole else raw.line
