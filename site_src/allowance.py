"""How much of the processor's time the work on one article may take: what takes longer is cut, and the build goes on.

    allowance.within(allowance.SECONDS, read, path)  ->  what `read(path)` gives

The system counts the time that this process works, not the time that passes, and interrupts the main thread: another
thread, and a system that cannot count so, go without. A regular expression is interrupted in its midst, for the engine
looks for signals; a call into another library only after it, and what is given to these has a size that is bounded.

This is the one place where what is made depends on the machine. So nothing that was cut is remembered, and the bound is
far above what any article takes.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterable
from typing import ParamSpec, TypeVar

from site_src.model import Issue

Given = ParamSpec("Given")
Result = TypeVar("Result")

SECONDS = 20.0
"""For one article: reading it, or finding what is in it, or telling what it says."""
AGAIN = 1.0
"""Seconds after which the work is interrupted once more, should a library have taken the first time for its own."""

CODE = "corpus.too-slow"
"""The Issue of what was cut."""


class Exceeded(BaseException):
    """The time is up. No `Exception`: nothing between here and there may take it for a failure of its own."""


def within(seconds: float, work: Callable[Given, Result], *given: Given.args, **named: Given.kwargs) -> Result:
    """Do some work in so much of the processor's time. What is done inside must not ask for time again.

    Raises:
        Exceeded: if it takes longer.
    """
    if not (hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()):
        return work(*given, **named)
    before = signal.signal(signal.SIGPROF, _ring)
    try:
        signal.setitimer(signal.ITIMER_PROF, seconds, AGAIN)
        try:
            return work(*given, **named)
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)  # it may have rung just when it was to be stopped
        signal.signal(signal.SIGPROF, before if before is not None else signal.SIG_DFL)


def cut(path: str, line: int, doing: str, seconds: float, done: str) -> Issue:
    """Say what was cut: `doing` is what took too long."""
    message = f"{doing} it took more than {seconds:g} seconds of the processor's time"
    return Issue(path, line, CODE, message, done, "error")


def cuts(issues: Iterable[Issue]) -> bool:
    """Tell whether something was cut: then it is not remembered, for another time it may not be."""
    return any(issue.code == CODE for issue in issues)


def _ring(*_: object) -> None:
    raise Exceeded
