"""Write articles with their mentions marked, so that telling and merging are tested without the finders before them.

[[text|id|kind]]     an entity: kind is c(ountry), p(erson), o(rganisation), l(ocation) or n(ame)
{{text|edtf}}        a resolved time: 2017-06-09, 2017-06, 2017, 2022-06-21/2022-06-30, or a TIMEX3 length (P3D);
                     `PXD|before` counts from what follows
<<text|value|unit>>  a quantity; the comparator may stand before the value: `>30`
"""

from __future__ import annotations

import re
from datetime import date

from site_src.model import (
    Article,
    EntityMention,
    FrontMatter,
    Meaning,
    Mentions,
    Publication,
    Quantity,
    RawText,
    Resolved,
    Sentence,
    Text,
    TimeExpression,
    When,
    between,
    in_month,
    in_year,
    on_day,
)
from site_src.packed import packed_letters

_MARK = re.compile(r"\[\[(?P<entity>[^\]]+)\]\]|\{\{(?P<time>[^}]+)\}\}|<<(?P<quantity>[^>]+(?:>[^>]+)*?)>>")
_KINDS = {"c": "country", "p": "person", "o": "organisation", "l": "place", "n": "name"}


def when_of(edtf: str, text: str = "") -> When | None:
    """Read the few shapes of EDTF that the cases use; None for a length."""
    if edtf.startswith("P") or not edtf:
        return None
    if "/" in edtf:
        first, last = (date.fromisoformat(end) for end in edtf.split("/"))
        return between(first, last, text)
    numbers = [int(part) for part in edtf.split("-")]
    if len(numbers) == 3:
        return on_day(date(*numbers), text)
    return in_month(numbers[0], numbers[1], text) if len(numbers) == 2 else in_year(numbers[0], text)


def _time(start: int, text: str, value: str) -> Resolved:
    value, _, edge = value.partition("|")
    when = when_of(value, text)
    length = Meaning("bound", amount=value, edge=edge) if edge else Meaning("duration", amount=value)  # type: ignore[arg-type]
    meaning = Meaning("date", edge=edge) if when else length  # type: ignore[arg-type]
    kind = "DATE" if when else "DURATION"
    expression = TimeExpression(start, start + len(text), text, kind, "test.mark", meaning)  # type: ignore[arg-type]
    return Resolved(expression, value, when, "marked in the case", 0.9)


def _quantity(start: int, text: str, value: str, unit: str) -> Quantity:
    comparator = re.match(r"[<>=~]*", value)[0]  # type: ignore[index]
    number = float(value[len(comparator) :])
    return Quantity(start, start + len(text), text, number, comparator or "=", unit)  # type: ignore[arg-type]


def article(
    marked: str,
    *,
    id: str = "one",
    published: str = "2024-07-04",
    language: str = "en",
    origins: tuple[str, ...] = (),
) -> Article:
    """Make an article of marked text: a line is a sentence, an empty line ends a paragraph, `^` marks a caption."""
    source, sentences, entities, times, quantities = "", [], [], [], []
    paragraph = 0
    for line in marked.strip("\n").split("\n"):
        if not line.strip():
            paragraph += 1
            source += "\n"
            continue
        role = "caption" if line.startswith("^") else "lead" if paragraph < 2 else "body"
        told, start, at = line.lstrip("^"), len(source), 0
        for mark in _MARK.finditer(told):
            source += told[at : mark.start()]
            at = mark.end()
            fields = (mark["entity"] or mark["time"] or mark["quantity"]).split("|")
            if mark["entity"]:
                kind = _KINDS[fields[2] if len(fields) > 2 else "n"]
                entity = fields[1] if len(fields) > 1 else ""
                entities.append(EntityMention(len(source), len(source) + len(fields[0]), fields[0], entity, kind))  # type: ignore[arg-type]
            elif mark["time"]:
                times.append(_time(len(source), fields[0], "|".join(fields[1:])))
            else:
                quantities.append(_quantity(len(source), *fields))
            source += fields[0]
        source += told[at:]
        sentences.append(Sentence(start, len(source), paragraph, role))  # type: ignore[arg-type]
        source += "\n"
    day = date.fromisoformat(published) if published else None
    raw = RawText(id, f"{id}.txt", 1, "text", packed_letters(source), (), FrontMatter(), "")
    text = Text(raw, language, "", "", tuple(sentences), (), 0)
    publication = Publication(on_day(day) if day else None, "front-matter" if day else "unknown", 0.9)
    mentions = Mentions(tuple(time.expression for time in times), tuple(entities), tuple(quantities))
    return Article(id, text, mentions, tuple(times), publication, day, "", origins or (id,))
