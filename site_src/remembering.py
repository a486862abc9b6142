"""A map whose results outlive the build: what was worked out before from the same is not worked out again.

    remembering = Remembering(memory, jobs=2)
    read = remembering.run(read_one, paths, keys, FileRead, what="articles", name=name, context=knowledge)

Results come back from other processes as they are kept, packed: a value is packed once, by who made it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from typing import Any, TypeVar

import msgspec

from site_src import jobs
from site_src.cache import Cache, pack

Context = TypeVar("Context")
Item = TypeVar("Item")
Result = TypeVar("Result")

TOGETHER = 1_000
"""Results that are written at once: what a kill loses."""


@dataclass(frozen=True, slots=True)
class Remembering:
    """Where one build remembers, how many processes work for it, and who is told how far it is."""

    memory: Cache
    jobs: int = 1
    progress: Callable[[str, int, int], None] = lambda what, done, total: None

    def run(
        self,
        function: Callable[[Context, Item], Result],
        items: Sequence[Item],
        keys: Sequence[bytes],
        kind: Any,
        *,
        what: str,
        name: bytes,
        context: Context,
        lasts: Callable[[Item, Result], bool] = lambda item, result: True,
        held: Callable[[Result], Result] = lambda result: result,
    ) -> list[Result]:
        """Give `function(context, item)` for each item, in their order, from the memory where it is known by its key.

        An item whose key is empty is always worked out. `kind` is the type of the results, as msgspec knows types; a
        result that does not `last` is not remembered. Each is given as it is `held`. `what` is told to the progress. Of what was kept under this `name`
        before, only what is asked for now is kept.
        """
        found: dict[bytes, Result] = self.memory.get_many([key for key in keys if key], kind, held=held)
        fresh = [place for place, key in enumerate(keys) if key not in found]
        done = len(items) - len(fresh)
        unpack = msgspec.msgpack.Decoder(kind).decode
        made: dict[int, Result] = {}
        packed: dict[bytes, bytes] = {}
        wanted = [items[place] for place in fresh]
        results = jobs.run(partial(_packed, function), wanted, jobs=self.jobs, context=context)
        for place, result in zip(fresh, results, strict=True):
            made[place] = held(unpack(result) if isinstance(result, bytes) else result)
            if keys[place] and isinstance(result, bytes) and lasts(items[place], made[place]):
                packed[keys[place]] = result
            if len(packed) == TOGETHER:
                self.memory.put_packed(packed)
                packed = {}
            done += 1
            self.progress(what, done, len(items))
        self.memory.put_packed(packed)
        self.memory.forget_others(name, filter(None, keys))
        return [made[place] if place in made else found[key] for place, key in enumerate(keys)]


@dataclass(frozen=True, slots=True)
class Shelf:
    """One name under which results are remembered, for who knows what each depends on, but not what they all do."""

    remembering: Remembering
    what: str
    name: bytes
    rules: bytes
    """A digest of what all results depend on: tables, program."""

    def run(
        self,
        function: Callable[[Context, Item], Result],
        items: Sequence[Item],
        keys: Sequence[bytes],
        kind: Any,
        *,
        context: Context,
        held: Callable[[Result], Result] = lambda result: result,
    ) -> list[Result]:
        """Give `function(context, item)` for each item, as `Remembering.run` does; a large context is never sent."""
        here = self.remembering if jobs.shares() else replace(self.remembering, jobs=1)
        own = [key and sha256(self.rules + key).digest() for key in keys]
        return here.run(function, items, own, kind, what=self.what, name=self.name, context=context, held=held)


def _packed(function: Callable[[Context, Item], Result], context: Context, item: Item) -> bytes | Result:
    """Work out one result and pack it; what cannot be packed stays as it is, and is not remembered."""
    result = function(context, item)
    data = pack(result)
    return result if data is None else data
