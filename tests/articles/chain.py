"""The river up to articles, on texts that a test writes down."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from site_src import articles, corpus, languages, mentions, texts, topic
from site_src.mentions.entities import Gazetteer
from site_src.model import Row, between
from site_src.topic.values import Series, SeriesMeeting, Topic

_SUMMIT = SeriesMeeting(
    3, between(date(2017, 5, 25), date(2017, 5, 26)), "", "", "in-person", {}, "high", Row("summits.csv", 2, "invented")
)
SERIES = Series(
    "council-summit", "summit", {"id": "KTT Dewan Samudra"}, {}, {"id": ("ktt dewan samudra",), "en": ("sea council summit",)}, "", (_SUMMIT,)
)  # fmt: skip


def world(folder: Path) -> Topic:
    """A topic that knows one series and nothing else."""
    (folder / "site.toml").write_text('title = { id = "Uji", en = "Test" }\nlanguages = ["id", "en"]\n', "utf-8")
    known, _ = topic.load(folder)
    return replace(known, series=(SERIES,))


def assembled(folder: Path, files: Mapping[str, str]) -> articles.Assembled:
    """Write the files, read them, and make articles of them."""
    known, packs = world(folder), languages.load()
    (folder / "articles").mkdir()
    for name, text in files.items():
        (folder / "articles" / name).write_text(text, "utf-8")
    names = Gazetteer.of(known)
    found = []
    for path in corpus.list_sources(folder / "articles"):
        for raw in corpus.read(path, folder / "articles").texts:
            text = texts.clean(raw, packs, known)
            outlet = known.outlets.get(text.outlet)
            order = (outlet.date_order if outlet else None) or ""
            found.append((text, mentions.find(text, packs[text.language], names, known.series, order=order)))
    return articles.assemble(found, packs, known)
