"""What is prepared where an article is told changes nothing in what is merged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec
import pytest

from site_src import events, statements
from site_src.events import Prepared
from site_src.model import Statement
from tests.corrections.desk import OBSERVER, table, told, topic
from tests.events.corpus import FOUNDED, HELD, MEETING, PACK, PLANNED, SIDELINES
from tests.events.corpus import told as articles_of
from tests.statements.league import bare

CORRECTIONS = {
    "none": "",
    "redate": table("hari", OBSERVER + "found = 2010\nto = 2010-06-03\n"),
    "rekind": table(
        "jenis",
        'does = "rekind"\narticle = "bukan-pakta"\nwords = "Lela Ruhnau mengumumkan"\n'
        'found = "announcement"\nto = "statement"\n',
    ),
}


@pytest.mark.parametrize("corrections", CORRECTIONS.values(), ids=CORRECTIONS)
def test_nothing_prepared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, corrections: str) -> None:
    """A corpus merges to the very same from what was prepared as without, whatever an editor changed."""
    merge, found = events.merge, []

    def both(every: Sequence[Statement], *given: Any, prepared: Mapping[str, Any], **how: Any) -> events.Merged:
        assert {one.evidence.article for one in every} <= set(prepared)
        found.extend((merge(every, *given), merge(every, *given, prepared=prepared, **how)))
        return found[-1]

    monkeypatch.setattr(events, "merge", both)
    told(topic(tmp_path, corrections))
    without, prepared = found

    assert without == prepared
    assert ["applied"] * bool(corrections) == [one.state for one in prepared.corrections]


def test_remembered() -> None:
    """What is prepared can be kept and read again, and serves for some of the articles only."""
    articles, known = articles_of(MEETING, SIDELINES, PLANNED, FOUNDED, HELD), bare()
    said = {one.id: statements.tell(one, pack=PACK, topic=known) for one in articles}
    made = {one.id: events.prepare(one, said[one.id], known, {"en": PACK}) for one in articles[1:]}
    again = {id: msgspec.msgpack.decode(msgspec.msgpack.encode(one), type=Prepared) for id, one in made.items()}
    every = [one for own in said.values() for one in own]
    part = {id: (said[id], one) for id, one in again.items()}

    assert made == again
    assert events.merge(every, articles, known, {"en": PACK}) == events.merge(
        every, articles, known, {"en": PACK}, prepared=part
    )
