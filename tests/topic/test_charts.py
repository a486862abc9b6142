"""The charts that a topic may name are those that are drawn."""

from __future__ import annotations

from site_src import charts
from site_src.topic.charts import KINDS, OPTIONS


def test_kinds() -> None:
    """Topics know every kind of chart, in the order in which it is offered, and what each can be of."""
    assert tuple(charts.KINDS) == KINDS
    assert charts.OPTIONS == OPTIONS
