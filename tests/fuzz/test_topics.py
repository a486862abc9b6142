"""Whatever an editor's files hold, the topic loads with Issues, or says in one line why it cannot."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from site_src import topic
from site_src.pages.markdown import headings, links, render_markdown
from site_src.texts import words
from tests.fuzz.pieces import FRONT, TABLE, TOML, encoded, made_of, spoiled
from tests.site.sites import FIKTIF

SHORT, LONG = 12, 1_500
NEW = {
    "corrections.toml": '[a]\ndoes = "redate"\narticle = "x"\nwords = "y"\nfound = 2010\nto = 2011\nreason = "z"\ndate = 2024-05-01\n',
    "withdrawn.toml": '[a]\narticle = "x"\nreason = "z"\ndate = 2024-05-01\n',
    "redirects.toml": '[a]\nfrom = "x"\nto = "y"\nreason = "z"\ndate = 2024-05-01\n',
    "history/releases.csv": "number,date,note_id,note_en\n1,2024-05-01,a,b\n",
    "history/entries.csv": "address,release,fate,to,edtf,kind,stance,title_id,title_en,told_by,marks\na,1,stands,,2020,meeting,told,a,b,x,y\n",
    "events/satu.md": "---\ndate: 2019-05-04\nkind: meeting\ntitle: {en: Treaty}\nsources: [{outlet: The Gazette, title: T, date: 2019-05-05}]\n---\nSatu.\n",
    "pages/satu.id.md": "---\nmenu: Satu\nlead: Dua\n---\n# Tiga\n\n[a](entry:b)[](person:c)\n",
}
"""Files that the invented topic has not."""
PLACES = (*sorted(path.relative_to(FIKTIF).as_posix() for path in FIKTIF.rglob("*.*") if path.suffix in (".csv", ".toml") and path.name != "expected.toml"), *NEW)  # fmt: skip
MARKDOWN = (
    "[", "](", ")", "]", "javascript:alert(1)", "entry:x", "](chart:membership)", "<", ">", "<script>", "<a href='", "onerror=", "<img src=x ", "`", "```\n", "# ", "## ", "- ", "1. ",
    "> ", "*", "**", "_", "|", "\n", "\n\n", "    ", "&lt;", "&#", "![", "<!--", "-->", "[a]: ", "\\", "https://x.example", "data:text/html,", "<p id=main>", "class='cited'", "style=",
)  # fmt: skip
LIVE = re.compile(r"<(?:script|img|iframe|style|svg|object|embed|form|input|base|meta|link)\b|<[^>]*\son\w+\s*=|(?:href|src)=\"\s*(?:javascript|data|vbscript):", re.IGNORECASE)  # fmt: skip


def _old(place: str) -> bytes:
    return NEW[place].encode() if place in NEW else (FIKTIF / place).read_bytes()


def _changed(place: str) -> st.SearchStrategy[bytes]:
    """Give a file of the topic with a stretch of it replaced, and files made of pieces alone."""
    kinds = {".toml": TOML, ".csv": TABLE, ".md": FRONT}[Path(place).suffix]
    piece = made_of(kinds, size=6)
    patched = st.builds(
        lambda at, more: spoiled(_old(place), at, more.encode("utf-8", "replace")), st.integers(0, 100_000), piece
    )
    return st.one_of(patched, patched, patched, encoded(made_of(kinds)))


def _every(place: str, examples: int, *, always_the_same: bool) -> Callable[[], None]:
    with tempfile.TemporaryDirectory() as folder:
        own = Path(shutil.copytree(FIKTIF, Path(folder) / "topic"))
        for name, text in NEW.items():
            (own / name).parent.mkdir(exist_ok=True)
            (own / name).write_text(text, "utf-8")

        @settings(
            max_examples=examples, deadline=None, derandomize=always_the_same, database=None,
            suppress_health_check=list(HealthCheck), print_blob=True,
        )  # fmt: skip
        @given(_changed(place))
        def run(data: bytes) -> None:
            (own / place).write_bytes(data)
            try:
                known, issues = topic.load(own)
                words.of({}, known)  # what compiles on its own must compile with the others
            except topic.TopicError:
                if place != "site.toml":
                    raise
                return
            assert not [one for one in issues if not one.message or not one.done]

        run()
    return run


@pytest.mark.parametrize("place", PLACES)
def test_any_table(place: str):
    """A table, a setting or a text of any content is read as far as it can be."""
    _every(place, SHORT, always_the_same=True)


@pytest.mark.proof
@pytest.mark.parametrize("place", PLACES)
def test_any_table_at_length(place: str):
    """The same with many more, others on every run."""
    _every(place, LONG, always_the_same=False)


def _markdown(text: str) -> None:
    html = render_markdown(text)
    assert not LIVE.search(html), html
    headings(text)
    links(text)


@settings(max_examples=150, deadline=None, derandomize=True, database=None)
@given(made_of(MARKDOWN))
def test_any_markdown(text: str):
    """Markdown of any content becomes HTML in which nothing acts."""
    _markdown(text)


@pytest.mark.proof
@settings(max_examples=20_000, deadline=None, derandomize=False, database=None, suppress_health_check=list(HealthCheck))
@given(made_of(MARKDOWN))
def test_any_markdown_at_length(text: str):
    """The same, twenty thousand times."""
    _markdown(text)


BOMB = "k0: &k0 x\n" + "\n".join(f"k{n}: &k{n} [{', '.join([f'*k{n - 1}'] * 9)}]" for n in range(1, 9))
FOUND = {
    "a cell without an end": ("tables/people.csv", "id,name_id\na," + "x" * 10_000_001),
    "arrays in arrays": ("kinds.toml", "[a]\nnames = " + "[" * 5_000),
    "a number too long for Python": ("kinds.toml", "[a]\nweight = " + "9" * 5_000),
    "aliases of aliases": ("events/satu.md", f"---\n{BOMB}\ntitle: *k8\n---\nSatu.\n"),
    "the same above a page": ("pages/satu.id.md", f"---\n{BOMB}\ntitle: *k8\n---\nSatu.\n"),
    "brackets in brackets": ("pages/satu.id.md", "---\ntitle: " + "[" * 60_000 + "\n---\nSatu.\n"),
}


@pytest.mark.parametrize("name", FOUND)
def test_found_once(tmp_path: Path, name: str):
    """What once ended a build with a traceback, or its memory, is an Issue."""
    place, text = FOUND[name]
    own = Path(shutil.copytree(FIKTIF, tmp_path / "topic"))
    (own / place).parent.mkdir(exist_ok=True)
    (own / place).write_text(text, "utf-8")

    _, issues = topic.load(own)

    assert [one for one in issues if one.path == f"topic/{place}" and one.level == "error"]


@pytest.mark.parametrize("target", ["/dev/zero", "../../outside.txt", "missing"])
@pytest.mark.parametrize(
    "place", ["pages/x.id.md", "events/x.md", "templates/assets/x.txt", "templates/_x.html", "tables/summits.csv"]
)
@pytest.mark.skipif(not hasattr(Path, "symlink_to"), reason="this system has no links")
def test_links_of_a_topic(tmp_path: Path, place: str, target: str):
    """A link that leads out of the topic, nowhere or to what never ends is named and not read."""
    own = Path(shutil.copytree(FIKTIF, tmp_path / "topic"))
    (tmp_path / "outside.txt").write_text("secret", "utf-8")
    (own / place).parent.mkdir(parents=True, exist_ok=True)
    (own / place).unlink(missing_ok=True)
    (own / place).symlink_to(tmp_path / "outside.txt" if "outside" in target else target)

    known, issues = topic.load(own)

    assert [one for one in issues if one.path == f"topic/{place}" and one.level == "error"]
    assert own / place not in known.inputs or place.startswith(("pages", "events", "tables"))
