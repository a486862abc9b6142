"""Whose report an article prints: its own outlet's, the agency's that it credits, or those that it retells.

    "HARBOUR CITY (Coast Wire) — The ferry sank."          ->  Coast Wire
    "The ferry sank. (Coast Wire/abc)"                     ->  Coast Wire

A credit stands before the first words or behind the last ones. Who is only cited in the text, or
took the picture, is nobody's origin.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping

from site_src.model import Text
from site_src.topic.values import Outlet, Topic

_BEFORE = frozenset({"dateline", "outlet"})
_BEHIND = frozenset({"signature", "tail"})
_BRACKET = re.compile(r"\((?P<name>[^()\d]{2,40})\)")
_PART = re.compile(r"[()\[\]/|,:;.\n]+|\s[-–—]+\s?")
"""What stands between the names of a credit."""


def origins_of(text: Text, topic: Topic, printed: Collection[str]) -> tuple[str, ...]:
    """Say whose report a text is, so that what shares an origin counts once; without any name itself, by its bytes.

    `printed` are the outlets of all texts: a credit that shortens the name of one of them means that one.
    """
    names = _named(topic.outlets.values())
    retold = tuple(dict.fromkeys(names.get(one.outlet.casefold(), one.outlet) for one in text.raw.front.retells))
    credit = credited(text, topic)
    if credit and credit not in topic.outlets:
        parts = set(credit.casefold().split())
        longer = sorted(outlet for outlet in printed if parts <= set(outlet.casefold().split()))
        credit = longer[0] if len(longer) == 1 else credit
    return retold or ((credit,) if credit else (text.outlet,) if text.outlet else (f"text:{text.raw.digest[:12]}",))


def credited(text: Text, topic: Topic) -> str:
    """Give the agency that a text credits: its id in the table, else the name in its dateline's bracket, else nothing."""
    agencies = _named(outlet for outlet in topic.outlets.values() if outlet.agency)
    before, behind = _cut(text, _BEFORE), _cut(text, _BEHIND)
    for place in (*before, *behind):
        for part in _PART.split(place):
            if part.strip().casefold() in agencies:
                return agencies[part.strip().casefold()]
    bracket = next((found["name"].strip() for place in before if (found := _BRACKET.search(place))), "")
    return _named(topic.outlets.values()).get(bracket.casefold(), bracket)


def _named(outlets: Iterable[Outlet]) -> Mapping[str, str]:
    return {name.casefold(): outlet.id for outlet in outlets for name in (outlet.name, *outlet.aliases)}


def _cut(text: Text, rules: Collection[str]) -> tuple[str, ...]:
    """Give what some rules took out of the article."""
    return tuple(text.raw.source[one.start : one.end] for one in text.furniture if one.rule in rules)
