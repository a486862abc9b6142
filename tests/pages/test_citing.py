"""References are read back by small readers of their formats."""

import json
import re
from dataclasses import replace
from datetime import date

import pytest

from site_src.model import between, in_month, in_year
from site_src.pages.citing import cite_article, cite_event
from site_src.pages.citing_formats import Work, bibtex, csl, ris
from site_src.pages.desk import Desk, open_desk
from site_src.pages.holdings import gather
from tests.pages import sample

CSL_KEYS = {"id", "type", "title", "container-title", "language", "author", "issued", "URL", "note"}
"""Those of CSL-JSON 1.0's schema that are used; the schema requires `id` and `type` and allows no others than its own."""

HARD = Work(
    "hard",
    "article-newspaper",
    "50% & more {of} C:\\lake_#1 ~ $5",
    "en",
    ("Rani Satu", "Lembaga Danau dan Rawa"),
    "Warta & Kabar",
    in_month(2022, 6),
    "https://example.org/a_b?c=%20d&e",
    "",
)


def desk(language: str = "en", **more: object) -> Desk:
    holdings = gather(sample.TIMELINE, sample.topic(**more))
    return open_desk(holdings, {"id": sample.pack()}, (), language, ("id", "en"))


def read_bibtex(text: str) -> tuple[str, str, dict[str, str]]:
    """Read one entry: its kind, its key and its fields, with braces balanced and escapes undone."""
    kind, key, body = re.fullmatch(r"@(\w+)\{([^,\s]+),\n(.*)\n\}", text, re.DOTALL).groups()  # type: ignore[union-attr]
    fields = {}
    for line in body.split("\n"):
        name, value = re.fullmatch(r"  (\w+) = \{(.*)\},", line).groups()  # type: ignore[union-attr]
        bare = re.sub(r"\\[{}]", "", value)
        assert bare.count("{") == bare.count("}")
        value = re.sub(r"\\textbackslash\{\}", "\0", value)
        value = re.sub(r"\\text(asciitilde|asciicircum)\{\}", lambda m: {"t": "~", "c": "^"}[m[1][5]], value)
        value = re.sub(r"(?<!\\)[{}]", "", value)
        fields[name] = re.sub(r"\\([&%$#_{}])", r"\1", value).replace("\0", "\\")
    return kind, key, fields


def read_ris(text: str) -> list[tuple[str, str]]:
    """Read one record: a two-letter tag, two spaces, a hyphen, a space, a value."""
    found = [re.fullmatch(r"([A-Z][A-Z0-9])  - (.*)", line) for line in text.split("\n")]
    assert all(found)
    return [(one[1], one[2]) for one in found if one]


def test_bibtex_reads_back():
    """Signs that BibTeX would obey come back as they stood, and names are not taken apart."""
    kind, key, fields = read_bibtex(bibtex(HARD))

    assert ("article", "hard") == (kind, key)
    assert HARD.title == fields["title"]
    assert "Rani Satu and Lembaga Danau dan Rawa" == fields["author"]
    assert "{Lembaga Danau dan Rawa}" in bibtex(HARD)
    assert ("Warta & Kabar", "2022", "2022-06", HARD.url) == tuple(
        fields[name] for name in ("journal", "year", "date", "url")
    )


def test_ris_reads_back():
    """A record begins with its type, ends with ER, and holds a date no more exact than known."""
    found = read_ris(ris(HARD))

    assert ("TY", "NEWS") == found[0]
    assert ("ER", "") == found[-1]
    assert [("AU", "Rani Satu"), ("AU", "Lembaga Danau dan Rawa")] == [one for one in found if one[0] == "AU"]
    assert {("PY", "2022"), ("DA", "2022/06//"), ("TI", HARD.title)} <= set(found)


@pytest.mark.parametrize(
    ("when", "issued"),
    [
        (in_year(2005), {"date-parts": [[2005]]}),
        (in_month(2022, 6), {"date-parts": [[2022, 6]]}),
        (
            between(date(2022, 6, 21), date(2022, 6, 30), "akhir Juni", "~"),
            {"date-parts": [[2022, 6, 21], [2022, 6, 30]], "circa": True},
        ),
        (None, None),
    ],
)
def test_csl_fits_its_schema(when: object, issued: object):
    """An item has what the schema requires, nothing that it forbids, and no more of a date than is known."""
    (item,) = json.loads(csl(replace(HARD, issued=when)))  # type: ignore[arg-type]

    assert {"id", "type"} <= set(item) <= CSL_KEYS
    assert item["type"] in ("webpage", "article-newspaper")
    assert issued == item.get("issued")
    assert all({"literal"} == set(name) for name in item["author"])


def test_entry_is_cited_as_of_the_site():
    """An entry is a page of this site, as of the site's day, with its own date as a note; an address only if there is one."""
    event = sample.EVENTS[2]
    bare, public = cite_event(desk(), event), cite_event(desk(base_url="https://example.org/danau/"), event)

    assert "In English: Arvania dan Cestia mengajukan keanggotaan." == bare.styles[0].parts[0].text
    assert (
        bare.styles[0]
        .parts[-1]
        .text.startswith(" (2024, July 4). Lake Timeline. [Entry 2022-06-application: late June 2022 (")
    )
    assert "example.org" not in bare.formats[0].text
    assert "2022-06-application.html" == bare.permalink.href
    assert public.permalink.href == "https://example.org/danau/en/events/2022-06-application.html"
    assert "example.org/danau/en/events/2022-06-application.html" in public.styles[1].parts[-1].text


def test_retelling_is_not_cited_as_the_outlet_whose_report_it_tells():
    """A retelling is cited as this site's text; an article of an outlet as the outlet's."""
    retelling, own = sample.ARTICLES[0], sample.ARTICLES[1]

    told = json.loads(cite_article(desk(), retelling).formats[2].text)[0]
    other = json.loads(cite_article(desk(), own).formats[2].text)[0]

    assert ("webpage", "Lake Timeline", "retelling of Kabar Telaga") == (
        told["type"],
        told["container-title"],
        told["note"],
    )
    assert ("article-newspaper", "Kabar Telaga", [[2024, 7, 3]]) == (
        other["type"],
        other["container-title"],
        other["issued"]["date-parts"],
    )


def test_dates_as_each_style_and_language_writes_them():
    """APA puts the year first, Chicago last, and Indonesian puts the day before the month."""
    english, indonesian = (cite_article(desk(code), sample.ARTICLES[1]) for code in ("en", "id"))

    assert "(2024, July 3)" in english.styles[0].parts[-1].text
    assert english.styles[1].parts[-1].text.startswith(", July 3, 2024.")
    assert "(2024, 3 Juli)" in indonesian.styles[0].parts[-1].text
    assert indonesian.styles[1].parts[-1].text.startswith(", 3 Juli 2024.")
