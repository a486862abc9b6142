"""How much a day matters: who names it, when, and who tells its news again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from itertools import permutations

from site_src.events.importance_days import importances
from site_src.events.reports import reports
from site_src.model import Article
from tests.statements.notation import article

MAY, JUNE = date(2024, 5, 3), date(2024, 6, 7)
OPENED = "The harbour bridge of Easton opened on {{3 May|2024-05-03}} after long repairs."
CLOSED = "The harbour bridge of Easton closed on {{7 June|2024-06-07}} because of long repairs."


def weighed(*articles: Article) -> Mapping[date, float]:
    return importances(reports(articles))


def after(day: date, days: int) -> str:
    return (day + timedelta(days)).isoformat()


def test_nothing_has_no_days() -> None:
    """Without articles there are no days, and an article without words or dates does no harm."""
    assert {} == weighed()
    assert {} == weighed(article("", published=""))


def test_more_reports_weigh_more() -> None:
    """A day that two reports name matters more than one that one report names, and none more than 1."""
    found = weighed(
        article(OPENED, id="a", published="2024-07-01"),
        article(OPENED, id="b", published="2024-07-02"),
        article(CLOSED, id="c", published="2024-07-03"),
    )

    assert 0 < found[JUNE] < found[MAY] <= 1


def test_named_for_long_weighs_more() -> None:
    """A day that is named on several days of publication matters more than one that as many name on one day."""
    found = weighed(
        *(article(OPENED, id=f"a{at}", published=after(JUNE, 10 + at)) for at in range(3)),
        *(article(CLOSED, id=f"b{at}", published=after(JUNE, 10)) for at in range(3)),
    )

    assert found[JUNE] < found[MAY]


def test_list_of_days_weighs_less() -> None:
    """An article that names many days says less about each: a programme is no chronicle."""
    others = " ".join(f"{{{{{day} March|2024-03-{day:02}}}}}" for day in range(1, 9))
    found = weighed(
        article(OPENED, id="a", published="2024-07-01"),
        article(
            f"{CLOSED}\nThe harbour bridge of Easton had other repairs on {others}.", id="b", published="2024-07-01"
        ),
    )

    assert found[JUNE] < found[MAY]


def test_day_ahead_weighs_less() -> None:
    """A day that is still to come when the report is published counts half."""
    past = weighed(article(OPENED, published="2024-05-13"))
    ahead = weighed(article(OPENED, published="2024-04-23"))

    assert ahead[MAY] < past[MAY]


def test_what_all_are_about_weighs_more() -> None:
    """A day in a report that is about something else counts less."""
    found = weighed(
        *(article(f"{OPENED}\nThe bridge repairs of Easton took {at} weeks.", id=f"a{at}") for at in range(3)),
        article("The harbour bridge of Easton was painted on {{7 June|2024-06-07}} by hand.", id="b"),
        article("Nine violins played cheerful waltzes {{8 June|2024-06-08}} for pensioners.", id="c"),
    )

    assert found[date(2024, 6, 8)] < found[JUNE]


def test_news_told_again_weighs() -> None:
    """Who tells a day's news again within a week adds to it without naming it; later, or about something else, not."""
    again = "Crowds cheered when the harbour bridge of Easton opened after long repairs."
    other = "Nine violins played cheerful waltzes for pensioners of the northern villages."
    rest = [article(other.replace("Nine", word), id=word) for word in ("Two", "Six", "Ten")]
    named = article(OPENED, id="a", published="2024-05-03")
    soon, late, else_ = (
        weighed(named, article(text, id="b", published=day), *rest)[MAY]
        for text, day in ((again, "2024-05-05"), (again, "2024-06-20"), (other, "2024-05-05"))
    )

    assert late < soon
    assert else_ < soon


def test_copies_have_no_vote_and_pages_one() -> None:
    """A copy adds nothing; two pages that name a day are one report."""
    first, second = article(OPENED, id="a"), article(OPENED, id="b")

    assert weighed(first) == weighed(first, replace(second, copy_of="a"))
    assert 1 == len(reports([first, replace(second, part_of="a")]))
    assert weighed(first, replace(second, part_of="a"))[MAY] < weighed(first, second)[MAY]


def test_languages_weigh_alike() -> None:
    """A single report in another language counts as much as one in the language of most."""
    english = [article(OPENED, id=f"a{at}", published="2024-07-01") for at in range(3)]
    other = article("Jembatan Easton ditutup pada {{7 Juni|2024-06-07}} untuk perbaikan.", id="b", language="id")
    same = article(CLOSED, id="b")

    assert weighed(*english, same)[JUNE] <= weighed(*english, other)[JUNE]


def test_order_changes_nothing() -> None:
    """The order of the articles changes no figure, not in the last place."""
    texts = (OPENED, CLOSED, f"{OPENED}\n{CLOSED}", "Nothing was told on that bridge in Easton for long.")
    every = [article(text, id=f"a{at}", published=after(MAY, at)) for at, text in enumerate(texts)]

    assert 1 == len({tuple(weighed(*some).items()) for some in permutations(every)})
