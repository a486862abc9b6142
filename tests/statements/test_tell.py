"""What one article says: kind, day, stance, actors, place and speaker of each statement."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from site_src import languages, statements
from tests.statements.league import empty, league
from tests.statements.notation import article

CASES = tomllib.loads((Path(__file__).parent / "cases.toml").read_text("utf-8"))["case"]
PACKS = languages.load()


@pytest.mark.parametrize("case", CASES, ids=[case["fact"] for case in CASES])
def test_case(case: dict[str, object]) -> None:
    """Each case states its fact, the marked article, and the fields that are expected of each statement."""
    text = article(str(case["article"]), published=str(case.get("published", "2024-07-04")))
    topic = empty() if case.get("empty") else league()
    told = statements.tell(text, pack=PACKS["en"], topic=topic)
    expected = case["tells"]
    assert isinstance(expected, list)
    found = [_fields(statement, one) for statement, one in zip(told, expected, strict=False)]

    assert (len(expected), expected) == (len(told), found)


def _fields(statement: object, asked: dict[str, object]) -> dict[str, object]:
    """Show of a statement the fields that the case asks for."""
    found: dict[str, object] = {}
    for name in asked:
        value = getattr(statement, name)
        found[name] = (
            (value.edtf if value else "") if name == "when" else list(value) if isinstance(value, tuple) else value
        )
    return found


def test_quote_is_in_source() -> None:
    """Every quote is the source's own letters."""
    text = article("[[Sudria|SUD|c]] joined the [[League|league|o]] on {{9 June 2017|2017-06-09}}.")
    (told,) = statements.tell(text, pack=PACKS["en"], topic=league())

    assert told.evidence.quote == text.source[told.evidence.start : told.evidence.end]


def test_copy_has_same_id() -> None:
    """A copy in another file, with other spaces, says the same and has the same id."""
    words = "[[Sudria|SUD|c]] joined the [[League|league|o]] on {{9 June 2017|2017-06-09}}."
    ids = {
        statements.tell(article(text, id=id), pack=PACKS["en"], topic=league())[0].id
        for id, text in (
            ("a", words),
            ("b", "Something else stands before it.\n" + words.replace("joined the", "joined  the")),
        )
    }

    assert len(ids) == 1


def test_no_pack() -> None:
    """An article in a language that no pack knows still tells its days."""
    told = statements.tell(article("[[Sudria|SUD|c]] jonxis {{9 June 2017|2017-06-09}}."), pack=None, topic=empty())

    assert ["2017-06-09"] == [statement.when.edtf for statement in told if statement.when]
