"""The verbs of the command line, as scripts call them."""

from __future__ import annotations

import json
from pathlib import Path

from tests.site.run import linimasa
from tests.site.sites import FIKTIF, data


def test_help() -> None:
    """`--help` lists each verb that does something, and no other."""
    done = linimasa("--help")

    assert done.returncode == 0
    for verb in ("build", "extract", "dates", "explain", "check", "diff", "release", "new"):
        assert f"\n  {verb} " in done.stdout


def test_unknown_option() -> None:
    """A mistyped option is a mistake of usage."""
    assert linimasa("build", "--artikel", "x").returncode == 2


def test_extract(fiktif: Path, tmp_path: Path) -> None:
    """`extract` writes what the site's data hold, without pages."""
    done = linimasa("extract", "--topic", FIKTIF, "--json", tmp_path / "data.json")
    assert done.returncode == 0, done.stderr
    found = json.loads((tmp_path / "data.json").read_text("utf-8"))

    assert list(found) == ["events", "claims", "articles", "days"]
    assert found["events"] == data(fiktif, "events")


def test_dates_in_a_pipe() -> None:
    """`dates --jsonl` answers each record with its expressions; offsets count code points."""
    record = {
        "id": "a",
        "text": "🗓 Mereka bertemu pada Rabu (3/7/2024) selama tiga hari.",
        "lang": "id",
        "published": "2024-07-04",
    }
    done = linimasa("dates", "--jsonl", stdin=json.dumps(record) + "\nrusak\n")
    found = [json.loads(line) for line in done.stdout.splitlines()]

    assert done.returncode == 0
    assert [(row["text"], row["value"], row["edtf"]) for row in found] == [
        ("Rabu (3/7/2024)", "2024-07-03", "2024-07-03"),
        ("tiga hari", "P3D", None),
    ]
    assert all(record["text"][row["start"] : row["end"]] == row["text"] for row in found)
    assert [line for line in done.stderr.splitlines() if line.startswith("-:2:")]


def test_dates_of_a_file(tmp_path: Path) -> None:
    """`dates FILE` shows the words, the value and the rule."""
    (tmp_path / "berita.txt").write_text("Rapat digelar pada 3 Mei 2020.", "utf-8")
    done = linimasa("dates", tmp_path / "berita.txt", "--lang", "id")

    assert done.returncode == 0
    assert "3 Mei 2020" in done.stdout
    assert "2020-05-03" in done.stdout
    assert "id." in done.stdout


def test_dates_of_a_few_words() -> None:
    """Words too few to tell their language by are read in the one in which most of them are times."""
    records = [{"id": "a", "text": "Rabu (3/7/2024)"}, {"id": "b", "text": "Wednesday, July 3, 2024"}]
    done = linimasa("dates", "--jsonl", stdin="\n".join(map(json.dumps, records)))

    assert [row["text"] for row in map(json.loads, done.stdout.splitlines())] == [row["text"] for row in records]


def test_explain(fiktif: Path) -> None:
    """`explain ID` leads from an entry to file, line and rule."""
    entry = next(event for event in data(fiktif, "events") if event["evidence"])
    done = linimasa("explain", entry["id"], "--topic", FIKTIF)

    assert done.returncode == 0, done.stderr
    assert entry["id"] in done.stdout
    assert entry["evidence"][0]["quote"][:40].strip() in done.stdout


def test_explain_claim(fiktif: Path) -> None:
    """`explain` of a claim leads to its sentence, and says why the tables bear it out or do not."""
    claim = next(claim for claim in data(fiktif, "claims") if claim["data_check"])
    done = linimasa("explain", claim["id"], "--topic", FIKTIF)

    assert done.returncode == 0, done.stderr
    assert " ".join(claim["evidence"][0]["quote"].split()) in done.stdout
    assert claim["data_check"]["verdict"] in done.stdout
    assert claim["data_check"]["computation"] in done.stdout


def test_explain_nothing() -> None:
    """An unknown entry is one line."""
    done = linimasa("explain", "tidak-ada", "--topic", FIKTIF)

    assert done.returncode == 1
    assert done.stderr.count("error:") == 1
    assert "Traceback" not in done.stderr


def test_check() -> None:
    """The topic that the project ships has no finding."""
    done = linimasa("check")

    assert done.returncode == 0, done.stderr


def test_suggest() -> None:
    """`check --suggest` lists what no table knows, with counts."""
    done = linimasa("check", "--suggest", "--topic", FIKTIF)

    assert done.stdout.startswith("# names")
    assert done.returncode in (0, 4)


def test_new(tmp_path: Path) -> None:
    """An empty topic builds at once."""
    begun = linimasa("new", tmp_path / "topik")
    assert begun.returncode == 0, begun.stderr
    done = linimasa("build", "--topic", tmp_path / "topik", "--output", tmp_path / "site")

    assert done.returncode == 0, done.stderr
    assert (tmp_path / "site" / "index.html").is_file()


def test_new_where_something_is(tmp_path: Path) -> None:
    """A folder that holds something is not touched."""
    (tmp_path / "isi.txt").write_text("isi", "utf-8")
    done = linimasa("new", tmp_path)

    assert done.returncode == 1
    assert [path.name for path in tmp_path.iterdir()] == ["isi.txt"]


def test_without_a_verb(tmp_path: Path) -> None:
    """`python build.py` with options but no verb builds."""
    done = linimasa("--topic", FIKTIF, "--output", tmp_path / "site", "-q")

    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    assert (tmp_path / "site" / "index.html").is_file()


def test_dates_of_odd_letters() -> None:
    """Half a surrogate pair and a line separator pass through the pipe; every line of the answer is one JSON value."""
    lines = ['{"id": "\\ud800", "text": "on 5 May 2020"}', '{"id": "a\\u2028b", "text": "on 6 May 2020"}']
    done = linimasa(
        "dates", "--jsonl", "--lang", "en", stdin="\n".join(lines), environment={"PYTHONIOENCODING": "ascii"}
    )

    assert done.returncode == 0, done.stderr
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == ["\ud800", "a\u2028b"]


def test_help_by_its_letter() -> None:
    """`-h` is `--help`."""
    assert linimasa("-h").stdout == linimasa("--help").stdout


def test_explain_cuts_nothing(fiktif: Path) -> None:
    """In a pipe every quote stands whole on its line, without a colour."""
    entry = max(data(fiktif, "events"), key=lambda event: max((len(q["quote"]) for q in event["evidence"]), default=0))
    done = linimasa("explain", entry["id"], "--topic", FIKTIF, environment={"COLUMNS": "40"})

    assert "\x1b" not in done.stdout
    for quote in entry["evidence"]:
        assert " ".join(quote["quote"].split()) in done.stdout


def test_words_that_a_terminal_would_obey(tmp_path: Path) -> None:
    """What an article holds never acts on the terminal and never breaks a line."""
    article = '---\ntitle: "A\\e[2J\\u202eB"\npublished: "soon\\e[31m\\nerror: all lost"\n---\nWarga bertemu pada 3 Mei 2020.\n'
    (tmp_path / "a.md").write_text(article, "utf-8")
    done = linimasa("check", "--suggest", "-v", "--topic", FIKTIF, "--articles", tmp_path)

    assert "\x1b" not in done.stdout + done.stderr
    assert "\u202e" not in done.stdout + done.stderr
    assert not [line for line in done.stderr.splitlines() if line.startswith("error: all lost")]
