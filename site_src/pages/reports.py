"""Reports that a retelling tells again: whose they are, what they are called, from when, and where they stand."""

from __future__ import annotations

from dataclasses import dataclass

from site_src.model import Article, Retold
from site_src.pages.desk import Desk
from site_src.pages.edtf import read_edtf
from site_src.pages.passages import copies
from site_src.pages.tongues import tongue
from site_src.pages.views import Link
from site_src.wording.dates import date_words


@dataclass(frozen=True, slots=True)
class Report:
    """A report that an article tells again."""

    outlet: Link
    title: str
    lang: str
    """The language of its title where it is not the page's."""
    date: str
    url: str
    """Its address on the web; empty if it has none."""
    copies: tuple[Link, ...]
    """Of it in archives."""


def reports(desk: Desk, start: str, article: Article) -> tuple[Report, ...]:
    """Name the reports that an article tells again, for the page at `start`."""
    return tuple(_report(desk, start, retold) for retold in article.front.retells)


def web(url: str) -> str:
    """Keep an address only if it is one of the web.

    >>> web("javascript:alert(1)")
    ''
    """
    return url if url.startswith(("https://", "http://")) else ""


def _report(desk: Desk, start: str, retold: Retold) -> Report:
    when = read_edtf(retold.date)
    return Report(
        desk.outlet_view(start, retold.outlet),
        retold.title,
        tongue(desk, retold.title),
        date_words(when, desk.words).label if when else retold.date,
        web(retold.url),
        copies(desk, retold.archive),
    )
