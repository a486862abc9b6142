"""Give names that no table knows one form in an article: the short name for the long one, the full name for a part.

"the Sailors' Guild (SG)" ... "SG"              ->  SG, SG
"Mayor Haris Bungaran" ... "Haris", "Bungaran"  ->  Haris Bungaran each time
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from msgspec.structs import replace

from site_src.model import EntityMention


def _words(mention: EntityMention) -> str:
    return " ".join(mention.text.split())


def _short_names(mentions: Sequence[EntityMention], source: str) -> dict[str, str]:
    """Find what stands in brackets behind a longer name: its short name."""
    found = {}
    for long, short in pairwise(mentions):
        closed = source[short.end : short.end + 1] == ")" and short.text.isupper()
        if closed and source[long.end : short.start].strip() == "(":
            found[_words(long)] = _words(short)
    return found


def _full_names(names: Sequence[str]) -> dict[str, str]:
    """Find of which full name a first or last word is a part: of the only one, and only after it was introduced."""
    parts: dict[str, set[str]] = {}
    alone: set[str] = set()
    singles = {name for name in names if " " not in name}
    for name in dict.fromkeys(names):
        if name in singles:
            alone.add(name)
            continue
        ends = {name.partition(" ")[0], name.rpartition(" ")[2]} & singles - alone
        if ends and all(word[:1].isupper() for word in name.split()):
            for word in ends:
                parts.setdefault(word, set()).add(name)
    return {word: min(names) for word, names in parts.items() if len(names) == 1 and not word.isupper()}


def named_alike(mentions: Sequence[EntityMention], source: str) -> tuple[EntityMention, ...]:
    """Give the mentions with one form for each unknown name; those that a table knows stay as they are."""
    unknown = [mention for mention in mentions if not mention.entity]
    if not unknown:
        return tuple(mentions)
    forms: Mapping[str, str] = {**_full_names([_words(each) for each in unknown]), **_short_names(unknown, source)}
    if not forms:
        return tuple(mentions)
    return tuple(
        replace(mention, entity=forms[_words(mention)]) if not mention.entity and _words(mention) in forms else mention
        for mention in mentions
    )
