"""The figures under the chart of membership: the counts by year, and each change with the entry behind it."""

from __future__ import annotations

from datetime import date

from site_src.addresses import chart_row
from site_src.charts.links import behind
from site_src.charts.membership.growth import ID, Growth
from site_src.model import ChartTable, on_day
from site_src.topic import figures


def by_year(growth: Growth) -> ChartTable:
    """Count each status at the end of each year; the last year as the tables stand."""
    topic, say = growth.subject.topic, growth.subject.say
    rows = tuple(
        (year, *(figures.count_on(topic, stair.status.id, date(year, 12, 31)) for stair in growth.all))
        for year in range(growth.start.year, growth.end.year + 1)
    )
    heads = (say(lambda speech: speech.say("Year's end")), *(stair.status.plural for stair in growth.all))
    return ChartTable(heads, rows, ("year", *("count" for _ in growth.all)))


def row_of(growth: Growth, year: int) -> str:
    """Give the address of a year's row."""
    return chart_row(ID, 1, year - growth.start.year + 1)


def by_change(growth: Growth) -> ChartTable:
    """List who gained which status when, oldest first."""
    subject, found = growth.subject, []
    for stair in growth.all:
        for change in stair.changes:
            for id, spell in zip(change.gained, change.spells, strict=True):
                when = spell.start.edtf if spell.start.days > 1 else on_day(change.day).edtf
                row = (when, subject.country(id), stair.status.names, change.count)
                found.append(((change.day, stair.series, id), row, behind(subject.links, (spell.row,))))
    found.sort(key=lambda item: item[0])
    heads = (
        subject.say(lambda speech: speech.say("In force")),
        subject.say(lambda speech: speech.say("Country")),
        subject.say(lambda speech: speech.say("Status")),
        subject.say(lambda speech: speech.say("Countries with it then")),
    )
    return ChartTable(
        heads,
        tuple(row for _, row, _ in found),
        ("when", "words", "words", "count"),
        subject.say(lambda speech: speech.say("Each change")),
        tuple(link for _, _, link in found),
    )
