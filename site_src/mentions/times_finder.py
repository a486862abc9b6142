"""Prepare a pack's time rules: one cheap trigger over the text, and for each trigger the rules that begin there.

The trigger is one automaton of all first words and of figures, so text without a word of time costs next to nothing.
Where one stands, the rules that can begin with it are tried in the pack's order: the first that fits wins, so longer
wordings stand first in the pack. A rule is compiled when a text first needs it, once a process.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Literal, NamedTuple, TypeVar

from ahocorasick_rs import AhoCorasick, MatchKind

from site_src.languages.pack import LanguagePack, Rule
from site_src.languages.patterns import DIGITS, expand, first_words
from site_src.languages.second_words import ANY, MOST_DIGITS, WORD, Starts, first_two, shape, shapes
from site_src.mentions.plain import GAP
from site_src.mentions.times_meaning import read, set_by, timex_type
from site_src.mentions.times_values import Fill, fills
from site_src.model import Meaning

BEFORE = '\n([";:>*«“”‘’„–—|=,' + GAP
"""What may stand directly before a time expression besides a space and an opening quote."""
AFTER = r"(?![\w%]|[.,:/-][0-9]|-\w)"
"""A match ends with its word; a figure does not go on."""
T = TypeVar("T")
SURROGATES = re.compile("[\ud800-\udfff]")


class Compiled(NamedTuple):
    """A rule ready to match folded text."""

    rule: Rule
    pattern: re.Pattern[str]
    fills: tuple[Fill, ...]
    told: dict[str, Any]
    """The fields of the meaning that the rule itself sets."""


Meant = tuple[Literal["DATE", "TIME", "DURATION", "SET"], str, Meaning]
"""The type, the rule and the meaning of an expression."""
REMEMBERED = 20_000
"""So many words with their meanings are kept, a few megabytes."""
MANY = 6
"""From so many rules on, those that begin with a word are told apart by the word after it."""
NEXT = re.compile(r"\w+\W*(\w*)")


class Tried(NamedTuple):
    """The rules that can begin with a word or a figure, in the pack's order."""

    all: tuple[Rule, ...]
    by_next: dict[str | tuple[int, str], tuple[Rule, ...]]
    """Those that can go on with a word; of figures, those of a shape; empty where that is not asked."""
    otherwise: dict[int, tuple[Rule, ...]]
    """Those that can go on with anything, or end, by the number of a figure's digits; 0 for words."""

    def before(self, folded: str, start: int) -> tuple[Rule, ...]:
        """Give the rules to try at a place."""
        if not self.by_next:
            return self.all
        if folded[start].isdigit():
            figure = shape(folded, start)
            found = self.by_next.get(figure)
            return self.otherwise[figure[0]] if found is None else found
        after = NEXT.match(folded, start)
        if after is None:
            return self.all
        word = after[1]
        return self.by_next.get(DIGITS if word[:1].isdigit() else word, self.otherwise[0])


@dataclass(slots=True)
class Rules:
    """A pack's rules by their first words; compiled when a text first needs them."""

    pack: LanguagePack
    more: dict[str, tuple[str, ...]]
    series: dict[str, str]
    """Names of series in this language and their ids."""
    triggers: AhoCorasick
    keys: tuple[str, ...]
    """The trigger's words, as the automaton counts them; `DIGITS` for figures."""
    by_word: dict[str, tuple[Rule, ...]]
    compiled: dict[str, Compiled] = field(default_factory=dict)
    by_key: dict[str, Tried] = field(default_factory=dict)
    starts_of: dict[str, Starts] = field(default_factory=dict)
    """The first two words of what a rule matches, by its name."""
    meanings: dict[tuple[str, str, str], Meant | None] = field(default_factory=dict)
    """What words were read as by a rule and an order of figures: news says "tahun lalu" again and again."""

    def meant(self, compiled: Compiled, match: re.Match[str], order: str) -> Meant | None:
        """Give what the words of a match mean; None where its figures are no date. Remembered."""
        key = (compiled.rule.name, match[0], order)
        if key not in self.meanings:
            if len(self.meanings) >= REMEMBERED:
                self.meanings.clear()
            meaning = read(match, compiled.rule, compiled.fills, compiled.told, order=order)
            self.meanings[key] = None if meaning is None else (timex_type(meaning), compiled.rule.name, meaning)
        return self.meanings[key]

    def starts(self, folded: str) -> Iterator[tuple[int, Tried]]:
        """Give the places where a rule can begin, in order, with the rules that can begin with the word there.

        `folded` has a space before its first letter and after its last one.
        """
        spaced = folded
        for letter in BEFORE:  # faster than str.translate where a text is not ASCII
            spaced = spaced.replace(letter, " ")
        known, keys = self.by_key, self.keys
        for key, start, end in self._hits(spaced.replace(" '", "  ")):
            word = keys[key]
            if word == DIGITS or not spaced[end].isalpha():
                yield start + 1, known.get(word) or self._prepare(word)

    def _hits(self, spaced: str) -> list[tuple[int, int, int]]:
        try:
            return self.triggers.find_matches_as_indexes(spaced)
        except UnicodeEncodeError:
            return self.triggers.find_matches_as_indexes(SURROGATES.sub("?", spaced))

    def _prepare(self, word: str) -> Tried:
        rules = self.by_word[word]
        tried = Tried(rules, {}, {})
        if word == DIGITS:
            known = [shapes(rule.pattern, self.pack.time, self.more) for rule in rules]
            lengths = range(1, MOST_DIGITS + 1)
            tried.otherwise.update({length: _those(rules, known, (length, ANY)) for length in lengths})
            for one in sorted(frozenset().union(*known)):
                tried.by_next[one] = _those(rules, known, one, (one[0], ANY))
        elif len(rules) >= MANY:
            nexts = [self._nexts(rule, word) for rule in rules]
            tried.otherwise[0] = _those(rules, nexts, ANY)
            for after in sorted(frozenset().union(*nexts)):
                tried.by_next[after] = _those(rules, nexts, after, ANY)
        self.by_key[word] = tried
        return tried

    def _nexts(self, rule: Rule, word: str) -> frozenset[str]:
        """Give the words that can come after a rule's first one; `ANY` where the rule can end there too."""
        starts = self.starts_of.get(rule.name)
        if starts is None:
            starts = self.starts_of[rule.name] = first_two(rule.pattern, self.pack.time, self.more)
        first = (WORD.findall(word)[0], ANY)
        return frozenset(start[1] if len(start) == 2 else ANY for start in starts if start and start[0] in first)

    def compile(self, rule: Rule) -> Compiled:
        """Prepare a rule to match, the first time that it is tried."""
        pattern, slots = expand(rule.pattern, self.pack.time, self.more)
        filled = fills(slots, self.pack, self.series)
        known = re.compile(f"{_lead(rule)}{pattern}{AFTER}")
        compiled = self.compiled[rule.name] = Compiled(rule, known, filled, set_by(rule))
        return compiled


def _those(rules: Sequence[Rule], known: Sequence[frozenset[T]], *starts: T) -> tuple[Rule, ...]:
    """Give the rules that can begin with one of these."""
    return tuple(each for each, its in zip(rules, known, strict=True) if not its.isdisjoint(starts))


def _lead(rule: Rule) -> str:
    """Write the words that have to stand before a match as one condition."""
    if not rule.after:
        return ""
    return "(?:" + "|".join(rf"(?<=[^\w]{re.escape(word)} )" for word in rule.after) + ")"


@lru_cache(maxsize=64)
def _held(code: str, digest: str, series: tuple[tuple[str, str], ...]) -> dict[str, Rules]:
    return {}


def rules_of(pack: LanguagePack, series: tuple[tuple[str, str], ...]) -> Rules:
    """Give a pack's rules, prepared once for each pack and table of series (`(name in the text, id)`)."""
    held = _held(pack.code, pack.digest, series)
    if "rules" not in held:
        held["rules"] = _rules(pack, dict(series))
    return held["rules"]


def _rules(pack: LanguagePack, series: dict[str, str]) -> Rules:
    more = {"number": tuple(pack.numbers.words), "ordinal": tuple(pack.numbers.ordinal_words), "series": tuple(series)}
    by_word: dict[str, tuple[Rule, ...]] = {}
    for rule in pack.rules:
        if series or "<series>" not in rule.pattern:
            for word in first_words(rule.pattern, pack.time, more):
                by_word[word] = (*by_word.get(word, ()), rule)
    words = sorted(by_word.keys() - {DIGITS})
    figures = [str(figure) for figure in range(10)] if DIGITS in by_word else []
    triggers = AhoCorasick([f" {word}" for word in words + figures], matchkind=MatchKind.LeftmostLongest)
    return Rules(pack, more, series, triggers, (*words, *[DIGITS] * len(figures)), by_word)
