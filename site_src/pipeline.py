"""The river, told in order: articles and tables in, a timeline out.

`tell` reads what is there and makes the timeline; `making.build` writes the site. Loading is over before writing begins.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import partial
from hashlib import sha256
from pathlib import Path

import site_src
from site_src import (
    allowance,
    articles,
    cache,
    corpus,
    events,
    history,
    issues,
    languages,
    mentions,
    remembering,
    statements,
    texts,
    topic,
)
from site_src.languages.pack import LanguagePack
from site_src.mentions.entities import Gazetteer
from site_src.model import Article, Issue, Mentions, RawText, Resolved, Statement, Text, Timeline, When
from site_src.topic.values import Topic

PROJECT, WORK = site_src.PROJECT, site_src.WORK
_EDITORS = ("topic/corrections.toml", "topic/events/", "topic/history/", "topic/redirects.toml", "topic/templates/")
"""Files of a topic that change nothing in how a text is read: to edit one does not read all texts again."""

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
class Knowledge:
    """What every worker needs to know: the packs, the topic, and the names to look for."""

    packs: Mapping[str, LanguagePack]
    topic: Topic
    gazetteer: Gazetteer
    folder: Path
    """The articles' folder: paths and ids are told from here."""


@dataclass(frozen=True, slots=True)
class FileRead:
    """What one file gave: its texts with what was found in them, and what was wrong with it."""

    texts: tuple[tuple[Text, Mentions], ...]
    issues: tuple[Issue, ...]
    runs: tuple[bytes, ...] = ()
    """By which its texts are compared with others, one for one."""
    withdrawn: tuple[tuple[str, str], ...] = ()
    """Id and path of the articles that were taken out as withdrawn: nothing else of them is kept or remembered."""
    digest: str = ""
    """The SHA-256 of the bytes that were read, hexadecimal; empty if none were."""


@dataclass(frozen=True, slots=True)
class ArticleTold:
    """What one dated article tells."""

    days: tuple[tuple[str, When | None, str, float], ...]
    """What each of its time expressions is resolved to, one for one: the rest of a `Resolved`."""
    statements: tuple[Statement, ...]
    issues: tuple[Issue, ...] = ()
    """Why it tells nothing, if it was cut."""


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
    packs = languages.load()
    files = _files(options, known)
    folder = options.articles if options.articles.is_dir() else options.articles.parent
    knowledge = Knowledge(packs, known, Gazetteer.of(known), folder)
    inputs = in_topic | _digests({_article_name(path, folder): path for path in files}, folder)
    keys = _keys(files, knowledge, inputs)

    with cache.Cache(WORK, clean=options.clean) as memory:
        read = _read_all(keys, inputs, knowledge, memory, options, progress)
        _must_be_there(options.articles, read)
        known, in_withdrawn = _without_withdrawn(known, read, options)
        found, in_ids = corpus.unique([pair for file in read for pair in file.texts])
        runs = {_place(text): own for file in read for (text, _), own in zip(file.texts, file.runs, strict=True)}
        dated = articles.date_all(found, packs, known, runs)
        of_path = {text.raw.path: key for key, file in zip(keys.values(), read, strict=True) for text, _ in file.texts}
        told = _tell_all(dated.articles, of_path, knowledge, memory, options, progress)
    assembled = tuple(map(_with_days, dated.articles, told))
    told_all = [statement for one in told for statement in one.statements]
    merged = events.merge(told_all, assembled, known, packs, processes=options.jobs)

    problems = [*in_tables, *in_withdrawn, *in_ids, *dated.issues]
    problems += [issue for article in assembled for issue in articles.doubts(article)]
    problems += [issue for one in told for issue in one.issues]
    problems += [issue for file in read for issue in file.issues]
    problems += [issue for text, _ in found for issue in text.issues]
    problems += merged.issues
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
    errors = sum(issue.level == "error" for issue in (*in_tables, *in_withdrawn, *merged.issues, *in_past))
    names = [_article_name(path, folder) for path in files]
    return Told(timeline, known, packs, _kept_inputs(inputs, names, read), errors, tuple(memory.notes))


def _files(options: Options, known: Topic) -> tuple[Path, ...]:
    """List the articles; a topic's own folder may be without any where editors have written entries."""
    try:
        return corpus.list_sources(options.articles)
    except corpus.NothingToRead:
        if known.curated and options.own:
            return ()
        raise


def _must_be_there(place: Path, read: Sequence[FileRead]) -> None:
    """Refuse to make an empty site of a folder that went away after it was listed: a stick, a disk of others.

    Raises:
        NothingToRead: if no file at all can be read.
    """
    lost = [one.message for file in read for one in file.issues if one.code == "corpus.unreadable"]
    if lost and not any(file.digest for file in read):
        raise corpus.NothingToRead(f"{place}: no article can be read any more; of the first: {lost[0]}")


def _keys(files: Sequence[Path], knowledge: Knowledge, inputs: Mapping[str, str]) -> dict[Path, bytes]:
    """Make the key of each file's results: its name and bytes, the topic's tables, the packs, the program itself.

    It is empty for a file that cannot be read: what is wrong with it may change.
    """
    tables = (name for name in sorted(inputs) if name.startswith("topic/") and not name.startswith(_EDITORS))
    seed = (cache.code_digest(), *(inputs[name] for name in tables))
    named = ((path, _article_name(path, knowledge.folder)) for path in files)
    return {path: cache.key("read", name, inputs[name], *seed) if name in inputs else b"" for path, name in named}


def _read_all(
    keys: Mapping[Path, bytes],
    inputs: Mapping[str, str],
    knowledge: Knowledge,
    memory: cache.Cache,
    options: Options,
    progress: Progress,
) -> list[FileRead]:
    """Read every file, or remember what an earlier run read in the same bytes with the same knowledge."""

    def lasts(path: Path, read: FileRead) -> bool:
        # A file may have changed since it was looked at, or be gone; what was cut may be whole another time.
        same = read.digest == inputs.get(_article_name(path, knowledge.folder))
        return same and not allowance.cuts(read.issues)

    read = remembering.run(
        _read,
        list(keys),
        list(keys.values()),
        FileRead,
        memory=memory,
        jobs=options.jobs,
        context=knowledge,
        lasts=lasts,
        progress=partial(progress, "articles"),
    )
    memory.forget_others(_name("sources", knowledge, options), filter(None, keys.values()))
    return read


def _name(what: str, knowledge: Knowledge, options: Options) -> bytes:
    """Name the results of one folder of articles and one topic."""
    return cache.key(what, str(knowledge.folder.absolute()), str(options.topic.absolute()))


def _read(knowledge: Knowledge, path: Path) -> FileRead:
    """Read one file and find in its texts what can be found without the others."""
    reading = corpus.read(path, knowledge.folder)
    out = [raw for raw in reading.texts if topic.withdraws(knowledge.topic.withdrawn, raw.id, raw.path)]
    places = {(raw.path, raw.line if raw.media == "record" else 0) for raw in out}
    found = [_found(knowledge, raw) for raw in reading.texts if raw not in out]
    cleaned = [one for one in found if not isinstance(one, Issue)]
    problems = (*reading.issues, *(one for one in found if isinstance(one, Issue)))
    return FileRead(
        tuple((text, mentions) for text, mentions, _ in cleaned),
        tuple(one for one in problems if not places & {(one.path, one.line), (one.path, 0)}),
        tuple(runs for _, _, runs in cleaned),
        tuple((raw.id, raw.path) for raw in out),
        reading.digest,
    )


def _found(knowledge: Knowledge, raw: RawText) -> tuple[Text, Mentions, bytes] | Issue:
    """Clean a text and find what is in it, in the time that one article may take."""
    seconds = allowance.SECONDS
    try:
        return allowance.within(seconds, _cleaned, knowledge, raw)
    except allowance.Exceeded:
        return allowance.cut(raw.path, raw.line, "finding what is in", seconds, "left out")


def _cleaned(knowledge: Knowledge, raw: RawText) -> tuple[Text, Mentions, bytes]:
    text = texts.clean(raw, knowledge.packs, knowledge.topic)
    return text, _mentions(knowledge, text), articles.runs(text)


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


def _mentions(knowledge: Knowledge, text: Text) -> Mentions:
    pack, outlet = knowledge.packs.get(text.language), knowledge.topic.outlets.get(text.outlet)
    if not pack:
        return Mentions()
    order = (outlet.date_order if outlet else None) or ""
    found = mentions.find(text, pack, knowledge.gazetteer, knowledge.topic.series, order=order)
    return mentions.read_date_lines(text, found, knowledge.packs)


def _tell_all(
    found: Sequence[Article],
    of_path: Mapping[str, bytes],
    knowledge: Knowledge,
    memory: cache.Cache,
    options: Options,
    progress: Progress,
) -> list[ArticleTold]:
    """Say what every article tells, or remember what an earlier run took from the same text, dated the same."""
    told_keys = [_told_key(article, of_path[article.path]) for article in found]
    told = remembering.run(
        _tell,
        found,
        told_keys,
        ArticleTold,
        memory=memory,
        jobs=options.jobs,
        context=knowledge,
        lasts=lambda article, told: not told.issues,
        progress=partial(progress, "statements"),
    )
    memory.forget_others(_name("statements", knowledge, options), filter(None, told_keys))
    return told


def _told_key(article: Article, read: bytes) -> bytes:
    """Make the key of what an article tells: that of its file, and what the other articles made of it."""
    dated = cache.pack((article.published, article.clock, article.part_of, article.origins, article.copy_of))
    if not read or dated is None:
        return b""
    return cache.key("told", read.hex(), article.id, str(article.text.raw.line), sha256(dated).hexdigest())


def _tell(knowledge: Knowledge, article: Article) -> ArticleTold:
    """Tell what an article says, in the time that one may take."""
    try:
        return allowance.within(allowance.SECONDS, _told, knowledge, article)
    except allowance.Exceeded:
        issue = allowance.cut(
            article.path, article.text.raw.line, "telling", allowance.SECONDS, "the article says nothing"
        )
        return ArticleTold((), (), (issue,))


def _told(knowledge: Knowledge, article: Article) -> ArticleTold:
    resolved = articles.resolve_times(article, knowledge.packs, knowledge.topic)
    told = statements.tell(resolved, pack=knowledge.packs.get(article.language), topic=knowledge.topic)
    return ArticleTold(tuple((day.value, day.when, day.how, day.confidence) for day in resolved.times), told)


def _with_days(article: Article, told: ArticleTold) -> Article:
    """Give an article its resolved times; each holds the very expression that the article holds."""
    resolved = (Resolved(words, *days) for words, days in zip(article.mentions.times, told.days, strict=True))
    return replace(article, times=tuple(resolved)) if told.days else article


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
            before = topic.signs(folder)
            known, problems = topic.load(folder)
            named = {f"topic/{path.relative_to(folder).as_posix()}": path for path in known.inputs}
            digests = _digests(named, folder)
            if topic.signs(folder) == before:
                return known, problems, digests
    raise Restless(f"{folder}: its files change while they are read; build again when they rest")


def _digests(named: Mapping[str, Path], folder: Path) -> dict[str, str]:
    """Digest files by their names in the manifest; one that cannot be read is the reader's to report."""
    digests = ((name, corpus.digest(path, folder)) for name, path in sorted(named.items()))
    return {name: digest for name, digest in digests if digest}


def _place(text: Text) -> tuple[str, int]:
    return text.raw.path, text.raw.line


def _article_name(path: Path, folder: Path) -> str:
    return f"articles/{corpus.place(path, folder)}"


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
