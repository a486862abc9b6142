"""A hostile topic: the invented one, with hostile words in every cell, setting and page where words may stand."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path

from tests.hostile.articles import one_line
from tests.hostile.words import Words, hostile
from tests.site.sites import FIKTIF

UNFIT = dict.fromkeys([0x7F, 0xFEFF, 0xFFFE, 0xFFFF, 0x1FFFF, *range(0x80, 0xA0)])
"""What YAML refuses wherever it stands; other inputs try just that."""
CELLS = ("name_", "title_", "role_", "decisions_", "note_", "source")
"""How columns begin that hold words for readers."""


def lay_out(folder: Path, *, every: int = 1) -> Path:
    """Copy the invented topic to a folder and spoil the copy; entries and pages hold every n-th hostile word."""
    topic = Path(shutil.copytree(FIKTIF, folder))
    words = cycle([one for one in hostile() if one.family != "long"])

    def some() -> str:
        return next(words).text.replace("\x00", "")[:400]

    for table in sorted((topic / "tables").glob("*.csv")):
        if table.name != "indicators.csv":
            table.write_text(_spoiled(table, some), "utf-8", newline="")
    _settings(topic, some)
    _outlets(topic, some)
    chosen = [one for number, one in enumerate(hostile()) if number % every == 0]
    _entries(topic, some, chosen)
    _pages(topic, chosen)
    _history(topic, some)
    return topic


def _spoiled(table: Path, some: Callable[[], str]) -> str:
    """Put hostile words behind the first letters of each cell for readers: the names themselves are still found."""
    head, *rows = list(csv.reader(io.StringIO(table.read_text("utf-8"))))
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(head)
    for row in rows:
        writer.writerow(
            f"{cell} {some()}" if cell and name.startswith(CELLS) and cell not in ("Velindra", "Tarsonia") else cell
            for name, cell in zip(head, row, strict=True)
        )
    return out.getvalue()


def _quoted(text: str) -> str:
    """Write a TOML string: that of JSON, but for the letters that TOML wants escaped and for halves of letters."""
    return json.dumps(text.encode("utf-8", "replace").decode(), ensure_ascii=False).replace("\x7f", "\\u007f")


def _settings(topic: Path, some: Callable[[], str]) -> None:
    text = (topic / "site.toml").read_text("utf-8")
    for found in (
        "Linimasa Dewan Meranta",
        "Meranta Council Timeline",
        "Dewan Meranta, hari demi hari",
        "Topik rekaan untuk pengujian.",
    ):
        text = text.replace(json.dumps(found), _quoted(f"{found} {one_line(some())}"))
    own = 'base_url = "https://linimasa.example/"\ntag = "linimasa.example,2026"\n'
    (topic / "site.toml").write_text(own + f"licence = {_quoted(some())}\n" + text, "utf-8")
    for name in ("kinds", "series", "statuses", "measures"):
        file = topic / f"{name}.toml"
        lines = file.read_text("utf-8").splitlines()
        spoiled = (
            f"names = {{ id = {_quoted(some())}, en = {_quoted(some())} }}" if line.startswith("names = ") else line
            for line in lines
        )
        file.write_text("\n".join(spoiled) + "\n", "utf-8")


def _outlets(topic: Path, some: Callable[[], str]) -> None:
    tables = [
        f"[jahat-{number}]\nname = {_quoted(one_line(some()) or 'x')}\naliases = [{_quoted(one_line(some()) or 'x')}]\nlicence = {_quoted(some())}\nfull_text = true\n"
        for number in range(40)
    ]
    with (topic / "outlets.toml").open("a", encoding="utf-8") as file:
        file.write("\n" + "\n".join(tables))


def _entries(topic: Path, some: Callable[[], str], chosen: list[Words]) -> None:
    """Write an editor's entry for each hostile word, corrections, withdrawals and redirects."""
    (topic / "events").mkdir()
    for number, words in enumerate(chosen):
        day = f"{1990 + number % 30}-{1 + number % 12:02}-{1 + number % 28:02}"
        source = (
            f"{{outlet: {_yaml(words)}, title: {_yaml(words)}, date: {day}, url: 'https://berita.example/{number}'}}"
        )
        head = f"---\ndate: {day}\nkind: meeting\ntitle: {{id: {_yaml(words)}, en: {_yaml(words)}}}\nsources: [{source}]\n---\n"
        (topic / "events" / f"jahat-{number}.md").write_text(head + words.text, "utf-8", newline="")
    reasons = [
        f"reason = {{ id = {_quoted(some())}, en = {_quoted(some())} }}\ndate = 2024-05-0{1 + n}\n" for n in range(6)
    ]
    redate = 'does = "redate"\narticle = "dovel-dan-kereng"\nwords = "Ostravia menjadi negara pengamat"\nfound = 2010\nto = 2010-06-03\n'
    lost = "".join(
        f'[hilang-{n}]\ndoes = "drop"\narticle = {_quoted(some())}\nwords = {_quoted(some())}\nfound = 2010-06-03\n{reasons[n]}\n'
        for n in range(3)
    )
    (topic / "corrections.toml").write_text(f"[ubah]\n{redate}{reasons[3]}\n{lost}", "utf-8")
    gone = f'[ditarik]\narticle = "empat-langkah-2"\n{reasons[4]}\n[lain]\narticle = {_quoted(some())}\n{reasons[5]}'
    (topic / "withdrawn.toml").write_text(gone, "utf-8")


def _yaml(words: Words) -> str:
    return json.dumps(one_line(words.text)[:300] or "x", ensure_ascii=False).translate(UNFIT)


def _pages(topic: Path, chosen: list[Words]) -> None:
    """Write own pages: a long one of all hostile words, and one for each family."""
    whole = "\n\n".join(
        f"## {one_line(one.text)[:200]}\n\n{one.text}\n\n- {one.text}" for one in hostile() if one.family != "long"
    )
    (topic / "pages" / "about.id.md").write_text(f"# Semua <script>alert(1)</script>\n\n{whole}", "utf-8", newline="")
    for one in chosen:
        head = f'---\ntitle: {_yaml(one)}\nmenu: {_yaml(one)[:60].rstrip(chr(34)).rstrip(chr(92))}"\nlead: {_yaml(one)}\n---\n'
        if one.number == 1 or one.family in ("long", "links"):
            (topic / "pages" / f"{one.name}.id.md").write_text(head + one.text, "utf-8", newline="")


def _history(topic: Path, some: Callable[[], str]) -> None:
    (topic / "history").mkdir()
    out = io.StringIO()
    csv.writer(out).writerows(
        [("number", "date", "note_id", "note_en"), *((n, f"2024-0{n}-01", some(), some()) for n in range(1, 7))]
    )
    (topic / "history" / "releases.csv").write_text(out.getvalue(), "utf-8", newline="")
    places = (
        "../../x",
        "CON",
        "..",
        "<script>alert(1)</script>",
        "x" * 300,
        "/etc/passwd",
        "index",
        "pergi-1",
        "pergi-2",
        "{{7*7}}",
    )
    rows = [(place, 1, "stands", "", "2020-05-03", "meeting", "told", some(), some(), "x", "") for place in places]
    out = io.StringIO()
    csv.writer(out).writerows(
        [
            ("address", "release", "fate", "to", "edtf", "kind", "stance", "title_id", "title_en", "told_by", "marks"),
            *rows,
        ]
    )
    (topic / "history" / "entries.csv").write_text(out.getvalue(), "utf-8", newline="")


def link_out(topic: Path, outside: Path) -> None:
    """Lay links into the topic and its articles that lead to a secret outside, to endless files and to nowhere."""
    outside.mkdir()
    secret = outside / "rahasia.txt"
    secret.write_text("SANGAT-RAHASIA pada 1 Mei 2020 Velindra menandatangani perjanjian.", "utf-8")
    (outside / "rahasia.csv").write_text("id,name_id\nSGT,SANGAT-RAHASIA\n", "utf-8")
    for place in (
        "articles/tautan.txt",
        "articles/tautan.md",
        "pages/rahasia.id.md",
        "events/rahasia.md",
        "templates/assets/rahasia.txt",
        "templates/_rahasia.html",
    ):
        (topic / place).parent.mkdir(parents=True, exist_ok=True)
        (topic / place).symlink_to(secret)
    (topic / "articles" / "folder").symlink_to(outside)
    (topic / "articles" / "nol.txt").symlink_to("/dev/zero")
    (topic / "articles" / "putus.html").symlink_to("tak-ada")
    (topic / "templates" / "assets" / "folder").symlink_to(outside)
    (topic / "pages" / "nol.id.md").symlink_to("/dev/zero")
    os.mkfifo(topic / "articles" / "pipa.txt")
    os.mkfifo(topic / "events" / "pipa.md")
    os.mkfifo(topic / "pages" / "pipa.id.md")


def lay_articles(topic: Path, files: Iterator[tuple[str, bytes]]) -> None:
    """Write hostile articles into a topic."""
    for name, data in files:
        place = topic / "articles" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
