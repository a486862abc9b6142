"""Booklets -> a picture for each entry, shown where its page is shared: its title, its date in words, the timeline's name.

share/ID.png        in each language's folder, 1200 x 630

Needs Pillow and a font (`requirements-share.txt`); where they are not there, or a title has letters that the font has not,
there is no picture and nothing fails.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from site_src import cache
from site_src.addresses import file_name
from site_src.model import Booklet, Page

WIDTH, HEIGHT = 1200, 630
"""What sites that show shared pages ask for."""
_NEEDS = ("pillow", "fontpkg-noto-serif")


@dataclass(frozen=True, slots=True)
class Card:
    """What a picture shows."""

    path: str
    """Where it goes, relative to the site's root."""
    title: str
    dated: str
    site: str


def missing() -> str:
    """Name the package without which there are no pictures; empty if all are there."""
    return next((name for name in _NEEDS if not _version(name)), "")


def pictures(booklets: Sequence[Booklet], work: Path, *, of: Path) -> dict[str, bytes]:
    """Give the pictures by their paths, remembered in the cache in `work` of an earlier build `of` the same topic."""
    if missing():
        return {}
    from site_src.exports.sharing_drawing import draw

    wanted = [(_recipe(card), card) for card in _cards(booklets)]
    with cache.Cache(work, aside=True) as memory:
        known = memory.get_many([key for key, _ in wanted], bytes)
        fresh = {key: draw(card) for key, card in wanted if key not in known}
        memory.put_many(fresh)
        memory.forget_others(_name(of), [key for key, _ in wanted])
    drawn = {**known, **fresh}
    return {card.path: drawn[key] for key, card in wanted if drawn[key]}


def forget(work: Path, *, of: Path) -> None:
    """Forget the pictures of earlier builds: what was taken down leaves no trace in the cache either."""
    with cache.Cache(work, aside=True) as memory:
        memory.forget_others(_name(of), ())


def _name(topic: Path) -> bytes:
    return cache.key("shared", str(topic.absolute()))


def _cards(booklets: Sequence[Booklet]) -> Iterator[Card]:
    """Say what to draw; nothing where the site has no address, which a shared picture needs."""
    for book in booklets:
        for one in book.readings if book.base_url else ():
            path = f"{book.folder}share/{file_name(one.id)}.png"
            yield Card(path, one.title, one.dated, book.title)


def _recipe(card: Card) -> bytes:
    """Digest all that a picture depends on."""
    drawing = Path(__file__).with_name("sharing_drawing.py").read_bytes()
    return cache.key("share", sha256(drawing).hexdigest(), *map(_version, _NEEDS), card.title, card.dated, card.site)


def with_pictures(pages: Iterable[Page], shown: Collection[str], base_url: str) -> tuple[Page, ...]:
    """Name the pictures in the heads of their pages."""
    return tuple(
        _with_picture(page, path, base_url) if (path := path_of(page.path)) in shown else page for page in pages
    )


def path_of(page: str) -> str:
    """Give the path that the picture of a page has, by the page's; empty for one that has none."""
    folder, found, name = page.rpartition("events/")
    return f"{folder}share/{name.removesuffix('.html')}.png" if found else ""


def _with_picture(page: Page, path: str, base_url: str) -> Page:
    shared = page.context["shared"]
    more = (
        ("og:image", f"{base_url}/{path}"),
        ("og:image:type", "image/png"),
        ("og:image:width", str(WIDTH)),
        ("og:image:height", str(HEIGHT)),
        ("og:image:alt", str(page.context["title"])),
    )
    return replace(page, context={**page.context, "shared": (*shared, *more)}) if isinstance(shared, tuple) else page


def _version(name: str) -> str:
    from importlib.metadata import PackageNotFoundError, version  # it loads much

    try:
        return version(name)
    except PackageNotFoundError:
        return ""
