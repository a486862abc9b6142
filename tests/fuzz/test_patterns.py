"""No regular expression takes more than linear time on its worst: each is fed long runs and what it repeats itself.

Time is that of the processor for this thread, the least of three, and only its growth counts. Patterns that are never
searched for in anything long are exempt, each with the reason.
"""

from __future__ import annotations

import re
import time

import pytest

from tests.fuzz.patterns import compiled, worst

SIZES = (500, 2_000, 8_000)
TOO_MUCH = 0.02
"""Seconds below which growth is not looked at: the clock's own noise."""
GROWTH = 9.0
"""Times as much for four times the input; linear is 4, quadratic 16."""
WHOLE = "matched as a whole or from a place on, so that it is tried once"
BEHIND = "looks back over a few characters only"
SHORT = "read from short strings only, whose length is checked"
OURS = "reads the program's own packs and pictures, or the settings of its editor"
BOUNDED = {
    "site_src/pages/reasons.py": SHORT, "site_src/pages/quality_problems.py": WHOLE, "site_src/pages/markdown.py": WHOLE,
    "site_src/pages/chronology_references.py": OURS, "site_src/topic/curated.py": WHOLE, "site_src/topic/own_pages.py": WHOLE,
    "site_src/topic/tables.py": WHOLE, "site_src/topic/site.py": WHOLE, "site_src/topic/settings.py": SHORT,
    "site_src/topic/front.py": WHOLE, "site_src/topic/outlets.py": OURS, "site_src/topic/regular.py": OURS, "site_src/texts/words.py": BEHIND,
    "site_src/texts/headers.py": SHORT, "site_src/texts/datelines.py": SHORT, "site_src/texts/sentences.py": WHOLE,
    "site_src/languages/markers.py": BEHIND, "site_src/languages/second_words.py": OURS, "site_src/languages/loading.py": OURS,
    "site_src/mentions/times_names.py": BEHIND, "site_src/mentions/times_context.py": BEHIND, "site_src/mentions/times_ages.py": BEHIND,
    "site_src/mentions/numerals.py": WHOLE, "site_src/statements/teller.py": WHOLE, "site_src/statements/speakers.py": WHOLE,
    "site_src/statements/places.py": WHOLE, "site_src/corpus/front_matter.py": WHOLE, "site_src/corpus/page.py": SHORT,
    "site_src/corpus/headline.py": SHORT, "site_src/cli/__init__.py": SHORT, "site_src/exports/editions/pictures.py": OURS,
}  # fmt: skip


def _cost(pattern: re.Pattern[str], text: str, *, anywhere: bool) -> float:
    """Give the seconds that matching at the beginning takes, or searching everywhere."""
    best = 1e9
    for _ in range(3):
        began = time.thread_time()
        if anywhere:
            for _found in pattern.finditer(text):
                pass
        else:
            pattern.match(text)
        best = min(best, time.thread_time() - began)
    return best


def grows(pattern: re.Pattern[str], *, anywhere: bool) -> str:
    """Name an input on which a pattern takes more than linear time; empty if none was found."""
    for before, run, after in worst(pattern.pattern, pattern.flags):
        last = None
        for size in SIZES:
            cost = _cost(pattern, before + run * (size // len(run)) + after, anywhere=anywhere)
            if last is not None and cost > TOO_MUCH and cost / max(last, 1e-6) > GROWTH:
                return f"{before!r} {run!r} {after!r}: {cost:.3f} s for {size} characters"
            if cost > 1:
                return f"{before!r} {run!r} {after!r}: {cost:.3f} s for {size} characters"
            last = cost
    return ""


def _counts(file: str, *, anywhere: bool) -> bool:
    """Tell whether growth counts: what is never searched for in long texts must still match in linear time."""
    reason = BOUNDED.get(file, "")
    return not reason or (not anywhere and reason not in (SHORT, OURS))


@pytest.fixture(scope="module")
def patterns() -> list[tuple[re.Pattern[str], str]]:
    return [(re.compile(pattern, flags), file) for pattern, flags, file in compiled()]


def test_patterns_were_found(patterns: list[tuple[re.Pattern[str], str]]):
    """The rules of every pack and the patterns of every stage are among those that are tried."""
    files = {file.split("/")[1] for _, file in patterns}

    assert len(patterns) > 1_000
    assert {"corpus", "texts", "mentions", "statements", "events", "languages", "topic", "pages"} <= files


def test_slow_pattern_is_seen():
    """The test itself sees a quadratic and an exponential pattern."""
    assert grows(re.compile(r"\s+$"), anywhere=True)
    assert grows(re.compile(r"(?:a|b)*(?:a|c)*(?:a|d)*x"), anywhere=False)
    assert not grows(re.compile(r"\w+"), anywhere=True)


@pytest.mark.proof
def test_every_pattern_is_linear(patterns: list[tuple[re.Pattern[str], str]]):
    """Matched from a place on, and searched for anywhere, no pattern grows faster than its input."""
    slow = [
        f"{file}: {pattern.pattern[:100]!r} {'searched' if anywhere else 'matched'} on {found}"
        for pattern, file in patterns
        for anywhere in (False, True)
        if _counts(file, anywhere=anywhere) and (found := grows(pattern, anywhere=anywhere))
    ]
    print(f"{len(patterns)} patterns", *slow, sep="\n")

    assert slow == []


def test_every_twentieth_pattern_is_linear(patterns: list[tuple[re.Pattern[str], str]]):
    """The same for one of twenty."""
    slow = [
        pattern.pattern[:100]
        for pattern, file in patterns[::20]
        if file not in BOUNDED and grows(pattern, anywhere=True)
    ]

    assert slow == []
