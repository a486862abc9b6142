"""Which of an entry's articles share an origin, and why: copies, agency reports in several papers, retellings."""

from __future__ import annotations

from dataclasses import dataclass

from site_src.model import Article, Event
from site_src.pages.desk import Desk
from site_src.pages.passages import article_title, retelling
from site_src.pages.views import Link
from site_src.wording.dates import DateWords


@dataclass(frozen=True, slots=True)
class Print:
    """An article of an origin."""

    link: Link
    outlet: str
    date: DateWords
    why: str
    """Why its words are not its own: "repeats “Ferry sinks”"; empty for an article that is its own origin."""


@dataclass(frozen=True, slots=True)
class Fold:
    """An origin and the articles that print its report."""

    name: str
    prints: tuple[Print, ...]


def folds(desk: Desk, start: str, event: Event) -> tuple[Fold, ...]:
    """List an entry's articles by origin, where there are fewer origins than articles."""
    ids = {evidence.article for evidence in event.evidence}
    articles = sorted((desk.holdings.article_by_id[id] for id in ids), key=_first)
    groups: dict[tuple[str, ...], list[Article]] = {}
    for article in articles:
        groups.setdefault(article.origins, []).append(article)
    if len(groups) == len(articles):
        return ()
    return tuple(
        Fold(_name(desk, origins, found), tuple(_print(desk, start, one) for one in found))
        for origins, found in groups.items()
    )


def _first(article: Article) -> tuple[str, bool, str]:
    when = article.published.when
    return (when.earliest.isoformat() if when else "9999", bool(article.copy_of), article.id)


def _name(desk: Desk, origins: tuple[str, ...], articles: list[Article]) -> str:
    if origins[0].startswith("text:"):
        return f"“{article_title(desk, articles[0])}”"
    return ", ".join(desk.outlet(origin) for origin in origins)


def _print(desk: Desk, start: str, article: Article) -> Print:
    return Print(
        Link(article_title(desk, article), desk.article_link(start, article.id), article.language or "und"),
        desk.outlet(article.text.outlet),
        desk.date(article),
        _why(desk, article),
    )


def _why(desk: Desk, article: Article) -> str:
    """Say why an article's words are another one's."""
    first = desk.holdings.article_by_id.get(article.copy_of)
    if first:
        return desk.say("repeats “%(title)s”", title=article_title(desk, first).strip("“”"))
    if article.part_of:
        return desk.say("a later page of the same article")
    if article.front.retells:
        return retelling(desk, article)
    if article.text.outlet and article.origins != (article.text.outlet,):
        return desk.say("prints a report by %(outlet)s", outlet=desk.outlet(article.origins[0]))
    return ""
