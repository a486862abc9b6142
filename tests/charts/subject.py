"""What a chart kind is given, for tests that look inside one."""

from __future__ import annotations

from site_src.charts.kinds import Subject
from site_src.topic.values import Topic


def subject(topic: Topic, of: str = "") -> Subject:
    """Make a subject without entries and claims."""
    return Subject(topic, {}, ("en",), of=of)
