"""Articles -> capitalised words that no table knows, over the whole corpus: one report may tell what another only names.

"Chair Ysolde Marhaus of the River Council (RC) said"  ->  Ysolde Marhaus after "chair"; River Council, in brackets RC
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from site_src.languages.pack import LanguagePack
from site_src.languages.phrases import any_of
from site_src.model import Article, Sentence

_WORD = re.compile(r"\w[\w’'.-]*\w|\w")
_ENDING = re.compile(r"['’]\w{1,2}$")
"""What is hung on a name: Aland's, I'm."""
_SMALL = re.compile(r"(?<![\w’'-])[^\W\d_]{2,}(?![\w’'-])")
_BRACKET = re.compile(r"\s?\((?P<short>[^\W\d_][\w-]{1,11})\)")
_GAP = re.compile(r"[ \u00a0\n]+")
_AROUND = 40
"""Characters before and after a name in which its neighbours are looked for."""
LONGEST = 7
"""Words: a longer run is a line in title case."""


@dataclass(frozen=True, slots=True)
class Run:
    """Capitalised words at one place, and what stands around them."""

    words: tuple[str, ...]
    article: str
    language: str
    before: str
    after: str
    dateline: bool
    """Whether it opens a paragraph before a dash, as towns do."""
    brackets: str
    """What stands behind it in brackets: an abbreviation."""
    first: bool
    """Whether it opens its sentence, where any word has a capital."""
    before_known: bool
    """Whether a name that the tables know follows at once: then a title before it is that one's."""

    @property
    def name(self) -> str:
        return " ".join(self.words)


def small_words(articles: Sequence[Article]) -> Counter[str]:
    """Count the words that are written small somewhere: with a capital they only begin a sentence."""
    return Counter(
        word for article in articles for word in _SMALL.findall(article.source) if word.islower()
    )  # fmt: skip


def runs(articles: Sequence[Article], packs: Mapping[str, LanguagePack]) -> Iterator[Run]:
    """Give every run of capitalised words outside headlines that is neither known nor part of a date."""
    small = small_words(articles)
    for article in articles:
        pack = packs.get(article.language)
        if pack is None or article.copy_of:
            continue
        taken = _taken(article)
        for sentence in article.text.sentences:
            if sentence.role in ("lead", "body", "caption"):
                yield from _of_sentence(article, sentence, pack, small, taken)


def _taken(article: Article) -> list[tuple[int, int]]:
    """List the spans of what is known: names of the tables, and dates."""
    known = [(mention.start, mention.end) for mention in article.mentions.entities if mention.entity]
    times = [(time.start, time.end) for time in article.mentions.times]
    return sorted((*known, *times))


def _free(span: tuple[int, int], taken: Sequence[tuple[int, int]]) -> bool:
    at = bisect_right(taken, (span[0], 1 << 60))
    return not any(start < span[1] and span[0] < end for start, end in taken[max(0, at - 1) : at + 1])


def _of_sentence(
    article: Article, sentence: Sentence, pack: LanguagePack, small: Counter[str], taken: Sequence[tuple[int, int]]
) -> Iterator[Run]:
    source, held = article.source, list[tuple[int, int]]()
    particles = frozenset(pack.sentences.particles) - {*pack.sentences.places, *pack.speech.joins}
    never = _never(pack)
    for match in _WORD.finditer(source, sentence.start, sentence.end):
        word = _ENDING.sub("", match[0])
        span = match.start(), match.start() + len(word)
        first = not any(map(str.isalnum, source[sentence.start : span[0]]))
        if held and not _GAP.fullmatch(source, held[-1][1], span[0]):
            yield from _run(article, sentence, held, pack)
            held = []
        lower = word.lower()
        body = bool(held) and source[slice(*held[0])].lower() in pack.sentences.bodies
        named = word[0].isupper() and (lower not in never or body) and not (first and small[lower])
        if _free(span, taken) and (named or (held and word in particles)):
            held.append(span)
        else:
            yield from _run(article, sentence, held, pack)
            held = []
    yield from _run(article, sentence, held, pack)


def _never(pack: LanguagePack) -> frozenset[str]:
    """Collect words that are no part of a name though they may have a capital."""
    speech, time = pack.speech, pack.time
    spoken = (word for phrase in (*speech.according, *speech.clauses, *speech.pronouns) for word in phrase.split())
    short = set(pack.sentences.abbreviations) - set(pack.sentences.bodies)  # Dr, Mr: before a name, no part of it
    return frozenset((*time.months, *time.weekdays, *spoken, *short, *pack.numbers.words, *pack.sentences.common))


def _run(article: Article, sentence: Sentence, held: list[tuple[int, int]], pack: LanguagePack) -> Iterator[Run]:
    if not held:
        return
    source = article.source
    while held and not source[held[-1][0]].isupper():  # a particle at the end
        held = held[:-1]
    words = tuple(source[start:end].rstrip(".") for start, end in held)
    before = source[max(sentence.start, held[0][0] - _AROUND) : held[0][0]] if held else ""
    title = _title_at_head(words, pack)
    before, words = before + " ".join((*words[:title], "")) * bool(title), words[title:]
    if not words or len(words) > LONGEST or len("".join(words)) < 2:
        return
    end = held[-1][1]
    bracket = _BRACKET.match(source, end, sentence.end)
    opens = source[: held[0][0]].endswith("\n") or held[0][0] == 0 or held[0][0] == sentence.start
    dateline = opens and re.match(r"(?:,[^–—\n]{0,30})?\s*[–—]|\s+-\s", source[end : end + 40]) is not None
    first = not any(map(str.isalnum, source[sentence.start : held[0][0]])) and not title
    after = source[end : min(sentence.end, end + _AROUND)]
    brackets = bracket["short"] if bracket and bracket["short"][0].isupper() else ""
    known = any(mention.entity and mention.start == end + 1 for mention in article.mentions.entities)
    name = tuple(word.title() if dateline and word.isupper() else word for word in words)
    yield Run(name, article.id, article.language, before, after, dateline, brackets, first, known)


def _title_at_head(words: Sequence[str], pack: LanguagePack) -> int:
    """Count the words of a title at the head of a run: "Prime Minister Ana Ro"."""
    match = any_of(pack.speech.titles).match(" ".join(words))
    return len(match[0].split()) if match else 0
