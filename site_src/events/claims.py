"""Make claims of figures, founding dates and states: who states what, as of when, and what the tables say of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Literal

from site_src.events.checks import Tables, check
from site_src.events.nodes import kind_of
from site_src.events.origins import origins_of
from site_src.events.relations import Knowledge, relations
from site_src.model import Article, Claim, Figure, State, Statement, When
from site_src.topic import figures
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
    upper: float | None = None
    stance: Literal["told", "planned"] = "told"
    variant: str = ""
    countries: tuple[str, ...] = ()


def _figure(statement: Statement, figure: Figure, article: Article | None) -> Stated:
    quantity = figure.quantity
    return Stated(
        figure.measure,
        figure.subject,
        quantity.comparator,
        quantity.value,
        quantity.unit,
        figure.as_of or (article.published.when if article else None),
        quantity.text,
        statement,
        figure.upper,
        "planned" if figure.planned else "told",
        figure.variant,
        figure.countries,
    )


def _founding(statement: Statement, article: Article | None, topic: Topic) -> Stated | None:
    kind = kind_of(statement.kind, topic)
    measure = next((measure for measure in topic.measures if measure.computes == "founding"), None)
    if not (kind and kind.once and measure and statement.when and statement.stance in ("told", "recalled")):
        return None
    subject = statement.organisation or topic.organisation
    as_of = article.published.when if article else None
    return Stated(measure.id, subject, "=", statement.when.edtf, "date", as_of, statement.when.text, statement)


def _state(statement: Statement, state: State, article: Article | None, topic: Topic) -> Stated:
    """Make a claim of what somebody is said to be; what is denied is another claim than what is said."""
    unit = next((measure.unit for measure in topic.measures if measure.id == state.measure), "")
    as_of = state.as_of or (article.published.when if article else None)
    comparator = "!=" if state.denied else "="
    return Stated(state.measure, state.subject, comparator, state.value, unit, as_of, state.text, statement)


def _stated(statements: Sequence[Statement], by_id: Mapping[str, Article], topic: Topic) -> list[Stated]:
    """List every figure once, however many dates its sentence has."""
    found: dict[tuple[str, int, str], Stated] = {}
    founding_counts = any(measure.computes == "founding" for measure in topic.measures)
    stating = [one for one in statements if one.figures or one.states or founding_counts]
    for statement in sorted(stating, key=lambda item: (item.evidence.article, item.evidence.start, item.id)):
        article = by_id.get(statement.evidence.article)
        for figure in statement.figures:
            where = statement.evidence.article, figure.quantity.start, figure.measure
            found.setdefault(where, _figure(statement, figure, article))
        founding = _founding(statement, article, topic)
        for state in statement.states:
            one = _state(statement, state, article, topic)
            place = f"{state.measure}/{state.subject}/{state.value}/{one.comparator}"
            found.setdefault((statement.evidence.article, statement.evidence.start, place), one)
        if founding:
            found.setdefault((statement.evidence.article, statement.evidence.start, founding.measure), founding)
    return list(found.values())


def _key(stated: Stated, lasting: frozenset[str]) -> tuple[str, ...]:
    """Name what is claimed: of whom, what, and for which year, unless it is the same in every year."""
    year = "" if stated.measure in lasting or stated.as_of is None else str(stated.as_of.earliest.year)
    value = str(stated.value) if stated.upper is None else f"{stated.value}-{stated.upper}"
    own = (stated.subject, stated.measure, stated.comparator, value, stated.unit, year)
    rest = (stated.stance, stated.variant, *stated.countries)
    return own if rest == ("told", "") else (*own, *rest)


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
        upper=first.upper,
        stance=first.stance,
        variant=first.variant,
        countries=first.countries,
    )


def _knowledge(measures: Mapping[str, Measure], topic: Topic) -> Knowledge:
    counted = [status.id for status in topic.statuses if status.counts]
    used = {measure.status for measure in topic.measures if measure.status}
    turns = {status: tuple(change.day for change in figures.changes(topic, status)) for status in sorted(used)}
    return Knowledge(measures, frozenset(counted), turns)


def list_claims(statements: Sequence[Statement], articles: Sequence[Article], topic: Topic) -> tuple[Claim, ...]:
    """List the claims, each with its relations to the others and its check against the tables."""
    by_id = {article.id: article for article in articles}
    published = {
        article.id: article.published.when.earliest.isoformat() if article.published.when else "9999"
        for article in articles
    }
    measures: Mapping[str, Measure] = {measure.id: measure for measure in topic.measures}
    lasting = frozenset(measure.id for measure in topic.measures if measure.lasts)
    groups: dict[tuple[str, ...], list[Stated]] = {}
    for stated in _stated(statements, by_id, topic):
        groups.setdefault(_key(stated, lasting), []).append(stated)
    bare = [_claim(key, members, published) for key, members in sorted(groups.items())]
    tables = Tables(topic)
    checked = [replace(claim, data_check=check(claim, measures.get(claim.attribute), tables)) for claim in bare]
    related = relations(checked, _knowledge(measures, topic))
    return tuple(
        replace(claim, relations=related.get(claim.id, ()))
        for claim in sorted(checked, key=lambda claim: (claim.attribute, claim.id))
    )
