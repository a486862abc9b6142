"""What a topic knows, as values. `topic.load` reads them from the topic's folder; nothing else builds them.

Every row keeps the table and the line that it came from, so that a page can cite it and an Issue can name it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal

from site_src.model import Correction, Curated, EntityKind, Release, Row, When, Words


@dataclass(frozen=True, slots=True)
class Alias:
    """A name by which texts call an entity."""

    text: str
    language: str
    """The language whose texts use it; empty if all do."""
    sense: Literal["name", "adjective", "metonym", "short"]
    """`metonym`: a capital or a palace for its government; `short`: counts only after the full name in the article."""
    slip: bool = False
    """Whether it is a slip of the press: it names the entity, and that it is wrong may be said."""


@dataclass(frozen=True, slots=True)
class Entity:
    """A country, a person, an organisation or a place."""

    id: str
    """`CHN`, `xi-jinping`, `sco`, `astana`."""
    kind: EntityKind
    names: Words
    aliases: tuple[Alias, ...]
    """All of them, the names included."""
    country: str = ""
    """The id of a person's, an organisation's or a place's country; of a country's own, empty."""
    role: Words = field(default_factory=dict)
    first: When | None = None
    """When a person's role began."""
    last: When | None = None
    capital: str = ""
    """The place id of a country's capital."""
    row: Row | None = None
    iso_numeric: str = ""
    """A country's ISO 3166-1 numeric, three figures: by it a map finds the outline. Empty: it has none."""
    spot: tuple[float, float] | None = None
    """Longitude and latitude in degrees, where a map shows a country without an outline."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of event: the words that betray it and the title that is composed for it."""

    id: str
    names: Words
    triggers: Mapping[str, tuple[str, ...]]
    """By language: words or runs of words, lower case. `*` ends a stem (`bergabung*`), ` .. ` allows up to four words
    between (`mengajukan .. keanggotaan`)."""
    refuses: Mapping[str, tuple[str, ...]]
    """By language: words that forbid the kind in the same clause."""
    titles: Words
    """By interface language, with `{actors}`, `{organisation}`, `{place}`, `{series}`; empty: the best sentence."""
    titles_planned: Words
    actors: Literal["none", "one", "two", "any"]
    """How many actors the kind needs to be composed into a title and to merge by: a meeting needs two."""
    actor_kinds: tuple[EntityKind, ...]
    """Which entities act in it: an accession has countries, a meeting persons and countries."""
    place_is: Literal["where", "none"]
    organisation: Literal["needed", "allowed", "none"]
    once: bool
    """It happens once for one organisation: another day is another account, not another event (a founding)."""
    generic: bool
    """It yields to any other kind on the same day with the same actors (a remark made at a meeting)."""
    weight: float
    """0 to 1: how much an event of this kind matters."""
    status: str
    """The membership status that rows of this kind begin, or empty."""
    row: Row | None = None
    rare: bool = False
    """It does not happen twice to the same actors within days: another day near it is another account of it."""
    decides: str = ""
    """The membership status that it decides before it comes into force, or empty: the rows' `decided` days are its own."""
    also: tuple[str, ...] = ()
    """Kinds of which it can be the act: who signs the memorandum gains the status."""


@dataclass(frozen=True, slots=True)
class SeriesMeeting:
    """The n-th meeting of a series."""

    ordinal: int
    when: When
    place: str
    country: str
    format: str
    """`in-person`, `virtual`, `hybrid`, `planned`."""
    decisions: Words
    confidence: Literal["high", "medium", "low"]
    row: Row


@dataclass(frozen=True, slots=True)
class Series:
    """A numbered series of meetings: the words that name it and its table."""

    id: str
    kind: str
    """The kind of event that a meeting of it is."""
    names: Words
    titles: Words
    """By interface language, with `{ordinal}` and `{place}`."""
    names_in_text: Mapping[str, tuple[str, ...]]
    """By language: how texts call a meeting of it (`ktt liga`, `league summit`), lower case."""
    organisation: str
    meetings: tuple[SeriesMeeting, ...]


@dataclass(frozen=True, slots=True)
class Spell:
    """A country's status in the organisation for a stretch of time."""

    country: str
    status: str
    """An id of the topic's statuses: `member`, `observer`, `dialogue-partner`, `forerunner`, `applicant`."""
    start: When
    """When it came into force."""
    end: date | None
    """The first day on which it held no more; None while it holds."""
    decided: When | None
    """When it was decided, the day that the press names."""
    founding: bool
    confidence: Literal["high", "medium", "low"]
    note: Words
    row: Row


@dataclass(frozen=True, slots=True)
class Status:
    """A rung of the organisation's ladder, drawn in this order."""

    id: str
    names: Words
    counts: bool
    """Whether the charts of membership count it."""
    column: str
    """Its column in `membership.csv`: `members`, `observers`, `dialogue_partners`; empty if it has none."""
    many: Words = field(default_factory=dict)
    """Its name for several countries, in languages that change it: `full members`."""
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By language: words that say it of the countries named before them: `is an observer`."""
    lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By language: words that a list of those who have it follows: `observers` (are A, B and C)."""
    refuses: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By language: words beside which neither says it."""

    @property
    def plural(self) -> Words:
        return {**self.names, **self.many}


@dataclass(frozen=True, slots=True)
class Milestone:
    """An event that the topic's table states without a text: a charter signed, a treaty in force."""

    id: str
    kind: str
    when: When
    titles: Words
    actors: tuple[str, ...]
    place: str
    confidence: Literal["high", "medium", "low"]
    row: Row


@dataclass(frozen=True, slots=True)
class Indicator:
    """A series of figures, a value a country and year."""

    id: str
    """`population`, `gdp_nominal`, `gdp_ppp`: the measure's name in `shares.csv`."""
    code: str
    """The publisher's code: `SP.POP.TOTL`."""
    names: Words
    unit: str
    units: Words
    source: str
    licence: str
    vintage: str
    derived: Words
    """How it was computed if the publisher does not state it; empty if it does."""
    values: Mapping[str, Mapping[int, float]]
    """country id -> year -> value. A missing figure is missing, never zero. `WLD` is the world."""
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By language: patterns as a kind's triggers, by which a text says that it means this indicator: "in nominal terms"."""
    definition: Words = field(default_factory=dict)
    """What is counted, in a sentence without its name."""
    breaks: Words = field(default_factory=dict)
    """Which figures are not to be compared: a country that counted anew in some year."""
    url: str = ""
    """Where the publisher shows it; empty if unknown."""
    database: int = 0
    """The publisher's database in which `make data` asks for the code; 0: its figures stay as they are."""


@dataclass(frozen=True, slots=True)
class Trait:
    """Something that texts say the organisation is, or is not: a military alliance."""

    names: Words
    words: Mapping[str, tuple[str, ...]]
    """By language: patterns as a kind's triggers."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure or a state that texts claim about the organisation: the words that betray it, the data that check it."""

    id: str
    """`population-share`, `gdp-share`, `gdp`, `members`, `observers`, `founded`."""
    names: Words
    words: Mapping[str, tuple[str, ...]]
    """By language: patterns as a kind's triggers; one must stand near the quantity."""
    refuses: Mapping[str, tuple[str, ...]]
    unit: str
    """The quantity's unit: `percent`, `USD`, `count`, `ordinal`, `date`; of states `status`, `trait` or `name`."""
    computes: Literal["share", "sum", "count", "founding", "status", "name", "none"]
    indicators: tuple[str, ...]
    """Which indicators can stand for it, the first being what plain words mean: nominal before PPP."""
    status: str
    tolerance: float
    """Relative: 0.05 lets 40 stand for 41.9."""
    traits: Mapping[str, Trait] = field(default_factory=dict)
    """By id: what a measure of unit `trait` can say."""
    round: float = 0.0
    """Relative: the tolerance of a figure of one digit, where it is wider: 40 stands for 42.4, but 45 not for 42.4."""

    @property
    def lasts(self) -> bool:
        """Whether it says the same of every year: a founding date, a nature, a name."""
        return self.unit in ("date", "trait", "name")


@dataclass(frozen=True, slots=True)
class Outlet:
    """A newspaper or site: its names, its page furniture, what may be shown of it."""

    id: str
    name: str
    aliases: tuple[str, ...]
    """Names and domains by which texts and attributions call it."""
    url: str
    furniture: tuple[str, ...]
    """Regular expressions over a whole line (`re.fullmatch`, case ignored) that are the page's, not the article's."""
    trims: tuple[str, ...]
    """Regular expressions that are cut from the beginning or end of a line: an outlet's name before a dateline."""
    date_order: Literal["dmy", "mdy"] | None
    """How it writes a date in figures; None: as its language does."""
    full_text: bool
    """Whether its licence allows the whole text to be shown."""
    licence: str
    agency: bool = False
    """A wire service: what others take from it is one origin."""


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """An article that an editor took down, and why."""

    id: str
    article: str
    """Its id, or its path below the articles' folder."""
    reason: Words
    made: str
    """The day of the withdrawal, ISO."""
    removed: bool
    """Whether its file is gone too, so that none need be found."""
    row: Row
    """Its place in the topic."""
    articles: tuple[str, ...] = ()
    """The ids at whose addresses it leaves a tombstone; known once the articles are read."""


@dataclass(frozen=True, slots=True)
class Redirect:
    """What an editor says of an address at which an entry stood."""

    address: str
    to: str
    """The entry that stands for it; empty: none does."""
    reason: Words
    row: Row
    """Its place in the topic."""


@dataclass(frozen=True, slots=True)
class Topic:
    """Everything that is about the world, read from one folder."""

    folder: Path
    title: Words
    subtitle: Words
    description: Words
    languages: tuple[str, ...]
    """Interface languages, the default one first."""
    base_url: str
    organisation: str
    """The id of the organisation that the timeline is about; empty in an empty topic."""
    entities: Mapping[str, Entity]
    kinds: tuple[Kind, ...]
    series: tuple[Series, ...]
    statuses: tuple[Status, ...]
    spells: tuple[Spell, ...]
    milestones: tuple[Milestone, ...]
    indicators: Mapping[str, Indicator]
    measures: tuple[Measure, ...]
    outlets: Mapping[str, Outlet]
    furniture: tuple[str, ...]
    """Furniture of any outlet."""
    trims: tuple[str, ...]
    pages: Mapping[str, Words]
    """Texts of the topic's own pages by name and language, as `own_pages.read_own` parts them: `pages["about"]["id"]`."""
    charts: tuple[str, ...]
    """Which chart kinds to draw, in order."""
    max_entries: int
    """How many entries get a page; 0: all."""
    inputs: tuple[Path, ...]
    """Every file that was read, for the manifest."""
    corrections: tuple[Correction, ...] = ()
    """What editors change in the open, in the order of `corrections.toml`."""
    curated: tuple[Curated, ...] = ()
    """Entries by editors, in the order of their files."""
    withdrawn: tuple[Withdrawal, ...] = ()
    """Articles that were taken down, in the order of `withdrawn.toml`."""
    tag: str = ""
    """What the `tag:` addresses of feeds begin with (RFC 4151): a domain of the publisher's and a year in which it was
    his, `example.org,2026`. They stay when the site moves. Empty: there are no feeds."""
    releases: tuple[Release, ...] = ()
    """What was published before, the oldest first."""
    redirects: tuple[Redirect, ...] = ()
    """Addresses whose followers are named by hand, in the order of `redirects.toml`."""
    licence: str = ""
    """Under which the topic's own texts and tables may be used: `MIT`, `CC BY 4.0`; empty: nothing is said."""
    main_pages: tuple[str, ...] = ()
    """Own pages in the main navigation, in this order; the others stand at the foot."""
    templates: Mapping[str, str] = field(default_factory=dict)
    """Templates, styles and scripts that stand for the program's of the same name: `entry.html`. What only goes to the
    site, below `templates/assets/`, is not among them."""
