"""The book, by EPUBCheck's rules and by what a reader must find in it."""

from __future__ import annotations

import posixpath
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from tests import epubcheck
from tests.editions.made import folded

Edition = Callable[..., Path]
XHTML = {"x": "http://www.w3.org/1999/xhtml", "s": "http://www.w3.org/2000/svg"}


@pytest.fixture(scope="session")
def pages(edition: Edition) -> dict[str, Any]:
    """Every page of the book as a tree, by its place."""
    with zipfile.ZipFile(edition("epub")) as book:
        return {name: etree.fromstring(book.read(name)) for name in book.namelist() if name.endswith(".xhtml")}


def test_epubcheck_finds_nothing(edition: Edition):
    """The book keeps every rule that EPUBCheck knows: no error, no warning."""
    program = epubcheck.find()
    if program is None:
        pytest.skip(epubcheck.MISSING)
    done = subprocess.run([*program, str(edition("epub"))], capture_output=True, text=True, timeout=300)

    assert "No errors or warnings detected" in done.stdout + done.stderr, done.stderr[:3000]


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_entry_is_in_both_languages(pages: dict[str, Any], events: list[dict[str, Any]], language: str):
    """Each language's part has every entry under its year, with its title and every quote."""
    found = {
        one.get("id")[2:]: (name.rpartition("/y")[2].partition(".")[0], folded("".join(one.itertext())))
        for name, page in pages.items()
        if f"/{language}/y" in name
        for one in page.iterfind(".//x:article", XHTML)
    }
    without = [
        (event["id"], words)
        for event in events
        for words in (event["title"][language], *(proof["quote"] for proof in event["evidence"]))
        if folded(words) not in found[event["id"]][1]
    ]
    years = {event["id"]: str(int(event["earliest"][:4])) for event in events if event["earliest"] > "0001-01-01"}

    assert ([], len(events)) == (without, len(found))
    assert years == {id: found[id][0] for id in years}


def test_links_lead_to_places_in_the_book(pages: dict[str, Any]):
    """Every link inside the book has its place, every cited number its source."""
    places = set(pages) | {f"{name}#{id}" for name, page in pages.items() for id in page.xpath("//@id")}
    links = {
        posixpath.normpath(posixpath.join(posixpath.dirname(name), link))
        for name, page in pages.items()
        for link in page.xpath("//x:a/@href", namespaces=XHTML)
        if not link.startswith("http")
    }

    assert set() == links - places
    assert any("sources.xhtml#s-" in link for link in links)


def test_charts_stand_with_their_tables(pages: dict[str, Any]):
    """Each chart is one picture with a title in it and at least one table under it, in both languages."""
    for language in ("id", "en"):
        for chart in pages[f"book/{language}/charts.xhtml"].findall("./x:body/x:section/x:section", XHTML):
            picture = chart.findall(".//s:svg", XHTML)

            assert (1, True) == (len(picture), bool(picture[0].findtext(".//s:title", namespaces=XHTML)))
            assert chart.findall(".//x:table//x:td", XHTML)


def test_the_kind_of_file_comes_first(edition: Edition):
    """A program knows the book by its first bytes, as the container's rules ask."""
    with zipfile.ZipFile(edition("epub")) as book:
        first = book.infolist()[0]

    assert ("mimetype", zipfile.ZIP_STORED) == (first.filename, first.compress_type)
    assert b"mimetypeapplication/epub+zip" == edition("epub").read_bytes()[30:58]
