"""The topic's own pages: its Markdown as HTML, cleaned of whatever a page must not contain."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from site_src.addresses import file_name
from site_src.model import Page
from site_src.pages.desk import Desk
from site_src.pages.frame import framed
from site_src.pages.views import Link

TAGS = {
    "a",
    "abbr",
    "b",
    "blockquote",
    "br",
    "cite",
    "code",
    "dd",
    "del",
    "dl",
    "dt",
    "em",
    "h2",
    "h3",
    "h4",
    "hr",
    "i",
    "ins",
    "kbd",
    "li",
    "ol",
    "p",
    "pre",
    "q",
    "s",
    "small",
    "strong",
    "sub",
    "sup",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
}
"""What Markdown may become. No pictures: they would ask somebody."""


def pages(desk: Desk) -> Iterator[Page]:
    """Plan the page about the site and the topic's further pages."""
    names = dict.fromkeys(("about", *desk.topic.pages))
    for name in names:
        heading, body = _body(desk.text(desk.topic.pages.get(name, {})))
        page = f"{file_name(name)}.html"
        yield framed(
            desk,
            page,
            "about.html",
            heading or (desk.say("About") if name == "about" else name),
            body=body,
            others=[Link(_title(desk, other), f"{file_name(other)}.html", current=other == name) for other in names]
            if len(names) > 1
            else (),
            empty=desk.say("The topic has no page of its own about this site."),
        )


def _title(desk: Desk, name: str) -> str:
    heading, _ = _body(desk.text(desk.topic.pages.get(name, {})))
    return heading or (desk.say("About") if name == "about" else name)


@lru_cache(maxsize=256)
def _body(markdown: str) -> tuple[str, str]:
    """Turn Markdown into a heading and clean HTML; its first `#` line is the page's heading."""
    first, _, rest = markdown.lstrip().partition("\n")
    if not first.startswith("# "):
        return "", render_markdown(markdown)
    return first.removeprefix("# ").strip(), render_markdown(rest)


def render_markdown(markdown: str) -> str:
    """Turn Markdown into HTML that is safe to place into a page."""
    import nh3
    from markdown_it import MarkdownIt

    if not markdown.strip():
        return ""
    html = MarkdownIt("commonmark", {"typographer": True}).enable(["table", "smartquotes"]).render(markdown)
    html = html.replace("<h1>", "<h2>").replace("</h1>", "</h2>")
    return nh3.clean(
        html, tags=TAGS, attributes={"a": {"href", "title", "hreflang"}, "*": {"lang"}}, link_rel="noopener"
    )
