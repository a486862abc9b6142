"""The index in Python: words, stems, weights, and what is written of them."""

from __future__ import annotations

import json

import pytest

from site_src import pages, search
from site_src.model import STEPS
from site_src.render import templates
from site_src.search.inverted import invert
from site_src.search.packed import number
from site_src.search.stems import stem
from site_src.search.words import fold, words
from tests.pages import sample
from tests.search.invented import DOCUMENTS, document


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Perdana Menteri José", ["perdana", "menteri", "jose"]),
        ("Jose\u0301", ["jose"]),
        ("ke-10 pada 2001", ["ke", "10", "pada", "2001"]),
        ("Oʻzal’s Łódź", ["ozal", "lodz"]),
        ("negara-negara", ["negara", "negara"]),
        ("7 _ & …", ["7"]),
        ("上海合作", ["上海合作"]),
    ],
)
def test_words_are_folded(text: str, expected: list[str]):
    """Case and marks do not matter; single letters are no words, single figures are."""
    found = [fold(word) for word in words(text)]

    assert expected == found


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [("id", "bergabung", "bergabungnya"), ("id", "anggota", "keanggotaan"), ("en", "joined", "joins")],
)
def test_forms_of_a_word_share_a_stem(language: str, one: str, other: str):
    """The stem is that of the text's own language."""
    assert stem(one, language) == stem(other, language)


def test_a_language_without_an_algorithm_keeps_its_words():
    """An unknown language is searched by its words as they stand."""
    assert "joined" == stem("joined", "und") == stem("joined", "zxx") == stem("joined", "")


def test_words_of_a_title_weigh_more():
    """A word tells more in a title than in a quote, and more in a short text than in a long one."""
    found = {
        form.text: form.postings
        for form in invert(
            (document("Danau"), document("Sungai", "danau"), document("Sungai", "danau " + "kata " * 40))
        )
    }["danau"]

    assert sorted(found.values(), reverse=True) == list(found.values())
    assert 3 == len(set(found.values()))


def test_stems_can_be_typed():
    """A stem that no text has as a word is known too, without documents of its own."""
    forms = {form.text: form for form in invert((document("Satu", "bergabung"),))}

    assert (("gabung",), {}) == (forms["gabung"].stems, forms["gabung"].postings)
    assert forms["bergabung"].stems == forms["gabung"].stems


def test_numbers_are_written_in_six_bits():
    """Five bits of the number a digit, the low ones first; the sixth bit says that it goes on."""
    assert ["A", "f", "gB", "__B"] == [number(value) for value in (0, 31, 32, 2047)]


def test_same_documents_same_bytes():
    """The index depends on the documents alone."""
    first = search.index(DOCUMENTS, languages=("id", "en"))

    assert dict(first) == dict(search.index(tuple(DOCUMENTS), languages=("id", "en")))


def test_no_documents_make_an_empty_index():
    """A site of an empty topic has a search that finds nothing."""
    found = search.index((), languages=("id",))

    assert ["assets/search/words.js"] == list(found)


def test_words_file_assigns_one_global():
    """The file is one assignment of JSON, so that it can be read from disk as a script."""
    text = search.index(DOCUMENTS, languages=("id",))["assets/search/words.js"].decode()
    packed = json.loads(text.removeprefix("var linimasaWords = ").removesuffix(";\n"))

    assert [["entry", 5], ["article", 1], ["country", 1], ["person", 1]] == packed["sorts"]
    assert len(packed["weights"]) == sum(len(form.postings) for form in invert(DOCUMENTS))


def test_every_address_is_a_page():
    """What is found in any language leads to a page that is planned, and to an anchor that is there."""
    known, packs = sample.topic(), {"id": sample.pack()}
    planned = pages.plan(sample.TIMELINE, known, packs, (sample.CHART,), languages=("id", "en"))
    written = {path: content.decode() for path, content in templates.render(planned, known)}
    found = pages.documents(pages.open_desks(sample.TIMELINE, known, packs, (), languages=("id", "en")))
    lost = []
    for one in found:
        for folder, language in (("", "id"), ("en/", "en")):
            name, _, fragment = one.address[language].partition("#")
            anchor = "" if name == "search.html" else fragment
            if folder + name not in written or (anchor and f'id="{anchor}"' not in written[folder + name]):
                lost.append(one.address[language])

    assert [] == lost
    assert {"entry", "article", "claim", "country"} <= {one.sort for one in found}


def test_quotes_that_are_found_may_be_shown():
    """Of articles only quotes of entries and claims are searched, not their whole text."""
    found = pages.documents(
        pages.open_desks(sample.TIMELINE, sample.topic(), {"id": sample.pack()}, (), languages=("id",))
    )
    quotes = {" ".join(one.quote.split()) for event in sample.EVENTS for one in event.evidence}
    quotes |= {" ".join(one.quote.split()) for claim in sample.TIMELINE.claims for one in claim.evidence}

    assert {text for one in found if one.sort != "page" for _, text in one.texts} <= quotes
    assert [] == [one for one in found if one.sort == "article" and one.texts]


def test_entries_are_weighed_in_the_steps_of_the_index():
    """What the index cannot tell apart is told the same: else a little more importance would write it anew."""
    found = pages.documents(
        pages.open_desks(sample.TIMELINE, sample.topic(), {"id": sample.pack()}, (), languages=("id",))
    )
    weights = [one.weight for one in found if one.sort == "entry"]

    assert weights
    assert {*weights} <= {step / STEPS for step in range(STEPS + 1)}
    assert [round(STEPS * (step / STEPS)) for step in range(STEPS + 1)] == list(range(STEPS + 1))
