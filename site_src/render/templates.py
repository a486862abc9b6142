"""Page -> bytes: templates compiled once, with the interface's words and nothing else to compute with.

What a topic lays into `templates/` of its own folder is found before the project's, one file at a time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from functools import lru_cache
from pathlib import Path
from types import CodeType
from typing import TYPE_CHECKING, Any

from site_src.model import Page
from site_src.topic.values import Topic
from site_src.wording import open_catalogue

if TYPE_CHECKING:
    from jinja2 import Environment, Template

FOLDER = Path(__file__).parents[2] / "templates"
STYLES = ("tokens", "base", "layout", "parts", "timeline", "entry", "pages", "own", "print")
"""The parts of `assets/site.css`, in their order; each opens its own cascade layer."""


def render(pages: Iterable[Page], topic: Topic, *, csp: str = "") -> Iterator[tuple[str, bytes]]:
    """Render pages to (path, bytes), in the order in which they come.

    `csp` is the policy of pages with interactive charts where their bundle needs another than the site's own.
    """
    folders = (str(topic.folder / "templates"), str(FOLDER))
    for page in pages:
        template = _template(folders, page.language, page.template)
        context = {**page.context, "csp": csp} if csp and page.context.get("interactive") else page.context
        yield page.path, template.render(context).encode()


def assets() -> Mapping[str, bytes]:
    """Give the styles, scripts and pictures by their path in the site."""
    found = {"assets/site.css": b"\n".join((FOLDER / "assets" / "css" / f"{name}.css").read_bytes() for name in STYLES)}
    for path in sorted((FOLDER / "assets").iterdir()):
        if path.is_file():
            found[f"assets/{path.name}"] = path.read_bytes()
    return found


def source(name: str) -> str:
    """Give a file of the templates' folder as it is: a style or a script that is to stand inside a page."""
    return (FOLDER / name).read_text("utf-8")


@lru_cache(maxsize=256)
def _template(folders: tuple[str, ...], language: str, name: str) -> Template:
    return _environment(folders, language).get_template(name)


@lru_cache(maxsize=16)
def _environment(folders: tuple[str, ...], language: str) -> Environment:
    """Make the environment of a language; the compiled code is shared between languages."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

    class Shared(FileSystemLoader):
        """A loader that compiles each template once, whatever the language."""

        def load(
            self,
            environment: Environment,
            name: str,
            globals: MutableMapping[str, Any] | None = None,
        ) -> Template:
            codes = _codes(folders)
            if name not in codes:
                source, filename, _ = self.get_source(environment, name)
                codes[name] = environment.compile(source, name, filename)
            return Template.from_code(environment, codes[name], globals if globals is not None else {})

    environment = Environment(
        loader=Shared(list(folders)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,
        extensions=["jinja2.ext.i18n"],
    )
    install: Callable[..., None] = environment.install_gettext_translations  # type: ignore[attr-defined]
    install(open_catalogue(language).messages, newstyle=True)
    return environment


@lru_cache(maxsize=4)
def _codes(folders: tuple[str, ...]) -> dict[str, CodeType]:
    """Keep the compiled templates of a list of folders."""
    return {}
