"""The word lists that telling looks for: a language's words for speech and stance, and a topic's trigger words."""

from __future__ import annotations

from collections.abc import Mapping

from site_src.languages.lexicon import Lexicon, lexicon
from site_src.languages.pack import LanguagePack
from site_src.topic.values import Topic

SPEECH = (
    "verbs",
    "according",
    "attribution",
    "pairs",
    "pronouns",
    "groups",
    "titles",
    "clauses",
    "frames",
    "ahead",
    "joins",
    "relations",
    "where",
    "again",
    "last",
    "later",
    "conditions",
    "states",
    "seeming",
    "settings",
    "apart",
    "refers",
    "same_day",
    "bounding",
    "dating",
)
STANCE = ("planned", "denied", "recalled")


def in_language(table: Mapping[str, tuple[str, ...]], language: str) -> tuple[str, ...]:
    """Give a table's words in a language; all of them where the language is not known."""
    if language:
        return table.get(language, ())
    return tuple(word for code in sorted(table) for word in table[code])


def word_lists(topic: Topic, language: str, pack: LanguagePack | None) -> Lexicon:
    """Prepare the lists for articles in one language."""
    lists: list[tuple[str, tuple[str, ...]]] = []
    if pack:
        lists += [(name, tuple(getattr(pack.speech, name))) for name in SPEECH]
        lists += [(name, tuple(getattr(pack.stance, name))) for name in STANCE]
        bounds = pack.time.lists.get("bounds", {})
        lists.append(("since then", tuple(word for word, edge in sorted(bounds.items()) if edge == "after")))
    for kind in topic.kinds:
        lists.append((f"kind {kind.id}", in_language(kind.triggers, language)))
        lists.append((f"not {kind.id}", in_language(kind.refuses, language)))
    for status in topic.statuses:
        lists.append((f"is {status.id}", in_language(status.words, language)))
        lists.append((f"list {status.id}", in_language(status.lists, language)))
        lists.append((f"not status {status.id}", in_language(status.refuses, language)))
    for measure in topic.measures:
        for id, trait in measure.traits.items():
            lists.append((f"trait {measure.id} {id}", in_language(trait.words, language)))
    lists += [(f"series {series.id}", in_language(series.names_in_text, language)) for series in topic.series]
    return lexicon(tuple(lists))
