"""The interface's words: complete in both languages, and nowhere else."""

import re
from pathlib import Path

import pytest
from babel.messages.extract import extract
from babel.messages.pofile import read_po
from jinja2.ext import babel_extract

ROOT = Path(__file__).parents[2]
KEYWORDS = {"say": None, "count": (1, 2), "noun": (1, 2), "msgid": None, "gettext": None}


def asked_for() -> set[str | tuple[str, str]]:
    """Collect every message that planning or a template asks for."""
    found: set[str | tuple[str, str]] = set()
    for path in [*ROOT.glob("site_src/pages/*.py"), *ROOT.glob("site_src/wording/*.py")]:
        with path.open("rb") as file:
            found |= {_plain(message) for _, message, _, _ in extract("python", file, keywords=KEYWORDS)}
    for path in (ROOT / "templates").rglob("*.html"):
        with path.open("rb") as file:
            found |= {_plain(message) for _, _, message, _ in babel_extract(file, ("_", "gettext", "ngettext"), [], {})}
    return found


def _plain(message: object) -> str | tuple[str, str]:
    if isinstance(message, tuple):
        return (message[0], message[1]) if len(message) > 1 and message[1] else message[0]
    return str(message)


@pytest.mark.parametrize("language", ["id", "en"])
def test_catalogue_has_every_message(language: str):
    """Both catalogues translate every message, with the same places, and hold none that nobody asks for."""
    with (ROOT / "templates/locale" / language / "LC_MESSAGES/messages.po").open("rb") as file:
        catalogue = read_po(file, locale=language)
    wanted = {message if isinstance(message, str) else message[0] for message in asked_for()}
    held = {
        message.id if isinstance(message.id, str) else message.id[0]: message for message in catalogue if message.id
    }
    places = re.compile(r"%\(\w+\)s|%s")

    untranslated = {
        id
        for id, message in held.items()
        for text in ([message.string] if isinstance(message.string, str) else message.string)
        if not text or set(places.findall(text)) != set(places.findall(id))
    }

    assert (wanted, set()) == (set(held), untranslated)


@pytest.mark.parametrize("language", ["id", "en"])
def test_words_are_set_as_they_are_printed(language: str):
    """Catalogues hold curly quotes and apostrophes, dashes in ranges and between words, one sign for dots, and nothing fuzzy."""
    typed = re.compile(r"\"|(?<=\w)'(?=\w)|\.\.\.|(?<=\d)-(?=\d)| - |  ")
    dates = re.compile(r"\d{4}-\d\d(-\d\d)?|ISO \d+-\d")
    with (ROOT / "templates/locale" / language / "LC_MESSAGES/messages.po").open("rb") as file:
        catalogue = read_po(file, locale=language)
    texts = [
        (message, text)
        for message in catalogue
        if message.id
        for text in ([message.string] if isinstance(message.string, str) else message.string)
    ]

    assert [] == [text for message, text in texts if message.fuzzy or typed.search(dates.sub("0", text))]


def test_templates_hold_no_words():
    """What a reader reads in a template's page comes from the catalogues or the context."""
    words = {}
    for path in sorted((ROOT / "templates").rglob("*.html")):
        text = re.sub(r"\{% block body_class %\}.*?\{% endblock %\}| is-\{\{", " {{", path.read_text("utf-8"))
        text = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", " ", text, flags=re.DOTALL)
        shown = re.sub(r"<[^>]*>|&\w+;", " ", text)
        attributes = " ".join(re.findall(r'(?:aria-label|title|alt|placeholder)="([^"]*)"', text))
        found = set(re.findall(r"[^\W\d_]{2,}", shown + attributes)) - {"EDTF", "Esc", "Enter"}
        if found:
            words[path.name] = found

    assert {} == words
