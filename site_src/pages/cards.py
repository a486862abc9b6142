"""An entry as it stands in lists: its date, its mark on the rail, its title, its best quote."""

from __future__ import annotations

from dataclasses import replace

from site_src.addresses import relative
from site_src.model import Account, Event, Statement
from site_src.pages.desk import Desk, seen_from
from site_src.pages.passages import passage, stance_label
from site_src.pages.scales import in_year, mark
from site_src.pages.views import Card, Label, Link

QUOTATION_MARKS = ("“", "”", '"', "‘", "'", "«", "„")
TAIL = " .!,;" + "".join(QUOTATION_MARKS)
RANKS = (("high", 0.66), ("middle", 0.4), ("low", 0.0))
"""Importance from which an entry is set larger, and below which smaller."""


def card(desk: Desk, start: str, event: Event) -> Card:
    """Make the card of an entry for a list on the page at `start`."""
    return desk.once(("card", seen_from(start), event.id), lambda: _linked(desk, start, event))


def _linked(desk: Desk, start: str, event: Event) -> Card:
    """Link the card of an entry from the pages of a folder; all else on it is the same everywhere."""
    best = _best(desk, event)
    return replace(
        desk.once(("card", event.id), lambda: _plain(desk, event, best)),
        href=relative(start, desk.event_path(event.id)),
        actors=actor_links(desk, start, event),
        passage=passage(desk, start, best.evidence, best) if best else None,
    )


def _best(desk: Desk, event: Event) -> Statement | None:
    """Find the statement whose quote sums an entry up best; None where it has no summary."""
    summary = event.summary.get(desk.language, ())
    return next((one for one in event.statements if one.evidence == summary[0]), None) if summary else None


def _plain(desk: Desk, event: Event, best: Statement | None) -> Card:
    """Make the card of an entry without what leads from it."""
    title, lang = title_of(desk, event)
    plain = best.evidence.quote if best else ""
    told = bool(event.statements or event.curated)
    return Card(
        id=event.id,
        href="",
        date=desk.date(event),
        mark=mark(event.when),
        title=title,
        title_lang=lang,
        tongue=tongue(desk, lang),
        kind=kind_label(desk, event),
        labels=labels(desk, event),
        actors=(),
        place=desk.name(event.place) if event.place else "",
        passage=None,
        quote="" if _same(plain, title) else " ".join(plain.split()),
        quote_has_marks=plain.lstrip()[:1] in QUOTATION_MARKS,
        sources=source_count(desk, event, brief=True),
        quiet=not told,
        rank=rank_of(event)[0],
        ruler=in_year(event.when),
    )


def rank_of(event: Event) -> tuple[str, float]:
    """Rank an entry by its importance, of which cards show no more; with the least importance of the rank."""
    return next((rank for rank in RANKS if event.importance >= rank[1]), RANKS[-1])


def _same(quote: str, title: str) -> bool:
    """Tell whether a title is the quote itself: nobody reads it twice."""
    return " ".join(quote.split()).strip(TAIL) == title.strip(TAIL)


def title_of(desk: Desk, event: Event) -> tuple[str, str]:
    """Give an entry's title and, where it is not the page's, its language."""
    title = desk.text(event.title)
    language = next((code for code in (desk.language, *event.title) if event.title.get(code) == title), desk.language)
    really = event.title_language.get(language, language)
    return title, "" if really == desk.language else really or "und"


def kind_label(desk: Desk, event: Event) -> Label:
    """Name an entry's kind."""
    kind = next((kind for kind in desk.topic.kinds if kind.id == event.kind), None)
    return Label(desk.text(kind.names) if kind else desk.say("general"), event.kind)


def labels(desk: Desk, event: Event) -> tuple[Label, ...]:
    """Mark an entry that is not simply told, or about which accounts differ."""
    found = [] if event.stance in ("told", "recalled") else [stance_label(desk, event.stance)]
    if disputed(event):
        found.append(Label(desk.say("accounts differ"), "disputed"))
    return tuple(found)


def disputed(event: Event) -> bool:
    """Tell whether the accounts of some field of an entry contradict one another."""
    return any(differs(accounts) for accounts in event.accounts.values())


def differs(accounts: tuple[Account, ...]) -> bool:
    """Tell whether one account cannot be true together with the preferred one."""
    return any(account.contradicts for account in accounts)


def actor_links(desk: Desk, start: str, event: Event) -> tuple[Link, ...]:
    """Link an entry's actors to their pages where they have one."""
    return tuple(Link(desk.name(id), desk.entity_link(start, id)) for id in event.actors)


def source_count(desk: Desk, event: Event, *, brief: bool = False) -> str:
    """Count an entry's articles and name the tables; `brief` counts origins only where they are fewer than articles."""
    articles = len({evidence.article for evidence in event.evidence})
    if not articles and event.curated:
        return desk.count("an editor, from %(number)s source", "an editor, from %(number)s sources", len(event.origins))
    if not articles:
        return desk.say("tables only") if brief else desk.say("no article here reports it; it comes from the tables")
    told = desk.count("%(number)s article", "%(number)s articles", articles)
    if len(event.origins) < articles or (articles > 1 and not brief):
        origins = desk.count("%(number)s independent origin", "%(number)s independent origins", len(event.origins))
        told = desk.say("%(articles)s from %(origins)s", articles=told, origins=origins)
    if any(not row.table.startswith("events/") for row in event.rows):
        told = desk.say("%(articles)s and the tables", articles=told)
    return desk.say("%(articles)s and an editor", articles=told) if event.curated else told


def tongue(desk: Desk, lang: str) -> str:
    """Say in which language a title stands that is not in the page's; empty if it is, or nobody knows."""
    pack = desk.packs.get(lang)
    return desk.say("title in %(language)s", language=desk.text(pack.names)) if pack else ""
