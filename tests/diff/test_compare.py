"""What became of entries between two builds."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from site_src import difference
from tests.site.run import linimasa


def entry(id: str, edtf: str = "2020-05-03", title: str = "A title", quotes: tuple[str, ...] = (), **more: Any) -> Any:
    evidence = [{"article": "a", "quote": quote, "start": 0, "end": 1} for quote in quotes]
    return {
        "id": id,
        "edtf": edtf,
        "earliest": edtf,
        "kind": "meeting",
        "title": {"en": title},
        "evidence": evidence,
    } | more


def test_gained_and_lost():
    """An entry that shares neither address nor sentence with any is gained, or lost."""
    found = difference.compare([entry("a", quotes=("One.",))], [entry("b", quotes=("Two.",))])

    assert (["b"], ["a"]) == ([one.id for one in found.gained], [one.id for one in found.lost])


def test_moved_by_its_sentences():
    """An entry at another address and of another day is the same by its sentences, whatever its article is called."""
    before = [entry("a", quotes=("They met.",))]
    after = [entry("b", "2020-05-04", quotes=("They  met.",))]
    after[0]["evidence"][0]["article"] = "renamed"
    found = difference.compare(before, after)

    assert {("address", "a", "b"), ("edtf", "2020-05-03", "2020-05-04")} == {
        (one.field, one.before, one.after) for one in found.moved
    }
    assert ((), ()) == (found.gained, found.lost)


def test_moved_by_its_row():
    """An entry of table rows alone is the same by its row's source and title though its line and address moved."""
    row = {"table": "tables/membership.csv", "line": 4, "source": "a gazette"}
    found = difference.compare([entry("a", rows=[row])], [entry("b", rows=[row | {"line": 5}])])

    assert ["address"] == [one.field for one in found.moved]


def test_retitled_and_changed():
    """A title, a kind and actors are told apart from where and when."""
    before, after = [entry("a", actors=["X"])], [entry("a", title="Another", kind="summit", actors=["X", "Y"])]
    found = difference.compare(before, after)

    assert [("title.en", "A title", "Another")] == [(one.field, one.before, one.after) for one in found.retitled]
    assert [("kind", "meeting", "summit"), ("actors", "X", "X, Y")] == [
        (one.field, one.before, one.after) for one in found.changed
    ]
    assert 0 == found.same


def test_merged_and_split():
    """An entry that was merged into another says into which; one that was split off says from which."""
    two = [entry("a", quotes=("One.",)), entry("b", quotes=("Two.",))]
    one = [entry("a", quotes=("One.", "Two."))]

    assert ("a",) == difference.compare(two, one).lost[0].elsewhere
    assert ("a",) == difference.compare(one, two).gained[0].elsewhere


def test_order_changes_nothing():
    """The order in which entries stand on either side changes nothing."""
    before = [entry(id, quotes=(f"{id}.", "Shared.")) for id in "abcd"]
    after = [entry(id + "x", quotes=(f"{id}.", "Shared.")) for id in "bcde"]

    assert difference.compare(before, after) == difference.compare(before[::-1], after[::-1])


def test_equal_sites(fiktif: Path):
    """A site against itself has no change, as a folder, as a zip and as what `extract` writes."""
    data = json.loads((fiktif / "data/events.json").read_text("utf-8"))["events"]
    found = difference.compare(difference.read(fiktif), difference.read(fiktif / "data/events.json"))

    assert difference.Difference((), (), (), (), (), len(data)) == found


def test_zip(fiktif: Path, tmp_path: Path):
    """A zip of a site is read at any depth."""
    with zipfile.ZipFile(tmp_path / "site.zip", "w") as whole:
        whole.write(fiktif / "data/events.json", "site/data/events.json")

    assert difference.read(fiktif) == difference.read(tmp_path / "site.zip")


@pytest.mark.parametrize("what", ["missing", "folder", "text", "json", "zip"])
def test_no_site(tmp_path: Path, what: str):
    """What is no site is one clear line."""
    place = tmp_path / what
    if what == "folder":
        place.mkdir()
    if what in ("text", "json"):
        place.write_text("words" if what == "text" else '{"events": [1]}', "utf-8")
    if what == "zip":
        zipfile.ZipFile(place, "w").close()
    with pytest.raises(difference.NoSite) as told:
        difference.read(place)

    assert str(place) in str(told.value)
    assert "\n" not in str(told.value)


def test_verb(fiktif: Path, tmp_path: Path):
    """In a pipe one change a line between tabs; as JSON the lists; findings are no failure, a wrong folder is."""
    data = json.loads((fiktif / "data/events.json").read_text("utf-8"))
    data["events"][0]["title"]["en"] = "Another\ttitle\x1b[2J"
    del data["events"][1]
    (tmp_path / "new.json").write_text(json.dumps(data), "utf-8")
    plain = linimasa("diff", fiktif, tmp_path / "new.json")
    listed = linimasa("diff", fiktif, tmp_path / "new.json", "--json")
    wrong, missing = linimasa("diff", fiktif, tmp_path), linimasa("diff", fiktif, tmp_path / "x")

    assert (0, 0, 1, 2) == (plain.returncode, listed.returncode, wrong.returncode, missing.returncode)
    assert [["lost", 3], ["retitled", 3]] == [
        [line.split("\t")[0], line.count("\t")] for line in plain.stdout.splitlines()
    ]
    assert "\x1b" not in plain.stdout
    assert ["gained", "lost", "moved", "retitled", "changed", "same", "addresses"] == list(json.loads(listed.stdout))
    gone = f"events/{json.loads((fiktif / 'data/events.json').read_text('utf-8'))['events'][1]['id']}.html"
    assert [gone] == json.loads(listed.stdout)["addresses"]
    assert 1 == linimasa("diff", fiktif, tmp_path / "new.json", "--strict").returncode
    assert "is no site" in wrong.stderr
