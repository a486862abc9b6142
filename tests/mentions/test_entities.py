"""Which names stand in a text, and whom they mean: an invented river council, its people and its places."""

from __future__ import annotations

import pickle
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_src import languages, mentions, texts
from site_src.mentions import Gazetteer
from site_src.model import FrontMatter, Mentions
from site_src.topic.values import Alias
from tests.texts.rivers import entity, raw, topic

PACKS = languages.load()


def name(text: str, language: str = "") -> Alias:
    return Alias(text, language, "name")


TOPIC = topic(
    entity("AVA", "country", name("Avalon"), Alias("Avalonian", "en", "adjective"), Alias("Camlan", "", "metonym")),
    entity("LYO", "country", name("Lyonesse"), name("Republik Lyonesse", "id")),
    entity("AUL", "country", name("Aula Baru", "id"), name("New Aula", "en")),
    entity("camlan", "place", name("Camlan")),
    entity("ana", "person", name("Ana Birru"), Alias("Birru", "", "short")),
    entity("ono", "person", name("Ono Birru"), Alias("Birru", "", "short")),
    entity("oto", "person", name("Oto Calma"), name("Oto d’Calma"), Alias("Calma", "", "short")),
    entity("rc", "organisation", name("Dewan Sungai", "id"), name("River Council", "en"), name("DSL"), name("G5")),
)
GAZETTEER = Gazetteer.of(TOPIC)


def find(source: str, language: str = "id", part: int = 0) -> Mentions:
    text = texts.clean(raw(source, FrontMatter(language=language, part=part)), PACKS, TOPIC)
    return mentions.find(text, PACKS[language], GAZETTEER, TOPIC.series)


def known(source: str, language: str = "id", part: int = 0) -> list[tuple[str, str]]:
    return [(each.text, each.entity) for each in find(source, language, part).entities if each.entity]


def unknown(source: str, language: str = "id") -> list[str]:
    return [each.text for each in find(source, language).entities if not each.entity]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Ketua Dewan Sungai (DSL) tiba di sana.", ["rc", "rc"]),
        ("Menteri Republik Lyonesse tiba di sana.", ["LYO"]),
        ("Hubungan Avalon-Lyonesse membaik tahun ini.", ["AVA", "LYO"]),
        ("Kelompok pro-Avalon dan anti-DSL bertemu lagi.", ["AVA", "rc"]),
        ("Itu Avalon-nya para penyair, kata dia.", ["AVA"]),
        ("Negara-negara G5 bertemu, bukan G50 atau AG5.", ["rc"]),
        ("Avalonia dan Lyonessean bukan Avalons, kata dia.", []),
        ("Para menteri avalon bertemu lagi hari ini.", []),
        ("RAPAT AVALON DAN LYONESSE DIBUKA HARI INI.", ["AVA", "LYO"]),
        ("Para menteri dari Dewan\u00a0Sungai bertemu lagi.", ["rc"]),
        ("Oto d'Calma dan Oto d’Calma itu satu orang.", ["oto", "oto"]),
        ("Para menteri New Aula bertemu lagi di sana.", []),
        ("Ketua (Avalon), “Lyonesse”, Avalon’s dan Avalon.", ["AVA", "LYO", "AVA", "AVA"]),
    ],
)
def test_name_in_indonesian(source: str, expected: list[str]) -> None:
    """Names are whole words, in the language of the text, with any kind of space, apostrophe and hyphen."""
    assert expected == [entity for _, entity in known(source)]


def test_an_alias_counts_only_in_its_language() -> None:
    """An English name in Indonesian text is none, and the other way round."""
    assert [("New Aula", "AUL"), ("River Council", "rc")] == known("New Aula joined the River Council.", "en")
    assert [] == known("Aula Baru and the Dewan Sungai met again.", "en")


def test_adjectives_and_metonyms_are_marked() -> None:
    """A later stage may trust them less."""
    found = find("The Avalonian envoy said that Camlan agreed with them.", "en").entities

    assert [("AVA", "adjective"), ("AVA", "metonym")] == [(each.entity, each.sense) for each in found]


def test_a_capital_is_a_city_or_a_government() -> None:
    """After a word of place, or before its country, it is the city."""
    assert [("Camlan", "camlan")] == known("Mereka bertemu di Camlan hari ini.")
    assert [("Camlan", "camlan"), ("Avalon", "AVA")] == known("Rapat dibuka, lalu tiba Camlan, Avalon, tadi pagi.")
    assert [("Camlan", "AVA")] == known("Hubungan antara Camlan dan mereka memburuk.")


def test_a_short_name_needs_the_full_one_before() -> None:
    """A surname counts after the full name; in a headline the full name may follow below."""
    assert [] == known("Kemarin Calma datang ke sana.")
    assert [("Oto Calma", "oto"), ("Calma", "oto")] == known("Kemarin Oto Calma datang. Lalu Calma pergi.")
    assert ["oto", "oto"] == [
        entity for _, entity in known("Calma Datang ke Hulu\nKemarin Oto Calma datang ke hulu itu.")
    ]


def test_a_short_name_counts_after_a_title_and_on_a_later_page() -> None:
    """A title before it says enough; on a later page the full name stood on the first one."""
    assert [("Calma", "oto")] == known("Kemarin Presiden Calma datang ke sana.")
    assert [("Calma", "oto")] == known("Kemarin Calma datang ke sana.", part=2)


def test_a_surname_of_two_goes_to_the_one_named_last() -> None:
    """Two people with one surname: the one whose full name stood last; alone after a title it is nobody."""
    source = "Kemarin Ana Birru datang. Birru bicara. Lalu Ono Birru datang. Birru diam."

    assert ["ana", "ana", "ono", "ono"] == [entity for _, entity in known(source)]
    assert [] == known("Kemarin Presiden Birru datang ke sana.")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Kemarin Siti Rahma Wulan bertemu Budi bin Salam di sana.", ["Siti Rahma Wulan", "Budi bin Salam"]),
        ("Rapat dibuka. Namun Senin Kelabu dan Juli Panas bukan nama.", ["Kelabu", "Panas"][:0]),
        ("Siti datang. Kemudian Siti pergi, dan semua melihat Siti di jalan.", ["Siti", "Siti", "Siti"]),
        ("Siti datang. Semua pergi ke jalan bersama dia.", []),
        ("Menteri Luar Negeri Siti Rahma datang. Kemudian Rahma pergi.", ["Siti Rahma", "Rahma"]),
        ("Presiden Avalon Siti Rahma datang.", ["Siti Rahma"]),
        ("Kemarin Forum Air Hulu dibuka oleh Prof. J. K. Rahma di sana.", ["Forum Air Hulu", "J. K. Rahma"]),
        ("Enam Negara Bertemu di Hulu Sungai\nMereka bertemu lagi di sana hari ini.", []),
    ],
)
def test_unknown_names(source: str, expected: list[str]) -> None:
    """Runs of two capitalised words, or one that returns inside sentences; no months, weekdays, titles, headlines."""
    assert expected == unknown(source)


def test_furniture_names_nobody() -> None:
    """What is not the article is not read."""
    found = find("Baca juga: Avalon menang 40 persen\nLyonesse tumbuh 3 persen pada 2020, kata ketua itu.\n(Ana Birru)")

    assert ["LYO"] == [each.entity for each in found.entities]
    assert ["3 persen"] == [each.text for each in found.quantities]
    assert ["2020"] == [each.text for each in found.times]


def test_a_gazetteer_travels_to_another_process() -> None:
    """Pickled and back it finds the same."""
    again = pickle.loads(pickle.dumps(GAZETTEER))
    text = texts.clean(raw("Ketua Dewan Sungai tiba di Avalon."), PACKS, TOPIC)

    assert mentions.find(text, PACKS["id"], GAZETTEER) == mentions.find(text, PACKS["id"], again)


WORDS = st.sampled_from(
    ["Avalon", "Oto Calma", "Calma", "di Camlan", "Camlan", "40%", "Siti Rahma", "enam negara", "pada 2005", "İx", ".", "-", "\xa0", "\n", "“", "KTT ke-17"]
)  # fmt: skip


@given(st.lists(WORDS | st.text(max_size=6), max_size=25).map(" ".join))
def test_spans(source: str) -> None:
    """Every mention is the words at its place, in order, without overlaps inside its tuple."""
    found = find(source)
    for some in (found.times, found.entities, found.quantities):
        assert all(source[each.start : each.end] == each.text for each in some)
        assert all(left.end <= right.start for left, right in pairwise(some))


def test_common_word_inside_a_name() -> None:
    """A common word in capitals between two words of a name belongs to it."""
    assert ["Organisasi Kerja Sama Lembah"] == unknown("Mereka bertemu di Organisasi Kerja Sama Lembah kemarin.")


def test_country_behind_a_title() -> None:
    """A country that no table knows is not swallowed by the name of the person behind its title."""
    found = unknown("Negeri Estara tumbuh, kata Estara kemarin. Mereka menemui Presiden Estara Ana Maru Lim di sana.")

    assert ["Estara", "Ana Maru Lim"] == found[-2:]
