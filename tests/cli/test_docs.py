"""docs/command-line.md says all that `--help` says."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from site_src import cli
from site_src.cli.export import KINDS

DOC = (Path(__file__).parents[2] / "docs" / "command-line.md").read_text("utf-8")
SHARED = {"--topic", "--articles", "--jobs", "--languages", "--quiet", "--verbose", "--strict"}


def section(heading: str) -> str:
    """Give what stands under a heading."""
    return re.split(r"^## ", DOC.partition(f"\n## {heading}\n")[2], maxsplit=1, flags=re.MULTILINE)[0]


def options(text: str) -> set[str]:
    return set(re.findall(r"--[a-z][a-z-]*", text))


def of_verb(verb: str) -> set[str]:
    """Give the options of a verb, by their long names."""
    found = (one for one in cli.cli.commands[verb].params if isinstance(one, click.Option))
    return {name for one in found for name in one.opts if name.startswith("--")} - {"--help"}


@pytest.mark.parametrize("verb", sorted(cli.cli.commands))
def test_options(verb: str) -> None:
    """Under a verb stand its own options and no other; those that verbs share stand once, under their own heading."""
    own = of_verb(verb)
    shared = SHARED if own >= SHARED else set()

    assert options(section(f"`{verb}`")) - {"--help"} >= own - shared
    assert sorted(options(section(f"`{verb}`")) - own) == []


def test_shared() -> None:
    """The shared options are told with their letters, and which verbs take them."""
    text = section("Options that most verbs share")
    takers = [verb for verb in cli.cli.commands if of_verb(verb) >= SHARED]

    assert options(text) >= SHARED
    assert [verb for verb in takers if f"`{verb}`" not in text] == []
    assert all(letter in text for letter in ("`-q`", "`-v`", "`-h`"))


def test_arguments() -> None:
    """Every verb's arguments are told as `--help` names them, and every kind of edition."""
    lines = [f"`{verb}" for verb in cli.cli.commands]

    assert [line for line in lines if line not in DOC] == []
    assert [kind for kind in KINDS if f"`{kind}`" not in section("`export`")] == []


@pytest.mark.parametrize("code", ["0", "1", "2", "3", "4", "5", "130"])
def test_exit_codes(code: str) -> None:
    """Every exit code has a line."""
    assert f"\n| {code} | " in section("Exit codes")
