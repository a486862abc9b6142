"""Turn the groups of a matched rule into a `Meaning`: what the words say, before anybody knows which day that is."""

from __future__ import annotations

import re
from typing import Any, Literal

from msgspec.structs import replace

from site_src.languages.pack import Rule
from site_src.mentions.times_order import InFigures, is_day, is_open, order_of
from site_src.mentions.times_values import Fill
from site_src.model import Meaning

Fields = dict[str, Any]
UNIT_LETTERS = {
    "year": "P{}Y", "month": "P{}M", "week": "P{}W", "day": "P{}D", "hour": "PT{}H", "minute": "PT{}M",
    "second": "PT{}S", "decade": "P{}DE", "century": "P{}CE", "quarter": "P{}M", "weekend": "P{}WE",
    "half": "P{}M", "fortnight": "P{}W",
}  # fmt: skip
TIMES = {"fortnight": 2, "quarter": 3, "half": 6}
"""How many of its letter a unit has."""
LENGTHS = ("second", "minute", "hour", "day", "week", "fortnight", "month", "quarter", "year", "decade", "century")


def set_by(rule: Rule) -> Fields:
    """Give the fields that a rule itself sets."""
    return {key: value for key, value in rule.options.items() if key in OPTIONS}


def read(
    match: re.Match[str], rule: Rule, filled: tuple[Fill, ...], told: Fields, *, order: str = "dmy"
) -> Meaning | None:
    """Give what the words mean; None where the figures are no date (a 31 April, a 13th month).

    `told` are the fields that the rule sets. `order` is the usual order of day and month in figures; rules call the
    first figure the day.
    """
    ends: dict[str, Fields] = {"": told.copy()}
    in_figures: list[str] = []
    for words, (end, field, value_of, is_figure) in zip(match.groups(), filled, strict=True):
        if words is not None:
            value = value_of(words)
            if value is None:
                return None
            if value != "":
                fields = ends.setdefault(end, {})
                fields[field] = value
                if is_figure and "day" in fields:
                    in_figures.append(end)
    if in_figures:
        _turn(ends, in_figures, order)
    shared = ends[""]
    if rule.reads == "range":
        return _range(shared, ends.get("first", {}), ends.get("last", {}))
    if "between" in rule.options:
        return _between(shared, ends["first"], ends["last"])
    if "first" in ends and rule.reads == "duration":
        return _two_lengths(ends["first"], ends["last"])
    return _meaning(rule.reads, shared)


def _turn(ends: dict[str, Fields], in_figures: list[str], usual: str) -> None:
    """Set day and month of the ends told in figures, all in one order."""
    dates = []
    for end in in_figures:
        year = {**ends.get("last", {}), **ends[""], **ends[end]}.get("year")
        dates.append(InFigures(ends[end]["day"], ends[end]["month"], year, ends[end].get("weekday")))
    order = order_of(dates, usual)
    for end, told in zip(in_figures, dates, strict=True):
        ends[end]["day"], ends[end]["month"] = told.read(order)
        if is_open(told):
            ends[end]["either_way"] = True


MEANING_FIELDS = frozenset(Meaning.__struct_fields__)
OPTIONS = MEANING_FIELDS | {"shift", "and_half", "successive"}
"""What a rule itself may set of its meaning."""


# --- Readings -------------------------------------------------------------------------------------------------------


def _range(shared: Fields, first: Fields, last: Fields) -> Meaning | None:
    """Read a stretch: what only one end says holds for both ("3-4 Juli 2024"), except a later year."""
    pointed = any("offset" in end for end in (shared, first, last)) and "month" not in {**shared, **last}
    reads = "relative" if pointed else "date"
    reads = "part" if shared.get("unit") in ("quarter", "half", "decade", "century") else reads
    whole = {key: value for key, value in shared.items() if key not in ("first", "last")}
    left = {**whole, **first}
    right = {**whole, **last}
    if "day" not in first and "day" in last and "weekday" not in first:
        left.pop("day", None)
    for name in ("year", "month", "part_of_day", "zone"):
        if name not in left and name in right and (name != "month" or "day" in left):
            left[name] = right[name]
    if "part_of_day" not in first and "clock" in first and _next_half(str(first["clock"]), str(right.get("clock", ""))):
        left.pop("part_of_day", None)
    begins, ends = _meaning(reads, left), _meaning(reads, right)
    if begins is None or ends is None:
        return None
    if shared.get("successive") and not _successive(begins, ends):
        return None
    if not _in_order(begins, ends):
        if "year" in first or begins.year is None or begins.month in (None, ends.month):
            return None
        begins = replace(begins, year=begins.year - 1)
    return Meaning("range", first=begins, last=ends, clock=begins.clock and begins.clock)


def _successive(first: Meaning, last: Meaning) -> bool:
    """Tell whether two months, or two years where no month is told, follow each other."""
    if first.month is not None and last.month is not None:
        return (first.month + 1 - last.month) % 12 == 0
    return (first.year or 0) + 1 == last.year


def _next_half(first: str, last: str) -> bool:
    """Tell whether the half of the day told at the end is not the beginning's: "11 to 1 p.m."."""
    return bool(last) and int(first[:2]) % 12 > int(last[:2]) % 12


def _two_lengths(first: Fields, last: Fields) -> Meaning | None:
    """Read a length told in two units, the longer first: "7 tahun 6 bulan" is P7Y6M."""
    one, two = (amount(end["number"], str(end["unit"])) for end in (first, last))
    if LENGTHS.index(first["unit"]) <= LENGTHS.index(last["unit"]):
        return None
    same_part = one.startswith("PT") == two.startswith("PT")
    return Meaning("duration", amount=one + (two.removeprefix("PT").removeprefix("P") if same_part else two[1:]))


def _between(shared: Fields, first: Fields, last: Fields) -> Meaning | None:
    """Read a length that lies between two: "7-10 hari" is P7D/P10D."""
    unit = str(shared["unit"])
    if first["number"] >= last["number"]:
        return None
    return Meaning("duration", amount=f"{amount(first['number'], unit)}/{amount(last['number'], unit)}")


def _in_order(first: Meaning, last: Meaning) -> bool:
    """Tell whether a range goes forward; its first year may be left to the one before."""
    if first.year is None or last.year is None or first.number is not None:
        return True
    left = (first.year, first.month or 0, first.day or 0, first.clock)
    right = (last.year, last.month or 13, last.day or 32, last.clock or "99")
    return left <= right


def _meaning(reads: str, fields: Fields) -> Meaning | None:
    """Make the meaning of one reading from its fields, which it may change."""
    if not fields.keys().isdisjoint(WORKED):
        _work(reads, fields)
    if reads == "date":
        if "offset" in fields:
            fields.setdefault("unit", "year")
        day, month = fields.get("day"), fields.get("month")
        if day and month and not is_day(fields.get("year"), month, day):
            return None
    elif reads in ("duration", "set", "bound") and "amount" not in fields and "unit" in fields:
        fields["amount"] = amount(fields.pop("number", None), str(fields["unit"]))
    if "clock" in fields:
        fields["clock"] = _full_clock(str(fields["clock"]), str(fields.pop("part_of_day", "")))
    if not fields.keys() <= MEANING_FIELDS:
        fields = {name: value for name, value in fields.items() if name in MEANING_FIELDS}
    return Meaning(reads, **fields)  # type: ignore[arg-type]


WORKED = frozenset(("holiday", "and_half", "shift"))
"""Fields that are no part of a meaning but make others."""


def _work(reads: str, fields: Fields) -> None:
    """Make the fields of a meaning from those that say them in another way: 1225 is a month and a day."""
    if "holiday" in fields:
        fields["month"], fields["day"] = divmod(fields["holiday"], 100)
    if fields.pop("and_half", None):
        many, fields["unit"] = SMALLER.get(fields["unit"], (1, fields["unit"]))
        fields["number"] = (fields["number"] + 0.5) * many
    shift, number = fields.pop("shift", None), fields.get("number")
    if shift is None:
        return
    if reads in ("relative", "date"):
        many = number if number is not None else 1
        if fields.get("unit") in ALSO:
            times, fields["unit"] = ALSO[fields["unit"]]
            many *= times
        fields["offset"] = int(shift * many)
        fields.pop("number", None)
    elif reads == "part":
        fields["offset"] = shift


def amount(number: float | None, unit: str) -> str:
    """Write a length of time in ISO 8601, `X` where the number is not told.

    >>> amount(3, "day"), amount(None, "year"), amount(2.5, "hour")
    ('P3D', 'PXY', 'PT2.5H')
    """
    many = "X" if number is None else f"{number * TIMES.get(unit, 1):.10g}"
    return UNIT_LETTERS[unit].format(many)


SMALLER = {
    "century": (100, "year"), "decade": (10, "year"), "year": (12, "month"), "day": (24, "hour"), "hour": (60, "minute"),
    "minute": (60, "second"),
}  # fmt: skip
"""In how many of a smaller unit a length is told that ends in a half: two and a half hours are 150 minutes."""
ALSO = {"fortnight": (2, "week")}
"""Units that others make up where they are counted from a day."""


def _full_clock(told: str, part: str) -> str:
    """Put a time of day on the 24-hour clock by the part of the day told with it: "pukul 7 malam" is 19."""
    hour, _, minutes = told.partition(":")
    later = (part in ("EV", "PM", "AF") and int(hour) < 12 and not (part == "AF" and int(hour) >= 10)) or (
        part == "NI" and 6 <= int(hour) < 12
    )
    later = later or (part == "NI" and int(hour) == 12)
    whole = int(hour) + 12 if later else 0 if part == "AM" and int(hour) == 12 else int(hour)
    return f"{whole:02}:{minutes}" if minutes else f"{whole:02}"


def timex_type(meaning: Meaning) -> Literal["DATE", "TIME", "DURATION", "SET"]:
    """Give the TIMEX3 type of a meaning."""
    if meaning.reads in ("duration", "bound"):
        return "DURATION"
    if meaning.reads == "set":
        return "SET"
    ends = meaning.first or meaning
    in_day = ends.clock or (ends.part_of_day and ends.unit != "season")
    return "TIME" if in_day or meaning.unit in ("hour", "minute", "second") else "DATE"


def with_direction(meaning: Meaning, direction: int) -> Meaning:
    """Say that the words themselves point back or ahead."""
    return replace(meaning, direction=direction)
