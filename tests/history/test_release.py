"""What a release writes, and what follows from it at the addresses that it published."""

from __future__ import annotations

from pathlib import Path

import feedparser
import pytest

from site_src.issues import line
from tests.history.topic import BECAUSE, build, left, redate, release, told
from tests.site.run import linimasa

CHARTER, LATER = "2003-06-20-charter-signed", "2003-06-21-charter-signed"
MEMORANDUM = "2021-09-23-memorandum-qrr"


def entries(folder: Path) -> list[str]:
    return (folder / "history/entries.csv").read_text("utf-8").splitlines()[1:]


def test_first_release_has_every_entry(released: Path):
    """Each entry is a line; what is read back is what was written."""
    made = told(released)

    assert {event.id for event in made.timeline.events} == {one.address for one in made.topic.releases[0].entries}
    assert len(made.timeline.events) == len(entries(released))
    assert () == made.timeline.past.left


def test_a_release_without_change_writes_nothing(released: Path):
    """The second release in a row finds nothing to write down."""
    assert release(released) is None
    assert 1 == len(told(released).topic.releases)


def test_a_release_only_adds_lines(released: Path):
    """The history of before stands letter by letter, and only what changed is added."""
    before = entries(released)
    redate(released)
    release(released, "Tanggal piagam.")

    assert before == entries(released)[: len(before)]
    assert [["2", CHARTER, "moved", LATER], ["2", LATER, "stands", ""]] == [
        line.split(",")[:4] for line in entries(released)[len(before) :]
    ]


def test_a_renamed_entry_is_followed_before_and_after_its_release(released: Path):
    """A row of another day stands at another address: the old one leads on by what the row says, then by the record."""
    redate(released)
    at_once = left(released)[CHARTER].to
    release(released)
    redate(released, "2003-06-21", "2003-06-22")

    assert (LATER, "2003-06-22-charter-signed") == (at_once, left(released)[CHARTER].to)


def test_a_merged_entry_leads_to_the_one_that_took_it_in(released: Path):
    """Joined by a correction, the entry that lost its page leads to the one that holds its sentences."""
    (released / "corrections.toml").write_text(
        '[same]\ndoes = "join"\nentry = "2023-04-application-qrr"\nwith = { entry = "2023-04-21-application-qrr" }\n'
        + BECAUSE,
        "utf-8",
    )
    there = {event.id for event in told(released).timeline.events}

    assert {one.to for one in left(released).values()} == there & {
        "2023-04-application-qrr",
        "2023-04-21-application-qrr",
    }
    assert 1 == len(left(released))


def test_a_dropped_entry_says_why(released: Path):
    """The page of an entry that a correction dropped has its title, its date and the reason."""
    (released / "corrections.toml").write_text(
        f'[rehearsal]\ndoes = "drop"\nentry = "{MEMORANDUM}"\nfound = "2021-09-23"\n{BECAUSE}', "utf-8"
    )
    gone = left(released)[MEMORANDUM]

    assert ("", "dropped", "It was a rehearsal.") == (gone.to, gone.why, gone.reason["en"])
    assert gone.last is not None
    assert "2021-09-23" == gone.last.edtf


def test_by_hand(released: Path):
    """What an editor names goes before what the program finds; a way that leads nowhere is an error with its line."""
    redate(released)
    (released / "redirects.toml").write_text(f'[{CHARTER}]\nto = "1998-03-12-founding"\n', "utf-8")
    named = left(released)[CHARTER].to
    (released / "redirects.toml").write_text(f'[{CHARTER}]\nto = "1998-03-12-fonding"\n', "utf-8")
    wrong = [line(one) for one in told(released).timeline.issues if one.code == "history.redirect"]
    (released / "redirects.toml").write_text(f'[{CHARTER}]\nreason = "Keliru."\n', "utf-8")
    reasoned = left(released)[CHARTER]

    assert "1998-03-12-founding" == named
    assert len(wrong) == 1
    assert "topic/redirects.toml:1: error: found to = '1998-03-12-fonding'" in wrong[0]
    assert ("", "named", {"id": "Keliru."}) == (reasoned.to, reasoned.why, reasoned.reason)


@pytest.mark.parametrize("how", ["withdrawn", "removed"])
def test_nothing_of_a_source_that_was_taken_down(released: Path, tmp_path: Path, how: str):
    """Its titles and days are neither in the site nor, once released, in the history; the address still answers."""
    article = released / "articles" / "quarra-memorandum.html"
    titles = [one.title["id"] for one in told(released).timeline.events if one.id == MEMORANDUM]
    before = entries(released)
    if how == "removed":
        article.unlink()
    else:
        text = '[x]\narticle = "quarra-memorandum"\nreason = "Salah."\ndate = 2025-11-02\n'
        (released / "withdrawn.toml").write_text(text, "utf-8")
    lost = [one for one in left(released).values() if not one.to]
    release(released)
    site = build(released, tmp_path / "site")
    shown = [site / f"events/{one.address}.html" for one in lost]

    assert lost
    assert all(one.last is None or not one.last.titles for one in lost)
    assert all(path.is_file() and "2021" not in path.read_text("utf-8").partition("<h1")[2] for path in shown)
    assert not any(title in (site / "changes.html").read_text("utf-8") for title in titles)
    if how == "withdrawn":
        assert {"withdrawn"} == {one.why for one in lost}
        assert not any(title in line for title in titles for line in entries(released))
    else:  # nobody said that it may not be written down; it is not shown all the same
        assert set(before) <= set(entries(released))


def test_releases_of_other_articles_are_none(released: Path, tmp_path: Path):
    """With another folder of articles the topic's own history says nothing."""
    from site_src import pipeline

    other = tmp_path / "other"
    other.mkdir()
    (other / "a.txt").write_text("Rapat Dewan\n\nRapat dibuka di Velinor, Rabu (17/5/2023).\n", "utf-8")
    made = pipeline.tell(pipeline.Options(released, other))

    assert () == made.timeline.past.left


def test_what_changed(released: Path, tmp_path: Path):
    """Old and new day stand in words under the release, newest first, in both languages; the old address is no orphan's."""
    redate(released)
    release(released, "Tanggal piagam.")
    site = build(released, tmp_path / "site")
    found, english = (site / "changes.html").read_text("utf-8"), (site / "en/changes.html").read_text("utf-8")

    assert "<del>20 Juni 2003</del> → <ins>21 Juni 2003</ins>" in found
    assert "<del>20 June 2003</del> → <ins>21 June 2003</ins>" in english
    assert found.index("release-2") < found.index("release-1")
    assert 'lang="id"' in english.partition("Tanggal piagam.")[0].rpartition("<")[2]
    assert CHARTER not in (site / "assets/search-index.js").read_text("utf-8")


def test_no_history_no_page(fiktif: Path):
    """A topic that was never released has neither the page nor a link to it."""
    assert not (fiktif / "changes.html").exists()
    assert "changes.html" not in (fiktif / "index.html").read_text("utf-8")


def test_wrong_lines_are_named(released: Path):
    """A line of the history that cannot be read is an error with its place, and left out."""
    with (released / "history/entries.csv").open("a", encoding="utf-8") as table:
        table.write(f"7,{CHARTER},moved,x,,,,,,,\n1,y,flown,,,,,,,,\n")
    found = [line(one) for one in told(released).timeline.issues if "history/entries.csv" in one.path]

    assert 2 == len(found)
    assert "expected the number of a line of releases.csv" in found[0] + found[1]
    assert "expected one of stands, moved, gone" in found[0] + found[1]


def test_feed_of_releases(released: Path, tmp_path: Path):
    """Where the site has an address, each release is an item with what it changed; redirects are in no sitemap."""
    settings = (released / "site.toml").read_text("utf-8")
    (released / "site.toml").write_text(
        f'base_url = "https://meranta.example/"\ntag = "meranta.example,2026"\n{settings}'
    )
    redate(released)
    release(released)
    site = build(released, tmp_path / "site")
    feed = feedparser.parse((site / "en/feeds/changes.atom").read_bytes())
    rows, old = (site / "sitemap.xml").read_text("utf-8"), (site / f"events/{CHARTER}.html").read_text("utf-8")

    assert not feed.bozo
    assert ["tag:meranta.example,2026:en/changes/2", "tag:meranta.example,2026:en/changes/1"] == [
        entry.id for entry in feed.entries
    ]
    assert f"https://meranta.example/en/events/{LATER}.html" in feed.entries[0].content[0].value
    assert "https://meranta.example/en/changes.html#release-2" == feed.entries[0].link
    assert (False, True) == (f"/{CHARTER}.html" in rows, "/changes.html" in rows)
    assert f'<link rel="canonical" href="https://meranta.example/events/{LATER}.html">' in old


def test_an_entry_without_a_page_of_its_own(released: Path, tmp_path: Path):
    """Where only the most important entries get pages, a published address says that its entry is still in the data."""
    settings = (released / "site.toml").read_text("utf-8")
    assert "max_entries" not in settings
    (released / "site.toml").write_text(f"{settings}\n[timeline]\nmax_entries = 5\n", "utf-8")
    site = build(released, tmp_path / "site")
    pages = [path.read_text("utf-8") for path in (site / "events").glob("*.html")]

    assert () == told(released).timeline.past.left
    assert len(entries(released)) == len(pages)
    assert 5 == sum("tidak lagi punya halaman sendiri" not in page for page in pages)


@pytest.mark.parametrize("day", ["2020-01-01", "2031-02-03"])
def test_the_day_of_a_release(released: Path, day: str):
    """It may be said, but not before the last release; other articles than the topic's own make no release."""
    redate(released)
    done = linimasa("release", "--topic", released, "--date", day, "--note", "Catatan.")
    other = linimasa("release", "--topic", released, "--articles", released / "tables")

    assert (2 if day < "2025" else 0, 2) == (done.returncode, other.returncode)
    assert (f"2,{day},Catatan." in (released / "history/releases.csv").read_text("utf-8")) == (day > "2025")
