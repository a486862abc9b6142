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
import math
import multiprocessing
import os
import pickle
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool as WorkerLost
from contextlib import contextmanager
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

Item = TypeVar("Item")
Result = TypeVar("Result")
Context = TypeVar("Context")

__all__ = ["WorkerLost", "beside", "run", "shares"]

FEW = 200
"""Items, articles mostly, that are done before a second process has compiled what it looks for."""
LARGEST = 250
"""Items in a chunk at most: what a stop loses, and what progress waits for."""
AHEAD = 8
"""Chunks for each process that are worked on before the reader has come to them: one may take as long as many others."""


def run(
    function: Callable[[Context, Item], Result],
    items: Sequence[Item],
    *,
    jobs: int,
    context: Context,
    chunk: int | None = None,
) -> Iterator[Result]:
    """Yield `function(context, item)` for each item, in the order of the items.

    With `jobs=1`, or for a handful of items and no `chunk`, everything runs in this process. Stopping early, by Ctrl-C
    or by closing the iterator, ends the other processes at once.

    Raises:
        Exception: whatever the function raises, with a note that names the item.
        WorkerLost: if the system ended a process, for want of memory perhaps.
    """
    if jobs <= 1 or len(items) <= (FEW if chunk is None else chunk):
        return (_one(function, context, item) for item in items)
    size = chunk or min(LARGEST, math.ceil(len(items) / (jobs * 4)))
    return _across(function, items, min(jobs, math.ceil(len(items) / size)), context, size)


def shares() -> bool:
    """Tell whether other processes see this one's values as they are: then a large context costs nothing."""
    return _processes().get_start_method() == "fork"


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
        yield lambda: function(context)
        return
    processes = multiprocessing.get_context("fork")
    ear, mouth = processes.Pipe(duplex=False)
    process = processes.Process(target=_aside, args=(function, context, mouth), daemon=True)
    process.start()
    mouth.close()  # so that the other process's end is the only one, and its death is heard
    try:
        yield partial(_heard, ear)
    finally:
        process.kill()
        process.join()
        ear.close()


def _heard(ear: Connection) -> Any:
    try:
        result, failure = ear.recv()
    except EOFError:
        raise WorkerLost("a process ended before it was done") from None
    if failure is not None:
        raise pickle.loads(failure)
    return result


def _across(
    function: Callable[[Context, Item], Result], items: Sequence[Item], jobs: int, context: Context, size: int
) -> Iterator[Result]:
    before = {child.pid for child in multiprocessing.active_children()}
    processes = _processes()
    # A forked process has the items already; sending each through a pipe would cost as much as some work on it.
    known = items if processes.get_start_method() == "fork" else None
    pool = ProcessPoolExecutor(jobs, processes, initializer=_begin, initargs=(function, context, known))
    spans = [(start, min(start + size, len(items))) for start in range(0, len(items), size)]
    chunks = (span if known is not None else items[slice(*span)] for span in spans)
    try:
        yield from _in_order(pool, chunks, jobs)
    except BaseException:
        for child in multiprocessing.active_children():
            if child.pid not in before:
                child.kill()
        raise
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _in_order(pool: ProcessPoolExecutor, chunks: Iterable[Sequence[Any]], jobs: int) -> Iterator[Any]:
    """Keep a few chunks ahead of the reader, so that memory stays bounded and no process waits."""
    waiting: deque[Future[tuple[list[Any], bytes | None]]] = deque()
    for chunk in chunks:
        waiting.append(pool.submit(_chunk, chunk))
        if len(waiting) > jobs * AHEAD:
            yield from _results(waiting.popleft())
    while waiting:
        yield from _results(waiting.popleft())


def _results(future: Future[tuple[list[Any], bytes | None]]) -> Iterator[Any]:
    results, failure = future.result()
    yield from results
    if failure is not None:
        raise pickle.loads(failure)


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

_task: tuple[Callable[[Any, Any], Any], Any, Sequence[Any] | None] | None = None
"""The function, the context and, if it was forked, the items of this process, set once when it starts. Only worker
processes have them."""


def _begin(function: Callable[[Any, Any], Any], context: Any, items: Sequence[Any] | None) -> None:
    global _task  # a process pool hands its initializer's work over in no other way
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    _die_with_parent()
    _task = (function, context, items)


def _aside(function: Callable[[Any], Any], context: Any, mouth: Connection) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _die_with_parent()
    try:
        mouth.send((function(context), None))
    except Exception as error:  # noqa: BLE001 - handed to the parent, which raises it
        mouth.send((None, _packed(error)))


def _chunk(chunk: Sequence[Any]) -> tuple[list[Any], bytes | None]:
    """Work through a chunk; stop at the first failure and hand it back with what was done before it.

    A chunk is the items themselves, or from where to where they are in those that the process has.
    """
    if _task is None:
        raise RuntimeError("a worker process has no task")
    function, context, known = _task
    results: list[Any] = []
    for item in chunk if known is None else known[slice(*chunk)]:
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
    """Fork where that is safe: it starts in milliseconds and copies nothing. A forked lock of another thread is not."""
    if sys.platform == "linux" and threading.active_count() == 1:
        return multiprocessing.get_context("fork")
    return multiprocessing.get_context("forkserver" if sys.platform == "linux" else "spawn")
