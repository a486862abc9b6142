"""The topic's own pages are found by their words, in every language that they are written in."""

from __future__ import annotations

from pathlib import Path

from site_src import pages, pipeline, wording
from site_src.model import Document

FIKTIF = Path(__file__).parents[1] / "topics" / "fiktif"


def _pages() -> dict[str, Document]:
    told = pipeline.tell(pipeline.Options(FIKTIF, FIKTIF / "articles"))
    found = pages.documents(pages.open_desks(told.timeline, told.topic, told.packs, (), languages=wording.languages()))
    return {one.address["id"]: one for one in found if one.sort == "page"}


def test_pages() -> None:
    """Each is one document with its title in every language, and its paragraphs without marks."""
    about = _pages()["about.html"]

    assert about.address["en"] == "about.html"
    assert about.titles["id"][1] == "id"
    assert about.titles["en"][1] == "en"
    assert {language for language, _ in about.texts} == {"id", "en"}
    assert [text for _, text in about.texts if any(mark in text for mark in ("[](", "](", "**", "\n"))] == []
