"""The world is in the topics: no name of a place, a person or an organisation stands in the program or its templates."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from site_src import languages, topic
from site_src.topic.values import Topic

PROJECT = Path(__file__).resolve().parent.parent
TOPICS = [
    PROJECT / "content",
    *sorted(path.parent for folder in ("topics", "tests/topics") for path in (PROJECT / folder).glob("*/site.toml")),
]
SHORTEST = 4
OWN = {"Linimasa"} | {name for pack in languages.load().values() for name in pack.names.values()}
"""The program's own name, which is also the outlet of the retellings that come with it, and the names of the languages
that it reads, which are also a country's name and its adjective."""
PHRASES = {"examples", "counter", "not"}
"""Keys of language packs whose values are phrases as the press writes them."""


def names_of(known: Topic) -> Iterator[str]:
    """Give every name by which a topic or its texts call somebody or something."""
    for entity in known.entities.values():
        yield from entity.names.values()
        yield from (alias.text for alias in entity.aliases)
    for outlet in known.outlets.values():
        yield from (outlet.name, *outlet.aliases)
    for series in known.series:
        yield from series.names.values()
        yield from (name for names in series.names_in_text.values() for name in names)


def told(known: Topic) -> set[str]:
    """Give the names to look for: those of four letters or more, and the organisation's own, however short."""
    subject = known.entities.get(known.organisation)
    own = {alias.text for alias in subject.aliases if not alias.slip} if subject else set()
    return {name for name in names_of(known) if len(name) >= SHORTEST} - OWN | own


def words_of_pack(text: str) -> str:
    """Give a language pack without its phrases: its comments, its lists and its patterns."""

    def strings(value: object) -> Iterator[str]:
        if isinstance(value, str):
            yield value
        elif isinstance(value, list):
            for one in value:
                yield from strings(one)
        elif isinstance(value, dict):
            for name, one in value.items():
                yield from () if name in PHRASES else (name, *strings(one))

    comments = re.findall(r"(?m)^\s*#.*$", text)
    return "\n".join([*comments, *strings(tomllib.loads(text))])


def programs() -> Iterator[tuple[str, str]]:
    """Give the path and text of everything that must not know the world."""
    for folder in ("site_src", "templates"):
        for path in sorted((PROJECT / folder).rglob("*")):
            if path.is_file() and path.suffix not in (".pyc", ".mo", ".png", ".ico", ".woff2"):
                text = path.read_text("utf-8")
                is_pack = path.suffix == ".toml" and path.parent.name == "languages"
                yield path.relative_to(PROJECT).as_posix(), words_of_pack(text) if is_pack else text
    yield "build.py", (PROJECT / "build.py").read_text("utf-8")


@pytest.mark.parametrize("folder", TOPICS, ids=lambda path: path.relative_to(PROJECT).as_posix())
def test_no_name_in_the_program(folder: Path):
    """No name or alias of a topic, as a whole word with its capitals, is found in code, templates, catalogues or packs."""
    known, _ = topic.load(folder)
    names = sorted(told(known), key=lambda name: (-len(name), name))
    if not names:
        pytest.skip("this topic names nobody")
    any_name = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, names)) + r")(?!\w)")

    found = [
        f"{path}:{text[: match.start()].count(chr(10)) + 1}: {match[0]}"
        for path, text in programs() for match in any_name.finditer(text)
    ]  # fmt: skip

    assert not found, "\n".join(found)


@pytest.mark.parametrize("folder", ["content", "topics/asean", "tests/topics/fiktif"])
def test_topics_are_looked_at(folder: str):
    """The test above reads both topics that come with the program and the invented one, and each names somebody."""
    known, _ = topic.load(PROJECT / folder)

    assert PROJECT / folder in TOPICS
    assert len(told(known)) > (20 if folder.startswith("tests") else 100)
