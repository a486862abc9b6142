"""What language packs say of clauses, verbs and sayings, made ready once for all the sentences that become titles."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from site_src.languages.lexicon import Lexicon, Lists, lexicon
from site_src.languages.pack import LanguagePack


@dataclass(frozen=True, slots=True)
class Grammar:
    """What a language's pack says of clauses, made ready for many sentences."""

    lists: Lexicon | None = None
    small: frozenset[str] = frozenset()
    """The language's small words: a title does not end after one, and may be cut before one."""
    verb: re.Pattern[str] = re.compile("")


def grammar(pack: LanguagePack) -> Grammar:
    """Make a pack ready; remembered."""
    lists = (
        ("under", pack.speech.clauses),
        ("joins", pack.speech.joins),
        ("says", (*pack.speech.verbs, *pack.speech.according, *pack.speech.attribution)),
        ("conditions", pack.speech.conditions),
        ("denied", pack.stance.denied),
    )
    words = (*pack.stance.past, *pack.stance.planned, *pack.stance.denied)
    return _grammar(lists, pack.sentences.common, pack.numbers.noun_ends, words)


@lru_cache(maxsize=64)
def _grammar(lists: Lists, common: tuple[str, ...], noun_ends: tuple[str, ...], words: tuple[str, ...]) -> Grammar:
    verbs = "|".join((*noun_ends, *map(re.escape, words)))
    return Grammar(
        lexicon(lists),
        frozenset(common),
        re.compile(rf"\b(?:{verbs})\b", re.IGNORECASE) if verbs else re.compile(""),
    )


UNKNOWN = Grammar()
