"""Reasons for readers: the stages' own English sentences, told in the interface's language with dates and names in words.

    "both name 2001-06-15"                                   ->  "keduanya menyebut 15 Juni 2001"
    "id.weekday-date: told with its year, and the weekday fits"  ->  "disebut beserta tahunnya, dan harinya cocok"

A row below is a sentence with places; what stands in a place is told by the place's name. A sentence without a row stays
as it is, marked as English.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from site_src.pages.desk import Desk
from site_src.pages.edtf import read_edtf
from site_src.pages.passages import article_title
from site_src.wording import msgid
from site_src.wording.dates import date_words

SENTENCES = (
    # which day an expression means
    msgid("corrected by an editor from %(day)s"),
    msgid("told with its year, and the weekday fits"),
    msgid("told with its year"),
    msgid("the weekday told does not fit %(day)s; it would fit %(rest)s"),
    msgid("the weekday of the clock %(day)s"),
    msgid("told as ahead of the clock %(day)s"),
    msgid("the last one before the clock %(day)s"),
    msgid("the words point back from %(day)s"),
    msgid("the words point ahead from %(day)s"),
    msgid("in the week counted from %(day)s"),
    msgid("in the month counted from %(day)s"),
    msgid("a time of day on the clock %(day)s"),
    msgid("counted from the clock %(day)s"),
    msgid("the year near %(day)s in which that day is that weekday"),
    msgid("the last such day up to %(day)s"),
    msgid("the next such day from %(day)s"),
    msgid("the such day nearest to %(day)s, the past preferred"),
    msgid("the last such month up to %(day)s"),
    msgid("the next such month from %(day)s"),
    msgid("the such day nearest to %(day)s"),
    msgid("the such month nearest to %(day)s, the past preferred"),
    msgid("the such month nearest to %(day)s"),
    msgid("the one nearest to the clock %(day)s"),
    msgid("the year told before it in its sentence"),
    msgid("the day told before as past"),
    msgid("in the days ahead that were told before"),
    msgid("the stretch told before, %(day)s, in another year"),
    msgid("the month of the clock in another year"),
    msgid("a part of that year"),
    msgid("counted from Easter of the year told"),
    msgid("%(inner)s, day and month the other way round"),
    msgid("the same day as in the sentence before: %(day)s"),
    msgid("the day of the sentence behind, which goes on with it: %(day)s"),
    msgid("later than %(day)s, which was told before"),
    msgid("some time before the article"),
    msgid("the last one before the article"),
    msgid("'%(rest)s' counted from %(day)s"),
    msgid("the year from elsewhere in the article"),
    msgid("the series' table"),
    msgid("told as a decade or century"),
    msgid("a season of that year"),
    msgid("the day of the sentence before: %(inner)s"),
    msgid("at the meeting %(meeting)s, during which it was written"),
    msgid("the meeting %(meeting)s, during which it was written"),
    msgid("%(inner)s; the year from elsewhere in the article"),
    msgid("counted from %(rest)s on %(day)s, told before"),
    msgid("counted from %(day)s, told before"),
    msgid("counted from the clock"),
    msgid("a time of day on %(day)s"),
    # when an article was published
    msgid("attribution: %(text)s"),
    msgid("%(inner)s, where the page says %(text)s"),
    msgid("told: %(text)s fits %(day)s, shortly before %(day2)s"),
    msgid("told: %(text)s"),
    msgid("header: %(text)s"),
    msgid("dateline: %(text)s"),
    msgid("front-matter: %(text)s"),
    msgid("metadata: %(text)s"),
    msgid("series: %(text)s fits %(day)s, near %(meeting)s (%(day2)s)"),
    msgid("first-part: %(article)s"),
    # why reports are joined
    msgid("both name the meeting %(meeting)s"),
    msgid("both name %(day)s"),
    msgid("%(day)s and %(day2)s are days of one meeting"),
    msgid("%(day)s and %(day2)s agree, and it happens once"),
    msgid("%(day)s and %(names)s are those of the meeting, and it names nobody"),
    msgid("both tell of one kind: %(kind)s"),
    msgid("both tell of one kind, %(kind)s, but not of whom"),
    msgid("both are of the kind %(kind)s, of which a day has many"),
    msgid("%(kind)s can be a part of %(kind2)s"),
    msgid("%(kind)s is another kind than %(kind2)s"),
    msgid("neither is of a known kind"),
    msgid("the same actors: %(names)s"),
    msgid("actors in common: %(names)s"),
    msgid("actors of the same countries: %(names)s"),
    msgid("no actor in common"),
    msgid("an editor joins them: %(rest)s"),
    msgid("an editor's entry bears its address: %(rest)s"),
    msgid("both are about %(names)s"),
    msgid("both in %(names)s"),
    msgid("%(rest)s of the words that say most of that day are shared"),
    msgid("figures in common: %(number)s"),
    msgid("one article tells both, and only one is of a known kind"),
    msgid("one article tells both"),
    msgid("their articles are about the same, as far as %(rest)s"),
    msgid("what each of their articles tells first of it"),
    msgid("the only one that it can mean: %(inner)s"),
    msgid("%(day)s is near %(day2)s, and it does not happen twice within days"),
    msgid("%(day)s lies in %(day2)s, and the table has no other of the kind"),
    msgid("%(kind)s and %(kind2)s can be one act"),
    msgid("what somebody says beside a meeting is not the meeting"),
    msgid("%(names)s is not %(names2)s"),
    # why an account is preferred
    msgid("an editor's entry and %(number)s independent origin(s) say so"),
    msgid("an editor's entry says so"),
    msgid("a table row and %(number)s independent origin(s) say so"),
    msgid("%(number)s independent origin(s) say so"),
    msgid("a table row says so"),
    msgid("less exact than %(day)s, but agrees"),
    msgid("within %(day)s"),
    msgid("names others"),
    msgid("%(names)s and %(names2)s agree"),
    msgid("contradicts %(day)s"),
    msgid("reaches into %(day)s"),
    msgid("another place than %(names)s"),
    msgid("the country of %(names)s"),
    msgid("names a part of them, or more"),
)
"""The sentences that stages give as reasons, the longer of two that begin alike first."""

RULE = re.compile(r"(?P<rule>[a-z]{2}\.[a-z0-9-]+): (?P<how>.+)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Told:
    """A reason in words."""

    text: str
    lang: str
    """ `en` where it could not be told in the page's language; else empty."""
    rule: str = ""
    """The rule that it names, if any."""


LONGEST = 1_000
"""Characters of a sentence that is told in other words: names could make one so long that its places are hard to find."""


def reason(desk: Desk, sentence: str) -> Told:
    """Tell a stage's sentence in the desk's language."""
    return desk.once(("reason", sentence), lambda: _told(desk, sentence))


def _told(desk: Desk, sentence: str) -> Told:
    named = RULE.fullmatch(sentence)
    rule, plain = (named["rule"], named["how"]) if named else ("", sentence)
    for begin, pattern, message in _patterns() if len(plain) <= LONGEST else ():
        found = pattern.fullmatch(plain) if plain.startswith(begin) else None
        if found:
            groups = found.groupdict()
            inner = reason(desk, groups.pop("inner")) if "inner" in groups else None
            if inner and inner.lang:
                continue
            places = {place: _place(desk, place, text) for place, text in groups.items()}
            places |= {"inner": inner.text} if inner else {}
            return Told(
                desk.say(message, **places) if places else desk.say(message), "", rule or (inner.rule if inner else "")
            )
    return Told(plain, "" if desk.language == "en" else "en", rule)


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[str, re.Pattern[str], str], ...]:
    """Compile the sentences, each with the words with which it begins: few begin as a given one does."""
    return tuple(
        (message.partition("%(")[0], re.compile(_pattern(message), re.DOTALL), message) for message in SENTENCES
    )


def _pattern(message: str) -> str:
    parts = re.split(r"%\((\w+)\)s", message)
    return "".join(re.escape(part) if number % 2 == 0 else f"(?P<{part}>.+?)" for number, part in enumerate(parts))


def _meeting(desk: Desk, text: str) -> str:
    """Name a meeting of a series as its titles do: "sco-summit:2" or "sco-summit 2"."""
    series, _, number = text.replace(":", " ").rpartition(" ")
    known = next((one for one in desk.topic.series if one.id == series), None)
    title = desk.text(known.titles) if known else ""
    return re.sub(r"\[[^]]*\]", "", title).replace("{ordinal}", number) if title else text


def _place(desk: Desk, place: str, text: str) -> str:
    """Tell what stands in a place: a date in words, names for ids, a kind's name; other text as it stands."""
    if place.startswith(("day", "text")):
        when = read_edtf(text)
        return date_words(when, desk.words).full if when else text
    if place.startswith("kind"):
        return next((desk.text(kind.names) for kind in desk.topic.kinds if kind.id == text), text)
    if place == "meeting":
        return _meeting(desk, text)
    if place == "article":
        article = desk.holdings.article_by_id.get(text)
        return f"“{article_title(desk, article)}”" if article else text
    if place.startswith("names"):
        return ", ".join(desk.name(part.strip()) for part in text.split(","))
    return text
