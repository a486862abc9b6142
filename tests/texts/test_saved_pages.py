"""Saved pages in the manners of portals, read with an empty topic: `tests/cases/pages/`."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from site_src import pipeline, topic
from site_src.model import Article

PAGES = Path(__file__).parent.parent / "cases" / "pages"
CASES = tomllib.loads((PAGES / "expected.toml").read_text("utf-8"))
NOISE = re.compile(
    r"baca juga|copyright|komentar|kuki|penulis:|editor:|halaman|redaksi|beras|lampion|foto", re.IGNORECASE
)


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Article]:
    """Every page, read with a topic that knows nothing."""
    place = tmp_path_factory.mktemp("pages")
    topic.new(place / "empty")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "WORK", place / "cache")
        told = pipeline.tell(pipeline.Options(place / "empty", PAGES))
    return {article.id: article for article in told.timeline.articles}


def test_every_page_is_a_case(articles: dict[str, Article]) -> None:
    """No page without its day and title, and none that is not read."""
    assert sorted(CASES) == sorted(articles)


@pytest.mark.parametrize("name", CASES)
def test_day_and_title(articles: dict[str, Article], name: str) -> None:
    """The day is the one on which readers had the article, the title has no site's name in it."""
    article, case = articles[name], CASES[name]
    when = article.published.when

    assert case["day"].isoformat() == (when.edtf if when else "")
    assert case["title"] == article.text.title


@pytest.mark.parametrize("name", CASES)
def test_body(articles: dict[str, Article], name: str) -> None:
    """The article's sentences are kept, and nothing of the page around them."""
    text = articles[name].text
    kept = [text.words(each) for each in text.sentences if each.role in ("lead", "body")]

    assert CASES[name]["sentences"] == len(kept)
    assert [] == [words for words in kept if NOISE.search(words)]
