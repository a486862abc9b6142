"""The whole picture of one width: the map, its key, the tiles beside it, and small maps of the years of change."""

from __future__ import annotations

import json
import textwrap
from dataclasses import dataclass
from typing import Any

from site_src.charts.kinds import LETTER
from site_src.charts.outlines.sheet import Sheet
from site_src.charts.palette import LIGHT
from site_src.charts.picture import template
from site_src.charts.words import Speech
from site_src.charts.worldmap import shown, smalls, words
from site_src.charts.worldmap.layout import GRAIN, SIZE, SWATCH, Layout
from site_src.charts.worldmap.paths import path
from site_src.charts.worldmap.patterns import patterns
from site_src.charts.worldmap.places import RADIUS, Places
from site_src.charts.worldmap.standing import Standings

COUNT = 28.0
"""Pixels between a swatch and the right end of its number."""


@dataclass(frozen=True, slots=True)
class Key:
    """A status in the key: its swatch, how many have it, its name in lines."""

    series: int
    x: float
    y: float
    count: int
    lines: tuple[str, ...]


def draw(standings: Standings, sheet: Sheet | None, places: Places, speech: Speech, layout: Layout) -> str:
    """Give the `<svg>` element of one width. The outlines stand in the wide one; the narrow one uses them."""
    keys, low = _keys(standings, speech, layout)
    start = 0.0 if layout.beside else low
    tiles, end = shown.lay_tiles(standings, places, speech, layout, start + places.height)
    end = max(end, low) if layout.beside else end
    small, height = smalls.lay(standings, sheet, places, speech, layout, end) if sheet else ((), end)
    drawn = template("map.svg").render(
        **_constants(standings, speech, layout),
        height=height,
        start=start,
        sheet=sheet,
        places=places,
        land=path(sheet.land) if sheet and layout.beside else "",
        outlines=_outlines(standings, sheet) if sheet and layout.beside else [],
        keys=keys,
        shown=shown.show(standings, places, tiles, speech),
        names=shown.names(standings, places, speech, layout),
        smalls=small,
        small_scale=smalls.scale(sheet, layout) if sheet else 0.0,
    )
    return drawn.strip() + "\n"


def _constants(standings: Standings, speech: Speech, layout: Layout) -> dict[str, Any]:
    return {
        "layout": layout,
        "size": SIZE,
        "swatch": SWATCH,
        "count": COUNT,
        "grain": GRAIN,
        "radius": RADIUS,
        "colours": LIGHT,
        "title": words.title(standings, speech),
        "description": words.summary(standings, speech),
        "patterns": patterns([series for _, series in standings.statuses]),
        "year": standings.now,
        "control": json.dumps(_control(standings, speech), ensure_ascii=False, sort_keys=True),
    }


def _outlines(standings: Standings, sheet: Sheet) -> list[tuple[int, str]]:
    drawn = ((number, sheet.outlines.get(one.country)) for number, one in enumerate(standings.countries))
    return [(number, path(outline.rings)) for number, outline in drawn if outline]


def _control(standings: Standings, speech: Speech) -> dict[str, object]:
    """Give what the script needs to move through the years."""
    return {
        "first": standings.years[0],
        "last": standings.now,
        "statuses": [[series, speech.name(status.plural)] for status, series in standings.statuses],
        "words": {
            "year": speech.say("Year"),
            "play": speech.say("Play"),
            "pause": speech.say("Pause"),
            "hint": speech.say("Point at a country, or move to one with the Tab key, to read its status in this year."),
        },
    }


def _keys(standings: Standings, speech: Speech, layout: Layout) -> tuple[tuple[Key, ...], float]:
    """Lay the key out in a column below the year; gives where it ends, too."""
    x, y = layout.year[0], layout.year[1] + 22
    room = int((layout.width - x - SWATCH[0] - COUNT - 6) / (SIZE * LETTER))
    found = []
    for status, series in standings.statuses:
        lines = tuple(textwrap.wrap(speech.name(status.plural), room)) or ("",)
        found.append(Key(series, x, y, len(standings.having(series, standings.now)), lines))
        y += 18 * len(lines) + 6
    return tuple(found), y
