"""Files -> FileRead: what each gives by itself, read once and remembered by its bytes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from site_src import allowance, articles, cache, corpus, mentions, texts, topic
from site_src.languages.pack import LanguagePack
from site_src.mentions.entities import Gazetteer
from site_src.model import Issue, Mentions, RawText, Text
from site_src.remembering import Remembering
from site_src.topic.values import Topic

_EDITORS = ("topic/corrections.toml", "topic/events/", "topic/history/", "topic/redirects.toml", "topic/templates/")
"""Files of a topic that change nothing in how a text is read: to edit one does not read all texts again."""


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What every worker needs to know: the packs, the topic, and the names to look for."""

    packs: Mapping[str, LanguagePack]
    topic: Topic
    gazetteer: Gazetteer
    folder: Path
    """The articles' folder: paths and ids are told from here."""

    def key(self, what: str) -> bytes:
        """Name some results of one folder of articles and one topic."""
        return cache.key(what, str(self.folder.absolute()), str(self.topic.folder.absolute()))


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


def read_all(
    files: Sequence[Path],
    names: Sequence[str],
    inputs: Mapping[str, str],
    knowledge: Knowledge,
    remembering: Remembering,
) -> tuple[list[FileRead], list[bytes]]:
    """Read every file, or remember what an earlier run read in the same bytes with the same knowledge.

    `names` are those of the files in the manifest, `inputs` the digests by them. Gives also the key of each result; it is empty for a file that could
    not be read, for what is wrong with it may change.
    """

    def lasts(path: Path, read: FileRead) -> bool:
        # A file may have changed since it was looked at, or be gone; what was cut may be whole another time.
        return read.digest == inputs.get(name_of(path, knowledge.folder)) and not allowance.cuts(read.issues)

    keys, name = _keys(names, inputs), knowledge.key("sources")
    read = remembering.run(read_one, files, keys, FileRead, what="articles", name=name, context=knowledge, lasts=lasts)
    return read, keys


def read_one(knowledge: Knowledge, path: Path) -> FileRead:
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
    return text.packed(), _mentions(knowledge, text).packed(), articles.runs(text)


def _mentions(knowledge: Knowledge, text: Text) -> Mentions:
    pack, outlet = knowledge.packs.get(text.language), knowledge.topic.outlets.get(text.outlet)
    if not pack:
        return Mentions()
    order = (outlet.date_order if outlet else None) or ""
    found = mentions.find(text, pack, knowledge.gazetteer, knowledge.topic.series, order=order)
    return mentions.read_date_lines(text, found, knowledge.packs)


def _keys(names: Sequence[str], inputs: Mapping[str, str]) -> list[bytes]:
    """Make the key of each file's results: its name and bytes, the topic's tables, the packs, the program itself."""
    rules = seed(inputs)
    return [cache.key("read", name, inputs[name], *rules) if name in inputs else b"" for name in names]


def seed(inputs: Mapping[str, str]) -> tuple[str, ...]:
    """Give the digests of the program and of the topic's tables: by what everything is read, told and joined."""
    tables = (name for name in sorted(inputs) if name.startswith("topic/") and not name.startswith(_EDITORS))
    return cache.program(), *(inputs[name] for name in tables)


def name_of(path: Path, folder: Path) -> str:
    """Name a file of articles as the manifest does."""
    return f"articles/{corpus.place(path, folder)}"
