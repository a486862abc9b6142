"""The desk: what one interface language's pages are written from."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from site_src.addresses import file_name, relative
from site_src.languages.pack import LanguagePack
from site_src.model import Article, Chart, Claim, Event, Timeline, Words
from site_src.pages.holdings import Holdings
from site_src.pages.own_texts import at_foot, in_navigation
from site_src.pages.views import Link
from site_src.topic.values import Entity, Topic
from site_src.wording import Catalogue, open_catalogue
from site_src.wording.dates import DateWords, date_words

Question = tuple[str, str | None]
"""A shelf of the holdings, and a key of it; None asks for all that is on it."""

FOLDERS = {"person": "people", "organisation": "organisations", "place": "places"}
"""Of the pages of entities, by kind; countries have pages of their own sort."""


ALL = slice(None)
"""Every one of the things that a kind of page is made for."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page that can be planned by itself, before it is."""

    path: str
    of: tuple[str, ...]
    """The ids that its planner is given; all else it asks the desk."""


@dataclass(frozen=True, slots=True)
class Desk:
    """One language's words and addresses, with all that there is to tell."""

    holdings: Holdings
    packs: Mapping[str, LanguagePack]
    charts: tuple[Chart, ...]
    language: str
    languages: tuple[str, ...]
    words: Catalogue
    own_main: tuple[tuple[str, str], ...] = ()
    """The topic's own pages in the main navigation, as (page, words)."""
    own_foot: tuple[tuple[str, str], ...] = ()
    """Those at the foot."""
    told: dict[tuple[Hashable, ...], tuple[object, tuple[Question, ...]]] = field(
        default_factory=dict, repr=False, compare=False
    )
    """What it has told already and many pages show, by what it is and of what; each with what was asked for it, which is asked by whoever gets it."""
    asked: list[Question] = field(default_factory=list, repr=False, compare=False)
    """What was asked of its holdings, where that is noted."""
    sorted: Mapping[str, Mapping[str, object]] = field(default_factory=dict, repr=False, compare=False)
    """Where it is, also what was sorted from all that there is, by its name."""

    @property
    def timeline(self) -> Timeline:
        return self.holdings.timeline

    @property
    def topic(self) -> Topic:
        return self.holdings.topic

    def once(self, key: tuple[Hashable, ...], tell: Callable[[], T]) -> T:
        """Tell what many pages show, and only at the first time; a key names what is told and all that it depends on."""
        found = self.told.get(key)
        if found is None:
            start = len(self.asked)
            found = self.told[key] = (tell(), tuple(self.asked[start:]))
        elif found[1]:
            self.asked.extend(found[1])
        return found[0]  # type: ignore[return-value]

    def sort(self, name: str, sort: Callable[[Desk], Mapping[str, T]]) -> Mapping[str, T]:
        """Sort all that there is onto a shelf, once; who looks at one of its places has not asked for all of it."""
        if name in self.sorted:
            return self.sorted[name]  # type: ignore[return-value]
        return self.once(("sorted", name), lambda: sort(self))

    def say(self, message: str, **values: object) -> str:
        """Translate a message of the interface."""
        return self.words.say(message, **values)

    def count(self, one: str, many: str, number: int, **values: object) -> str:
        """Translate a message about a number of things."""
        return self.words.count(one, many, number, **values)

    def noun(self, one: str, many: str, number: int) -> str:
        """Translate what stands beside a number that is set apart from it."""
        return self.words.messages.ngettext(one, many, number)

    def text(self, words: Words) -> str:
        """Choose the topic's words in this language, else in the first language that has some."""
        if words.get(self.language):
            return words[self.language]
        return next(
            (words[language] for language in self.languages if words.get(language)), next(iter(words.values()), "")
        )

    def date(self, event_or_article: Event | Article) -> DateWords:
        """Tell when an entry happened or an article was published."""
        when = event_or_article.when if isinstance(event_or_article, Event) else event_or_article.published.when
        return date_words(when, self.words)

    def name(self, id: str) -> str:
        """Name an entity; a name that is in no table stands as it is."""
        entity = self.topic.entities.get(id)
        return self.text(entity.names) if entity and entity.names else id

    def outlet(self, id: str) -> str:
        """Name an outlet."""
        if not id:
            return self.say("unknown outlet")
        return self.topic.outlets[id].name if id in self.topic.outlets else id

    def outlet_view(self, start: str, name: str) -> Link:
        """Link an outlet, by its id or any of its names, to its page if it has one."""
        id = self.holdings.outlet_id(name)
        known = id in self.holdings.outlets
        return Link(self.outlet(id), relative(start, self.path(outlet_name(id))) if known else "")

    # Addresses: without a start they are relative to the site's root.

    def path(self, name: str, language: str = "") -> str:
        """Give the path of a page by its name in this or another interface language."""
        language = language or self.language
        return name if language == self.languages[0] else f"{language}/{name}"

    def event_path(self, id: str) -> str:
        return self.path(event_name(id))

    def article_path(self, id: str) -> str:
        return self.path(article_name(id))

    def country_path(self, id: str) -> str:
        return self.path(country_name(id))

    def link(self, start: str, name: str) -> str:
        """Link from a page's path to a page of the same language by its name."""
        return relative(start, self.path(name))

    def event_link(self, start: str, id: str) -> str:
        """Link to an entry's page; empty if it has none."""
        return relative(start, self.event_path(id)) if id in self.holdings.event_by_id else ""

    def article_link(self, start: str, id: str) -> str:
        return relative(start, self.article_path(id)) if id in self.holdings.article_by_id else ""

    def country_link(self, start: str, id: str) -> str:
        """Link to a country's page; empty if it has none."""
        return relative(start, self.country_path(id)) if id in self.holdings.countries else ""

    def entity_link(self, start: str, id: str) -> str:
        """Link to the page of a country, a person, an organisation or a place; empty if it has none."""
        entity = self.holdings.entities.get(id)
        return relative(start, self.path(entity_name(entity))) if entity else self.country_link(start, id)


CLAIMS = "claims"
"""The folder of the pages on which claims stand."""
LINKED = frozenset(("events", "articles", "countries", *FOLDERS.values()))
"""The folders of the pages to which cards and quotes lead."""


def seen_from(start: str) -> Hashable:
    """Say from where cards and quotes are linked: from folders of one depth to which none leads, all links are the same.

    >>> seen_from("years/2001.html") == seen_from("kinds/summit.html") != seen_from("events/a.html")
    True
    """
    folders = start.split("/")[:-1]
    return folders[-1] if folders and folders[-1] in LINKED else len(folders)


def event_name(id: str) -> str:
    """Name an entry's page, without its language's folder."""
    return f"events/{file_name(id)}.html"


def article_name(id: str) -> str:
    """Name an article's page, without its language's folder."""
    return f"articles/{file_name(id)}.html"


def country_name(id: str) -> str:
    """Name a country's page, without its language's folder."""
    return f"countries/{file_name(id.lower())}.html"


def entity_name(entity: Entity) -> str:
    """Name the page of a person, an organisation or a place, without its language's folder."""
    return f"{FOLDERS[entity.kind]}/{file_name(entity.id)}.html"


def claim_page(claim: Claim) -> str:
    """Name the page on which a claim stands with its quotes and its sum, without its language's folder."""
    return f"{CLAIMS}/{file_name(claim.attribute)}.html"


def person_name(id: str) -> str:
    """Name a person's page, without its language's folder."""
    return f"{FOLDERS['person']}/{file_name(id)}.html"


def series_name(id: str) -> str:
    """Name the page of a series of meetings, without its language's folder."""
    return f"series/{file_name(id)}.html"


def outlet_name(id: str) -> str:
    """Name an outlet's page, without its language's folder. Names that differ in capitals alone have each their own."""
    return f"outlets/{file_name(id)}.html"


def open_desk(
    holdings: Holdings,
    packs: Mapping[str, LanguagePack],
    charts: tuple[Chart, ...],
    language: str,
    languages: tuple[str, ...],
) -> Desk:
    """Open the desk of one interface language."""
    bare = Desk(holdings, packs, charts, language, languages, open_catalogue(language))
    return replace(bare, own_main=in_navigation(bare), own_foot=at_foot(bare))
