"""Which days are listed, and with which sentences first."""

from __future__ import annotations

from datetime import date

from site_src.events.days import best_sentences, list_days
from site_src.events.importance_days import importances
from site_src.events.reports import reports
from site_src.model import Article, Day
from tests.events.corpus import FOUNDED, MEETING, PLANNED, merged, told
from tests.statements.notation import article

MAY = date(2024, 5, 3)


def days(*articles: Article) -> dict[date, Day]:
    read = reports(articles)
    return {one.day: one for one in list_days(best_sentences(read), importances(read), (), articles)}


def test_what_most_say_comes_first() -> None:
    """The sentence in which the articles agree stands before one that only one of them tells."""
    found = days(
        article("Ducks were counted in the park on {{3 May|2024-05-03}} by nine patient volunteers.", id="a"),
        article("The harbour bridge of Easton was opened on {{3 May|2024-05-03}} after long repairs.", id="b"),
        article("On {{3 May|2024-05-03}} Easton opened its harbour bridge again, repairs being over.", id="c"),
    )

    assert "a" == found[MAY].sentences[2].article


def test_many_sentences_of_one_article_are_one_voice() -> None:
    """An article that says the same ten times does not outvote two that agree."""
    found = days(
        article("\n".join(f"Ducks quacked loudly at {at} on {{{{3 May|2024-05-03}}}} near villages." for at in "nmk")),
        article("The harbour bridge of Easton was opened on {{3 May|2024-05-03}} after long repairs.", id="b"),
        article("On {{3 May|2024-05-03}} Easton opened its harbour bridge again, repairs being over.", id="c"),
    )

    assert found[MAY].sentences[0].article in "bc"


def test_day_of_publication_tells_its_lead() -> None:
    """A day that nothing names but on which a report was published has the report's first undated sentences."""
    found = days(
        article("Easton opened its harbour bridge.\nIt was closed in {{2020|2020}}.", published="2024-05-03"),
    )

    assert ["Easton opened its harbour bridge.", "It was closed in 2020."] == [
        one.quote for one in found[MAY].sentences
    ]


def test_sentences_stand_in_their_source() -> None:
    """Each sentence of a day is its article's own, at its place, once."""
    text = "Bo spoke on {{3 May|2024-05-03}} and, on {{3 May|2024-05-03}}, left.\nAna stayed."
    one = article(text)
    (sentence,) = days(one)[MAY].sentences

    assert sentence.quote == one.source[sentence.start : sentence.end]


def test_known_kinds_lift_their_day() -> None:
    """An event of a kind that the topic knows makes its day matter more; no day matters less for it."""
    articles = told(MEETING, PLANNED, FOUNDED)
    found = merged(articles)
    bare = days(*articles)

    assert all(bare[one.day].importance <= one.importance <= 1 for one in found.days if one.day in bare)
    assert any(bare[one.day].importance < one.importance for one in found.days if one.events)
