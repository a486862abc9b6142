"""Two builds -> what became of their entries: gained, lost, moved, retitled, changed.

An entry is the same by its address, else by the sentences that it rests on; titles and dates may change. An address is
lost where a page stood and none stands now, not even one that leads on.
"""

from site_src.difference.comparing import Change, Difference, Loose, compare
from site_src.difference.lost import lost
from site_src.difference.reading import NoSite, addresses, read

__all__ = ["Change", "Difference", "Loose", "NoSite", "addresses", "compare", "lost", "read"]
