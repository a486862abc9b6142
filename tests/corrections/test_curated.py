"""Entries by editors join what articles say of the same event, and stand alone where none does."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from site_src import topic as topics
from tests.corrections.desk import events, told, topic
from tests.site.run import linimasa

SOURCES = '  - {outlet: Harbour Times, title: Signed, date: 2021-09-24, url: "https://harbourtimes.example/memo"}\n'
MEMO = (
    "---\ndate: 2021-09-23\nkind: memorandum\nactors: [QRR]\nplace: dravik\n"
    f"title: {{id: Memorandum Quarra, en: The Quarra memorandum}}\nsources:\n{SOURCES}---\n"
    "Disusun **dua tahun**. <script>alert(1)</script>\n"
)
FIRE = "---\ndate: 2019-08~\nkind: general\ntitle: Api di pelabuhan\nsources:\n" + SOURCES + "---\nTiga hari.\n"


def test_joins_its_event(tmp_path: Path):
    """The same event is one entry: the editor's title and text, the article's sentence as evidence, both origins."""
    found = events(told(topic(tmp_path, entries={"memo.md": MEMO, "memo.en.md": "Drafted for two years.\n"})))
    event = found["memo"]

    assert "2021-09-23-memorandum-qrr" not in found
    assert {"id": "Memorandum Quarra", "en": "The Quarra memorandum"} == dict(event.title)
    assert ["quarra-memorandum"] == [one.article for one in event.evidence]
    assert ("Harbour Times", "tarsa-herald") == event.origins
    assert "Drafted for two years." == event.curated[0].bodies["en"]
    assert ("events/memo.md",) == tuple(row.table for row in event.rows)


def test_bears_an_address(tmp_path: Path):
    """A file named as an entry's address joins that one though kind and place differ; they are accounts."""
    entry = MEMO.replace("2021-09-23", "2023-05-17").replace("place: dravik", "place: tarsa")
    address = "2023-05-17-meeting-irma-dovel-tomas-kereng"
    event = events(told(topic(tmp_path, entries={f"{address}.md": entry})))[address]

    assert {"velinor-summit", "empat-langkah-1"} == {one.article for one in event.evidence}
    assert {"tarsa", "velinor"} == {account.value for account in event.accounts["place"]}


def test_table_keeps_its_address(tmp_path: Path):
    """An editor's entry beside a table's row does not move the row's page."""
    entry = MEMO.replace("2021-09-23", "2003-06-20").replace("memorandum", "announcement").replace("dravik", "tarsa")
    found = events(told(topic(tmp_path, entries={"piagam.md": entry.replace("[QRR]", "[VLD, TRS, BSG, LMR]")})))

    assert found["2003-06-20-charter-signed"].curated
    assert "piagam" not in found


def test_another_day_of_what_happens_once(tmp_path: Path):
    """An editor's founding of another year is an account of the one founding; his text is shown there."""
    entry = MEMO.replace("2021-09-23", "1999").replace("memorandum", "founding", 1).replace("actors: [QRR]\n", "")
    event = events(told(topic(tmp_path, entries={"berdiri.md": entry})))["1998-03-12-founding"]

    assert ["berdiri"] == [one.id for one in event.curated]
    assert {"1999", "1998-03-12"} <= {account.value for account in event.accounts["when"]}


def test_only_source(tmp_path: Path):
    """A topic without an article builds from its editors' entries; a mistyped folder of articles is still an error."""
    folder = topic(tmp_path, entries={"api.md": FIRE})
    for file in (folder / "articles").iterdir():
        file.unlink()
    done = linimasa("build", "--topic", folder, "--output", tmp_path / "site")
    wrong = linimasa("build", "--topic", folder, "--articles", folder / "artikel", "--output", tmp_path / "site")
    found = {one["id"]: one for one in json.loads((tmp_path / "site/data/events.json").read_text("utf-8"))["events"]}

    assert (0, 2) == (done.returncode, wrong.returncode)
    assert ("2019-08~", 1, "told") == (found["api"]["edtf"], found["api"]["origins"], found["api"]["stance"])
    assert "Tiga hari." in (tmp_path / "site/events/api.html").read_text("utf-8")


def test_shown_clean(tmp_path: Path):
    """The text is Markdown, its scripts are gone, its sources are links, and it stands apart from the evidence."""
    folder = topic(tmp_path, entries={"memo.md": MEMO})
    done = linimasa("build", "--topic", folder, "--output", tmp_path / "site")
    page = (tmp_path / "site/events/memo.html").read_text("utf-8")

    assert done.returncode == 0, done.stderr
    assert "<strong>dua tahun</strong>" in page
    assert "<script>alert" not in page
    assert 'href="https://harbourtimes.example/memo"' in page


WRONG = {
    "kind": (MEMO.replace("kind: memorandum", "kind: memorandm"), 3, "nearest is 'memorandum'"),
    "date": (MEMO.replace("2021-09-23", "2021-02-30"), 2, "'2021-02-30'"),
    "actor": (MEMO.replace("[QRR]", "[QRX]"), 4, "nearest is 'QRR'"),
    "key": (MEMO.replace("place:", "places:"), 5, "nearest is 'place'"),
    "no sources": (MEMO.replace("sources:\n" + SOURCES, ""), 1, "a list of sources"),
    "outlet": (MEMO.replace("outlet: Harbour Times, ", ""), 7, "an outlet for every source"),
    "language": (MEMO.replace("{id:", "{idn:"), 6, "nearest is 'id'"),
    "yaml": (MEMO.replace("[QRR]", "[QRR"), 5, "YAML"),
    "no front matter": ("Tiga hari.\n", 1, "two lines of ---"),
}


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_wrong_entry(tmp_path: Path, case: str):
    """An entry that cannot be read is one line with its place and the nearest right spelling; the others stay."""
    text, line, says = WRONG[case]
    known, issues = topics.load(topic(tmp_path, entries={"memo.md": text, "api.md": FIRE}))

    assert [("fiktif/events/memo.md", line)] == [(issue.path, issue.line) for issue in issues]
    assert says in issues[0].message
    assert ["api"] == [entry.id for entry in known.curated]


def test_text_without_its_entry(tmp_path: Path):
    """A text in another language needs the entry that it belongs to."""
    _, issues = topics.load(topic(tmp_path, entries={"memo.en.md": "Two years.\n", "Memo 2.md": MEMO}))

    assert ["topic.event-name", "topic.event-name"] == [issue.code for issue in issues]
