"""`templates/`: files that stand for the program's own of the same name, one by one: `entry.html`, `assets/css/tokens.css`.

A name that the program does not know replaces nothing and is an Issue. What begins with `_` is a part that the topic's
other templates include; below `assets/`, any other file goes to the site as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from site_src.model import Issue
from site_src.topic.tables import fault_of, read_text
from site_src.topic.wrong import nearest

if TYPE_CHECKING:
    from jinja2 import Environment

FOLDER = "templates"
PROGRAM = Path(__file__).parents[2] / FOLDER
SUFFIXES = (".html", ".css", ".js", ".opf")
CLOSED = ("locale/", "serving/")
"""Below these nothing is a topic's: words are the catalogues', and only editors see what `serve` shows."""
BELOW = "program/"
"""What a template writes before the name of one of the program's."""
ASSETS, STYLES = "assets/", "assets/css/"


def read_templates(folder: Path) -> tuple[Mapping[str, str], tuple[Issue, ...]]:
    """Read the templates that replace the program's, by name; one that cannot be read leaves the program's in its place."""
    found: dict[str, str] = {}
    issues: list[Issue] = []
    places: dict[str, str] = {}
    for file in _listed(folder):
        name = file.relative_to(folder / FOLDER).as_posix()
        path = f"{folder.absolute().name}/{FOLDER}/{name}"
        fault = fault_of(file, folder)
        wrong = _unknown(name, path)
        if fault:
            issues.append(Issue(path, 0, "topic.unreadable", fault, "the file is left out", "error"))
        elif wrong:
            issues.append(wrong)
        elif _is_text(name):
            text, problems = read_text(file, path)
            problems = (*problems, *_broken(name, text, path))
            issues += problems
            if not any(one.level == "error" for one in problems):
                found[name], places[name] = text, path
    while lost := [one for name, text in found.items() for one in _lost(name, text, places[name], found)]:
        issues += lost  # what is left out may be what another one includes
        gone = {one.path for one in lost}
        found = {name: text for name, text in found.items() if places[name] not in gone}
    return found, tuple(issues)


def known_names(own: Iterable[str]) -> tuple[str, ...]:
    """Name what a topic's template may extend or include: the topic's own, and the program's under both their names."""
    return (*own, *replaceable(), *(f"{BELOW}{name}" for name in replaceable()))


def own_files(folder: Path) -> tuple[Path, ...]:
    """List the files below a topic's `templates/` that may be read, hidden ones left out."""
    return tuple(file for file in _listed(folder) if not fault_of(file, folder))


def _listed(folder: Path) -> tuple[Path, ...]:
    """List what stands below a topic's `templates/` and is no folder of its own, readable or not."""
    root = folder / FOLDER
    found = (file for file in root.rglob("*") if file.is_symlink() or not file.is_dir())
    return tuple(sorted(file for file in found if not _is_hidden(file.relative_to(root))))


@lru_cache(maxsize=1)
def replaceable() -> tuple[str, ...]:
    """Name the program's templates that a topic may replace."""
    names = (file.relative_to(PROGRAM).as_posix() for file in PROGRAM.rglob("*") if file.is_file())
    return tuple(sorted(name for name in names if name.endswith(SUFFIXES) and not name.startswith(CLOSED)))


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def _is_text(name: str) -> bool:
    """Tell what is put into pages or read as a template from what only goes to the site."""
    return not name.startswith(ASSETS) or name.startswith(STYLES)


def _unknown(name: str, path: str) -> Issue | None:
    """Name a file that replaces nothing; of the files for the site only one whose name is nearly that of another."""
    if name in replaceable() or name.rpartition("/")[2].startswith("_"):
        return None
    free = name.startswith(ASSETS) and not name.startswith(STYLES)
    near = nearest(name, replaceable(), 0.85 if free else 0.6)
    if free and not near:
        return None
    message = f"found {name}, expected the name of one of the program's templates{near}"
    return Issue(
        path, 0, "topic.unknown-template", message, "it goes to the site as it is" if free else "the file is not read"
    )


def _broken(name: str, text: str, path: str) -> Iterator[Issue]:
    """Name the line on which a template cannot be read as one."""
    if not name.endswith(".html"):
        return
    from jinja2 import TemplateSyntaxError

    try:
        _reader().compile(text)
    except TemplateSyntaxError as error:
        yield _wrong(name, path, error.lineno, f"found what is no template: {str(error.message).lower()}")
    except RecursionError:
        yield _wrong(name, path, 1, "found what is no template: it nests too deep")


def _lost(name: str, text: str, path: str, own: Iterable[str]) -> Iterator[Issue]:
    """Name the first line on which a template extends or includes one that is not there."""
    if not name.endswith(".html"):
        return
    from jinja2 import nodes

    known = set(known_names(own))
    for node in _reader().parse(text).find_all((nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)):
        asked = node.template  # type: ignore[attr-defined]  # all four have one
        if isinstance(asked, nodes.Const) and asked.value not in known and not getattr(node, "ignore_missing", False):
            hint = nearest(str(asked.value), known)
            message = f"found {asked.value!r}, expected the name of a template{hint}"
            yield _wrong(name, path, node.lineno, message)
            return


def _wrong(name: str, path: str, line: int, message: str) -> Issue:
    done = "the program's own is used" if name in replaceable() else "the file is not read"
    return Issue(path, line, "topic.template", message, done, "error")


@lru_cache(maxsize=1)
def _reader() -> Environment:
    from jinja2 import Environment

    return Environment(extensions=["jinja2.ext.i18n"], autoescape=True)
