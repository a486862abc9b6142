"""A map whose results outlive the build: what was worked out before from the same is not worked out again.

    read = remembering.run(_read, paths, keys, FileRead, memory=memory, jobs=2, context=knowledge)

Results come back from other processes as they are kept, packed: a value is packed once, by who made it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, TypeVar

import msgspec

from site_src import jobs as work
from site_src.cache import Cache, pack

Context = TypeVar("Context")
Item = TypeVar("Item")
Result = TypeVar("Result")

TOGETHER = 1_000
"""Results that are written at once: what a kill loses."""


def run(
    function: Callable[[Context, Item], Result],
    items: Sequence[Item],
    keys: Sequence[bytes],
    kind: Any,
    *,
    memory: Cache,
    jobs: int,
    context: Context,
    lasts: Callable[[Item, Result], bool] = lambda item, result: True,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> list[Result]:
    """Give `function(context, item)` for each item, in their order, from the memory where it is known by its key.

    An item whose key is empty is always worked out. `kind` is the type of the results, as msgspec knows types; a result that does
    not `last` is not remembered.
    """
    found: dict[bytes, Result] = memory.get_many([key for key in keys if key], kind)
    fresh = [place for place, key in enumerate(keys) if key not in found]
    done = len(items) - len(fresh)
    unpack = msgspec.msgpack.Decoder(kind).decode
    made: dict[int, Result] = {}
    packed: dict[bytes, bytes] = {}
    results = work.run(partial(_packed, function), [items[place] for place in fresh], jobs=jobs, context=context)
    for place, result in zip(fresh, results, strict=True):
        made[place] = unpack(result) if isinstance(result, bytes) else result
        if keys[place] and isinstance(result, bytes) and lasts(items[place], made[place]):
            packed[keys[place]] = result
        if len(packed) == TOGETHER:
            memory.put_packed(packed)
            packed = {}
        done += 1
        progress(done, len(items))
    memory.put_packed(packed)
    return [made[place] if place in made else found[key] for place, key in enumerate(keys)]


def _packed(function: Callable[[Context, Item], Result], context: Context, item: Item) -> bytes | Result:
    """Work out one result and pack it; what cannot be packed stays as it is, and is not remembered."""
    result = function(context, item)
    data = pack(result)
    return result if data is None else data
