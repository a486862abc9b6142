"""The interface's words: a gettext catalogue a language, with CLDR numbers and dates.

    open_catalogue("id").say("Timeline")  ->  "Linimasa"

Shared by planning (words in contexts) and rendering (words in templates); it knows no page and no topic. The English
text is the message id, so a language without a catalogue falls back to English.
"""

from __future__ import annotations

import gettext
import io
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "templates" / "locale"


def msgid(message: str) -> str:
    """Mark a message of a table for the catalogues; it is translated where the table is read."""
    return message


@dataclass(frozen=True, slots=True, eq=False)
class Catalogue:
    """The words of one interface language; opened once, so that it is known by itself and not by what it holds."""

    language: str
    """As in addresses and `lang`: `id`, `en`."""
    locale: str
    """The CLDR locale that the catalogue asks for: `en_GB`."""
    messages: gettext.NullTranslations

    def say(self, message: str, **values: object) -> str:
        """Translate a message and fill its `%(name)s` places."""
        words = self.messages.gettext(message) if message else ""
        return words % values if values else words

    def count(self, one: str, many: str, number: int, **values: object) -> str:
        """Translate a message about a number of things; `%(number)s` is the number as the language writes it."""
        words = self.messages.ngettext(one, many, number)
        return words % {"number": self.number(number), **values}

    def number(self, value: float, *, digits: int = 1) -> str:
        """Write a number with the language's separators, at most `digits` decimals.

        >>> open_catalogue("id").number(1234.56)
        '1.234,6'
        """
        return _decimal(value, digits, self.locale)

    def compact(self, value: float) -> str:
        """Write a large number in words.

        >>> open_catalogue("id").compact(2.3e13)
        '23 triliun'
        """
        return _compact(value, self.locale)

    def currency(self, code: str) -> str:
        """Give a currency's sign: `US$`."""
        from babel.numbers import get_currency_symbol

        return str(get_currency_symbol(code, locale=self.locale))


@lru_cache(maxsize=64)
def own_name(language: str) -> str:
    """Give a language's name in itself, as CLDR has it; its code where CLDR has none."""
    from babel import Locale, UnknownLocaleError

    try:
        return (Locale.parse(language).get_language_name(language) or language).capitalize()
    except (UnknownLocaleError, ValueError):
        return language


@lru_cache(maxsize=64)
def territory(locale: str) -> str:
    """Give a locale with the country where it is most at home, as OpenGraph wants it; the locale itself if CLDR has none.

    >>> territory("id"), territory("en_GB")
    ('id_ID', 'en_GB')
    """
    from babel.core import get_global

    parts = str(get_global("likely_subtags").get(locale, locale)).split("_")
    return f"{parts[0]}_{parts[-1]}" if len(parts) > 1 else locale


@lru_cache(maxsize=4096)
def _decimal(value: float, digits: int, locale: str) -> str:
    from babel.numbers import format_decimal

    return str(format_decimal(round(value, digits), locale=locale))


@lru_cache(maxsize=4096, typed=True)
def _compact(value: float, locale: str) -> str:
    from babel.numbers import format_compact_decimal

    digits = 0 if abs(value) < 1000 else 2
    return str(format_compact_decimal(value, format_type="long", locale=locale, fraction_digits=digits))


@lru_cache(maxsize=16)
def open_catalogue(language: str, folder: Path = FOLDER) -> Catalogue:
    """Read a language's catalogue from its `.po` file; nothing need be compiled beforehand."""
    path = folder / language / "LC_MESSAGES" / "messages.po"
    if not path.is_file():
        return Catalogue(language, language, gettext.NullTranslations())
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = io.BytesIO()
    with path.open("rb") as file:
        catalogue = read_po(file, locale=language, abort_invalid=True)
    write_mo(compiled, catalogue)
    compiled.seek(0)
    messages = gettext.GNUTranslations(compiled)
    locale = messages.gettext("CLDR-LOCALE")
    return Catalogue(language, language if locale == "CLDR-LOCALE" else locale, messages)


def languages(folder: Path = FOLDER) -> tuple[str, ...]:
    """Name the interface languages that have a catalogue, in the order of the alphabet."""
    return tuple(sorted(path.parts[-3] for path in folder.glob("*/LC_MESSAGES/messages.po")))
