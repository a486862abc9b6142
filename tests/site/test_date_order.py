"""An outlet's row says how its dates in figures are read."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from tests.site.run import linimasa
from tests.site.sites import FIKTIF

ARTICLE = """---
outlet: Rajati Wire
published: "2021-10-04"
lang: en
---
# Ministers sign a pact

Quarra and Tarsa signed a memorandum on 9/11/2021 in the capital, the ministry said.
"""


def _days(topic: Path) -> set[str]:
    done = linimasa("extract", "--topic", topic, "--json", "-")
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)["events"]
    return {event["edtf"] for event in told if any(one["article"] == "pact" for one in event["evidence"])}


def test_the_row_decides_and_the_cache_follows(tmp_path: Path) -> None:
    """With `date_order = "mdy"` 9/11/2021 is in September; once the row no longer says so, in November."""
    topic = tmp_path / "topic"
    shutil.copytree(FIKTIF, topic)
    shutil.rmtree(topic / "articles")
    (topic / "articles").mkdir()
    (topic / "articles" / "pact.md").write_text(ARTICLE, "utf-8")
    american = _days(topic)
    table = (topic / "outlets.toml").read_text("utf-8")
    (topic / "outlets.toml").write_text(table.replace('date_order = "mdy"\n', ""), "utf-8")

    assert {"2021-09-11"} == american
    assert {"2021-11-09"} == _days(topic)
