"""A pack loads whole or says in one line what is wrong and where."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_src import languages
from site_src.languages.loading import PackError, read_pack

PACK = (languages.FOLDER / "id.toml").read_text(encoding="utf-8")
HEAD = PACK[: PACK.index("[rules.")]
GOOD = """
[rules.day-month]
pattern = '<day> <month>'
reads = "date"
examples = { "15 Juni" = "2024-06-15" }
"""


def pack_with(folder: Path, rule: str) -> Path:
    path = folder / "xx.toml"
    path.write_text(HEAD + rule, encoding="utf-8")
    return path


def test_packs_are_remembered() -> None:
    """A process reads each pack once."""
    assert languages.load(["id"])["id"] is languages.load()["id"]


def test_order_is_kept() -> None:
    """Packs come in the order asked for; all of them sorted."""
    assert ["id", "en"] == list(languages.load(["id", "en"]))
    assert sorted(languages.load()) == list(languages.load())


def test_good_rule_loads(tmp_path: Path) -> None:
    """A rule with a pattern, a reading and an example loads under its language's name."""
    assert ["id.day-month"] == [rule.name for rule in read_pack(pack_with(tmp_path, GOOD)).rules]


MISTAKES = {
    "no example": (GOOD.replace('{ "15 Juni" = "2024-06-15" }', "{}"), "examples is missing"),
    "no pattern": (GOOD.replace("'<day> <month>'", "''"), "pattern is missing"),
    "unknown reading": (GOOD.replace('"date"', '"day"'), "reads is 'day'; expected one of date, relative"),
    "unknown placeholder": (GOOD.replace("<month>", "<moon>"), "no list, figure or part <moon>"),
    "begins with nothing": (GOOD.replace("<day> <month>", "\\W<day>"), "with which word the pattern begins"),
    "can be empty": (GOOD.replace("<day> <month>", "(?:<day>)?"), "can be empty"),
    "broken expression": (GOOD.replace("<day> <month>", "<day> (?:<month>"), "the pattern does not compile"),
    "example of another type": (GOOD.replace('"2024-06-15"', "2024"), "expected `str`, got `int`"),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_mistake_is_one_clear_line(name: str, tmp_path: Path) -> None:
    """Each mistake in a rule names file, section and what is wrong, in one line."""
    rule, words = MISTAKES[name]
    with pytest.raises(PackError) as caught:
        read_pack(pack_with(tmp_path, rule))
    message = str(caught.value)

    assert message.startswith("xx.toml: [rules.day-month]: ")
    assert words in message
    assert "\n" not in message


def test_broken_toml_names_its_file(tmp_path: Path) -> None:
    """A file that is no TOML is named, with the line."""
    path = tmp_path / "xx.toml"
    path.write_text("code = \n[names]\n", encoding="utf-8")
    with pytest.raises(PackError, match=r"xx\.toml: not readable as TOML: .*line 1"):
        read_pack(path)


def test_missing_section_is_named(tmp_path: Path) -> None:
    """A pack without one of its sections says which."""
    path = tmp_path / "xx.toml"
    path.write_text('code = "xx"\n', encoding="utf-8")
    with pytest.raises(PackError, match=r"xx\.toml: \[time\] is missing"):
        read_pack(path)


def test_unknown_language_is_an_error() -> None:
    """A language without a pack is an error that lists the known ones."""
    with pytest.raises(PackError, match=r"no language pack 'zz' .*en, id"):
        languages.load(["zz"])
