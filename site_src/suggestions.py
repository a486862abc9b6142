"""Timeline -> what an editor could add to the tables: unknown names, outlets and verbs, with their counts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from site_src.issues import visible
from site_src.languages import phrases
from site_src.languages.pack import LanguagePack
from site_src.model import Article, Event
from site_src.topic.values import Topic

_MOST = 40
"""Lines of each kind: more than an editor reads at a sitting."""
_WORD = re.compile(r"[^\W\d_]{4,}")


def lines(
    articles: Sequence[Article], events: Sequence[Event], topic: Topic, packs: Mapping[str, LanguagePack]
) -> Iterator[str]:
    """List names for `tables/*.csv`, outlets for `outlets.toml` and words for `kinds.toml`, the most frequent first."""
    yield from _listed("# names that no table knows: count, name", _names(articles))
    yield from _listed("# outlets that outlets.toml does not know: count, name", _outlets(articles, topic))
    yield from _listed("# words of dated sentences that no kind knows: count, language, word", _words(events, packs))


def _listed(head: str, counted: Counter[str]) -> Iterator[str]:
    yield head
    for name, number in sorted(counted.items(), key=lambda item: (-item[1], item[0]))[:_MOST]:
        yield f"{number:5}  {visible(name)}"


def _names(articles: Sequence[Article]) -> Counter[str]:
    return Counter(
        mention.text for article in articles for mention in article.mentions.entities if mention.kind == "name"
    )


def _outlets(articles: Sequence[Article], topic: Topic) -> Counter[str]:
    named = [
        outlet for article in articles for outlet in (article.text.outlet, *(r.outlet for r in article.front.retells))
    ]
    known = {name.lower() for outlet in topic.outlets.values() for name in (outlet.id, outlet.name, *outlet.aliases)}
    return Counter(name for name in named if name and name.lower() not in known)


def _words(events: Sequence[Event], packs: Mapping[str, LanguagePack]) -> Counter[str]:
    """Count the lower-case words of entries of no kind; words of saying, of time and those of any text are no news."""
    plain = {code: _plain_words(pack) for code, pack in packs.items()}
    found: Counter[str] = Counter()
    for event in events:
        if event.kind != "general":
            continue
        for statement in event.statements:
            language = next(iter(event.title_language.values()), "")
            for word in set(_WORD.findall(statement.evidence.quote)):
                if word.islower() and not (language in plain and plain[language].fullmatch(word)):
                    found[f"{language}  {word}"] += 1
    return found


def _plain_words(pack: LanguagePack) -> re.Pattern[str]:
    speech, time, numbers, stance = pack.speech, pack.time, pack.numbers, pack.stance
    said = (*speech.verbs, *speech.according, *speech.attribution, *speech.titles, *speech.frames, *speech.clauses)
    dated = (
        *time.months,
        *time.weekdays,
        *(word for words in (*time.lists.values(), *time.words.values()) for word in words),
    )
    counted = (*numbers.words, *numbers.ordinal_words, *numbers.scales)
    told = (*stance.planned, *stance.recalled, *stance.past)
    return phrases.any_of((*pack.sentences.common, *pack.sentences.particles, *said, *dated, *counted, *told))
