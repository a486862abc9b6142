"""A copy of the invented topic in which everything is wrong that can be."""

from __future__ import annotations

import os
import shutil
import tomllib
from pathlib import Path

from site_src import pipeline, topic
from site_src.issues import in_order
from site_src.model import Issue

FIKTIF = Path(__file__).parents[1] / "topics" / "fiktif"
CASES = Path(__file__).parent / "broken.toml"


def spoil(folder: Path) -> Path:
    """Copy the topic and make every mistake of `broken.toml`, and those that no text can make."""
    shutil.copytree(FIKTIF, folder)
    for case in tomllib.loads(CASES.read_text("utf-8"))["spoil"]:
        _write(folder / case["file"], case)
    articles = folder / "articles"
    (articles / "biner.txt").write_bytes(bytes(range(256)) * 64)
    (articles / "latin.txt").write_bytes("Pertemuan digelar di Müstéria pada 3 Mei 2020.\n".encode("latin-1"))
    (articles / "tanpa-akhir.txt").write_text(f"Rapat dibuka pada 3 Mei 2020. {'kata ' * 1_200}\n", "utf-8")
    (articles / "buku.txt").write_text("".join(f"Rapat {n} dibuka di kota itu.\n\n" for n in range(40_000)), "utf-8")
    with (articles / "raksasa.txt").open("wb") as file:
        file.truncate(20_500_000)
    os.mkfifo(articles / "pipa.txt")
    (articles / "luar.txt").symlink_to("/etc/hostname")
    (articles / "putus.txt").symlink_to("tidak-ada.txt")
    (articles / "asli").mkdir()
    (articles / "tautan").symlink_to("asli", target_is_directory=True)
    (folder / "pages" / "latin.id.md").write_bytes("# Müstéria\n".encode("latin-1"))
    (folder / "pages" / "rahasia.id.md").symlink_to("/etc/hostname")
    return folder


def _write(file: Path, case: dict[str, str]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    if "text" in case:
        file.write_text(case["text"], "utf-8")
        return
    text = file.read_text("utf-8")
    if "add" in case:
        file.write_text(f"{text}{case['add']}\n", "utf-8")
        return
    before, after = case["change"]
    assert before in text, (file.name, before)
    file.write_text(text.replace(before, after, 1), "utf-8")


def told(folder: Path) -> tuple[Issue, ...]:
    """Give every problem that a build and `check` find in a topic."""
    found = pipeline.tell(pipeline.Options(folder, folder / "articles"))
    return in_order([*found.timeline.issues, *topic.check(found.topic)])
