"""What `check --suggest` finds in the clippings of a topic that knows nothing yet."""

from __future__ import annotations

import csv
import tomllib
from pathlib import Path

import pytest

from site_src import pipeline, suggestions
from site_src import topic as topics

CLIPPINGS = {
    "port": (
        "id", "2023-02-15",
        ("KALUMPA – Gubernur Sangira Hendrik Tamalae meresmikan tambak di Kalumpa pada 14 Februari 2023.\n\n"
        "“Kami siap,” kata Tamalae. Namun, warga menunggu. Komite Laut Bersih (KLB) belum hadir. Menurut KLB, itu dini."),
    ),
    "deal": (
        "id", "2023-04-06",
        ("Ketua Ratna Wiyasa menandatangani perjanjian kuota dengan Hendrik Tamalae di Sangira pada 5 April 2023.\n\n"
        "Wiyasa mengatakan kuota itu adil. Selain itu, Komite Laut Bersih menyambutnya. Bank Pesisir ikut serta."),
    ),
    "deal-2": (
        "id", "2023-04-07",
        ("Perjanjian kuota ditandatangani Ketua Ratna Wiyasa di Sangira, 5 April 2023.\n\n"
        "Namun, nelayan di Kalumpa ragu. Selain itu, Bank Pesisir menunggu, kata Wiyasa."),
    ),
    "deal-en": (
        "en", "2023-04-06",
        ("Chairwoman Ratna Wiyasa signed a quota agreement in Sangira on 5 April 2023.\n\n"
        "However, fishers in Kalumpa doubt it, said Wiyasa. The Clean Sea Committee (CSC) is glad."),
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new topic with invented clippings."""
    place = tmp_path_factory.mktemp("suggest") / "topic"
    topics.new(place)
    for file in (place / "articles").iterdir():
        file.unlink()
    for name, (language, day, text) in CLIPPINGS.items():
        head = f"---\ntitle: T\noutlet: Warta Ombara\npublished: {day}\nlang: {language}\n---\n\n"
        (place / "articles" / f"{name}.md").write_text(f"{head}{text}\n\nDukung kami lewat donasi bulanan.\n", "utf-8")
    return place


@pytest.fixture(scope="module")
def blocks(folder: Path) -> dict[str, list[str]]:
    """The suggested lines by the file into which they go; the list of names under no file."""
    made = pipeline.tell(pipeline.Options(folder, folder / "articles"))
    found: dict[str, list[str]] = {"": []}
    file = ""
    for line in suggestions.lines(made.timeline.articles, made.topic, made.packs):
        if line.startswith("# --- "):
            file = line.removeprefix("# --- ").partition(":")[0]
            found[file] = []
        else:
            found[file].append(line)
    return found


def _rows(folder: Path, blocks: dict[str, list[str]], table: str) -> dict[str, dict[str, str]]:
    header = (folder / f"tables/{table}.csv").read_text("utf-8").partition("\n")[0]
    rows = csv.DictReader([header, *filter(None, blocks.get(f"tables/{table}.csv", ()))])
    return {row["id"]: row for row in rows}


def test_people(folder: Path, blocks: dict[str, list[str]]):
    """A person is found by titles and verbs of saying, with the last name and the office, in texts of any language."""
    found = _rows(folder, blocks, "people")

    assert {"ratna-wiyasa", "hendrik-tamalae"} == set(found)
    assert ("Wiyasa", "Ketua", "Ratna Wiyasa") == tuple(
        found["ratna-wiyasa"][column] for column in ("short", "role_id", "name_en")
    )
    assert "Gubernur Sangira" == found["hendrik-tamalae"]["role_id"]


def test_organisations(folder: Path, blocks: dict[str, list[str]]):
    """A body is found by the words of its name, with the abbreviation in brackets behind it."""
    found = _rows(folder, blocks, "organisations")

    assert {"komite-laut-bersih", "bank-pesisir", "clean-sea-committee"} == set(found)
    assert "KLB" == found["komite-laut-bersih"]["aliases_id"]


def test_places(folder: Path, blocks: dict[str, list[str]]):
    """A town is found by the words before it and by datelines."""
    assert {"kalumpa", "sangira"} == set(_rows(folder, blocks, "places"))


def test_no_junk(blocks: dict[str, list[str]]):
    """Words that only begin sentences are no names."""
    listed = "\n".join(blocks[""])

    for word in ("Namun", "Selain", "However", "Perjanjian", "Menurut"):
        assert word not in listed


def test_verbs(blocks: dict[str, list[str]]):
    """Forms of a verb, and a verb of another language told of the same day, are one kind with an example."""
    lines = blocks["kinds.toml"]
    kinds = tomllib.loads("\n".join(lines))

    [kind] = kinds.values()
    assert {"menandatangani", "ditandatangani"} == set(kind["triggers"]["id"])
    assert ["signed"] == kind["triggers"]["en"]
    assert any("perjanjian" in line for line in lines if line.startswith("#"))


def test_outlets(blocks: dict[str, list[str]]):
    """An unknown outlet comes with the lines that return on its pages."""
    outlets = tomllib.loads("\n".join(blocks["outlets.toml"]))

    assert "Warta Ombara" == outlets["warta-ombara"]["name"]
    assert ["Dukung kami lewat donasi bulanan\\."] == outlets["warta-ombara"]["furniture"]


def test_pasted(folder: Path, blocks: dict[str, list[str]]):
    """Pasted as they stand the blocks load without an Issue, name the actors of the entries, and leave little to suggest."""
    for file, lines in blocks.items():
        if file:
            kept = [line for line in lines if line or file.endswith(".toml")]
            with (folder / file).open("a", encoding="utf-8") as open_file:
                open_file.write("\n" + "\n".join(kept) + "\n" if file.endswith(".toml") else "\n".join(kept) + "\n")
    known, issues = topics.load(folder)
    made = pipeline.tell(pipeline.Options(folder, folder / "articles"))
    again = list(suggestions.lines(made.timeline.articles, made.topic, made.packs))
    deal = next(event for event in made.timeline.events if event.when.edtf == "2023-04-05")

    assert () == (*issues, *topics.check(known))
    assert ("ditandatangani", "sangira") == (deal.kind, deal.place)
    assert {"ratna-wiyasa", "hendrik-tamalae"} == set(deal.actors)
    assert not [line for line in again if line.startswith("# --- ")]
