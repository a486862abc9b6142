"""Cleaning takes time in proportion to a text's length, whatever fills its lines."""

from __future__ import annotations

import time

import pytest

from site_src import languages, texts
from site_src.corpus.plain import blocks
from site_src.model import FrontMatter, RawText
from site_src.packed import packed_letters
from tests.texts import rivers

FLOODS = {
    "spaces": "Ketua" + " " * 60_000 + "Dewan",
    "tabs": "Ketua" + "\t" * 60_000 + "Dewan",
    "no-break-spaces": "Ketua\u00a0" * 30_000,
    "brackets": "Rapat (Foto " * 10_000,
    "closing": "Rapat" + ")" * 60_000,
    "stops": ". " * 40_000,
    "quotes": "“" * 60_000 + '"' * 60_000,
    "dashes": "a - " * 20_000,
    "trails": "A > " * 20_000,
    "numbers": "1. " * 20_000,
    "capitals": "Dewan Kota " * 8_000,
    "names in a bracket": "(" + "Ana Budi, " * 10_000,
    "commas": "1," * 60_000,
    "marks": "a" + "\u0301" * 60_000 + "\u200b" * 60_000,
    "lines": "Foto/AP\n" * 10_000,
    "letters": "a" * 300_000,
}


@pytest.mark.parametrize("kind", FLOODS)
def test_flood(kind: str) -> None:
    """A flood of one thing, alone or between two sentences, is cleaned in seconds; squared work would take minutes."""
    packs, topic = languages.load(), rivers.topic()
    begun = time.process_time()
    for source in (FLOODS[kind], f"Dewan bertemu di kota.\n{FLOODS[kind]}.\nRapat itu selesai pada 3 Mei 2020."):
        raw = RawText("a", "a.txt", 1, "text", packed_letters(source), blocks(source), FrontMatter(), "")
        texts.clean(raw, packs, topic)

    assert time.process_time() - begun < 20


def test_endless_sentence() -> None:
    """A sentence without an end is left out with one line; what stands around it is read."""
    source = f"Dewan bertemu di kota.\n{'dan lagi ' * 2000}\nRapat itu selesai pada 3 Mei 2020.\n"
    raw = RawText("a", "a.txt", 1, "text", packed_letters(source), blocks(source), FrontMatter(), "")
    text = texts.clean(raw, languages.load(), rivers.topic())

    assert [source[each.start : each.end] for each in text.sentences if each.role != "headline"] == [
        "Dewan bertemu di kota.",
        "Rapat itu selesai pada 3 Mei 2020.",
    ]
    assert [(issue.code, issue.line) for issue in text.issues] == [("texts.long-sentence", 2)]


def test_endless_article() -> None:
    """A text longer than any article is cut with one line."""
    source = "".join(f"Dewan ke-{number} bertemu lagi di kota itu.\n" for number in range(30_000))
    raw = RawText("a", "a.txt", 1, "text", packed_letters(source), blocks(source), FrontMatter(), "")
    text = texts.clean(raw, languages.load(), rivers.topic())

    assert sum(each.end - each.start for each in text.sentences) <= 1_000_000
    assert [issue.code for issue in text.issues] == ["texts.long-article"]
