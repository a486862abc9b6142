"""Title an entry: composed from its facts where they fill the template, else the headline of the article whose news it
is, else its best sentence, shortened.

{actors} = (AAA, BBB), {organisation} = club  ->  "Aland and Beland join the Club", in each language its own
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeVar

from site_src.events.drafts import Draft
from site_src.events.extracts import LONGEST, shortened
from site_src.events.grammars import UNKNOWN, Grammar
from site_src.events.nodes import kind_of
from site_src.languages.phrases import any_of
from site_src.model import Article, Statement, Words
from site_src.topic.values import Series, Topic

Told = TypeVar("Told")

_FIELD = re.compile(r"\{(\w+)\}")
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
    if not entry.series:
        return None
    name, _, ordinal = entry.series.partition(":")
    found = next((series for series in topic.series if series.id == name), None)
    return (found, int(ordinal)) if found and found.kind == entry.kind and ordinal.isdigit() else None


def _actors(entry: Draft, language: str, topic: Topic) -> str:
    names = [_name(actor, language, topic) for actor in entry.actors]
    kind = kind_of(entry.kind, topic)
    if kind is None or kind.actors == "none" or not names or (kind.actors == "two" and len(names) < 2):
        return ""
    return listed(names, language) if len(names) <= 6 else listed(names[:_MANY], language) + " …"


def _role(entry: Draft, language: str, topic: Topic) -> str:
    """Give the office that the first of the actors took up or left at the time, as the table has it."""
    person = topic.entities.get(entry.actors[0]) if entry.actors else None
    ends = [when for when in (person.first, person.last) if when] if person else []
    return person.role.get(language, "") if person and any(when.meets(entry.when) for when in ends) else ""


def _values(entry: Draft, language: str, topic: Topic) -> dict[str, str]:
    series = _series(entry, topic)
    place = topic.entities.get(entry.place)
    # A plan that names no organisation is of the topic's own: others are named where they plan.
    organisation = entry.organisation or (topic.organisation if entry.stance == "planned" else "")
    return {
        "actors": _actors(entry, language, topic),
        "actor": _name(entry.actors[0], language, topic) if entry.actors else "",
        "role": _role(entry, language, topic),
        "organisation": _name(organisation, language, topic) if organisation else "",
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


def _another_day(entry: Draft, topic: Topic) -> bool:
    """Tell whether an entry is another day of a listed meeting, whose own entry bears its title: the meeting's close."""
    series = _series(entry, topic)
    listed_too = series is not None and any(meeting.ordinal == series[1] for meeting in series[0].meetings)
    return listed_too and not entry.rows and entry.stance in ("told", "recalled")


def _optional(template: str, values: Mapping[str, str]) -> str | None:
    """Fill a template; a stretch in square brackets is left out where its own fields are empty."""

    def stretch(match: re.Match[str]) -> str:
        return match[1] if all(values.get(name) for name in _FIELD.findall(match[1])) else ""

    whole = re.sub(r"\[([^\[\]]*)\]", stretch, template)
    if any(not values.get(name) for name in _FIELD.findall(whole)):
        return None
    return " ".join(_FIELD.sub(lambda match: values[match[1]], whole).split())


def composed(entry: Draft, languages: Sequence[str], topic: Topic) -> dict[str, str]:
    """Compose a title from the facts in each language; empty where a template's field has none."""
    given = [one.titles for one in entry.curated]
    given += [node.titles for node in entry.seeds if node.kind == entry.kind]
    templates = () if _another_day(entry, topic) else _templates(entry, topic)
    if not given and not any(templates):
        return dict.fromkeys(languages, "")
    return {language: _composed(entry, language, topic, given, templates) for language in languages}


def _composed(entry: Draft, language: str, topic: Topic, given: Sequence[Words], templates: Sequence[Words]) -> str:
    own = [titles[language] for titles in given if titles.get(language)]
    if own:
        return own[0]
    fitting = [words[language] for words in templates if words.get(language)]
    values = _values(entry, language, topic) if fitting else {}
    for template in fitting:
        title = _optional(template, values)
        if title and len(title) <= LONGEST:
            return title[0].upper() + title[1:]
    return ""


def best_first(statements: Sequence[Statement]) -> list[Statement]:
    """Sort sentences by how well they serve as a title: prominent, sure, of a good length; ties by what they say."""
    if len(statements) == 1:
        return list(statements)

    def rank(statement: Statement) -> tuple[float, str]:
        length = len(statement.evidence.quote)
        fitting = 0.3 if 40 <= length <= LONGEST else 0.0 if length <= 150 else -0.2
        return (-(statement.prominence + statement.confidence + fitting), statement.id)

    return sorted(statements, key=rank)


@dataclass(frozen=True, slots=True)
class Sources:
    """What titles and summaries are taken from."""

    articles: Mapping[str, Article]
    grammars: Mapping[str, Grammar]
    """By the code of their language."""
    headed: Mapping[str, str]
    """The articles whose headline tells an entry: by the id of the statement that it fits best, the headline."""
    titles: Mapping[int, str] = field(default_factory=dict)
    """Short titles of statements that are known already, by the statement's identity."""

    def language(self, statement: Statement) -> str:
        article = self.articles.get(statement.evidence.article)
        return article.language if article else ""


def in_each(
    languages: Sequence[str],
    statements: Sequence[Statement],
    sources: Sources,
    tell: Callable[[Sequence[Statement]], Told],
) -> dict[str, Told]:
    """Tell in each language what its own statements say, else what all say; what the same ones say is told once."""
    spoken = [sources.language(statement) for statement in statements] if len(statements) > 1 else [""]
    if len(set(spoken)) == 1:
        return dict.fromkeys(languages, tell(statements))
    every = tuple(range(len(statements)))
    own = {language: tuple(at for at in every if spoken[at] == language) or every for language in languages}
    told = {places: tell([statements[at] for at in places]) for places in set(own.values())}
    return {language: told[places] for language, places in own.items()}


def titles(entry: Draft, topic: Topic, languages: Sequence[str], sources: Sources) -> tuple[Words, Words]:
    """Give an entry's title in each interface language, and the language in which each really is."""
    found = {language: (words, language) for language, words in composed(entry, languages, topic).items()}
    rest = [language for language, (words, _) in found.items() if not words]
    if rest and entry.curated:
        told_in, words = next(iter(entry.curated[0].titles.items()))
        found |= dict.fromkeys(rest, (words, told_in))
    elif rest and entry.statements:
        found |= in_each(rest, entry.statements, sources, lambda own: _told(own, topic, sources))
    else:
        found |= {language: (_by_row(entry, language, topic), language) for language in rest}
    return {code: words for code, (words, _) in found.items()}, {code: told for code, (_, told) in found.items()}


def _told(statements: Sequence[Statement], topic: Topic, sources: Sources) -> tuple[str, str]:
    """Take the headline of the article whose news this is, else the best sentence."""
    for item in statements:
        if item.id in sources.headed:
            return sources.headed[item.id], sources.language(item)
    best, *others = best_first(statements)
    first = _short(best, topic, sources)
    if not first[0].endswith("…"):
        return first
    # A clause that had to be cut inside serves only where every other one had to be too.
    told = (_short(item, topic, sources) for item in others)
    return next((one for one in told if not one[0].endswith("…")), first)


def _short(statement: Statement, topic: Topic, sources: Sources) -> tuple[str, str]:
    """Give the short title of a statement, with its language."""
    told_in = sources.language(statement)
    known = sources.titles.get(id(statement))
    if known is None:
        known = short_title(statement, told_in, topic, sources.grammars.get(told_in, UNKNOWN))
    return known, told_in


def short_title(statement: Statement, told_in: str, topic: Topic, grammar: Grammar) -> str:
    """Shorten a sentence to a title; what somebody says makes the title, not that he says it."""
    kind = kind_of(statement.kind, topic)
    fact = any_of(kind.triggers.get(told_in, ()) if kind else ())
    day = statement.when.text if statement.when else ""
    said = kind is not None and kind.generic
    return shortened(statement.evidence.quote, day, fact, grammar=grammar, said_after=said)


def _by_row(entry: Draft, language: str, topic: Topic) -> str:
    """Title a row whose kind has no template: the kind's name and whom it concerns."""
    kind = kind_of(entry.kind, topic)
    name = kind.names.get(language, entry.kind) if kind else entry.kind
    actors = listed([_name(actor, language, topic) for actor in entry.actors[:_MANY]], language)
    return f"{name}: {actors}" if actors else name
