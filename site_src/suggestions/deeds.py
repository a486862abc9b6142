"""Dated sentences that no kind claims -> the verbs that may become kinds of event, each with a sentence of its own.

"The minister inaugurated the port on 3 May 2020."  ->  inaugurated (3 sentences), with "port" behind it
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from site_src.languages.pack import LanguagePack
from site_src.languages.phrases import any_of
from site_src.model import Article, Sentence
from site_src.topic.values import Topic

_WORD = re.compile(r"[^\W\d_]{3,}")
FEWEST = 2
"""Articles that must use a verb in dated sentences."""
_CLOSE = 45
"""Days of the longest stretch that counts as dated: a bare year is background."""
_LIKE = 0.6, 0.75
"""Parts of the shorter word that two forms of one verb share: behind their prefixes, or from their beginning on."""
_PREFIX = re.compile(r"[a-z]{2,4}(?=[(\[])")
_SAME_DAYS = 0.5


@dataclass(slots=True)
class Deed:
    """A verb of dated sentences; it grows while the sentences are read."""

    language: str
    forms: Counter[str] = field(default_factory=Counter)
    articles: set[str] = field(default_factory=set)
    days: set[str] = field(default_factory=set)
    behind: Counter[str] = field(default_factory=Counter)
    """Words right behind it: what it is done to."""
    examples: list[str] = field(default_factory=list)

    @property
    def verb(self) -> str:
        return min(self.forms, key=lambda form: (-self.forms[form], form))


@dataclass(frozen=True, slots=True)
class NewKind:
    """A kind of event that a topic may want: verbs by language, told on the same days."""

    deeds: tuple[Deed, ...]

    @property
    def articles(self) -> int:
        return len(set().union(*(deed.articles for deed in self.deeds)))


def new_kinds(articles: Sequence[Article], topic: Topic, packs: Mapping[str, LanguagePack]) -> tuple[NewKind, ...]:
    """Give the verbs that several articles use of a day, forms of one verb and languages of one deed together."""
    found: list[Deed] = []
    for article in articles:
        pack = packs.get(article.language)
        if pack is None or article.copy_of:
            continue
        for sentence, day in _dated(article):
            words = article.text.words(sentence)
            if not _claimed(words, article.language, topic):
                _count(found, article, pack, words, day)
    return tuple(sorted(_paired(found), key=lambda kind: (-kind.articles, kind.deeds[0].verb)))


def _dated(article: Article) -> Iterator[tuple[Sentence, str]]:
    """Give the sentences that name a day, or a stretch of a few weeks, once each."""
    days = [(time.expression.start, time.when) for time in article.times if time.when and time.when.days <= _CLOSE]
    for sentence in article.text.sentences:
        if sentence.role in ("lead", "body"):
            own = [when.edtf for start, when in days if sentence.start <= start < sentence.end]
            if own:
                yield sentence, own[0]


def _claimed(words: str, language: str, topic: Topic) -> bool:
    """Tell whether a kind that is more than a saying knows the sentence already."""
    return any(not kind.generic and any_of(kind.triggers.get(language, ())).search(words) for kind in topic.kinds)


def _count(found: list[Deed], article: Article, pack: LanguagePack, words: str, day: str) -> None:
    """Count the first verb of a sentence: those behind it say how and why."""
    deed_words, plain, prefixes = _pattern(pack), _plain(pack), _prefixes(pack)
    tokens = list(_WORD.finditer(words))
    for at, token in enumerate(tokens):
        word = token[0]
        if not word.islower() or not deed_words.fullmatch(word) or plain.fullmatch(word):
            continue
        deed = next((one for one in found if one.language == article.language and _alike(one, word, prefixes)), None)
        if deed is None:
            deed = Deed(article.language)
            found.append(deed)
        deed.forms[word] += 1
        deed.articles.add(article.id)
        deed.days.add(day)
        deed.examples.append(" ".join(words.split()))
        behind = tokens[at + 1][0] if at + 1 < len(tokens) else ""
        if behind.islower() and behind not in pack.sentences.common and not plain.fullmatch(behind):
            deed.behind[behind] += 1
        return


def _pattern(pack: LanguagePack) -> re.Pattern[str]:
    return re.compile("|".join(pack.sentences.deeds) or r"(?!)")


def _alike(deed: Deed, word: str, prefixes: tuple[str, ...]) -> bool:
    """Tell whether a word is another form of a verb: they share most of their end, or most of their beginning.

    Ends count only in a language whose verbs are told by their prefixes; where they are told by endings, ends are alike.
    """
    return any(_shared(form, word, prefixes) for form in deed.forms)


def _shared(one: str, two: str, prefixes: tuple[str, ...]) -> bool:
    by_end = one.startswith(prefixes) and two.startswith(prefixes) if prefixes else False
    need = max(4, round(_LIKE[0 if by_end else 1] * min(len(one), len(two))))
    return one == two or (one[-need:] == two[-need:] if by_end else one[:need] == two[:need])


def _prefixes(pack: LanguagePack) -> tuple[str, ...]:
    """Give the letters with which the patterns of a language's verbs begin: me, di, ber."""
    return tuple(match[0] for pattern in pack.sentences.deeds if (match := _PREFIX.match(pattern)))


def _plain(pack: LanguagePack) -> re.Pattern[str]:
    """Match words of saying, of time and of planning: they tell of no event."""
    speech, time, numbers, stance = pack.speech, pack.time, pack.numbers, pack.stance
    said = (*speech.verbs, *speech.according, *speech.attribution, *speech.titles, *speech.frames, *speech.clauses)
    dated = (
        *time.months,
        *time.weekdays,
        *(word for words in (*time.lists.values(), *time.words.values()) for word in words),
    )
    counted = (*numbers.words, *numbers.ordinal_words, *numbers.scales)
    told = (*stance.planned, *stance.recalled, *stance.past)
    return any_of((*pack.sentences.particles, *said, *dated, *counted, *told))


def _paired(deeds: Sequence[Deed]) -> Iterator[NewKind]:
    """Put verbs of several languages together that tell of the same days; the first of them several articles use."""
    left = sorted(deeds, key=lambda deed: (-len(deed.articles), deed.language, deed.verb))
    while left:
        first = left.pop(0)
        if len(first.articles) < FEWEST:
            return
        group = [first]
        for other in list(left):
            known = {deed.language for deed in group}
            common = len(first.days & other.days) / min(len(first.days), len(other.days))
            if other.language not in known and common >= _SAME_DAYS:
                group.append(other)
                left.remove(other)
        yield NewKind(tuple(group))
