"""Which day a time expression is: clock, tense, weekday, tables, and honesty where something is missing."""

from __future__ import annotations

from datetime import date

import pytest

from site_src import languages
from site_src.articles.resolve import candidate_years, resolve
from site_src.languages.pack import LanguagePack
from site_src.mentions.times import find_times
from site_src.model import Meaning, Resolved

ID, EN = languages.load(["id", "en"]).values()
CLOCK = date(2022, 9, 16)


def read(text: str, clock: date | None = CLOCK, pack: LanguagePack = ID) -> list[Resolved]:
    spans, at = [], 0
    for sentence in text.split("| "):
        spans.append((at, at + len(sentence)))
        at += len(sentence) + 2
    return list(resolve(text, spans, find_times(text, pack), pack=pack, clock=clock))


def edtf(text: str, clock: date | None = CLOCK, pack: LanguagePack = ID) -> list[str]:
    return [one.when.edtf if one.when else "" for one in read(text, clock, pack)]


WHENS = {
    "Mereka mendaftar pada akhir Juni.": "2022-06-21~/2022-06-30~",
    "Mereka mendaftar pada awal Juni 2020.": "2020-06-01~/2020-06-10~",
    "Mereka mendaftar pada pertengahan Februari 2020.": "2020-02-11~/2020-02-20~",
    "Mereka mendaftar pada akhir Februari 2020.": "2020-02-21~/2020-02-29~",
    "Mereka mendaftar pada awal 2020.": "2020-01-01~/2020-04-30~",
    "Mereka mendaftar pada pertengahan 2020.": "2020-05-01~/2020-08-31~",
    "Mereka mendaftar pada akhir tahun 2020.": "2020-09-01~/2020-12-31~",
    "Mereka mendaftar pada 2005 lalu.": "2005",
    "Mereka mendaftar sejak 2005.": "2005",
    "Mereka mendaftar pada Juni 2020.": "2020-06",
    "Mereka mendaftar pada 1990-an.": "199X",
    "Mereka mendaftar pada abad ke-21.": "20XX",
    "Mereka mendaftar pekan lalu.": "2022-09-05/2022-09-11",
    "Mereka mendaftar pada kuartal I 2020.": "2020-01-01/2020-03-31",
    "Mereka mendaftar pada 2001-2005.": "2001/2005",
    "Mereka bertemu pada 3-4 Juli 2020.": "2020-07-03/2020-07-04",
    "Mereka bertemu setiap tahun.": "",
    "Mereka bertemu selama tiga hari.": "",
    "Mereka kini bertemu.": "",
}


@pytest.mark.parametrize("text", WHENS)
def test_no_more_exact_than_the_words(text: str) -> None:
    """A stretch of days is as wide as its words, and lengths, sets and references name no days."""
    assert [WHENS[text]] == edtf(text)


def test_tense_decides_where_a_weekday_lies() -> None:
    """The same weekday lies ahead after "akan" and behind otherwise; the clock's own weekday is that day."""
    assert ["2022-09-22"] == edtf("Mereka akan bergabung pada hari Kamis.")
    assert ["2022-09-15"] == edtf("Mereka menandatangani protokol pada hari Kamis.")
    assert ["2022-09-16"] == edtf("Mereka menandatangani protokol pada hari Jumat.")
    assert ["2022-09-16"] == edtf("Mereka akan menandatangani protokol pada hari Jumat.")


def test_tense_stays_in_its_clause() -> None:
    """What somebody said on a weekday was said, also when it tells of things to come."""
    assert ["2022-09-13"] == edtf("Pada hari Selasa, koordinator mengungkapkan bahwa enam negara akan bergabung.")
    assert ["2022-09-13"] == edtf("Enam negara akan bergabung, kata koordinator itu pada Selasa.")
    assert ["2022-09-13"] == edtf("Six states will join, the coordinator said on Tuesday.", pack=EN)
    assert ["2022-09-20"] == edtf("The coordinator said that six states will join on Tuesday.", pack=EN)


def test_days_ahead_hold_a_weekday_without_tense() -> None:
    """A weekday without tense lies in days ahead told before it; yesterday's only where its own sentence tells them."""
    assert ["2022-09-19/2022-09-25", "2022-09-20"] == edtf("Pekan raya digelar pekan depan.| Pintu terbuka Selasa.")
    assert ["2022-09-19/2022-09-25", "2022-09-15"] == edtf("Pekan raya digelar pekan depan.| Rupiah di 14 pada Kamis.")


def test_yesterday_told_again_is_yesterday() -> None:
    """A weekday told as yesterday stays yesterday where a later sentence seems to look ahead; a next one is said so."""
    assert ["2022-09-15", "2022-09-15"] == edtf("They won on Thursday.| We'll enjoy Thursday night.", pack=EN)
    assert ["2022-09-15", "2022-09-22"] == edtf("They won on Thursday.| We'll play next Thursday.", pack=EN)
    assert ["2022-09-22"] == edtf("We'll enjoy Thursday night.", pack=EN)


def test_tense_stays_in_its_sentence() -> None:
    """The next sentence's "akan" says nothing about this one's weekday."""
    assert ["2022-09-15"] == edtf("Mereka bertemu pada Kamis.| Mereka akan bertemu lagi.")


def test_wrong_weekday_is_said() -> None:
    """A weekday that does not fit its date is never silent: unsure, and with the days that would fit."""
    (one,) = read("Mereka bertemu Kamis (16/9/2022).")

    assert one.when is not None
    assert ("2022-09-16?", 0.3) == (one.when.edtf, one.confidence)
    assert "2022-09-15" in one.how
    assert "2021-09-16" in one.how


def test_weekday_finds_the_year() -> None:
    """A day and month without a year takes the year that fits the weekday near the clock."""
    text = "Mereka bertemu pada hari Kamis (08/06) kemarin."

    assert ["2017-06-08"] == edtf(text, date(2017, 6, 9))
    assert ["2023-06-08"] == edtf(text, date(2023, 6, 10))


def test_without_a_clock_relative_words_stay_open() -> None:
    """Without a clock, whole dates resolve, and the others show in their value what is known."""
    text = "Pada 15 Juni 2001, pada 8 Juni, pada Kamis, pada bulan Mei, kemarin, tahun lalu."
    found = [(one.value, one.when is not None) for one in read(text, None)]

    assert [
        ("2001-06-15", True), ("XXXX-06-08", False), ("XXXX-WXX-4", False), ("XXXX-05", False), ("XXXX-XX-XX", False),
        ("XXXX", False),
    ] == found  # fmt: skip


OPEN = {
    "kemarin sore": "XXXX-XX-XXTAF", "pekan lalu": "XXXX-WXX", "akhir pekan lalu": "XXXX-WXX-WE", "bulan depan": "XXXX-XX",
    "dua tahun lalu": "XXXX", "dua dekade lalu": "XXXX", "kuartal kedua tahun ini": "XXXX-Q2", "kuartal lalu": "XXXX-QX",
    "dua jam lalu": "XXXX-XX-XXTXX", "kurang dari seminggu lagi": "XXXX-XX-XX/XXXX-XX-XX", "dua hari kemudian": "XXXX-XX-XX",
    "pada pukul 10.00": "XXXX-XX-XXT10:00", "musim panas lalu": "XXXX-SU", "Juni lalu": "XXXX-06", "saat ini": "PRESENT_REF",
}  # fmt: skip


@pytest.mark.parametrize("text", OPEN)
def test_an_open_value_shows_how_exact_the_words_are(text: str) -> None:
    """What counts from a clock that nobody knows has no days, and X for every figure that the clock would give."""
    assert [(OPEN[text], None)] == [(one.value, one.when) for one in read(text, None)]


def test_a_hint_gives_the_year() -> None:
    """A caller that knows the year of a day better, by a series' table, is believed, and the weekday still checks."""
    text = "Mereka bertemu Kamis (08/06)."
    times = find_times(text, ID)
    (right,) = resolve(text, [(0, len(text))], times, pack=ID, clock=date(2024, 4, 19), year_hint=lambda _: 2017)
    (wrong,) = resolve(text, [(0, len(text))], times, pack=ID, clock=date(2024, 4, 19), year_hint=lambda _: 2018)

    assert ("2017-06-08", 0.99) == (right.value, right.confidence)
    assert ("2018-06-08", 0.3) == (wrong.value, wrong.confidence)


def test_candidate_years_come_latest_first() -> None:
    """The years in which weekday, day and month agree, not after a day."""
    meaning = Meaning("date", month=6, day=8, weekday=4)

    assert (2023, 2017, 2006, 2000, 1995) == candidate_years(meaning, not_after=date(2024, 4, 19))
    assert (2017, 2006) == candidate_years(meaning, not_after=date(2023, 6, 7), span=20)
    assert () == candidate_years(Meaning("date", weekday=4), not_after=date(2024, 4, 19))


def test_every_bare_weekday_is_within_a_week() -> None:
    """For every clock and weekday, a day told as past lies at most six days back, one told as ahead at most six on.

    Where no word tells, it is the nearest one.
    """
    for day in range(4, 18):
        clock = date(2022, 9, day)
        for name in ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"):
            back = read(f"Ia telah tiba pada {name}.", clock)[0].when
            open_ = read(f"Ia di kota pada {name}.", clock)[0].when
            ahead = read(f"Ia akan tiba pada {name}.", clock)[0].when
            assert back is not None
            assert ahead is not None
            assert open_ is not None
            assert -3 <= (open_.earliest - clock).days <= 3
            assert 0 <= (clock - back.earliest).days <= 6
            assert 0 <= (ahead.earliest - clock).days <= 6
