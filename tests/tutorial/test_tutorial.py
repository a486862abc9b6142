"""The tutorial does what it says: from an empty folder and a dozen clippings to a published timeline."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.site.run import PROJECT
from tests.site.sites import data
from tests.tutorial.steps import missing, steps, write

TUTORIAL = PROJECT / "docs" / "tutorial.md"
FOLDER = "my-timeline"
"""What the tutorial calls the reader's folder."""

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the tutorial's commands are those of a Unix shell")


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a reader who did everything that the tutorial says, and saw all that it promises."""
    folder = tmp_path_factory.mktemp("reader") / FOLDER
    printed = ""
    for step in steps(TUTORIAL.read_text("utf-8")):
        if step.deed == "run":
            printed = "".join(_run(line, folder) for line in step.body.splitlines())
        elif step.deed == "expect":
            assert missing(step, printed) == [], f"{TUTORIAL.name}:{step.line}\n{printed}"
        else:
            write(step, folder.parent / step.file)
    return folder


def _run(line: str, folder: Path) -> str:
    """Run a command with the reader's folder elsewhere, and give what it printed as if it were here."""
    command = line.replace(FOLDER, str(folder)).replace("python ", f"{sys.executable} ", 1)
    done = subprocess.run(
        command, shell=True, cwd=PROJECT, text=True, encoding="utf-8",
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, f"{line}\n{done.stdout}"
    return done.stdout.replace(str(folder), FOLDER)


def site_of(folder: Path) -> Path:
    """Give the site that the tutorial builds beside the reader's folder."""
    return folder.with_name(f"{FOLDER}-site")


def test_a_dozen() -> None:
    """There are twelve clippings, of four formats."""
    files = sorted((PROJECT / "tests" / "tutorial" / "clippings").iterdir())

    assert len(files) == 12
    assert {file.suffix for file in files} == {".txt", ".md", ".html", ".jsonl"}


def test_founding(followed: Path) -> None:
    """Four clippings tell the founding as one entry; the fifth's other year is an account of its day."""
    founding = [event for event in data(site_of(followed), "events") if event["kind"] == "founding"]

    assert [event["edtf"] for event in founding] == ["2011-05-12"]
    assert len({quote["article"] for quote in founding[0]["evidence"]}) >= 4
    assert [account["value"] for account in founding[0]["accounts"]["when"]] == ["2011-05-12", "2012"]


def test_claim(followed: Path) -> None:
    """The other year is a claim that the table does not confirm."""
    verdicts = {claim["value"]: claim["data_check"]["verdict"] for claim in data(site_of(followed), "claims")}

    assert verdicts == {"2011-05-12": "holds", "2012": "does-not-hold"}


def test_plan_and_event(followed: Path) -> None:
    """The announced accession and the accession stand at one day as two entries; so does a ceremony that names nobody."""
    found = sorted(
        (event["kind"], event["stance"]) for event in data(site_of(followed), "events") if event["edtf"] == "2024-06-20"
    )

    assert [("accession", "planned"), ("accession", "told"), ("general", "planned")] == found


def test_correction(followed: Path) -> None:
    """The first voyage is the opening that the editor says it is."""
    voyage = [event for event in data(site_of(followed), "events") if event["edtf"] == "2024-07-01"]

    assert [event["kind"] for event in voyage] == ["opening"]


def test_published(followed: Path) -> None:
    """What is to be copied to a server is a whole site, in both languages, about its own organisation."""
    site = site_of(followed)

    assert "Linimasa Sungai Arung" in (site / "index.html").read_text("utf-8")
    assert "one desk" in (site / "en" / "about.html").read_text("utf-8")
    assert (site / "data" / "manifest.json").is_file()


def test_mistake_is_named(followed: Path, tmp_path: Path) -> None:
    """The slip that the tutorial invites to is answered with file, line and what may have been meant."""
    topic = Path(shutil.copytree(followed, tmp_path / FOLDER))
    places = topic / "tables" / "places.csv"
    places.write_text(places.read_text("utf-8").replace(",TRS,", ",TRZ,"), "utf-8")
    done = subprocess.run(
        [sys.executable, "build.py", "check", "--topic", topic],
        cwd=PROJECT, capture_output=True, text=True, encoding="utf-8", timeout=120,
    )  # fmt: skip

    assert done.returncode == 4
    assert "tables/places.csv:" in done.stdout + done.stderr
    assert "'TRZ'" in done.stdout + done.stderr
    assert "TRS" in done.stdout + done.stderr
