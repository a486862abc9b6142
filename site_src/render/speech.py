"""What templates do most often, done with less: escape a value, say words of the interface, call a macro.

Each gives what Jinja and MarkupSafe give, and leaves to them whatever is not the common case.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape


def escaped(value: object) -> str:
    """Escape a value that is written out; words without a sign of HTML's, which are most, stand as they are.

    >>> escaped("a day"), escaped("<b>"), escaped(Markup("<b>"))
    ('a day', Markup('&lt;b&gt;'), Markup('<b>'))
    """
    kind = type(value)
    if kind is Markup or (
        kind is str and not ("&" in value or "<" in value or ">" in value or '"' in value or "'" in value)  # type: ignore[operator]
    ):
        return value  # type: ignore[return-value]
    return escape(value)


class Spoken:
    """`_` of a catalogue: as that of Jinja's new style, which fills every message, with none of its detours."""

    def __init__(self, gettext: Callable[[str], str]) -> None:
        self._message = lru_cache(maxsize=1024)(lambda words: Markup(gettext(words)))
        self._plain = lru_cache(maxsize=1024)(lambda words: self._message(words) % {})

    def __call__(self, words: str, /, **values: object) -> Markup:
        return self._message(words) % values if values else self._plain(words)


class Kept:
    """A macro that tells the same for the same values, and is asked once for each: `{% set date = kept(_date) %}`."""

    def __init__(self, macro: Macro) -> None:
        self._macro = macro
        self._told = lru_cache(maxsize=4096, typed=True)(macro)

    def __call__(self, *words: Any, **named: Any) -> str:
        try:
            return self._told(*words, **named)
        except TypeError:  # of a list, which cannot be looked up
            return self._macro(*words, **named)


class Calls(Context):
    """A template's context that calls what is named here without asking what else it might be."""

    def call(self, called: Callable[..., Any], /, *words: Any, **named: Any) -> Any:
        if type(called) not in PLAIN:
            return super().call(called, *words, **named)
        named.pop("_loop_vars", None)
        named.pop("_block_vars", None)
        return called(*words, **named)


PLAIN = frozenset((Macro, Spoken, Kept))
