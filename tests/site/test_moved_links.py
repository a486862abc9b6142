"""A link of an own page to an address that an entry has left leads to the entry that follows it."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.site.run import linimasa
from tests.site.sites import FIKTIF

PAGE = "# Sejarah\n\nPiagam ditandatangani.[](entry:2003-old) Lihat [piagam](entry:2003-old) dan [](entry:2003-06-20-charter-signed).\n"
REDIRECTS = '[2003-old]\nto = "2003-06-20-charter-signed"\n'


def test_moved(tmp_path: Path) -> None:
    """It leads there, is numbered with it, and a note says where it leads; nothing is lost."""
    topic = Path(shutil.copytree(FIKTIF, tmp_path / "topik"))
    (topic / "pages" / "sejarah.id.md").write_text(PAGE, "utf-8")
    (topic / "redirects.toml").write_text(REDIRECTS, "utf-8")
    done = linimasa("build", "--topic", topic, "--output", tmp_path / "site", "-v")
    page = (tmp_path / "site" / "sejarah.html").read_text("utf-8")

    assert done.returncode == 0, done.stderr
    said = [line for line in done.stderr.splitlines() if "[topic.page-link]" in line]
    assert set(said) == {
        (
            "topik/pages/sejarah.id.md:3: note: found a link to 'entry:2003-old', where an entry stood before; "
            "it stands at '2003-06-20-charter-signed' now (the link leads there) [topic.page-link]"
        )
    }
    assert "2003-old" not in page
    assert '<a href="events/2003-06-20-charter-signed.html" rel="noopener">piagam</a>' in page
    assert page.count('class="cited-number"') == 1
