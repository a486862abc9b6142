"""Nodes are joined component by component: the same clusters as all at once, and only what a change touches again."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from msgspec import structs

from bench.events import TOPICS
from bench.events_gold import load
from site_src import events, languages, pipeline, statements, topic
from site_src.cache import Cache
from site_src.events import joining
from site_src.events.clusters import Bond, cluster
from site_src.events.components import Component, digests
from site_src.events.joining import joined
from site_src.events.nodes import Node, group, tells_event
from site_src.events.seeds import seeds
from site_src.events.setting import Setting, setting
from site_src.model import Article, Row, Statement, When
from site_src.remembering import Remembering, Shelf
from site_src.topic.values import Topic
from tests.events import corpus
from tests.statements.league import empty

ROOT = Path(__file__).resolve().parent.parent
PACKS = languages.load()
_UNSEEN = {"statements", "address", "titles", "order", "confidence", "origins", "days"}
"""Fields of a node that no feature and no cluster looks at, but for whether there are statements; days are those of `when`."""


@dataclass(frozen=True, slots=True)
class _Read:
    articles: tuple[Article, ...]
    topic: Topic

    def without(self, place: int) -> _Read:
        return replace(self, articles=self.articles[:place] + self.articles[place + 1 :])

    @property
    def statements(self) -> list[Statement]:
        return [told for one in self.articles for told in _told(self.topic, one)]

    def nodes(self) -> tuple[Node, ...]:
        published = {one.id: str(one.published.when) for one in self.articles}
        dated = [one for one in self.statements if tells_event(one, self.topic) and not one.order]
        return (*group(dated, published, self.topic), *seeds(self.topic))

    def around(self) -> Setting:
        return setting(self.nodes(), self.topic, self.articles, PACKS)


_TOLD: dict[str, tuple[Statement, ...]] = {}


def _told(known: Topic, article: Article) -> tuple[Statement, ...]:
    if article.id not in _TOLD:
        _TOLD[article.id] = tuple(statements.tell(article, pack=PACKS.get(article.language), topic=known))
    return _TOLD[article.id]


@cache
def _read() -> _Read:
    """Read the marked articles of a topic with tables."""
    way = "topic"
    with TemporaryDirectory() as scratch:
        records = [json.dumps(dict(one.record), ensure_ascii=False) for one in load(TOPICS[way]).articles]
        (Path(scratch) / "articles.jsonl").write_text("\n".join(records) + "\n", "utf-8")
        folder = ROOT / "topics" / TOPICS[way]
        found = pipeline.tell(pipeline.Options(folder, Path(scratch))).timeline.articles
        return _Read(tuple(found), topic.load(folder)[0])


@settings(max_examples=10, deadline=None)
@given(data=some.data())
def test_components_are_all(data: some.DataObject) -> None:
    """The clusters of all nodes are those of each component, whatever editors bind and part."""
    nodes = list(data.draw(some.permutations(_read().nodes())))
    tokens = some.sampled_from([min(node.tokens) for node in nodes if node.tokens])
    words = some.builds(lambda *sides: Bond(*sides, "an editor's word"), some.tuples(tokens), some.tuples(tokens))
    bonds, bars = (data.draw(some.lists(words, max_size=4)) for _ in range(2))
    around = _read().around()

    assert cluster(nodes, around, bonds, bars) == joined(nodes, around, bonds, bars)


def test_same_as_from_nothing(tmp_path: Path) -> None:
    """Whichever article is taken away: what is remembered of all others changes no entry."""
    _merged(_read(), tmp_path)
    parts = [_read().without(place) for place in range(len(_read().articles))]

    assert [_merged(part) for part in parts] == [_merged(part, tmp_path) for part in parts]


_THINGS = (
    "Fire destroyed the timber warehouse",
    "A ferry sank near Stonebridge lighthouse",
    "Schools closed because of heavy snowfall",
    "Bread became cheaper throughout Westfold",
)


def test_only_what_a_change_touches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is joined again where nothing changed; where something did, only what shares a day or a word with it."""
    joins = _counted(monkeypatch)
    texts = [f"{thing} on {{{{{at} May 2021|2021-05-0{at}}}}}." for at, thing in enumerate(_THINGS, 1)]
    *twice, more = corpus.told(*texts, *(f"Officially: {text}" for text in texts), texts[0], published="2021-05-09")
    found = []
    for articles in ((*twice,), (*twice,), (*twice, more)):
        _merged(_Read(articles, empty()), tmp_path)
        found.append(len(joins))

    assert [4, 4, 5] == found


_OTHER: dict[str, Any] = {
    "when": When(date(2001, 2, 3), date(2001, 2, 3), "day"),
    "stance": "denied",
    "actors": frozenset({"somebody"}),
    "words": frozenset({"someth"}),
    "rows": (Row("somewhere", 3, ""),),
    "generic": True,
    "once": True,
    "also": ("something",),
    "curated": "an entry",
    "articles": frozenset({"elsewhere"}),
    "figures": frozenset({(3.0, "ships")}),
}


@pytest.mark.parametrize("name", sorted({field.name for field in structs.fields(Node)} - _UNSEEN))
def test_digest_holds_what_is_seen(name: str) -> None:
    """Another value of any field that is compared is another digest."""
    around, nodes = _read().around(), _read().nodes()
    plain = next(one for one in nodes if one.statements and not (one.generic or one.once))
    other = structs.replace(plain, **{name: _OTHER.get(name, "another")})
    one, two = digests([Component((plain,)), Component((other,))], around)

    assert one != two


def test_digest_holds_what_words_weigh() -> None:
    """Another weight of a word of its tellings or of their articles is another digest; one of other words is not."""
    around, nodes = _read().around(), _read().nodes()
    node = next(one for one in nodes if one.statements and one.words & set(around.counts))
    own, other = min(node.words & set(around.counts)), min(set(around.counts) - node.words - node.actors - {node.place})
    article = min(node.articles)
    fewer = {key: value for key, value in around.matters.items() if key != article}

    def digest(seen: Setting) -> bytes:
        return digests([Component((node,))], seen)[0]

    assert digest(around) == digest(replace(around, counts={**around.counts, other: 999}))
    assert digest(around) not in {
        digest(replace(around, counts={**around.counts, own: 999})),
        digest(replace(around, every=999)),
        digest(replace(around, matters=fewer)),
        digest(replace(around, first=around.first ^ {node.key})),
    }


def _merged(read: _Read, work: Path | None = None) -> events.Merged:
    if work is None:
        return events.merge(read.statements, read.articles, read.topic, PACKS)
    with Cache(work) as memory:
        return events.merge(
            read.statements,
            read.articles,
            read.topic,
            PACKS,
            shelf=lambda name: Shelf(Remembering(memory), name, name.encode(), b""),
        )


def _counted(monkeypatch: pytest.MonkeyPatch) -> Sequence[Component]:
    """Keep every component that is clustered."""
    seen: list[Component] = []
    real: Callable[[Setting, Component], joining.Joined] = joining.join

    def join(around: Setting, part: Component) -> joining.Joined:
        seen.append(part)
        return real(around, part)

    monkeypatch.setattr(joining, "join", join)
    return seen
