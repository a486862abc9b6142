"""What the chart of lanes says."""

from __future__ import annotations

from functools import partial

from site_src.charts.lanes.spells import Lane, Lanes, Stretch
from site_src.charts.words import Speech
from site_src.model import Words


def title(lanes: Lanes, speech: Speech) -> str:
    """Say how many of the countries began lower and are or were full members."""
    top = lanes.statuses[0][0].id
    climbed = sum(_climbed(lane, top) for lane in lanes.lanes)
    return speech.count(
        "%(number)s of %(all)s countries became a member after another status",
        "%(number)s of %(all)s countries became members after another status",
        climbed,
        all=speech.number(len(lanes.lanes)),
    )


def _climbed(lane: Lane, top: str) -> bool:
    held = [stretch.status.id for stretch in lane.stretches if stretch.series]
    return top in held and held[0] != top


def subtitle(lanes: Lanes, speech: Speech) -> str:
    """Say what a row and a bar are, and how far the tables know."""
    words = "Each row is a country, each bar a status, exact to the day. As known on %(day)s."
    return speech.say(words, day=speech.day(lanes.end))


def summary(lanes: Lanes, speech: Speech) -> str:
    """Say who has which status now."""
    sentences = []
    for status, _ in lanes.statuses:
        now = [lane.country for lane in lanes.lanes if any(_now(part, status.id) for part in lane.stretches)]
        if now:
            who = lanes.subject.countries(now, speech)
            sentences.append(speech.say("%(status)s: %(countries)s.", status=speech.name(status.names), countries=who))
    return " ".join(sentences)


def _now(part: Stretch, status: str) -> bool:
    return part.status.id == status and part.spell.end is None


def stretch(lanes: Lanes, country: str, part: Stretch, speech: Speech) -> str:
    """Say a bar whole: country, status, from when, until when, and when it was decided, where that is known."""
    told, day = _held(lanes, country, part, speech), part.spell.decided
    return speech.say("%(told)s; decided: %(day)s", told=told, day=speech.when(day)) if day else told


def _held(lanes: Lanes, country: str, part: Stretch, speech: Speech) -> str:
    told = {
        "country": speech.name(lanes.subject.country(country)),
        "status": speech.inside(part.status.names),
        "start": speech.when(part.spell.start),
    }
    if part.spell.end is None:
        return speech.say("%(country)s: %(status)s since %(start)s", **told)
    return speech.say("%(country)s: %(status)s from %(start)s until %(end)s", **told, end=speech.day(part.spell.end))


def notes(lanes: Lanes) -> tuple[Words, ...]:
    """Explain the pale beginnings, and name whose day of decision is not known."""
    say, pale = lanes.subject.say, "A pale beginning: the status began on some day within it."
    bars = [one for lane in lanes.lanes for one in (*lane.stretches, *lane.decided)]
    vague = [say(lambda speech: speech.say(pale))] if any(one.first < one.sure for one in bars) else []
    return (*vague, *((say(partial(_undecided, lanes)),) if lanes.undecided else ()))


def _undecided(lanes: Lanes, speech: Speech) -> str:
    """Name those that begin with the day on which they came into force in both views."""
    lacking: dict[str, list[str]] = {}
    for country, one in lanes.undecided:
        lacking.setdefault(one.status.id, []).append(country)
    which = "; ".join(
        f"{speech.inside(status.plural)}: {lanes.subject.countries(lacking[status.id], speech)}"
        for status, _ in lanes.statuses
        if status.id in lacking
    )
    words = "No day of decision is known of these, which begin when they came into force in both views: %(which)s."
    return speech.say(words, which=which)
