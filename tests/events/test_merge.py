"""What becomes one entry, what stays apart, and what is only related."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as some

from site_src import events
from site_src.model import on_day
from site_src.topic.values import Topic
from tests.events.corpus import (
    FOUNDED,
    FOUNDED_LATE,
    HELD,
    MEETING,
    PLANNED,
    SIDELINES,
    by_id,
    merged,
    timeline,
    told,
)
from tests.statements.league import bare, empty, league

ALL = (MEETING, SIDELINES, PLANNED, FOUNDED, FOUNDED_LATE, HELD)


def test_meeting_and_remark_at_it_are_one() -> None:
    """Two persons who speak on the sidelines of a summit and meet on that day make one entry, from both articles."""
    (event,) = merged(told(MEETING, SIDELINES)).events

    assert ("meeting", ("a", "b")) == (event.kind, event.origins)
    assert {"ana-ro", "bo-li"} == set(event.actors)
    assert "Meeting of Ana Ro and Bo Li in Easton" == event.title["en"]


def test_planned_stays_apart() -> None:
    """An announced accession and the accession itself are two entries, linked both ways."""
    found = by_id(merged(told(PLANNED, HELD)))

    assert ["2024-07-04-accession-wes", "2024-07-04-accession-wes-planned"] == sorted(found)
    assert (("2024-07-04-accession-wes", "held-as"),) == found["2024-07-04-accession-wes-planned"].related


def test_row_confirms_plan() -> None:
    """Where articles only announce it and a row confirms it, there is one planned entry that shows the row."""
    found = by_id(merged(told(PLANNED), league()))
    event = found["2024-07-04-accession-wes"]

    assert ("planned", 5, 1) == (event.stance, event.rows[0].line, len(event.statements))


def test_row_goes_with_what_was_held() -> None:
    """Where another article tells that it happened, the row goes with that one."""
    found = by_id(merged(told(PLANNED, HELD), league()))

    assert 1 == len(found["2024-07-04-accession-wes"].rows)
    assert "told" == found["2024-07-04-accession-wes"].stance
    assert () == found["2024-07-04-accession-wes-planned"].rows


def test_founding_told_twice() -> None:
    """Another founding year is another account of the one founding, not another entry, and a claim that contradicts."""
    found = merged(told(FOUNDED, FOUNDED_LATE))
    (event,) = found.events
    values = [(account.value, account.preferred) for account in event.accounts["when"]]

    assert [("2001-06-15", True), ("2002", False)] == values
    assert ["a"] == [evidence.article for evidence in event.evidence]
    assert [("founded", "contradicts")] * 2 == [(claim.attribute, claim.relations[0][1]) for claim in found.claims]


def test_founding_rows_are_one() -> None:
    """The founders' rows and the articles that tell the founding are one entry; rows are no evidence."""
    founding = by_id(merged(told(FOUNDED), league()))["2001-06-15-founding"]

    assert ([2, 3], 1) == ([row.line for row in founding.rows], len(founding.statements))


def test_month_does_not_swallow_day() -> None:
    """A meeting "in July 2024" may be another one than that of 3 July: related, not joined."""
    month = "[[Ana Ro|ana-ro|p]] met [[Bo Li|bo-li|p]] in {{July 2024|2024-07}}."
    first, second = merged(told(MEETING, month, published="2024-08-01")).events

    assert ["coarser", "finer"] == sorted([first.related[0][1], second.related[0][1]])
    assert {"day", "month"} == {first.when.grain, second.when.grain}


def test_days_of_other_kinds_stay_apart() -> None:
    """A meeting and a protocol on one day are two entries."""
    protocol = "The [[League|league|o]] signed a protocol with [[Westfold|WES|c]] on {{Wednesday|2024-07-03}}."

    assert 2 == len(merged(told(MEETING, protocol)).events)


def test_summit_row_and_article() -> None:
    """An article that names the summit on one of its days is evidence of the table's meeting."""
    text = "The [[League|league|o]] summit opened in [[Easton|easton|l]] on {{3 July 2024|2024-07-03}}. The League summit ended."
    event = by_id(merged(told(text), league()))["2024-07-03-summit-9"]

    assert ("2024-07-03/2024-07-04", 1, "League summit no. 9 in Easton") == (
        event.when.edtf,
        len(event.statements),
        event.title["en"],
    )


def test_every_row_has_an_entry() -> None:
    """Without any article the tables alone make entries: meetings, spells grouped by day, milestones."""
    found = [event.id for event in merged((), league()).events]

    assert [
        "2001-06-15-founding",
        "2002-06-07-charter",
        "2017-06-08-summit-5",
        "2017-06-09-accession-sud",
        "2024-07-03-summit-9",
        "2024-07-04-accession-wes",
        "2027-summit-12",
    ] == found


@given(some.permutations(ALL))
def test_order_changes_nothing(texts: list[str]) -> None:
    """Whatever the order of the articles, the entries, claims and days are the same."""
    named = dict(zip(ALL, told(*ALL), strict=True))
    expected = merged([named[text] for text in ALL], league())

    assert expected == merged([named[text] for text in texts], league())


def test_copies_and_names_keep_addresses() -> None:
    """Duplicating articles under other names changes no address."""
    once = merged(told(*ALL), league())
    twice = merged(told(*ALL, MEETING, PLANNED), league())

    assert [event.id for event in once.events] == [event.id for event in twice.events]


def test_quotes_hold() -> None:
    """Every quote of events, claims and days stands at its offsets."""
    found = timeline(told(*ALL), league())

    assert () == events.check_quotes(found.articles, found.events, found.claims, found.days)


def test_wrong_quote_is_an_error() -> None:
    """A quote that is not in its article is named with file and line."""
    found = timeline(told(MEETING))
    other = told("\nNothing of that stands here, but the text is as long as it has to be for the span.")
    (issue, *_) = events.check_quotes(other, found.events, found.claims, found.days)

    assert ("events.quote", "error", "a.txt") == (issue.code, issue.level, issue.path)


def test_explain_reaches_file_and_line() -> None:
    """An explanation goes from the entry down to the file and line of each quote."""
    found = timeline(told(MEETING, SIDELINES))
    tree = events.explain(found.events[0].id, found)
    assert tree is not None
    labels = [child.label for section in tree.children for child in section.children]

    assert any(label.startswith("a.txt:1: ") for label in labels)
    assert any(
        "same_actors" in leaf.label
        for section in tree.children
        for child in section.children
        for leaf in child.children
    )
    assert events.explain("nothing", found) is None


def test_empty_topic_has_days_and_entries() -> None:
    """In an empty topic names as they stand make entries, and days have an importance."""
    text = "[[Mara Quill]] opened the bridge on {{3 May 2021|2021-05-03}}."
    found = merged(told(text, text.replace("opened", "inaugurated"), published="2021-05-04"), empty())

    assert 1 == len(found.events)
    assert 0 < found.days[0].importance <= 1


def test_all_titles_are_short() -> None:
    """No title is longer than 110 characters or ends inside a word."""
    long = (
        "On {{3 July 2024|2024-07-03}} [[Ana Ro|ana-ro|p]] said that " + "everything is very well considered " * 6 + "."
    )
    (event,) = merged(told(long), bare()).events

    assert len(event.title["en"]) <= 110
    assert event.title["en"].endswith("considered…") or event.title["en"].split()[-1].rstrip("…") in long.split()


def test_day_of_a_rare_event_is_disputed() -> None:
    """A protocol of the 2nd and of the 3rd, told by two articles, is one entry whose day is disputed."""
    text = "The [[League|league|o]] signed a protocol with [[Westfold|WES|c]] on {{%s July|2024-07-0%s}}."
    (event,) = merged(told(text % (2, 2), text % (3, 3))).events

    assert [("2024-07-02", False), ("2024-07-03", True)] == [
        (account.value, account.contradicts) for account in event.accounts["when"]
    ]
    assert {"a", "b"} == {evidence.article for evidence in event.evidence}


def test_two_days_in_one_article_are_two_events() -> None:
    """An article that tells of a protocol on each of two days tells two."""
    text = "The [[League|league|o]] signed a protocol with [[Westfold|WES|c]] on {{%s July|2024-07-0%s}}."

    assert 2 == len(merged(told(text % (2, 2) + "\n" + text % (3, 3))).events)


def test_undated_telling_joins_the_dated_one() -> None:
    """An accession on which one article only looks back, and its day in another, are one entry with two origins."""
    after = "Prices rose after [[Westfold|WES|c]] joined the [[League|league|o]]."
    (event,) = merged(told(HELD, after, published="2024-07-20")).events

    assert ("2024-07-04", ("a", "b")) == (event.when.edtf, event.origins)
    assert not [account for account in event.accounts["when"] if account.contradicts]


def test_undated_telling_alone_is_no_entry() -> None:
    """Without the article that names its day it stays out of the timeline."""
    after = "Prices rose after [[Westfold|WES|c]] joined the [[League|league|o]]."

    assert () == merged(told(after, published="2024-07-20")).events


def test_detail_of_the_day_is_no_entry() -> None:
    """A sentence that only adds to the meeting of the day makes no entry beside it."""
    detail = "The talks began early on {{Wednesday (3/7/2024)|2024-07-03}}."
    (event,) = merged(told(MEETING + "\n" + detail)).events

    assert "meeting" == event.kind


def test_only_tellings_of_a_day_are_one() -> None:
    """The news and a later look back at its day are one entry where the articles name the same."""
    news = "[[Mara Quill]] saw the tunnel of [[Black Hill]] fall on {{3 May 2021|2021-05-03}}."
    later = "Those who were underground in [[Black Hill]] on {{3 May|2021-05-03}} came back, [[Mara Quill]] wrote."
    (event,) = merged(
        (*told(news, published="2021-05-04"), *told("", later, published="2021-05-20")[1:]), empty()
    ).events

    assert ("a", "b") == event.origins


def _deciding() -> Topic:
    """Give the league a kind for decisions on members, a protocol by which one joins, and the day of one decision."""
    known = league()
    protocol = next(kind for kind in known.kinds if kind.id == "protocol")
    kinds = tuple(replace(kind, also=("accession",)) if kind == protocol else kind for kind in known.kinds)
    accession = next(kind for kind in known.kinds if kind.id == "accession")
    decision = replace(
        accession, id="decision", triggers={"en": ("was approved",)}, titles={}, status="", decides="member", rare=True
    )
    spells = tuple(
        replace(one, decided=on_day(date(2022, 9, 16))) if one.country == "WES" else one for one in known.spells
    )
    return replace(known, kinds=(*kinds, decision), spells=spells)


def test_decision_has_its_row() -> None:
    """The day on which a status was decided is an entry beside the day on which it began, with the same row."""
    found = by_id(merged(told("[[Westfold|WES|c]] was approved on {{16 September 2022|2022-09-16}}."), _deciding()))
    event = found["2022-09-16-decision-wes"]

    assert ("decision", [5], 1) == (event.kind, [row.line for row in event.rows], len(event.statements))
    assert [5] == [row.line for row in found["2024-07-04-accession-wes"].rows]


def test_act_joins_its_status() -> None:
    """Who signs the protocol by which one joins is told in the entry of the joining."""
    signed = "[[Sudria|SUD|c]] signed a protocol on {{9 June 2017|2017-06-09}}."
    event = by_id(merged(told(signed), _deciding()))["2017-06-09-accession-sud"]

    assert ("accession", 1) == (event.kind, len(event.statements))


def test_look_back_joins_its_row() -> None:
    """What a later article recalls by its month goes to the row of that month, and its day stays the row's."""
    month = "[[Westfold|WES|c]] was approved in {{September 2022|2022-09}}."
    found = by_id(merged(told(month), _deciding()))

    assert ["2022-09-16"] == [event.when.edtf for event in found.values() if event.statements]


def test_wider_look_back_stays_apart() -> None:
    """A look back that names more countries than the row is a telling of its own."""
    month = "[[Westfold|WES|c]] and [[Sudria|SUD|c]] were there when the pact was approved in {{2022|2022}}."
    found = merged(told(month), _deciding()).events

    assert ["2022"] == [event.when.edtf for event in found if event.statements]


def test_plan_is_told_once() -> None:
    """A plan that its article dates more exactly elsewhere is one entry."""
    text = (
        "The [[League|league|o]] summit will open in {{September 2024|2024-09}}.\n"
        "The [[League|league|o]] summit is to open on {{9 September 2024|2024-09-09}}."
    )

    assert ["2024-09-09"] == [event.when.edtf for event in merged(told(text)).events]


def test_row_keeps_others_out() -> None:
    """What somebody says beside a summit is an entry beside that of its row."""
    said = "At the [[League|league|o]] summit [[Cy Do|cy-do|p]] said on {{3 July 2024|2024-07-03}} that all was well."
    summit = "The [[League|league|o]] summit opened on {{3 July 2024|2024-07-03}}."
    found = by_id(merged(told(said, summit), league()))

    assert ["b"] == [each.evidence.article for each in found["2024-07-03-summit-9"].statements]
