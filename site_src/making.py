"""A told timeline -> its site: pages, charts, search, data and feeds, made by as many processes as wanted.

What draws and writes is loaded here: a timeline without pages needs none of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import cast

import msgspec

import site_src
from site_src import PROJECT, WORK, cache, charts, exports, jobs, pages, render, search, unchanged
from site_src.exports import feeds, pack, sharing, sitemap
from site_src.model import Chart, Page
from site_src.pages import Desk
from site_src.pipeline import Progress, Told, silent
from site_src.render import Draft, Drafts, File, Same, templates

Whole = tuple[str, bytes]


def build(
    told: Told, output: Path, *, interface: Sequence[str], plotly: str, processes: int = 1, progress: Progress = silent
) -> render.Written:
    """Write the site whole, or leave the old one as it is.

    Raises:
        RenderError: if the folder is not ours to write, or the disk says no.
    """
    bundle = charts.bundle(plotly, PROJECT)
    ledger = unchanged.Ledger(unchanged.recall(output, WORK, told.topic.templates))

    def files(drafts: Drafts) -> Iterator[File]:
        return _files(told, bundle, interface, ledger, processes=processes, progress=progress, drafts=drafts)

    written = render.write(files, output, work=WORK, manifest=sources(told, bundle))
    if written.removed or told.topic.withdrawn:  # the site before this one shows what was taken down
        render.forget(output, work=WORK)
        if not told.share_pictures:
            sharing.forget(WORK, of=told.topic.folder)
    ledger.keep(WORK)
    return written


def sources(told: Told, bundle: charts.Bundle) -> render.Sources:
    """Say what a site is made from, for its manifest."""
    library = {"name": bundle.name, "version": bundle.version, "sha256": bundle.digest}
    return render.Sources(site_src.__version__, told.timeline.as_of, told.inputs, library, _outlines(told))


def _outlines(told: Told) -> dict[str, str]:
    """Name the outlines that a map is drawn with; nothing where there is no map, or where they are not installed."""
    atlas = charts.atlas(PROJECT) if "map" in told.topic.charts else None
    return {"name": atlas.name, "version": atlas.version, "sha256": atlas.digest} if atlas else {}


def drawn(told: Told, interface: Sequence[str], memory: cache.Cache | None = None) -> tuple[Chart, ...]:
    """Draw the topic's charts; with a memory only those that it does not know."""
    timeline = told.timeline
    return charts.draw(
        told.topic,
        timeline.events,
        languages=interface,
        claims=timeline.claims,
        articles=timeline.articles,
        atlas=charts.atlas(PROJECT),
        memory=memory,
    )


@dataclass(frozen=True, slots=True)
class _Order:
    """What the parts of one site are made from."""

    told: Told
    bundle: charts.Bundle
    interface: tuple[str, ...]
    desks: tuple[Desk, ...]
    watch: pages.Watch
    """The same desks, where it is noted what is asked."""
    charts: tuple[Chart, ...]
    shared: frozenset[str]
    """The pictures for where pages are shared."""
    before: unchanged.Before
    drafts: Drafts | None
    """Where files are laid aside; without it they are handed on whole."""

    def lay(self, path: str, pieces: Iterable[bytes]) -> bytes | Same | Draft:
        """Hand on a file that comes in pieces."""
        return self.drafts.lay(path, pieces) if self.drafts else b"".join(pieces)


@dataclass(frozen=True, slots=True)
class _Made:
    """A part of a site: its files, and the pages among them that search engines may list."""

    files: tuple[File, ...]
    listed: tuple[str, ...] = ()
    shown: Mapping[str, unchanged.Shown | None] = field(default_factory=dict)


_Part = Callable[[_Order], _Made]


def site(
    told: Told, bundle: charts.Bundle, interface: Sequence[str], *, processes: int = 1, progress: Progress = silent
) -> Iterator[Whole]:
    """Give every file of the site but its manifest, in an order that does not depend on the number of processes."""
    ledger = unchanged.Ledger(unchanged.NOTHING)
    files = _files(told, bundle, interface, ledger, processes=processes, progress=progress, drafts=None)
    return cast("Iterator[Whole]", files)  # without a folder for drafts all are whole


def _files(
    told: Told,
    bundle: charts.Bundle,
    interface: Sequence[str],
    ledger: unchanged.Ledger,
    *,
    processes: int,
    progress: Progress,
    drafts: Drafts | None,
) -> Iterator[File]:
    """Give every file, of those that are laid aside only where they lie.

    Pages that show the same as those that the ledger knows are not made again; it takes in what they show now.
    """
    known = told.topic
    pictures = _drawn_before(told, interface) if ledger.before.way else drawn(told, interface)
    desks = pages.open_desks(told.timeline, known, told.packs, pictures, languages=interface)
    public = bool(known.base_url) or told.share_pictures  # else nobody reads what a booklet tells
    booklets = pages.tell_booklets([replace(desk, charts=()) for desk in desks]) if public else ()
    shared = sharing.pictures(booklets, WORK, of=known.folder) if told.share_pictures else {}
    yield from shared.items()
    watch = pages.watch(desks)
    ledger.face(watch.answers.of)
    shares = frozenset(shared)
    order = _Order(told, bundle, tuple(interface), desks, watch, pictures, shares, ledger.before, drafts)
    # The longest parts come first, so that the others fill the time of the processes that have none of these.
    lots = sorted(enumerate(pages.parts(desks)), key=lambda one: (pages.is_of_one(one[1]), one[0]))
    parts: list[_Part] = [_data, _search, _drawings, *(partial(_pages, part=part) for _, part in lots)]
    places = [-1, -1, -1, *(place for place, _ in lots)]
    workers = processes if jobs.shares() else 1
    if workers > 1:
        templates.prepare(known, interface, work=WORK)
    listed: dict[int, tuple[str, ...]] = {}
    total, done = sum(map(pages.count, desks)), 0
    results = jobs.run(_make, parts, jobs=workers, context=order, chunk=1, along=True)
    for place, made in zip(places, results, strict=True):
        listed[place] = made.listed
        ledger.add(made.shown)
        done += len(made.files)
        progress("pages", min(done, total), total)
        yield from made.files
    yield from templates.assets(known).items()
    yield from feeds.files(booklets).items()
    in_order = [path for place in sorted(listed) for path in listed[place]]
    yield from sitemap.files(in_order, booklets).items()


def _drawn_before(told: Told, interface: Sequence[str]) -> tuple[Chart, ...]:
    with cache.Cache(WORK, aside=True) as memory:
        return drawn(told, interface, memory)


def _make(order: _Order, part: _Part) -> _Made:
    return part(order)


def _pages(order: _Order, part: pages.Part) -> _Made:
    """Make pages that are planned together, or each by itself."""
    csp, known = order.bundle.csp, order.told.topic
    render = partial(templates.render, topic=known, csp=csp, work=WORK)
    planned = tuple(_pictured(order, pages.planned(order.watch.desks, part))) if part.some is None else ()
    sheets = [_sheet(order, part, one) for one in pages.sheets(order.desks, part)]
    files, shown = unchanged.pages([*planned, *sheets], order.before, csp, render, order.drafts)
    return _Made(files, (*sitemap.listed(planned), *(sheet.path for sheet in sheets)), shown)


def _pictured(order: _Order, planned: Iterable[Page]) -> Iterable[Page]:
    if not order.shared:
        return planned
    return sharing.with_pictures(planned, order.shared, order.told.topic.base_url.rstrip("/"))


def _sheet(order: _Order, part: pages.Part, sheet: pages.Sheet) -> unchanged.Sheet:
    """Say what a page is made of, and how."""

    def plan() -> tuple[Page, tuple[bytes, ...]]:
        page, asked = pages.told(order.watch, part, sheet)
        return next(iter(_pictured(order, (page,)))), asked

    shared = sharing.path_of(sheet.path) in order.shared
    given = (order.before.way, order.bundle.csp, order.watch.rests[part.desk], sheet.of, shared)
    return unchanged.Sheet(sheet.path, msgspec.msgpack.encode(given) if order.before.way else b"", plan)


def _search(order: _Order) -> _Made:
    documents = pages.documents(order.desks)
    places = search.places(documents, languages=order.interface)
    signature = order.before.signed(documents, order.interface)
    index = partial(search.index, documents, languages=order.interface)
    files, shown = unchanged.together(places, signature, order.before, index, order.drafts)
    return _Made(files, shown=shown)


def _data(order: _Order) -> _Made:
    told, language = order.told, order.interface[0]
    series = charts.membership_csv(told.topic), charts.shares_csv(told.topic)
    data = exports.files(told.timeline, language=language)
    found = [(path, order.lay(path, pieces)) for path, pieces in data.items()]
    return _Made((*found, *_of(order, pack.files(told.topic, *series, told.timeline.as_of, language)).files))


def _drawings(order: _Order) -> _Made:
    return _of(order, charts.files(order.charts, order.told.topic, order.bundle))


def _of(order: _Order, files: Mapping[str, bytes]) -> _Made:
    return _Made(tuple((path, order.lay(path, (data,))) for path, data in files.items()))
