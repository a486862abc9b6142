"""Parts of page contexts that several page kinds share: finished words, numbers and links."""

from __future__ import annotations

from dataclasses import dataclass

from site_src.wording.dates import DateWords


@dataclass(frozen=True, slots=True)
class Link:
    """A link to a page of the site, or plain text where `href` is empty."""

    text: str
    href: str = ""
    lang: str = ""
    """The language of the text where it is not the page's."""
    current: bool = False
    rel: str = ""
    within: bool = False
    """Whether the page stands below it, without being it."""


@dataclass(frozen=True, slots=True)
class Label:
    """A short mark on an entry: its kind, its stance, "disputed"."""

    text: str
    code: str
    """For styles and filters: `planned`."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch on a horizontal scale, in percent of its width."""

    start: str
    width: str
    code: str
    """For styles: a grain, a stance or a status."""
    text: str = ""
    """For readers: "pengamat, 5 Juli 2005 sampai 9 Juni 2017"."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on a horizontal scale, in percent of its width."""

    at: str
    text: str


@dataclass(frozen=True, slots=True)
class Scale:
    """A horizontal scale with its marks and bars."""

    ticks: tuple[Tick, ...]
    bars: tuple[Bar, ...]
    text: str
    """What the picture shows, in words."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A quote inside its sentence, with where it stands."""

    before: str
    quote: str
    """What is marked of it; empty if nothing stands out."""
    after: str
    lang: str
    outlet: str
    article: Link
    published: DateWords
    retold: str
    """ "retelling of ...", or empty."""
    speaker: str
    stance: Label | None
    copies: str = ""
    number: str = ""
    """Its article's number in the page's list of sources."""


@dataclass(frozen=True, slots=True)
class RowSource:
    """A line of a table with where its facts come from."""

    place: str
    """ "table summits, line 12"."""
    sources: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """An entry in a list."""

    id: str
    href: str
    date: DateWords
    mark: str
    """How exact its date is, for the rail: `day`, `days`, `month`, `band`, `year`, `years`, `open`."""
    title: str
    title_lang: str
    kind: Label
    labels: tuple[Label, ...]
    """Its stance if it is not simply told, and whether it is disputed."""
    actors: tuple[Link, ...]
    place: str
    passage: Passage | None
    quote: str
    """The passage's sentence, plain; empty where it is the title."""
    quote_has_marks: bool
    """Whether the sentence brings its own quotation marks."""
    sources: str
    """ "4 articles, 2 independent origins"."""
    rank: str
    """ `high`, `middle` or `low` importance."""
    ruler: Bar
    """Where in its year it falls."""
    tongue: str = ""
    """ "title in Indonesian" where the title is not in the page's language."""
    quiet: bool = False
    """Whether only tables have it: lists set it smaller than what articles report."""
    happened: DateWords | None = None
    """When it happened, where a list goes by another clock and `date` is that one's."""
