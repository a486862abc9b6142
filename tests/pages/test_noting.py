"""What a page asked while it was planned is all that it is made of: while the answers stay, so does the page."""

from __future__ import annotations

import ast
import os
import random
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from site_src import pages, pipeline, unchanged
from site_src.pages.holdings import gather
from site_src.pages.noting import Answers, asked_for, noted
from tests.site.sites import FIKTIF

STEPS = int(os.environ.get("LINIMASA_NOTING_STEPS", "0")) or 24
"""Changes at random, after those that are named."""
SETTINGS = '\nbase_url = "https://example.org/t"\n'
CORRECTION = """
[ini]
does = "redate"
article = "dovel-dan-kereng"
words = "Ostravia menjadi negara pengamat"
found = "2010-06-03"
to = "2010-06-04"
reason = { id = "Sebab.", en = "Because." }
date = 2024-05-01
"""
SENTENCES = (
    "Dewan Meranta menandatangani perjanjian dagang dengan Quarra di Dravik pada 3 Mei 2019.",
    "Irma Dovel bertemu Tomas Kereng di Tarsa pada 17 Mei 2023.",
    "Tidak seorang pun ditanya.",
    "Dewan Meranta didirikan pada 13 Maret 1998 di Tarsa.",
    "Dewan Meranta punya lima anggota penuh.",
    "Dewan Meranta mencakup 30 persen penduduk dunia.",
    "Ostravia akan bergabung dengan Dewan Meranta pada 18 Mei 2023.",
    "Ostravia menjadi negara pengamat Dewan Meranta pada 3 Juni 2010.",
    "Para menteri bertemu di Velinor pada 20 Juni 2003.",
)


@dataclass(frozen=True, slots=True)
class Planned:
    """A page, signed, and what it was made of."""

    shows: bytes
    given: object
    asked: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Build:
    """All pages of the long kinds."""

    answers: Answers
    pages: Mapping[str, Planned]


def _build(topic: Path, languages: tuple[str, ...]) -> Build:
    told = pipeline.tell(pipeline.Options(topic, topic / "articles"))
    desks = pages.open_desks(told.timeline, told.topic, told.packs, (), languages=languages)
    watch = pages.watch(desks)
    sign = unchanged.Before(Path(), "way", unchanged.NOTHING.site).sign
    found = {}
    for part in pages.parts(desks):
        for sheet in pages.sheets(desks, part):
            page, asked = pages.told(watch, part, sheet)
            found[sheet.path] = Planned(sign(page, ""), (watch.rests[part.desk], sheet.of), asked)
    plain = {
        page.path: sign(page, "") for part in pages.parts(desks) if part.some for page in pages.planned(desks, part)
    }
    assert plain == {path: page.shows for path, page in found.items()}
    return Build(watch.answers, found)


def _stayed(before: Build, after: Build) -> tuple[list[str], list[str]]:
    """Give the pages that stay, being made of the same as before, and of them those that should not."""
    both = [path for path in after.pages if path in before.pages]
    stayed = [
        path
        for path in both
        if before.pages[path].given == after.pages[path].given
        and before.answers.of(before.pages[path].asked) == after.answers.of(before.pages[path].asked)
    ]
    return stayed, [path for path in stayed if before.pages[path].shows != after.pages[path].shows]


class Editor:
    """Somebody who changes a topic."""

    def __init__(self, topic: Path, seed: int) -> None:
        self.topic, self.chance, self.languages = topic, random.Random(seed), ("id", "en")

    def put(self, name: str, change: Callable[[str], str]) -> None:
        place = self.topic / name
        place.write_text(change(place.read_text("utf-8") if place.exists() else ""), "utf-8")

    def swap(self, name: str, old: str, new: str) -> None:
        found = (self.topic / name).read_text("utf-8")
        assert old in found, (name, old)
        self.put(name, lambda text: text.replace(old, new))

    def turn(self) -> None:
        self.languages = self.languages[::-1]

    def anything(self) -> None:
        """Change some article somehow."""
        place = self.chance.choice(sorted((self.topic / "articles").glob("*.[mt]*")))
        name = f"articles/{place.name}"
        lines = place.read_text("utf-8").splitlines()
        words, where = self.chance.choice(SENTENCES), self.chance.randrange(len(lines))
        deeds: tuple[Callable[[], object], ...] = (
            lambda: self.put(name, lambda text: f"{text}\n{words}\n"),
            lambda: self.put(name, lambda text: text.replace("2023", str(self.chance.randint(2018, 2024)), 1)),
            lambda: self.put(name, lambda text: text.replace("title: ", "title: Baru: ", 1)),
            lambda: self.put(name, lambda text: "\n".join((*lines[: max(where, 7)], *lines[max(where, 7) + 1 :]))),
            lambda: place.with_stem(f"salinan-{self.chance.randint(1, 3)}").write_bytes(place.read_bytes()),
            lambda: place.unlink() if place.name.startswith("salinan") else None,
        )
        self.chance.choice(deeds)()


NAMED: Mapping[str, Callable[[Editor], object]] = {
    "nothing": lambda one: None,
    "a sentence": lambda one: one.put("articles/velinor-summit.md", lambda text: f"{text}\nNobody was asked.\n"),
    "an entry": lambda one: one.put("articles/bantahan.md", lambda text: f"{text}\n{SENTENCES[0]}\n"),
    "a title": lambda one: one.swap("articles/bantahan.md", "Quarra Membantah Akan Mundur", "Quarra Tidak Akan Mundur"),
    "a correction": lambda one: one.put("corrections.toml", lambda text: CORRECTION),
    "an outlet": lambda one: one.swap("outlets.toml", 'name = "Suara Tarsa"', 'name = "Suara Baru"'),
    "an entity": lambda one: one.swap("tables/people.csv", "Irma Dovel,Irma Dovel", "Irma Döwel,Irma Döwel"),
    "a claim": lambda one: one.put("articles/bantahan.md", lambda text: f"{text}\n{SENTENCES[4]}\n"),
    "a claim against it": lambda one: one.put(
        "articles/dovel-dan-kereng.txt", lambda text: f"{text}\n{SENTENCES[5]}\n"
    ),
    "a copy": lambda one: shutil.copy(one.topic / "articles/bantahan.md", one.topic / "articles/salinan.md"),
    "no copy": lambda one: (one.topic / "articles/salinan.md").unlink(),
    "no correction": lambda one: (one.topic / "corrections.toml").unlink(),
    "few entries": lambda one: one.put("site.toml", lambda text: f"{text}\n[timeline]\nmax_entries = 12\n"),
    "one entry more": lambda one: one.swap("site.toml", "max_entries = 12", "max_entries = 13"),
    "something important": lambda one: one.put("articles/kilat.txt", lambda text: "\n".join(SENTENCES)),
    "all entries": lambda one: one.swap("site.toml", "max_entries = 13", "max_entries = 0"),
    "another language first": Editor.turn,
    "a meeting": lambda one: one.swap("tables/summits.csv", "2010-06-03,rajati", "2010-06-05,rajati"),
    "no address": lambda one: one.swap("site.toml", SETTINGS.strip(), ""),
    "an article less": lambda one: (one.topic / "articles/velinor-summit.md").unlink(),
}


@pytest.mark.parametrize("seed", [1, 2])
def test_while_the_answers_stay_so_does_the_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    """After each of many changes a page whose answers are as they were is as it was, and most pages' answers are."""
    monkeypatch.setattr(pipeline, "WORK", tmp_path / ".cache")
    editor = Editor(Path(shutil.copytree(FIKTIF, tmp_path / "topic")), seed)
    editor.put("site.toml", lambda text: text.replace("\nlanguages", f"{SETTINGS}languages"))
    before, stale, shares = _build(editor.topic, editor.languages), {}, {}
    named = NAMED if seed == 1 else {}
    for name, change in (*named.items(), *((f"step {number}", Editor.anything) for number in range(STEPS))):
        change(editor)
        after = _build(editor.topic, editor.languages)
        stayed, wrong = _stayed(before, after)
        stale |= {name: wrong} if wrong else {}
        shares[name] = len(stayed) / len(after.pages)
        before = after

    assert {} == stale
    assert seed != 1 or shares["nothing"] == 1
    assert seed != 1 or min(shares["a sentence"], shares["an entry"]) > 0.5


def test_what_was_told_before_was_asked_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that is told what another one was told first has asked all that was asked for it."""
    monkeypatch.setattr(pipeline, "WORK", tmp_path / ".cache")
    told = pipeline.tell(pipeline.Options(FIKTIF, FIKTIF / "articles"))
    holdings = gather(told.timeline, told.topic)
    desk = noted(pages.open_desks(told.timeline, told.topic, told.packs, (), languages=("id",))[0])
    id = next(iter(holdings.article_by_id))

    def tell() -> str:
        return desk.once(("title", id), lambda: desk.holdings.article_by_id[id].text.title)

    first, again = asked_for(desk, tell), asked_for(desk, tell)

    assert (("article_by_id", id),) == first[1] == again[1]


def test_whoever_looks_at_all_has_asked_for_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """To count entries or to go through a shelf asks for everything on it, which changes with anything on it."""
    monkeypatch.setattr(pipeline, "WORK", tmp_path / ".cache")
    told = pipeline.tell(pipeline.Options(FIKTIF, FIKTIF / "articles"))
    desk = noted(pages.open_desks(told.timeline, told.topic, told.packs, (), languages=("id",))[0])

    _, counted = asked_for(desk, lambda: len(desk.holdings.events))
    _, listed = asked_for(desk, lambda: list(desk.holdings.article_by_id))
    assert ((("events", None),), (("article_by_id", None),)) == (counted, listed)


def test_pages_ask_for_importance() -> None:
    """No page reads an entry's importance from the entry itself, beyond its rank: the last figures shift with every article."""
    readers = {
        path.name
        for path in Path(pages.__file__).parent.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and node.attr == "importance" and not _is_shelf(node)
    }

    assert {"cards.py", "holdings.py"} == readers


def _is_shelf(node: ast.Attribute) -> bool:
    return isinstance(node.value, ast.Attribute) and node.value.attr == "holdings"
