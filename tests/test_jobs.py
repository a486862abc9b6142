"""One map over many items, on one process or several."""

from __future__ import annotations

import gc
import os
import signal
import subprocess
import sys
import textwrap
import threading
import time
import types
from collections.abc import Callable
from pathlib import Path

import pytest

from site_src import jobs

PROJECT = Path(__file__).resolve().parent.parent


class Odd(Exception):
    """An exception that cannot be rebuilt from its arguments."""

    def __init__(self, first: str, second: str) -> None:
        super().__init__(f"{first} and {second}")


def plus(context: int, item: int) -> int:
    return context + item


def process(context: None, item: int) -> int:
    return os.getpid()


def slow_process(context: None, item: int) -> int:
    time.sleep(0.01)
    return os.getpid()


def picky(context: int, item: int) -> int:
    if item == context:
        raise ValueError("not this one")
    return item


def odd(context: None, item: int) -> int:
    raise Odd("this", "that")


def fatal(context: None, item: int) -> int:
    os.kill(os.getpid(), signal.SIGKILL)
    return item


@pytest.mark.parametrize("count", [0, 1, 2, 16, 17, 1000])
@pytest.mark.parametrize("processes", [1, 2, 4])
@pytest.mark.parametrize("chunk", [None, 1, 7, 5000])
def test_order_of_the_items(count: int, processes: int, chunk: int | None):
    """Results come in the order of the items, whatever the number of processes and the chunks."""
    if chunk == 1 and count == 1000:
        count = 100
    found = list(jobs.run(plus, range(count), jobs=processes, context=10, chunk=chunk))

    assert list(range(10, 10 + count)) == found


def test_several_processes():
    """Many items are shared among processes, none of them this one; few stay here."""
    many = set(jobs.run(process, range(400), jobs=2, context=None))
    few = set(jobs.run(process, range(3), jobs=2, context=None))

    assert os.getpid() not in many
    assert {os.getpid()} == few


@pytest.mark.parametrize("processes", [1, 2, 4])
def test_this_process_works_along(processes: int):
    """Where this process is one of those that work, as many work as asked for, and the order stays."""
    who = set(jobs.run(slow_process, range(40), jobs=processes, context=None, chunk=1, along=True))
    found = list(jobs.run(plus, range(100), jobs=processes, context=10, chunk=7, along=True))

    assert os.getpid() in who
    assert processes == len(who)
    assert list(range(10, 110)) == found


def test_what_fails_in_this_process_ends_the_others():
    """Where this process works along, a failure comes at its place among the results, whoever met it."""
    for bad in range(12):
        given = jobs.run(picky, range(12), jobs=2, context=bad, chunk=1, along=True)
        found = []
        with pytest.raises(ValueError, match="not this one"):
            found.extend(given)  # what came before stays
        assert found == list(range(bad))


def test_beside_other_threads():
    """With another thread about, processes are started anew instead of forked, and do the same."""
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    try:
        assert list(range(5, 105)) == list(jobs.run(plus, range(100), jobs=2, context=5, chunk=9))
    finally:
        stop.set()
        thread.join()


@pytest.mark.parametrize("processes", [1, 2])
def test_failure_names_its_item(processes: int):
    """What the function raises comes through with its type and a note that names the item, after all results before it."""
    results = jobs.run(picky, range(100), jobs=processes, context=42, chunk=13)
    found = [next(results) for _ in range(42)]

    with pytest.raises(ValueError, match="not this one") as failure:
        next(results)
    assert failure.value.__notes__ == ["while working on 42"]
    assert list(range(42)) == found


def test_failure_that_cannot_be_packed():
    """An exception that cannot travel between processes arrives as its words."""
    with pytest.raises(RuntimeError, match="Odd: this and that"):
        list(jobs.run(odd, range(100), jobs=2, context=None, chunk=13))


def test_killed_process():
    """A worker that the system kills ends the run instead of letting it wait."""
    with pytest.raises(jobs.WorkerLost):
        list(jobs.run(fatal, range(100), jobs=2, context=None, chunk=13))


def test_item_has_a_name():
    """An item is called by its path or id, else by what it prints as, cut."""
    assert jobs.name_of(Path("a/b.txt")) == "a/b.txt"
    assert jobs.name_of(types.SimpleNamespace(path="", id="one")) == "one"
    assert len(jobs.name_of("x" * 5000)) <= 120


SLOW = """
    import sys, time, os
    sys.path.insert(0, {project!r})
    from site_src import jobs

    def slow(context, item):
        open(context + "/" + str(os.getpid()), "w").close()
        time.sleep(0.05)
        return item

    if __name__ == "__main__":
        for result in jobs.run(slow, range(10_000), jobs=2, context={folder!r}):
            print("started", flush=True)
"""


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def wait_for(condition: Callable[[], bool], seconds: float = 5) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.02)
    return False


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
@pytest.mark.parametrize("with_signal", [signal.SIGINT, signal.SIGKILL])
def test_stopped_run_leaves_no_process(tmp_path: Path, with_signal: signal.Signals):
    """Ctrl-C ends a run long before its work is done; a killed one takes its workers along."""
    script = tmp_path / "slow.py"
    workers = tmp_path / "workers"
    workers.mkdir()
    project = str(PROJECT)
    script.write_text(textwrap.dedent(SLOW.format(project=project, folder=str(workers))))
    with subprocess.Popen(
        [sys.executable, str(script)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    ) as running:
        assert wait_for(lambda: len(list(workers.iterdir())) == 2)
        if with_signal == signal.SIGINT:
            os.killpg(running.pid, signal.SIGINT)  # as a terminal does
        else:
            running.kill()
        _, words = running.communicate(timeout=10)

    assert wait_for(lambda: not any(alive(int(path.name)) for path in workers.iterdir()))
    if with_signal == signal.SIGINT:
        assert words.decode().rstrip().endswith("KeyboardInterrupt")
        assert words.decode().count("Traceback") == 1


def doubled(context: list[int]) -> list[int]:
    return [2 * one for one in context]


def whose(context: None) -> int:
    return os.getpid()


def failing(context: str) -> None:
    raise Odd(context, "that")


def ended(context: None) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.parametrize("processes", [1, 2])
def test_beside(processes: int):
    """What is worked out beside comes back whole, also a large one, while other processes work on a map."""
    many = list(range(300_000))
    with jobs.beside(doubled, many, jobs=processes) as result:
        found = list(jobs.run(plus, range(400), jobs=processes, context=1))
        twice = result()

    assert list(range(1, 401)) == found
    assert [2 * one for one in many] == twice


@pytest.mark.parametrize("processes", [1, 2])
def test_beside_fails(processes: int):
    """What fails beside is raised where its result is asked for."""
    with jobs.beside(failing, "this", jobs=processes) as result, pytest.raises(Exception, match="this and that"):
        result()


BESIDE = {
    "another process": """
        with jobs.beside(whose, None, jobs=2) as other, jobs.beside(whose, None, jobs=1) as own:
            assert other() != os.getpid() == own()
    """,
    "lost": """
        with jobs.beside(ended, None, jobs=2) as result:
            try:
                result()
            except jobs.WorkerLost:
                pass
            else:
                raise AssertionError
    """,
    "left": """
        try:
            with jobs.beside(time.sleep, 60, jobs=2):
                child = multiprocessing.active_children()
                raise KeyboardInterrupt
        except KeyboardInterrupt:
            assert len(child) == 1 and multiprocessing.active_children() == []
    """,
    "let go": """
        given = frozenset(["large"])
        held = weakref.ref(given)
        with jobs.beside(len, given, jobs=2) as counted:
            del given
            assert held() is None and counted() == 1
    """,
}
"""What is worked out beside is worked out in another process; one that the system ends is a lost worker, not a wait for ever;
leaving the block early leaves no process behind; while another process works on a value, this one does not hold it."""


@pytest.mark.parametrize("name", BESIDE)
def test_beside_alone(name: str):
    """Each of these holds in a process that has no other threads, as a build has none."""
    script = f"import multiprocessing, os, sys, time, weakref\nsys.path.insert(0, {str(PROJECT)!r})\n"
    script += "from site_src import jobs\nfrom tests.test_jobs import ended, whose\n" + textwrap.dedent(BESIDE[name])
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60)

    assert (done.returncode, done.stderr) == (0, "")


def large(context: int, item: int) -> bytes:
    if item == context:
        raise ValueError("not this one")
    return bytes(3_000_000)


LARGE = """
    import sys
    sys.path.insert(0, {project!r})
    from site_src import jobs
    from tests.test_jobs import large

    for failing in range(30):
        try:
            list(jobs.run(large, range(30), jobs=4, context=failing, chunk=1))
        except ValueError:
            pass
    print("done")
"""


def test_failure_amid_large_results():
    """A process that is ended in the midst of a large answer leaves nobody waiting for the rest of it."""
    script = textwrap.dedent(LARGE.format(project=str(PROJECT)))
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60)

    assert done.stdout == "done\n", done.stderr


def test_free_memory_is_given_back():
    """What lives stays as it is, nothing stays frozen, and twice is as good as once."""
    ring: list[object] = [1]
    ring.append(ring)
    jobs.give_back()
    jobs.give_back()

    assert (1, 0) == (ring[0], gc.get_freeze_count())
