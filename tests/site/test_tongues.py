"""Words of another language than the page's say so, on every kind of page: quotes, titles, remarks beside sources, reasons."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from site_src import languages
from site_src.languages.detect import detect
from site_src.languages.pack import LanguagePack
from tests.site.test_in_a_browser import kinds

ADDRESS = re.compile(r"https?://\S+|\b[\w-]+(?:\.[\w-]+)+(?:/\S*)?")
UNREAD = ("script", "style", "code", "pre", "title", "svg", "option", "noscript")
FEW = 4
"""Words below which nobody can tell a language."""


@pytest.fixture(scope="module")
def packs() -> Mapping[str, LanguagePack]:
    return languages.load()


def runs(path: Path) -> Iterator[tuple[str, str]]:
    """Give the runs of words of a page with the language that they say they are in; names of outlets stay as they are."""
    page = html.parse(str(path)).getroot()
    for element in page.find("body").iter():
        above = [element, *element.iterancestors()]
        if any(not isinstance(one.tag, str) or one.tag in UNREAD or _names(one) for one in above):
            continue
        lang = next(one.get("lang") for one in above if one.get("lang"))
        for text in (element.text, *(child.tail for child in element)):
            words = " ".join(ADDRESS.sub(" ", text or "").split())
            if len(words.split()) >= FEW:
                yield lang, words


def _names(element: Any) -> bool:
    """Tell what holds proper names only: an outlet, other spellings of somebody."""
    label = element.getprevious() if element.tag == "dd" else None
    outlet = "outlet" in (element.get("class") or "").split() or "outlets/" in (element.get("href") or "")
    return outlet or (label is not None and label.text in ("Also written", "Ejaan lain"))


def test_every_run_of_words_says_its_language(shipped: Path, packs: Mapping[str, LanguagePack]):
    """On a page of every kind, no run of words is plainly in another language than the one that it says."""
    wrong = {}
    for name in kinds(shipped):
        if name.endswith("charts.html") or "outlets/" in name:  # figures and names, of which no language can be told
            continue
        found = [(lang, words) for lang, words in runs(shipped / name) if detect(words, packs) not in ("", lang)]
        if found:
            wrong[name] = found[:3]

    assert {} == wrong


def test_reasons_are_told_in_the_readers_language(shipped: Path):
    """Why a day, why together: no reason of the stages stands in English on an Indonesian page."""
    left = set()
    for path in sorted((shipped / "events").glob("*.html")):
        page = html.parse(str(path)).getroot()
        reasons = page.xpath("//*[contains(@class, 'why') or contains(@class, 'reason')]//span[@lang='en']")
        left |= {" ".join(one.text_content().split()) for one in reasons}

    assert set() == left
