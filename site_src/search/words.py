"""Text -> the words that are looked up: lower case, without marks above and below letters.

    "Perdana Menteri José"  ->  perdana menteri jose

`templates/assets/search-index.js` folds what readers type in the same way.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

PLAIN = str.maketrans(
    {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "’": "'"}
)
"""Letters that no decomposition takes apart."""

_WORD = re.compile(r"[^\W_]+")
_SILENT = re.compile(r"[\u0300-\u036f\u02b0-\u02ff]")
"""Combining marks, and letters that only colour their neighbour (the turned comma of some Latin alphabets)."""


def words(text: str) -> Iterator[str]:
    """Give the words of a text in lower case with their marks, as a stemmer wants them; single letters are left out."""
    for word in _WORD.findall(_SILENT.sub("", unicodedata.normalize("NFC", text).lower())):
        if len(word) > 1 or word.isdigit() or ord(word) > 0x2E80:
            yield word


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Take a lower-case word's marks away.

    >>> fold("erdoğan"), fold("łódź")
    ('erdogan', 'lodz')
    """
    return _SILENT.sub("", unicodedata.normalize("NFKD", word)).translate(PLAIN)
