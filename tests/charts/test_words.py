"""The words of charts: each sentence in each language, numbers and names as the language writes them."""

from __future__ import annotations

import gettext

import pytest

from site_src import charts
from site_src.charts import words
from site_src.charts.words import speak
from site_src.wording import FOLDER
from tests.charts.reported import everything, measured

LANGUAGES = sorted(path.name for path in FOLDER.iterdir() if path.is_dir())


class Missing(gettext.NullTranslations):
    """A catalogue that notes what the one before it did not know."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[str] = set()

    def gettext(self, message: str) -> str:
        self.asked.add(message)
        return message

    def ngettext(self, one: str, many: str, number: int) -> str:
        self.asked.add(many)
        return one if number == 1 else many


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_in_every_catalogue(language, monkeypatch):
    """Drawing all kinds asks for no message that a catalogue lacks."""
    missing = Missing()
    messages = words._messages(language, FOLDER)
    messages.add_fallback(missing)
    monkeypatch.setattr(words, "_messages", lambda *_: messages)
    speak.cache_clear()
    try:
        charts.draw(measured(*charts.KINDS), languages=(language,), **everything())
    finally:
        speak.cache_clear()

    assert missing.asked == set()


def test_a_language_without_a_catalogue_speaks_english():
    """English is in the code, so nothing is ever left blank."""
    assert speak("xx").say("Interactive chart") == "Interactive chart"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Population", "population"),
        ("Nominal GDP", "nominal GDP"),
        ("GDP, nominal", "GDP, nominal"),
        ("League of Three", "League of Three"),
        ("Dialogue partner", "dialogue partner"),
        ("", ""),
    ],
)
def test_a_name_inside_a_sentence_keeps_the_capitals_that_it_needs(name, expected):
    """Only a common word at the head of a name loses its capital."""
    assert speak("en").inside({"en": name}) == expected


@pytest.mark.parametrize(("language", "expected"), [("id", "42,0%"), ("en", "42.0%")])
def test_percentages_are_rounded_and_written_by_language(language, expected):
    """41.95 is 42.0, with the language's own sign for the decimals."""
    assert speak(language).percent(41.95) == expected
