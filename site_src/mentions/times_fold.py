"""Fold a text for matching without moving a letter: lower case, plain spaces, one kind of apostrophe."""

from __future__ import annotations

import re

SPACES = "\u00a0\u202f\u2009\u2007\u2008\u200a\u2002\u2003\u3000\t\r"
APOSTROPHES = "\u2019\u2018\u02bc\u2032\u00b4`"
DASHES = "\u2010\u2011\u2012\u2212"
WRAPPED = re.compile(r"\n(?<=[^\n]{50}[^\n.!?:;]\n)(?=[^\s])")
"""A line end inside a sentence of hard-wrapped text; any other line end parts what stands before and after it."""


def fold(text: str) -> str:
    """Give the text as the rules read it, every letter at its place.

    >>> fold("Jum\u2019at\u00a0(16/9)")
    "jum'at (16/9)"
    """
    folded = text.replace("\u0130", "i").lower()
    if not folded.isascii():
        for letters, plain in ((SPACES, " "), (APOSTROPHES, "'"), (DASHES, "-")):
            for letter in letters:
                folded = folded.replace(letter, plain)
    else:
        folded = folded.replace("\t", " ").replace("\r", " ").replace("`", "'")
    return WRAPPED.sub(" ", folded) if "\n" in folded else folded
