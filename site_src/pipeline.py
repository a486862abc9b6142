"""The river, told in order: articles and tables in, a timeline out.

`tell` reads what is there and makes the timeline; `making.build` writes the site. Loading is over before writing begins.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

import site_src
from site_src import articles, cache, corpus, events, history, issues, jobs, languages, topic
from site_src.languages.pack import LanguagePack
from site_src.mentions.entities import Gazetteer
from site_src.model import Article, Issue, Text, Timeline
from site_src.reading import FileRead, Knowledge, name_of, read_all, seed
from site_src.remembering import Remembering, Shelf
from site_src.telling import prepared, tell_all, with_days
from site_src.topic.values import Topic

PROJECT, WORK = site_src.PROJECT, site_src.WORK
_TRIES = 5
"""How often a topic is read whose files change meanwhile: an editor who saves all of them needs one more."""

Progress = Callable[[str, int, int], None]
"""Told `(what, done, all)` while long work goes on."""


class WrongDay(Exception):
    """`SOURCE_DATE_EPOCH` names no day. Its text is one line for the user."""


class Restless(Exception):
    """The topic's files change while they are read. Its text is one line for the user."""


class QuoteMissing(Exception):
    """A quote is not at its place in its source: the build must not go out."""


@dataclass(frozen=True, slots=True)
class Options:
    """What one run reads and how."""

    topic: Path
    articles: Path
    jobs: int = 1
    clean: bool = False
    """Whether to forget what earlier runs found out."""

    @property
    def own(self) -> bool:
        """Whether the articles are the topic's own."""
        return self.articles == self.topic / "articles"


@dataclass(frozen=True, slots=True)
class Told:
    """A timeline with all that it was made of."""

    timeline: Timeline
    topic: Topic
    packs: Mapping[str, LanguagePack]
    inputs: Mapping[str, str]
    """SHA-256 of every file that was read, by its name in the manifest."""
    table_errors: int
    notes: tuple[str, ...]
    """What the cache had to heal."""
    share_pictures: bool = False
    """Whether its site has a picture of every entry for where it is shared."""


def silent(what: str, done: int, total: int) -> None:
    """Say nothing."""


# --- Telling --------------------------------------------------------------------------------------------------------


def tell(options: Options, progress: Progress = silent) -> Told:
    """Read articles and tables and make the timeline.

    Raises:
        TopicError: if the topic has no readable `site.toml`.
        NothingToRead: if there is no article.
        QuoteMissing: if a quote is not at its place.
        Restless: if the topic's files change while they are read.
        WrongDay: if the day that the environment fixes is none.
    """
    fixed = _fixed_day()
    known, in_tables, in_topic = _known(options.topic)
    packs = _packs(options)
    files = _files(options, known)
    folder = options.articles if options.articles.is_dir() else options.articles.parent
    knowledge = Knowledge(packs, known, Gazetteer.of(known), folder)
    names = [name_of(path, folder) for path in files]
    inputs = in_topic | _digests(dict(zip(names, files, strict=True)), folder)

    with cache.Cache(WORK, clean=options.clean) as memory:
        remembering = Remembering(memory, options.jobs, progress)
        gathered = _gathered(files, names, inputs, knowledge, remembering, options)
        rules = cache.key("joins", *seed(inputs))
        assembled, merged, in_articles = _told(gathered, knowledge, remembering, rules)

    jobs.give_back()
    known = gathered.topic
    problems = (*in_tables, *gathered.in_withdrawn, *gathered.issues, *in_articles, *merged.issues)
    timeline = Timeline(
        assembled,
        merged.events,
        merged.claims,
        merged.days,
        issues.in_order(problems),
        fixed or _as_of(assembled, known),
        merged.corrections,
    )
    _stand_by_quotes(timeline)
    in_past: tuple[Issue, ...] = ()
    if options.own:  # what the topic published was made of its own articles
        past, in_past = history.follow(timeline, known)
        timeline = replace(timeline, past=past, issues=issues.in_order((*timeline.issues, *in_past)))
    timeline = _with_links_checked(timeline, known, options)  # a link may name an address that a release led on
    wrong = (*in_tables, *gathered.in_withdrawn, *merged.issues, *in_past)
    errors = sum(issue.level == "error" for issue in wrong)
    return Told(timeline, known, packs, gathered.inputs, errors, tuple(memory.notes))


@dataclass(frozen=True, slots=True)
class _Gathered:
    """All articles, dated; what reading them needed besides is let go."""

    articles: tuple[Article, ...]
    keys: Mapping[str, bytes]
    """By the path of a text: under what its reading is remembered."""
    topic: Topic
    """It knows which articles were taken out."""
    inputs: Mapping[str, str]
    in_withdrawn: tuple[Issue, ...]
    issues: tuple[Issue, ...]


def _gathered(
    files: Sequence[Path],
    names: Sequence[str],
    inputs: Mapping[str, str],
    knowledge: Knowledge,
    remembering: Remembering,
    options: Options,
) -> _Gathered:
    """Read and date all articles."""
    read, keys = read_all(files, names, inputs, knowledge, remembering)
    _must_be_there(options.articles, read)
    known, in_withdrawn = _without_withdrawn(knowledge.topic, read, options)
    found, in_ids = corpus.unique([pair for file in read for pair in file.texts])
    runs = {_place(text): own for file in read for (text, _), own in zip(file.texts, file.runs, strict=True)}
    dated = articles.date_all(found, knowledge.packs, known, runs)
    of_path = {text.raw.path: key for key, file in zip(keys, read, strict=True) for text, _ in file.texts}
    in_files = [issue for file in read for issue in file.issues]
    in_texts = [issue for text, _ in found for issue in text.issues]
    problems = (*in_ids, *dated.issues, *in_files, *in_texts)
    return _Gathered(dated.articles, of_path, known, _kept_inputs(inputs, names, read), in_withdrawn, problems)


def _told(
    gathered: _Gathered, knowledge: Knowledge, remembering: Remembering, rules: bytes
) -> tuple[tuple[Article, ...], events.Merged, tuple[Issue, ...]]:
    """Say what each article tells, and what they tell together; what was wrong with the single ones comes with it.

    `rules` is a digest of that by which they are told and joined.
    """
    told = tell_all(gathered.articles, gathered.keys, knowledge, remembering)
    assembled = tuple(map(with_days, gathered.articles, told))
    told_all = [statement for one in told for statement in one.statements]
    problems = tuple(issue for one in told for issue in (*one.doubts, *one.issues))
    ready = [prepared(gathered.articles, told)]
    del told  # merging lets go of what is prepared as soon as it was used, and nobody else holds it
    jobs.give_back()
    merged = events.merge(
        told_all,
        assembled,
        gathered.topic,
        knowledge.packs,
        prepared=ready.pop(),
        processes=remembering.jobs,
        shelf=lambda name: Shelf(remembering, name, knowledge.key(name), rules),
    )
    return assembled, merged, problems


def _files(options: Options, known: Topic) -> tuple[Path, ...]:
    """List the articles; a topic's own folder may be without any where editors have written entries."""
    try:
        return corpus.list_sources(options.articles)
    except corpus.NothingToRead:
        if known.curated and options.own:
            return ()
        raise


def _without_withdrawn(known: Topic, read: Sequence[FileRead], options: Options) -> tuple[Topic, tuple[Issue, ...]]:
    """Tell the topic which articles were taken out, and say which withdrawals found none."""
    taken = dict(pair for file in read for pair in file.withdrawn)
    there = {name for file in read for text, _ in file.texts for name in (text.raw.id, text.raw.path)}
    settled, problems = topic.settle(known.folder, known.withdrawn, taken, there, own=options.own)
    return replace(known, withdrawn=settled), problems


def _kept_inputs(inputs: Mapping[str, str], names: Sequence[str], read: Sequence[FileRead]) -> dict[str, str]:
    """Name what was read, by the very bytes; a file whose only article was taken out stays unnamed."""
    gone = {f"articles/{path}" for file in read if not file.texts for _, path in file.withdrawn}
    found = dict(inputs) | {name: file.digest for name, file in zip(names, read, strict=True)}
    return {name: found[name] for name in sorted(found) if found[name] and name not in gone}


def _must_be_there(place: Path, read: Sequence[FileRead]) -> None:
    """Refuse to make an empty site of a folder that went away after it was listed: a stick, a disk of others.

    Raises:
        NothingToRead: if no file at all can be read.
    """
    lost = [one.message for file in read for one in file.issues if one.code == "corpus.unreadable"]
    if lost and not any(file.digest for file in read):
        raise corpus.NothingToRead(f"{place}: no article can be read any more; of the first: {lost[0]}")


def _with_links_checked(timeline: Timeline, known: Topic, options: Options) -> Timeline:
    """Say which links of the topic's own pages lead nowhere; what they can name is known only now."""
    if not known.pages:
        return timeline
    from site_src import pages

    found = pages.check_links(timeline, known, own=options.articles == options.topic / "articles")
    return replace(timeline, issues=issues.in_order([*timeline.issues, *found])) if found else timeline


def _stand_by_quotes(timeline: Timeline) -> None:
    wrong = events.check_quotes(timeline.articles, timeline.events, timeline.claims, timeline.days)
    if wrong:
        raise QuoteMissing("\n".join(map(issues.line, wrong)))


def _known(folder: Path) -> tuple[Topic, tuple[Issue, ...], dict[str, str]]:
    """Read the topic and digest its files; once more where one changed meanwhile, for what was read must be what is named.

    Raises:
        Restless: if they go on changing.
    """
    for _ in range(_TRIES):
        with suppress(OSError):  # a folder that goes away while it is listed
            before = topic.state(folder)
            known, problems = topic.load(folder)
            named = {f"topic/{path.relative_to(folder).as_posix()}": path for path in known.inputs}
            digests = _digests(named, folder)
            if topic.state(folder) == before:
                return known, problems, digests
    raise Restless(f"{folder}: its files change while they are read; build again when they rest")


def _packs(options: Options) -> Mapping[str, LanguagePack]:
    """Read the language packs, or remember them: they are a part of the program, and checked once."""
    if options.clean:
        return languages.load()
    key = cache.key("packs", cache.program())
    with cache.Cache(WORK, aside=True) as memory:
        found = memory.get_many([key], dict[str, LanguagePack]).get(key)
        if found is None:
            memory.put_many({key: languages.load()})
    return found or languages.load()


def _digests(named: Mapping[str, Path], folder: Path) -> dict[str, str]:
    """Digest files by their names in the manifest; one that cannot be read is the reader's to report."""
    digests = ((name, corpus.digest(path, folder)) for name, path in sorted(named.items()))
    return {name: digest for name, digest in digests if digest}


def _place(text: Text) -> tuple[str, int]:
    return text.raw.path, text.raw.line


def _fixed_day() -> date | None:
    """Give the day that the caller fixed (reproducible-builds.org, SOURCE_DATE_EPOCH), if any."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "").strip()
    try:
        return datetime.fromtimestamp(int(given), UTC).date() if given else None
    except (ValueError, OverflowError, OSError):
        expected = "seconds since 1 January 1970 as a whole number"
        raise WrongDay(f"SOURCE_DATE_EPOCH: found {given[:40]!r}, expected {expected}") from None


def _as_of(found: Sequence[Article], known: Topic) -> date:
    """Give the site's own date: no clock, but the newest article, or an editor's newest entry."""
    days = [article.published.when.latest for article in found if article.published.when]
    days = days or [entry.when.earliest for entry in known.curated]
    return max(days, default=date(1970, 1, 1))
