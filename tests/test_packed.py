"""Values as the bytes that keep them: whoever looks sees the same."""

from __future__ import annotations

import gc
from dataclasses import replace
from datetime import date

from msgspec import structs

from site_src.model import (
    Article,
    EntityMention,
    FrontMatter,
    Furniture,
    Meaning,
    Mentions,
    Publication,
    Quantity,
    RawText,
    Resolved,
    Sentence,
    Text,
    TimeExpression,
    on_day,
    packed_days,
)

TIME = TimeExpression(0, 5, "Kamis", "DATE", "id.weekday", Meaning("date", weekday=4, first=Meaning("date", year=2001)))
FOUND = Mentions((TIME,), (EntityMention(6, 9, "Ana", "", "name"),), (Quantity(10, 13, "2,5", 2.5, "=", "count"),))
RAW = RawText("a", "a.md", 1, "markdown", b"Kamis Ana 2,5", ((0, 13),), FrontMatter(), "0")
TEXT = Text(RAW, "id", "", "", (Sentence(0, 13, 0, "lead"),), (Furniture(13, 13, "tail"),), 0)
TIMES = (Resolved(TIME, "2024-07-04", on_day(date(2024, 7, 4), "Kamis"), "weekday before the clock", 0.9),)


def _seen(text: Text, found: Mentions) -> tuple[object, ...]:
    return (text.sentences, text.furniture, found.times, found.entities, found.quantities)


def test_what_is_packed_is_seen_as_it_was():
    """Sentences, furniture and everything that was found come out of their bytes as they went in, once or twice packed."""
    text, found = TEXT.packed(), FOUND.packed()

    assert [bytes] * 5 == [type(one) for one in (text.kept, text.cut, found.timed, found.named, found.counted)]
    assert _seen(TEXT, FOUND) == _seen(text, found) == _seen(text.packed(), found.packed())


def test_names_of_fields_are_not_packed():
    """What an archive has most of is packed without the names of its fields, and is nothing for the collector of garbage."""
    held = (TEXT.packed().kept, FOUND.packed().timed, FOUND.packed().named, FOUND.packed().counted, packed_days(TIMES))

    assert not [
        name for name in (b"start", b"meaning", b"grain") for one in held if isinstance(one, bytes) and name in one
    ]
    assert not any(map(gc.is_tracked, (TIME, FOUND.entities[0], FOUND.quantities[0], TEXT.sentences[0], TIMES[0])))


def test_days_are_seen_with_their_expressions():
    """An article gives the days of its time expressions, packed or not; none before they are resolved."""
    plain = Article("a", TEXT, FOUND, TIMES, Publication(None, "unknown", 0.0), None, "", ())
    held = replace(plain, mentions=FOUND.packed(), resolved=packed_days(TIMES))

    assert isinstance(held.resolved, bytes)
    assert TIMES == plain.times == held.times
    assert () == replace(held, resolved=()).times


def test_what_no_bytes_can_hold_stays():
    """Half a surrogate pair and a giant number are kept as they are."""
    odd = replace(
        FOUND, timed=(structs.replace(TIME, text="\ud800"),), counted=(Quantity(0, 1, "1", 10**40, "=", "count"),)
    )

    assert (odd.timed, odd.counted) == (odd.packed().timed, odd.packed().counted)
    assert FOUND.entities == odd.packed().entities
    strange = (structs.replace(TIMES[0], how="\ud800"),)
    assert strange == packed_days(strange)
