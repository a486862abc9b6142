"""Serve a site on this machine while its articles and tables are edited: build, watch, reload.

In: how to build once, and where the files are that an editor changes.
Out: the site at an address of this machine, until Ctrl-C.

    serving.serve(Order(site=Path("output"), work=build_once, ...), say=print)

The site's folder is written by builds alone. What the server adds (a script that asks for news, the page about what is
wrong) exists only on the way to the browser.
"""

from __future__ import annotations

import queue
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from site_src.serving.board import Board
from site_src.serving.builder import Builder, Halt, Superseded, Tell, Work
from site_src.serving.early import see
from site_src.serving.news import Blind, Built, Changed, Died, News, Seen
from site_src.serving.server import NoPort, open_server
from site_src.serving.watching import watch

__all__ = ["Built", "Halt", "NoPort", "Order", "Seen", "Superseded", "Tell", "see", "serve"]

BREATH = 0.5
"""Seconds after which the loop looks up: on some systems Ctrl-C is noticed only then."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be served, and how it is built."""

    site: Path
    work: Work
    content: tuple[Path, ...]
    """The topic and the articles: what they hold changes the site."""
    program: tuple[Path, ...]
    """Templates and modules: a change there starts the building process anew."""
    host: str
    port: int | None
    """None for the first free one from `first` on."""
    first: int
    language: str
    """In which the server speaks until it knows the topic's."""


def serve(order: Order, say: Callable[[str], None]) -> None:
    """Build, serve, watch and build again, until Ctrl-C.

    Raises:
        NoPort: if there is no port to serve on.
        KeyboardInterrupt: at the end.
    """
    board = Board(order.site, order.language)
    server = open_server(order.host, order.port, order.first, board, order.content)
    news: queue.SimpleQueue[News] = queue.SimpleQueue()
    builder = Builder(order.work, news.put)
    say(f"{order.site} at {server.address} (Ctrl-C ends it)")
    server.begin()
    stop = watch((*order.content, *order.program), news.put)
    try:
        builder.order(())
        while True:
            _answer(_next(news), board, builder, order, say)
    finally:
        stop.set()
        board.close()
        builder.end()
        server.server_close()


def _next(news: queue.SimpleQueue[News]) -> News:
    while True:
        try:
            return news.get(timeout=BREATH)
        except queue.Empty:
            continue


def _answer(found: News, board: Board, builder: Builder, order: Order, say: Callable[[str], None]) -> None:
    match found:
        case Changed(paths):
            if any(path.is_relative_to(place.resolve()) for path in paths for place in order.program):
                builder.end()
            builder.order(board.pages_in_view())
        case Seen(name, body):
            board.show_early(name, body)
        case Built():
            board.built(found.lines, written=found.written, language=found.language)
            say(f"{_outcome(found)} in {found.seconds:.1f} s")
        case Died(code):
            board.built(
                (f"the building process was ended from outside (code {code}); change a file to begin another",),
                written=False,
            )
        case Blind(why):
            say(f"note: {why}")


def _outcome(found: Built) -> str:
    if not found.lines:
        return "built"
    return "built without the lines that are wrong" if found.written else "not built, the last good site stands"
