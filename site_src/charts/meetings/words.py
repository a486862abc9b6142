"""What the chart of meetings says."""

from __future__ import annotations

from site_src.charts.meetings.pairs import Meetings, Pair
from site_src.charts.words import Speech
from site_src.model import Words


def title(meetings: Meetings, speech: Speech) -> str:
    """Say who met most often; where several pairs did, how many."""
    first = [pair for pair, events in meetings.pairs if len(events) == meetings.most]
    if len(first) == 1:
        return _one(meetings, first[0], speech)
    if len(first) == len(meetings.pairs):
        return speech.count(
            "%(pairs)s pairs met, none more than %(number)s time",
            "%(pairs)s pairs met, none more than %(number)s times",
            meetings.most,
            pairs=speech.number(len(first)),
        )
    return speech.count(
        "%(pairs)s pairs met most often: %(number)s time each",
        "%(pairs)s pairs met most often: %(number)s times each",
        meetings.most,
        pairs=speech.number(len(first)),
    )


def _one(meetings: Meetings, two: Pair, speech: Speech) -> str:
    return speech.count(
        "%(who)s met most often: in %(times)s of %(number)s meeting",
        "%(who)s met most often: in %(times)s of %(number)s meetings",
        meetings.held,
        who=both(meetings, two, speech),
        times=speech.number(meetings.most),
    )


def subtitle(speech: Speech) -> str:
    """Say how the picture is read."""
    return speech.say(
        "How many entries tell of a meeting of two. A square is in the row of the one and in the column below the other, and leads to their meetings."
    )


def summary(meetings: Meetings, speech: Speech) -> str:
    """Tell the picture in words: every pair."""
    told = (pair(meetings, one, len(events), speech) for one, events in meetings.pairs)
    return speech.say("Meetings: %(pairs)s.", pairs="; ".join(told))


def pair(meetings: Meetings, two: Pair, number: int, speech: Speech) -> str:
    """Say how often two met."""
    return speech.count(
        "%(who)s: %(number)s meeting", "%(who)s: %(number)s meetings", number, who=both(meetings, two, speech)
    )


def both(meetings: Meetings, two: Pair, speech: Speech) -> str:
    """Name a pair."""
    return speech.several([speech.name(name(meetings, id)) for id in two])


def name(meetings: Meetings, id: str) -> Words:
    """Give an actor's names."""
    return meetings.subject.country(id)


def counted(meetings: Meetings, speech: Speech) -> str:
    """Say which entries are counted."""
    names = [speech.name(kind.names, kind.id) for kind in meetings.subject.topic.kinds if kind.id in meetings.kinds]
    words = "Counted are entries of the kind %(kinds)s in which two or more are named, not plans and denials."
    return speech.say(words, kinds=speech.several(names))


def countries(speech: Speech) -> str:
    """Say how people stand for countries."""
    return speech.say("A person counts for the country that the table of people names.")


def folded(wide: int, narrow: int, speech: Speech) -> str:
    """Say that the picture shows some only."""
    words = (
        "The picture shows at most the %(wide)s with most meetings, on a narrow screen %(narrow)s; the tables show all."
    )
    return speech.say(words, wide=speech.number(wide), narrow=speech.number(narrow))
