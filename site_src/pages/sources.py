"""Articles: where each comes from, when it was published and how one can tell, and what was taken from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from site_src.model import LAST_DAY, Article, Event, Page
from site_src.pages import tombstones
from site_src.pages.cards import title_of
from site_src.pages.citing import cite_article
from site_src.pages.desk import ALL, Desk, Sheet, article_name
from site_src.pages.disputes import verdicts_within
from site_src.pages.frame import framed
from site_src.pages.linked import Subjects
from site_src.pages.passages import article_title, copies, passage, retelling
from site_src.pages.reasons import reason
from site_src.pages.reports import reports, web
from site_src.pages.rooms import TELLERS, rooms
from site_src.pages.views import Link, Passage
from site_src.wording import msgid
from site_src.wording.dates import DateWords

METHODS = {
    "front-matter": msgid("stated in the file's front matter"),
    "metadata": msgid("stated in the page's metadata"),
    "attribution": msgid("from the words that name its source and day"),
    "dateline": msgid("from its dateline"),
    "told": msgid("from what the lead tells as just past"),
    "series": msgid("from the table of numbered meetings"),
    "header": msgid("from a line of the page's header"),
    "first-part": msgid("as its first page"),
    "unknown": msgid("nothing tells"),
}
"""How the day of publication was found."""

STATED = ("front-matter", "metadata", "first-part")
"""Ways of finding it that need no word in a list."""


@dataclass(frozen=True, slots=True)
class Item:
    """An article in the list."""

    link: Link
    outlet: str
    date: DateWords
    method: str
    """How its date was found, where it does not say so itself."""
    retold: str
    entries: str


def pages(desk: Desk) -> Iterator[Page]:
    """Plan a page for each article."""
    return (page(desk, *sheet.of) for sheet in sheets(desk))


def sheets(desk: Desk, some: slice = ALL) -> Iterator[Sheet]:
    """Lay out a sheet for each article, or for some of them."""
    return (Sheet(desk.article_path(article.id), (article.id,)) for article in desk.timeline.articles[some])


def about(desk: Desk, sheet: Sheet) -> Subjects:
    """Say that a page is about its article."""
    return Subjects(articles={sheet.path: desk.holdings.article_by_id[sheet.of[0]]})


def listing(desk: Desk) -> Iterator[Page]:
    """Plan the list of articles."""
    path = desk.path("articles/index.html")
    newest = sorted(desk.timeline.articles, key=_by_date)
    yield framed(
        desk,
        "articles/index.html",
        "articles.html",
        desk.say("Articles"),
        lead=desk.say("The reports behind the timeline, the oldest first."),
        rooms=rooms(desk, path, TELLERS),
        years=[
            (year, [_item(desk, path, article) for article in group])
            for year, group in groupby(newest, lambda one: _year(desk, one))
        ],
        withdrawn=tombstones.links(desk, path),
    )


def page(desk: Desk, id: str) -> Page:
    """Plan one article's page."""
    article, path = desk.holdings.article_by_id[id], desk.article_path(id)
    published = desk.date(article)
    outlet = desk.outlet(article.text.outlet)
    known = desk.topic.outlets.get(article.text.outlet)
    first = desk.holdings.article_by_id.get(article.part_of)
    return framed(
        desk,
        article_name(article.id),
        "article.html",
        article_title(desk, article),
        title_lang=_lang(desk, article),
        description=f"{outlet}, {published.full}",
        trail=(("articles/index.html", desk.say("Articles")),),
        outlet=desk.outlet_view(path, article.text.outlet),
        published=published,
        method=desk.say(METHODS.get(article.published.how, article.published.how)),
        confidence=f"{desk.words.number(100 * article.published.confidence, digits=0)}%",
        reasons=[reason(desk, one) for one in article.published.reasons],
        article_language=desk.text(desk.packs[article.language].names) if article.language in desk.packs else "",
        file=article.path,
        authors=", ".join(article.front.authors),
        url=web(article.front.url),
        copies=copies(desk, article.front.archive),
        retold=retelling(desk, article),
        origins=reports(desk, path, article),
        first=Link(article_title(desk, first), desk.article_link(path, first.id), _lang(desk, first))
        if first
        else None,
        parts=[
            Link(article_title(desk, part), desk.article_link(path, part.id), _lang(desk, part))
            for part in desk.holdings.parts_of_article.get(article.id, ())
        ],
        copy_of=_copied(desk, path, article),
        passages=_passages(desk, path, article),
        claims=verdicts_within(desk, path, desk.holdings.claims_of_article.get(article.id, ()), {article.id}),
        paragraphs=_paragraphs(article) if known and known.full_text else (),
        licence=desk.say("Licence: %(name)s", name=known.licence) if known and known.licence else "",
        lang=article.language or "und",
        citing=cite_article(desk, article),
        scripts=("cite.js",),
    )


def _item(desk: Desk, start: str, article: Article) -> Item:
    events = desk.holdings.events_of_article.get(article.id, ())
    return Item(
        link=Link(article_title(desk, article), desk.article_link(start, article.id), _lang(desk, article)),
        outlet=desk.outlet(article.text.outlet),
        date=desk.date(article),
        method=""
        if article.published.how in STATED
        else desk.say(METHODS.get(article.published.how, article.published.how)),
        retold=retelling(desk, article),
        entries=desk.count("%(number)s entry", "%(number)s entries", len(events)),
    )


def _by_date(article: Article) -> tuple[object, ...]:
    when = article.published.when
    return (when.earliest if when else LAST_DAY, article.part_of or article.id, article.text.part, article.id)


def _year(desk: Desk, article: Article) -> str:
    when = article.published.when
    return str(when.earliest.year) if when else desk.say("Date unknown")


def _lang(desk: Desk, article: Article) -> str:
    return "" if article.language == desk.language else article.language or "und"


def _copied(desk: Desk, path: str, article: Article) -> Link | None:
    other = desk.holdings.article_by_id.get(article.copy_of)
    return Link(article_title(desk, other), desk.article_link(path, other.id), _lang(desk, other)) if other else None


def _passages(desk: Desk, path: str, article: Article) -> tuple[tuple[Passage, str, Link], ...]:
    """Show the article's quotes that the timeline uses, in the order of the text, each with its entry."""
    found = {
        (statement.evidence.start, statement.evidence.end, event.id): (statement, event)
        for event in desk.holdings.events_of_article.get(article.id, ())
        for statement in event.statements
        if statement.evidence.article == article.id
    }
    return tuple(
        (
            passage(desk, path, statement.evidence, statement),
            desk.date(event).label,
            _titled(desk, path, event),
        )
        for _, (statement, event) in sorted(found.items(), key=lambda item: item[0])
    )


def _titled(desk: Desk, path: str, event: Event) -> Link:
    title, lang = title_of(desk, event)
    return Link(title, desk.event_link(path, event.id), lang)


def _paragraphs(article: Article) -> tuple[str, ...]:
    """Give the whole text by paragraphs, for outlets whose licence allows it."""
    sentences = [one for one in article.text.sentences if one.role not in ("header", "headline")]
    return tuple(
        " ".join(article.text.words(sentence) for sentence in group)
        for _, group in groupby(sentences, lambda sentence: sentence.paragraph)
    )
