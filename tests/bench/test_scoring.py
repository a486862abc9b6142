"""How time expressions are scored, and how others' answers are read."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from bench.scoring import Text, Time, same_value, score
from bench.with_heideltime import from_timeml

CLOCK = date(2024, 7, 3)


def text(*times: Time) -> Text:
    return Text("one", CLOCK, "en", "from 31 August to 1 September", times)


def test_all_right_is_one():
    """What agrees in place and value scores 1 everywhere."""
    time = Time(5, 14, "2024-08-31")
    found = score([text(time)], [[time]])

    assert (1.0, 1.0, 1.0, 0) == (found.strict, found.overlap, found.value, found.traps)


def test_place_and_value_count_apart():
    """A span that is a letter too long is no exact one, and a wrong value is no right one, but both overlap."""
    wanted = [Time(5, 14, "2024-08-31"), Time(18, 29, "2024-09-01")]
    found = score([text(*wanted)], [[Time(0, 14, "2024-08-31"), Time(18, 29, "2023-09-01")]])

    assert (0.5, 1.0, 0.5) == (found.strict, found.overlap, found.value)


def test_one_answer_for_one_expression():
    """A span over two expressions answers one of them."""
    wanted = [Time(5, 14, "2024-08-31"), Time(18, 29, "2024-09-01")]
    found = score([text(*wanted)], [[Time(0, 29, "2024-08-31")]])

    assert round(2 / 3, 4) == found.overlap


@pytest.mark.parametrize("ends", [("2024-08-31", "2024-09-01"), (datetime(2024, 8, 31), datetime(2024, 9, 1))])  # noqa: DTZ001
def test_range_in_pieces(ends: tuple[str | datetime, str | datetime]):
    """The two ends of a range, told one by one, are the range."""
    whole = Time(5, 29, "2024-08-31/2024-09-01")
    found = score([text(whole)], [[Time(5, 14, ends[0]), Time(18, 29, ends[1])]])

    assert (1.0, 1.0) == (found.strict, found.value)


def test_traps():
    """A text without expressions is clean if nothing is found in it."""
    found = score([text(), text()], [[], [Time(0, 4, "2024")]])

    assert (2, 0.5) == (found.traps, found.clean)


@pytest.mark.parametrize(
    ("value", "moment", "right"),
    [
        ("2024-07-03", "2024-07-03T10:15", True),
        ("2024-07-03", "2024-07-04T00:00", False),
        ("2024-07-03T10:15", "2024-07-03T10:15", True),
        ("2024-07-03T10:15", "2024-07-03T00:00", False),
        ("2024-07-03TNI", "2024-07-03T00:00", True),
        ("2024-07", "2024-07-31T00:00", True),
        ("2024-07", "2024-08-01T00:00", False),
        ("2024", "2024-01-01T00:00", True),
        ("2024-SU", "2024-07-03T00:00", True),
        ("2024-W27", "2024-07-07T00:00", True),
        ("2024-W27-WE", "2024-07-05T00:00", False),
        ("2024-Q3", "2024-07-03T00:00", True),
        ("2024-H2", "2024-06-30T00:00", False),
        ("199X", "1995-07-03T00:00", True),
        ("19XX", "2001-07-03T00:00", False),
        ("PRESENT_REF", "2024-07-03T00:00", True),
        ("PAST_REF", "2024-07-03T00:00", False),
        ("P3D", "2024-07-03T00:00", False),
        ("P1Y", "2024-07-03T00:00", False),
        ("XXXX-WXX-4", "2024-07-04T00:00", False),
    ],
)
def test_moment(value: str, moment: str, right: bool):
    """A moment is right if it lies in what the words name."""
    assert right == same_value(value, datetime.fromisoformat(moment), CLOCK)


def test_spellings_of_timex3():
    """Decades, centuries and seconds may be spelt in two ways."""
    spelt = [("199X", "199"), ("20XX", "20"), ("2024-07-03T10:15", "2024-07-03T10:15:00")]

    assert [True, True, True] == [same_value(wanted, given, CLOCK) for wanted, given in spelt]


def test_marks_of_timeml():
    """Marks give places in the text without them."""
    told = "On May 2 & <then>"
    answer = '<?xml version="1.0"?>\n<TimeML>\nOn <TIMEX3 tid="t1" type="DATE" value="2024-05-02">May 2</TIMEX3> & <then>\n\n</TimeML>\n'

    assert [Time(3, 8, "2024-05-02")] == from_timeml(told, answer)


def test_answer_about_another_text():
    """An answer whose letters are not the text's is refused."""
    with pytest.raises(ValueError, match="another text"):
        from_timeml("On May 3", "<TimeML>\nOn May 2\n</TimeML>")
