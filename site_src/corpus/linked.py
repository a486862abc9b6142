"""A page's linked data (schema.org as JSON-LD) -> the articles that they describe.

{"@graph": [{"@type": "NewsArticle", "headline": "Gates Open", "datePublished": "2024-07-03T06:30:00+07:00"}]}
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping

from site_src.corpus.folding import Element

KINDS = (("Article", "Posting"), ("WebPage",))
"""How the types of articles end, NewsArticle, ReportageNewsArticle, BlogPosting; else what tells of the page itself."""
TOLD = re.compile(r'"(?P<key>headline|datePublished)"\s*:\s*"(?P<value>(?:[^"\\]|\\.)*)"')
DEPTH = 4

Thing = Mapping[str, object]


def articles(tree: Element) -> tuple[Thing, ...]:
    """Give all articles that linked data tell of; what can be picked out of broken JSON, if there is nothing better."""
    found: list[Thing] = []
    picked: dict[str, object] = {}
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        text = script.text or ""
        try:
            found += _things(json.loads(text, strict=False), DEPTH)
        except (ValueError, RecursionError):
            picked = picked or {match["key"]: html.unescape(match["value"]) for match in TOLD.finditer(text)}
    for kinds in KINDS:
        if told := tuple(thing for thing in found if _is(thing, kinds)):
            return told
    return (picked,) if picked else ()


def name(thing: object) -> str:
    """Give the name of a publisher or an author, told as a thing, as words, or as a list of these."""
    one = thing[0] if isinstance(thing, list) and thing else thing
    found = one.get("name") if isinstance(one, dict) else one
    return text(found)


def text(value: object) -> str:
    """Give a value as one line of plain text; nothing for anything else."""
    return " ".join(html.unescape(value).split()) if isinstance(value, str) else ""


def _things(told: object, depth: int) -> Iterator[Thing]:
    """Give every thing that stands for itself: alone, in a list, in a graph, or as what the page is mainly about."""
    if isinstance(told, list) and depth:
        for each in told:
            yield from _things(each, depth - 1)
    elif isinstance(told, dict):
        yield told
        for key in ("@graph", "mainEntity"):
            if depth and key in told:
                yield from _things(told[key], depth - 1)


def _is(thing: Thing, kinds: tuple[str, ...]) -> bool:
    told = thing.get("@type")
    return any(str(kind).endswith(kinds) for kind in (told if isinstance(told, list) else [told]))
