"""The page for addresses that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from site_src.model import Page
from site_src.pages.desk import Desk
from site_src.pages.frame import framed


def pages(desk: Desk) -> Iterator[Page]:
    """Plan the page that a web server shows for an unknown address."""
    yield framed(
        desk,
        "404.html",
        "404.html",
        desk.say("Nothing stands here"),
        lead=desk.say("The page was moved, or it never was. The timeline has everything in order."),
        robots="noindex",
        timeline_href=desk.link(desk.path("404.html"), "timeline.html"),
    )
