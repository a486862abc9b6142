"""The sum behind a verdict, for readers: names for codes, figures in words.

"observer 2005-12-31: AAA + BBB = 2"  ->  "Pengamat 31 Desember 2005: Arvela + Belmora = 2"
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from site_src.model import Words
from site_src.pages.desk import Desk
from site_src.pages.edtf import read_edtf
from site_src.wording.dates import date_words

WORLD = "WLD"
"""How the tables name the world as a whole."""
LARGE = 1_000_000
TOKEN = re.compile(r"\d{4}-\d\d(?:-\d\d)?|\d[\d_]*(?:\.\d+)?|[^\W\d][\w-]*")


def sum_words(desk: Desk, computation: str) -> str:
    """Tell a computation with names for its codes, dates in words and numbers as the language writes them."""
    names = desk.once(("names of codes",), lambda: _names(desk))
    return TOKEN.sub(lambda found: _word(desk, names, found[0]), computation)


def told_by(desk: Desk, computation: str) -> str:
    """Give the day that a computation of a date ends in, in words; empty if it ends in none."""
    when = read_edtf(computation.rpartition(": ")[2])
    return date_words(when, desk.words).label if when else ""


def _names(desk: Desk) -> Mapping[str, Words]:
    topic = desk.topic
    return {
        **{id: entity.names for id, entity in topic.entities.items()},
        **{status.id: status.names for status in topic.statuses},
        **{measure.id: measure.names for measure in topic.measures},
        **{id: indicator.names for id, indicator in topic.indicators.items()},
    }


def _word(desk: Desk, names: Mapping[str, Words], token: str) -> str:
    if token == WORLD:
        return desk.say("the world")
    if names.get(token):
        return desk.text(names[token])
    if when := read_edtf(token):
        return date_words(when, desk.words).label
    if not token[0].isdigit():
        return token
    number = float(token.replace("_", ""))
    return desk.words.compact(number) if number >= LARGE else desk.words.number(number, digits=2)
