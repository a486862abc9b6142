"""`verify`: a changed byte is named, wherever it is; a site as it was built passes."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from site_src import verification
from tests.site.run import linimasa
from tests.site.sites import FIKTIF, data

ARTICLES = FIKTIF / "articles"


@pytest.fixture
def site(fiktif: Path, tmp_path: Path) -> Path:
    """A copy of the invented organisation's site that a test may spoil."""
    return Path(shutil.copytree(fiktif, tmp_path / "site"))


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A copy of its articles that a test may spoil."""
    return Path(shutil.copytree(ARTICLES, tmp_path / "articles"))


def test_as_built(fiktif: Path) -> None:
    """A site as it was built passes with every quote; the exit code is 0."""
    done = linimasa("verify", fiktif, "--articles", ARTICLES)

    assert (0, "") == (done.returncode, done.stdout), done.stdout
    assert "all match" in done.stderr


def test_every_quote_is_held(fiktif: Path) -> None:
    """As many quotes are held as the data have."""
    found = verification.verify(fiktif, ARTICLES)
    told = sum(len(record["evidence"]) for name in ("events", "claims") for record in data(fiktif, name))

    assert found.findings == ()
    assert told > 0
    assert found.quotes >= told + sum(len(day["sentences"]) for day in data(fiktif, "days"))
    assert found.files == len(json.loads((fiktif / "data" / "manifest.json").read_text("utf-8"))["outputs"])


def test_one_byte(site: Path) -> None:
    """One changed byte of a page is named, by file and digest; the exit code is 5."""
    page = site / "index.html"
    bytes_ = bytearray(page.read_bytes())
    bytes_[len(bytes_) // 2] ^= 1
    page.write_bytes(bytes_)
    done = linimasa("verify", site)

    assert done.returncode == 5
    assert done.stdout.startswith("index.html: changed: its SHA-256 is ")
    assert done.stdout.count("\n") == 1


def test_missing(site: Path) -> None:
    """A file that is gone is named."""
    (site / "about.html").unlink()
    found = verification.verify(site).findings

    assert [("about.html", "missing")] == [(one.place, one.what) for one in found]


def test_link_in_a_page_s_place(site: Path, tmp_path: Path) -> None:
    """A link to another file is not the page, even where that file has the same bytes under a folder's link."""
    shutil.move(site / "events", tmp_path / "events")
    (site / "events").symlink_to(tmp_path / "events")
    found = verification.verify(site).findings

    assert {"missing"} == {one.what for one in found}
    assert all(one.place.startswith("events/") for one in found)


def test_extra(site: Path) -> None:
    """A file that no build made is named and passes, as builds carry it; under --strict it fails."""
    (site / "CNAME").write_text("example.org", "utf-8")
    done, strict = linimasa("verify", site), linimasa("verify", site, "--strict")

    assert (0, 1) == (done.returncode, strict.returncode)
    assert "note: CNAME: no build made it" in done.stderr


@pytest.mark.parametrize("name", ["../outside.txt", "/etc/hostname", "a\\b", "events/../../x", "C:x"])
def test_path_of_a_hostile_manifest(site: Path, name: str) -> None:
    """A manifest that lists a path out of the site reads nothing there."""
    manifest = site / "data" / "manifest.json"
    record = json.loads(manifest.read_text("utf-8"))
    record["outputs"].append({"path": name, "sha256": "0" * 64})
    manifest.write_text(json.dumps(record), "utf-8")
    found = verification.verify(site).findings

    assert [(name, "changed")] == [(one.place, one.what) for one in found]
    assert "no build lists such a path" in found[0].message


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b"[" * 100_000, b"\xff\xfe", b'{"program": {"name": "Other"}}'])
def test_broken_manifest(site: Path, content: bytes) -> None:
    """A manifest that no build wrote is one line and exit code 1."""
    (site / "data" / "manifest.json").write_bytes(content)
    done = linimasa("verify", site)

    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "manifest.json" in done.stderr


def test_no_site(tmp_path: Path) -> None:
    """A folder without a manifest, and a path that is not there, are one line each."""
    empty, nowhere = linimasa("verify", tmp_path), linimasa("verify", tmp_path / "nowhere")

    assert (1, 2) == (empty.returncode, nowhere.returncode)
    assert (1, 1) == (empty.stderr.count("\n"), nowhere.stderr.count("\n"))


# --- Quotes ---


def _quoted(site: Path, suffix: str) -> tuple[dict[str, object], str, int]:
    """Give an article of a kind, a quote from it, and where that begins."""
    records = {record["id"]: record for record in data(site, "articles")}
    for event in data(site, "events"):
        for proof in event["evidence"]:
            record = records[proof["article"]]
            if str(record["path"]).endswith(suffix) and len(proof["quote"]) > 20:
                return record, proof["quote"], proof["start"]
    raise AssertionError(f"no quote from a {suffix}")


@pytest.mark.parametrize("suffix", [".txt", ".md"])
def test_changed_word(site: Path, articles: Path, suffix: str) -> None:
    """A letter that was changed in an article is named with its line and its offset."""
    record, _, start = _quoted(site, suffix)
    file = articles / str(record["path"])
    text = file.read_bytes().decode("utf-8")
    file.write_bytes((text[: start + 7] + "§" + text[start + 8 :]).encode("utf-8"))
    done = linimasa("verify", site, "--articles", articles)
    line = text.count("\n", 0, start) + 1

    assert done.returncode == 5
    assert f"{record['path']}:{line}: quote: " in done.stdout
    assert f"at {start + 7}, where '§" in done.stdout
    assert f"{record['path']}: article: its SHA-256 is " in done.stdout


def test_changed_quote(site: Path) -> None:
    """A quote that was changed in the data is named, though its article is as it was."""
    file = site / "data" / "events.json"
    record, quote, _ = _quoted(site, ".txt")
    as_json = json.dumps(quote, ensure_ascii=False)
    file.write_text(file.read_text("utf-8").replace(as_json, f'{as_json[:-1]} dan kami"'), "utf-8")
    found = verification.verify(site, ARTICLES).findings

    assert ("data/events.json", "changed") in {(one.place, one.what) for one in found}
    assert [one for one in found if one.what == "quote" and one.place.startswith(str(record["path"]))]


def test_article_taken_away(site: Path, articles: Path) -> None:
    """An article that is gone is named, with the number of quotes that hang in the air."""
    record, _, _ = _quoted(site, ".txt")
    (articles / str(record["path"])).unlink()
    found = verification.verify(site, articles).findings

    assert [(record["path"], "article")] == [(one.place, one.what) for one in found]
    assert "is not there any more" in found[0].message


def test_article_added(site: Path, articles: Path) -> None:
    """An article that was added since does not matter."""
    (articles / "baru.txt").write_text("Warga berkumpul pada 3 Mei 2020.", "utf-8")

    assert verification.verify(site, articles).findings == ()


def test_unlisted_article(site: Path) -> None:
    """A quote from an article that the data do not list is named."""
    file = site / "data" / "claims.json"
    record = json.loads(file.read_text("utf-8"))
    record["claims"][0]["evidence"][0]["article"] = "tidak-ada"
    file.write_text(json.dumps(record), "utf-8")
    found = verification.verify(site, ARTICLES).findings

    assert [one for one in found if "'tidak-ada' is quoted and not listed" in one.message]


@pytest.mark.parametrize(
    "spoil", [lambda text: text[:200], lambda text: "[]", lambda text: "[" * 50_000, lambda text: '{"events": 3}']
)
def test_broken_data(site: Path, spoil: Callable[[str], str]) -> None:
    """Data that are cut or no longer what they were are named, not a traceback."""
    file = site / "data" / "events.json"
    file.write_text(spoil(file.read_text("utf-8")), "utf-8")
    done = linimasa("verify", site, "--articles", ARTICLES)

    assert done.returncode == 5
    assert done.stdout.startswith("data/events.json: changed: ")
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("format", ["html", "jsonl", "csv", "zip"])
def test_quotes_of_other_formats(tmp_path: Path, format: str) -> None:
    """Quotes from pages, records and archives are held against their normalised text, and pass as they were built."""
    folder = tmp_path / "articles"
    folder.mkdir()
    words = "Wakil Meranta menandatangani perjanjian perbatasan di Avalon pada 3 Mei 2020. " * 2
    if format == "html":
        page = f"<html><head><title>Perjanjian &amp; batas</title></head><body><p>{words}</p><p>Baris &eacute; lain.</p></body></html>"
        (folder / "berita.html").write_text(page, "utf-8")
    elif format == "jsonl":
        (folder / "berita.jsonl").write_text(
            "".join(json.dumps({"id": f"a{n}", "text": f"{n}. {words}"}) + "\n" for n in (1, 2))
        )
    elif format == "csv":
        (folder / "berita.csv").write_text(f'id,text\na,"{words}"\n', "utf-8")
    else:
        import zipfile

        with zipfile.ZipFile(folder / "klip.zip", "w") as archive:
            archive.writestr("2020/berita.txt", words)
    built = linimasa("build", "--topic", FIKTIF, "--articles", folder, "--output", tmp_path / "site", "-q")
    assert built.returncode == 0, built.stderr
    found = verification.verify(tmp_path / "site", folder)

    assert found.findings == ()
    assert found.quotes > 0
