"""Facets: by what the timeline can be narrowed, each value with how many entries have it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from site_src.addresses import file_name
from site_src.model import Article, Event
from site_src.pages.cards import disputed, kind_label
from site_src.pages.desk import Desk
from site_src.pages.holdings import countries_of
from site_src.pages.passages import stance_label
from site_src.pages.scales import mark
from site_src.wording import msgid

FACETS = (
    ("kind", msgid("Kind"), msgid("all kinds")),
    ("country", msgid("Country"), msgid("all countries")),
    ("outlet", msgid("Outlet"), msgid("all outlets")),
    ("state", msgid("Told as"), msgid("all")),
    ("grain", msgid("Exactness"), msgid("all")),
    ("differs", msgid("Accounts"), msgid("all")),
    ("lang", msgid("Language of the reports"), msgid("all languages")),
)
"""Each with its label and the words for all of its values."""
FIRST = 3
"""How many of them stand open; the others are opened."""
GRAINS = {
    "day": msgid("A day"),
    "days": msgid("Some days"),
    "month": msgid("A month"),
    "band": msgid("Somewhere in a stretch"),
    "year": msgid("A year"),
    "years": msgid("Some years"),
    "open": msgid("Open at an end"),
}
REPORTS = {"reported": msgid("reported by articles"), "tables": msgid("tables only")}
Values = tuple[tuple[str, str, str], ...]
"""What an entry has, each as (facet, value for addresses, name)."""


@dataclass(frozen=True, slots=True)
class Option:
    """A value of a facet with how many entries have it."""

    value: str
    text: str


@dataclass(frozen=True, slots=True)
class Facet:
    """A choice among the values of a facet."""

    id: str
    label: str
    all: str
    options: tuple[Option, ...]


def values(desk: Desk, event: Event) -> Values:
    """Tell all values that an entry has, facet by facet."""
    return desk.once(("values", event.id), lambda: _values(desk, event))


def _values(desk: Desk, event: Event) -> Values:
    kind = kind_label(desk, event)
    grain = mark(event.when)
    reported = "reported" if event.evidence or event.curated else "tables"
    stances = () if event.stance == "told" and not event.evidence else (stance_label(desk, event.stance),)
    return (
        ("kind", slug(kind.code), kind.text),
        *(("country", slug(id), desk.name(id)) for id in countries_of(event, desk.topic)),
        *(("outlet", slug(id), desk.outlet(id)) for id in outlets_of(desk, event)),
        *(("state", label.code, label.text) for label in stances),
        ("state", reported, desk.say(REPORTS[reported])),
        ("grain", grain, desk.say(GRAINS[grain])),
        *([("differs", "yes", desk.say("accounts differ"))] if disputed(event) else []),
        *(("lang", code, desk.text(desk.packs[code].names)) for code in languages_of(desk, event)),
    )


def attribute(found: Values) -> str:
    """Write an entry's values for the script: `kind:summit country:arv`."""
    return " ".join(f"{facet}:{value}" for facet, value, _ in found)


def facets(desk: Desk, found: Iterable[Values]) -> tuple[Facet, ...]:
    """Count the values of all entries and name them in the order of the alphabet; a facet without values is left out."""
    counted = Counter(one for values in found for one in values)
    drawn = [Facet(id, desk.say(label), desk.say(all), _options(counted, id)) for id, label, all in FACETS]
    return tuple(facet for facet in drawn if facet.options)


def slug(id: str) -> str:
    """Make an id fit for addresses and attributes."""
    return file_name(id.lower())


def outlets_of(desk: Desk, event: Event) -> tuple[str, ...]:
    """Name the outlets that report an entry: of a retelling those that it retells, for it is their report."""
    return desk.once(("outlets", event.id), lambda: _outlets_of(desk, event))


def _outlets_of(desk: Desk, event: Event) -> tuple[str, ...]:
    articles = (desk.holdings.article_by_id[proof.article] for proof in event.evidence)
    names = (name for article in articles for name in _outlets(article) if name)
    return tuple(dict.fromkeys(map(desk.holdings.outlet_id, names)))


def _outlets(article: Article) -> tuple[str, ...]:
    return tuple(retold.outlet for retold in article.front.retells) or (article.text.outlet,)


def languages_of(desk: Desk, event: Event) -> tuple[str, ...]:
    """Name the languages in which articles tell an entry."""
    codes = {desk.holdings.article_by_id[proof.article].language for proof in event.evidence}
    return tuple(sorted(code for code in codes if code in desk.packs))


def _options(counted: Counter[tuple[str, str, str]], facet: str) -> tuple[Option, ...]:
    found = [(text, value, number) for (id, value, text), number in counted.items() if id == facet]
    return tuple(Option(value, f"{text} ({number})") for text, value, number in sorted(found, key=_alphabet))


def _alphabet(one: tuple[str, str, int]) -> tuple[str, str]:
    return one[0].casefold(), one[1]
