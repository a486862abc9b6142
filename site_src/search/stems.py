"""Words -> stems, by the Snowball algorithm of the language's name where there is one.

Its plain Python classes are taken even where a faster build of them is installed: another version of it would give
other bytes.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from importlib import import_module

from site_src.search.words import fold


def stem(word: str, language: str) -> str:
    """Give the stem of a lower-case word, without marks.

    >>> stem("bergabungnya", "id"), stem("joins", "en"), stem("2001", "en")
    ('gabung', 'join', '2001')
    """
    return _stem(word, language)


@lru_cache(maxsize=262144)
def _stem(word: str, language: str) -> str:
    return fold(_stemmer(language)(word)) or fold(word)


@lru_cache(maxsize=16)
def _stemmer(language: str) -> Callable[[str], str]:
    """Find the algorithm by the language's English name, as CLDR has it; words stay as they are where there is none."""
    from babel import Locale, UnknownLocaleError
    from snowballstemmer.basestemmer import BaseStemmer

    try:
        name = (Locale.parse(language, resolve_likely_subtags=False).get_language_name("en") or "").lower()
        module = import_module(f"snowballstemmer.{name}_stemmer")
    except (UnknownLocaleError, ValueError, ModuleNotFoundError):
        return str
    stemmer: BaseStemmer = getattr(module, f"{name.capitalize()}Stemmer")()
    found: Callable[[str], str] = stemmer.stemWord
    return found
