"""Tombstones: at the address of an article that was taken down, that it was, why and when, and nothing else of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from site_src.model import Page
from site_src.pages.desk import Desk, article_name
from site_src.pages.frame import framed
from site_src.pages.views import Label, Link
from site_src.topic.values import Withdrawal
from site_src.wording.dates import day_words


def pages(desk: Desk) -> Iterator[Page]:
    """Plan a tombstone for every address where no article stands any more."""
    for id, withdrawal in _stones(desk):
        name = article_name(id)
        yield framed(
            desk,
            name,
            "tombstone.html",
            desk.say("This article was withdrawn"),
            lead=desk.say("Its text, its quotes and what was taken from it were removed from this site."),
            trail=(("articles/index.html", desk.say("Articles")),),
            robots="noindex",
            reason=desk.text(withdrawal.reason),
            reason_lang=_language(desk, withdrawal),
            made=_made(desk, withdrawal),
            articles_href=desk.link(desk.path(name), "articles/index.html"),
        )


def links(desk: Desk, start: str) -> tuple[tuple[Link, Label], ...]:
    """Link every tombstone by the day of its withdrawal, with the reason and its language, for the list of articles."""
    return tuple(
        (
            Link(_made(desk, one), desk.link(start, article_name(id))),
            Label(desk.text(one.reason), _language(desk, one)),
        )
        for id, one in _stones(desk)
    )


def _stones(desk: Desk) -> list[tuple[str, Withdrawal]]:
    stand = {article_name(article.id) for article in desk.timeline.articles}
    stones = {id: each for each in desk.topic.withdrawn for id in each.articles if article_name(id) not in stand}
    return sorted(stones.items(), key=lambda stone: (stone[1].made, stone[0]))


def _made(desk: Desk, withdrawal: Withdrawal) -> str:
    return day_words(date.fromisoformat(withdrawal.made), desk.words)


def _language(desk: Desk, withdrawal: Withdrawal) -> str:
    """Give the language of the reason where it is not the page's."""
    words = desk.text(withdrawal.reason)
    language = next((code for code, text in withdrawal.reason.items() if text == words), desk.language)
    return "" if language == desk.language else language
