"""Files that change -> news. watchfiles is an extra: without it the site is served and not watched."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path

from site_src.serving.news import Blind, Changed, News

QUIET = 30
"""Milliseconds without another change after which changes are told: an editor writes a file in several steps."""
LONGEST = 300
"""Milliseconds after which they are told in any case."""
MISSING = "watchfiles is not installed, so changes are not seen; for that: pip install -r requirements-serve.txt"


def watch(places: Sequence[Path], tell: Callable[[News], None]) -> threading.Event:
    """Tell changes of files below some folders, or of single files, until the event that it gives is set."""
    stop = threading.Event()
    if find_spec("watchfiles") is None:
        tell(Blind(MISSING))
    else:
        threading.Thread(target=_watch, args=(tuple(places), tell, stop), daemon=True, name="watch").start()
    return stop


def _watch(places: Sequence[Path], tell: Callable[[News], None], stop: threading.Event) -> None:
    from watchfiles import watch as watched

    folders = {(place if place.is_dir() else place.parent).resolve() for place in places}
    roots = [one for one in folders if not any(one != other and one.is_relative_to(other) for other in folders)]
    try:
        for changes in watched(*roots, stop_event=stop, debounce=LONGEST, step=QUIET, raise_interrupt=False):
            paths = frozenset(_ours((Path(path) for _, path in changes), places))
            if paths:
                tell(Changed(paths))
    except OSError as error:
        tell(Blind(f"changes are not seen: {(error.strerror or str(error)).lower()}"))


def _ours(paths: Iterator[Path], places: Sequence[Path]) -> Iterator[Path]:
    real = [place.resolve() for place in places]
    return (path for path in paths if any(path.is_relative_to(place) for place in real))
