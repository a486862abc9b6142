"""Find time expressions and say what their words mean: "Rabu (3/7/2024)" is a Wednesday, day 3, month 7, year 2024.

Which day that is decides `articles.resolve`, by the article's clock. Nothing here knows a clock.
"""

from __future__ import annotations

from collections.abc import Sequence

from site_src.languages.pack import LanguagePack
from site_src.mentions.times_ages import is_age
from site_src.mentions.times_context import is_elsewhere
from site_src.mentions.times_finder import rules_of
from site_src.mentions.times_fold import fold
from site_src.mentions.times_guard import is_no_date
from site_src.mentions.times_join import join
from site_src.mentions.times_names import in_name, is_name, word_before
from site_src.model import TimeExpression
from site_src.topic.values import Series


def find_times(
    text: str, pack: LanguagePack, series: Sequence[Series] = (), *, order: str = ""
) -> tuple[TimeExpression, ...]:
    """Give every time expression of a text in order, without overlaps.

    `text` may be a whole source or a sentence; offsets count its code points and `text[start:end]` is the words. With
    `series`, the n-th meeting of one of them is a time expression too; without, "the 17th summit" is none. `order` is
    how the text's outlet writes a date in figures, `dmy` or `mdy`; empty: as the language does. Takes time in
    proportion to the text's length.
    """
    rules = rules_of(pack, _names(series, pack.code))
    folded, order = " " + fold(text), order or pack.time.order
    found: list[TimeExpression] = []
    compiled = rules.compiled
    reached = 1
    for start, tried in rules.starts(f"{folded} "):
        if start < reached:
            continue
        word: str | None = None
        for rule in tried.before(folded, start):
            one = compiled.get(rule.name) or rules.compile(rule)
            match = one.pattern.match(folded, start)
            if match is None:
                continue
            if word is None:
                word = word_before(folded, start)
            if is_no_date(text, match, word, pack) or is_name(text, match, word, rule, pack):
                continue
            if is_elsewhere(text, match, word, rule, pack):
                continue
            meant = rules.meant(one, match, order)
            if meant is None and "successive" in rule.options:
                continue
            reached = match.end()
            if in_name(text, match, pack) or is_age(text, match, rule, pack):
                break
            if meant is not None:
                begin, end = start - 1, reached - 1
                found.append(TimeExpression(begin, end, text[begin:end], *meant))
            break
    return join(text, folded, found, pack)


def _names(series: Sequence[Series], language: str) -> tuple[tuple[str, str], ...]:
    return tuple((name, one.id) for one in series for name in one.names_in_text.get(language, ()))
