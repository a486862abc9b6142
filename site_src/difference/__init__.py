"""Two builds -> what became of their entries: gained, lost, moved, retitled, changed.

An entry is the same by its address, else by the sentences that it rests on; titles and dates may change.
"""

from site_src.difference.comparing import Change, Difference, Loose, compare
from site_src.difference.reading import NoSite, read

__all__ = ["Change", "Difference", "Loose", "NoSite", "compare", "read"]
