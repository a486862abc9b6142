"""Sheets, feeds and archives: one bad record never loses the others, and each problem has its line."""

from __future__ import annotations

import io
import stat
import zipfile
from pathlib import Path

import pytest

from site_src import corpus
from site_src.corpus import archive
from site_src.corpus.reading import Reading


def read(folder: Path, name: str, content: str | bytes) -> Reading:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return corpus.read(path, folder)


def words(reading: Reading) -> list[str]:
    return [text.source for text in reading.texts]


def told(reading: Reading) -> list[tuple[int, str]]:
    return [(issue.line, issue.message) for issue in reading.issues]


# --- Records --------------------------------------------------------------------------------------------------------


def test_a_nul_spoils_its_record_only(tmp_path: Path) -> None:
    """One NUL byte in a file of records costs the record it stands in."""
    lines = b'{"text": "Satu."}\n{"text": "Du\x00a."}\n{"text": "Tiga.", "title": "A\\u0000"}\n'
    reading = read(tmp_path, "a.jsonl", lines)
    sheet = read(tmp_path, "a.csv", b"id,text\na,Satu.\nb,Du\x00a.\nc,Tiga.\n")

    assert ["Satu.", "Tiga."] == words(reading) == words(sheet)
    assert [2, 3] == [issue.line for issue in reading.issues]
    assert [(3, "'text' holds NUL characters, expected the words of an article")] == told(sheet)


# --- Sheets ---------------------------------------------------------------------------------------------------------

SHEET = """ID{0}Outlet{0}Published{0}authors{0}text
a1{0}Warta Contoh{0}2024-07-03{0}Ana | Budi{0}"Ketua berkata ""ya{0} tentu"".
Rapat usai."
{0}{0}{0}{0}Dua.
"""


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_sheet_of_any_spreadsheet_is_read(tmp_path: Path, delimiter: str, mark: str, end: str) -> None:
    """Comma, semicolon or tab, with or without a mark, either line end; a row's line is where it begins."""
    reading = read(tmp_path, "sub.csv", mark + SHEET.format(delimiter).replace("\n", end))
    first, second = reading.texts

    assert () == reading.issues
    assert ("a1", 2, "record", "Warta Contoh", "2024-07-03", ("Ana", "Budi")) == (
        first.id, first.line, first.media, first.front.outlet, first.front.published, first.front.authors,
    )  # fmt: skip
    assert f'Ketua berkata "ya{delimiter} tentu".{end}Rapat usai.' == first.source
    assert ["Rapat usai."] == [first.source[a:b] for a, b in first.blocks[1:]]
    assert ("sub-4", 4, "Dua.") == (second.id, second.line, second.source)


def test_a_sheet_without_text_says_what_may_be_meant(tmp_path: Path) -> None:
    """A header without the column `text` skips the file, with the column that may be meant."""
    reading = read(tmp_path, "a.csv", "id,teks,outlet\n1,Satu.,Warta\n")

    assert () == reading.texts
    assert (1, "no column 'text' among 'id', 'teks', 'outlet'; 'teks' may be meant") == told(reading)[-1]


def test_unknown_columns_are_named_once(tmp_path: Path) -> None:
    """A column nearly named like a key is a warning with that key, any other a note; rows are read without them."""
    reading = read(tmp_path, "a.csv", "text,titel,views,text\nSatu.,X,7,Y\nDua.,X,8,Y\n")

    assert ["Satu.", "Dua."] == words(reading)
    assert [("titel", "warning"), ("views", "note"), ("text", "warning")] == [
        (issue.message.split("'")[1], issue.level) for issue in reading.issues
    ]
    assert "expected 'title'" in reading.issues[0].message


@pytest.mark.parametrize(
    ("rows", "kept", "lines"),
    [
        ('1,"Tanpa tutup.\n2,Dua.\n3,Tiga.\n', ["Dua.", "Tiga."], [2]),
        ('1,"Tanpa tutup.\n2,"Dua."\n3,Tiga.\n', ["Dua.", "Tiga."], [2]),
        ("1,Satu,lebih\n2,Dua.\n3\n4,Empat.\n", ["Dua.", "Empat."], [2, 4]),
        ('1,"Kata "ya" di tengah."\n2,Dua.\n', ["Dua."], [2]),
        ("1,Satu.,,\n\n2,Dua.\n", ["Satu.", "Dua."], []),
        ("1,\n2,Dua.\n", ["Dua."], [2]),
    ],
)
def test_a_broken_row_costs_itself(tmp_path: Path, rows: str, kept: list[str], lines: list[int]) -> None:
    """A quote that never closes, a cell too many or too few, an empty text: the rows below are read."""
    reading = read(tmp_path, "a.csv", "id,text\n" + rows)

    assert kept == words(reading)
    assert lines == [issue.line for issue in reading.issues]


def test_a_long_cell_is_read(tmp_path: Path) -> None:
    """A text longer than the csv module's own limit of 131,072 characters is one like any other."""
    assert 400_000 == len(read(tmp_path, "b.csv", 'id,text\n1,"' + "Ya. " * 100_000 + '"\n').texts[0].source)


# --- Feeds ----------------------------------------------------------------------------------------------------------

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Warta Contoh</title><language>id-ID</language><link>https://wartacontoh.example/</link>
<item><title>Hulu &amp;amp; Hilir</title><link>https://wartacontoh.example/1</link><guid>w-1</guid>
<pubDate>Wed, 03 Jul 2024 00:30:00 +0700</pubDate><dc:creator>Ana</dc:creator>
<description>Ringkasan.</description>
<content:encoded><![CDATA[<p>Rapat <b>d</b>ibuka&nbsp;Rabu.</p><script>x()</script><p>Usai sore.</p>]]></content:encoded></item>
<item><title>Kosong</title></item>
<item><title>Tiga</title><description>Ketua pulang.</description></item>
</channel></rss>
"""
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>The Daily Example</title>
<entry xml:lang="en"><id>urn:x:1</id><title type="html">Gates &lt;i&gt;open&lt;/i&gt;</title><updated>2024-07-05T00:00:00Z</updated>
<published>2024-07-03T23:30:00+07:00</published><link href="https://dailyexample.example/1"/><author><name>Ana</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The gates opened.</p><p>All went home.</p></div></content></entry></feed>
"""


def test_an_rss_feed_gives_its_entries(tmp_path: Path) -> None:
    """The full content before the summary, the day in the feed's own time zone, an entry without words named."""
    reading = read(tmp_path, "a.xml", RSS)
    first, last = reading.texts

    assert ("Rapat dibuka Rabu. Usai sore.", 2) == (first.source, len(first.blocks))
    assert ("w-1", "Hulu & Hilir", "Warta Contoh", "id") == (
        first.id, first.front.title, first.front.outlet, first.front.language,
    )  # fmt: skip
    assert ("2024-07-03T00:30:00+07:00", "https://wartacontoh.example/1", ("Ana",)) == (
        first.front.published, first.front.url, first.front.authors,
    )  # fmt: skip
    assert ("Ketua pulang.", 9, "a-9") == (last.source, last.line, last.id)
    assert [(8, "the entry has neither content nor a summary")] == told(reading)


def test_an_atom_feed_gives_its_entries(tmp_path: Path) -> None:
    """Published before updated, markup out of title and content."""
    text = read(tmp_path, "a.atom", ATOM).texts[0]

    assert ("The gates opened. All went home.", "Gates open", "2024-07-03T23:30:00+07:00") == (
        text.source, text.front.title, text.front.published,
    )  # fmt: skip
    assert ("The Daily Example", "en", ("Ana",)) == (text.front.outlet, text.front.language, text.front.authors)


def test_a_broken_feed_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    """A stray ampersand in one entry is named with its line; a file of other XML is no feed."""
    reading = read(
        tmp_path, "a.rss", RSS.replace("Kosong</title>", "A & B</title><description>Isi & isi</description>")
    )

    assert ["w-1", "a-8", "a-9"] == [text.id for text in reading.texts]
    assert [8] == [issue.line for issue in reading.issues]
    assert ["corpus.feed"] == [issue.code for issue in read(tmp_path, "b.xml", "<urlset><url/></urlset>").issues]


def test_a_feed_opens_no_file_and_grows_no_entity(tmp_path: Path) -> None:
    """Entities that name files, or multiply, stand for nothing."""
    (tmp_path / "secret").write_text("Rahasia")
    bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    kind = f'<!DOCTYPE rss [<!ENTITY e0 "aaaaaaaaaa">{bomb}<!ENTITY f SYSTEM "file://{tmp_path}/secret">]>'
    text = RSS.replace("<rss", kind + "<rss", 1).replace("Ketua pulang.", "Ketua &e11; &f; pulang.")
    found = " ".join(words(read(tmp_path, "a.rss", text)))

    assert "Rahasia" not in found
    assert len(found) < 1000


# --- Archives -------------------------------------------------------------------------------------------------------


def packed(files: dict[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", method) as box:
        for name, content in files.items():
            box.writestr(name, content)
    return held.getvalue()


def test_an_archive_is_read_like_a_folder(tmp_path: Path) -> None:
    """Every kind, ids from the path inside, hidden files and other kinds left out, no file written."""
    content = packed({
        "2024/a.txt": "Satu.", "b.jsonl": '{"text": "Dua."}\n{bad', "c.csv": "text\nTiga.\n", "d.html": "<p>Empat.</p>",
        "README.md": "x", ".h.txt": "x", "__MACOSX/2024/._a.txt": "x", "e.png": b"\x00", "f.rss": RSS,
    })  # fmt: skip
    reading = read(tmp_path, "box.zip", content)

    assert ["2024/a", "b-1", "c-2", "d", "w-1", "f-9"] == [text.id for text in reading.texts]
    assert "box.zip/2024/a.txt" == reading.texts[0].path
    assert [("box.zip/b.jsonl", 2), ("box.zip/f.rss", 8)] == [(issue.path, issue.line) for issue in reading.issues]
    assert ["box.zip"] == [each.name for each in tmp_path.iterdir()]


@pytest.mark.parametrize(
    "name", ["../a.txt", "/a.txt", "x/../../a.txt", "C:/a.txt", "x\\..\\a.txt", "a\x1b.txt", "x//a.txt"]
)
def test_a_path_stays_in_its_archive(tmp_path: Path, name: str) -> None:
    """A member whose path leads out, or cannot be printed, is named and skipped; the others are read."""
    reading = read(tmp_path, "box.zip", packed({name: "Jahat.", "b.txt": "Baik."}))

    assert ["Baik."] == words(reading)
    assert ["corpus.archive"] == [issue.code for issue in reading.issues]
    assert reading.issues[0].path.isprintable()


def test_bombs_are_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What unpacks to far more than it packs, to more than its kind may hold, or to more than all may, is skipped."""
    zeros = b"A" * 19_000_000
    reading = read(tmp_path, "box.zip", packed({"a.txt": zeros, "b.txt": "Baik."}))
    huge = read(tmp_path, "huge.zip", packed({"a.txt": b"A" * 21_000_000}, zipfile.ZIP_STORED))
    monkeypatch.setattr(archive, "TOTAL", 10)
    total = read(tmp_path, "total.zip", packed({"a.txt": "Satu dua.", "b.txt": "Tiga.", "c.txt": "X"}))

    assert ["Baik."] == words(reading)
    assert "gives more than" in told(reading)[0][1]
    assert () == huge.texts
    assert ["Satu dua.", "X"] == words(total)


def test_archives_in_archives_links_and_locks_are_left(tmp_path: Path) -> None:
    """An archive inside one is not opened, a link not followed, a damaged or locked member named."""
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as box:
        box.writestr(link, "/etc/passwd")
        box.writestr("inner.zip", packed({"x.txt": "Dalam."}))
        box.writestr("spoilt.txt", "Kalimat yang rusak.")
        box.writestr("good.txt", "Baik.")
    data = held.getvalue().replace(b"yang rusak", b"yang busuk", 1)
    reading = read(tmp_path, "box.zip", data)

    assert ["Baik."] == words(reading)
    assert ["box.zip/inner.zip", "box.zip/link.txt", "box.zip/spoilt.txt"] == [issue.path for issue in reading.issues]
    assert ["corpus.archive"] == [issue.code for issue in read(tmp_path, "no.zip", b"PK\x03\x04no").issues]
    assert ["the archive holds no article"] == [issue.message for issue in read(tmp_path, "e.zip", packed({})).issues]
