"""Disagreements: entries and claims about which accounts contradict one another, the preferred one and the reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from site_src.model import Claim, Event, Page
from site_src.pages.accounts import Contest, contests
from site_src.pages.cards import card, disputed
from site_src.pages.desk import ALL, Desk, Sheet
from site_src.pages.disputes import Verdict, verdict_view
from site_src.pages.frame import framed
from site_src.pages.rooms import CLAIMED, rooms
from site_src.pages.views import Card

DISPUTED = "disputed"
BEST = ("holds", "holds-other-measure", "held-other-year", "does-not-hold", "")
"""Verdicts by how much the data speak for a claim."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """An entry about which accounts differ."""

    card: Card
    contests: tuple[Contest, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One of several claims of which not all can be true."""

    verdict: Verdict
    preferred: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Quarrel:
    """Claims that contradict one another."""

    name: str
    sides: tuple[Side, ...]


def pages(desk: Desk) -> Iterator[Page]:
    """Plan the page of disagreements."""
    return (page(desk) for _ in sheets(desk))


def sheets(desk: Desk, some: slice = ALL) -> tuple[Sheet, ...]:
    """Lay out its sheet."""
    only: tuple[Sheet, ...] = (Sheet(desk.path("disagreements.html"), ()),)
    return only[some]


def disputes(desk: Desk) -> Mapping[str, tuple[Event, ...]]:
    """Find the entries about which accounts differ."""
    return {"": tuple(event for event in desk.holdings.events if disputed(event))}


def page(desk: Desk) -> Page:
    """Plan the page."""
    path = desk.path("disagreements.html")
    entries = [
        Disagreement(card(desk, path, event), tuple(one for one in contests(desk, path, event) if one.differs))
        for event in desk.sort(DISPUTED, disputes)[""]
    ]
    quarrels = [_quarrel(desk, path, group) for group in _groups(desk.holdings.claim_by_id)]
    return framed(
        desk,
        "disagreements.html",
        "disagreements.html",
        desk.say("Disagreements"),
        lead=desk.say("Where accounts cannot all be true: each of them with who tells it, and why one is preferred."),
        trail=(("claims.html", desk.say("Claims")),),
        rooms=rooms(desk, path, CLAIMED),
        entries=entries,
        quarrels=quarrels,
    )


def _groups(claims: Mapping[str, Claim]) -> list[list[Claim]]:
    """Gather the claims that contradict one another, directly or through others."""
    left = {id for id, claim in claims.items() if _against(claim, claims)}
    groups = []
    for id in claims:
        if id not in left:
            continue
        found, edge = {id}, [id]
        while edge:
            edge = [other for one in edge for other in _against(claims[one], claims) if other not in found]
            found.update(edge)
        left -= found
        groups.append([claims[one] for one in claims if one in found])
    return groups


def _against(claim: Claim, claims: Mapping[str, Claim]) -> list[str]:
    return [id for id, kind in claim.relations if kind == "contradicts" and id in claims]


def _quarrel(desk: Desk, start: str, claims: list[Claim]) -> Quarrel:
    """Set claims side by side, the one for which the data speak first, then the one that most origins tell."""
    ordered = sorted(claims, key=lambda claim: (_rank(claim), -len(claim.origins), claim.id))
    views = [verdict_view(desk, start, claim) for claim in ordered]
    reason = _reason(desk, ordered[0], ordered[1]) if len(ordered) > 1 else ""
    sides = [Side(view, bool(reason) and not number, "" if number else reason) for number, view in enumerate(views)]
    return Quarrel(f"{views[0].subject}: {views[0].measure}", tuple(sides))


def _rank(claim: Claim) -> int:
    return BEST.index(claim.data_check.verdict if claim.data_check else "")


def _reason(desk: Desk, best: Claim, next_best: Claim) -> str:
    """Say why a claim is preferred to the next best; empty where nothing decides."""
    if _rank(best) < _rank(next_best):
        return desk.say("the data speak for it")
    return desk.say("more independent origins tell it") if len(best.origins) > len(next_best.origins) else ""
