"""Explain a claim as a tree: who states it where, how the others stand to it, and why the tables say what they say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from site_src.events.branches import Branch, section, standing
from site_src.events.checks import slack
from site_src.model import Article, Claim, DataCheck, Timeline
from site_src.topic.values import Measure, Topic

_VERDICTS: Mapping[str, str] = {
    "holds": "the figure holds",
    "holds-other-measure": "it holds, but only by another measure than the words mean",
    "held-other-year": "it held in another year than the one of which it is told",
    "does-not-hold": "no year and no measure of the tables bears it out",
}


def claim_tree(claim: Claim, timeline: Timeline, topic: Topic | None) -> Branch:
    """Give the tree from a claim down to file and line."""
    articles = {article.id: article for article in timeline.articles}
    known = {other.id: other for other in timeline.claims}
    measure = next((one for one in topic.measures if one.id == claim.attribute), None) if topic else None
    related = (Branch(f"{kind}: {_said(known[other])}") for other, kind in claim.relations if other in known)
    return Branch(
        _said(claim),
        section("said", (standing(quote, articles) for quote in claim.evidence))
        + section("as of", _as_of(claim, articles))
        + section("verdict", _verdict(claim, claim.data_check, measure))
        + section("other claims", related),
    )


def _said(claim: Claim) -> str:
    when = claim.as_of.edtf if claim.as_of else "no day"
    comparator = claim.comparator.strip("= ")
    value = claim.value if isinstance(claim.value, str) else f"{claim.value:g}"
    value += "" if claim.upper is None else f" to {claim.upper:g}"
    told = f"{comparator + ' ' if comparator else ''}{value} {claim.unit}"
    return f"{claim.id}: {claim.subject or 'nobody'} {claim.attribute} {told}, as of {when}"


def _as_of(claim: Claim, articles: Mapping[str, Article]) -> Iterator[Branch]:
    """Say from where the claim has its day: the sentence, or the article's publication."""
    if claim.as_of is None:
        yield Branch("neither the sentence nor its article has a day")
        return
    first = articles.get(claim.evidence[0].article) if claim.evidence else None
    if first and first.published.when == claim.as_of:
        yield Branch(f"{claim.as_of.edtf}: {first.id} was published then ({first.published.how})")
    else:
        words = f" (“{claim.as_of.text}”)" if claim.as_of.text else ""
        yield Branch(f"{claim.as_of.edtf}: the sentence says so{words}")


def _verdict(claim: Claim, check: DataCheck | None, measure: Measure | None) -> Iterator[Branch]:
    if check is None and claim.stance == "planned":
        yield Branch("unchecked: it is a forecast, and the tables do not reach its time")
        return
    if check is None:
        reason = "has no tables that could" if measure and measure.computes == "none" else "has no figures for it"
        yield Branch(f"unchecked: the topic {reason}")
        return
    yield Branch(f"{check.verdict}: {_VERDICTS.get(check.verdict, check.verdict)}")
    yield Branch(f"told: {claim.text}")
    yield Branch(f"computed: {check.computation}")
    yield Branch(f"of: {check.measure}, {check.year}")
    if claim.variant:
        yield Branch(f"its words name {claim.variant}")
    if claim.countries:
        yield Branch(f"its text counts {len(claim.countries)} states: {', '.join(claim.countries)}")
    if measure and measure.tolerance and claim.comparator in ("=", "~"):
        yield Branch(f"tolerance: {slack(claim, measure):.0%} of the figure that is told")
