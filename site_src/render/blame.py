"""What fails in a topic's own template -> one line: the file, the line in it, what stands there, and what is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import TracebackType

from site_src.render.trouble import Unrendered
from site_src.topic.own_templates import FOLDER, known_names
from site_src.topic.values import Topic
from site_src.topic.wrong import nearest

LONGEST = 80
"""Characters of the line that is shown."""


@contextmanager
def blaming(topic: Topic) -> Iterator[None]:
    """Name the line of a topic's template in which something fails; what fails elsewhere comes through as it is.

    Raises:
        Unrendered: if a template of the topic's failed.
    """
    try:
        yield
    except Exception as error:
        name, line = _place(error.__traceback__, topic.templates)
        if not name:
            raise
        stands = "".join(topic.templates[name].splitlines()[line - 1 : line]).strip()[:LONGEST]
        place = f"{topic.folder.absolute().name}/{FOLDER}/{name}:{line}"
        raise Unrendered(f"{place}: {_words(error, topic)}; there stands {stands!r}") from error


def _place(trace: TracebackType | None, own: Mapping[str, str]) -> tuple[str, int]:
    """Find the innermost line of the topic's templates on the way to a failure; an empty name if there is none."""
    found = "", 0
    while trace is not None:
        name = trace.tb_frame.f_code.co_filename
        found = (name, trace.tb_lineno) if name in own else found
        trace = trace.tb_next
    return found


def _words(error: Exception, topic: Topic) -> str:
    """Say what is wrong, without the machine's own paths."""
    from jinja2 import TemplateNotFound

    if isinstance(error, RecursionError):
        return "it comes back to itself without end"
    if isinstance(error, TemplateNotFound):
        name = str(error.name)
        return f"found {name!r}, expected the name of a template{nearest(name, known_names(topic.templates))}"
    return " ".join(str(error).split()).rstrip(".") or type(error).__name__
