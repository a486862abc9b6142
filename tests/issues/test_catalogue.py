"""The catalogue of issues, docs/issues.md, says what the program says: every code, and lines as they are printed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from site_src import issues
from site_src.model import Issue
from site_src.pages.quality_problems import CODES, DEEDS, deed
from site_src.wording import languages, open_catalogue
from tests.issues.codes import codes, deeds
from tests.issues.spoiled import spoil, told

DOC = Path(__file__).parents[2] / "docs" / "issues.md"
ENTRY = re.compile(
    r"^#{3,4} `(?P<code>[a-z]+\.[a-z-]+)`\n\n(?P<levels>[A-Za-z, ]+)\. (?P<means>.+)\n\n"
    r"```\n(?P<line>.+)\n```\n\nDone: (?P<done>.+?) To do: (?P<todo>.+)$",
    re.MULTILINE,
)
LINE = re.compile(
    r"(?P<path>[^:]+?)(?::(?P<line>\d+))?: (?P<level>\w+): (?P<message>.+?) \((?P<done>[^()]+)\) \[(?P<code>.+)\]"
)
NOT_MADE = {"corpus.too-slow", "corpus.unreadable", "events.quote"}
"""What no input makes: an article that takes too long (tests/site/test_time.py makes one), a file that the system refuses
also to root, and a fault of the program itself."""


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> tuple[Issue, ...]:
    """What the program says of a topic in which everything is wrong."""
    return told(spoil(tmp_path_factory.mktemp("issues") / "topik"))


def entries() -> dict[str, dict[str, str]]:
    return {entry["code"]: entry.groupdict() for entry in ENTRY.finditer(DOC.read_text("utf-8"))}


def test_every_code() -> None:
    """The catalogue has every code of the program, each once, and no other."""
    headings = re.findall(r"^#{3,4} `([a-z]+\.[a-z-]+)`$", DOC.read_text("utf-8"), re.MULTILINE)

    assert headings == list(entries())
    assert sorted(headings) == sorted(codes())


@pytest.mark.parametrize("code", sorted(codes()))
def test_shape(code: str) -> None:
    """An example has the shape of a printed line, its own code, and one of the levels that the catalogue names."""
    entry = entries()[code]
    match = LINE.fullmatch(entry["line"])

    assert match
    assert match["code"] == code
    assert match["level"] in entry["levels"].lower().split(", ")
    line = int(match["line"] or 0)
    made = Issue(match["path"], line, code, match["message"], match["done"], match["level"])  # type: ignore[arg-type]
    assert issues.line(made) == entry["line"]


def test_lines_are_printed(found: tuple[Issue, ...]) -> None:
    """Every example is a line that the program prints of the broken topic, letter by letter."""
    printed = set(map(issues.line, found))

    assert [
        entry["line"] for code, entry in entries().items() if entry["line"] not in printed and code not in NOT_MADE
    ] == []


def test_levels(found: tuple[Issue, ...]) -> None:
    """No problem comes at a level that the catalogue does not name."""
    levels = {code: entry["levels"].lower().split(", ") for code, entry in entries().items()}

    assert {(issue.code, issue.level) for issue in found if issue.level not in levels[issue.code]} == set()


def test_places(found: tuple[Issue, ...]) -> None:
    """No line names where on the machine the topic lies, and each says what was done."""
    assert [issue for issue in found if issue.path.startswith(("/", "..")) or "/tmp" in issue.message] == []
    assert [issue for issue in found if not issue.done or not issue.message] == []


def test_readers_words() -> None:
    """The quality page has words of the reader's for every code, and for nothing else."""
    assert sorted(CODES) == sorted(codes())


@pytest.mark.parametrize("language", languages())
def test_translated(language: str) -> None:
    """Each has words in every language of the interface."""
    with (DOC.parents[1] / "templates/locale" / language / "LC_MESSAGES/messages.po").open("rb") as file:
        from babel.messages.pofile import read_po

        catalogue = read_po(file, locale=language)
    known = {message.id for message in catalogue if message.string}

    assert [message for message in (*CODES.values(), *DEEDS) if message not in known] == []


def test_deeds(found: tuple[Issue, ...]) -> None:
    """What the program did is told in the reader's words, too."""
    said = {issue.done for issue in found} | deeds()

    assert sorted(one for one in said if not deed(open_catalogue("id"), one)) == []
