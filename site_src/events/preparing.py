"""What merging needs of one article and of each of its statements, worked out where the article is told.

It depends on nothing else, so that it is remembered with what the article tells: a build in which one article changed
prepares that one. Merging looks it up.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from site_src.events.grammars import UNKNOWN, grammar
from site_src.events.headlines import headline, shared
from site_src.events.nodes import own_stems, own_stems_in_order
from site_src.events.reports import Sayings, sayings
from site_src.events.runs import Runs, pack_runs
from site_src.events.setting import Matter, matter
from site_src.events.titles import short_title
from site_src.languages.pack import LanguagePack
from site_src.model import Article, Statement
from site_src.topic.values import Topic


@dataclass(frozen=True, slots=True)
class Prepared:
    """What merging looks up of one article and of its statements, in their order."""

    stems: Runs
    """Those of each statement without its time words."""
    matter: Matter
    """What the article is about."""
    sayings: Sayings
    """What its sentences say of days; nothing of a copy, which is no report."""
    titles: tuple[str, ...]
    """The sentence of each statement, shortened."""
    headed: tuple[tuple[int, float], ...]
    """The places of the statements that its headline may tell, and the part of the headline that each one shares."""


Told = tuple[Sequence[Statement], Prepared]
"""What an article tells, and what was prepared of it."""


def prepare(
    article: Article, statements: Sequence[Statement], topic: Topic, packs: Mapping[str, LanguagePack]
) -> Prepared:
    """Work out what of an article and its statements depends on nothing else. Pure."""
    pack = packs.get(article.language)
    rules = grammar(pack) if pack else UNKNOWN
    title = headline(article)
    heads = ((at, shared(statement, title)) for at, statement in enumerate(statements))
    return Prepared(
        pack_runs(map(own_stems_in_order, statements)),
        matter(article, packs),
        Sayings() if article.copy_of else sayings(article),
        tuple(short_title(statement, article.language, topic, rules) for statement in statements),
        tuple((at, part) for at, part in heads if part),
    )


def prepare_all(
    articles: Sequence[Article],
    statements: Sequence[Statement],
    topic: Topic,
    packs: Mapping[str, LanguagePack],
    known: Mapping[str, Told],
) -> Mapping[str, Told]:
    """Prepare the articles, by their ids, whose preparation is not `known` yet."""
    own: dict[str, list[Statement]] = {article.id: [] for article in articles if article.id not in known}
    for statement in statements if own else ():
        if statement.evidence.article in own:
            own[statement.evidence.article].append(statement)
    made = {
        article.id: (own[article.id], prepare(article, own[article.id], topic, packs))
        for article in articles
        if article.id in own
    }
    return {**known, **made}


# A statement is looked up as this very value: one that an editor changed is another, and its words are worked out anew.


@dataclass(frozen=True, slots=True)
class Stems:
    """The stems of all statements, each written once, and what articles are about."""

    matters: Mapping[str, Matter]
    """By the ids of the articles."""
    statements: Mapping[int, frozenset[str]]

    def of(self, statement: Statement) -> frozenset[str]:
        """Give the stems of a statement without those of its time words."""
        found = self.statements.get(id(statement))
        return own_stems(statement) if found is None else found


def read_stems(prepared: Mapping[str, Told]) -> Stems:
    """Give the stems that were prepared."""
    found: dict[int, frozenset[str]] = {}
    for statements, own in prepared.values():
        found.update(zip(map(id, statements), map(frozenset, own.stems.read()), strict=True))
    return Stems({article: own.matter for article, (_, own) in prepared.items()}, found)


@dataclass(frozen=True, slots=True)
class Titles:
    """The short titles of statements, and the parts that some share of a headline."""

    short: Mapping[int, str]
    shares: Mapping[int, float]

    def share(self, statement: Statement, article: Article) -> float:
        """Give the part of its article's headline that a statement shares; 0 if the headline cannot be its title."""
        if id(statement) in self.short:
            return self.shares.get(id(statement), 0.0)
        return shared(statement, headline(article))


def read_titles(prepared: Mapping[str, Told]) -> Titles:
    """Give the titles that were prepared."""
    short, shares = dict[int, str](), dict[int, float]()
    for statements, own in prepared.values():
        short.update(zip(map(id, statements), own.titles, strict=True))
        shares.update((id(statements[at]), part) for at, part in own.headed)
    return Titles(short, shares)
