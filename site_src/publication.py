"""A timeline -> an edition of it: one file that is read without the site. `docs/editions.md` describes each.

An edition is one function; the row at the end says which exist.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from site_src import PROJECT, charts, exports, making, pages, render
from site_src.addresses import file_name
from site_src.exports import data
from site_src.exports.editions import book, calendar_file, sheet, single, story, zipped
from site_src.model import Booklet, Chart, Page
from site_src.pipeline import Told
from site_src.render import templates
from site_src.render.sources import PLACE
from site_src.wording import own_name


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be made an edition of, and in which words."""

    told: Told
    interface: tuple[str, ...]
    """Interface languages; an edition in one language has the first."""
    plotly: str
    progress: Callable[[str, int, int], None]

    @property
    def with_charts(self) -> tuple[Booklet, ...]:
        """The booklets with their charts."""
        return pages.tell_booklets(self._desks(making.drawn(self.told, self.interface)))

    @property
    def booklets(self) -> tuple[Booklet, ...]:
        return pages.tell_booklets(self._desks(()))

    def _desks(self, charts: Sequence[Chart]) -> Sequence[pages.Desk]:
        told = self.told
        return pages.open_desks(told.timeline, told.topic, told.packs, charts, languages=self.interface)


def publish(kind: str, order: Order) -> bytes:
    """Make an edition of one of the `KINDS`.

    Raises:
        BundleMissing: if the edition needs a chart library that is not there.
    """
    return KINDS[kind](order)


def _zip(order: Order) -> bytes:
    """Pack the whole site with its manifest, and a page that says where to begin."""
    told = order.told
    bundle = charts.bundle(order.plotly, PROJECT)
    files = dict(making.site(told, bundle, order.interface, progress=order.progress))
    digests = {path: hashlib.sha256(body).hexdigest() for path, body in files.items()}
    files[PLACE] = render.manifest(making.sources(told, bundle), digests)
    books = order.booklets
    start = _rendered(order, Page(zipped.START, "editions/start.html", books[0].language, _start(order, books)))
    return zipped.write(file_name("-".join(books[0].title.lower().split())), start, files.items(), told.timeline.as_of)


def _start(order: Order, books: Sequence[Booklet]) -> Mapping[str, object]:
    csp = "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'"
    names = {code: own_name(code) for code in order.interface}
    first = books[0]
    return {
        "language": first.language,
        "title": first.title,
        "books": books,
        "names": names,
        "folder": zipped.FOLDER,
        "csp": csp,
    }


def _json(order: Order) -> bytes:
    """Write all that is known, as `extract` does, with what the timeline is called."""
    first = order.booklets[0]
    head = {"title": dict(order.told.topic.title), "description": dict(order.told.topic.description)}
    corrections = [data.corrected(one) for one in order.told.timeline.corrections]
    everything = data.everything(order.told.timeline) | {"corrections": corrections}
    return exports.as_json({**head, "as_of": first.as_of.isoformat(), "base_url": first.base_url, **everything})


def _single(order: Order) -> bytes:
    """Write one page that holds the timeline in the first language."""
    whole = order.with_charts[0]
    own = order.told.topic
    sheets = ("assets/css/tokens.css", "assets/charts.css", "editions/single.css")
    style = "".join(templates.source(name, own) for name in sheets)
    return _rendered(order, single.plan(whole, style=style, script=templates.source("editions/single.js", own)))


def _book(order: Order) -> bytes:
    """Bind an EPUB with a part for each language."""
    books = order.with_charts
    pages = dict(templates.render(book.plan(books), order.told.topic))
    return book.bind(pages, books[0], style=templates.source("editions/book.css", order.told.topic))


def _rendered(order: Order, page: Page) -> bytes:
    return next(iter(templates.render([page], order.told.topic)))[1]


KINDS: Mapping[str, Callable[[Order], bytes]] = {
    "zip": _zip,
    "single": _single,
    "epub": _book,
    "csv": lambda order: sheet.write(order.booklets),
    "json": _json,
    "ics": lambda order: calendar_file.write(order.booklets[0]),
    "timelinejs": lambda order: story.write(order.booklets[0]),
}
"""What `export` can make."""
