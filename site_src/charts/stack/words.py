"""What a pile says: the finding, the text alternative, each layer, each claim."""

from __future__ import annotations

from functools import partial

from site_src.charts import claims, remarks
from site_src.charts.given import Stated
from site_src.charts.key import Sign
from site_src.charts.stack.pile import Layer, Pile, Unit
from site_src.charts.words import Speech
from site_src.model import Words


def title(pile: Pile, speech: Speech) -> str:
    """Say who is the largest, or how much all have."""
    year, measure = pile.last, speech.inside(pile.indicator.names)
    if pile.unit is Unit.OWN:
        words = "In %(year)s the members' %(measure)s was %(total)s"
        return speech.say(words, year=year, measure=measure, total=amount(pile, speech, pile.total(year)))
    largest, part = max(pile.heights[year].items(), key=lambda pair: (pair[1], pair[0]))
    return speech.say(
        "In %(year)s %(country)s made up %(part)s of the members' %(measure)s",
        year=year,
        country=pile.subject.countries((largest,), speech),
        part=speech.percent(100 * part / pile.total(year), 0),
        measure=measure,
    )


def subtitle(pile: Pile, speech: Speech) -> str:
    """Say the unit, whose membership is counted, and who publishes the figures."""
    name, source = speech.name(pile.indicator.names) + _footnote(pile), pile.indicator.source
    if pile.unit is Unit.OWN:
        words = "%(measure)s by country in %(unit)s, with the membership at each year's end. Source: %(source)s."
        return speech.say(words, measure=name, unit=speech.name(pile.indicator.units), source=source)
    words = "%(measure)s by country in percent of the world total, with the membership at each year's end. Source: %(source)s."
    return speech.say(words, measure=name, source=source)


def summary(pile: Pile, speech: Speech) -> str:
    """Tell the picture in words: both ends, each jump, and the layers of the newest year."""
    first, last = min(pile.heights), pile.last
    ends = ", ".join(f"{year}: {amount(pile, speech, pile.total(year))}" for year in dict.fromkeys((first, last)))
    parts = "; ".join(f"{name(pile, one, speech)} {amount(pile, speech, pile.part(one, last))}" for one in pile.layers)
    told = [f"{ends}.", speech.say("%(year)s by country: %(parts)s.", year=last, parts=parts)]
    for join in pile.joins:
        who = pile.subject.countries(join.gained, speech)
        told.append(speech.say("%(year)s: joined by %(countries)s.", year=join.year, countries=who))
    return " ".join(told)


def amount(pile: Pile, speech: Speech, value: float) -> str:
    """Write a figure in the pile's unit: "42.1%", "US$27.4 trillion", "3.4 billion"."""
    if pile.unit is Unit.PERCENT:
        return speech.percent(value)
    return _sign(pile, speech) + speech.compact(value)


def exactly(pile: Pile, speech: Speech, value: float) -> str:
    """Write a figure as the table has it where that can be read: a percentage to two decimals."""
    return speech.percent(pile.rounded(value), 2) if pile.unit is Unit.PERCENT else amount(pile, speech, value)


def shortly(pile: Pile, speech: Speech, value: float) -> str:
    """Write a figure in a few letters: "US$27.4T"."""
    return speech.percent(value) if pile.unit is Unit.PERCENT else _sign(pile, speech) + speech.short(value)


def _sign(pile: Pile, speech: Speech) -> str:
    """Give a currency's sign; other units stand in the subtitle."""
    unit = pile.indicator.unit
    return speech.catalogue.currency(unit) if len(unit) == 3 and unit.isupper() else ""


def name(pile: Pile, layer: Layer, speech: Speech) -> str:
    """Name a layer: its country, or how many others it holds."""
    if len(layer.countries) == 1:
        return pile.subject.countries(layer.countries, speech)
    return speech.count("%(number)s other", "%(number)s others", len(layer.countries))


def point(pile: Pile, layer: Layer, year: int, speech: Speech) -> str:
    """Say a layer's height in a year, and of how much it is a part."""
    there = [country for country in layer.countries if country in pile.heights[year]]
    return speech.say(
        "%(year)s, %(countries)s: %(part)s of %(total)s",
        year=year,
        countries=pile.subject.countries(there, speech),
        part=exactly(pile, speech, pile.part(layer, year)),
        total=exactly(pile, speech, pile.total(year)),
    )


def if_today(pile: Pile, speech: Speech) -> str:
    """Name the dashed line."""
    return speech.count(
        "if today's %(number)s member had been one throughout",
        "if today's %(number)s members had been members throughout",
        len(pile.today),
    )


def point_if_today(pile: Pile, year: int, speech: Speech) -> str:
    """Say what today's members had in a year."""
    return f"{year}: {exactly(pile, speech, pile.throughout[year])}, {if_today(pile, speech)}"


def stated(one: Stated, pile: Pile, speech: Speech) -> str:
    """Say a claim whole."""
    return claims.sentence(pile.subject, one, speech, partial(amount, pile))


def key(pile: Pile, speech: Speech) -> list[tuple[Sign, int, str]]:
    """Explain the signs that are no layer."""
    dashed: list[tuple[Sign, int, str]] = [("dashed", 0, if_today(pile, speech))] if pile.throughout else []
    return dashed + claims.key(pile.stated, speech)


def notes(pile: Pile) -> tuple[Words, ...]:
    """Say what is counted, who the others are, and what the figures lack."""
    subject = pile.subject
    found = remarks.counted(subject, pile.early)
    many = [layer for layer in pile.layers if len(layer.countries) > 1]
    found += [subject.say(partial(_others, pile, layer)) for layer in many]
    return (*found, *remarks.of(subject, pile.indicator, pile.gaps, _footnote(pile)))


def _footnote(pile: Pile) -> str:
    return remarks.footnote(pile.indicator, [pile.indicator])


def _others(pile: Pile, layer: Layer, speech: Speech) -> str:
    words = "%(others)s, one by one in the table: %(countries)s."
    return speech.say(
        words, others=name(pile, layer, speech), countries=pile.subject.countries(layer.countries, speech)
    )
