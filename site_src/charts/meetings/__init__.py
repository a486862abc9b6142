"""Who meets whom: people or countries that entries of meetings tell together, each pair a square that leads to them."""

from __future__ import annotations

from functools import partial

from site_src.charts.kinds import Subject, downloads
from site_src.charts.meetings import stairs, words
from site_src.charts.meetings.pairs import Meetings, gather
from site_src.charts.words import Speech, speak
from site_src.model import Chart, ChartTable


def draw(subject: Subject) -> Chart | None:
    """Draw who meets whom (`meetings:people`, `meetings:countries`); None where no two met."""
    meetings = gather(subject)
    if meetings is None:
        return None
    tables = (_pairs(meetings), _meetings(meetings))
    notes = [subject.say(partial(words.counted, meetings))]
    notes += [subject.say(words.countries)] if subject.of == "countries" else []
    if len(meetings.actors) > stairs.NARROW.most:
        notes.append(subject.say(partial(words.folded, stairs.WIDE.most, stairs.NARROW.most)))
    return Chart(
        id=meetings.id,
        title=subject.say(partial(words.title, meetings)),
        subtitle=subject.say(words.subtitle),
        summary=subject.say(partial(words.summary, meetings)),
        svg={
            language: "".join(stairs.draw(meetings, speak(language), layout) for layout in (stairs.WIDE, stairs.NARROW))
            for language in subject.languages
        },
        figure={},
        tables=tables,
        notes=tuple(notes),
        sources=(subject.say(lambda speech: speech.say("this timeline's own articles and entries")),),
        downloads=downloads(meetings.id, tables),
    )


def _pairs(meetings: Meetings) -> ChartTable:
    """List the pairs: what the squares show."""
    rows = tuple(
        (words.name(meetings, one), words.name(meetings, other), len(events)) for (one, other), events in meetings.pairs
    )
    heads = ("Who", "With whom", "Meetings")
    return ChartTable(
        tuple(meetings.subject.say(partial(_head, head)) for head in heads),
        rows,
        ("words", "words", "count"),
        links=tuple(meetings.href(*pair) for pair, _ in meetings.pairs),
    )


def _meetings(meetings: Meetings) -> ChartTable:
    """List every pair's meetings, in the order of the pairs; each row leads to its entry."""
    parts = [(pair, event) for pair, events in meetings.pairs for event in events]
    heads = ("Who", "With whom", "When", "Entry")
    return ChartTable(
        tuple(meetings.subject.say(partial(_head, head)) for head in heads),
        tuple(
            (words.name(meetings, one), words.name(meetings, other), event.when.edtf, event.title)
            for (one, other), event in parts
        ),
        ("words", "words", "when", "words"),
        title=meetings.subject.say(partial(_head, "Every meeting")),
        links=tuple(meetings.page(event) for _, event in parts),
    )


def _head(message: str, speech: Speech) -> str:
    return speech.say(message)
