"""Every file is read as it stands or named as what is wrong with it; none raises an error."""

from __future__ import annotations

import codecs
import os
from contextlib import suppress
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_src import corpus
from site_src.corpus.decoding import NotText, decode
from site_src.corpus.reading import Reading
from site_src.model import FrontMatter, Issue, RawText, Retold, Text

WORDS = "Résumé dewan “sungai” — 3 Juli 2024.\n"


def read(folder: Path, name: str, content: str | bytes) -> Reading:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return corpus.read(path, folder)


def blocks(reading: Reading) -> list[str]:
    return [text.source[start:end] for text in reading.texts for start, end in text.blocks]


def codes(issues: tuple[Issue, ...]) -> list[tuple[str, str]]:
    return [(issue.code, issue.level) for issue in issues]


# --- Which files ----------------------------------------------------------------------------------------------------


def test_articles_are_listed_in_order(tmp_path: Path) -> None:
    """Every kind of article below a folder, hidden ones and README.md left out."""
    for name in (
        "b.txt",
        "a/z.MD",
        "a/c.jsonl",
        "x.html",
        "y.htm",
        "README.md",
        "a/readme.md",
        ".d.txt",
        ".e/f.txt",
        "g.png",
        "h.CSV",
        "i.zip",
        "j.rss",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Ya.")
    found = [path.relative_to(tmp_path).as_posix() for path in corpus.list_sources(tmp_path)]

    assert ["a/c.jsonl", "a/z.MD", "b.txt", "h.CSV", "i.zip", "j.rss", "x.html", "y.htm"] == found


def test_one_file_is_enough(tmp_path: Path) -> None:
    """A single file may be named instead of a folder."""
    (tmp_path / "a.jsonl").write_text("{}")

    assert (tmp_path / "a.jsonl",) == corpus.list_sources(tmp_path / "a.jsonl")


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("mistyped", "no such file or folder"),
        ("empty", "the folder is empty"),
        ("other", "holds no article"),
        ("other/a.png", "not an article"),
    ],
)
def test_nothing_to_read_is_said_in_one_line(tmp_path: Path, name: str, says: str) -> None:
    """A mistyped path, an empty folder, or one without articles is an error, not an empty site."""
    (tmp_path / "empty").mkdir()
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "a.png").write_text("a")
    with pytest.raises(corpus.NothingToRead, match=says) as error:
        corpus.list_sources(tmp_path / name)

    assert "\n" not in str(error.value)


# --- Files that are no articles -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "corpus.empty"),
        (b" \n\t\n", "corpus.empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "corpus.not-text"),
        (bytes(range(256)) * 8, "corpus.not-text"),
        (b"\x1f\x8b\x08" + bytes(range(1, 32)) * 9, "corpus.not-text"),
        (codecs.BOM_UTF16_LE + b"a", "corpus.not-text"),
    ],
)
def test_a_file_that_is_no_text_is_one_issue(tmp_path: Path, content: bytes, code: str) -> None:
    """Empty and binary files are skipped with one line each."""
    reading = read(tmp_path, "a.txt", content)

    assert () == reading.texts
    assert [(code, "error")] == codes(reading.issues)


def test_a_huge_file_is_refused_by_its_size(tmp_path: Path) -> None:
    """Fifty megabytes are never read: the file has holes where its content should be."""
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(50_000_000)
    reading = corpus.read(tmp_path / "a.txt", tmp_path)

    assert [("corpus.too-large", "error")] == codes(reading.issues)
    assert "50 MB, more than the 20 MB allowed" == reading.issues[0].message


def test_links_stay_in_the_folder(tmp_path: Path) -> None:
    """Broken links, links that lead out, and linked folders are one issue each; a link inside the folder is read."""
    folder = tmp_path / "articles"
    (folder / "sub").mkdir(parents=True)
    (tmp_path / "secret.txt").write_text("Rahasia.")
    (folder / "real.txt").write_text("Ya.")
    os.symlink(tmp_path / "secret.txt", folder / "out.txt")
    os.symlink("nowhere.txt", folder / "broken.txt")
    os.symlink("real.txt", folder / "good.txt")
    os.symlink("sub", folder / "linked")
    readings = {path.name: corpus.read(path, folder) for path in corpus.list_sources(folder)}
    found = {name: reading.issues[0].code for name, reading in readings.items() if reading.issues}

    assert {
        "broken.txt": "corpus.broken-link",
        "linked": "corpus.linked-folder",
        "out.txt": "corpus.link-outside",
    } == found
    assert ["Ya."] == blocks(readings["good.txt"])


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything")
def test_an_unreadable_file_is_an_issue(tmp_path: Path) -> None:
    """A file without the right to read it is named and skipped."""
    (tmp_path / "a.txt").write_text("Ya.")
    (tmp_path / "a.txt").chmod(0)

    assert [("corpus.unreadable", "error")] == codes(corpus.read(tmp_path / "a.txt", tmp_path).issues)


# --- Encodings ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("codec", "mark", "level"),
    [
        ("utf-8", b"", ""),
        ("utf-8", codecs.BOM_UTF8, ""),
        ("utf-16-le", codecs.BOM_UTF16_LE, "note"),
        ("utf-16-be", codecs.BOM_UTF16_BE, "note"),
        ("utf-16-le", b"", "note"),
        ("utf-16-be", b"", "note"),
        ("cp1252", b"", "warning"),
    ],
)
def test_every_encoding_gives_the_same_text(tmp_path: Path, codec: str, mark: bytes, level: str) -> None:
    """UTF-8, UTF-16 with and without its mark, and Windows-1252 lose no letter, and say how they were read."""
    reading = read(tmp_path, "a.txt", mark + WORDS.encode(codec))

    assert WORDS == reading.texts[0].source
    assert ([level] if level else []) == [issue.level for issue in reading.issues]


def test_a_stray_byte_does_not_spoil_a_text(tmp_path: Path) -> None:
    """One Latin-1 letter in a UTF-8 text is read for itself; the others stay right."""
    reading = read(tmp_path, "a.txt", WORDS.encode() + "é.".encode("latin-1"))

    assert WORDS + "é." == reading.texts[0].source
    assert "1 bytes are not UTF-8" == reading.issues[0].message


def test_line_ends_stay(tmp_path: Path) -> None:
    """Offsets count in the text as it stands, carriage returns included."""
    reading = read(tmp_path, "a.txt", "Satu.\r\n\r\nDua.\rTiga.")

    assert "Satu.\r\n\r\nDua.\rTiga." == reading.texts[0].source
    assert ["Satu.", "Dua.", "Tiga."] == blocks(reading)


@given(st.binary(max_size=300))
def test_decoding_never_fails(data: bytes) -> None:
    """Any bytes are text, or said not to be."""
    with suppress(NotText):
        assert isinstance(decode(data).text, str)


# --- Plain text -----------------------------------------------------------------------------------------------------

WRAPPED = """Dewan sungai bertemu di hulu

Ketua dewan sungai membuka rapat di hulu pada hari Rabu dan
menyapa semua warga yang datang dari hilir, juga mereka yang
harus berjalan dua hari untuk sampai ke balai desa.

Rapat itu membahas bendungan baru yang akan dibangun di atas
tanah bersama, dengan biaya yang ditanggung oleh enam desa.
"""


def test_wrapped_lines_are_joined(tmp_path: Path) -> None:
    """Lines wrapped by hand make one paragraph; plain lines are paragraphs of their own."""
    found = blocks(read(tmp_path, "a.txt", WRAPPED))

    assert 3 == len(found)
    assert ("Ketua dewan", "balai desa.") == (found[1][:11], found[1][-11:])
    assert 2 == len(blocks(read(tmp_path, "b.txt", "Satu kalimat di sini.\nDua kalimat di sini.\n")))


# --- Front matter ---------------------------------------------------------------------------------------------------

FULL = """---
id: a1
title: "Rapat: di Hulu"
source: Warta Contoh
date: 12:30
lang: id
url: https://wartacontoh.example/a
authors: [Ana, Budi]
part: 2
told_as_of: 2024-07-03
retells:
  - outlet: The Daily Example
    title: Council meets
    date: 2001-02-30
    url: https://dailyexample.example/a
---
Dewan *bertemu*.
"""


def test_front_matter_is_strings_and_typed_by_us(tmp_path: Path) -> None:
    """No value is turned into a clock, a date or a tagged object; `source`, `date` and `lang` have their fields."""
    reading = read(tmp_path, "a.md", FULL)
    retold = Retold("The Daily Example", "Council meets", "2001-02-30", "https://dailyexample.example/a")

    assert () == reading.issues
    assert (
        FrontMatter(
            id="a1",
            title="Rapat: di Hulu",
            outlet="Warta Contoh",
            published="12:30",
            language="id",
            url="https://wartacontoh.example/a",
            authors=("Ana", "Budi"),
            part=2,
            retells=(retold,),
            told_as_of="2024-07-03",
        )
        == reading.texts[0].front
    )
    assert ["Dewan *bertemu*."] == blocks(reading)
    assert "a1" == reading.texts[0].id


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("titel: X", "unknown key 'titel', expected 'title'"),
        ("id: [a]", "'id' is a list, expected text"),
        ("part: two", "'part' is 'two', expected a page's number"),
        ("url: javascript:alert(1)", "expected an address that begins with http"),
        ("retells: X", "'retells' holds 'X', expected a mapping"),
        ("retells: [{outlet: X, titel: Y}]", "unknown key 'titel', expected 'title'"),
        ("title: Y", "'title' stands twice"),
        ("x: &a [*a]", "alias"),
        ("x: [1", "no YAML"),
        ("x: {a: {b: {c: {d: {e: f}}}}}", "deeper"),
        ("x: " + "[" * 7000, "too large or too deep"),
    ],
)
def test_a_mistake_in_front_matter_is_named_with_its_line(tmp_path: Path, line: str, says: str) -> None:
    """What stands there and what was expected; the article is read all the same."""
    reading = read(tmp_path, "a.md", f"---\ntitle: X\n{line}\n---\nDewan bertemu.\n")

    assert ["Dewan bertemu."] == blocks(reading)
    assert 1 == len(reading.issues)
    assert says in reading.issues[0].message
    assert reading.issues[0].line in (1, 3, 4)


def test_a_text_that_begins_with_a_rule_loses_nothing(tmp_path: Path) -> None:
    """Three dashes may be a ruled line; what stands below it is read."""
    assert ["Satu.", "Dua."] == blocks(read(tmp_path, "a.md", "---\n\nSatu.\n\n---\n\nDua.\n"))


# --- Markdown, records, pages ---------------------------------------------------------------------------------------

MARKDOWN = """# Judul #

Satu *baris*
dan lagi.

- butir satu
- butir dua

> Kutipan.

1. Pertama

```
kode
```

| a | b |
|---|---|
| c | d |

<div>mentah</div>

Bawah
=====
"""


def test_markdown_gives_its_prose(tmp_path: Path) -> None:
    """Paragraphs, headings, items and quotes, letter by letter; no code, no table, no raw HTML."""
    expected = ["Judul", "Satu *baris*\ndan lagi.", "butir satu", "butir dua", "Kutipan.", "Pertama", "Bawah"]

    assert expected == blocks(read(tmp_path, "a.md", MARKDOWN))
    assert expected == [
        block.replace("\r\n", "\n") for block in blocks(read(tmp_path, "b.md", MARKDOWN.replace("\n", "\r\n")))
    ]


def test_records_are_read_line_by_line(tmp_path: Path) -> None:
    """A broken line is an issue with its number; the others are read, each with its own line and digest."""
    lines = [
        '{"id": 7, "text": "Satu.\\nDua."}',
        "{broken",
        "",
        '["x"]',
        '{"text": " "}',
        '{"text": "A \\ud83d b."}',
        '{"text": "T", "x": 1}',
    ]
    reading = read(tmp_path, "sub.jsonl", "\n".join(lines))

    assert [("7", 1), ("sub-6", 6), ("sub-7", 7)] == [(text.id, text.line) for text in reading.texts]
    assert ["Satu.", "Dua.", "A \ufffd b.", "T"] == blocks(reading)
    assert [2, 4, 5, 7] == [issue.line for issue in reading.issues]
    assert 3 == len({text.digest for text in reading.texts})


PAGE = """<!doctype html><html lang="en-GB"><head><title>River Council Opens Gates | Daily</title>
<meta property="og:title" content="River Council Opens Gates">
<meta property="og:site_name" content="The Daily Example">
<meta property="article:published_time" content="2024-07-03T01:00:00+07:00"></head><body>
<nav><a href="/">Home</a> <a>World</a></nav><script>var x = "no";</script><main><article><h1>River Council <em>Opens</em> Gates</h1>
<p>The River Council opened its gates to <b>th</b>ree villages on&nbsp;Wednesday, its chair said &amp; wrote.</p>
<p>It was founded on 15 June 2001, has eight members, and keeps
   the water of the whole valley clean.</p>
<p>A further meeting of the council is expected in the first weeks of the year 2025 in Upstream.</p></article></main>
<footer>© 2024 The Daily Example</footer></body></html>"""


def test_a_page_is_folded_and_its_article_found(tmp_path: Path) -> None:
    """Tags and scripts out, entities decoded, white space single; blocks are the article's, metadata are candidates."""
    text = read(tmp_path, "a.html", PAGE).texts[0]
    found = [text.source[start:end] for start, end in text.blocks]

    assert "River Council Opens Gates" == found[0]
    assert "The River Council opened its gates to three villages on Wednesday, its chair said & wrote." == found[1]
    assert 4 == len(found)
    assert " ".join(text.source.split()) == text.source
    assert "var x" not in text.source
    assert ("River Council Opens Gates", "The Daily Example", "en") == (
        text.front.title,
        text.front.outlet,
        text.front.language,
    )
    assert text.front.published.startswith("2024-07-0")


@pytest.mark.parametrize(
    "page",
    [
        "just words & more",
        "<p>One.<p>Two",
        "<h1>One</h1><p>Two.</p>",
        "<div>" * 900 + "Deep.",
        '<?xml version="1.0"?><p>X.</p>',
    ],
)
def test_any_page_gives_its_words(tmp_path: Path, page: str) -> None:
    """Broken and odd pages are read as far as they go."""
    assert blocks(read(tmp_path, "a.html", page))


@pytest.mark.parametrize("page", ["<html><body><script>x</script></body></html>", "<div>" * 9000 + "x"])
def test_a_page_without_words_is_an_issue(tmp_path: Path, page: str) -> None:
    """A page of scripts, or one nested beyond reason, is one line."""
    assert [("corpus.empty", "error")] == codes(read(tmp_path, "a.html", page).issues)


@given(st.text(max_size=200), st.sampled_from([".txt", ".md", ".jsonl", ".html", ".csv", ".rss", ".zip"]))
def test_reading_never_fails(tmp_path_factory: pytest.TempPathFactory, text: str, suffix: str) -> None:
    """Any text gives texts or issues, and blocks that lie in order inside the source."""
    folder = tmp_path_factory.mktemp("any")
    reading = read(folder, f"a{suffix}", text.encode("utf-8", "replace"))
    spans = [(0, 0), *(span for raw in reading.texts for span in raw.blocks)]

    assert reading.texts or reading.issues or not text.strip()
    assert all(left[1] <= right[0] < right[1] for left, right in pairwise(spans))


# --- Over all -------------------------------------------------------------------------------------------------------


def text_of(id: str, path: str, line: int = 1, media: str = "text") -> Text:
    raw = RawText(id, path, line, media, b"Ya.", ((0, 3),), FrontMatter(), path)  # type: ignore[arg-type]
    return Text(raw, "id", "", "", (), (), 0)


def test_the_later_of_two_ids_takes_its_path() -> None:
    """Ids are unique afterwards; the first keeps its own, each other one is named."""
    pairs = [(text_of("a", "a.txt"), 1), (text_of("a", "b.md"), 2), (text_of("a", "c.jsonl", 4, "record"), 3)]
    found, issues = corpus.unique(pairs)

    assert [("a", 1), ("b.md", 2), ("c.jsonl-4", 3)] == [(text.raw.id, rest) for text, rest in found]
    assert ["the id 'a' is taken by a.txt"] * 2 == [issue.message for issue in issues]
