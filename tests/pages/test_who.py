"""People, meetings, outlets, disagreements, coverage: the pages of the invented lake association."""

import re
from dataclasses import replace
from datetime import date

import pytest

from site_src.model import EntityMention, Issue, Row, between, on_day
from site_src.pages import rolls
from site_src.pages.holdings import gather
from site_src.pages.quality_coverage import silences
from site_src.pages.quality_problems import CODES, DEEDS, groups
from site_src.topic.values import Series, SeriesMeeting
from tests.pages import sample
from tests.pages.test_citing import desk
from tests.pages.test_pages import drawn
from tests.pages.test_words import ROOT

MEETING = Row("tables/meetings.csv", 2, "https://example.org/meetings")


def series() -> Series:
    held = SeriesMeeting(
        7,
        between(date(2024, 7, 3), date(2024, 7, 4)),
        "telaga",
        "ARV",
        "in-person",
        {"id": "Belmora masuk", "en": "Belmora joins"},
        "high",
        MEETING,
    )
    ahead = replace(held, ordinal=8, when=on_day(date(2025, 7, 1)), format="planned", row=replace(MEETING, line=3))
    names = {"id": "Pertemuan Danau", "en": "Lake meeting"}
    return Series("lake-meeting", "meeting", names, {}, {}, "lake", (held, ahead))


@pytest.fixture(scope="module")
def site() -> dict[str, str]:
    events = [replace(one, rows=(MEETING,)) if one.id == "2024-07-03-meeting" else one for one in sample.EVENTS]
    return drawn(replace(sample.TIMELINE, events=tuple(events)), series=(series(),))


def test_person_has_what_they_do_and_where_they_are_heard(site: dict[str, str]):
    """Somebody's page lists the entries in which they act, and apart from those the ones in which they are heard."""
    page = site["en/people/rani.html"]
    acting, heard = page.split("Heard in")

    assert "events/2024-07-03-meeting.html" in acting
    assert "events/2024-07-denial.html" in heard
    assert 'href="people/rani.html"' not in site["en/people/index.html"]
    assert 'href="rani.html"' in site["en/people/index.html"]


def test_actors_lead_to_their_own_pages(site: dict[str, str]):
    """An entry links a person to the person's page and a country to the country's."""
    assert '<a href="../people/rani.html">Rani Satu</a>' in site["events/2024-07-03-meeting.html"]
    assert '<a href="../countries/bel.html">Belmora</a>' in site["events/2005-observer.html"]


def test_meeting_stands_in_its_series(site: dict[str, str]):
    """A series lists its meetings by number with their decisions, and the entry of one says which it is."""
    page = site["en/series/lake-meeting.html"]

    assert 'id="no-7"' in page
    assert "Belmora joins" in page
    assert "1 meeting held, 1 planned, 2024–2025" in page
    assert 'href="../events/2024-07-03-meeting.html"' in page
    assert 'href="../series/lake-meeting.html#no-7"' in site["events/2024-07-03-meeting.html"]
    assert "series/lake-meeting.html" in site["index.html"]


def test_outlet_whose_reports_are_retold_has_no_words_of_ours(site: dict[str, str]):
    """A page of an outlet names retellings as such and shows no quote at all."""
    page = site["en/outlets/kabar.html"]

    assert "retelling of" in page
    assert "told by" in page
    assert "<blockquote" not in page
    assert "<q" not in page


def test_disagreement_has_the_preferred_account_first(site: dict[str, str]):
    """Accounts that cannot all be true stand on their own page with the reason for the preferred one."""
    events = [
        replace(
            one,
            accounts={
                field: tuple(replace(each, contradicts=not each.preferred) for each in accounts)
                for field, accounts in one.accounts.items()
            },
        )
        for one in sample.EVENTS
    ]
    against = replace(
        sample.CLAIM, id="c3", value=55.0, data_check=None, relations=(("c1", "contradicts"),), origins=("kabar",)
    )
    first = replace(sample.CLAIM, relations=(("c3", "contradicts"),))
    page = drawn(replace(sample.TIMELINE, events=tuple(events), claims=(first, against)))["en/disagreements.html"]

    assert "the table confirms it" in page
    assert re.search(r"version-against.*2002 \(year only\)", page, re.DOTALL)
    assert page.index("<strong>40%") < page.index("<strong>55%")
    assert "the data speak for it" in page


def test_silent_stretches_are_between_what_articles_tell():
    """A stretch that no article tells of is named; an entry known to its year or month counts for the whole of it."""
    found = [one.dates for one in silences(desk())]

    assert ["16 June 2001 – 31 December 2004", "1 January 2006 – 20 June 2022", "1 July 2022 – 30 June 2024"] == found


def test_problems_in_the_readers_language():
    """The sort of a problem and what was done are told in Indonesian, the editor's line stays English and says so."""
    issue = Issue("a.md", 3, "corpus.encoding", "not UTF-8", "read as Windows-1252", "note")
    (group,) = groups(desk("id"), [issue])

    assert group.name not in ("", CODES["corpus.encoding"])
    assert ("a.md:3", "dibaca sebagai Windows-1252", "not UTF-8") == (
        group.problems[0].place,
        group.problems[0].done,
        group.problems[0].message,
    )


def test_every_sort_of_problem_has_a_name():
    """No stage has a code that readers are told only as a code."""
    stages = r'"((?:corpus|texts|articles|events|topic)\.[a-z]+(?:-[a-z]+)*)"'
    named = {code for path in (ROOT / "site_src").rglob("*.py") for code in re.findall(stages, path.read_text("utf-8"))}
    wrong = {
        f"topic.{code}"
        for path in (ROOT / "site_src/topic").glob("*.py")
        for code in re.findall(r'code(?:: str)? ?= ?"([a-z-]+)"', path.read_text("utf-8"))
    }
    files = {code for code in named if not (ROOT / "site_src" / code.replace(".", "/")).with_suffix(".py").exists()}

    assert set() == (files | wrong) - set(CODES) - {"articles.html"}
    assert len(set(DEEDS)) == len(DEEDS)


def test_holdings_find_outlets_by_any_name():
    """A report is the outlet's by whatever name the retelling calls it."""
    topic = sample.topic()
    known = gather(sample.TIMELINE, topic)

    assert ("kabar", "kabar", "Lain") == tuple(map(known.outlet_id, ("kabar", "Kabar Telaga", "Lain")))


def test_place_has_what_happened_there(site: dict[str, str]):
    """A place has the entries of which it is the place and the meetings held in it; entries and countries link it."""
    page = site["en/places/telaga.html"]

    assert "What happened here" in page
    assert "events/2001-06-15-founding.html" in page
    assert 'href="../series/lake-meeting.html#no-7"' in page
    assert '<a href="../places/telaga.html">Telaga</a>' in site["en/events/2001-06-15-founding.html"]
    assert '<a href="../places/telaga.html">Telaga</a>' in site["en/countries/arv.html"]


def test_organisation_that_only_quotes_name_has_a_page():
    """Who stands in an entry's quotes and is no part of it has a page that names the entry; who stands in none has none."""
    event = next(one for one in sample.EVENTS if one.evidence)
    proof = event.evidence[0]
    mention = EntityMention(proof.start, proof.start + 4, proof.quote[:4], "guild", "organisation")
    articles = tuple(
        replace(one, mentions=replace(one.mentions, named=(*one.mentions.entities, mention)))
        if one.id == proof.article
        else one
        for one in sample.TIMELINE.articles
    )
    entities = {id: sample.entity(id, "organisation", id.title()) for id in ("guild", "club")}
    known = {**sample.topic().entities, **entities}
    pages = drawn(replace(sample.TIMELINE, articles=articles), entities=known)

    assert "Named in" in pages["en/organisations/guild.html"]
    assert f"events/{event.id}.html" in pages["en/organisations/guild.html"]
    assert 'href="guild.html"' in pages["en/organisations/index.html"]
    assert "en/organisations/club.html" not in pages


def test_many_entries_are_lines_by_year():
    """Above a page's measure somebody's entries are lines by year, each linking its entry's page."""
    events = tuple(replace(sample.EVENTS[0], id=f"2001-{number}", actors=("BEL",)) for number in range(rolls.MANY + 1))
    page = drawn(replace(sample.TIMELINE, events=events, claims=()))["en/countries/bel.html"]

    assert rolls.MANY + 1 == len(set(re.findall(r'href="\.\./events/(2001-\d+)\.html"', page)))
    assert '<section class="roll-year room-256"><h3>2001</h3>' in page
    assert "<blockquote" not in page


def test_claims_stand_in_a_line_and_on_their_measures_page(site: dict[str, str]):
    """Every claim has its line at its lasting address, which leads to its quotes and its sum on its measure's page."""
    for claim in sample.TIMELINE.claims:
        page = f"claims/{claim.attribute}.html"

        assert f'id="claim-{claim.id}"' in site["claims.html"]
        assert f'href="{page}#claim-{claim.id}"' in site["claims.html"]
        assert f'id="claim-{claim.id}"' in site[page]
        assert "<blockquote" in site[page]
    assert "<blockquote" not in site["claims.html"]
