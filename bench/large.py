"""An invented timeline of any size, told by invented articles: for what only shows with thousands of entries."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from site_src.model import (
    Article,
    Event,
    Evidence,
    FrontMatter,
    Mentions,
    Publication,
    RawText,
    Sentence,
    Statement,
    Text,
    Timeline,
    When,
    between,
    in_month,
    in_year,
    on_day,
)
from site_src.packed import packed_letters
from site_src.topic.values import Topic

FIRST, LAST = date(1990, 1, 1), date(2025, 12, 31)
ADJECTIVES = ("besar", "baru", "bersama", "darurat", "tahunan", "terbuka", "khusus", "kedua")
NOUNS = ("pertemuan", "latihan", "perjanjian", "pernyataan", "kunjungan", "pemungutan suara", "sidang", "kesepakatan")
ENTRIES_OF_ARTICLE = 5


@dataclass(frozen=True, slots=True)
class _Fact:
    """A sentence of an article and what it tells."""

    sentence: str
    when: When
    kind: str
    actors: tuple[str, ...]
    weight: float


def large(topic: Topic, entries: int) -> Timeline:
    """Invent a timeline of so many entries; the same for the same number."""
    random = Random(entries)
    articles, events = [], []
    for number, facts in enumerate(_articles(topic, entries, random)):
        article = _article(number, facts, random, tuple(topic.outlets))
        articles.append(article)
        events += [_event(article, place, fact) for place, fact in enumerate(facts)]
    return Timeline(tuple(articles), tuple(events), (), (), (), LAST)


def _articles(topic: Topic, entries: int, random: Random) -> Iterator[list[_Fact]]:
    kinds = [kind.id for kind in topic.kinds]
    actors = [id for id, entity in sorted(topic.entities.items()) if entity.kind == "country"]
    for start in range(0, entries, ENTRIES_OF_ARTICLE):
        day = FIRST + timedelta(random.randrange((LAST - FIRST).days))
        size = min(ENTRIES_OF_ARTICLE, entries - start)
        yield [_fact(day, start + place, random, kinds, actors) for place in range(size)]


def _fact(day: date, number: int, random: Random, kinds: list[str], actors: list[str]) -> _Fact:
    when = random.choice(
        (on_day(day), on_day(day), on_day(day), between(day, day + timedelta(1)), in_month(day.year, day.month))
    )
    words = f"{random.choice(NOUNS)} {random.choice(ADJECTIVES)} nomor {number}"
    sentence = f"Para wakil negeri di tepi danau menyelesaikan {words} sesudah berunding panjang sampai larut malam."
    chosen = tuple(sorted(random.sample(actors, min(2, len(actors)))))
    return _Fact(sentence, when if number % 9 else in_year(day.year), random.choice(kinds), chosen, random.random())


def _article(number: int, facts: list[_Fact], random: Random, outlets: tuple[str, ...]) -> Article:
    id, source, sentences = f"berita-{number:05}", "", []
    for place, fact in enumerate(facts):
        sentences.append(Sentence(len(source), len(source) + len(fact.sentence), place, "body"))
        source += f"{fact.sentence}\n\n"
    raw = RawText(id, f"{id}.md", 1, "markdown", packed_letters(source), (), FrontMatter(), "0" * 64)
    outlet = random.choice(outlets)
    text = Text(raw, "id", f"Berita nomor {number} dari tepi danau", outlet, tuple(sentences), (), 0)
    published = facts[0].when.earliest + timedelta(1)
    return Article(id, text, Mentions(), (), Publication(on_day(published), "metadata", 1.0), published, "", (outlet,))


def _event(article: Article, place: int, fact: _Fact) -> Event:
    sentence = article.text.sentences[place]
    proof = Evidence(article.id, fact.sentence, sentence.start, sentence.end)
    statement = Statement(
        f"{article.id}-{place}", proof, fact.when, "invented", fact.kind, "told", fact.actors, "", "", "", (), (),
        1 - place / 10, 1.0,
    )  # fmt: skip
    title = fact.sentence.partition(" menyelesaikan ")[2].partition(" sesudah ")[0].capitalize()
    return Event(
        f"{fact.when.earliest.isoformat()}-{article.id}-{place}", fact.when, fact.kind, "told", {"id": title, "en": title},
        {"id": "id", "en": "id"}, fact.actors, "", (statement,), (), (), {}, fact.weight, 1.0, article.origins,
        summary={"id": (proof,), "en": (proof,)},
    )  # fmt: skip
