"""Compile a pack's time rules: one cheap trigger over the text, and for each trigger the rules that begin there.

The trigger is a single regular expression of all first words and of figures. Rules that begin with the same words are
one finder, an alternation in the pack's order: the first rule that fits wins, so longer wordings stand first.
Everything is compiled when it is first needed, once a process.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from site_src.languages.pack import LanguagePack, Rule
from site_src.languages.patterns import DIGITS, Slot, any_of, expand, first_words

BEFORE = r"[\s(\[\"';:>*«“”‘’„–—|=,]"
"""What may stand directly before a time expression; a text's first letter has a space put before it."""
AFTER = r"(?![\w%]|[.,:/-][0-9]|-\w)"
"""A match ends with its word; a figure does not go on."""


@dataclass(frozen=True, slots=True)
class Finder:
    """The rules that can begin with one set of words."""

    search: re.Pattern[str]
    rules: tuple[tuple[Rule, re.Pattern[str], tuple[Slot, ...]], ...]


@dataclass(slots=True)
class Rules:
    """A pack's rules by their first words; finders are compiled when a text first needs them."""

    pack: LanguagePack
    more: dict[str, tuple[str, ...]]
    series: dict[str, str]
    """Names of series in this language and their ids."""
    trigger: re.Pattern[str]
    by_word: dict[str, tuple[Rule, ...]]
    finders: dict[tuple[str, ...], Finder] = field(default_factory=dict)
    by_trigger: dict[str, Finder] = field(default_factory=dict)

    def finder(self, word: str) -> Finder:
        """Give the finder of the rules that begin with this word, or with a figure."""
        found = self.by_trigger.get(word)
        if found is None:
            key = DIGITS if word[:1].isdigit() else word
            rules = self.by_word.get(key, ())
            names = tuple(rule.name for rule in rules)
            found = self.finders.get(names) or self.finders.setdefault(names, self._compile(rules))
            if key == word:
                self.by_trigger[word] = found
        return found

    def _compile(self, rules: tuple[Rule, ...]) -> Finder:
        time = self.pack.time
        branches, compiled = [], []
        for rule in rules:
            lead = _lead(rule)
            branches.append(f"{lead}{expand(rule.pattern, time, self.more, capture=False)[0]}{AFTER}()")
            pattern, slots = expand(rule.pattern, time, self.more)
            compiled.append((rule, re.compile(f"{lead}{pattern}{AFTER}"), slots))
        return Finder(re.compile("|".join(branches)), tuple(compiled))


def _lead(rule: Rule) -> str:
    """Write the words that have to stand before a match as one condition."""
    if not rule.after:
        return ""
    return "(?:" + "|".join(rf"(?<=[^\w]{re.escape(word)} )" for word in rule.after) + ")"


@lru_cache(maxsize=64)
def _rules(code: str, digest: str, series: tuple[tuple[str, str], ...]) -> dict[str, Rules]:
    return {}


def rules_of(pack: LanguagePack, series: tuple[tuple[str, str], ...]) -> Rules:
    """Give a pack's rules, prepared once for each pack and table of series (`(name in the text, id)`)."""
    held = _rules(pack.code, pack.digest, series)
    if "rules" not in held:
        held["rules"] = _prepare(pack, series)
    return held["rules"]


def _prepare(pack: LanguagePack, series: tuple[tuple[str, str], ...]) -> Rules:
    names = dict(series)
    more = {
        "number": tuple(pack.numbers.words),
        "ordinal": tuple(pack.numbers.ordinal_words),
        "series": tuple(names),
    }
    by_word: dict[str, tuple[Rule, ...]] = {}
    for rule in pack.rules:
        if "<series>" in rule.pattern and not names:
            continue
        for word in first_words(rule.pattern, pack.time, more):
            by_word[word] = (*by_word.get(word, ()), rule)
    words = any_of([word for word in by_word if word != DIGITS])
    trigger = re.compile(rf"{BEFORE}(?P<word>{words}(?!\w)|[0-9]{{1,4}}(?![0-9]))")
    return Rules(pack, more, names, trigger, by_word)
