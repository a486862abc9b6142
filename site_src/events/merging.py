"""Merge what articles and tables say into events, claims and days. The order of input changes nothing.

statements -> nodes + seeds -> clusters -> drafts -> addresses, titles, accounts, links -> Event
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from site_src import jobs
from site_src.events.accounts import accounts
from site_src.events.addresses import addresses
from site_src.events.anchoring import anchored, stands_alone
from site_src.events.claims import list_claims
from site_src.events.coarse import fold_coarse
from site_src.events.corrections import Edits, revise, settle
from site_src.events.curation import curated_nodes, named_alike
from site_src.events.days import Place, best_sentences, list_days
from site_src.events.details import without_details
from site_src.events.drafts import Draft, draft
from site_src.events.grammars import grammar
from site_src.events.headlines import headed
from site_src.events.importance import importance
from site_src.events.importance_days import importances
from site_src.events.joining import joined
from site_src.events.links import links
from site_src.events.near import fold_near
from site_src.events.nodes import group, tells_event
from site_src.events.once import fold_once, fold_other_years
from site_src.events.preparing import Stems, Titles, Told, prepare_all, read_stems, read_titles
from site_src.events.reports import reports
from site_src.events.seeds import seeds
from site_src.events.setting import setting
from site_src.events.summaries import summary
from site_src.events.titles import Sources, titles
from site_src.languages.pack import LanguagePack
from site_src.model import Article, Claim, Corrected, Day, Event, Issue, Join, Statement, Words
from site_src.remembering import Shelf
from site_src.topic.values import Topic

_NOTHING: Mapping[str, Told] = {}


@dataclass(frozen=True, slots=True)
class Merged:
    """What the corpus and the tables say together."""

    events: tuple[Event, ...]
    """By day, then by id."""
    claims: tuple[Claim, ...]
    days: tuple[Day, ...]
    corrections: tuple[Corrected, ...] = ()
    issues: tuple[Issue, ...] = ()
    """Corrections that do not hold, or rest."""


def _published(articles: Sequence[Article]) -> Mapping[str, str]:
    return {
        article.id: article.published.when.earliest.isoformat() if article.published.when else "9999"
        for article in articles
    }


def _joins(entry: Draft) -> tuple[Join, ...]:
    """Name the joins by statements and rows, not by nodes."""
    if not entry.cluster.joins:
        return ()
    named = {
        node.key: node.statements[0].id if node.statements else f"{node.rows[0].table}:{node.rows[0].line}"
        for node in entry.cluster.nodes
    }
    return tuple(
        Join(named.get(pair.left, pair.left), named.get(pair.right, pair.right), pair.score, pair.reasons)
        for pair in sorted(entry.cluster.joins, key=lambda pair: (pair.left, pair.right))
    )


def _drafts(
    statements: Sequence[Statement],
    edits: Edits,
    topic: Topic,
    articles: Sequence[Article],
    packs: Mapping[str, LanguagePack],
    stems: Stems,
    shelf: Shelf | None,
) -> tuple[Draft, ...]:
    """Join what statements, rows and editors say of one event; what is only ordered goes to the entry that it means."""
    published, dropped = _published(articles), edits.dropped
    telling = [one for one in statements if one.id not in dropped and tells_event(one, topic)]
    dated = [one for one in telling if not one.order]
    nodes = (*group(dated, published, topic, edits.apart, stems.of), *seeds(topic), *curated_nodes(topic))
    around = setting(nodes, topic, articles, packs, stems.matters)
    found = joined(nodes, around, edits.bonds, edits.bars, shelf=shelf)
    entries = fold_once(tuple(draft(one, topic, published) for one in found), topic)
    entries = fold_other_years(fold_coarse(fold_near(entries, topic, published), topic, published), topic)
    entries = without_details(entries, topic, published)
    entries = anchored(entries, [one for one in telling if one.order], topic, published)
    told = {one.id for entry in entries for one in entry.statements}
    loose = [one for one in telling if one.order and one.id not in told and stands_alone(one)]
    rest = joined(group(loose, published, topic, edits.apart, stems.of), around)
    return (*entries, *(draft(one, topic, published) for one in rest))


def _addresses(drafts: Sequence[Draft], topic: Topic, published: Mapping[str, str]) -> tuple[str, ...]:
    first = [
        published.get(entry.statements[0].evidence.article, "9999") if entry.statements else "9999" for entry in drafts
    ]
    return addresses(drafts, first, topic)


def _sources(
    drafts: Sequence[Draft],
    articles: Sequence[Article],
    packs: Mapping[str, LanguagePack],
    ready: Titles,
) -> Sources:
    every = [statement for entry in drafts for statement in entry.statements]
    by_id = {article.id: article for article in articles}
    grammars = {code: grammar(pack) for code, pack in packs.items()}
    return Sources(by_id, grammars, headed(every, by_id, ready.share), ready.short)


def _edits(
    drafts: Sequence[Draft],
    topic: Topic,
    articles: Sequence[Article],
    packs: Mapping[str, LanguagePack],
    ready: Titles,
) -> Edits:
    """Hold what editors say against the timeline without it; there is nothing to do where they say nothing."""
    if not topic.corrections and not topic.curated:
        return Edits()
    sources = _sources(drafts, articles, packs, ready)
    ids = _addresses(drafts, topic, _published(articles))
    edits = revise(topic, drafts, ids, articles, lambda entry: titles(entry, topic, topic.languages, sources)[0])
    return replace(edits, bonds=(*edits.bonds, *named_alike(drafts, topic)))


def _corrected(title: Words, language: Words, edits: Edits, entry: Draft) -> tuple[Words, Words]:
    """Put an editor's title before the program's."""
    if not edits.changes:
        return title, language
    own = {code: words for change in edits.of(entry) for code, words in change.titles.items()}
    return {**title, **own}, {**language, **{code: code for code in own}}


def _events(
    drafts: Sequence[Draft],
    ids: Sequence[str],
    edits: Edits,
    topic: Topic,
    sources: Sources,
    days: Callable[[], Mapping[date, float]],
) -> tuple[Event, ...]:
    """Make entries of drafts; how much `days` matter is asked for when all else is done."""
    related: dict[int, list[tuple[str, str]]] = {}
    for at, to, relation in links(drafts, topic):
        related.setdefault(at, []).append((ids[to], relation))
    spoken = dict[tuple[str, ...], Words]()
    words = []
    for entry in drafts:
        title, language = _corrected(*titles(entry, topic, topic.languages, sources), edits, entry)
        language = spoken.setdefault((*language, *language.values()), language)  # one value for all alike
        words.append((title, language, summary(entry.statements, topic.languages, sources), accounts(entry, topic)))
    matter, events = days(), []
    for at, (entry, (title, language, summed_up, told)) in enumerate(zip(drafts, words, strict=True)):
        events.append(
            Event(
                id=ids[at],
                when=entry.when,
                kind=entry.kind,
                stance=entry.stance,
                title=title,
                title_language=language,
                actors=entry.actors,
                place=entry.place,
                statements=entry.statements,
                rows=entry.rows,
                joins=_joins(entry),
                accounts=told,
                importance=importance(entry, topic, matter),
                confidence=entry.confidence,
                origins=entry.origins,
                related=tuple(sorted(related[at])) if at in related else (),
                corrections=edits.of(entry),
                curated=entry.curated,
                summary=summed_up,
            )
        )
    return tuple(sorted(events, key=lambda event: (event.when.earliest, event.when.latest, event.id)))


def _days_told(
    given: tuple[Sequence[Article], Mapping[str, Told]],
) -> tuple[Mapping[date, float], Mapping[date, tuple[Place, ...]]]:
    """Give each day's importance, and the sentences that tell of it."""
    articles, prepared = given
    read = reports(articles, {id: own.sayings for id, (_, own) in prepared.items()})
    return importances(read), best_sentences(read)


def merge(
    statements: Sequence[Statement],
    articles: Sequence[Article],
    topic: Topic,
    packs: Mapping[str, LanguagePack],
    *,
    prepared: Mapping[str, Told] = _NOTHING,
    processes: int = 1,
    shelf: Callable[[str], Shelf] | None = None,
) -> Merged:
    """Say what all statements and the topic's rows tell together; the packs help to shorten titles.

    `prepared` are by the ids of articles the very statements that each tells and what `prepare` made of it; whatever is
    not there is prepared here. `shelf` gives a place to joins that are remembered between runs, by a name, and has their processes. Pure; the
    result is the same for any order of `statements` and `articles`, any number of processes, and whatever is remembered.
    """
    published = _published(articles)
    prepared = prepare_all(articles, statements, topic, packs, prepared)
    # What the corpus says of days needs no event, and events need little of it.
    with jobs.beside(_days_told, (articles, prepared), jobs=processes if len(articles) > jobs.FEW else 1) as days_told:
        stems, ready = read_stems(prepared), read_titles(prepared)
        del prepared  # joining and making entries take much memory of their own
        drafts = _drafts(statements, Edits(), topic, articles, packs, stems, shelf and shelf("joins"))
        edits = _edits(drafts, topic, articles, packs, ready)
        corrected = edits.statements(statements)
        if edits:
            drafts = _drafts(corrected, edits, topic, articles, packs, stems, shelf and shelf("joins of editors"))
        del stems
        ids = _addresses(drafts, topic, published)
        claims = list_claims(corrected, articles, topic)
        sources = _sources(drafts, articles, packs, ready)
        weighed = cache(days_told)
        events = _events(drafts, ids, edits, topic, sources, lambda: weighed()[0])
        weights, told = weighed()
    return Merged(events, claims, list_days(told, weights, events, articles), settle(edits, ids, drafts), edits.issues)
