"""What the timeline rests on: entries by year and kind, and articles by month and outlet, with the gaps in sight."""

from __future__ import annotations

from functools import partial

from site_src.charts.corpus import columns, months, words
from site_src.charts.corpus.counts import SHOWN, by_month, by_year
from site_src.charts.kinds import Subject, downloads
from site_src.model import Chart


def entries(subject: Subject) -> Chart | None:
    """Draw how many entries each year has, by kind; None where there are none."""
    counts = by_year(subject)
    if not counts.years:
        return None
    tables = (columns.table(counts),)
    return Chart(
        id="entries",
        title=subject.say(partial(words.entries, counts)),
        subtitle=subject.say(words.entries_unit),
        summary=subject.say(partial(words.entries_summary, counts)),
        svg=subject.drawn(partial(columns.picture, counts)),
        figure=subject.say(partial(columns.as_json, counts)),
        tables=tables,
        notes=(subject.say(partial(words.left_out, counts)),) if counts.without_year else (),
        sources=(subject.say(words.own),),
        downloads=downloads("entries", tables),
    )


def articles(subject: Subject) -> Chart | None:
    """Draw in which months each outlet has articles; None where no article has a month."""
    counts = by_month(subject)
    if not counts.outlets:
        return None
    tables = (months.table(counts),)
    notes = [subject.say(partial(words.undated, counts))] if counts.undated else []
    notes += [subject.say(words.retold)] if counts.retold else []
    notes += [subject.say(partial(words.folded, counts))] if len(counts.outlets) > SHOWN else []
    return Chart(
        id="articles",
        title=subject.say(partial(words.articles, counts)),
        subtitle=subject.say(words.articles_unit),
        summary=subject.say(partial(words.articles_summary, counts)),
        svg=subject.drawn(partial(months.picture, counts)),
        figure=subject.say(partial(months.as_json, counts)),
        tables=tables,
        notes=tuple(notes),
        sources=(subject.say(words.own),),
        downloads=downloads("articles", tables),
    )
