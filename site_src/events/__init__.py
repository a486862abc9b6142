"""What the articles and tables say together: events, claims and days, with the reasons for every join.

statements + table rows -> blocks -> weighed pairs -> clusters -> Event;  figures -> Claim;  mentions -> Day
"""

from site_src.events.branches import Branch
from site_src.events.explaining import explain
from site_src.events.merging import Merged, merge
from site_src.events.preparing import Prepared, prepare
from site_src.events.quotes import check_quotes

__all__ = ["Branch", "Merged", "Prepared", "check_quotes", "explain", "merge", "prepare"]
