"""Corrections change what they name, expect what they correct, and say so where it is not there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from site_src import events as stage
from site_src import topic as topics
from tests.corrections.desk import OBSERVER, events, problems, results, table, told, topic
from tests.site.run import linimasa

MEETING_17 = "2023-05-17-meeting-irma-dovel-tomas-kereng"
MEETING_18 = "2023-05-18-meeting-irma-dovel-tomas-kereng"
JOIN = f'does = "join"\nentry = "{MEETING_18}"\nwith = {{ entry = "{MEETING_17}" }}\n'
DROP = 'does = "drop"\narticle = "empat-langkah-1"\nwords = "lebih aman daripada sepuluh tahun lalu"\nfound = "2013"\n'
REDATE = OBSERVER + "found = 2010\nto = 2010-06-03\n"


def test_redate(tmp_path: Path):
    """A sentence of another day joins the entry of that day, its words untouched and the change told."""
    made = told(topic(tmp_path, table("harinya", REDATE)))
    found = events(made)
    statement = found["2010-06-03-observer-osv"].statements[0]

    assert "2010-observer-osv" not in found
    assert ("2010-06-03", "2010 lalu") == (statement.when.edtf, statement.when.text)
    assert statement.when_how == "corrected by an editor from 2010"
    assert ("applied", ("2010-06-03-observer-osv",)) == (
        results(made)["harinya"].state,
        results(made)["harinya"].events,
    )


def test_join(tmp_path: Path):
    """Two entries of different days become one, the editor's word stands among the joins, and both days are accounts."""
    made = told(topic(tmp_path, table("satu", JOIN)))
    event = events(made)[MEETING_17]

    assert MEETING_18 not in events(made)
    assert "an editor joins them: satu" in {one.sentence for join in event.joins for one in join.reasons}
    assert {"2023-05-17", "2023-05-18"} == {account.value for account in event.accounts["when"]}


def test_part(tmp_path: Path):
    """A sentence leaves its entry although it says the very same."""
    part = (
        'does = "part"\narticle = "velinor-summit"\nwords = "met with Tarsonian"\n'
        'from = { article = "empat-langkah-1", words = "bertemu di Velinor" }\n'
    )
    plain, made = told(topic(tmp_path / "a")), told(topic(tmp_path / "b", table("dua", part)))
    articles = [
        {one.evidence.article for one in event.statements}
        for event in events(made).values()
        if event.kind == "meeting" and event.when.edtf == "2023-05-17"
    ]

    assert {"velinor-summit", "empat-langkah-1"} <= {one.article for one in events(plain)[MEETING_17].evidence}
    assert [{"empat-langkah-1"}, {"velinor-summit"}] == sorted(articles, key=min)


def test_retitle(tmp_path: Path):
    """A title is the editor's in every language that he gives; the entry's address stays."""
    keys = (
        'does = "retitle"\nentry = "2023-05-18-accession-osv"\n'
        'found = "Meranta Council admits Ostravia to full membership"\nto = { en = "Ostravia enters" }\n'
    )
    made = told(topic(tmp_path, table("judul", keys)))
    title = events(made)["2023-05-18-accession-osv"].title

    assert {"id": "Ostravia menjadi anggota penuh Dewan Meranta", "en": "Ostravia enters"} == dict(title)


def test_rekind_and_drop(tmp_path: Path):
    """A sentence is of another kind, another makes no entry; the figures of the dropped one stay claims."""
    rekind = (
        'does = "rekind"\narticle = "bukan-pakta"\nwords = "Lela Ruhnau mengumumkan"\n'
        'found = "announcement"\nto = "statement"\n'
    )
    plain, made = (
        told(topic(tmp_path / "a")),
        told(topic(tmp_path / "b", table("jenis", rekind) + table("buang", DROP))),
    )

    assert "2023-05-16-statement-lela-ruhnau" in events(made)
    assert "2013-statement-irma-dovel" in set(events(plain)) - set(events(made))
    assert plain.timeline.claims == made.timeline.claims


def test_order_changes_nothing(tmp_path: Path):
    """Corrections are held against the timeline without any of them, so their order in the file changes no entry."""
    one, two, three = table("satu", JOIN), table("buang", DROP), table("harinya", REDATE)
    first, last = told(topic(tmp_path / "a", one + two + three)), told(topic(tmp_path / "b", three + two + one))
    facts = [
        {(event.id, event.when, tuple(event.title.items()), event.evidence) for event in made.timeline.events}
        for made in (first, last)
    ]

    assert facts[0] == facts[1]


EXPECTATIONS = {
    "another day": (OBSERVER + "found = 2011\nto = 2012\n", "found 2010, expected 2011"),
    "no such words": (OBSERVER.replace("negara", "negeri") + "found = 2010\nto = 2012\n", "has no sentence with"),
    "no entry of the words": (
        'does = "drop"\narticle = "bantahan"\nwords = "Harga tiket kapal"\nfound = 2021\n', "no entry is made of"),
    "no such entry": (JOIN.replace("05-18-meeting", "05-19-meeting"), f"nearest is {MEETING_18!r}"),
    "one already": (
        ('does = "join"\narticle = "velinor-summit"\nwords = "met with Tarsonian"\n'
        'with = { article = "empat-langkah-1", words = "bertemu di Velinor" }\n'), "one entry already"),
    "apart already": (JOIN.replace("join", "part").replace("with", "from"), "apart already"),
    "a row's day": (
        'does = "redate"\nentry = "2023-05-18-accession-osv"\nfound = 2023-05-18\nto = 2023\n',
        "tables/membership.csv:10: change it there"),
    "another title": (
        f'does = "retitle"\nentry = "{MEETING_17}"\nfound = "x"\nto = {{ id = "y" }}\n', "found the title"),
}  # fmt: skip


@pytest.mark.parametrize("case", EXPECTATIONS, ids=str)
def test_expectation(tmp_path: Path, case: str):
    """What is expected and not found is one error at its line; nothing is changed by it."""
    keys, says = EXPECTATIONS[case]
    plain, made = told(topic(tmp_path / "a")), told(topic(tmp_path / "b", "# corrections\n\n" + table("salah", keys)))
    [issue] = problems(made, "events.correction")

    assert ("fiktif/corrections.toml", 3, "error") == (issue.path, issue.line, issue.level)
    assert says in issue.message
    assert plain.timeline.events == made.timeline.events
    assert ("failed", 1) == (results(made)["salah"].state, made.table_errors)


def test_rests(tmp_path: Path):
    """Where the article is not among those read the correction rests, and that is a note."""
    folder = topic(
        tmp_path, table("harinya", REDATE) + table("satu", JOIN.replace("with", 'article = "bukan-pakta"\nwith'))
    )
    made = told(folder, folder / "articles" / "velinor-summit.md")

    assert {"resting"} == {one.state for one in results(made).values()}
    assert {"note"} == {issue.level for issue in problems(made, "events.correction-rests")}
    assert made.table_errors == 0


def test_mistyped_article(tmp_path: Path):
    """An article's id that is nearly one of those read is a warning that names it."""
    made = told(topic(tmp_path, table("harinya", REDATE.replace("dan-kereng", "dan-kerang"))))
    [issue] = problems(made, "events.correction-rests")

    assert "warning" == issue.level
    assert "nearest is 'dovel-dan-kereng'" in issue.message


WRONG = {
    "deed": ('does = "redat"\n' + REDATE.partition("\n")[2], "nearest is 'redate'"),
    "kind": (
        'does = "rekind"\narticle = "a"\nwords = "b"\nfound = "meeting"\nto = "meting"\n', "nearest is 'meeting'"),
    "day": (OBSERVER + 'found = 2010\nto = "2010-02-31"\n', "'2010-02-31'"),
    "no words": ('does = "drop"\narticle = "a"\nfound = 2010\n', "words"),
    "no other": ('does = "join"\nentry = "a"\n', "join needs it"),
    "key of another deed": (REDATE + 'with = { entry = "a" }\n', "no with with redate"),
    "mistyped key": (REDATE + 'entri = "a"\n', "nearest is 'entry'"),
    "mistyped place": (JOIN.replace("with = { entry", "with = { enty"), "nearest is 'entry'"),
    "language": (f'does = "retitle"\nentry = "{MEETING_17}"\nfound = "x"\nto = {{ idn = "y" }}\n', "nearest is 'id'"),
}  # fmt: skip


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_wrong_table(tmp_path: Path, case: str):
    """A correction that cannot be read is one Issue with its line and the nearest right spelling."""
    keys, says = WRONG[case]
    _, issues = topics.load(topic(tmp_path, table("salah", keys)))

    assert len(issues) == 1
    assert says in issues[0].message
    assert issues[0].path == "fiktif/corrections.toml"
    assert issues[0].line > 0


def test_explained(tmp_path: Path):
    """`explain` names the correction, its place, its reason, and what it changed."""
    made = told(topic(tmp_path, table("harinya", REDATE)))
    tree = stage.explain("2010-06-03-observer-osv", made.timeline, made.topic)
    assert tree is not None
    [branch] = [one for one in tree.children if one.label == "corrected by editors"]

    assert branch.children[0].label == "corrections.toml:1 harinya: redate, 2024-05-01"
    assert "from 2010 to 2010-06-03" in {one.label for one in branch.children[0].children}


def test_published(tmp_path: Path):
    """The page of corrections and the data tell each one; a failed one ends the build with exit code 3."""
    failing = table("gagal", OBSERVER + "found = 2011\nto = 2012\n")
    folder = topic(tmp_path, table("harinya", REDATE) + table("buang", DROP) + failing)
    done = linimasa("build", "--topic", folder, "--output", tmp_path / "site")
    data = json.loads((tmp_path / "site/data/events.json").read_text("utf-8"))
    page = (tmp_path / "site/corrections.html").read_text("utf-8")
    entry = (tmp_path / "site/en/events/2010-06-03-observer-osv.html").read_text("utf-8")

    assert done.returncode == 3
    assert "fiktif/corrections.toml:18: error: gagal: found 2010, expected 2011" in done.stderr
    assert ["applied", "applied", "failed"] == [one["state"] for one in data["corrections"]]
    assert ["harinya"] == [one["id"] for event in data["events"] for one in event["corrections"]]
    for anchor in ("harinya", "buang", "gagal"):
        assert f'id="{anchor}"' in page
    assert "Because." in entry
    assert "../corrections.html#harinya" in entry
