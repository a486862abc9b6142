"""Texts -> when the article was published, and how one can tell.

A page's own header is often the clock of its rendering, so the body has the last word: an attribution with a date, a
date in the lead told as past, a weekday with day and month whose year the series tables or the calendar give.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from site_src.articles.candidates import (
    Candidate,
    Misfit,
    Page,
    attributed,
    confirmed,
    given,
    header,
    local,
    told,
    yearless,
)
from site_src.languages.pack import LanguagePack
from site_src.model import Issue, Mentions, Publication, Text
from site_src.topic.values import Series

EVIDENCE = 0.6
"""What the body tells less surely than this, a date without a weekday, is mostly background and contradicts no header."""
_BEYOND_DOUBT = 0.95
"""What an editor wrote into the front matter is not weighed against the text."""


def published(
    pages: Sequence[tuple[Text, Mentions]], packs: Mapping[str, LanguagePack], series: tuple[Series, ...]
) -> tuple[Publication, tuple[Issue, ...]]:
    """Weigh all candidates of an article's pages; the surest one that nothing contradicts wins."""
    first, issues = pages[0][0], []
    try:
        front = given(first)
    except ValueError as error:
        front = None
        issues.append(_issue(first, "articles.published", str(error), "looked for in the text"))
    if front and front.confidence >= _BEYOND_DOUBT:
        return _publication([front]), tuple(issues)
    read = [Page(text, mentions.times, packs[text.language], series) for text, mentions in pages if text.language]
    body = [candidate for page in read for candidate in (*attributed(page), *told(page))]
    headers = [confirmed(line, body) for page in read for line in header(page)]
    claims = [*([local(front, first.raw.front.published, headers)] if front else ()), *headers]
    partial = [found for page in read if (found := yearless(page, [*claims, *body]))]
    supported = [*body, *(found for found in partial if isinstance(found, Candidate))]
    misfits = [found for found in partial if isinstance(found, Misfit)]
    kept = []
    for claim in claims:
        against = _against(claim, supported, misfits)
        if against:
            issues.append(
                _issue(first, "articles.header-contradicted", _contradiction(claim, against), _dated(against))
            )
        else:
            kept.append(claim)
    candidates = sorted([*kept, *supported], key=lambda candidate: -candidate.confidence)
    if not candidates:
        issues.append(_undated(pages, misfits))
    return _publication(candidates, misfits), tuple(issues)


def _publication(candidates: Sequence[Candidate], misfits: Sequence[Misfit] = ()) -> Publication:
    if not candidates:
        return Publication(None, "unknown", 0.0, tuple(map(_fits, misfits)))
    best = candidates[0]
    reasons = tuple(dict.fromkeys(candidate.reason for candidate in candidates))
    return Publication(best.when, best.how, best.confidence, reasons)


def _against(claim: Candidate, body: Sequence[Candidate], misfits: Sequence[Misfit]) -> Candidate | Misfit | None:
    """Find what of the body the claimed day cannot have followed: too far off, or after it."""
    if any(claim.can_follow(other.when) for other in body):
        return None
    evidence = [other for other in body if other.confidence >= EVIDENCE]
    if evidence:
        return max(evidence, key=lambda other: other.confidence)
    return misfits[0] if misfits else None


def _contradiction(claim: Candidate, against: Candidate | Misfit) -> str:
    tells = _fits(against) if isinstance(against, Misfit) else against.reason.split(": ", 1)[1]
    return f"the page says “{claim.when.text or claim.when.edtf}”, but its body tells {tells}"


def _dated(against: Candidate | Misfit) -> str:
    return "the page's day is not used" if isinstance(against, Misfit) else f"dated {against.when.edtf} by the body"


def _fits(misfit: Misfit) -> str:
    years = ", ".join(map(str, misfit.years))
    return f"“{misfit.words}”, which fits {years}" if years else f"“{misfit.words}” without a year"


def _undated(pages: Sequence[tuple[Text, Mentions]], misfits: Sequence[Misfit]) -> Issue:
    """Say that nothing dates the article; a warning where relative words are left without a day."""
    waiting = sum(1 for _ in _open(pages))
    words = "no publication date found in front matter, metadata, header or body"
    words += "".join(f"; {_fits(misfit)}" for misfit in misfits)
    done = f"{waiting} relative dates stay open" if waiting else "dated words keep their own dates"
    return _issue(pages[0][0], "articles.no-date", words, done, warning=bool(waiting))


def _open(pages: Sequence[tuple[Text, Mentions]]) -> Iterator[object]:
    for _, mentions in pages:
        for time in mentions.times:
            if time.meaning.reads == "relative" or (time.meaning.reads == "date" and not time.meaning.year):
                yield time


def _issue(text: Text, code: str, words: str, done: str, *, warning: bool = True) -> Issue:
    return Issue(text.raw.path, text.raw.line, code, words, done, "warning" if warning else "note")
