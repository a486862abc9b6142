"""Say which of the reports that an article retells can bear one of its sentences: the one that it names, else any.

"... , the Gazette wrote" in a retelling of the Gazette and the Courier  ->  the Gazette
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from site_src.topic.values import Topic


@lru_cache(maxsize=64)
def _named(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")


def _names(origin: str, topic: Topic) -> Iterable[str]:
    outlet = topic.outlets.get(origin)
    return (outlet.name, *outlet.aliases) if outlet else (origin,)


def bearers(origins: tuple[str, ...], words: str, topic: Topic) -> tuple[str, ...]:
    """Give those of an article's origins that a sentence names; all of them, one of which has it, where it names none."""
    if len(origins) < 2:
        return origins
    named = tuple(one for one in origins if _named(tuple(sorted(_names(one, topic)))).search(words))
    return named or origins
