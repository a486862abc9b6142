"""Timeline and earlier releases -> what became of every address that was published, and what each release changed.

`follow` tells it for a build; `record` makes the next release. Neither has a clock, and neither writes.
"""

from site_src.history.following import follow
from site_src.history.recording import record, without_withdrawn

__all__ = ["follow", "record", "without_withdrawn"]
