"""How to cite an entry or an article: APA and Chicago to paste into a text, BibTeX, RIS and CSL-JSON for programs.

    an entry of 15 June 2001  ->  League founded. (2024, July 4). Lake Timeline. https://example.org/events/....html

An entry, and an article that is told here in our own words, are cited as pages of this site as of the site's date; any
other article as its outlet's. Names stay as they stand: nobody can tell a family name in every language.
"""

from __future__ import annotations

from dataclasses import dataclass

from site_src.addresses import file_name
from site_src.model import Article, Event, When, on_day
from site_src.pages.cards import title_of
from site_src.pages.citing_formats import APPROXIMATE, Work, bibtex, csl, ris, years_of
from site_src.pages.desk import Desk, article_name, event_name
from site_src.pages.passages import article_title, retelling
from site_src.pages.views import Link
from site_src.wording import msgid
from site_src.wording.dates import month_name


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a reference."""

    text: str
    lang: str = ""
    """Its language where it is not the page's."""
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Style:
    """A reference to paste into a text."""

    name: str
    code: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Format:
    """A reference for programs."""

    name: str
    code: str
    text: str


@dataclass(frozen=True, slots=True)
class Citing:
    """All that a page shows of how to cite it."""

    heading: str
    permalink: Link
    styles: tuple[Style, ...]
    formats: tuple[Format, ...]


def cite_event(desk: Desk, event: Event) -> Citing:
    """Cite an entry as a page of this site."""
    title, lang = title_of(desk, event)
    note = desk.say("Entry %(id)s: %(date)s", id=event.id, date=desk.date(event).full)
    work = _own(desk, event_name(event.id), event.id, title, lang or desk.language, note)
    return _citing(desk, desk.say("Cite this entry"), event_name(event.id), work)


def cite_article(desk: Desk, article: Article) -> Citing:
    """Cite an article as its outlet's, or as a page of this site where it is told here in our own words."""
    title, name = article_title(desk, article), article_name(article.id)
    if article.front.retells:
        work = _own(desk, name, article.id, title, article.language or "und", retelling(desk, article))
        return _citing(desk, desk.say("Cite this text"), name, work)
    work = Work(
        file_name(article.id),
        "article-newspaper",
        title,
        article.language or "und",
        article.front.authors,
        desk.outlet(article.text.outlet) if article.text.outlet else "",
        article.published.when,
        article.front.url if article.front.url.startswith(("https://", "http://")) else "",
        "",
    )
    return _citing(desk, desk.say("Cite this article"), name, work)


def _own(desk: Desk, name: str, id: str, title: str, language: str, note: str) -> Work:
    day = on_day(desk.timeline.as_of)
    return Work(
        file_name(id), "webpage", title, language, (), desk.text(desk.topic.title), day, _address(desk, name), note
    )


def _address(desk: Desk, name: str) -> str:
    """Give a page's public address; empty where the topic has none."""
    base = desk.topic.base_url.rstrip("/")
    return f"{base}/{desk.path(name)}" if base else ""


def _citing(desk: Desk, heading: str, name: str, work: Work) -> Citing:
    path = desk.path(name)
    own = _address(desk, name)
    return Citing(
        heading,
        Link(own or path, own or path.rpartition("/")[2]),
        (_apa(desk, work), _chicago(desk, work)),
        (
            Format("BibTeX", "bibtex", bibtex(work)),
            Format("RIS", "ris", ris(work)),
            Format("CSL-JSON", "csl", csl(work)),
        ),
    )


# --- To paste into a text -------------------------------------------------------------------------------------------

APA_DAY = msgid("%(year)s, %(month)s %(day)s")
APA_MONTH = msgid("%(year)s, %(month)s")
CHICAGO_DAY = msgid("%(month)s %(day)s, %(year)s")
CHICAGO_MONTH = msgid("%(month)s %(year)s")


def _apa(desk: Desk, work: Work) -> Style:
    """Write: Author. (2022, September 16). *Title*. Site. Address. A work without an author begins with its title."""
    authors = _closed(", ".join(work.authors))
    day = _dated(desk, work.issued, APA_DAY, APA_MONTH)
    title = Part(_closed(work.title), _lang(desk, work), italic=True)
    tail = " ".join(part for part in (_closed(work.container), _note(work), work.url) if part)
    if authors:
        return Style("APA", "apa", (Part(f"{authors} ({day}). "), title, Part(f" {tail}")))
    return Style("APA", "apa", (title, Part(f" ({day}). {tail}")))


def _chicago(desk: Desk, work: Work) -> Style:
    """Write: Author. “Title.” *Site*, September 16, 2022. Address."""
    authors = _closed(", ".join(work.authors))
    day = _dated(desk, work.issued, CHICAGO_DAY, CHICAGO_MONTH)
    title = Part(_closed(work.title), _lang(desk, work))
    dated = f", {_closed(day)}" if work.container else _closed(day)
    tail = " ".join(part for part in (dated, _note(work), f"{work.url}." if work.url else "") if part)
    before = Part(f"{authors} “" if authors else "“")
    return Style("Chicago", "chicago", (before, title, Part("” "), Part(work.container, italic=True), Part(tail)))


def _lang(desk: Desk, work: Work) -> str:
    return "" if work.language == desk.language else work.language


def _note(work: Work) -> str:
    return f"[{work.note}]." if work.note else ""


def _closed(text: str) -> str:
    """End a part with one full stop, or with the mark that it brings."""
    return text if not text or text.endswith((".", "!", "?", "…")) else f"{text}."


def _dated(desk: Desk, when: When | None, day: str, month: str) -> str:
    """Write a date as a style does, no more exact than it is known."""
    return desk.once(("cited", when, day), lambda: _written(desk, when, day, month))


def _written(desk: Desk, when: When | None, day: str, month: str) -> str:
    years = years_of(when)
    if when is None or not years:
        return desk.say("n.d.")
    first = when.earliest
    places = {"day": first.day, "month": month_name(first.month, desk.words), "year": first.year}
    if when.grain in ("day", "month"):
        pattern = day if when.grain == "day" else month
        written = desk.say(pattern, **places)
    else:
        written = "–".join(str(year) for year in dict.fromkeys(years))
    return desk.say("ca. %(date)s", date=written) if when.qualifier in APPROXIMATE else written
