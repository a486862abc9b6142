"""Languages of words that no field tells: the title of a report that is retold, an editor's remark beside a source."""

from __future__ import annotations

import re

from site_src.languages.detect import detect
from site_src.pages.desk import Desk

ADDRESS = re.compile(r"https?://\S+|\b[\w-]+(?:\.[\w-]+)+(?:/\S*)?")


def tongue(desk: Desk, words: str) -> str:
    """Tell the language of words, for their `lang`; empty where it is the page's, or too little is there to tell."""
    found = detect(ADDRESS.sub(" ", words), desk.packs)
    return "" if found == desk.language else found
