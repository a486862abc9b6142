"""Measure what the program finds in the marked news texts: events, merging, stance, quantities and claims.

    python -m bench.events [--topic-only | --empty-only] [--verbose] [--held] [--raise-floors]

The texts of `tests/gold/events/held/` are counted but not shown: rules are mended by the causes that `seen/` shows.
"""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.events_gold import Days, Figure, Gold, GoldArticle, GoldClaim, Told, load, number
from bench.events_scoring import Found, FoundDate, FoundEvent, Scores, cause, score
from site_src import pipeline, topic
from site_src.model import Article, Claim, Event, Timeline

ROOT = Path(__file__).resolve().parent.parent
TOPICS = {"topic": "fiktif", "empty": ""}
"""The two ways in which the program is run: with the tables of an invented topic, and with none."""
FLOORS = ROOT / "tests" / "gold" / "floors.json"
BELOW = 0.005
"""How far under what is measured a floor lies."""
TARGETS = {
    "precision": 0.90,
    "recall": 0.90,
    "right_date": 0.95,
    "merging": 0.92,
    "stance": 0.95,
    "quantities": 0.97,
    "claims": 0.95,
    "relations": 0.90,
}
"""What is to be reached. No floor is set above its target while another figure is below: more found may cost precision."""


def main() -> None:
    """Measure, print a table, and say what was missed and what was false."""
    options = _options()
    if options.raise_floors:
        raise_floors()
        return
    for way in TOPICS:
        if not getattr(options, f"{'empty' if way == 'topic' else 'topic'}_only"):
            _tell(way, options)


def _options() -> Namespace:
    parser = ArgumentParser(description="Measure events, merging, stance, quantities and claims on marked texts.")
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--topic-only", action="store_true", help="only the texts about the invented topic")
    which.add_argument("--empty-only", action="store_true", help="only the texts without a topic")
    parser.add_argument("--verbose", action="store_true", help="say each miss with its words")
    parser.add_argument("--held", action="store_true", help="show the misses of the texts that are held back, too")
    parser.add_argument("--raise-floors", action="store_true", help="only raise the floors to what is measured now")
    return parser.parse_args()


# --- Running the program --------------------------------------------------------------------------------------------


@cache
def gold_and_found(way: str) -> tuple[Gold, Found]:
    """Run the program on all texts of a topic at once, as a user does who puts them into one folder."""
    gold = load(TOPICS[way])
    with TemporaryDirectory() as scratch:
        folder = ROOT / "tests" / "topics" / TOPICS[way] if TOPICS[way] else Path(scratch) / "topic"
        if not TOPICS[way]:
            topic.new(folder)
        articles = Path(scratch) / "articles"
        articles.mkdir()
        lines = [json.dumps(one.record, ensure_ascii=False) for one in gold.articles]
        (articles / "all.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
        timeline = pipeline.tell(pipeline.Options(folder, articles)).timeline
    return gold, _found(timeline)


def _found(timeline: Timeline) -> Found:
    relations = frozenset(_relations(timeline.claims))
    figures = {
        article.id: tuple(
            Figure(one.start, one.end, one.text, one.value, one.comparator, one.unit)
            for one in article.mentions.quantities
        )
        for article in timeline.articles
    }
    dates = {article.id: tuple(_dates(article)) for article in timeline.articles}
    events = tuple(_event(one) for one in timeline.events if one.statements)
    claims = tuple(claim for one in timeline.claims for claim in _claims(one))
    return Found(events, figures, claims, relations, dates)


def _dates(article: Article) -> Iterator[FoundDate]:
    for one in article.times:
        if one.when:
            days = Days(one.when.earliest, one.when.latest, one.when.grain)
            yield FoundDate(one.expression.start, one.expression.end, one.expression.text, days, one.when.edtf)


def _event(one: Event) -> FoundEvent:
    told = tuple(
        Told(one.id, each.evidence.article, each.evidence.start, each.evidence.end, (each.stance,), each.evidence.quote)
        for each in one.statements
    )
    days = Days(one.when.earliest, one.when.latest, one.when.grain)
    return FoundEvent(one.id, days, one.when.edtf, one.kind, one.title.get("en", ""), told)


def _claims(one: Claim) -> Iterator[GoldClaim]:
    for quote in one.evidence:
        yield GoldClaim(one.attribute, one.comparator, one.value, one.unit, quote.article)


def _relations(claims: Sequence[Claim]) -> Iterator[tuple[str, frozenset[tuple[str, str, str]]]]:
    sayings = {one.id: (one.attribute, one.comparator, number(one.value)) for one in claims}
    for one in claims:
        for other, kind in one.relations:
            if sayings[one.id] != sayings[other]:
                yield kind, frozenset({sayings[one.id], sayings[other]})


# --- Choosing articles ----------------------------------------------------------------------------------------------


def measured(way: str, *, part: str = "", lang: str = "") -> Scores:
    """Give the figures of the articles of one part (`seen`, `held`) or language; of all if none is named."""
    gold, found = gold_and_found(way)
    return score(gold, found, chosen(gold.articles, part=part, lang=lang))


def chosen(articles: Sequence[GoldArticle], *, part: str = "", lang: str = "") -> frozenset[str]:
    """Name the articles of a part and a language."""
    return frozenset(one.id for one in articles if part in ("", one.part) and lang in ("", one.lang))


def raise_floors() -> None:
    """Set each floor a little under what is measured now, unless it is higher already."""
    floors = json.loads(FLOORS.read_text("utf-8"))
    known = floors.get("events", {})
    for way in TOPICS:
        for part in ("seen", "held"):
            now, old = measured(way, part=part).figures, known.get(f"{way} {part}", {})
            reached = all(now[name] >= target for name, target in TARGETS.items())
            known[f"{way} {part}"] = {
                name: max(old.get(name, 0), round(min(value - BELOW, 1 if reached else TARGETS[name]), 3))
                for name, value in now.items()
            }
    FLOORS.write_text(json.dumps(floors | {"events": known}, indent=2) + "\n", "utf-8")


# --- Telling --------------------------------------------------------------------------------------------------------

ROWS: tuple[tuple[str, dict[str, str]], ...] = (
    ("all", {}),
    ("Indonesian", {"lang": "id"}),
    ("English", {"lang": "en"}),
    ("seen", {"part": "seen"}),
    ("held", {"part": "held"}),
)


def _tell(way: str, options: Namespace) -> None:
    scores = {name: measured(way, **which) for name, which in ROWS}
    heads = ["articles", "events", "claims", *scores["all"].figures]
    print(f"{way:12}", *(f"{head:>10}" for head in heads))
    for name, one in scores.items():
        counts = [f"{one.counts[head]:>10}" for head in heads[:3]]
        print(f"  {name:10}", *counts, *(f"{value:10.3f}" for value in one.figures.values()))
    shown = scores["all"] if options.held else scores["seen"]
    print(f"  {'all texts' if options.held else 'seen'}: {_summary(shown)}")
    causes = Counter(cause(event, gold_and_found(way)[1]).partition(" as ")[0] for event in shown.missed)
    print(f"  missed events by cause: {', '.join(f'{name} {count}' for name, count in causes.most_common())}\n")
    if options.verbose:
        print("\n".join(_misses(shown, gold_and_found(way)[1])), "\n")


def _summary(one: Scores) -> str:
    parts = (
        (len(one.missed), "events missed"),
        (len(one.misdated), "of them with another date"),
        (len(one.false), "false"),
        (len(one.again), "of them told again"),
        (len(one.apart), "parted"),
        (len(one.together), "wrongly joined"),
        (len(one.stances), "wrong stances"),
        (len(one.figures_wrong), "quantities"),
        (len(one.claims_missed), "claims missed"),
        (len(one.claims_false), "claims false"),
    )
    return ", ".join(f"{count} {words}" for count, words in parts)


def _misses(one: Scores, found: Found) -> Iterator[str]:
    """Say each miss in a line or two, with the words of the texts."""
    dated = {event.key: given for event, given in one.misdated}
    yield "EVENTS MISSED"
    for event in one.missed:
        other = dated.get(event.key)
        why = f"found as {other.edtf} {other.id}" if other else cause(event, found)
        yield f"- {event.edtf} {event.key} ({event.kind}): {why}"
        yield from (f"    {_said(told)}" for told in event.told)
    yield "FALSE EVENTS"
    for given in one.false:
        again = one.again.get(given.id)
        yield f"- {given.edtf} {given.id} ({given.kind}) {given.title}" + (f": tells {again} again" if again else "")
        yield from (f"    {_said(told)}" for told in given.told)
    yield from _pairs("PARTED: one event, found as two", one.apart)
    yield from _pairs("JOINED: two events, found as one", one.together)
    yield "STANCES"
    for right, told in one.stances:
        yield f"- {'/'.join(right.stances)}, found {told.stances[0]}: {right.article}: {right.words}"
    yield "QUANTITIES"
    for article, wanted, figure in one.figures_wrong:
        yield f"- {article}: {_figure(wanted)}; found {_figure(figure)}"
    yield "CLAIMS"
    yield from (f"- missed {_claim(claim)}" for claim in one.claims_missed)
    yield from (f"- false {_claim(claim)}" for claim in one.claims_false)
    yield from (f"- missed {kind}: {pair}" for kind, pair in one.relations_missed)
    yield from (f"- false {kind}: {pair}" for kind, pair in one.relations_false)


def _pairs(head: str, pairs: Sequence[tuple[Told, Told]]) -> Iterator[str]:
    yield head
    for one, other in pairs:
        yield f"- {one.event} / {other.event}"
        yield f"    {_said(one)}"
        yield f"    {_said(other)}"


def _said(told: Told) -> str:
    return f"[{told.article}, {'/'.join(told.stances) or 'open'}] {' '.join(told.words.split())}"


def _figure(one: Figure | None) -> str:
    return f"{one.words!r} {one.comparator}{one.value:g} {one.unit}" if one else "nothing"


def _claim(one: GoldClaim) -> str:
    return f"{one.article}: {one.attribute} {one.comparator}{number(one.value)} {one.unit}"


if __name__ == "__main__":
    main()
