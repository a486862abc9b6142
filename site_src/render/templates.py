"""Page -> bytes: templates compiled once, with the interface's words and nothing else to compute with.

What a topic lays into `templates/` of its own folder stands for the program's file of the same name, one at a time. From
there `program/entry.html` names the program's own, to extend it and to change a block.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from functools import lru_cache
from pathlib import Path
from types import CodeType
from typing import TYPE_CHECKING, Any

from site_src.model import Page
from site_src.render.blame import blaming
from site_src.render.trouble import Unrendered
from site_src.topic.own_templates import BELOW
from site_src.topic.values import Topic
from site_src.wording import open_catalogue

if TYPE_CHECKING:
    from jinja2 import Environment, Template

FOLDER = Path(__file__).parents[2] / "templates"
STYLES = ("tokens", "base", "layout", "parts", "timeline", "entry", "pages", "own", "print")
"""The parts of `assets/site.css`, in their order; each opens its own cascade layer."""
Own = tuple[tuple[str, str], ...]
"""A topic's templates, each as (name, text)."""


def render(
    pages: Iterable[Page], topic: Topic, *, csp: str = "", work: Path | None = None
) -> Iterator[tuple[str, bytes]]:
    """Render pages to (path, bytes), in the order in which they come.

    `csp` is the policy of pages with interactive charts where their bundle needs another than the site's own. In `work`
    compiled templates are kept for the next build.

    Raises:
        Unrendered: if a template of the topic's fails.
    """
    own = tuple(sorted(topic.templates.items()))
    for page in pages:
        context = {**page.context, "csp": csp} if csp and page.context.get("interactive") else page.context
        with blaming(topic):
            text = _environment(own, page.language, work).get_template(page.template).render(context)
        yield page.path, text.encode()


def prepare(topic: Topic, languages: Iterable[str], *, work: Path | None = None) -> None:
    """Compile the pages' templates, so that processes that are forked from this one need not.

    Raises:
        Unrendered: if a template of the topic's fails.
    """
    own = tuple(sorted(topic.templates.items()))
    for language in languages:
        environment = _environment(own, language, work)
        for path in sorted((*FOLDER.glob("*.html"), *FOLDER.glob("parts/*.html"), *FOLDER.glob("charts/*.html"))):
            with blaming(topic):
                environment.get_template(path.relative_to(FOLDER).as_posix())


def assets(topic: Topic | None = None) -> Mapping[str, bytes]:
    """Give the styles, scripts and pictures by their path in the site; a topic's stand for the program's.

    Raises:
        Unrendered: if a file of the topic's is gone.
    """
    own = topic.templates if topic else {}
    parts = ((own.get(name), FOLDER / name) for name in (f"assets/css/{style}.css" for style in STYLES))
    found = {
        "assets/site.css": b"\n".join(path.read_bytes() if text is None else text.encode() for text, path in parts)
    }
    theirs = topic.folder / "templates" if topic else FOLDER
    for folder, files in ((FOLDER, sorted((FOLDER / "assets").rglob("*"))), (theirs, topic.inputs if topic else ())):
        for path in files:  # a topic's inputs hold no link that leads out of it
            name = path.relative_to(folder).as_posix() if path.is_relative_to(folder / "assets") else ""
            if name and path.is_file() and not name.startswith("assets/css/") and "/." not in name:
                found[name] = _bytes(path, topic)
    return found


def source(name: str, topic: Topic | None = None) -> str:
    """Give a template as it is: a style or a script that is to stand inside a page."""
    own = topic.templates.get(name) if topic else None
    return (FOLDER / name).read_text("utf-8") if own is None else own


def _bytes(path: Path, topic: Topic | None) -> bytes:
    """Read a file that goes to the site as it is."""
    try:
        return path.read_bytes()
    except OSError as error:
        if topic is None or not path.is_relative_to(topic.folder):
            raise
        place = f"{topic.folder.absolute().name}/{path.relative_to(topic.folder).as_posix()}"
        raise Unrendered(f"{place}: {(error.strerror or str(error)).lower()}") from error


@lru_cache(maxsize=16)
def _environment(own: Own, language: str, work: Path | None = None) -> Environment:
    """Make the environment of a language; the compiled code is shared between languages."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

    from site_src.render.compiled import Compiled
    from site_src.render.speech import Calls, Kept, Spoken, escaped

    replaced = dict(own)
    kept = Compiled(work, read_by=Path(__file__))

    class Shared(FileSystemLoader):
        """A loader that compiles each template once, whatever the language, and knows a topic's own."""

        def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
            if template in replaced:
                return replaced[template], template, lambda: True
            return super().get_source(environment, template.removeprefix(BELOW))

        def load(
            self,
            environment: Environment,
            name: str,
            globals: MutableMapping[str, Any] | None = None,
        ) -> Template:
            codes = _codes(own)
            if name not in codes:
                source, filename, _ = self.get_source(environment, name)
                codes[name] = kept.code(environment, name, filename, source)
            # Its globals are the environment's and no others: with a mapping of its own each page would compare the two.
            made = Template.from_code(environment, codes[name], environment.globals)
            made.root_render_func.__globals__["escape"] = escaped
            return made

    environment = Environment(
        loader=Shared(FOLDER),
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
    messages = open_catalogue(language).messages
    install(messages, newstyle=True)
    environment.globals["_"] = Spoken(messages.gettext)
    environment.globals["kept"] = Kept
    environment.context_class = Calls
    return environment


@lru_cache(maxsize=4)
def _codes(own: Own) -> dict[str, CodeType]:
    """Keep the compiled templates, a topic's among them."""
    return {}
