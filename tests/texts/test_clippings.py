"""The same promises on real clippings, scraped pages with all their noise; the folder is named by LINIMASA_CLIPPINGS."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from site_src import corpus, languages, mentions, texts
from site_src.mentions import Gazetteer
from site_src.model import Text
from tests.texts.rivers import topic

PACKS = languages.load()
EMPTY = topic(outlets=())
NOISE = re.compile(
    r"baca juga|loading\.\.\.|exit mobile|foto/|keyword|pilihan redaksi|\((?-i:[a-z]{3})\)|tribunnews\.com[,)]|^\w$",
    re.IGNORECASE,
)

SENTENCES = {"000": 17, "001": 16, "002": 19, "003": 13, "004": 27}
"""How many sentences, headings and captions a careful reader counts in each of the five real articles."""


@pytest.fixture(scope="module")
def cleaned(clippings: Path) -> dict[str, Text]:
    """Every clipping, cleaned with a topic that knows nothing about it."""
    raws = (raw for path in corpus.list_sources(clippings) for raw in corpus.read(path, clippings).texts)
    return {raw.id[:3]: texts.clean(raw, PACKS, EMPTY) for raw in raws}


def running(text: Text) -> Iterator[str]:
    return (text.words(sentence) for sentence in text.sentences if sentence.role in ("lead", "body", "caption"))


def test_no_furniture_is_kept(cleaned: dict[str, Text]) -> None:
    """No sentence holds what the page wrapped around the article."""
    assert [] == [words for text in cleaned.values() for words in running(text) if NOISE.search(words)]


def test_nothing_is_kept_twice(cleaned: dict[str, Text]) -> None:
    """Two of the pages repeat their own paragraphs; each sentence is kept once."""
    for text in cleaned.values():
        kept = [" ".join(re.findall(r"\w+", words.casefold())) for words in running(text)]

        assert sorted(set(kept)) == sorted(kept)


def test_no_sentence_is_lost(cleaned: dict[str, Text]) -> None:
    """Every letter is kept or named as furniture, and what is kept is as many sentences as a reader counts."""
    for id, text in cleaned.items():
        spans = sorted((each.start, each.end) for each in (*text.sentences, *text.furniture))
        held = "".join(text.raw.source[start:end] for start, end in spans)

        assert "".join(text.raw.source.split()) == "".join(held.split())
        assert all(left[1] <= right[0] for left, right in pairwise(spans))
        assert SENTENCES.get(id, len(text.sentences)) == len(text.sentences), id


def test_pages_and_titles_are_known(cleaned: dict[str, Text]) -> None:
    """The second page's list goes on at 4; a text without a headline has no title; all are Indonesian."""
    if not SENTENCES.keys() <= cleaned.keys():
        pytest.skip("these are other clippings")

    assert [0, 0, 1, 2, 0] == [cleaned[id].part for id in sorted(SENTENCES)]
    assert cleaned["002"].title == cleaned["003"].title != ""
    assert "" == cleaned["004"].title
    assert {"id"} == {text.language for text in cleaned.values()}
    assert ["header"] == [each.role for each in cleaned["001"].sentences if "19/04/2024" in cleaned["001"].words(each)]


def test_quantities_are_found(cleaned: dict[str, Text]) -> None:
    """The shares, sums and counts that the five articles state."""
    if not SENTENCES.keys() <= cleaned.keys():
        pytest.skip("these are other clippings")
    gazetteer = Gazetteer.of(EMPTY)
    found = {
        (id, quantity.value, quantity.comparator, quantity.unit)
        for id, text in cleaned.items()
        for quantity in mentions.find(text, PACKS["id"], gazetteer).quantities
    }
    expected = {
        ("000", 40.0, "=", "percent"),
        ("000", 30.0, ">", "percent"),
        ("000", 8.0, "=", "count"),
        ("000", 6.0, "=", "count"),
        ("001", 17.0, "=", "ordinal"),
        ("001", 2.0, "=", "count"),
        ("001", 6.0, "=", "count"),
        ("002", 40.0, "~", "times"),
        ("004", 9.0, "=", "count"),
        ("004", 10.0, "=", "ordinal"),
        ("004", 6.0, "=", "count"),
        ("004", 3.0, "=", "count"),
        ("004", 14.0, "=", "count"),
        ("004", 40.0, "=", "percent"),
        ("004", 2.3e13, "~", "USD"),
    }

    assert expected == found
