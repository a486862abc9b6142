"""Title an entry: composed from its facts where they fill the template, else its best sentence, shortened.

{actors} = (AAA, BBB), {organisation} = club  ->  "Aland and Beland join the Club", in each language its own
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from site_src.events.drafts import Draft
from site_src.events.nodes import kind_of
from site_src.languages.phrases import any_of
from site_src.model import Statement, Words
from site_src.topic.values import Series, Topic

LONGEST = 110
_FIELD = re.compile(r"\{(\w+)\}")
_END = re.compile(r"[,;:.?!]\s|\s[–—-]\s|[”\"],?\s")
_LOOSE = re.compile(r"(?:[\s,]+\w{1,3})+$")
"""Short words at a cut lead to what is cut off: of, di, yang."""
_NOTHING = re.compile(r"(?!)")
_DATELINE = re.compile(r"^[^–—\n]{2,40}?\s[–—-]\s+(?=\S)")
_MANY = 4
"""Names above which a list in a title is cut."""


def _name(id: str, language: str, topic: Topic) -> str:
    entity = topic.entities.get(id)
    if entity is None:
        return id
    return entity.names.get(language) or next((name for _, name in sorted(entity.names.items())), id)


@lru_cache(maxsize=16)
def _and(language: str) -> str:
    """Give the language's word between the last two of a list, with its spaces, as CLDR has it."""
    from babel import UnknownLocaleError
    from babel.lists import format_list

    try:
        return str(format_list(["A", "B"], locale=language))[1:-1]
    except (UnknownLocaleError, ValueError):
        return ", "


def listed(names: Sequence[str], language: str) -> str:
    """Write names as a list: "A, B dan C"."""
    if len(names) < 2:
        return "".join(names)
    return ", ".join(names[:-1]) + _and(language) + names[-1]


def _series(entry: Draft, topic: Topic) -> tuple[Series, int] | None:
    name, _, ordinal = entry.series.partition(":")
    found = next((series for series in topic.series if series.id == name), None)
    return (found, int(ordinal)) if found and found.kind == entry.kind and ordinal.isdigit() else None


def _actors(entry: Draft, language: str, topic: Topic) -> str:
    names = [_name(actor, language, topic) for actor in entry.actors]
    kind = kind_of(entry.kind, topic)
    if kind is None or kind.actors == "none" or not names or (kind.actors == "two" and len(names) < 2):
        return ""
    return listed(names, language) if len(names) <= 6 else listed(names[:_MANY], language) + " …"


def _values(entry: Draft, language: str, topic: Topic) -> dict[str, str]:
    series = _series(entry, topic)
    place = topic.entities.get(entry.place)
    return {
        "actors": _actors(entry, language, topic),
        "organisation": _name(entry.organisation, language, topic) if entry.organisation else "",
        "place": _name(entry.place, language, topic) if place else "",
        "series": series[0].names.get(language, "") if series else "",
        "ordinal": str(series[1]) if series else "",
        "year": str(entry.when.earliest.year),
    }


def _templates(entry: Draft, topic: Topic) -> tuple[Words, ...]:
    """List the templates that may serve, the most telling one first."""
    series, kind = _series(entry, topic), kind_of(entry.kind, topic)
    own = [series[0].titles] if series else []
    if kind and entry.stance == "planned":
        own.append(kind.titles_planned)
    if kind and entry.stance != "planned":
        own.append(kind.titles)
    return tuple(own)


def _optional(template: str, values: Mapping[str, str]) -> str | None:
    """Fill a template; a stretch in square brackets is left out where its own fields are empty."""

    def stretch(match: re.Match[str]) -> str:
        return match[1] if all(values.get(name) for name in _FIELD.findall(match[1])) else ""

    whole = re.sub(r"\[([^\[\]]*)\]", stretch, template)
    if any(not values.get(name) for name in _FIELD.findall(whole)):
        return None
    return " ".join(_FIELD.sub(lambda match: values[match[1]], whole).split())


def composed(entry: Draft, language: str, topic: Topic) -> str:
    """Compose a title from the facts; empty where a template's field has none."""
    own = [node.titles[language] for node in entry.seeds if node.titles.get(language) and node.kind == entry.kind]
    if own:
        return own[0]
    values = _values(entry, language, topic)
    for template in _templates(entry, topic):
        title = _optional(template[language], values) if template.get(language) else None
        if title and len(title) <= LONGEST:
            return title[0].upper() + title[1:]
    return ""


def _clauses(line: str) -> list[tuple[int, int]]:
    """Cut a line where a clause or a sentence ends."""
    cuts = [0, *(match.end() for match in _END.finditer(line)), len(line)]
    return [(start, end) for start, end in pairwise(cuts) if start < end]


def _trimmed(line: str, date_words: str, fact: re.Pattern[str]) -> str:
    """Leave out a first clause that only says when: the entry shows its day beside the title."""
    first = _END.search(line)
    if not first or not date_words or first.start() > 60 or fact.search(line, 0, first.end()):
        return line
    opening = line[: first.start()]
    bare = opening.replace(date_words, "").split()
    rest = line[first.end() :]
    return rest[:1].upper() + rest[1:] if date_words in opening and len(bare) <= 3 else line


def shortened(words: str, date_words: str = "", fact: re.Pattern[str] = _NOTHING, *, said_after: bool = False) -> str:
    """Shorten a sentence to a title: whole clauses where they fit, with the one that holds the fact's own words.

    An ellipsis stands for what is left out. Where a single clause is too long, it is cut after a word. With
    `said_after`, a clause that begins with the fact's words ("..., said the minister") yields to what is said.
    """
    line = _DATELINE.sub("", " ".join(words.split()), count=1).rstrip(" .")
    line = _trimmed(line, " ".join(date_words.split()), fact)
    if len(line) <= LONGEST:
        return line
    parts = _clauses(line)
    match = fact.search(line)
    at = match.start() if match else 0
    middle = next(index for index, (_, end) in enumerate(parts) if at < end)
    if said_after and at == parts[middle][0]:
        middle = 0
    first = last = middle
    size = LONGEST - 2
    while first > 0 and parts[last][1] - parts[first - 1][0] <= size:
        first -= 1
    while last + 1 < len(parts) and parts[last + 1][1] - parts[first][0] <= size:
        last += 1
    while first < middle and date_words and line[parts[first][0] : parts[first][1]].strip(" ,") == date_words:
        first += 1
    start, end = parts[first][0], parts[last][1]
    if end - start < LONGEST // 2 and end < len(line):
        end = start + size + 1  # a stump of a name says nothing: a part of the next clause comes with it
    if end - start > size:
        end = line.rfind(" ", start, start + size)
        end = end if end > start else start + size
        end = start + len(_LOOSE.sub("", line[start:end]))
    whole = line[start:end].strip(" ,;:–—-(")
    opened = whole.count("“") > whole.count("”") or whole.count('"') % 2 == 1
    tail = "" if end >= len(line) else "…"
    return ("…" if start else "") + whole.rstrip(" .“") + tail + ("”" if opened and "“" in whole and tail else "")


def best_sentence(statements: Sequence[Statement]) -> Statement:
    """Choose the sentence that serves best as a title: prominent, sure, of a good length; ties by what it says."""

    def rank(statement: Statement) -> tuple[float, str]:
        length = len(statement.evidence.quote)
        fitting = 0.3 if 40 <= length <= LONGEST else 0.0 if length <= 200 else -0.2
        return (-(statement.prominence + statement.confidence + fitting), statement.id)

    return min(statements, key=rank)


def titles(entry: Draft, topic: Topic, languages: Sequence[str], spoken: Mapping[str, str]) -> tuple[Words, Words]:
    """Give an entry's title in each interface language, and the language in which each really is.

    `spoken` is the language of each article.
    """
    title, language_of = {}, {}
    for language in languages:
        whole = composed(entry, language, topic)
        if whole:
            title[language], language_of[language] = whole, language
        elif entry.statements:
            own = [item for item in entry.statements if spoken.get(item.evidence.article) == language]
            best = best_sentence(own or entry.statements)
            told_in = spoken.get(best.evidence.article, "")
            kind = kind_of(best.kind, topic)
            # What somebody says makes the title, not that he says it.
            fact = any_of(kind.triggers.get(told_in, ()) if kind else ())
            day = best.when.text if best.when else ""
            said = kind is not None and kind.generic
            title[language] = shortened(best.evidence.quote, day, fact, said_after=said)
            language_of[language] = told_in
        else:
            title[language], language_of[language] = _by_row(entry, language, topic), language
    return title, language_of


def _by_row(entry: Draft, language: str, topic: Topic) -> str:
    """Title a row whose kind has no template: the kind's name and whom it concerns."""
    kind = kind_of(entry.kind, topic)
    name = kind.names.get(language, entry.kind) if kind else entry.kind
    actors = listed([_name(actor, language, topic) for actor in entry.actors[:_MANY]], language)
    return f"{name}: {actors}" if actors else name
