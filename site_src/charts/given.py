"""What charts show of the timeline, and no more: a chart that was drawn from the same before need not be drawn again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from site_src.model import Article, Claim, DataCheck, Event, Stance, When, Words
from site_src.topic.values import Topic


@dataclass(frozen=True, slots=True)
class Report:
    """What charts show of an article."""

    id: str
    outlets: tuple[str, ...]
    """Those whose report it is, of a retelling those who reported first; an empty name where nobody knows."""
    retold: bool
    when: When | None

    @classmethod
    def of(cls, article: Article) -> Report:
        """Take it from the article."""
        retold = tuple(dict.fromkeys(report.outlet for report in article.front.retells))
        return cls(article.id, retold or (article.text.outlet,), bool(retold), article.published.when)


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure that somebody states, and the figure of the tables that it was held against."""

    claim: str
    """The claim's id."""
    attribute: str
    comparator: str
    value: float
    upper: float | None
    of_others: bool
    """Whether it is of other states than the members of the year."""
    check: DataCheck
    reports: tuple[Report, ...]
    """Those that state it, in the order of the claim's evidence."""

    @property
    def href(self) -> str:
        """The claim's verdict, relative to the folder of a language's pages."""
        return f"claims.html#claim-{self.claim}"

    @property
    def bears_out(self) -> bool:
        """Whether the tables have the stated figure in some year, by some measure."""
        return self.check.verdict != "does-not-hold"


@dataclass(frozen=True, slots=True)
class Entry:
    """What charts show of an entry."""

    id: str
    when: When
    kind: str
    stance: Stance
    title: Words
    actors: tuple[str, ...]

    @classmethod
    def of(cls, event: Event) -> Entry:
        """Take it from the entry."""
        return cls(event.id, event.when, event.kind, event.stance, event.title, event.actors)


def stated(topic: Topic, claims: Iterable[Claim], articles: Iterable[Article]) -> tuple[Stated, ...]:
    """List what is stated of shares and sums, by year, then by measure and height."""
    measures = {measure.id for measure in topic.measures if measure.computes in ("share", "sum")}
    countries = {id for id, entity in topic.entities.items() if entity.kind == "country"}
    known = {article.id: article for article in articles}
    found = []
    for claim in claims:
        check = claim.data_check
        fits = claim.attribute in measures and claim.subject not in countries
        if fits and check and check.measure in topic.indicators and not isinstance(claim.value, str):
            ids = dict.fromkeys(quote.article for quote in claim.evidence)
            reports = tuple(Report.of(known[id]) for id in ids if id in known)
            value, others = float(claim.value), bool(claim.countries)
            found.append(
                Stated(claim.id, claim.attribute, claim.comparator, value, claim.upper, others, check, reports)
            )
    return tuple(sorted(found, key=lambda one: (one.check.year, one.check.measure, one.value, one.claim)))


def reports(articles: Iterable[Article]) -> tuple[Report, ...]:
    """List what articles report; later pages and copies are no articles of their own."""
    return tuple(Report.of(article) for article in articles if not article.part_of and not article.copy_of)


def tables(topic: Topic) -> Topic:
    """Leave out of a topic what no chart looks at."""
    return replace(
        topic,
        folder=Path(),
        inputs=(),
        title={},
        subtitle={},
        description={},
        charts=(),
        pages={},
        furniture=(),
        trims=(),
        corrections=(),
        curated=(),
        withdrawn=(),
        releases=(),
        redirects=(),
        templates={},
    )
