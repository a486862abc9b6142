"""One map over many items, in the order of the items, on as many processes as wanted.

    for text in jobs.run(clean, raw_texts, jobs=2, context=packs):
        ...

    with jobs.beside(count, texts, jobs=2) as counted:
        ...
        counts = counted()

`function(context, item)` must be a top-level function, or a `partial` of one. The context is handed to each process once;
the items are cut into chunks here. This is the whole interface, so that a cluster can stand behind it.
"""

from __future__ import annotations

import ctypes
import gc
import math
import multiprocessing
import os
import pickle
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import PurePath
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

Item = TypeVar("Item")
Result = TypeVar("Result")
Context = TypeVar("Context")

__all__ = ["WorkerLost", "beside", "give_back", "run", "shares"]

FEW = 200
"""Items, articles mostly, that are done before a second process has compiled what it looks for."""
LARGEST = 250
"""Items in a chunk at most: what a stop loses, and what progress waits for."""
AHEAD = 2_000
"""Items for each process that are worked on before the reader has come to them: one may take as long as many others."""


_Letter = tuple[int, list[Any], bytes | None]
"""The number of a chunk, its results, and the failure that ended it early."""


_LISTENER = "listens to a worker"
_LOST = "a process was ended before it was done"


class WorkerLost(Exception):
    """The system ended a process, for want of memory perhaps."""


def run(
    function: Callable[[Context, Item], Result],
    items: Sequence[Item],
    *,
    jobs: int,
    context: Context,
    chunk: int | None = None,
    along: bool = False,
) -> Iterator[Result]:
    """Yield `function(context, item)` for each item, in the order of the items.

    With `jobs=1`, or for a handful of items and no `chunk`, everything runs in this process. Stopping early, by Ctrl-C
    or by closing the iterator, ends the other processes at once. `along`: this process is one of them, for where each
    would soon have a large context for its own (what a process looks at is counted, which writes to it).

    Raises:
        Exception: whatever the function raises, with a note that names the item.
        WorkerLost: if the system ended a process, for want of memory perhaps.
    """
    if jobs <= 1 or len(items) <= (FEW if chunk is None else chunk):
        return (_one(function, context, item) for item in items)
    size = chunk or min(LARGEST, math.ceil(len(items) / (jobs * 4)))
    return _across(function, items, min(jobs, math.ceil(len(items) / size)) - along, context, size, along)


def shares() -> bool:
    """Tell whether other processes see this one's values as they are: then a large context costs nothing."""
    return _processes().get_start_method() == "fork"


def give_back() -> None:
    """Give back to the system what is free of this process's memory, before others are forked that fill the gaps.

    After reading, and after merging, much of it holds nothing but what Python keeps at hand to be filled again: it lets
    go of that in a whole collection, which need not look at what lives; the C library, where it is GNU's, when asked.
    """
    gc.freeze()
    gc.collect()
    gc.unfreeze()
    if sys.platform == "linux" and hasattr(library := ctypes.CDLL(None), "malloc_trim"):
        library.malloc_trim(0)


@contextmanager
def beside(function: Callable[[Context], Result], context: Context, *, jobs: int) -> Iterator[Callable[[], Result]]:
    """Work out `function(context)` in a process of its own while this one goes on; what is given waits for its result.

    With `jobs=1`, or where the context would have to be sent, it is worked out in this process, when it is asked for.
    Leaving the block ends the other process.

    Raises:
        Exception: whatever the function raises, where its result is asked for.
        WorkerLost: if the system ended the process.
    """
    if jobs <= 1 or not shares():
        yield partial(function, context)
        return
    mail: SimpleQueue[_Letter | None] = SimpleQueue()
    with _left_alone():
        worker = _hired(multiprocessing.get_context("fork"), _aside, (function, context), mail.put)
        del context  # the other process has its own; who gave it may let go of it
        try:
            yield partial(_answer, mail)
        finally:
            worker.dismiss()


def _answer(mail: SimpleQueue[_Letter | None]) -> Any:
    _, results, failure = _there(mail.get())
    _must_hold(failure)
    return results[0]


def _there(letter: _Letter | None) -> _Letter:
    if letter is None:
        raise WorkerLost(_LOST)
    return letter


def _must_hold(failure: bytes | None) -> None:
    if failure is not None:
        raise pickle.loads(failure)


def _across(
    function: Callable[[Context, Item], Result],
    items: Sequence[Item],
    jobs: int,
    context: Context,
    size: int,
    along: bool,
) -> Iterator[Result]:
    processes = _processes()
    # A forked process has the items already; sending each through a pipe would cost as much as some work on it.
    known = items if processes.get_start_method() == "fork" else None
    spans = [(start, min(start + size, len(items))) for start in range(0, len(items), size)]
    chunks = [span if known is not None else items[slice(*span)] for span in spans]
    mail: SimpleQueue[tuple[int, _Letter | None]] = SimpleQueue()
    team: list[_Worker] = []
    with _left_alone():
        try:
            given = (function, context, known)
            team.extend(_hired(processes, _serve, given, partial(_post, mail, number)) for number in range(jobs))
            own = partial(_own, *given, chunks) if along else None
            yield from _in_order(team, chunks, mail, own, (jobs + along) * math.ceil(AHEAD / size))
        finally:
            for worker in team:
                worker.dismiss()


@contextmanager
def _left_alone() -> Iterator[None]:
    """Let nobody look through the values that there are for rings: that would write to each, and copy what is shared."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


@dataclass(frozen=True, slots=True)
class _Worker:
    """A process, the end of its pipe that is ours, and the thread that listens to it.

    The thread takes results in as soon as they are there, so that no process waits until we have use for them. The pipe
    has no other writer than the process: its death, whatever it was about to say, is heard as the end.
    """

    process: BaseProcess
    pipe: Connection
    listener: threading.Thread

    def send(self, work: object) -> None:
        try:
            self.pipe.send(work)
        except OSError:
            raise WorkerLost(_LOST) from None

    def dismiss(self) -> None:
        """End the process at once, and its listener with it."""
        self.process.kill()
        self.process.join()
        self.listener.join()
        self.pipe.close()


def _hired(
    processes: Any, work: Callable[..., None], given: tuple[Any, ...], post: Callable[[_Letter | None], None]
) -> _Worker:
    pipe, theirs = processes.Pipe()
    process = processes.Process(target=work, args=(theirs, *given), daemon=True)
    process.start()
    theirs.close()
    listener = threading.Thread(target=_listen, args=(pipe, post), name=_LISTENER, daemon=True)
    listener.start()
    return _Worker(process, pipe, listener)


def _listen(pipe: Connection, post: Callable[[_Letter | None], None]) -> None:
    try:
        while True:
            post(pipe.recv())
    except (EOFError, OSError):
        post(None)


def _post(mail: SimpleQueue[tuple[int, _Letter | None]], number: int, letter: _Letter | None) -> None:
    mail.put((number, letter))


def _in_order(
    team: Sequence[_Worker],
    chunks: Sequence[Sequence[Any]],
    mail: SimpleQueue[tuple[int, _Letter | None]],
    own: Callable[[int], _Letter] | None,
    ahead: int,
) -> Iterator[Any]:
    """Give the results in order, with work for each process at hand, and no more chunks `ahead` than memory allows.

    With `own`, this process takes the next chunk whenever nobody has written to it.
    """
    idle = deque(list(range(len(team))) * 2)  # the next chunk is there before the one before it is done
    done: dict[int, _Letter] = {}
    sent = 0
    for place in range(len(chunks)):
        while place not in done:
            end = min(len(chunks), place + ahead)
            while idle and sent < end:
                team[idle.popleft()].send((sent, chunks[sent]))
                sent += 1
            if own and sent < end and mail.empty():
                done[sent] = own(sent)
                sent += 1
                continue
            number, found = mail.get()
            letter = _there(found)
            done[letter[0]] = letter
            idle.append(number)
        _, results, failure = done.pop(place)
        yield from results
        _must_hold(failure)


def _own(
    function: Callable[[Any, Any], Any], context: Any, known: Sequence[Any] | None, chunks: Sequence[Any], place: int
) -> _Letter:
    return (place, *_worked(function, context, known, chunks[place]))


def _one(function: Callable[[Any, Any], Any], context: Any, item: Any) -> Any:
    try:
        return function(context, item)
    except Exception as error:
        error.add_note(f"while working on {name_of(item)}")
        raise


def name_of(item: object) -> str:
    """Name an item in a message: its path or id where it has one, else the beginning of what it prints as."""
    if isinstance(item, PurePath):
        return item.as_posix()
    for attribute in ("path", "id"):
        name = getattr(item, attribute, None)
        if isinstance(name, str) and name:
            return name
    return repr(item)[:120]


# --- In a worker ----------------------------------------------------------------------------------------------------


def _serve(pipe: Connection, function: Callable[[Any, Any], Any], context: Any, known: Sequence[Any] | None) -> None:
    """Work through chunks as they come: the items themselves, or from where to where they are in those that are known."""
    _begin()
    while True:
        place, chunk = pipe.recv()
        pipe.send((place, *_worked(function, context, known, chunk)))


def _worked(
    function: Callable[[Any, Any], Any], context: Any, known: Sequence[Any] | None, chunk: Any
) -> tuple[list[Any], bytes | None]:
    return _chunk(function, context, chunk if known is None else known[slice(*chunk)])


def _aside(pipe: Connection, function: Callable[[Any], Any], context: Any) -> None:
    _begin()
    try:
        pipe.send((0, [function(context)], None))
    except Exception as error:  # noqa: BLE001 - handed to the parent, which raises it
        pipe.send((0, [], _packed(error)))


def _begin() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    _die_with_parent()


def _chunk(function: Callable[[Any, Any], Any], context: Any, items: Sequence[Any]) -> tuple[list[Any], bytes | None]:
    """Work through a chunk; stop at the first failure and hand it back with what was done before it."""
    results: list[Any] = []
    for item in items:
        try:
            results.append(_one(function, context, item))
        except Exception as error:  # noqa: BLE001 - handed to the parent, which raises it
            return results, _packed(error)
    return results, None


def _packed(error: Exception) -> bytes:
    """Pack an exception so that the parent can surely unpack it: some cannot be rebuilt from their arguments."""
    try:
        packed = pickle.dumps(error)
        pickle.loads(packed)
    except Exception:  # noqa: BLE001 - whatever its own methods raise
        plain = RuntimeError(f"{type(error).__name__}: {error}")
        for note in getattr(error, "__notes__", ()):
            plain.add_note(note)
        return pickle.dumps(plain)
    return packed


def _die_with_parent() -> None:
    """End this process when its parent is killed, so that no orphan waits for work for ever."""
    parent = multiprocessing.parent_process()
    if sys.platform == "linux" and multiprocessing.get_start_method(allow_none=True) in (None, "fork"):
        ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG
    if parent is not None and os.getppid() != parent.pid:
        threading.Thread(target=_watch, args=(parent,), daemon=True).start()


def _watch(parent: Any) -> None:
    parent.join()
    os._exit(1)


def _processes() -> multiprocessing.context.BaseContext:
    """Fork where that is safe: it starts in milliseconds and copies nothing. A forked lock of another thread is not.

    Our own listeners hold none: they wait for a pipe, or for this thread.
    """
    alone = all(one is threading.current_thread() or one.name == _LISTENER for one in threading.enumerate())
    if sys.platform == "linux" and alone:
        return multiprocessing.get_context("fork")
    return multiprocessing.get_context("forkserver" if sys.platform == "linux" else "spawn")
