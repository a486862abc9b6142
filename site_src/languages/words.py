"""The words of a text in small letters, signs and spaces left out.

words("The 17 gates, he said.")    ->  ["the", "17", "gates", "he", "said"]
letters("The 17 gates, he said.")  ->  ["the", "gates", "he", "said"]

Most sentences are ASCII but for their quotation marks and dashes: a translation tells their words apart in half of an
expression's time.
"""

from __future__ import annotations

import re

_WORD = re.compile(r"\w+")
_LETTERS = re.compile(r"[^\W\d_]+")
_SIGNS = "“”‘’–—…\u00a0"
"""The commonest signs beyond ASCII."""
_ASCII = tuple(map(chr, range(128)))
_SMALL = "".join(sign.lower() if sign.isalnum() or sign == "_" else " " for sign in _ASCII)
"""For each ASCII sign its small letter, or a space."""
_SMALL_LETTERS = "".join(sign.lower() if sign.isalpha() else " " for sign in _ASCII)


def words(text: str) -> list[str]:
    """Give the words of a text in order, figures among them."""
    plain = _plain(text)
    return plain.translate(_SMALL).split() if plain.isascii() else _WORD.findall(text.lower())


def letters(text: str) -> list[str]:
    """Give the runs of letters of a text in order."""
    plain = _plain(text)
    return plain.translate(_SMALL_LETTERS).split() if plain.isascii() else _LETTERS.findall(text.lower())


def _plain(text: str) -> str:
    """Write common signs beyond ASCII as spaces."""
    if not text.isascii():
        for sign in _SIGNS:
            text = text.replace(sign, " ")
    return text
