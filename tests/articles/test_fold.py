"""What shares an origin: copies, shortened reprints, an agency's report in several papers."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_src.articles import copies
from site_src.model import Article
from tests.articles.chain import assembled

BODY = (
    "Kapal penumpang itu kandas di karang dekat pelabuhan lama pada Rabu (3/7/2024) dini hari ketika kabut turun. "
    "Seluruh penumpang dipindahkan ke dua kapal nelayan dan tiba di dermaga sebelum matahari terbit. "
    "Kepala pelabuhan menyatakan lambung kapal bocor di dua tempat dan akan ditambal sebelum ditarik ke galangan. "
)
REST = (
    "Penyelidik memeriksa catatan mesin dan mendengar keterangan mualim yang berjaga di anjungan malam itu. "
    "Pemilik kapal menanggung biaya hotel penumpang sampai kapal pengganti datang dari pulau seberang pada akhir pekan. "
)
OWN = "Panen jeruk di lembah utara turun separuh karena hujan es pada Kamis (4/7/2024), kata ketua koperasi petani."


def _page(dateline: str, body: str, *, outlet: str = "", published: str = "2024-07-04") -> str:
    front = f"---\npublished: {published}\n" + (f"outlet: {outlet}\n" if outlet else "") + "---\n"
    return f"{front}{dateline} {body}\n"


def _articles(folder: Path, pages: dict[str, str]) -> dict[str, Article]:
    return {article.id: article for article in assembled(folder, pages).articles}


def test_agency_in_two_papers(tmp_path: Path) -> None:
    """Two papers that print one agency's report, each with its own cuts, are one origin: the agency."""
    pages = {
        "a.md": _page("PELABUHAN LAMA (Kantor Selat) –", BODY, outlet="Harian Barat"),
        "b.md": _page("PELABUHAN LAMA (Kantor Selat) –", OWN, outlet="Harian Timur"),
        "c.md": _page("PELABUHAN LAMA –", OWN.replace("jeruk", "kopi"), outlet="Harian Utara"),
    }
    found = _articles(tmp_path, pages)

    assert found["a"].origins == found["b"].origins == ("Kantor Selat",)
    assert found["c"].origins == ("Harian Utara",) or found["c"].copy_of


def test_short_credit_is_the_agency(tmp_path: Path) -> None:
    """A credit that shortens the name of an outlet among the articles means that outlet."""
    pages = {
        "a.md": _page("PELABUHAN LAMA (Selat) –", BODY, outlet="Harian Barat"),
        "b.md": _page("PELABUHAN LAMA –", OWN, outlet="Kantor Berita Selat"),
    }
    found = _articles(tmp_path, pages)

    assert found["a"].origins == found["b"].origins == ("Kantor Berita Selat",)


def test_place_in_the_dateline_is_no_credit(tmp_path: Path) -> None:
    """A town before the dash is nobody's credit, nor is who took the picture."""
    text = _page("PELABUHAN LAMA –", BODY, outlet="Harian Barat") + "\n(Foto: Kantor Selat)\n"

    assert _articles(tmp_path, {"a.md": text})["a"].origins == ("Harian Barat",)


def test_shortened_reprint(tmp_path: Path) -> None:
    """A paper that prints the first half of a report repeats it; the longer one of a day is the original."""
    whole = BODY + REST + OWN + " " + _own(7)
    pages = {"a.md": _page("", BODY + REST, outlet="Harian Barat"), "b.md": _page("", whole, outlet="Harian Timur")}
    found = _articles(tmp_path, pages)

    assert ("b", "") == (found["a"].copy_of, found["b"].copy_of)
    assert found["a"].origins == ("Harian Timur",)


def test_quoted_paragraph_is_no_copy(tmp_path: Path) -> None:
    """A report that quotes a few sentences of another one is its own."""
    quoting = "Menteri perhubungan berjanji memasang suar baru. " + REST + OWN + BODY[:108]
    pages = {"a.md": _page("", BODY, outlet="Harian Barat"), "b.md": _page("", quoting, outlet="Harian Timur")}
    found = _articles(tmp_path, pages)

    assert {""} == {article.copy_of for article in found.values()}


@pytest.mark.parametrize("many", [3, 70])
def test_copies_among_many(tmp_path: Path, many: int) -> None:
    """However many articles there are, the same ones are found to be copies."""
    pages = {f"n{number:02}.md": _page("", _own(number), outlet=f"Koran {number}") for number in range(many)}
    pages |= {"a.md": _page("", BODY, outlet="Harian Barat"), "z.md": _page("", BODY, outlet="Harian Timur")}
    found = _articles(tmp_path, pages)

    assert 1 == sum(bool(article.copy_of) for article in found.values())


def _own(number: int) -> str:
    words = ("pasar", "sungai", "jembatan", "sekolah", "ladang", "menara", "bengkel", "taman", "kebun", "gudang")
    first, second, third = words[number % 10], words[number // 10], words[(3 * number + 1) % 10]
    return f"Warga membuka {first} di samping {second} dan {third} nomor {number} pada Rabu (3/7/2024) pagi."


def test_no_texts() -> None:
    """Nothing repeats nothing."""
    assert {} == copies.find([])
