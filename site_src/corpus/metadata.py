"""What a page says of itself: title, outlet, day of publication, authors, address and language.

Only what the page declares as its publication counts; a date that merely stands on it is left to later stages.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from urllib.parse import urlsplit

from site_src.corpus import linked
from site_src.corpus.folding import Element, line
from site_src.corpus.front_matter import Value
from site_src.corpus.headline import headline, likeness
from site_src.corpus.moments import day_in, is_universal, moment

PUBLISHED = re.compile(
    r"publi\w{0,20}.?(?:date|time)|date.?publi|^pub.?date$|date\.?issued|dc(?:terms)?\.date$|^date$|pub-date"
)
"""Names of `meta` under which the press declares a publication: `article:published_time`, `publishdate`, `pubdate`."""
LONG = 100
"""Characters: a paragraph of these is the article's own."""


def about(tree: Element, lines: Collection[str]) -> dict[str, Value]:
    """Give the keys of front matter that a page's head and heading tell; `lines` are what stands alone on the page."""
    metas = _metas(tree)
    address = _address(tree, metas)
    titles = [metas.get("og:title", ""), metas.get("twitter:title", ""), _title(tree)]
    # Linked data may tell of other articles as well: the page's own is the one with its title.
    found = linked.articles(tree)
    thing = max(found, key=lambda each: likeness(linked.text(each.get("headline")), titles), default={})
    publisher = linked.name(thing.get("publisher"))
    host = _host(address)
    outlet = metas.get("og:site_name") or publisher or metas.get("application-name") or host.removeprefix("www.")
    names = (outlet, publisher, metas.get("twitter:site", ""), *host.split(".")[:-1])
    declared = (titles[0], linked.text(thing.get("headline")), *titles[1:])
    headings = [line(each) for each in tree.iter("h1")]
    given: dict[str, Value] = {
        "title": headline(headings, declared, names, lines),
        "outlet": outlet,
        "published": _published(tree, thing, address),
        "url": address,
        "authors": _authors(metas, thing),
        "lang": (tree.get("lang") or "").split("-")[0].lower(),
    }
    return {key: value for key, value in given.items() if value}


def _metas(tree: Element) -> dict[str, str]:
    """Give the first content of every `meta` by its name or property."""
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().lower()
        content = linked.text(meta.get("content"))  # decodes once more: some sites escape their titles twice
        if name and content:
            found.setdefault(name, content)
    return found


def _title(tree: Element) -> str:
    title = tree.find(".//head/title")
    return linked.text(title.text) if title is not None else ""


def _address(tree: Element, metas: dict[str, str]) -> str:
    link = next((each.get("href") for each in tree.iter("link") if (each.get("rel") or "").lower() == "canonical"), "")
    found = (address for address in (link, metas.get("og:url")) if address)
    return next((address for address in found if re.match(r"https?://[^\s<>\"]+$", address)), "")


def _host(address: str) -> str:
    """Give the site that an address names; each of its parts may be a name of the outlet."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def _authors(metas: dict[str, str], thing: linked.Thing) -> list[str]:
    told = thing.get("author")
    people = told if isinstance(told, list) else [told]
    named = [name for each in people if (name := linked.name(each))]
    return named or [name for name in (metas.get("author", ""),) if name]


# --- The day of publication -----------------------------------------------------------------------------------------


def _published(tree: Element, thing: linked.Thing, address: str) -> str:
    """Give the day that the page declares: in linked data, `meta`, microdata, its own `time`, or its address.

    Of the same moment in local and in universal time, the local one tells the day on which readers had it.
    """
    told = [found for words in _declared(tree, thing) if (found := moment(words))]
    local = [found for found in told if not is_universal(found)]
    return next(iter((*local, *told, day_in(address))), "")


def _declared(tree: Element, thing: linked.Thing) -> Iterator[str]:
    yield linked.text(thing.get("datePublished"))
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        if PUBLISHED.search(name) and "modified" not in name:
            yield meta.get("content") or ""
    for each in tree.iterfind(".//*[@itemprop='datePublished']"):
        yield each.get("content") or each.get("datetime") or ""
    yield from _times(tree)


def _times(tree: Element) -> Iterator[str]:
    """Give the `time` that stands between the heading and the first long paragraph: the others are of other articles."""
    below = False
    for each in tree.iter("h1", "time", "p"):
        if each.tag == "time" and below and each.get("datetime"):
            yield each.get("datetime")
        elif each.tag == "p" and below and len(each.text_content()) >= LONG:
            return
        below = below or each.tag == "h1"
