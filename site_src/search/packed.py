"""The inverted index -> one script of a few long strings, small and quickly read.

    forms     sorted words: how many letters each shares with the one before it (base 36), then the rest
    stems     for each word its stems: nothing is the next new stem, a number counts back from it (base 36)
    postings  for each word the steps from document to document, in base-64 digits; 0 ends a word's list
    weights   for each posting one digit, 0 to 9

Numbers have six bits a digit, of which the highest says that more digits follow (as in source maps, without a sign).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import groupby, pairwise

from site_src.model import STEPS, Document
from site_src.notation import compact
from site_src.search.cards import SHARD
from site_src.search.inverted import Form, Postings

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
BASE_36 = "0123456789abcdefghijklmnopqrstuvwxyz"


def words_file(forms: Sequence[Form], documents: Sequence[Document]) -> bytes:
    """Write `words.js`, which assigns one global."""
    kinds = sorted({document.kind for document in documents})
    packed = {
        "count": len(documents),
        "shard": SHARD,
        "sorts": [[sort, len(list(group))] for sort, group in groupby(documents, lambda one: one.sort)],
        "kinds": kinds,
        "kind": "".join(number(kinds.index(document.kind)) for document in documents),
        "first": _differences(document.years[0] for document in documents),
        "span": "".join(number(document.years[1] - document.years[0]) for document in documents),
        "weight": "".join(str(round(STEPS * document.weight)) for document in documents),
        "forms": _front_coded([form.text for form in forms]),
        "stems": _numbered(forms),
        "postings": "".join(_steps(form.postings) for form in forms),
        "weights": "".join(str(weight) for form in forms for weight in form.postings.values()),
    }
    return f"var linimasaWords = {compact(packed)};\n".encode()


@lru_cache(maxsize=65536)
def number(value: int) -> str:
    """Write a whole number, zero or more.

    >>> number(0), number(31), number(32)
    ('A', 'f', 'gB')
    """
    found = ""
    while value > 31:
        found += DIGITS[32 + value % 32]
        value //= 32
    return found + DIGITS[value]


def _numbered(forms: Sequence[Form]) -> str:
    """Number the stems by the first word that has them, and tell each word's."""
    seen: dict[str, int] = {}
    told = []
    for form in forms:
        references = []
        for stem in form.stems:
            references.append(_base_36(len(seen) - seen[stem]) if stem in seen else "")
            seen.setdefault(stem, len(seen))
        told.append("+".join(references))
    return ",".join(told)


def _front_coded(forms: Sequence[str]) -> str:
    found, last = [], ""
    for form in forms:
        shared = _shared(last, form)
        found.append(BASE_36[shared] + form[shared:])
        last = form
    return " ".join(found)


def _shared(left: str, right: str) -> int:
    """Count the letters with which both begin, at most 35; letters beyond the first plane are never cut."""
    shared = 0
    for one, other in zip(left[:35], right[:35], strict=False):
        if one != other or ord(one) > 0xFFFF:
            break
        shared += 1
    return shared


def _base_36(value: int) -> str:
    found = ""
    while value:
        value, digit = divmod(value, 36)
        found = BASE_36[digit] + found
    return found


def _steps(postings: Postings) -> str:
    numbers = [-1, *postings]
    return "".join(number(after - before) for before, after in pairwise(numbers)) + number(0)


def _differences(values: Iterable[int]) -> str:
    """Tell each value by its difference from the one before: even numbers up, odd numbers down."""
    found, last = [], 0
    for value in values:
        step = value - last
        found.append(number(2 * step if step >= 0 else -2 * step - 1))
        last = value
    return "".join(found)
