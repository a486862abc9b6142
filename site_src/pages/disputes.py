"""A claim beside what the tables say of it, wherever it is shown."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from site_src.addresses import relative
from site_src.model import Claim
from site_src.pages.desk import CLAIMS, Desk, claim_page, seen_from
from site_src.pages.edtf import read_edtf
from site_src.pages.passages import passages_of_claim
from site_src.pages.sums import sum_words, told_by
from site_src.pages.views import Label, Link, Passage
from site_src.wording import msgid
from site_src.wording.dates import date_words

VERDICTS = {
    "holds": msgid("The data agree"),
    "holds-other-measure": msgid("Agrees only by another measure"),
    "held-other-year": msgid("Was true in another year"),
    "does-not-hold": msgid("The data do not agree"),
}
RELATIONS = {
    "agrees": msgid("agrees with"),
    "contradicts": msgid("contradicts"),
    "superseded": msgid("later figure:"),
    "supersedes": msgid("earlier figure:"),
    "other-measure": msgid("uses another measure than"),
}
TELLING = ("does-not-hold", "holds-other-measure", "held-other-year", "holds")
"""Verdicts by how much they tell a reader who knows only the papers."""
COMPARATORS = {
    "=": "%s",
    ">": msgid("more than %s"),
    "<": msgid("less than %s"),
    ">=": msgid("at least %s"),
    "<=": msgid("at most %s"),
    "~": msgid("about %s"),
    "!=": msgid("not %s"),
}
LASTING = ("date", "trait", "name")
"""Units of claims that say the same of every year."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A claim beside what the tables say of it."""

    id: str
    anchor: str
    href: str
    """Where it stands with its quotes and its sum."""
    subject: str
    measure: str
    said: str
    as_of: str
    passages: tuple[Passage, ...]
    verdict: Label | None
    found: str
    """What the data give: "41,9%"."""
    found_note: str
    """By which measure and for when: "PDB nominal, 2022"."""
    computation: str
    relations: tuple[tuple[str, Link], ...]
    origins: str
    year: str
    """The year for which it is stated; empty for dates, which are years themselves."""
    unchecked: str = ""
    """Why nothing is checked, where it is more than that no table can."""
    variant: str = ""
    """The figure that its own words name, where the measure has several: "PDB menurut KKB"."""
    elsewhere: Link | None = None
    """Where its other quotes stand, if the page shows only its own."""


def expected(claim: Claim) -> bool:
    """Tell whether a claim is a status that the tables bear out and nobody disputes: there is one for every member."""
    holds = claim.data_check is not None and claim.data_check.verdict == "holds"
    return claim.unit == "status" and holds and all(kind != "contradicts" for _, kind in claim.relations)


def verdicts_within(desk: Desk, start: str, claims: Iterable[Claim], articles: Collection[str]) -> tuple[Verdict, ...]:
    """Show claims with the quotes of some articles only, and where the others stand."""
    return tuple(_within(desk, start, claim, articles) for claim in claims)


def _within(desk: Desk, start: str, claim: Claim, articles: Collection[str]) -> Verdict:
    own = tuple(proof for proof in claim.evidence if proof.article in articles)
    others = len({proof.article for proof in claim.evidence} - {proof.article for proof in own})
    if not others:
        return verdict_view(desk, start, claim)
    view = _linked(desk, start, replace(claim, evidence=own))
    told = desk.count("%(number)s other article says so", "%(number)s other articles say so", others)
    return replace(view, elsewhere=Link(told, view.href))


def verdict_view(desk: Desk, start: str, claim: Claim) -> Verdict:
    """Show a claim beside its data check, as linked from the page at `start`."""
    own = start if start.rpartition("/")[0].endswith(CLAIMS) else seen_from(start)  # it may stand on that very page
    return desk.once(("verdict", own, claim.id), lambda: _linked(desk, start, claim))


def _linked(desk: Desk, start: str, claim: Claim) -> Verdict:
    told, related = desk.once(("verdict", claim.id), lambda: (_verdict(desk, claim), _relations(desk, claim)))
    return replace(
        told,
        href=_href(desk, start, claim),
        passages=passages_of_claim(desk, start, claim),
        relations=tuple((way, Link(words, _href(desk, start, other))) for way, words, other in related),
    )


def _verdict(desk: Desk, claim: Claim) -> Verdict:
    """Show what is the same on all pages; its evidence is not."""
    check = claim.data_check
    return Verdict(
        id=claim.id,
        anchor=f"claim-{claim.id}",
        href="",
        subject=desk.name(claim.subject),
        measure=measure_name(desk, claim),
        said=said(desk, claim),
        as_of=as_of(desk, claim),
        passages=(),
        verdict=Label(desk.say(VERDICTS[check.verdict]), check.verdict) if check else None,
        found=_found(desk, claim) if check else "",
        found_note=_found_note(desk, claim) if check else "",
        computation=sum_words(desk, check.computation) if check else "",
        relations=(),
        origins=desk.count("%(number)s independent origin", "%(number)s independent origins", len(claim.origins)),
        year=str(claim.as_of.latest.year) if claim.as_of and claim.unit not in LASTING else "",
        unchecked=desk.say("It is a forecast; the tables do not reach its time.") if claim.stance == "planned" else "",
        variant=_variant(desk, claim),
    )


def amount(desk: Desk, value: float | str, unit: str) -> str:
    """Write a claim's value with its unit: "40%", "US$23 triliun", "15 Juni 2001", "Pengamat"."""
    if isinstance(value, str) and unit in ("status", "trait"):
        return _state(desk, value)
    if isinstance(value, str) and unit == "name":
        return value
    if isinstance(value, str):
        when = read_edtf(value)
        return date_words(when, desk.words).label if when else value
    if unit == "percent":
        return f"{desk.words.number(value)}%"
    if unit == "ordinal":
        return desk.say("number %(number)s", number=desk.words.number(value))
    if len(unit) == 3 and unit.isupper():
        return f"{desk.words.currency(unit)}{desk.words.compact(value)}"
    return desk.words.compact(value) if abs(value) >= 1e6 else desk.words.number(value)


def _state(desk: Desk, value: str) -> str:
    """Name a status or a trait; that somebody has no status is said, too."""
    named = [status.names for status in desk.topic.statuses if status.id == value]
    named += [measure.traits[value].names for measure in desk.topic.measures if value in measure.traits]
    return desk.text(named[0]) if named else value or desk.say("no status")


def _found(desk: Desk, claim: Claim) -> str:
    """Write what the data give."""
    check = claim.data_check
    if check is None:
        return ""
    if claim.unit == "status":
        return _state(desk, check.measure)
    if claim.unit == "name":
        return desk.name(claim.subject)
    if isinstance(claim.value, str):
        return told_by(desk, check.computation) or str(check.year)
    return amount(desk, check.value, claim.unit)


def _found_note(desk: Desk, claim: Claim) -> str:
    """Name the measure and the year of what the data give; a date needs neither."""
    check = claim.data_check
    if check is not None and claim.unit == "status":
        return str(check.year)
    if check is None or isinstance(claim.value, str):
        return ""
    indicator = desk.topic.indicators.get(check.measure)
    name = desk.text(indicator.names) if indicator else ""
    states = desk.count("%(number)s state", "%(number)s states", len(claim.countries)) if claim.countries else ""
    own = ", ".join(part for part in (name, str(check.year), states) if part)
    return "; ".join(part for part in (own, _plain_measure(desk, claim)) if part)


def _plain_measure(desk: Desk, claim: Claim) -> str:
    """Say what the data give by the measure that plain words mean, where a claim holds only by another one."""
    check = claim.data_check
    if check is None or check.verdict != "holds-other-measure":
        return ""
    code, _, total = check.computation.partition("; ")[0].partition(" ")
    plain = desk.topic.indicators.get(code)
    return f"{desk.text(plain.names)}: {sum_words(desk, total.rpartition('= ')[2])}" if plain else ""


def said(desk: Desk, claim: Claim) -> str:
    """Say what a claim states, with its subject where that is a country or a status."""
    pattern = desk.say(COMPARATORS.get(claim.comparator, "%s"))
    told = amount(desk, claim.value, claim.unit)
    if claim.upper is not None:
        told = f"{told}–{amount(desk, claim.upper, claim.unit)}"
    whole = pattern % told
    subject = desk.topic.entities.get(claim.subject)
    own = claim.unit == "status" or (subject is not None and subject.kind == "country")
    return f"{desk.name(claim.subject)}: {whole}" if own else whole


def as_of(desk: Desk, claim: Claim) -> str:
    """Say for when a claim states it; empty if nobody knows."""
    return date_words(claim.as_of, desk.words).full if claim.as_of else ""


def _variant(desk: Desk, claim: Claim) -> str:
    indicator = desk.topic.indicators.get(claim.variant)
    return desk.text(indicator.names) if indicator else ""


def measure_name(desk: Desk, claim: Claim) -> str:
    """Name what a claim measures."""
    measure = next((one for one in desk.topic.measures if one.id == claim.attribute), None)
    return desk.text(measure.names) if measure and measure.names else claim.attribute


def _relations(desk: Desk, claim: Claim) -> tuple[tuple[str, str, Claim], ...]:
    """Name the claims that a claim is related to: in which way, and what each says."""
    known = desk.holdings.claim_by_id
    return tuple(
        (desk.say(RELATIONS.get(_way(claim, known[id], kind), kind)), _dated(desk, known[id]), known[id])
        for id, kind in claim.relations
        if id in known
    )


def _href(desk: Desk, start: str, claim: Claim) -> str:
    page = desk.path(claim_page(claim))
    return f"{'' if page == start else relative(start, page)}#claim-{claim.id}"


def _way(claim: Claim, other: Claim, kind: str) -> str:
    """Tell which of two figures is the later one; other relations read the same both ways."""
    later = claim.as_of and other.as_of and claim.as_of.earliest > other.as_of.latest
    return "supersedes" if kind == "superseded" and later else kind


def _dated(desk: Desk, claim: Claim) -> str:
    """Write a figure with the time for which it is stated, to tell it from others that read alike."""
    told = said(desk, claim)
    if claim.unit in LASTING or claim.as_of is None:
        return told
    return f"{told} ({date_words(claim.as_of, desk.words).label})"


def most_telling(claims: Iterable[Claim], most: int) -> list[Claim]:
    """Choose checked claims to show first: each measure once, those that do not simply hold before the others."""
    checked = [claim for claim in claims if claim.data_check]
    checked.sort(key=lambda claim: (TELLING.index(claim.data_check.verdict) if claim.data_check else 0, claim.id))
    first = {claim.attribute: claim for claim in reversed(checked)}
    return [claim for claim in checked if first[claim.attribute] is claim][:most]
