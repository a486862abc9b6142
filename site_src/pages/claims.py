"""Claims: what the papers say, and what the data say.

One page has every claim in a line, where they part from the data first; a page for each measure has its claims with the
quotes, the sums and what other claims say. A claim's place on the first page, `claims.html#claim-ID`, stays for ever.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from site_src.model import FIRST_DAY, Claim, Page
from site_src.pages.desk import Desk, claim_page
from site_src.pages.disputes import TELLING, VERDICTS, Verdict, expected, measure_name, verdict_view
from site_src.pages.frame import framed
from site_src.pages.rooms import CLAIMED, rooms
from site_src.pages.scales import percent
from site_src.pages.views import Label, Link

Tally = tuple[tuple[Label, str], ...]
"""Verdicts with how many claims have them."""


@dataclass(frozen=True, slots=True)
class Contrast:
    """A claim from which the data part, at a glance."""

    verdict: Verdict
    said: str
    """How long the papers' bar is; empty where nothing can be drawn."""
    found: str
    """How long the data's bar is."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """The claims about one measure, a line each."""

    link: Link
    tally: Tally
    claims: tuple[Verdict, ...]
    expected: tuple[Verdict, ...]
    """Those that nobody doubts: folded away."""
    folded: str
    """What the fold is called."""


def pages(desk: Desk) -> Iterator[Page]:
    """Plan the page of all claims and one for each measure."""
    claims = sorted(desk.timeline.claims, key=lambda claim: (measure_name(desk, claim).casefold(), *_in_time(claim)))
    measures = [(page, list(group)) for page, group in groupby(claims, claim_page)]
    yield _all(desk, claims, measures)
    for place, (page, group) in enumerate(measures):
        yield _one(desk, page, group, measures[:place][-1:], measures[place + 1 :][:1])


def _all(desk: Desk, claims: list[Claim], measures: list[tuple[str, list[Claim]]]) -> Page:
    path = desk.path("claims.html")
    parting = [claim for claim in claims if claim.data_check and claim.data_check.verdict != "holds"]
    parting.sort(key=lambda claim: TELLING.index(claim.data_check.verdict) if claim.data_check else 0)
    return framed(
        desk,
        "claims.html",
        "claims.html",
        desk.say("Claims"),
        lead=desk.say("What the papers say, and what the data say."),
        rooms=rooms(desk, path, CLAIMED),
        counted=_counted(desk, claims),
        contrasts=[_contrast(desk, path, claim) for claim in parting],
        chapters=[_chapter(desk, path, page, group) for page, group in measures],
    )


def _one(
    desk: Desk,
    page: str,
    claims: list[Claim],
    before: list[tuple[str, list[Claim]]],
    after: list[tuple[str, list[Claim]]],
) -> Page:
    path = desk.path(page)
    ordered = sorted(claims, key=lambda claim: (desk.name(claim.subject).casefold(), *_in_time(claim)))
    groups = [(name, list(group)) for name, group in groupby(ordered, lambda claim: desk.name(claim.subject))]
    return framed(
        desk,
        page,
        "claims-measure.html",
        measure_name(desk, claims[0]),
        lead=desk.count("%(number)s claim", "%(number)s claims", len(claims)),
        trail=(("claims.html", desk.say("Claims")),),
        counted=_counted(desk, claims),
        subjects=[(name, [verdict_view(desk, path, claim) for claim in group]) for name, group in groups],
        before=_neighbour(desk, path, before),
        after=_neighbour(desk, path, after),
    )


def _neighbour(desk: Desk, start: str, near: list[tuple[str, list[Claim]]]) -> Link | None:
    return next((Link(measure_name(desk, group[0]), desk.link(start, page)) for page, group in near), None)


def _in_time(claim: Claim) -> tuple[date, str]:
    """Order claims by the time for which they are stated; those without one come first."""
    return claim.as_of.latest if claim.as_of else FIRST_DAY, claim.id


def _chapter(desk: Desk, path: str, page: str, claims: list[Claim]) -> Chapter:
    folded = [claim for claim in claims if expected(claim)]
    return Chapter(
        Link(measure_name(desk, claims[0]), desk.link(path, page)),
        _counted(desk, claims),
        tuple(verdict_view(desk, path, claim) for claim in claims if not expected(claim)),
        tuple(verdict_view(desk, path, claim) for claim in folded),
        desk.count(
            "%(number)s that the tables bear out and nobody disputes",
            "%(number)s that the tables bear out and nobody disputes",
            len(folded),
        ),
    )


def _contrast(desk: Desk, start: str, claim: Claim) -> Contrast:
    """Draw the papers' figure and the data's to one scale, where both are figures of one unit."""
    check, view = claim.data_check, verdict_view(desk, start, claim)
    if check is None or isinstance(claim.value, str) or check.verdict == "holds-other-measure":
        return Contrast(view, "", "")
    said, most = claim.upper or claim.value, max(claim.upper or claim.value, check.value, 1e-9)
    return Contrast(view, percent(100 * said / most), percent(100 * check.value / most))


def _counted(desk: Desk, claims: list[Claim]) -> Tally:
    """Count the verdicts, in the order of `VERDICTS`."""
    found = [claim.data_check.verdict if claim.data_check else "open" for claim in claims]
    named = {**VERDICTS, "open": "not checked"}
    return tuple(
        (Label(desk.say(text), code), desk.words.number(found.count(code)))
        for code, text in named.items()
        if code in found
    )
