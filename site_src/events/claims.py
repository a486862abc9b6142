"""Make claims of figures and of founding dates: who states what, as of when, and what the tables say of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from site_src.events.checks import check
from site_src.events.drafts import origins_of
from site_src.events.nodes import kind_of
from site_src.events.relations import relations
from site_src.model import Article, Claim, Quantity, Statement, When
from site_src.topic.measuring import measure_of
from site_src.topic.values import Measure, Topic


@dataclass(frozen=True, slots=True)
class Stated:
    """One figure of one statement, before claims that say the same are joined."""

    measure: str
    subject: str
    comparator: str
    value: float | str
    unit: str
    as_of: When | None
    text: str
    statement: Statement


def _as_of(statement: Statement, article: Article | None) -> When | None:
    """Give the time for which a figure is stated: the sentence's own if it has one, else the publication's."""
    if statement.when is not None and statement.stance != "planned":
        return statement.when
    return article.published.when if article else None


def _figure(statement: Statement, quantity: Quantity, article: Article | None, topic: Topic) -> Stated | None:
    evidence = statement.evidence
    language = article.language if article else ""
    measure = measure_of(topic, language, evidence.quote, quantity, evidence.start)
    if measure is None:
        return None
    subject = statement.organisation or topic.organisation
    if measure.computes == "none" and not statement.organisation and statement.actors:
        subject = ", ".join(statement.actors)
    return Stated(
        measure.id,
        subject,
        quantity.comparator,
        quantity.value,
        quantity.unit,
        _as_of(statement, article),
        quantity.text,
        statement,
    )


def _founding(statement: Statement, article: Article | None, topic: Topic) -> Stated | None:
    kind = kind_of(statement.kind, topic)
    measure = next((measure for measure in topic.measures if measure.computes == "founding"), None)
    if not (kind and kind.once and measure and statement.when and statement.stance in ("told", "recalled")):
        return None
    subject = statement.organisation or topic.organisation
    as_of = article.published.when if article else None
    return Stated(measure.id, subject, "=", statement.when.edtf, "date", as_of, statement.when.text, statement)


def _stated(statements: Sequence[Statement], by_id: Mapping[str, Article], topic: Topic) -> list[Stated]:
    """List every figure once, however many dates its sentence has."""
    found: dict[tuple[str, int, str], Stated] = {}
    for statement in sorted(statements, key=lambda item: (item.evidence.article, item.evidence.start, item.id)):
        article = by_id.get(statement.evidence.article)
        for quantity in statement.quantities:
            stated = _figure(statement, quantity, article, topic)
            if stated:
                found.setdefault((statement.evidence.article, quantity.start, stated.measure), stated)
        founding = _founding(statement, article, topic)
        if founding:
            found.setdefault((statement.evidence.article, statement.evidence.start, founding.measure), founding)
    return list(found.values())


def _key(stated: Stated) -> tuple[str, ...]:
    year = "" if stated.unit == "date" or stated.as_of is None else str(stated.as_of.earliest.year)
    return (stated.subject, stated.measure, stated.comparator, str(stated.value), stated.unit, year)


def _id(key: tuple[str, ...]) -> str:
    return f"{key[1]}-{sha256('|'.join(key).encode()).hexdigest()[:8]}"


def _claim(key: tuple[str, ...], members: Sequence[Stated], published: Mapping[str, str]) -> Claim:
    ordered = sorted(
        members, key=lambda item: (published.get(item.statement.evidence.article, "9999"), item.statement.id)
    )
    first = ordered[0]
    seen = {
        (item.statement.evidence.article, item.statement.evidence.start): item.statement.evidence for item in ordered
    }
    return Claim(
        id=_id(key),
        subject=first.subject,
        attribute=first.measure,
        comparator=first.comparator,
        value=first.value,
        unit=first.unit,
        as_of=first.as_of,
        text=first.text,
        evidence=tuple(seen.values()),
        relations=(),
        data_check=None,
        origins=origins_of(tuple(item.statement for item in ordered)),
    )


def list_claims(statements: Sequence[Statement], articles: Sequence[Article], topic: Topic) -> tuple[Claim, ...]:
    """List the claims, each with its relations to the others and its check against the tables."""
    by_id = {article.id: article for article in articles}
    published = {
        article.id: article.published.when.earliest.isoformat() if article.published.when else "9999"
        for article in articles
    }
    groups: dict[tuple[str, ...], list[Stated]] = {}
    for stated in _stated(statements, by_id, topic):
        groups.setdefault(_key(stated), []).append(stated)
    bare = [_claim(key, members, published) for key, members in sorted(groups.items())]
    measures: Mapping[str, Measure] = {measure.id: measure for measure in topic.measures}
    related = relations(bare, measures)
    return tuple(
        replace(
            claim, relations=related.get(claim.id, ()), data_check=check(claim, measures.get(claim.attribute), topic)
        )
        for claim in sorted(bare, key=lambda claim: (claim.attribute, claim.id))
    )
