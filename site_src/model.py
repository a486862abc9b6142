"""The values that join the stages: frozen, slotted, complete from birth.

A later stage makes a new value; it never fills an old one. What an archive has most of, sentences, mentions, statements, is
a `Struct`: smaller, faster made, kept as the row of its fields, and nothing for the collector of garbage to look into, since
no frozen value leads back to itself. All others are dataclasses. Offsets count Unicode code points in `source`, the text as
decoded (for HTML: tags removed, entities decoded, white space folded). What a date does not say, `When` does not say.
"""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from msgspec import Struct

from site_src.packed import letters, packed, unpacking

Words = Mapping[str, str]
"""Words by interface language: `{"id": "garis waktu", "en": "timeline"}`."""

Grain = Literal["day", "month", "year", "range"]
Stance = Literal["told", "planned", "denied", "recalled"]
Media = Literal["text", "markdown", "html", "record"]
EntityKind = Literal["country", "person", "organisation", "place", "name"]
Deed = Literal["join", "part", "redate", "retitle", "rekind", "drop"]
"""What a correction does."""

FIRST_DAY = date.min
"""An open beginning: nothing is known before it."""
LAST_DAY = date.max
"""An open end: nothing is known after it."""


# --- Dates ----------------------------------------------------------------------------------------------------------


class When(Struct, frozen=True, array_like=True, gc=False):
    """A stretch of days, no more exact than the words that name it."""

    earliest: date
    """The first day that the words allow; `FIRST_DAY` if they are open backwards."""
    latest: date
    """The last day that the words allow; `LAST_DAY` if they are open forwards."""
    grain: Grain
    """How exact the words are: a day, a whole month, a whole year, or any other stretch."""
    qualifier: Literal["", "~", "?", "%"] = ""
    """EDTF: `~` approximate ("akhir Juni", "sekitar 2005"), `?` uncertain, `%` both."""
    text: str = ""
    """The original words."""

    @property
    def edtf(self) -> str:
        """The stretch in EDTF (ISO 8601-2:2019, level 1).

        >>> When(date(2005, 1, 1), date(2005, 12, 31), "year").edtf
        '2005'
        >>> When(date(2022, 6, 21), date(2022, 6, 30), "range", "~").edtf
        '2022-06-21~/2022-06-30~'
        """
        first, last, mark = self.earliest, self.latest, self.qualifier
        if self.grain == "day":
            return f"{first.isoformat()}{mark}"
        if self.grain == "month":
            return f"{first.year:04}-{first.month:02}{mark}"
        if self.grain == "year":
            return f"{first.year:04}{mark}"
        whole_years = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
        if whole_years and first.year > 1 and last.year < 9999:
            span = last.year - first.year
            if span == 9 and first.year % 10 == 0:
                return f"{first.year // 10:03}X{mark}"
            if span == 99 and first.year % 100 == 0:
                return f"{first.year // 100:02}XX{mark}"
        return (
            f"{_end(first, mark, first=True)}/{_end(last, mark, first=False)}"
            if not whole_years
            else (f"{_year(first)}{mark if first != FIRST_DAY else ''}/{_year(last)}{mark if last != LAST_DAY else ''}")
        )

    @property
    def days(self) -> int:
        """How many days the stretch covers, 1 for a day."""
        return (self.latest - self.earliest).days + 1

    def within(self, other: When) -> bool:
        """Tell whether this stretch lies wholly inside the other one."""
        return other.earliest <= self.earliest and self.latest <= other.latest

    def meets(self, other: When) -> bool:
        """Tell whether the two stretches share at least one day."""
        return self.earliest <= other.latest and other.earliest <= self.latest


def _year(day: date) -> str:
    return ".." if day in (FIRST_DAY, LAST_DAY) else f"{day.year:04}"


def _end(day: date, mark: str, *, first: bool) -> str:
    """Print one end of an interval by the day, or by the month where it is a month's own first or last day."""
    return ".." if day == (FIRST_DAY if first else LAST_DAY) else f"{day.isoformat()}{mark}"


def on_day(day: date, text: str = "", qualifier: Literal["", "~", "?", "%"] = "") -> When:
    """Make the `When` of one day."""
    return When(day, day, "day", qualifier, text)


def in_month(year: int, month: int, text: str = "", qualifier: Literal["", "~", "?", "%"] = "") -> When:
    """Make the `When` of a whole month."""
    last = calendar.monthrange(year, month)[1]
    return When(date(year, month, 1), date(year, month, last), "month", qualifier, text)


def in_year(year: int, text: str = "", qualifier: Literal["", "~", "?", "%"] = "") -> When:
    """Make the `When` of a whole year."""
    return When(date(year, 1, 1), date(year, 12, 31), "year", qualifier, text)


def between(earliest: date, latest: date, text: str = "", qualifier: Literal["", "~", "?", "%"] = "") -> When:
    """Make the `When` of a stretch; one day if both ends are the same."""
    return When(earliest, latest, "day" if earliest == latest else "range", qualifier, text)


# --- Problems -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, order=True)
class Issue:
    """A problem as a value, with its place: shown at the end of a run and on the site's quality page."""

    path: str
    """The file, relative to the project or as the user named it."""
    line: int
    """1-based; 0 where the problem is the whole file's."""
    code: str
    """A stable name, `stage.problem`: `corpus.not-text`, `articles.header-contradicted`."""
    message: str
    """Lower case: what stood there and what was expected."""
    done: str
    """What the program did about it: `skipped`, `read as Latin-1`, `the row is left out`."""
    level: Literal["error", "warning", "note"] = "warning"
    """`error`: something is missing from the site; `warning`: counts under `--strict`; `note`: for information."""


# --- corpus.read ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Retold:
    """The report that a retelling tells again in its own words."""

    outlet: str
    title: str
    date: str
    """EDTF as given; empty if unknown."""
    url: str
    archive: str = ""
    """Where a copy of it is kept; empty if nobody said."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What a file or a record says about itself. Nothing here is believed before `articles.assemble`."""

    id: str = ""
    title: str = ""
    outlet: str = ""
    published: str = ""
    """The words as given; typed and checked by `articles.assemble`."""
    language: str = ""
    url: str = ""
    authors: tuple[str, ...] = ()
    part: int = 0
    """The number of this page in an article of several; 0 if not given."""
    retells: tuple[Retold, ...] = ()
    told_as_of: str = ""
    """An ISO date: the clock for relative words of a retelling."""
    archive: str = ""
    """Where a copy of it is kept; empty if nobody said."""


@dataclass(frozen=True, slots=True)
class RawText:
    """A file or a record as decoded, nothing guessed."""

    id: str
    """Front matter's `id`, else the path below the articles' folder without its suffix (records: plus `-` and line)."""
    path: str
    """Relative to the articles' folder, with `/`."""
    line: int
    """The line of a record in its file; 1 for a whole file."""
    media: Media
    letters: bytes
    """Its `source`, packed."""
    blocks: tuple[tuple[int, int], ...]
    """Spans in `source` of the paragraphs, headings and lines that may be the article; furniture not yet judged."""
    front: FrontMatter
    digest: str
    """SHA-256 of the file's or the record's bytes, hexadecimal."""

    @property
    def source(self) -> str:
        """The text that every offset counts in. For HTML the normalised text of the whole page."""
        return letters(self.letters)


# --- texts.clean ----------------------------------------------------------------------------------------------------


class Sentence(Struct, frozen=True, array_like=True, gc=False):
    """A sentence: `source[start:end]`, letter by letter."""

    start: int
    end: int
    paragraph: int
    """Counts the paragraphs that are kept, from 0."""
    role: Literal["headline", "header", "lead", "body", "caption"]
    """`header`: a line of the page's own (its clock, its rubric), kept only as a candidate for the publication date.
    `lead`: the first two paragraphs of running text."""


class Furniture(Struct, frozen=True, array_like=True, gc=False):
    """A stretch of the source that is not the article, and the rule that said so."""

    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class Text:
    """An article's own sentences, still pointing into the source."""

    raw: RawText
    language: str
    """The code of a language pack; empty if no pack fits."""
    title: str
    outlet: str
    """The id of an outlet in the topic's table where one fits, else the name as it stands, else empty."""
    kept: bytes | tuple[Sentence, ...]
    """Its `sentences`, packed or as they are."""
    cut: bytes | tuple[Furniture, ...]
    """Its `furniture`, packed or as it is."""
    part: int
    """The page's number where front matter or the text's own numbering shows that it goes on; else 0."""
    issues: tuple[Issue, ...] = ()

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        return _sentences(self.kept)

    @property
    def furniture(self) -> tuple[Furniture, ...]:
        return _furniture(self.cut)

    def packed(self) -> Text:
        """Give the same text with all that it is long by packed; its blocks were judged."""
        return replace(self, raw=replace(self.raw, blocks=()), kept=packed(self.sentences), cut=packed(self.furniture))

    def words(self, sentence: Sentence) -> str:
        """Give a sentence's own letters."""
        return self.raw.source[sentence.start : sentence.end]


# --- mentions.find --------------------------------------------------------------------------------------------------

Reads = Literal[
    "date",  # any of year, month, day, weekday given
    "relative",  # `offset` units from the clock: kemarin, tahun lalu, dua pekan depan
    "part",  # a quarter, half, season, decade or century
    "range",  # `first` to `last`
    "duration",
    "set",
    "reference",  # saat ini, baru-baru ini, masa depan
    "series",  # the n-th meeting of a series, if the topic's table knows it
    "bound",  # beberapa hari sebelum ...: before or after something else
]


class Meaning(Struct, frozen=True, array_like=True, gc=False):
    """What the words of a time expression say, before anybody knows which day that is."""

    reads: Reads
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    """ISO: Monday is 1."""
    unit: str = ""
    """day, week, weekend, month, quarter, half, season, year, decade, century; hour, minute, second in durations."""
    number: int | None = None
    """Which quarter, half, decade (199 for the 1990s), century (21), or ordinal of a series."""
    offset: int | None = None
    """Units from the clock: -1 kemarin or tahun lalu, 0 hari ini, 1 besok."""
    direction: int = 0
    """-1 said to be past (`Kamis lalu`), 1 said to be ahead (`Kamis depan`), 0 left open."""
    edge: Literal["", "start", "mid", "end", "before", "after", "around", "within"] = ""
    """awal, pertengahan, akhir; sebelum, sejak; sekitar; kurang dari."""
    part_of_day: str = ""
    """TIMEX3: MO, MI, AF, EV, NI."""
    clock: str = ""
    """`HH:MM`, as told."""
    zone: str = ""
    amount: str = ""
    """A duration or a set in ISO 8601: P3D, PT72H, P1Y."""
    reference: str = ""
    """PRESENT_REF, PAST_REF or FUTURE_REF."""
    series: str = ""
    first: Meaning | None = None
    last: Meaning | None = None
    counts_from: Literal["", "told"] = ""
    """`told`: counts from the day told before it, not from the clock: "dua hari kemudian", "the next day"."""
    from_easter: int | None = None
    """Days from Easter Sunday: -2 is Good Friday. The year is told or comes from the clock."""
    either_way: bool = False
    """Told with a weekday, without a year, and in figures that are a day either way round: "Friday (9/11)"."""


class TimeExpression(Struct, frozen=True, array_like=True, gc=False):
    """Words that name a time: found first, resolved later."""

    start: int
    end: int
    text: str
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    rule: str
    """The rule's name in its language pack: `id.weekday-bracket`."""
    meaning: Meaning


class EntityMention(Struct, frozen=True, array_like=True, gc=False):
    """A name in the text. Unknown capitalised runs are mentions too, with `entity` empty and kind `name`."""

    start: int
    end: int
    text: str
    entity: str
    """The id in the topic's tables, or empty."""
    kind: EntityKind
    sense: Literal["name", "adjective", "metonym", "short"] = "name"


class Quantity(Struct, frozen=True, array_like=True, gc=False):
    """A number with what it counts: "lebih dari 30% PDB global", "$23 triliun", "enam negara", "anggota ke-10"."""

    start: int
    end: int
    text: str
    value: float
    """In base units: 23 trillion is 2.3e13; 40% is 40 with unit `percent`."""
    comparator: Literal["=", ">", "<", ">=", "<=", "~"]
    unit: str
    """`percent`, a currency (`USD`, `IDR`), `ordinal`, `times`, or `count`."""
    noun: str = ""
    """What is counted, the words that follow: "negara", "anggota penuh", "populasi dunia"."""


@dataclass(frozen=True, slots=True)
class Mentions:
    """All that was found in one text, each kind in order of `start`, without overlaps inside a kind; packed or as it is."""

    timed: bytes | tuple[TimeExpression, ...] = ()
    named: bytes | tuple[EntityMention, ...] = ()
    counted: bytes | tuple[Quantity, ...] = ()

    @property
    def times(self) -> tuple[TimeExpression, ...]:
        return _times(self.timed)

    @property
    def entities(self) -> tuple[EntityMention, ...]:
        return _entities(self.named)

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        return _quantities(self.counted)

    def packed(self) -> Mentions:
        """Give the same packed."""
        return Mentions(packed(self.times), packed(self.entities), packed(self.quantities))


_sentences = unpacking(tuple[Sentence, ...])
_furniture = unpacking(tuple[Furniture, ...])
_times = unpacking(tuple[TimeExpression, ...])
_entities = unpacking(tuple[EntityMention, ...])
_quantities = unpacking(tuple[Quantity, ...])
_days = unpacking(tuple[tuple[str, When | None, str, float], ...])


# --- articles.assemble ----------------------------------------------------------------------------------------------


class Resolved(Struct, frozen=True, array_like=True, gc=False):
    """A time expression and the days that it names in its article."""

    expression: TimeExpression
    value: str
    """TIMEX3: `2022-09-16`, `2024-W27`, `199X`, `P3D`, `PRESENT_REF`, `A/B`; empty if it stays open."""
    when: When | None
    """None for durations, sets, references, and where the article has no clock."""
    how: str
    """One sentence: "weekday before the clock 2022-09-16"."""
    confidence: float
    """0 to 1."""


def packed_days(times: tuple[Resolved, ...]) -> bytes | tuple[Resolved, ...]:
    """Pack what time expressions are resolved to; the expressions themselves are packed with what else was found."""
    days = packed(tuple((time.value, time.when, time.how, time.confidence) for time in times))
    return days if isinstance(days, bytes) else times


@dataclass(frozen=True, slots=True)
class Publication:
    """When an article was published, and how one can tell."""

    when: When | None
    """None where nothing tells."""
    how: str
    """A code with a line of its own in the catalogues: `front-matter`, `metadata`, `attribution`, `dateline`, `told`,
    `series`, `header`, `first-part`, `unknown`."""
    confidence: float
    reasons: tuple[str, ...] = ()
    """One sentence for each candidate, the chosen one first."""


@dataclass(frozen=True, slots=True)
class Article:
    """One file or record, with its date and the days that it names."""

    id: str
    text: Text
    mentions: Mentions
    resolved: bytes | tuple[Resolved, ...]
    """Its `times`, or `packed_days` of them."""
    published: Publication
    clock: date | None
    """What "kemarin" counts from."""
    part_of: str
    """The id of the first page; empty for a first or only page."""
    origins: tuple[str, ...]
    """Whose reports this is: outlets or the reports retold; copies and wire text share one."""
    copy_of: str = ""
    """The id of the article that this one repeats; empty if none."""

    @property
    def times(self) -> tuple[Resolved, ...]:
        """The days of `mentions.times`, one for one; none before they are resolved."""
        if not isinstance(self.resolved, bytes):
            return self.resolved
        days = _days(self.resolved)
        return tuple(Resolved(time, *told) for time, told in zip(self.mentions.times, days, strict=True))

    @property
    def path(self) -> str:
        return self.text.raw.path

    @property
    def source(self) -> str:
        return self.text.raw.source

    @property
    def language(self) -> str:
        return self.text.language

    @property
    def front(self) -> FrontMatter:
        return self.text.raw.front


# --- statements.tell ------------------------------------------------------------------------------------------------


class Evidence(Struct, frozen=True, gc=False):
    """A quote at its place: `article.source[start:end] == quote`. Data files show it by the names of its fields."""

    article: str
    quote: str
    start: int
    end: int


class State(Struct, frozen=True, array_like=True, gc=False):
    """A status, a nature or a name that is told of somebody: "Avalon is an observer", "the League is no army"."""

    text: str
    """The words that say so."""
    measure: str
    """An id of the topic's measures."""
    subject: str
    value: str
    """The id of a status or of a trait; a name as it stands."""
    denied: bool
    as_of: When | None
    """The time that the sentence names for it; None: that of its article."""


class Figure(Struct, frozen=True, array_like=True, gc=False):
    """A quantity that states one of the topic's measures: of whom, for when, by which indicator."""

    quantity: Quantity
    measure: str
    """An id of the topic's measures."""
    subject: str
    """An entity id: the organisation or the country whose figure it is; two names where it counts their meetings."""
    upper: float | None = None
    """The other end of a range, "35-40 percent", whose lower end is the quantity's."""
    variant: str = ""
    """The indicator that its words name, "in nominal terms"; empty: what plain words mean."""
    countries: tuple[str, ...] = ()
    """Whose figures are added up, where a number of states names others than the members of the year."""
    as_of: When | None = None
    """The time that the text names for it; None: that of its article."""
    planned: bool = False
    """Whether it is a forecast."""


class Statement(Struct, frozen=True, array_like=True, gc=False):
    """What one article says once: the very words, when they say it happened, and how they say it."""

    id: str
    """A digest of what is said, not of where it stands."""
    evidence: Evidence
    when: When | None
    """None only for a statement that carries claims or an order but no day."""
    when_how: str
    """The rule that found the date and the reason for its day, a sentence."""
    kind: str
    """An id of the topic's kinds, or `general`."""
    stance: Stance
    actors: tuple[str, ...]
    """Entity ids in the order of the text; in an empty topic the names as they stand."""
    organisation: str
    """The organisation that the fact is about (joined, founded, met), or empty."""
    place: str
    """An entity id, or empty."""
    speaker: str
    """Who says it: an entity id, a name or an outlet; empty if the article speaks."""
    quantities: tuple[Quantity, ...]
    origins: tuple[str, ...]
    prominence: float
    """0 to 1: 1 in the lead, falling towards the end."""
    confidence: float
    series: str = ""
    """`series:ordinal` of the meeting that it names, or empty."""
    order: Literal["", "open", "last"] = ""
    """How a fact without a day of its own is ordered: `open` within the bounds of `when`; `last` the newest of its kind
    before the end of `when` ("at their last meeting"). Another article may name its day."""
    states: tuple[State, ...] = ()
    figures: tuple[Figure, ...] = ()
    """The quantities of its sentence that state a measure of the topic."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table that says the same as an event."""

    table: str
    line: int
    source: str
    archive: str = ""
    """Addresses of copies of its sources, between semicolons; empty if nobody said."""


@dataclass(frozen=True, slots=True)
class Join:
    """Why a statement or row belongs to an event: a score and the sentences of the features that made it."""

    left: str
    right: str
    score: float
    reasons: tuple[Reason, ...]


class Reason(Struct, frozen=True, array_like=True, gc=False):
    """One feature's word on a join."""

    feature: str
    score: float
    sentence: str


@dataclass(frozen=True, slots=True)
class Account:
    """One value that is told for a field of an event, and by whom."""

    value: str
    evidence: tuple[Evidence, ...]
    rows: tuple[Row, ...]
    preferred: bool
    reason: str
    """Why it is or is not the preferred one."""
    contradicts: bool = False
    """Whether it cannot be true together with the preferred one; a coarser value or a part of it can."""


@dataclass(frozen=True, slots=True)
class Target:
    """What a correction is about: some words of an article, or an entry by its address."""

    article: str = ""
    """The id of an article; with `entry`, the article without which the correction rests."""
    words: str = ""
    """A few words of the sentence, as the article writes them."""
    entry: str = ""
    """The address of an entry as it is without any correction."""


@dataclass(frozen=True, slots=True)
class Correction:
    """What an editor changes in the open, why, and what must be found for it to hold."""

    id: str
    does: Deed
    target: Target
    other: Target | None
    """`join`: what it belongs with; `part`: what it does not."""
    found: str
    """What the program finds without it: EDTF, the id of a kind, or a title; empty where the deed says it."""
    to: str
    """The new day in EDTF, or the id of the new kind."""
    titles: Words
    """The new title by language."""
    reason: Words
    made: str
    """The day of the correction, ISO."""
    row: Row
    """Its place in the topic."""


@dataclass(frozen=True, slots=True)
class Corrected:
    """What came of a correction."""

    correction: Correction
    state: Literal["applied", "resting", "failed"]
    """`resting`: its article is not among those that were read; `failed`: it does not find what it expects."""
    events: tuple[str, ...]
    """The entries that it shaped; none for a dropped one."""
    titles: Words
    """How the program titled what it changed, before."""


@dataclass(frozen=True, slots=True)
class Curated:
    """An entry by an editor: a text of his own, and the sources that it rests on."""

    id: str
    when: When
    kind: str
    actors: tuple[str, ...]
    place: str
    titles: Words
    bodies: Words
    """Markdown by language."""
    sources: tuple[Retold, ...]
    row: Row
    """Its file in the topic."""


@dataclass(frozen=True, slots=True)
class Event:
    """What happened, as the statements and rows say it together."""

    id: str
    when: When
    kind: str
    stance: Stance
    title: Mapping[str, str]
    """By interface language."""
    title_language: Mapping[str, str]
    """The language in which each title really is: a quoted sentence keeps its own."""
    actors: tuple[str, ...]
    place: str
    statements: tuple[Statement, ...]
    rows: tuple[Row, ...]
    joins: tuple[Join, ...]
    accounts: Mapping[str, tuple[Account, ...]]
    """By field: `when`, `place`, ...; only fields for which more than one value is told, or that a row confirms."""
    importance: float
    confidence: float
    origins: tuple[str, ...]
    related: tuple[tuple[str, str], ...] = ()
    """(event id, relation): `planned-for`, `held-as`, `finer`, `coarser`, `same-meeting`."""
    corrections: tuple[Correction, ...] = ()
    """Those that shaped it."""
    curated: tuple[Curated, ...] = ()
    """What editors write of it, apart from what articles say."""
    summary: Mapping[str, tuple[Evidence, ...]] = field(default_factory=dict)
    """At most three quotes that sum it up, by interface language; empty for an entry that only tables tell."""

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        return tuple(statement.evidence for statement in self.statements)


@dataclass(frozen=True, slots=True)
class DataCheck:
    """What the tables say of a claim."""

    value: float
    """The computed figure, in the claim's unit."""
    year: int
    measure: str
    verdict: Literal["holds", "holds-other-measure", "held-other-year", "does-not-hold"]
    computation: str
    """The sum, so that a reader can do it again."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure or a fact that somebody states: a share, a sum, a count, a founding date."""

    id: str
    subject: str
    attribute: str
    """An id of the topic's measures: `population-share`, `gdp`, `members`; `founded` for a founding date."""
    comparator: str
    """As a quantity's; `!=` for a state that is denied."""
    value: float | str
    """A number in base units, an ISO date (`2001-06-15`, `2002`), the id of a status or of a trait, or a name."""
    unit: str
    as_of: When | None
    text: str
    evidence: tuple[Evidence, ...]
    relations: tuple[tuple[str, str], ...]
    """(claim id, kind): `agrees`, `contradicts`, `superseded`, `other-measure`."""
    data_check: DataCheck | None
    origins: tuple[str, ...] = ()
    upper: float | None = None
    """The other end of a range; `value` is the lower one."""
    stance: Literal["told", "planned"] = "told"
    """A forecast is planned; it is checked only where the tables reach its time."""
    variant: str = ""
    """The indicator that the words name; empty: what plain words mean."""
    countries: tuple[str, ...] = ()
    """Whose figures are summed, where they are not the members of the year."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day that the corpus names, with the sentences that name it."""

    day: date
    importance: float
    events: tuple[str, ...]
    sentences: tuple[Evidence, ...]


# --- Releases -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Published:
    """An entry as a release published it, or what had become of it by then."""

    address: str
    """The entry's id."""
    fate: Literal["stands", "moved", "gone"]
    to: str = ""
    """`moved`: the entry that stands for it since."""
    edtf: str = ""
    kind: str = ""
    stance: str = ""
    titles: Words = field(default_factory=dict)
    """By the language that each is really in. Empty, like the date: what told it was withdrawn."""
    articles: tuple[str, ...] = ()
    """The articles that told it: without one of them, its words may not be shown any more."""
    marks: tuple[str, ...] = ()
    """Digests of its sentences and rows, by which it is found again at another address."""


@dataclass(frozen=True, slots=True)
class Release:
    """A state of the timeline that was published: what is not as it was in the release before."""

    number: int
    """Counts from 1."""
    day: date
    note: Words
    entries: tuple[Published, ...]


@dataclass(frozen=True, slots=True)
class Altered:
    """What a release changed about an entry; a value that may not be shown any more is empty."""

    deed: Literal["added", "redated", "retitled", "rekinded", "restated", "moved", "gone"]
    before: Published | None
    after: Published | None


@dataclass(frozen=True, slots=True)
class Released:
    """A release as readers are told of it."""

    release: Release
    standing: int
    """How many entries stood in the timeline since."""
    altered: tuple[Altered, ...]
    """Of the first release nothing: all of it was new."""


Why = Literal["", "dropped", "withdrawn", "named"]
"""Who took an entry away: a correction, a withdrawal, or an editor in `redirects.toml`; empty: nobody said."""


@dataclass(frozen=True, slots=True)
class Left:
    """An address at which an entry was published and stands no more."""

    address: str
    to: str
    """The entry that follows it; empty if none does."""
    last: Published | None
    """As it was last published; None where no release knew it."""
    since: date | None = None
    """The day of the release from which on it was gone; None before there is one."""
    why: Why = ""
    reason: Words = field(default_factory=dict)
    made: str = ""
    """The day of the correction or the withdrawal, ISO."""
    elsewhere: tuple[str, ...] = ()
    """Entries that hold its sentences, where none holds most of them."""


@dataclass(frozen=True, slots=True)
class Past:
    """What was published before this build."""

    releases: tuple[Released, ...] = ()
    """The newest first."""
    left: tuple[Left, ...] = ()
    """By address."""
    addresses: frozenset[str] = frozenset()
    """Every address at which a release published an entry."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """Everything that pages, charts and exports show."""

    articles: tuple[Article, ...]
    events: tuple[Event, ...]
    claims: tuple[Claim, ...]
    days: tuple[Day, ...]
    issues: tuple[Issue, ...]
    as_of: date
    """The site's own date: `SOURCE_DATE_EPOCH`, else the newest article's."""
    corrections: tuple[Corrected, ...] = ()
    """What came of every correction of the topic, in the order of the file."""
    past: Past = Past()
    """Earlier releases of the topic, and what became of the addresses that they published."""


# --- Pages ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Page:
    """A page to be rendered: its address, its template, and all that the template shows."""

    path: str
    """Relative to the site's root, with `/`: `en/events/2001-06-15-founding.html`."""
    template: str
    language: str
    context: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ChartTable:
    """The figures under a chart, for readers and for download."""

    columns: tuple[Words, ...]
    """Headings by interface language; the first column names the row."""
    rows: tuple[tuple[str | float | int | Words | None, ...], ...]
    """A missing figure is None, shown as such, never zero. A cell in words has them by interface language."""
    units: tuple[str, ...]
    """One per column: `year`, `count`, `percent` (41.9 is 41.9%), `text`, `words` (by interface language), `when` (EDTF)."""
    title: Words = field(default_factory=dict)
    """What the rows are; empty for a chart's main table."""
    links: tuple[str, ...] = ()
    """For each row the page behind it, relative to the folder of a language's pages (`events/ID.html`); empty if none."""


@dataclass(frozen=True, slots=True)
class Switch:
    """A part of a chart that a reader shows or hides, also without scripts: a box to tick, or one of a choice."""

    layer: str
    """What it shows: shapes of the picture and traces of the figure carry the same name."""
    label: Words
    choice: Words = field(default_factory=dict)
    """What is chosen, for one of several of which one is shown at a time, the first at first; empty for a box by itself."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart that a reader can check: the picture, the words, the figures and their sources."""

    id: str
    """Its name in addresses and `site.toml`: `membership`, `shares`."""
    title: Words
    """What it shows, computed from the data so that it stays true."""
    subtitle: Words
    """The unit and the source."""
    summary: Words
    """A text alternative, computed from the data."""
    svg: Mapping[str, str]
    """The static picture by language: a wide and a narrow `<svg>` element, of which `assets/charts.css` shows the one that
    fits. Safe to place into a page; links count from the folder of a language's pages."""
    figure: Mapping[str, str]
    """The Plotly figure by language, as JSON text; empty for a chart without one."""
    tables: tuple[ChartTable, ...]
    notes: tuple[Words, ...]
    """Breaks, gaps, derived figures."""
    sources: tuple[Words, ...]
    """Attribution lines."""
    downloads: tuple[str, ...] = ()
    """Addresses of its data files, relative to the site's root."""
    switches: tuple[Switch, ...] = ()
    """What a reader can hide, or choose between."""
    script: str = ""
    """The name below `assets/` of a script of its own; empty for most."""


# --- Search ---------------------------------------------------------------------------------------------------------

Sort = Literal["entry", "article", "claim", "country", "person", "organisation", "place", "page"]


STEPS = 9
"""The search tells weights in whole steps from 0 to this."""


@dataclass(frozen=True, slots=True)
class Document:
    """Something that readers search for, in the words of every interface language."""

    sort: Sort
    address: Words
    """By interface language: its page below the language's folder, with a fragment: `events/ID.html`."""
    titles: Mapping[str, tuple[str, str]]
    """By interface language: the title, and the language that it really is in."""
    notes: Words
    """By interface language: what stands beside the title: its date, an office, an outlet."""
    names: tuple[tuple[str, str], ...] = ()
    """(language, words) that find it and are not shown: who acts in it, where, other names."""
    texts: tuple[tuple[str, str], ...] = ()
    """(language, words) that are shown where they were found: quotes."""
    years: tuple[int, int] = (0, 0)
    """The first and the last year; zeros where none is known."""
    kind: str = ""
    """The id of an entry's kind."""
    weight: float = 0.0
    """0 to 1, in `STEPS`: how much it matters beside others that fit as well."""


# --- Editions -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Cited:
    """A source as an edition cites it: by its number."""

    number: int
    """Counts from 1 in the order in which entries cite it; the same in every language."""
    page: str
    """Its page, relative to the site's root; empty for a report that only an editor names."""
    outlet: str
    title: str
    lang: str
    """The language of the title."""
    published: str
    """When, in words."""
    edtf: str
    url: str
    retold: str
    """ "retelling of ...", or empty."""
    archive: str = ""
    """Where a copy of it is kept; empty if nobody said."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quote inside its sentence, with the number of its source."""

    before: str
    quote: str
    """What is marked of it; empty if nothing stands out."""
    after: str
    lang: str
    source: int
    speaker: str = ""
    stance: str = ""
    """In words; empty where it is simply told."""

    @property
    def text(self) -> str:
        """The whole sentence."""
        return f"{self.before}{self.quote}{self.after}".strip()


@dataclass(frozen=True, slots=True)
class Differing:
    """A field about which accounts differ."""

    name: str
    values: tuple[tuple[str, bool], ...]
    """Each value in words, and whether it is the preferred one."""


@dataclass(frozen=True, slots=True)
class Reading:
    """An entry in the finished words of one language, as editions and feeds print it."""

    id: str
    page: str
    """Its page, relative to the site's root."""
    when: When
    dated: str
    """When, in words, with how far it can be trusted."""
    year: int
    """The year under which it stands; 0 if nothing is known of its time."""
    title: str
    lang: str
    """The language of the title."""
    kind: str
    kind_name: str
    stance: Stance
    labels: tuple[str, ...]
    actors: tuple[str, ...]
    place: str
    countries: tuple[str, ...]
    """Ids of the countries that it is about."""
    quotes: tuple[Quoted, ...]
    differing: tuple[Differing, ...]
    written: tuple[tuple[str, tuple[int, ...]], ...]
    """What editors write, as safe HTML, with the numbers of their sources."""
    rows: tuple[str, ...]
    """Table lines that say the same, in words."""
    told: date | None
    """The newest date among what it is made of; None where only tables tell it."""
    importance: float


@dataclass(frozen=True, slots=True)
class Checked:
    """A claim beside what the tables say of it, in words."""

    id: str
    name: str
    """Of whom and what: "League: share of the population"."""
    said: str
    verdict: str
    """Empty where nothing can be computed."""
    found: str
    quotes: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A correction for a feed."""

    id: str
    page: str
    """Its place on the page of corrections, relative to the site's root."""
    deed: str
    reason: str
    made: date


@dataclass(frozen=True, slots=True)
class News:
    """A release for a feed."""

    number: int
    page: str
    """Its place on the page of what changed, relative to the site's root."""
    title: str
    summary: str
    lines: tuple[tuple[str, str, str], ...]
    """What happened, to which title, and its page, relative to the site's root; empty if it has none."""
    day: date


@dataclass(frozen=True, slots=True)
class Figures:
    """A table of a chart, every cell in words; a missing figure is a dash."""

    id: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart in one language: its picture, its words and its figures."""

    id: str
    title: str
    subtitle: str
    summary: str
    svg: str
    """A wide and a narrow picture; links count from the folder of the language's pages."""
    tables: tuple[Figures, ...]
    notes: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Booklet:
    """The whole timeline in one language, told by `pages.booklets` for editions and feeds."""

    language: str
    folder: str
    """Of its pages, relative to the site's root: empty, or `en/`."""
    title: str
    subtitle: str
    description: str
    readings: tuple[Reading, ...]
    """In order of time."""
    sources: tuple[Cited, ...]
    claims: tuple[Checked, ...]
    charts: tuple[Drawing, ...]
    """Empty in a booklet that was told without them."""
    changes: tuple[Change, ...]
    countries: Words
    """Names of the countries that have a page, by id."""
    country_pages: Words
    corrections: str
    """What its page of corrections is called."""
    newest: Mapping[str, date]
    """By page: the newest date among what it is made of; a page of which no date is known is not in it."""
    as_of: date
    base_url: str
    tag: str
    """What its `tag:` addresses begin with: `example.org,2026`; empty if the topic names none."""
    news: tuple[News, ...] = ()
    """What releases changed, the newest first."""
    what_changed: str = ""
    """What the page of releases is called."""
