"""What a text names: times, known and unknown names, quantities.

Text  ->  Mentions
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

from site_src.languages.pack import LanguagePack
from site_src.mentions.date_lines import read_date_lines
from site_src.mentions.entities import Gazetteer, find_entities
from site_src.mentions.names import find_names
from site_src.mentions.plain import plain
from site_src.mentions.quantities import find_quantities
from site_src.mentions.times import find_times
from site_src.model import EntityMention, Mentions, Text
from site_src.topic.values import Series

__all__ = ["Gazetteer", "find", "read_date_lines"]


def find(
    text: Text, pack: LanguagePack, gazetteer: Gazetteer, series: Sequence[Series] = (), *, order: str = ""
) -> Mentions:
    """Find everything that the kept sentences of a text name; furniture is not read.

    `order` is how the text's outlet writes a date in figures, `dmy` or `mdy`; empty: as the language does. Offsets count
    in the text's source. Takes time in proportion to the text's length.
    """
    read = plain(text)
    told = find_times(read.source, pack, series, order=order)
    times = tuple(time for time in told if read.in_one_sentence(time.start, time.end))
    known = find_entities(text, read, pack, gazetteer)
    unknown = find_names(read, pack, known, times)
    quantities = find_quantities(read, pack, times)
    return Mentions(times, _in_order(*known, *unknown), quantities)


def _in_order(*mentions: EntityMention) -> tuple[EntityMention, ...]:
    return tuple(sorted(mentions, key=attrgetter("start")))
