"""dateparser's search in texts (PyPI: dateparser), told the language, the day of publication and the order of figures."""

from __future__ import annotations

import re
from datetime import datetime, time
from importlib import import_module
from importlib.metadata import version
from importlib.util import find_spec

from bench.readers import Missing, Reader
from bench.scoring import Text, Time


def dateparser() -> Reader:
    """Give dateparser's search, told the language, the day of publication, and the order of day and month."""
    if not find_spec("dateparser"):
        raise Missing("dateparser: not installed")
    search = import_module("dateparser.search").search_dates
    order = {"en": "MDY"}  # its own for English; with DMY it gets no more right

    def find(text: Text) -> list[Time]:
        settings = {
            "RELATIVE_BASE": datetime.combine(text.published, time()),
            "PREFER_DATES_FROM": "current_period",  # its default: it gets more right so than with "past"
            "DATE_ORDER": order.get(text.lang, "DMY"),
        }
        return _placed(text.text, search(text.text, languages=[text.lang], settings=settings) or [])

    return Reader(f"dateparser {version('dateparser')}", find, 5)


def _placed(text: str, found: list[tuple[str, datetime]]) -> list[Time]:
    """Find the places of words that are given in order without any; words that are not in the text are left out."""
    times, at = [], 0
    for words, moment in found:
        pattern = r"\s+".join(map(re.escape, words.split()))
        match = re.compile(pattern, re.IGNORECASE).search(text, at)
        if match:
            at = match.end()
            times.append(Time(match.start(), match.end(), moment.replace(tzinfo=None)))
    return times
