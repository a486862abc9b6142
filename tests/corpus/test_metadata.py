"""What pages declare: moments, titles and linked data, each by itself."""

from __future__ import annotations

import pytest

from site_src.corpus.headline import headline
from site_src.corpus.moments import day_in, moment


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("2024-07-03T12:55:10+07:00", "2024-07-03T12:55:10+07:00"),
        ("2024-07-02T23:30:00Z", "2024-07-02T23:30:00+00:00"),
        ("2024-07-02T23:30:00.000Z", "2024-07-02T23:30:00+00:00"),
        ("2024-07-03T12:55:10+0700", "2024-07-03T12:55:10+07:00"),
        ("2024/07/03 12:55:10", "2024-07-03T12:55:10"),
        ("2024-7-3 9:05", "2024-07-03T09:05:00"),
        ("2024-07-03", "2024-07-03"),
        ("Wed, 03 Jul 2024 00:30:00 +0700", "2024-07-03T00:30:00+07:00"),
        ("0000-00-00 00:00:00", ""),
        ("1970-01-01", ""),
        ("2024-02-30", ""),
        ("Rabu, 3 Juli", ""),
        ("", ""),
    ],
)
def test_moments(words: str, expected: str) -> None:
    """Every common way to declare a moment keeps its own time zone; empty and impossible ones are none."""
    assert expected == moment(words)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://a.example/read/2024/07/03/125510/judul", "2024-07-03"),
        ("https://a.example/dunia/20240703065512-106-1117/judul", "2024-07-03"),
        ("https://a.example/2024/judul-2019", ""),
        ("https://a.example/read/20249999123456-1/judul", ""),
    ],
)
def test_days_in_addresses(address: str, expected: str) -> None:
    """Portals write the day into the address of an article."""
    assert expected == day_in(address)


T = "Dewan Sungai Buka Bendungan Baru"


@pytest.mark.parametrize(
    ("headings", "declared", "names", "lines", "expected"),
    [
        (["Warta Contoh", T], [f"{T} - Warta Contoh"], [], [], T),
        ([T], ["Bendungan Dibuka, Ketua Bicara"], [], [], T),
        ([], [f"{T} - Berita - Warta Contoh"], ["Warta Contoh"], [T], T),
        ([], [f"{T} | Warta Contoh"], [], [], T),
        ([], [f"Warta Contoh: {T}"], ["Warta Contoh"], [], T),
        ([], [f"{T} - WartaContoh.com"], ["wartacontoh"], [], T),
        ([], ["Ana Birru - Oto Calma Bertemu di Hulu"], ["Warta"], [], "Ana Birru - Oto Calma Bertemu di Hulu"),
        (["Berita Terkini Hari Ini Semua"], [f"{T} - Warta"], ["Warta"], [T], T),
        ([], [], [], [], ""),
    ],
)
def test_titles(headings: list[str], declared: list[str], names: list[str], lines: list[str], expected: str) -> None:
    """The heading that the head confirms, else what stands on the page, else the head's words without the site's name."""
    assert expected == headline(headings, declared, names, lines)
