"""What the program imports is what its lists of requirements name, and the other way round."""

from __future__ import annotations

import ast
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
EXTRAS = ("requirements-data.txt", "requirements-share.txt")
"""What only some uses of the program need."""
CALLED = {
    "ruff", "mypy", "types-pyyaml", "import-linter", "pytest",  # programs and what they read
    "lxml-html-clean",  # trafilatura does not start without it
    "fontpkg-noto-serif",  # a font, read as a file
}  # fmt: skip


def listed(name: str) -> set[str]:
    """Give the packages above the line that begins what they need in turn."""
    wanted, _, _ = (PROJECT / name).read_text("utf-8").partition("# What those need in turn")
    lines = [line.split("==")[0].strip() for line in wanted.splitlines() if line[:1] not in ("#", "-", "")]
    return {line.lower().replace("_", "-") for line in lines}


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
    """Each package that the program imports is in requirements.txt, or in the list of what one use of it takes."""
    program, extras = imported("site_src"), set().union(*map(listed, EXTRAS))

    assert listed("requirements.txt") - CALLED == program - extras
    assert extras - CALLED <= program


def test_tests_import_what_is_listed():
    """Each package that only tests import is in requirements-dev.txt."""
    assert imported("tests") - imported("site_src") <= listed("requirements-dev.txt")


def test_every_version_is_pinned():
    """Every line names one version."""
    for name in ("requirements.txt", *EXTRAS, "requirements-dev.txt"):
        lines = (PROJECT / name).read_text("utf-8").splitlines()
        assert [line for line in lines if line and line[0] not in "#-" and "==" not in line] == []
