"""Timelines by two clocks: what folds, what the strip counts as exact, what the filters can choose, what is numbered."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bench.large import large
from site_src import pages
from site_src.model import Timeline, between, in_month, in_year, on_day
from site_src.pages import chronology, periods
from site_src.pages.chronology_clocks import REPORTED, by_year, exact, known_by
from site_src.pages.chronology_facets import facets, values
from site_src.pages.chronology_folds import fold
from site_src.pages.chronology_references import cited, number
from site_src.pages.chronology_strip import strip
from site_src.pages.desk import Desk, open_desk
from site_src.pages.holdings import gather
from site_src.render import templates
from tests.pages import sample


def desk_of(timeline: Timeline = sample.TIMELINE) -> Desk:
    known = sample.topic()
    return open_desk(gather(timeline, known), {"id": sample.pack()}, (), "id", ("id", "en"))


def folded(*events: object) -> list[tuple[str, list[tuple[str, str]]]]:
    importance = {event.id: event.importance for event in events}  # type: ignore[attr-defined]
    found = fold(events, importance)  # type: ignore[arg-type]
    return [(one.event.id, [(event.id, relation) for event, relation in one.under]) for one in found]


YEAR = sample.event("year", in_year(2015), "meeting", "Pertemuan", related=(("month", "finer"), ("day", "finer")))
MONTH = sample.event(
    "month", in_month(2015, 7), "meeting", "Pertemuan", related=(("day", "finer"), ("year", "coarser"))
)
PLAN = sample.event(
    "plan", on_day(date(2015, 7, 10)), "meeting", "Akan", stance="planned", related=(("day", "held-as"),)
)
DAY = sample.event("day", on_day(date(2015, 7, 10)), "meeting", "Bertemu", related=(("plan", "planned-for"),))


def test_plans_and_coarser_tellings_stand_under_what_was_held():
    """A year, a month and a plan of one meeting are lines under the day on which it was held, in order of time."""
    assert [("day", [("year", "finer"), ("month", "finer"), ("plan", "held-as")])] == folded(YEAR, MONTH, PLAN, DAY)


def test_without_its_host_an_entry_stands_for_itself():
    """In a list that lacks the day, the month becomes the host, and the plan stays a card."""
    assert [("month", [("year", "finer")]), ("plan", [])] == folded(YEAR, MONTH, PLAN)


def test_no_entry_is_lost_in_a_circle():
    """What was told never stands under what was only planned, so that no two entries hide one another."""
    told = replace(MONTH, related=(("plan", "finer"),))
    plan = replace(PLAN, related=(("month", "held-as"),))

    assert [("month", [("plan", "held-as")])] == folded(told, plan)


@pytest.mark.parametrize(
    ("when", "known"),
    [
        (on_day(date(2024, 7, 3)), True),
        (between(date(2024, 7, 3), date(2024, 7, 4)), True),
        (between(date(2022, 6, 21), date(2022, 6, 30), "akhir Juni", "~"), False),
        (in_month(2024, 7), False),
        (None, False),
    ],
)
def test_a_meeting_of_two_days_is_known_to_the_day(when: object, known: bool):
    """The strip counts the days of a meeting as exact; a stretch in which one day is meant it does not."""
    assert known == exact(when)  # type: ignore[arg-type]


def test_the_strip_counts_every_dated_entry():
    """Its columns hold all entries, and no column shows more exact ones than entries."""
    found = strip(desk_of(), "timeline.html")
    assert found

    assert len(sample.EVENTS) == sum(int(one.text.split(": ")[1].split()[0]) for one in found.fine)
    assert all(float(one.exact[:-1]) <= float(one.height[:-1]) for one in found.fine)


def test_the_first_report_sets_the_second_clock():
    """An entry stands in the year of the first dated article that tells it; what none tells comes last."""
    desk = desk_of()
    found = {year: [event.id for event in events] for year, events in by_year(desk, REPORTED, desk.holdings.events)}

    assert [2022, 2024, 0] == list(found)
    assert "2001-06-15-founding" in found[2022]
    assert ["open"] == found[0]
    assert "2022-09-16" == known_by(desk, desk.holdings.event_by_id["2001-06-15-founding"])


def test_every_value_of_a_filter_has_its_count():
    """Each facet's options say how many entries have them; a retelling counts for the outlet that it retells."""
    desk = desk_of()
    found = {one.id: {option.value: option.text for option in one.options} for one in _facets(desk)}

    assert "Pendirian (1)" == found["kind"]["founding"]
    assert "direncanakan (1)" == found["state"]["planned"]
    assert {"kabar"} == set(found["outlet"])
    assert {"day", "days", "month", "band", "year", "open"} == set(found["grain"])
    assert {"id"} == set(found["lang"])


def _facets(desk: Desk) -> object:
    return facets(desk, (values(desk, event) for event in desk.holdings.events))


def test_sources_are_numbered_as_they_are_cited():
    """The first entry cites from 1 on, articles before tables; a semicolon in brackets parts nothing."""
    row = replace(sample.ROW, source="https://example.org/treaty; a gazette (15 June; early edition)")
    event = replace(sample.EVENTS[0], rows=(row,))
    numbers = number([event])

    assert ["warta-001", "kabar/002", "https://example.org/treaty", "a gazette (15 June; early edition)"] == list(
        numbers
    )
    assert "1, 2, 3, 4" == cited(event, numbers)


def rendered(timeline: Timeline) -> dict[str, str]:
    known = sample.topic()
    planned = pages.plan(timeline, known, {"id": sample.pack()}, (), languages=("id",))
    return {path: content.decode() for path, content in templates.render(planned, known)}


def test_years_kinds_and_both_clocks_have_pages():
    """Each year and each kind with an entry has a page, linked from the timeline and from one another."""
    site = rendered(sample.TIMELINE)

    assert {"timeline.html", "reported.html", "years/2001.html", "kinds/founding.html"} <= set(site)
    for page in ("years/2001.html", "kinds/founding.html"):
        assert f'href="{page}"' in site["timeline.html"]
    assert 'href="../kinds/founding.html"' in site["years/2001.html"]
    assert 'href="../years/2001.html"' in site["kinds/founding.html"]
    assert 'href="2005.html" rel="next"' in site["years/2001.html"]


def test_no_entry_is_missing_from_either_clock():
    """Whatever stands as a line or as a card: every entry has one place on each timeline."""
    for name in ("timeline.html", "reported.html"):
        page = rendered(sample.TIMELINE)[name]

        assert len(sample.EVENTS) == page.count('data-facets="'), name


@pytest.fixture(scope="module")
def many() -> dict[str, str]:
    """Write the timeline of more entries than one page should hold."""
    known = sample.topic()
    desk = open_desk(gather(large(known, chronology.MOST + 100), known), {"id": sample.pack()}, (), "id", ("id",))
    planned = [*chronology.pages(desk), *periods.pages(desk)]
    heads = {"shared": (), "linked": "", "feeds": ()}
    planned = [replace(page, context={**page.context, **heads}) for page in planned]
    return {path: content.decode() for path, content in templates.render(planned, known)}


def test_a_large_timeline_shows_the_most_important_and_leads_to_all(many: dict[str, str]):
    """Its page holds a few hundred; the pages of the years hold every entry, by both clocks."""
    for folder in ("years/", "reported/"):
        of_years = [html for path, html in many.items() if path.startswith(folder)]

        assert chronology.MOST + 100 == sum(html.count('data-facets="') for html in of_years), folder
    assert chronology.OUTLINE == many["timeline.html"].count('data-facets="')
    assert 'data-entries="timeline-entries.js"' in many["timeline.html"]


def test_the_list_of_a_large_timeline_has_every_entry(many: dict[str, str]):
    """What the filters load names each entry once."""
    assert chronology.MOST + 100 == many["timeline-entries.js"].count('"events/')
