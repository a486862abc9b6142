"""The program's own reading of dates, as its verb `dates` reads a text whose language and day are told."""

from __future__ import annotations

import re

from bench.scoring import Text, Time
from site_src import languages
from site_src.articles.resolve import resolve
from site_src.mentions.times import find_times
from site_src.texts.sentences import split, stops_of

_LINE = re.compile(r"[^\n]+")


def find(text: Text) -> list[Time]:
    """Find the expressions of a text and their values."""
    pack = languages.load([text.lang])[text.lang]
    source = text.text
    sentences = [span for line in _LINE.finditer(source) for span in split(source, *line.span(), stops_of(pack))]
    times = find_times(source, pack)
    read = resolve(source, sentences, times, pack=pack, clock=text.published)
    return [Time(one.expression.start, one.expression.end, one.value) for one in read]
