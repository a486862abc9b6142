"""What the program imports is what its lists of requirements name, and the other way round; every file has its hash."""

from __future__ import annotations

import ast
import re
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from bench import licences

PROJECT = Path(__file__).resolve().parent.parent
EXTRAS = ("data", "serve", "share")
"""What only some uses of the program need."""
CALLED = {
    "ruff", "mypy", "types-pyyaml", "import-linter", "pytest",  # programs and what they read
    "lxml-html-clean",  # trafilatura does not start without it
    "fontpkg-noto-serif",  # a font, read as a file
}  # fmt: skip
LISTS = {path.stem: path for path in sorted((PROJECT / "requirements").glob("*.in"))}


def listed(name: str) -> set[str]:
    """Give the packages that a short list asks for itself."""
    lines = LISTS[name].read_text("utf-8").splitlines()
    return {line.strip().lower().replace("_", "-") for line in lines if line[:1] not in ("#", "-", "")}


def written(name: str) -> Path:
    """Give the list with hashes that is made of a short one."""
    return PROJECT / ("requirements.txt" if name == "run" else f"requirements-{name}.txt")


def versions(name: str) -> dict[str, str]:
    """Give every package of a list with hashes, with its version."""
    return {part.name: part.version for part in licences.parts(written(name).name)}


def imported(*folders: str) -> set[str]:
    """Give the packages that the modules of some folders import, at their head or later."""
    paths = [path for folder in folders for path in (PROJECT / folder).rglob("*.py")]
    found = set()
    for path in paths:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module] if isinstance(node, ast.ImportFrom) and node.module and not node.level else []
            found |= {name.partition(".")[0] for name in names}
    known = packages_distributions()
    foreign = found - sys.stdlib_module_names - {"site_src", "tests", "bench"}
    return {package.lower().replace("_", "-") for name in foreign for package in known.get(name, [name])[:1]}


def test_program_imports_what_is_listed():
    """Each package that the program imports is asked for by its list, or by that of one use of it, and none else is."""
    program, extras = imported("site_src"), set().union(*map(listed, EXTRAS))

    assert listed("run") - CALLED == program - extras
    assert extras - CALLED <= program


def test_tests_import_what_is_listed():
    """Each package that only tests import is asked for by the developers' list."""
    assert imported("tests") - imported("site_src") <= listed("dev")


@pytest.mark.parametrize("name", LISTS)
def test_every_file_has_its_hash(name):
    """Every line of a list names one version and the hashes of its files, and nothing else: no address, no option."""
    blocks = re.sub(r"\\\n\s*", "", written(name).read_text("utf-8")).splitlines()
    plain = [line for line in blocks if not re.fullmatch(r"\s*#.*|", line)]
    pattern = r"[a-z0-9.-]+==[\w.+!]+ (; [^;]+? )?(--hash=sha256:[0-9a-f]{64} *)+(# via .*)?"

    assert plain
    assert [line[:80] for line in plain if not re.fullmatch(pattern, line)] == []


@pytest.mark.parametrize("name", LISTS)
def test_lists_agree(name):
    """A list has all that its short list asks for, and the versions of the program's own."""
    found, own = versions(name), versions("run")

    assert {package.lower() for package in listed(name)} <= found.keys()
    assert {package: found[package] for package in found.keys() & own.keys()} == {
        package: own[package] for package in found.keys() & own.keys()
    }
    if "-r run.in" in LISTS[name].read_text("utf-8"):
        assert own.keys() <= found.keys()


def test_licences_are_told_of_every_part():
    """`docs/licences.md` has each package of each list, and of npm's lock, in the version that is used."""
    rows = re.findall(r"(?m)^\| (\S+) \| (\S+) \| .+ \|$", (PROJECT / "docs" / "licences.md").read_text("utf-8"))
    parts = [part for _, own in licences.sections() for part in own] + [part for part, _ in licences.scripts()]

    assert {(part.name, part.version) for part in parts} == set(rows) - {("package", "version")}


def test_scripts_are_locked():
    """Each package of the pages is locked by a hash, and from no address of a workplace."""
    import json

    lock = json.loads((PROJECT / "package-lock.json").read_text("utf-8"))
    locked = {place: one for place, one in lock["packages"].items() if place}

    assert locked
    assert all(one["integrity"].startswith("sha512-") for one in locked.values())
    assert [place for place, one in locked.items() if "resolved" in one] == []
