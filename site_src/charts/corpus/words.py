"""What the charts of the corpus say."""

from __future__ import annotations

from site_src.charts.corpus.counts import SHOWN, Month, Months, Years, kind_name
from site_src.charts.words import Speech
from site_src.model import in_month


def entries(counts: Years, speech: Speech) -> str:
    """Say how many entries there are, and when most."""
    peak = max(counts.years, key=lambda year: (counts.total(year), -year))
    return speech.count(
        "%(number)s entry from %(first)s to %(last)s, most of them in %(peak)s",
        "%(number)s entries from %(first)s to %(last)s, most of them in %(peak)s",
        sum(counts.total(year) for year in counts.years),
        first=counts.years[0],
        last=counts.years[-1],
        peak=peak,
    )


def entries_unit(speech: Speech) -> str:
    """Say what is counted."""
    return speech.say(
        "Entries of this timeline by year and kind. A low year may be a quiet one, or one that few wrote of."
    )


def entries_summary(counts: Years, speech: Speech) -> str:
    """Tell the picture in words: the kinds, and the years without an entry."""
    kinds = "; ".join(
        f"{layer_name(counts, kinds, speech)} {speech.number(sum(counts.of(kinds, year) for year in counts.years))}"
        for kinds, _ in counts.layers
    )
    empty = [str(year) for year in counts.years if not counts.total(year)]
    told = speech.say("By kind: %(kinds)s.", kinds=kinds)
    return f"{told} {speech.say('Years without an entry: %(years)s.', years=', '.join(empty))}" if empty else told


def layer_name(counts: Years, kinds: tuple[str, ...], speech: Speech) -> str:
    """Name a layer: its kind, or how many other kinds it holds."""
    if len(kinds) == 1:
        return speech.name(kind_name(counts.subject, kinds[0]))
    return speech.count("%(number)s other kind", "%(number)s other kinds", len(kinds))


def column(counts: Years, kinds: tuple[str, ...], year: int, speech: Speech) -> str:
    """Say one piece of a column."""
    name, number = layer_name(counts, kinds, speech), counts.of(kinds, year)
    return speech.count("%(year)s, %(kind)s: %(number)s entry", "%(year)s, %(kind)s: %(number)s entries", number, year=year, kind=name)  # fmt: skip


def left_out(counts: Years, speech: Speech) -> str:
    """Say how many entries lie in no single year."""
    return speech.count(
        "%(number)s entry that may lie in more than one year is left out.",
        "%(number)s entries that may lie in more than one year are left out.",
        counts.without_year,
    )


def articles(counts: Months, speech: Speech) -> str:
    """Say how much of the time the articles leave open."""
    return speech.count(
        "%(number)s article in %(covered)s of %(span)s months",
        "%(number)s articles in %(covered)s of %(span)s months",
        counts.articles,
        covered=speech.number(counts.covered),
        span=speech.number(counts.span),
    )


def articles_unit(speech: Speech) -> str:
    """Say what is shown."""
    return speech.say(
        "Each row is an outlet, each stroke a month in which it has an article. An empty stretch is a gap in what was read, not in what happened."
    )


def articles_summary(counts: Months, speech: Speech) -> str:
    """Tell the picture in words: who has how many articles."""
    told = (f"{outlet} {speech.number(number(counts, outlet))}" for outlet in counts.outlets[:SHOWN])
    return speech.say("Articles by outlet: %(outlets)s.", outlets="; ".join(told))


def number(counts: Months, outlet: str) -> int:
    """Count an outlet's articles."""
    return sum(map(len, counts.found[outlet].values()))


def stroke(outlet: str, month: Month, many: int, speech: Speech) -> str:
    """Say one month of an outlet."""
    when = speech.when(in_month(*month))
    return speech.count("%(month)s, %(outlet)s: %(number)s article", "%(month)s, %(outlet)s: %(number)s articles", many, month=when, outlet=outlet)  # fmt: skip


def rest(counts: Months, speech: Speech) -> str:
    """Name the row of those without one of their own."""
    return speech.count("%(number)s other", "%(number)s others", len(counts.outlets) - SHOWN)


def undated(counts: Months, speech: Speech) -> str:
    """Say how many articles have no month."""
    return speech.count(
        "%(number)s article whose month of publication nobody knows is left out.",
        "%(number)s articles whose month of publication nobody knows are left out.",
        counts.undated,
    )


def retold(speech: Speech) -> str:
    """Say for whom a retelling counts."""
    return speech.say("A retelling counts for each outlet whose report it tells again, in the month that it tells of.")


def folded(counts: Months, speech: Speech) -> str:
    """Say that the picture shows the busiest only."""
    words = "The picture shows the %(shown)s outlets with most articles one by one; the table shows all."
    return speech.say(words, shown=speech.number(SHOWN))


def own(speech: Speech) -> str:
    """Name the source: the site itself."""
    return speech.say("this timeline's own articles and entries")
