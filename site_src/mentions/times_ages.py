"""Keep ages out: how old somebody is says nothing of when. "berusia 45 tahun", "anak di bawah tiga tahun"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from site_src.languages.pack import LanguagePack, Rule, TimeWords
from site_src.languages.patterns import any_of

NEAR = 60
"""How far before a length its words are looked for, in code points."""
NAMED = re.compile(r"[A-ZÀ-Þ][\w'’-]*,? ?[,(]\s?\Z")
"""A name and the comma or bracket after it."""
CLOSED = re.compile(r"\s?[,.)]")


class _Ages(NamedTuple):
    told: re.Pattern[str]
    limited: re.Pattern[str]
    terms: re.Pattern[str]
    units: re.Pattern[str]


def is_age(text: str, match: re.Match[str], rule: Rule, pack: LanguagePack) -> bool:
    """Tell whether a length in months or years is how old somebody is.

    After a word for ages, up to three words between ("berusia 17 hingga 20 tahun"); directly after a person ("bocah 7
    tahun"); after a limit, unless what is limited has a length itself ("anak di bawah 17 tahun", but "hukuman di bawah
    lima tahun"); after a name between commas or brackets ("Laras, 38 tahun,").
    """
    if rule.reads != "duration" or not pack.time.ages:
        return False
    words, folded, start = _ages(pack.code, pack.digest, pack.time), match.string, match.start()
    if not words.units.search(match[0]):
        return False
    before = max(0, start - NEAR)
    if words.told.search(folded, before, start):
        return True
    if words.limited.search(folded, before, start):
        return not words.terms.search(folded, before, start)
    named = match[0][0].isdigit() and NAMED.search(text, max(0, start - 40), start - 1)
    return bool(named) and CLOSED.match(text, match.end() - 1) is not None


@lru_cache(maxsize=16)
def _held(code: str, digest: str) -> list[_Ages]:
    return []


def _ages(code: str, digest: str, time: TimeWords) -> _Ages:
    held = _held(code, digest)
    if not held:
        units = {**time.lists.get("unit", {}), **time.lists.get("one", {})}
        long = [word for word, unit in units.items() if unit in ("month", "year")]
        between = rf"(?: (?!{any_of(long)})(?:\d+,|[^\s.,;:()]+)){{0,3}}"
        told = rf"(?<!\w)(?:{any_of(time.ages)}{between}|{_words(time.people)}) \Z"
        held.append(_Ages(
            re.compile(told),
            re.compile(rf"(?<!\w){_words(time.limits)} \Z"),
            re.compile(rf"(?<!\w){_words(time.terms)}"),
            re.compile(rf"(?<!\w){_words(long)}"),
        ))  # fmt: skip
    return held[0]


def _words(listed: tuple[str, ...] | list[str]) -> str:
    return any_of(listed) if listed else r"(?!)"
