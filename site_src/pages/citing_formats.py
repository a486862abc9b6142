"""A reference for programs: BibTeX, RIS and CSL-JSON.

bibtex(work)  ->  @misc{2001-06-15-founding, title = {{League founded}}, howpublished = {Lake Timeline}, ...}
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from site_src.model import FIRST_DAY, LAST_DAY, When
from site_src.notation import readable

BIBTEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "&%$#_"},
    }
)
"""What BibTeX would obey rather than print."""
APPROXIMATE = ("~", "%")


@dataclass(frozen=True, slots=True)
class Work:
    """What is cited."""

    key: str
    """Its name among references: letters, digits and hyphens."""
    type: Literal["webpage", "article-newspaper"]
    """As CSL calls it."""
    title: str
    language: str
    authors: tuple[str, ...]
    container: str
    """The site or the outlet."""
    issued: When | None
    url: str
    note: str


def bibtex(work: Work) -> str:
    """Write an entry for BibTeX and BibLaTeX; double braces keep names and titles as they stand."""
    years = years_of(work.issued)
    fields = [
        ("author", " and ".join(f"{{{_escaped(name)}}}" for name in work.authors)),
        ("title", f"{{{_escaped(work.title)}}}"),
        ("journal" if work.type == "article-newspaper" else "howpublished", _escaped(work.container)),
        ("year", str(years[0]) if years else ""),
        ("date", work.issued.edtf if work.issued and years else ""),
        ("url", work.url.replace("{", "%7B").replace("}", "%7D")),
        ("note", _escaped(work.note)),
        ("langid", work.language),
    ]
    lines = [f"  {name} = {{{text}}}," for name, text in fields if text]
    kind = "article" if work.type == "article-newspaper" and work.container else "misc"
    return "\n".join((f"@{kind}{{{work.key},", *lines, "}"))


def ris(work: Work) -> str:
    """Write a record in RIS."""
    years = years_of(work.issued)
    lines = [
        ("TY", "NEWS" if work.type == "article-newspaper" else "ELEC"),
        ("ID", work.key),
        *(("AU", name) for name in work.authors),
        ("TI", work.title),
        ("T2", work.container),
        ("PY", str(years[0]) if years else ""),
        ("DA", _ris_day(work.issued)),
        ("UR", work.url),
        ("LA", work.language),
        ("N1", work.note),
    ]
    return "\n".join((*(f"{tag}  - {' '.join(text.split())}" for tag, text in lines if text), "ER  - "))


def _ris_day(when: When | None) -> str:
    if when is None or not years_of(when):
        return ""
    written = {"day": "%Y/%m/%d/", "month": "%Y/%m//"}.get(when.grain)
    return when.earliest.strftime(written) if written else ""


def csl(work: Work) -> str:
    """Write an item of CSL-JSON, which citation styles and reference managers read."""
    item: dict[str, object] = {
        "id": work.key,
        "type": work.type,
        "title": work.title,
        "container-title": work.container,
        "language": work.language,
    }
    if work.authors:
        item["author"] = [{"literal": name} for name in work.authors]
    if work.issued and years_of(work.issued):
        item["issued"] = _csl_date(work.issued)
    if work.url:
        item["URL"] = work.url
    if work.note:
        item["note"] = work.note
    return readable([item], indent=2).decode().rstrip()


def _csl_date(when: When) -> dict[str, object]:
    """Give a date as parts, no more of them than are known; two dates for a stretch."""
    ends = [one for one in (when.earliest, when.latest) if one not in (FIRST_DAY, LAST_DAY)]
    known = {"day": 3, "month": 2, "year": 1}.get(when.grain, 3)
    parts = [[one.year, one.month, one.day][:known] for one in ends]
    stretch = parts if when.grain == "range" else parts[:1]
    return {"date-parts": stretch, **({"circa": True} if when.qualifier in APPROXIMATE else {})}


def years_of(when: When | None) -> tuple[int, ...]:
    """Give the first and last year that are known."""
    return tuple(one.year for one in (when.earliest, when.latest) if one not in (FIRST_DAY, LAST_DAY)) if when else ()


def _escaped(text: str) -> str:
    return " ".join(text.split()).translate(BIBTEX)
