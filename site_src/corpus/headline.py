"""A page's title: the heading that its head confirms, else the head's own without the site's name.

<title>Gates Open - The Example</title>, <h1>The Example</h1>, <h1>Gates Open</h1>  ->  "Gates Open"
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

WORD = re.compile(r"\w+")
PARTING = re.compile(r"(\s+(?:[-–—|•·»:~]|::|//)\s+|\s*\|\s*|(?<=\w):\s+)")
"""What stands between a title and a site's name; caught, so that what is kept can be put together again."""
MOST = 12
"""Dashes and bars of a title that part it: of a thousand of them there would be half a million parts."""
LIKE = 0.25
"""Share of words in common from which a heading is the title that the head tells, in other words perhaps."""
NAME_WORDS = 5
"""What is longer is no site's name."""
SHORTEST = 3
"""Words of a title that stand alone on the page, and letters of a site's name."""


def headline(headings: Sequence[str], declared: Sequence[str], names: Sequence[str], lines: Collection[str]) -> str:
    """Choose the title: a heading that is like what the head declares; what it declares, if that stands on the page;
    the only long heading; else what the head declares, without the site.

    `declared` has the surest first; `names` are the site's; `lines` are what stands alone on the page.
    """
    told = [title for title in declared if title]
    own = [each for each in headings if each and not _is_name(each, names) and not _is_end(each, told)]
    best = max(own, key=lambda heading: (likeness(heading, told), -len(heading)), default="")
    if best and (not told or likeness(best, told) >= LIKE):
        return best
    alone = {_squeezed(line) for line in lines}
    found = (part for title in told for part in _parts(title) if part.count(" ") >= SHORTEST - 1)
    long = [heading for heading in own if heading.count(" ") >= SHORTEST]
    return (
        next((part for part in found if _squeezed(part) in alone), "")
        or (long[0] if len(long) == 1 else "")
        or (_bare(told[0], names) if told else "")
    )


def likeness(words: str, told: Sequence[str]) -> float:
    """Give the largest share of words that a line has in common with one of the titles (Jaccard's index)."""
    one = _words(words)
    shares = (len(one & other) / len(one | other) for title in told if (other := _words(title)) and one)
    return max(shares, default=0.0)


def _is_end(heading: str, told: Sequence[str]) -> bool:
    """Tell whether a heading is the shorter end of a title: the site's name behind a dash."""
    split = [PARTING.split(title, MOST) for title in told]
    ends = [(pieces[-1], "".join(pieces[:-2])) for pieces in split if len(pieces) > 1]
    return any(_squeezed(end) == _squeezed(heading) and len(_words(end)) < len(_words(rest)) for end, rest in ends)


def _words(text: str) -> set[str]:
    return set(WORD.findall(text.casefold()))


def _parts(title: str) -> Iterator[str]:
    """Give a title and all that is left of it when ends of it are cut off, the longest first."""
    pieces = PARTING.split(title, MOST)
    runs = [
        (end - start, start, end) for start in range(0, len(pieces), 2) for end in range(start + 1, len(pieces) + 1, 2)
    ]
    for _, start, end in sorted(runs, key=lambda run: -run[0]):
        yield "".join(pieces[start:end])


def _bare(title: str, names: Sequence[str]) -> str:
    """Cut the site's names off both ends; where none is known, the last part behind a dash or a bar, if it is short."""
    pieces = PARTING.split(title, MOST)
    known = len(pieces)
    while len(pieces) > 1 and _is_name(pieces[-1], names):
        pieces = pieces[:-2]
    while len(pieces) > 1 and _is_name(pieces[0], names):
        pieces = pieces[2:]
    if (
        len(pieces) == known > 1
        and ":" not in pieces[-2]
        and len(_words(pieces[-1])) <= min(NAME_WORDS, len(_words(pieces[0])) - 1)
    ):
        pieces = pieces[:-2]
    return "".join(pieces)


def _is_name(words: str, names: Sequence[str]) -> bool:
    """Tell whether words are a name of the site, or hold little else: as it calls itself, or as in its address."""
    said = _squeezed(words)
    known = [name for each in names if len(name := _squeezed(each)) >= SHORTEST]
    short = len(words.split()) <= NAME_WORDS
    return short and any(
        said == name
        or (name in said and len(name) * 2 >= len(said))
        or (len(said) >= SHORTEST and name.startswith(said))
        for name in known
    )


def _squeezed(text: str) -> str:
    return "".join(WORD.findall(text.casefold()))
