"""The glossary: the topic's own terms in an editor's words, then the terms of every site."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from site_src.model import Page
from site_src.pages.desk import Desk
from site_src.pages.frame import framed
from site_src.pages.markdown import headings
from site_src.pages.own import tell_own
from site_src.pages.own_texts import own_page, shown
from site_src.pages.views import Link
from site_src.wording import msgid

NAME = "glossary"
TERMS = (
    (
        "entry",
        msgid("Entry"),
        msgid("Something that happened or is planned at one time, with everything that speaks for it and against it."),
        "timeline.html",
        msgid("Timeline"),
    ),
    (
        "evidence",
        msgid("Evidence"),
        msgid(
            "The very sentence on which an entry rests, letter by letter as the article has it, with its place there."
        ),
        "articles/index.html",
        msgid("Articles"),
    ),
    (
        "origin",
        msgid("Independent origin"),
        msgid(
            "Reports that copy each other have one origin and count once; so do a retelling and the report that it retells."
        ),
        "outlets/index.html",
        msgid("Outlets"),
    ),
    (
        "retelling",
        msgid("Retelling"),
        msgid(
            "A report told again in this site's own words. Its page names the report, the outlet and the day; no sentence of it is shown as the outlet's."
        ),
        "outlets/index.html",
        msgid("Outlets"),
    ),
    (
        "exactness",
        msgid("Exactness of a date"),
        msgid(
            "A date is never more exact than its sources: a year stays a year, late June stays a stretch. In the data it is written in EDTF (ISO 8601-2): 2005 is a year, 2010-05 a month, 2024-07-03/2024-07-04 two days, ../2022-04-12 means by that day; ~ means about, ? uncertain."
        ),
        "method.html",
        msgid("How it is made"),
    ),
    (
        "clock",
        msgid("Clock of an article"),
        msgid(
            "The day from which words such as yesterday or on Thursday are counted: as a rule the day of publication. An article without one leaves such words open."
        ),
        "method.html",
        msgid("How it is made"),
    ),
    (
        "stance",
        msgid("Stance"),
        msgid(
            "How a source stands to what it tells: it tells that it happened, announces it, denies it, or only looks back at it. What was announced and what happened are two entries, linked to each other."
        ),
        "method.html",
        msgid("How it is made"),
    ),
    (
        "in-force",
        msgid("Decided and in force"),
        msgid(
            "A status is often decided on one day and begins on another, when the papers are signed. The press tends to name the first; tables and charts count from the second."
        ),
        "countries/index.html",
        msgid("Countries"),
    ),
    (
        "account",
        msgid("Account"),
        msgid(
            "One of the values that sources give for the same thing: another day, another place. All are kept; the page says which one is preferred and why."
        ),
        "disagreements.html",
        msgid("Disagreements"),
    ),
    (
        "join",
        msgid("Join"),
        msgid(
            "The step that puts reports together into one entry. Day, kind, people and place speak for or against it, each with a sentence that can be read."
        ),
        "method.html",
        msgid("How it is made"),
    ),
    (
        "table",
        msgid("Table row"),
        msgid(
            "A line of the tables that come with the topic, with its own source. It confirms an entry but is not counted as a report; an entry that only tables have is marked so."
        ),
        "sources.html",
        msgid("Data and licences"),
    ),
    (
        "claim",
        msgid("Claim"),
        msgid("A figure or a state that an article asserts: a share, a sum, a number of members, who belongs to what."),
        "claims.html",
        msgid("Claims"),
    ),
    (
        "verdict",
        msgid("Verdict"),
        msgid(
            "What the tables say of a claim, with the sum to check: it holds, it held in another year, it holds by another measure, or it does not hold."
        ),
        "claims.html",
        msgid("Claims"),
    ),
    (
        "superseded",
        msgid("Superseded figure"),
        msgid("A figure that a newer one of the same kind has replaced. It was not wrong; it is no longer the latest."),
        "claims.html",
        msgid("Claims"),
    ),
    (
        "importance",
        msgid("Importance"),
        msgid(
            "How much an entry matters beside the others: its kind, how many independent reports tell it, how often later ones come back to it. It decides the size of a title, never whether something is true."
        ),
        "timeline.html",
        msgid("Timeline"),
    ),
    (
        "correction",
        msgid("Correction"),
        msgid(
            "A change that an editor makes in the open, with a reason and a date. It fails loudly once what it corrects is no longer there."
        ),
        "corrections.html",
        msgid("Corrections"),
    ),
    (
        "tombstone",
        msgid("Tombstone"),
        msgid(
            "What stands at the address of an article that was taken down: that it was, when, and why. Nothing else of it is kept."
        ),
        "corrections.html",
        msgid("Corrections"),
    ),
)
"""Anchor, term, meaning, and the page where it is met with its name."""


@dataclass(frozen=True, slots=True)
class Term:
    """A term of every site."""

    anchor: str
    name: str
    meaning: str
    met: Link


def pages(desk: Desk) -> Iterator[Page]:
    """Plan the glossary."""
    told, found = tell_own(desk, NAME), shown(desk, NAME)
    start = desk.path(own_page(NAME))
    terms = [
        Term(f"term-{anchor}", desk.say(name), desk.say(meaning), Link(desk.say(where), desk.link(start, page)))
        for anchor, name, meaning, page, where in TERMS
    ]
    own = headings(found.text.body) if found else ()
    jumps = [(words, f"#{anchor}") for anchor, words in own] + [(term.name, f"#{term.anchor}") for term in terms]
    yield framed(
        desk,
        own_page(NAME),
        "glossary.html",
        told.title or desk.say("Glossary"),
        lead=told.lead or desk.say("What the words on these pages mean, and where they are met."),
        terms=sorted(terms, key=lambda term: term.name.casefold()),
        jumps=[Link(words, href) for words, href in sorted(jumps, key=lambda jump: jump[0].casefold())],
        **told.context,  # type: ignore[arg-type]
    )
