"""Make of a cluster what an entry says: its day, kind, stance, actors and place, each from the surest of its nodes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from msgspec import Struct

from site_src.events.clusters import Cluster
from site_src.events.nodes import GENERAL, Node, kind_of, published_order
from site_src.events.origins import origins_of, surest
from site_src.model import Curated, Row, Stance, Statement, When, between
from site_src.topic.values import Topic

_COARSE = 28
"""Days from which on a stretch is a month or longer."""


class Draft(Struct, frozen=True, gc=False):
    """An event before it has an id, a title and relations."""

    cluster: Cluster
    when: When
    kind: str
    stance: Stance
    actors: tuple[str, ...]
    organisation: str
    place: str
    series: str
    statements: tuple[Statement, ...]
    """In the order of publication; the first is the anchor."""
    rows: tuple[Row, ...]
    confidence: float
    origins: tuple[str, ...]
    others: tuple[Statement, ...] = ()
    """Statements that tell another day of a fact that happens once: accounts, not evidence."""

    @property
    def seeds(self) -> tuple[Node, ...]:
        return tuple(node for node in self.cluster.nodes if node.rows) if self.rows else ()

    @property
    def tokens(self) -> frozenset[str]:
        """What an editor's word holds on to: its nodes' tokens, and those of the accounts that it keeps."""
        told = frozenset(statement.id for statement in self.others)
        return told.union(*(node.tokens for node in self.cluster.nodes))

    @property
    def curated(self) -> tuple[Curated, ...]:
        return tuple(node.curated for node in self.cluster.nodes if node.curated) if self.rows else ()


def _stance(nodes: tuple[Node, ...]) -> Stance:
    """A row alone confirms but does not tell: an entry that articles only announce stays planned. An editor tells."""
    told = [node for node in nodes if node.statements or node.curated] or list(nodes)
    for stance in ("told", "recalled", "denied", "planned"):
        if any(node.stance == stance for node in told):
            return stance
    return "told"


def _kind(nodes: tuple[Node, ...], topic: Topic) -> str:
    """Choose the kind: a row's, else the most told of those that do not give way to others."""
    if len({node.kind for node in nodes}) == 1:
        return nodes[0].kind
    votes = Counter({node.kind: 0 for node in nodes})
    for node in nodes:
        votes[node.kind] += max(1, len(origins_of(node.statements))) + (100 if node.rows else 0)

    def rank(kind: str) -> tuple[bool, bool, int, float, str]:
        found = kind_of(kind, topic)
        weight = found.weight if found else 0.0
        return (kind == GENERAL, found is not None and found.generic, -votes[kind], -weight, kind)

    return min(votes, key=rank)


def _when(nodes: tuple[Node, ...]) -> When:
    """Choose the day: a row's, else the one that most origins tell, else the most exact one.

    A row that knows the month only gives way to the days inside it that articles tell.
    """
    if len(nodes) == 1:
        return nodes[0].when
    rows = [node for node in nodes if node.rows]
    if rows:
        listed = min(rows, key=lambda node: (-node.confidence, node.when.days, node.key)).when
        finer = [node.when for node in nodes if node.statements and node.when.within(listed)]
        if listed.days < _COARSE or not finer or min(when.days for when in finer) >= _COARSE:
            return listed
        exact = [when for when in finer if when.days < _COARSE]
        return between(min(when.earliest for when in exact), max(when.latest for when in exact), exact[0].text)
    if len({node.days for node in nodes}) == 1:
        return min(nodes, key=lambda node: node.key).when
    votes = Counter({node.days: 0 for node in nodes})
    for node in nodes:
        votes[node.days] += len(origins_of(node.statements))
    best = min(nodes, key=lambda node: (-votes[node.days], node.when.days, node.key))
    exacter = [node for node in nodes if best.series and node.when.days < _COARSE <= best.when.days]
    return min(exacter, key=lambda node: (node.when.days, node.key)).when if exacter else best.when


def _actors(nodes: tuple[Node, ...], kind: str) -> tuple[str, ...]:
    """Give all actors, those that most nodes name first, else in the order of the text.

    Nodes of the entry's own kind count where there are some: who is named in a passing remark did not act.
    """
    own = [node for node in nodes if node.kind == kind and node.actors] or [node for node in nodes if node.actors]
    if not own:
        return ()
    if len(own) == 1:
        return _actors_of(own[0])
    votes = Counter(actor for node in own for actor in node.order)
    place: dict[str, int] = {}
    for node in sorted(own, key=lambda node: (not node.rows, node.key)):
        for actor in node.order:
            place.setdefault(actor, len(place))
    return tuple(sorted(votes, key=lambda actor: (-votes[actor], place[actor])))


def _actors_of(node: Node) -> tuple[str, ...]:
    """Give the actors of one node, each once; those that it names most first, else in the order of the text."""
    if len({*node.order}) == len(node.order):
        return node.order
    votes = Counter(node.order)
    return tuple(sorted(votes, key=lambda actor: -votes[actor]))


def _most(values: list[str]) -> str:
    votes = Counter(value for value in values if value) if any(values) else {}
    return min(votes, key=lambda value: (-votes[value], value), default="")


def _place(nodes: tuple[Node, ...], topic: Topic) -> str:
    """Choose the place: a row's, else the one most told; a town before its country."""
    listed = [node.place for node in nodes if node.rows and node.place]
    told = [node.place for node in nodes if node.statements and node.place]
    values = listed or told
    towns = [value for value in values if value in topic.entities and topic.entities[value].kind == "place"]
    return _most(towns or values)


def _confidence(nodes: tuple[Node, ...], statements: tuple[Statement, ...], sure: Mapping[str, float]) -> float:
    """Grow with independent origins and rows: one minus the product of the doubts."""
    doubt = 1.0
    for origin in sorted(sure):
        doubt *= 1 - 0.9 * sure[origin]
    for node in nodes:
        if node.rows:
            doubt *= 1 - node.confidence
    if statements and not sure:
        doubt *= 1 - 0.9 * max(item.confidence for item in statements)
    return round(1 - doubt, 3)


def _of_one(cluster: Cluster, node: Node) -> Draft:
    """Say what the statements of a single node say; most entries have no more, and there is nothing to choose."""
    sure = surest(node.statements)
    return Draft(
        cluster=cluster,
        when=node.when,
        kind=node.kind,
        stance=node.stance,
        actors=_actors_of(node) if node.actors else (),
        organisation=node.organisation,
        place=node.place,
        series=node.series,
        statements=node.statements,
        rows=(),
        confidence=_confidence((node,), node.statements, sure),
        origins=tuple(sorted(sure)),
    )


def draft(cluster: Cluster, topic: Topic, published: Mapping[str, str]) -> Draft:
    """Say what a cluster's nodes say together."""
    nodes = cluster.nodes
    if len(nodes) == 1 and not nodes[0].rows:
        return _of_one(cluster, nodes[0])
    kind = _kind(nodes, topic)
    statements = published_order((item for node in nodes for item in node.statements), published)
    sure = surest(statements)
    rows = tuple(sorted({row for node in nodes for row in node.rows}, key=lambda row: (row.table, row.line)))
    return Draft(
        cluster=cluster,
        when=_when(nodes),
        kind=kind,
        stance=_stance(nodes),
        actors=_actors(nodes, kind),
        organisation=_most([node.organisation for node in nodes]),
        place=_place(nodes, topic),
        series=_most([node.series for node in nodes if node.kind == kind] or [node.series for node in nodes]),
        statements=statements,
        rows=rows,
        confidence=_confidence(nodes, statements, sure),
        origins=tuple(sorted({*sure, *(origin for node in nodes for origin in node.origins)})),
    )
