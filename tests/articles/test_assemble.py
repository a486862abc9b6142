"""Pages of one article are joined, copies are folded, and each record keeps its own source."""

from __future__ import annotations

from pathlib import Path

from tests.articles.chain import assembled

FIRST = """4 Alasan Pelabuhan Lama Ramai Kembali

Pelabuhan Lama kembali ramai sejak dermaga baru dibuka pada Rabu (3/7/2024) oleh wali kota.

1. Ongkos sandar turun
Ongkos sandar turun separuh bagi perahu kecil dan kapal nelayan dari pulau-pulau sekitar.
"""
SECOND = """4 Alasan Pelabuhan Lama Ramai Kembali

Para nelayan juga akan menerima gudang pendingin pada hari Kamis.

4. Gudang baru
Gudang baru menampung hasil tangkapan dua ratus perahu selama musim barat berlangsung.
"""
OTHER = FIRST.replace("4 Alasan Pelabuhan Lama Ramai Kembali", "Mengapa Pelabuhan Lama Kini Ramai Kembali")


def test_later_page(tmp_path: Path) -> None:
    """A page without a day of its own takes the first one's, and counts from it."""
    articles = assembled(tmp_path, {"a.txt": FIRST, "b.txt": SECOND}).articles

    assert [article.part_of for article in articles] == ["", "a"]
    assert articles[1].published.when == articles[0].published.when
    assert articles[1].published.how == "first-part"
    assert [time.value for time in articles[1].times if time.expression.meaning.weekday] == ["2024-07-04"]


def test_copy(tmp_path: Path) -> None:
    """A report that comes again under another headline is one origin, whatever the files are called."""
    for place, names in enumerate((("a.txt", "b.txt"), ("y.txt", "x.txt"))):
        folder = tmp_path / str(place)
        folder.mkdir()
        articles = assembled(folder, {names[0]: FIRST, names[1]: OTHER}).articles

        assert len({article.origins for article in articles}) == 1
        assert sorted(bool(article.copy_of) for article in articles) == [False, True]


def test_weekday_is_a_check_digit(tmp_path: Path) -> None:
    """A weekday that does not fit its date is an Issue, with the days that would fit."""
    text = "---\npublished: 2024-07-05\n---\nDermaga dibuka pada Senin (3/7/2024) oleh wali kota.\n"
    issues = assembled(tmp_path, {"a.md": text}).issues

    assert [issue.code for issue in issues] == ["articles.weekday-mismatch"]
    assert issues[0].line == 4
