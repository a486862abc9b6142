"""Cross-references of a topic that loads: what fits no other table, what a title lacks, which counts cannot be.

Each check is a function from the topic to its Issues; `CHECKS` is their order. All are warnings: nothing is lost.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import pairwise

from site_src.issues import counted
from site_src.model import FIRST_DAY, Issue, Row, Words
from site_src.topic.values import Kind, Spell, Topic

_FIELD = re.compile(r"\{([^{}]*)\}")
TITLE_FIELDS = ("actors", "actor", "role", "organisation", "place", "series", "ordinal", "year")


def _warning(topic: Topic, row: Row | None, file: str, code: str, message: str, done: str) -> Issue:
    place = row.table if row else file
    return Issue(
        f"{topic.folder.absolute().name}/{place}", row.line if row else 0, f"topic.{code}", message, done, "warning"
    )


def _titles(kind: Kind) -> tuple[tuple[str, Words], ...]:
    return ("titles", kind.titles), ("titles_planned", kind.titles_planned)


def title_languages(topic: Topic) -> Iterator[Issue]:
    """A kind has titles in all interface languages, or in none."""
    for kind in topic.kinds:
        for key, titles in _titles(kind):
            missing = [language for language in topic.languages if titles and not titles.get(language)]
            if missing:
                message = (
                    f"{kind.id}: found no {key} in {', '.join(missing)}, expected all of {', '.join(topic.languages)}"
                )
                yield _warning(
                    topic, kind.row, "kinds.toml", "title-language", message, "the best sentence serves there"
                )


def title_fields(topic: Topic) -> Iterator[Issue]:
    """A title names only fields that exist, names its actors if the kind needs them, and has its brackets paired."""
    for kind in topic.kinds:
        for key, titles in _titles(kind):
            for language, title in titles.items():
                if fault := _title_fault(kind, title):
                    message = f"{kind.id}: {key}.{language}: found {title!r}, expected {fault}"
                    yield _warning(topic, kind.row, "kinds.toml", "title-field", message, "the best sentence may serve")
    for series in topic.series:
        for language, title in series.titles.items():
            if "{ordinal}" not in title or set(_FIELD.findall(title)) - set(TITLE_FIELDS):
                message = f"{series.id}: titles.{language}: found {title!r}, expected {{ordinal}} and known fields"
                yield _warning(topic, None, "series.toml", "title-field", message, "meetings may look alike")


def _title_fault(kind: Kind, title: str) -> str:
    fields = _FIELD.findall(title)
    if unknown := [field for field in fields if field not in TITLE_FIELDS]:
        return f"fields among {', '.join(TITLE_FIELDS)} instead of {', '.join(unknown)}"
    if title.count("[") != title.count("]"):
        return "as many [ as ]"
    if kind.actors in ("one", "two") and "actors" not in fields and not (kind.actors == "one" and "actor" in fields):
        return "{actors}, of which the kind needs " + kind.actors
    return ""


def triggers(topic: Topic) -> Iterator[Issue]:
    """A kind or measure has words to be found by, in lower case, and none that any word would fit."""
    found = [(kind.id, kind.row, "kinds.toml", kind.triggers, kind.refuses) for kind in topic.kinds]
    figures = [measure for measure in topic.measures if measure.unit not in ("status", "trait", "name")]
    found += [(measure.id, None, "measures.toml", measure.words, measure.refuses) for measure in figures]
    traits = [item for measure in topic.measures for item in measure.traits.items()]
    found += [(id, None, "measures.toml", trait.words, {}) for id, trait in traits]
    for name, row, file, words, refuses in found:
        if not any(words.values()):
            message = f"{name}: found no words, expected some in at least one language"
            yield _warning(topic, row, file, "trigger", message, "no text is recognised as it")
        for pattern in (one for side in (words, refuses) for patterns in side.values() for one in patterns):
            if pattern != pattern.lower() or not pattern.strip(" *."):
                message = f"{name}: found pattern {pattern!r}, expected lower-case words"
                yield _warning(topic, row, file, "trigger", message, "it is used as it stands")


def statuses_have_kinds(topic: Topic) -> Iterator[Issue]:
    """Each status that is used is begun by some kind of event, else its rows make no entries."""
    begun = {kind.status for kind in topic.kinds}
    for status in topic.statuses:
        rows = [spell for spell in topic.spells if spell.status == status.id]
        if rows and status.counts and status.id not in begun:
            message = (
                f"found {counted(len(rows), 'row')} but no kind with status {status.id!r}, expected one in kinds.toml"
            )
            yield _warning(topic, None, "statuses.toml", "status-kind", message, "its rows make no entry")


def series_have_meetings(topic: Topic) -> Iterator[Issue]:
    """The meetings of a series are numbered without a gap, and later numbers are later days."""
    for series in topic.series:
        for before, after in pairwise(series.meetings):
            if after.ordinal != before.ordinal + 1:
                message = (
                    f"{series.id}: found number {after.ordinal} after {before.ordinal}, expected {before.ordinal + 1}"
                )
                yield _warning(topic, after.row, "series.toml", "series-gap", message, "kept as it stands")
            if after.when.earliest < before.when.earliest:
                message = f"{series.id}: found {after.ordinal} on {after.when.edtf}, before {before.ordinal} on {before.when.edtf}"
                yield _warning(topic, after.row, "series.toml", "series-order", message, "kept as it stands")


def meetings_in_their_country(topic: Topic) -> Iterator[Issue]:
    """A meeting's place lies in the meeting's country."""
    for series in topic.series:
        for meeting in series.meetings:
            home = topic.entities[meeting.place].country if meeting.place else ""
            if home and meeting.country and home != meeting.country:
                message = f"found {meeting.place} with country {meeting.country}, expected {home} as in places.csv"
                yield _warning(topic, meeting.row, "series.toml", "place-country", message, "kept as it stands")


def capitals_at_home(topic: Topic) -> Iterator[Issue]:
    """A country's capital lies in it."""
    for entity in topic.entities.values():
        home = topic.entities[entity.capital].country if entity.capital else ""
        if home and home != entity.id:
            message = (
                f"found {entity.capital} as capital of {entity.id}, expected a place of its own: it lies in {home}"
            )
            yield _warning(topic, entity.row, "countries.csv", "place-country", message, "kept as it stands")


def indicators_have_rows(topic: Topic) -> Iterator[Issue]:
    """An indicator has figures, a unit and a source; every country that was a member has some."""
    members = {spell.country for spell in topic.spells if spell.status in _counted(topic)[:1]}
    for indicator in topic.indicators.values():
        if not indicator.values:
            message = f"{indicator.id}: found no figures, expected rows in indicators.csv"
            yield _warning(topic, None, "indicators.toml", "no-figures", message, "it is not drawn")
            continue
        if not indicator.source or not indicator.licence:
            message = f"{indicator.id}: found no source or licence, expected both"
            yield _warning(topic, None, "indicators.toml", "no-source", message, "it is shown without")
        if absent := sorted(members - set(indicator.values)):
            message = f"{indicator.id}: found no figures for {', '.join(absent)}, expected some for every member"
            yield _warning(topic, None, "tables/indicators.csv", "no-figures", message, "shares have gaps")


def _counted(topic: Topic) -> tuple[str, ...]:
    return tuple(status.id for status in topic.statuses if status.counts)


def spells_in_order(topic: Topic) -> Iterator[Issue]:
    """A decision comes before the status or on its day; a founding row stands on the first day of all."""
    founding = [spell for spell in topic.spells if spell.founding]
    for spell in topic.spells:
        if spell.decided and spell.decided.earliest > spell.start.latest:
            message = f"{spell.country}: found decided {spell.decided.edtf} after start {spell.start.edtf}"
            yield _warning(topic, spell.row, "", "date-order", message, "kept as it stands")
    for spell in founding[1:]:
        if not spell.start.meets(founding[0].start):
            message = f"{spell.country}: found founding on {spell.start.edtf}, expected {founding[0].start.edtf} as the first one"
            yield _warning(topic, spell.row, "", "founding", message, "kept as it stands")


def counts_move_slowly(topic: Topic) -> Iterator[Issue]:
    """Between two year ends full members do not halve, and a country leaves one rung on the day it takes the next."""
    for status in _counted(topic)[:1]:
        spells = [spell for spell in topic.spells if spell.status == status]
        first = min((spell.start.latest for spell in spells), default=date.max).year
        last = max((spell.start.latest for spell in spells), default=date.min).year
        counts = [(year, sum(_held(spell, date(year, 12, 31)) for spell in spells)) for year in range(first, last + 1)]
        for (_, before), (year, now) in pairwise(counts):
            if 2 * now < before:
                message = f"found {now} with status {status} at the end of {year} after {before}, expected no such fall"
                yield _warning(topic, None, "tables/membership.csv", "count", message, "kept as it stands")
    for one in topic.spells:
        if one.end and not any(_follows(one, two) for two in topic.spells) and _gap(topic, one):
            message = f"{one.country}: found {one.status} to {one.end} and the next status later, expected no gap"
            yield _warning(topic, one.row, "", "gap", message, "kept as it stands")


def _held(spell: Spell, day: date) -> bool:
    return spell.start.earliest != FIRST_DAY and spell.start.latest <= day < (spell.end or date.max)


def _follows(one: Spell, two: Spell) -> bool:
    return one.end is not None and two.country == one.country and two.start.earliest <= one.end <= two.start.latest


def _gap(topic: Topic, one: Spell) -> bool:
    """Tell whether a country that left a counted rung takes the next one within a month: a slip of the table."""
    counted, end = _counted(topic), one.end or date.max
    later = [spell.start.earliest for spell in topic.spells if spell.country == one.country and spell.status in counted]
    return one.status in counted and any(end < start <= end + timedelta(days=31) for start in later)


def pages_speak(topic: Topic) -> Iterator[Issue]:
    """A page of the topic's own is there in every interface language."""
    for name, bodies in topic.pages.items():
        for language in topic.languages:
            if language not in bodies:
                message = f"found no {name}.{language}.md, expected one for every interface language"
                yield _warning(
                    topic, None, f"pages/{name}.{language}.md", "page-language", message, "another language serves"
                )


CHECKS: tuple[Callable[[Topic], Iterator[Issue]], ...] = (
    title_languages,
    title_fields,
    triggers,
    statuses_have_kinds,
    series_have_meetings,
    meetings_in_their_country,
    capitals_at_home,
    indicators_have_rows,
    spells_in_order,
    counts_move_slowly,
    pages_speak,
)


def check(topic: Topic) -> tuple[Issue, ...]:
    """Run every check and give what they found, in their order."""
    return tuple(issue for one in CHECKS for issue in one(topic))
