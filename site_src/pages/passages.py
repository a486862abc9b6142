"""Quotes for readers: each inside its sentence, with its outlet, its date and a link to its article."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import replace

from site_src.model import Article, Claim, Event, Evidence, Row, Statement
from site_src.pages.desk import Desk, seen_from
from site_src.pages.tongues import tongue
from site_src.pages.views import Label, Link, Passage, RowSource
from site_src.wording import msgid
from site_src.wording.dates import DateWords

FIRST_WORDS = 80
"""How many characters of a text without a title stand for one."""

STANCES = {
    "told": msgid("told"),
    "planned": msgid("planned"),
    "denied": msgid("denied"),
    "recalled": msgid("recalled"),
}


def stance_label(desk: Desk, stance: str) -> Label:
    """Name a stance."""
    return Label(desk.say(STANCES[stance]), stance)


def passage(
    desk: Desk, start: str, evidence: Evidence, statement: Statement | None = None, *, key: str = ""
) -> Passage:
    """Show a quote inside the sentences that it touches, as linked from the page at `start`.

    Marked is the quote; where it is a whole sentence, only the words of it that matter (`key`, else the date's).
    """
    words = key or (statement.when.text if statement and statement.when else "")
    speaker, stance = (statement.speaker, statement.stance) if statement else ("", "told")
    shown = ("passage", seen_from(start), evidence, words, speaker, stance)
    return desk.once(shown, lambda: _passage(desk, start, evidence, words, speaker, stance))


def _passage(desk: Desk, start: str, evidence: Evidence, words: str, speaker: str, stance: str) -> Passage:
    article = desk.holdings.article_by_id[evidence.article]
    before, quote, after = desk.once(("quote", evidence, words), lambda: _quoted(article, evidence, words))
    title, lang, outlet, published, retold = desk.once(("article", article.id), lambda: _named(desk, article))
    return Passage(
        before=before,
        quote=quote,
        after=after,
        lang=lang,
        outlet=outlet,
        article=Link(title, desk.article_link(start, article.id), lang),
        published=published,
        retold=retold,
        speaker=desk.name(speaker) if speaker else "",
        stance=stance_label(desk, stance) if stance != "told" else None,
    )


def _named(desk: Desk, article: Article) -> tuple[str, str, str, DateWords, str]:
    """Say of what article a quote is: its title, its language, its outlet, its day, and what it retells."""
    return (
        article_title(desk, article),
        article.language or "und",
        desk.outlet(article.text.outlet),
        desk.date(article),
        retelling(desk, article),
    )


def _quoted(article: Article, evidence: Evidence, words: str) -> tuple[str, str, str]:
    """Cut the sentences that a quote touches before and behind what is marked of it."""
    first, last = _sentences(article, evidence)
    left, right = _marked(evidence, (first, last), words)
    source = article.source
    return _one_line(source[first:left]), _one_line(source[left:right]), _one_line(source[right:last])


def passages_of_event(
    desk: Desk, start: str, event: Event, *, without: Collection[Evidence] = ()
) -> tuple[Passage, ...]:
    """Show an entry's quotes, the most prominent first; some stand elsewhere. What copies repeat is shown once."""
    chosen: dict[tuple[str, int, int], Statement] = {}
    heard: set[tuple[tuple[str, ...], str]] = set()
    for statement in sorted(
        event.statements,
        key=lambda one: (_is_copy(desk, one), -one.prominence, one.evidence.article, one.evidence.start),
    ):
        proof = statement.evidence
        words = (statement.origins, " ".join(proof.quote.split()))
        if proof in without or (_is_copy(desk, statement) and words in heard):
            continue
        heard.add(words)
        chosen.setdefault((proof.article, proof.start, proof.end), statement)
    return tuple(passage(desk, start, statement.evidence, statement) for statement in chosen.values())


def _is_copy(desk: Desk, statement: Statement) -> bool:
    return bool(desk.holdings.article_by_id[statement.evidence.article].copy_of)


def summary_of_event(desk: Desk, start: str, event: Event) -> tuple[Passage, ...]:
    """Show the quotes that sum an entry up, where it has more than they are; fewer are read as they stand."""
    quotes = event.summary.get(desk.language, ())
    if len({(one.article, one.start) for one in event.evidence}) <= max(len(quotes), 2):
        return ()
    by_quote = {statement.evidence: statement for statement in reversed(event.statements)}
    return tuple(passage(desk, start, quote, by_quote.get(quote)) for quote in quotes)


def passages_of_claim(desk: Desk, start: str, claim: Claim) -> tuple[Passage, ...]:
    """Show a claim's quotes."""
    return tuple(passage(desk, start, evidence, key=claim.text) for evidence in claim.evidence)


def row_sources(desk: Desk, rows: Iterable[Row]) -> tuple[RowSource, ...]:
    """Show table rows with the sources that they name, web addresses as links; rows of one source stand together."""
    places: dict[tuple[str, str], dict[str, list[int]]] = {}
    for row in rows:
        places.setdefault((row.source, row.archive), {}).setdefault(row.table, []).append(row.line)
    return tuple(
        RowSource(
            "; ".join(row_place(desk, table, lines) for table, lines in tables.items()),
            (*row_links(desk, source), *copies(desk, archive)),
        )
        for (source, archive), tables in places.items()
    )


def copies(desk: Desk, archive: str) -> tuple[Link, ...]:
    """Link the copies of a source that archives keep."""
    found = [part.strip() for part in archive.split(";")]
    return tuple(
        Link(desk.say("archived copy"), part, rel="noopener")
        for part in found
        if part.startswith(("https://", "http://"))
    )


def row_place(desk: Desk, table: str, lines: Iterable[int]) -> str:
    """Name lines of a table: "table membership, lines 8–13"."""
    if table.startswith("events/"):
        return desk.say("an editor's entry")
    name = table.rpartition("/")[2].removesuffix(".csv")
    found = sorted(set(lines))
    words = desk.noun("table %(name)s, line %(lines)s", "table %(name)s, lines %(lines)s", len(found))
    return words % {"name": name, "lines": _runs(found)}


def _runs(numbers: list[int]) -> str:
    """Write numbers with those that follow one another as a run.

    >>> _runs([8, 9, 10, 13])
    '8–10, 13'
    """
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in runs)


def row_links(desk: Desk, source: str) -> tuple[Link, ...]:
    """Link the parts of a row's source, each with the language of its remarks."""
    return tuple(replace(link, lang=tongue(desk, link.text)) for link in links(source))


def links(source: str) -> tuple[Link, ...]:
    """Cut a row's source into its parts at semicolons outside brackets; a part that is an address becomes a link.

    >>> [link.text for link in links("https://example.org/a; a backgrounder of 2006")]
    ['example.org/a', 'a backgrounder of 2006']
    """
    parts = (part.strip() for part in re.split(r";(?![^()]*\))", source))
    return tuple(_link(part) for part in parts if part)


def article_title(desk: Desk, article: Article) -> str:
    """Give an article's title, else its first words as a quote, else its file's name."""
    title = article.text.title or _first_words(article) or article.path.rpartition("/")[2]
    return (
        desk.say("%(title)s, page %(number)s", title=title, number=article.text.part)
        if article.text.part > 1
        else title
    )


def _first_words(article: Article) -> str:
    """Quote how a text without a title begins."""
    first = next((one for one in article.text.sentences if one.role in ("lead", "body")), None)
    if first is None:
        return ""
    words = " ".join(article.text.words(first).split())
    return f"“{words}”" if len(words) <= FIRST_WORDS else f"“{words[:FIRST_WORDS].rpartition(' ')[0]} …”"


def retelling(desk: Desk, article: Article) -> str:
    """Name the reports that a retelling tells again; empty for an article of its own."""
    outlets = list(dict.fromkeys(desk.outlet(retold.outlet) for retold in article.front.retells))
    return desk.say("retelling of %(outlets)s", outlets=", ".join(outlets)) if outlets else ""


def _link(part: str) -> Link:
    found = re.fullmatch(r"(https?://[^\s/]+\.\S+)(\s+\(.*\))?", part)
    if not found:
        return Link(part)
    return Link(re.sub(r"^https?://(www\.)?", "", found[1]).rstrip("/") + (found[2] or ""), found[1], rel="noopener")


def _sentences(article: Article, evidence: Evidence) -> tuple[int, int]:
    """Find the stretch of the sentences that a quote touches; the quote itself if it touches none."""
    touched = [one for one in article.text.sentences if one.start < evidence.end and evidence.start < one.end]
    first = min((one.start for one in touched), default=evidence.start)
    last = max((one.end for one in touched), default=evidence.end)
    return min(first, evidence.start), max(last, evidence.end)


def _marked(evidence: Evidence, whole: tuple[int, int], key: str) -> tuple[int, int]:
    """Choose what to mark: the quote if it is a part of its sentences, else the key words in it, else nothing."""
    if whole != (evidence.start, evidence.end):
        return evidence.start, evidence.end
    place = evidence.quote.find(key) if key else -1
    return (evidence.start + place, evidence.start + place + len(key)) if place >= 0 else (whole[1], whole[1])


def _one_line(text: str) -> str:
    """Fold white space for display, keeping one space where there was some at an end."""
    return text if text.isprintable() and "  " not in text else re.sub(r"\s+", " ", text)
