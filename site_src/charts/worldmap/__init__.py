"""Who is what, on a map: outlines filled by status, a slider through the years, small maps of the years of change.

Without scripts the map shows the newest year. Countries too small to be seen are dots; those without a place are tiles.
"""

from __future__ import annotations

from functools import lru_cache, partial

from site_src.charts.kinds import MAP, Subject, downloads
from site_src.charts.outlines import Atlas, topology
from site_src.charts.outlines.sheet import Sheet, trace
from site_src.charts.words import speak
from site_src.charts.worldmap import plate, tables, words
from site_src.charts.worldmap.layout import NARROW, SMALLS, WIDE
from site_src.charts.worldmap.places import Places, place
from site_src.charts.worldmap.standing import Standings, stand
from site_src.model import Chart, Words

MARGIN = 12.0
HEIGHTS = (240.0, 520.0)
_read = lru_cache(maxsize=1)(topology.read)


def draw(subject: Subject) -> Chart | None:
    """Draw the map; None where no country ever had a status that counts."""
    standings = stand(subject)
    if standings is None:
        return None
    sheet = _sheet(standings)
    both = [(layout, place(standings, sheet, layout.map_width, layout.letters)) for layout in (WIDE, NARROW)]
    figures = (tables.terms(standings), tables.counts(standings))
    source = "the topic's table of membership, in which each row names its own source"
    atlas = subject.atlas if sheet and sheet.land else None
    return Chart(
        id=MAP,
        title=subject.say(partial(words.title, standings)),
        subtitle=subject.say(partial(words.subtitle, standings)),
        summary=subject.say(partial(words.summary, standings)),
        svg={
            language: "".join(plate.draw(standings, sheet, places, speak(language), layout) for layout, places in both)
            for language in subject.languages
        },
        figure={},
        tables=figures,
        notes=_notes(standings, sheet, [places for _, places in both]),
        sources=(
            subject.say(lambda speech: speech.say(source)),
            *([subject.say(partial(words.outlines, atlas))] if atlas else []),
        ),
        downloads=downloads(MAP, figures),
        script="map.js",
    )


def _sheet(standings: Standings) -> Sheet | None:
    subject, ids = standings.subject, [one.country for one in standings.countries]
    known = {id: subject.topic.entities[id] for id in ids if id in subject.topic.entities}
    atlas = _read(subject.atlas.bytes) if subject.atlas else topology.EMPTY
    numbers = {id: one.iso_numeric for id, one in known.items() if one.iso_numeric in atlas.countries}
    spots = {id: one.spot for id, one in known.items() if one.spot and id not in numbers}
    return _traced(subject.atlas, tuple(sorted(numbers.items())), tuple(sorted(spots.items())))


@lru_cache(maxsize=2)
def _traced(
    atlas: Atlas | None, numbers: tuple[tuple[str, str], ...], spots: tuple[tuple[str, tuple[float, float]], ...]
) -> Sheet | None:
    """Trace the outlines, once for all builds of a process: it is half a second of work."""
    known = _read(atlas.bytes) if atlas else topology.EMPTY
    return trace(known, dict(numbers), dict(spots), width=WIDE.map_width, margin=MARGIN, heights=HEIGHTS)


def _notes(standings: Standings, sheet: Sheet | None, drawn: list[Places]) -> tuple[Words, ...]:
    say, entities = standings.subject.say, standings.subject.topic.entities
    numbered = any(entities[one.country].iso_numeric for one in standings.countries if one.country in entities)
    found = [say(words.boundaries), say(words.equal)] if sheet and sheet.land else []
    found += [say(words.dots)] if any(places.dots for places in drawn) else []
    if any(places.tiles for places in drawn):
        found.append(say(words.without if numbered and not standings.subject.atlas else words.tiles))
    if sheet and len(standings.turns(len(standings.years))) > SMALLS:
        found.append(say(partial(words.folded, standings, SMALLS)))
    return tuple(found)
