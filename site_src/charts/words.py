"""What charts say: sentences from the catalogue `charts.po`, numbers and dates as CLDR writes them.

speak("id").percent(41.95)  ->  "42,0%"
"""

from __future__ import annotations

import gettext
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from babel.dates import format_date
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_compact_decimal, format_decimal, get_decimal_symbol, get_group_symbol

from site_src.model import When, Words
from site_src.wording import FOLDER, Catalogue, open_catalogue
from site_src.wording.dates import date_words


@dataclass(frozen=True, slots=True)
class Speech:
    """One interface language, as charts speak it."""

    language: str
    catalogue: Catalogue
    """The charts' own messages; the site's locale."""
    dates: Catalogue
    """The site's messages, which know how to word a date."""

    def say(self, message: str, **values: object) -> str:
        """Translate a message and fill its `%(name)s` places."""
        return self.catalogue.say(message, **values)

    def count(self, one: str, many: str, number: int, **values: object) -> str:
        """Translate a message about `%(number)s` things."""
        return self.catalogue.count(one, many, number, **values)

    def name(self, names: Words, otherwise: str = "") -> str:
        """Give a thing's name in this language, or the first that it has."""
        return names.get(self.language) or next(iter(names.values()), otherwise)

    def inside(self, names: Words) -> str:
        """Give a name as it stands inside a sentence: "Nominal GDP" becomes "nominal GDP".

        Proper names ("League of Three") and words in capitals ("GDP, nominal") stay. A language that writes its nouns
        with capitals says so by the catalogue's answer to `NOUNS-IN-SENTENCES`.
        """
        first, *rest = self.name(names).split(" ")
        proper = any(word[:1].isupper() and word[1:].islower() for word in rest)
        if proper or not first[1:].islower() or self.say("NOUNS-IN-SENTENCES") == "capital":
            return " ".join([first, *rest])
        return " ".join([first.lower(), *rest])

    def number(self, value: float, digits: int = 0) -> str:
        """Write a number with exactly so many decimals."""
        pattern = "#,##0" + ("." + "0" * digits if digits else "")
        return str(format_decimal(value, pattern, locale=self.catalogue.locale))

    def percent(self, value: float, digits: int = 1) -> str:
        """Write a percentage: 41.95 is 42.0%, or as the catalogue's `%(number)s%%` places the sign."""
        return self.say("%(number)s%%", number=self.number(value, digits))

    def compact(self, value: float) -> str:
        """Write a large number in words: "27.4 trillion"."""
        return str(format_compact_decimal(value, format_type="long", locale=self.catalogue.locale, fraction_digits=1))

    def short(self, value: float) -> str:
        """Write a large number in a few letters, for an axis: "30T"."""
        return str(format_compact_decimal(value, format_type="short", locale=self.catalogue.locale, fraction_digits=1))

    def day(self, day: date) -> str:
        """Write a day in full."""
        return str(format_date(day, "d MMMM y", locale=self.catalogue.locale))

    def when(self, when: When) -> str:
        """Write a date, no more exact than it is known."""
        return date_words(when, self.dates).label

    def several(self, things: Sequence[str]) -> str:
        """Join names: "Utara, Timur, dan Barat"."""
        return str(format_list(list(things), locale=self.catalogue.locale)) if things else ""

    @property
    def separators(self) -> str:
        """The decimal sign and the sign between thousands, as Plotly wants them."""
        locale = self.catalogue.locale
        return f"{get_decimal_symbol(locale)}{get_group_symbol(locale)}"


@lru_cache(maxsize=16)
def speak(language: str, folder: Path = FOLDER) -> Speech:
    """Open the words of a language; English where a message has no translation."""
    site = open_catalogue(language, folder)
    return Speech(language, Catalogue(language, site.locale, _messages(language, folder)), site)


def _messages(language: str, folder: Path) -> gettext.NullTranslations:
    path = folder / language / "LC_MESSAGES" / "charts.po"
    if not path.is_file():
        return gettext.NullTranslations()
    compiled = io.BytesIO()
    with path.open("rb") as file:
        write_mo(compiled, read_po(file, locale=language, abort_invalid=True))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
