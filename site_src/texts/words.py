"""What the cleaning steps look for: the packs' and the topic's patterns, compiled once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from site_src.languages.pack import LanguagePack
from site_src.topic.values import Outlet, Topic

NOTHING = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class PageFurniture:
    """Patterns of one outlet, or of any."""

    lines: re.Pattern[str]
    """Whole lines."""
    starts: re.Pattern[str]
    ends: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Words:
    """All that the steps look for."""

    packs: Mapping[str, LanguagePack]
    default: str
    """The language of a text too short to tell."""
    furniture: PageFurniture
    labels: re.Pattern[str]
    credits: re.Pattern[str]
    """At a line's end."""
    clock: frozenset[str]
    """Words of a page's own clock line."""
    of_outlet: Mapping[str, PageFurniture]
    names: Mapping[str, str]
    """Every name of an outlet, case folded, to its id."""
    named: re.Pattern[str]
    """Any of an outlet's names of four letters or more, whole words, as written or in capitals."""


def of(packs: Mapping[str, LanguagePack], topic: Topic) -> Words:
    """Compile what packs and topic say; remembered for the last pairs that were asked for."""
    key = (id(packs), id(topic))
    if key not in _MADE:
        while len(_MADE) >= _MOST:
            del _MADE[next(iter(_MADE))]
        _MADE[key] = (packs, topic, _make(packs, topic))
    return _MADE[key][2]


# By identity, since neither hashes; the values are held too, so that no other takes their place in memory.
_MADE: dict[tuple[int, int], tuple[Mapping[str, LanguagePack], Topic, Words]] = {}
_MOST = 8


def _make(packs: Mapping[str, LanguagePack], topic: Topic) -> Words:
    pages = [pack.page for pack in packs.values()]
    times = [pack.time for pack in packs.values()]
    names = _names(topic.outlets.values())
    return Words(
        packs=packs,
        default=topic.languages[0] if topic.languages else "",
        furniture=_furniture([*topic.furniture, *(line for page in pages for line in page.lines)], topic.trims),
        labels=_any(label for page in pages for label in page.labels),
        credits=_any((credit for page in pages for credit in page.credits), r"(?:{})\s*$"),
        clock=frozenset(
            word.lower()
            for words in (
                *(time.months for time in times),
                *(time.weekdays for time in times),
                *(page.header for page in pages),
            )
            for word in words
        ),
        of_outlet={outlet.id: _furniture(outlet.furniture, outlet.trims) for outlet in topic.outlets.values()},
        names={name.casefold(): id for name, id in names},
        named=_any(_spellings(name for name, _ in names), r"(?<![\w.-])(?:{})(?![\w-])", flags=re.NOFLAG),
    )


def _names(outlets: Iterable[Outlet]) -> list[tuple[str, str]]:
    return [(name, outlet.id) for outlet in outlets for name in (outlet.id, outlet.name, *outlet.aliases)]


def _spellings(names: Iterable[str]) -> list[str]:
    """Names of four letters or more, longest first: "RT" in a line says little."""
    both = {spelling for name in names if len(name) >= 4 for spelling in (name, name.upper())}
    return [re.escape(name) for name in sorted(both, key=lambda name: (-len(name), name))]


def _furniture(lines: Iterable[str], trims: Iterable[str]) -> PageFurniture:
    trims = tuple(trims)
    return PageFurniture(_any(lines), _any(trims, r"^(?:{})"), _any(trims, r"(?:{})$"))


def _any(patterns: Iterable[str], frame: str = "(?:{})", *, flags: re.RegexFlag = re.IGNORECASE) -> re.Pattern[str]:
    """Compile patterns as one that fits where any of them does; nothing if there are none."""
    each = [f"(?:{pattern})" for pattern in patterns]
    return re.compile(frame.replace("{}", "|".join(each)), flags) if each else NOTHING
