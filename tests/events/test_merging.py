"""Which features join tellings and which keep them apart, on few articles and on a busy day."""

from __future__ import annotations

from dataclasses import replace

from msgspec import structs

from site_src.model import Event, Join
from tests.events.corpus import merged, told
from tests.statements.league import empty, league


def _together(*texts: str, published: str = "2021-05-05") -> list[list[str]]:
    """Give the articles of each entry of an empty topic."""
    return [sorted({one.article for one in event.evidence}) for event in _entries(*texts, published=published)]


def _entries(*texts: str, published: str = "2021-05-05") -> tuple[Event, ...]:
    return merged(told(*texts, published=published), empty()).events


def test_shared_words_join() -> None:
    """Two sentences about one fire, told with some words of their own, are one entry."""
    first = "Fire destroyed the old timber warehouse at Quay Nine on {{3 May 2021|2021-05-03}}."
    second = "The timber warehouse at Quay Nine was destroyed by fire on {{Monday|2021-05-03}}, police found."

    assert [["a", "b"]] == _together(first, second)


def test_busy_day_needs_words() -> None:
    """Of many things told of a day each stays its own entry, though all articles are about that day."""
    things = (
        "A ferry sank",
        "Schools closed",
        "The mayor resigned",
        "Bread prices rose",
        "Nurses marched",
        "Snow fell",
    )
    texts = [f"{thing} on {{{{3 May 2021|2021-05-03}}}}." for thing in things]

    assert len(things) == len(_entries(*texts))


def test_one_article_tells_two_things() -> None:
    """Two facts of a day in one article are two entries."""
    text = "A ferry sank on {{3 May 2021|2021-05-03}}.\n\nSchools closed on {{3 May 2021|2021-05-03}}."

    assert 2 == len(_entries(text))


def test_same_figures_join() -> None:
    """The same sum of money counts for two tellings in which the words differ."""
    first = "The harbour firm was fined <<750 million|750000000|IDR>> on {{3 May 2021|2021-05-03}} over safety."
    second = "A court made the company pay <<750 million|750000000|IDR>> on {{3 May 2021|2021-05-03}} over safety."
    (event,) = _entries(first, second)

    assert "same_figures" in {reason.feature for join in event.joins for reason in join.reasons}


def test_sayings_of_a_day() -> None:
    """Two people who say different things on one day make two entries."""
    first = "[[Ana Ro|ana-ro|p]] said on {{3 May 2021|2021-05-03}} that the harbour would grow."
    second = "[[Bo Li|bo-li|p]] said on {{3 May 2021|2021-05-03}} that winter wheat was scarce."

    assert 2 == len([one for one in merged(told(first, second, published="2021-05-04")).events if one.statements])


def test_opening_and_close_of_a_meeting() -> None:
    """A row that knows the year only goes with the opening; the close is an entry of its own, beside it."""
    opening = "The [[League|league|o]] summit opened on {{3 July 2024|2024-07-03}} in [[Easton|easton|l]]."
    close = "The [[League|league|o]] summit ended on {{4 July 2024|2024-07-04}} in [[Easton|easton|l]]."
    topic = league()
    series = topic.series[0]
    ninth = next(one for one in series.meetings if one.ordinal == 9)
    vague = replace(ninth, when=structs.replace(ninth.when, earliest=ninth.when.earliest.replace(day=1)))
    month = replace(vague, when=structs.replace(vague.when, latest=vague.when.latest.replace(day=31), grain="month"))
    others = tuple(month if one.ordinal == 9 else one for one in series.meetings)
    topic = replace(topic, series=(replace(series, meetings=others), *topic.series[1:]))
    found = {event.when.edtf: event for event in merged(told(opening, close), topic).events if event.statements}

    assert ["2024-07-03", "2024-07-04"] == sorted(found)
    assert (1, 0) == (len(found["2024-07-03"].rows), len(found["2024-07-04"].rows))
    assert found["2024-07-03"].title != found["2024-07-04"].title


def test_meeting_of_listed_days_is_one() -> None:
    """A row that knows both days holds the opening and the close."""
    opening = "The [[League|league|o]] summit opened on {{3 July 2024|2024-07-03}} in [[Easton|easton|l]]."
    close = "The [[League|league|o]] summit ended on {{4 July 2024|2024-07-04}} in [[Easton|easton|l]]."
    (event,) = [one for one in merged(told(opening, close), league()).events if one.statements]

    assert "2024-07-03/2024-07-04" == event.when.edtf


def test_copies_weigh_nothing() -> None:
    """Copies change no score of a join: what is printed ten times is no commoner word."""
    first = "Fire destroyed the old timber warehouse at Quay Nine on {{3 May 2021|2021-05-03}}."
    second = "The timber warehouse at Quay Nine was destroyed by fire on {{Monday|2021-05-03}}, police found."
    (once,), (often,) = _entries(first, second), _entries(first, second, first, first, second)

    assert (once.id, once.joins) == (often.id, often.joins)


def test_another_article_changes_no_join() -> None:
    """One more article about other days leaves the weights and the sentences of a join as they are."""
    fire = (
        "Fire destroyed the old timber warehouse on {{3 May 2021|2021-05-03}}, and sparks flew over the harbour.",
        "The timber warehouse was destroyed by fire on {{Monday|2021-05-03}}, while neighbours watched in fear.",
    )
    lots = [
        f"Number {at} of the old timber lots of the harbour went under the hammer on {{{{{at} April|2021-04-0{at}}}}}."
        for at in range(1, 8)
    ]
    before, after = (_joins_of("2021-05-03", *fire, *sold) for sold in (lots[:-1], lots))

    assert before == after != []


def _joins_of(day: str, *texts: str) -> list[Join]:
    return [join for event in _entries(*texts) if event.when.edtf == day for join in event.joins]
