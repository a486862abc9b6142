"""Whose page this is: front matter's outlet, else a name in the page's own places, never one that the article cites."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from site_src.texts.datelines import DATELINE, DOMAIN
from site_src.texts.draft import Draft, is_running
from site_src.texts.signatures import BRACKET
from site_src.texts.words import Words


def find_outlet(draft: Draft, words: Words) -> Draft:
    """Give the id of an outlet in the topic's table where one fits, else the name as it stands, else nothing."""
    given = draft.raw.front.outlet
    if given:
        return replace(draft, outlet=words.names.get(given.casefold(), given))
    named = next(
        (words.names[found[0].casefold()] for text in _places(draft, words) if (found := words.named.search(text))), ""
    )
    return replace(draft, outlet=named or _prefix_name(draft))


def _places(draft: Draft, words: Words) -> Iterator[str]:
    """Give the page's own places, the surest first: before the dateline's dash, in the last bracket, head and foot."""
    running = [line for line in draft.kept if is_running(draft.words(line))]
    for line in running[:2]:
        if found := DATELINE.match(draft.words(line)):
            yield found[0]
    tail = draft.kept[-3:]
    for line in tail:
        if found := BRACKET.search(draft.words(line)):
            yield found[0]
    last = running[-1].end if running else 0
    for line in draft.kept:
        text = draft.words(line)
        if (
            not is_running(text)
            and not words.furniture.lines.fullmatch(text)
            and (line.start > last or DOMAIN.search(text))
        ):
            yield text


def _prefix_name(draft: Draft) -> str:
    """Give a site's name before the first dateline's dash as it stands: a domain is nobody's city."""
    for line in draft.kept:
        found = DATELINE.match(draft.words(line)) if is_running(draft.words(line)) else None
        if found and (name := DOMAIN.search(found[0])):
            return name[0]
    return ""
