"""Timeline -> the plain data of `extract` and `output/data/`: stable keys, described in docs/schemas/.

A quote (`Evidence`) and a table's line (`Row`) are written as they are: their fields are the keys.
Open ends are `0001-01-01` and `9999-12-31`, never null. Offsets count Unicode code points in the source as decoded.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from site_src.addresses import file_name
from site_src.model import (
    Account,
    Article,
    Claim,
    Corrected,
    Correction,
    Curated,
    Day,
    Event,
    Join,
    Statement,
    Timeline,
)

Plain = dict[str, Any]


def everything(timeline: Timeline) -> Plain:
    """Give all that the program found, as `extract` writes it."""
    return {
        "events": [event(entry) for entry in timeline.events],
        "claims": [claim(entry) for entry in timeline.claims],
        "articles": [article(entry) for entry in timeline.articles],
        "days": [day(entry) for entry in timeline.days],
    }


def event(entry: Event) -> Plain:
    """Describe an event: when, what, who, and the sentences that say so."""
    return {
        "id": entry.id,
        "edtf": entry.when.edtf,
        "earliest": entry.when.earliest.isoformat(),
        "latest": entry.when.latest.isoformat(),
        "grain": entry.when.grain,
        "words": entry.when.text,
        "kind": entry.kind,
        "stance": entry.stance,
        "title": dict(entry.title),
        "title_language": dict(entry.title_language),
        "summary": {name: list(quotes) for name, quotes in sorted(entry.summary.items())},
        "actors": list(entry.actors),
        "place": entry.place,
        "importance": round(entry.importance, 4),
        "confidence": round(entry.confidence, 4),
        "origins": len(entry.origins),
        "origin_names": list(entry.origins),
        "evidence": [statement(told) for told in entry.statements],
        "rows": list(entry.rows),
        "accounts": {name: [account(told) for told in accounts] for name, accounts in sorted(entry.accounts.items())},
        "corrections": [correction(change) for change in entry.corrections],
        "curated": [curated(text) for text in entry.curated],
        "related": [{"event": other, "relation": relation} for other, relation in entry.related],
        "joins": [joined(join) for join in entry.joins],
    }


def statement(told: Statement) -> Plain:
    """Describe how an article tells an event: its words, and whose they are."""
    quote = told.evidence
    return {
        "article": quote.article,
        "quote": quote.quote,
        "start": quote.start,
        "end": quote.end,
        "stance": told.stance,
        "speaker": told.speaker,
        "kind": told.kind,
    }


def joined(join: Join) -> Plain:
    """Describe why two reports are of one event."""
    return {
        "left": join.left,
        "right": join.right,
        "score": round(join.score, 4),
        "reasons": [
            {"feature": reason.feature, "score": round(reason.score, 4), "sentence": reason.sentence}
            for reason in join.reasons
        ],
    }


def correction(change: Correction) -> Plain:
    """Describe a correction: what an editor changed, from what, why and when."""
    return {
        "id": change.id,
        "does": change.does,
        "found": change.found,
        "to": change.to or dict(change.titles),
        "reason": dict(change.reason),
        "date": change.made,
        "row": change.row,
    }


def corrected(told: Corrected) -> Plain:
    """Describe a correction and what came of it: a dropped entry is nowhere else."""
    return correction(told.correction) | {"state": told.state, "events": list(told.events), "titled": dict(told.titles)}


def curated(text: Curated) -> Plain:
    """Describe what an editor writes of an event, and from which sources."""
    return {
        "id": text.id,
        "edtf": text.when.edtf,
        "title": dict(text.titles),
        "text": dict(text.bodies),
        "sources": [
            {
                "outlet": source.outlet,
                "title": source.title,
                "date": source.date,
                "url": source.url,
                "archive": source.archive,
            }
            for source in text.sources
        ],
        "row": text.row,
    }


def account(told: Account) -> Plain:
    return {
        "value": told.value,
        "evidence": list(told.evidence),
        "rows": list(told.rows),
        "preferred": told.preferred,
        "contradicts": told.contradicts,
        "reason": told.reason,
    }


def claim(entry: Claim) -> Plain:
    """Describe a claim: what is stated of whom, who states it, and what the tables say."""
    check = entry.data_check
    return {
        "id": entry.id,
        "subject": entry.subject,
        "attribute": entry.attribute,
        "comparator": entry.comparator,
        "value": _number(entry.value),
        "upper": None if entry.upper is None else _number(entry.upper),
        "unit": entry.unit,
        "variant": entry.variant,
        "countries": list(entry.countries),
        "stance": entry.stance,
        "as_of": entry.as_of.edtf if entry.as_of else None,
        "text": entry.text,
        "evidence": list(entry.evidence),
        "origins": len(entry.origins),
        "relations": [{"claim": other, "kind": kind} for other, kind in entry.relations],
        "data_check": check
        and {
            "value": check.value,
            "year": check.year,
            "measure": check.measure,
            "verdict": check.verdict,
            "computation": check.computation,
        },
    }


def _number(value: float | str) -> float | int | str:
    return int(value) if isinstance(value, float) and value.is_integer() else value


def article(entry: Article) -> Plain:
    """Describe an article: what may be shown of it, and when it was published by which reasons."""
    published = entry.published
    return {
        "id": entry.id,
        "page": f"articles/{file_name(entry.id)}.html",
        "path": entry.path,
        "line": entry.text.raw.line,
        "outlet": entry.text.outlet,
        "title": entry.text.title,
        "language": entry.language,
        "published": {
            "edtf": published.when.edtf if published.when else None,
            "how": published.how,
            "confidence": round(published.confidence, 4),
            "reasons": list(published.reasons),
        },
        "clock": entry.clock.isoformat() if entry.clock else None,
        "part_of": entry.part_of or None,
        "copy_of": entry.copy_of or None,
        "origins": list(entry.origins),
        "retells": [
            {
                "outlet": report.outlet,
                "title": report.title,
                "date": report.date,
                "url": report.url,
                "archive": report.archive,
            }
            for report in entry.front.retells
        ],
        "url": entry.front.url,
        "archive": entry.front.archive,
        "sha256": entry.text.raw.digest,
    }


def day(entry: Day) -> Plain:
    """Describe a day that the corpus names."""
    return {
        "day": entry.day.isoformat(),
        "importance": round(entry.importance, 4),
        "events": list(entry.events),
        "sentences": [{"quote": quote.quote, "article": quote.article} for quote in entry.sentences],
    }


EVENT_HEAD = (
    "id", "edtf", "earliest", "latest", "grain", "kind", "stance", "title", "actors", "place", "importance",
    "confidence", "origins", "articles", "rows",
)  # fmt: skip
"""The heading of `events.csv`."""


def event_rows(events: Sequence[Event], language: str) -> list[list[str]]:
    """Give the lines of `events.csv` below its heading."""
    return [
        [
            entry.id,
            entry.when.edtf,
            entry.when.earliest.isoformat(),
            entry.when.latest.isoformat(),
            entry.when.grain,
            entry.kind,
            entry.stance,
            entry.title.get(language, ""),
            " ".join(entry.actors),
            entry.place,
            f"{entry.importance:.4f}",
            f"{entry.confidence:.4f}",
            str(len(entry.origins)),
            " ".join(dict.fromkeys(quote.article for quote in entry.evidence)),
            " ".join(f"{line.table}:{line.line}" for line in entry.rows),
        ]
        for entry in events
    ]
