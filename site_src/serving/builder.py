"""A process of its own that builds, again and again, and stays warm: its libraries, packs and templates are loaded once.

A new order ends the build that is under way. A process that is killed is no loss: the site is whole at every instant, and
the next order starts another one.
"""

from __future__ import annotations

import multiprocessing
import signal
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from multiprocessing.connection import Connection
from typing import Any

from site_src.serving.news import Built, Died, News

Tell = Callable[[News], None]
Halt = Callable[..., None]
"""Called at many points of a build; raises `Superseded` where another order has come."""
Work = Callable[[Sequence[str], Tell, Halt], Built]
"""Builds once: `work(pages in view, tell, halt)`. It is handed to another process, so it must be a top-level function."""

PATIENCE = 2.0
"""Seconds that a process has to leave in order."""


class Superseded(BaseException):
    """The build is not wanted any more. No `Exception`: nothing between here and there may take it for a failure."""


class Builder:
    """The process, seen from the server."""

    def __init__(self, work: Work, tell: Tell) -> None:
        self._work, self._tell = work, tell
        self._process: Any = None
        self._orders: Connection | None = None

    def order(self, pages: Sequence[str]) -> None:
        """Build now, the named pages first."""
        if self._process is None or not self._process.is_alive():
            self._begin()
        try:
            if self._orders is not None:
                self._orders.send(tuple(pages))
        except OSError:  # it died this very moment, and its death is told
            return

    def end(self) -> None:
        """End the process, in order if it can."""
        process, self._process = self._process, None
        if process is None or process.pid is None:
            return
        process.terminate()
        process.join(PATIENCE)
        if process.is_alive():
            process.kill()
            process.join()

    def _begin(self) -> None:
        context = multiprocessing.get_context("spawn")  # a fork would copy locks that the server's threads hold
        self._orders, theirs = context.Pipe()
        # It is known before it runs, so that whatever happens meanwhile, it is ended.
        process = self._process = context.Process(target=_run, args=(theirs, self._work), name="build")
        with _ctrl_c_later():
            process.start()
        theirs.close()
        threading.Thread(target=self._listen, args=(process, self._orders), daemon=True, name="builds").start()

    def _listen(self, process: Any, line: Connection) -> None:
        try:
            while True:
                self._tell(line.recv())
        except (EOFError, OSError):
            process.join()
            if process is self._process:
                self._tell(Died(process.exitcode or 0))


@contextmanager
def _ctrl_c_later() -> Iterator[None]:
    """Keep Ctrl-C waiting while a process begins: it is the server's to answer, and the new process inherits the patience.

    Blocked here it may still reach another thread, and Python then interrupts this one: so it is noted meanwhile.
    """
    if sys.platform == "win32" or threading.current_thread() is not threading.main_thread():
        yield
        return
    pressed: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _: pressed.append(number))
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
        signal.signal(signal.SIGINT, before)
    if pressed:
        raise KeyboardInterrupt


# --- In the process that builds --------------------------------------------------------------------------------------


def _run(line: Connection, work: Work) -> None:
    """Work off orders until the server is gone. Only the newest one counts."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        while True:
            pages = line.recv()
            while line.poll():
                pages = line.recv()
            _build(line, work, pages)
    except (EOFError, BrokenPipeError):
        return


def _build(line: Connection, work: Work, pages: Sequence[str]) -> None:
    def halt(*_: object) -> None:
        if line.poll():
            raise Superseded

    began = time.perf_counter()
    try:
        done = work(pages, line.send, halt)
    except Superseded:
        return
    except Exception as error:  # noqa: BLE001 - a fault of ours must not end the server
        traceback.print_exc()
        words = f"{type(error).__name__}: {error}".splitlines()[0]
        done = Built((f"the program itself failed ({words}); the terminal says where",), written=False)
    line.send(replace(done, seconds=time.perf_counter() - began))
