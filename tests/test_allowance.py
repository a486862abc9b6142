"""The work on one article ends when its time is up, wherever it is done; nothing else is touched by it."""

from __future__ import annotations

import os
import re
import signal
import sys
import threading
import time
from contextlib import suppress

import pytest

from site_src import allowance, jobs

pytestmark = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="this system does not count so")
SHORT = 0.1


def endless(_: object = None) -> None:
    """Work until somebody says stop, as what never ends would."""
    while True:
        sum(range(100))


def bounded(context: float, item: int) -> str:
    try:
        return str(allowance.within(context, endless if item == 7 else str, item))
    except allowance.Exceeded:
        return "cut"


def test_work_in_time():
    """What ends in time gives its result, and nothing rings later."""
    assert allowance.within(SHORT, str, 12) == "12"
    began = time.process_time()
    while time.process_time() < began + 2 * SHORT:
        pass


def test_endless_work():
    """What does not end is ended, and the signal's handler is as before."""
    before = signal.getsignal(signal.SIGPROF)
    with pytest.raises(allowance.Exceeded):
        allowance.within(SHORT, endless)

    assert signal.getsignal(signal.SIGPROF) == before
    assert signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)


def test_failure_comes_through():
    """What the work raises comes through, and the time is over."""
    with pytest.raises(ValueError, match="x"):
        allowance.within(SHORT, int, "x")

    assert signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)


def test_waiting_costs_nothing():
    """The time of others and of the disk does not count."""
    assert allowance.within(SHORT, time.sleep, 3 * SHORT) is None


def greedy() -> None:
    with suppress(BaseException):
        endless()
    endless()


def test_library_that_takes_everything(monkeypatch: pytest.MonkeyPatch):
    """A library that catches whatever comes is interrupted once more."""
    monkeypatch.setattr(allowance, "AGAIN", SHORT)
    with pytest.raises(allowance.Exceeded):
        allowance.within(SHORT, greedy)


def test_failures_are_caught_past_it():
    """What catches every failure, as the reading of pages does, does not catch this."""

    def careful() -> None:
        try:
            endless()
        except Exception:  # noqa: BLE001 - that is what is tried
            return

    with pytest.raises(allowance.Exceeded):
        allowance.within(SHORT, careful)


@pytest.mark.parametrize("processes", [1, 2])
def test_in_many_processes(processes: int):
    """In this process and in others, one item is cut and all others are done."""
    found = list(jobs.run(bounded, range(20), jobs=processes, context=SHORT, chunk=3))

    assert found == [str(item) if item != 7 else "cut" for item in range(20)]


def test_beside_other_threads():
    """In another thread there is no bound, and none is set for this one."""
    found: list[str] = []
    thread = threading.Thread(target=lambda: found.append(allowance.within(SHORT, str, 12)))
    thread.start()
    thread.join()

    assert found == ["12"]
    assert signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is sent another way there")
def test_ctrl_c():
    """Ctrl-C in the midst of it is Ctrl-C, and the time is over."""
    timer = threading.Timer(SHORT, os.kill, (os.getpid(), signal.SIGINT))
    timer.start()
    with pytest.raises(KeyboardInterrupt):
        allowance.within(60, endless)
    timer.join()

    assert signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)


def test_regular_expression():
    """A regular expression is interrupted in its midst: the engine looks for signals on its way."""
    began = time.process_time()
    with pytest.raises(allowance.Exceeded):
        allowance.within(SHORT, re.compile("(?:a+)+b").match, "a" * 60)

    assert time.process_time() - began < 10 * SHORT
