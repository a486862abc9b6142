"""What is kept of a scraped page, and what is not: `tests/cases/texts/pages.toml`."""

from __future__ import annotations

import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_src import languages, texts
from site_src.model import FrontMatter, Text
from tests.texts.rivers import outlet, raw, topic

CASES = tomllib.loads((Path(__file__).parent.parent / "cases" / "texts" / "pages.toml").read_text("utf-8"))
PACKS = languages.load()
TOPIC = topic()


def clean(source: str, **front: Any) -> Text:
    return texts.clean(raw(source, FrontMatter(**front)), PACKS, TOPIC)


def shown(text: Text) -> list[str]:
    return [f"{sentence.role} | {text.words(sentence)}" for sentence in text.sentences]


@pytest.mark.parametrize("name", CASES)
def test_page(name: str) -> None:
    """The article's own sentences are kept with their roles, and all else is named as what it is."""
    case = CASES[name]
    text = clean(case["raw"])
    furniture = [(each.rule, text.raw.source[each.start : each.end]) for each in text.furniture]
    expected = [tuple(each.split(" | ", 1)) for each in case["furniture"]]

    assert case["kept"] == shown(text)
    assert [rule for rule, _ in expected] == [rule for rule, _ in furniture]
    assert all(
        words.startswith(wanted.removesuffix("..."))
        for (_, wanted), (_, words) in zip(expected, furniture, strict=True)
    )
    assert (case["title"], case.get("outlet", ""), case.get("part", 0)) == (text.title, text.outlet, text.part)
    assert case.get("language", "id") == text.language


PIECES = st.sampled_from(
    [
        "Ketua datang pada 3 Juli 2024.", "Baca juga: Yang lain", "A", "1. Judul", "4. Judul", "loading...", "Foto/AP",
        "HULU - Rapat dibuka oleh ketua dewan itu.", "Rabu, 3/7/2024 10:00 WIB", "“Ya. Tidak,” katanya.", "(dam)", " ",
        "Rapat. (Nama)", "KATA KUNCI :", "Judul Panjang Sebuah Berita", "x", "…", "Ia pulang. Tentang Dewan", "\xa0",
        "WARTACONTOH.EXAMPLE – Ketua pergi dan tidak kembali lagi.", "Home > Dunia > Sungai", "(Foto: Contoh)",
    ]
)  # fmt: skip


@given(st.lists(PIECES | st.text(max_size=40), max_size=12), st.sampled_from(["", "Judul Panjang Sebuah Berita"]))
def test_no_letter_is_lost(lines: list[str], title: str) -> None:
    """Every letter of a block is in one sentence or in one piece of furniture; sentences stand in order."""
    text = clean("\n".join(lines), title=title)
    spans = sorted([(each.start, each.end) for each in (*text.sentences, *text.furniture)])
    held = "".join(text.raw.source[start:end] for start, end in spans)
    blocks = "".join(text.raw.source[start:end] for start, end in text.raw.blocks)

    assert "".join(blocks.split()) == "".join(held.split())
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    assert list(text.sentences) == sorted(text.sentences, key=lambda sentence: sentence.start)
    assert all(text.words(sentence) == text.words(sentence).strip() != "" for sentence in text.sentences)


def test_front_matter_comes_first() -> None:
    """Title, outlet, language and part of the front matter are taken; the title's line in the text is its headline."""
    source = "Rapat di Hulu Ditunda - Warta Contoh\nRapat di hulu ditunda oleh ketua dewan itu."
    text = clean(source, title="Rapat di Hulu Ditunda", outlet="The Daily Example", language="en-GB", part=3)

    assert ("Rapat di Hulu Ditunda", "daily-example", "en", 3) == (text.title, text.outlet, text.language, text.part)
    assert ["headline", "lead"] == [sentence.role for sentence in text.sentences]


def test_an_unknown_outlet_keeps_its_name() -> None:
    """An outlet that the topic does not know stands as written: in front matter, or as a domain before the dash."""
    assert "The Other Paper" == clean("Rapat ditunda.", outlet="The Other Paper").outlet
    assert "KABARLAIN.COM" == clean("KABARLAIN.COM – Rapat di hulu ditunda oleh ketua dewan.").outlet


def test_a_cited_outlet_is_not_the_pages_own() -> None:
    """An outlet named in a sentence, as a source, does not own the page."""
    text = clean("Rapat ditunda, seperti dilansir wartacontoh.example, Jumat (16/9/2022).\nKetua tidak hadir di sana.")

    assert "" == text.outlet


def test_an_outlets_own_furniture_counts_only_on_its_pages() -> None:
    """A pattern of one outlet leaves the pages of others alone."""
    own = outlet("warta-contoh", "Warta Contoh", furniture=("sorotan hari ini.*",), trims=(r"\s*\[w\]$",))
    source = "Sorotan hari ini dan esok\nRapat di hulu ditunda oleh ketua dewan itu. [w]"
    known = topic(outlets=(own,))
    kept = [
        shown(texts.clean(raw(source, FrontMatter(outlet=name)), PACKS, known)) for name in ("Warta Contoh", "Lain")
    ]

    assert ["lead | Rapat di hulu ditunda oleh ketua dewan itu."] == kept[0]
    assert "headline | Sorotan hari ini dan esok" == kept[1][0]


def test_a_page_of_nothing_but_furniture_is_an_issue() -> None:
    """A text without a sentence says so once, with its place."""
    text = clean("Baca juga: Yang lain\nloading...")

    assert () == text.sentences
    assert ["texts.no-sentence"] == [issue.code for issue in text.issues]


def test_a_sentence_repeated_in_another_paragraph_is_kept_once() -> None:
    """A scraper that joins paragraphs anew makes no second statement."""
    first = "Ketua dewan sungai membuka rapat di hulu."
    text = clean(f"{first}\nHujan turun sepanjang hari di hulu sungai. {first}")

    assert 1 == sum(text.words(sentence) == first for sentence in text.sentences)
    assert ["repeat"] == [each.rule for each in text.furniture]
