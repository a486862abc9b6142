"""What may not be shown of earlier releases: the words of an entry of which a teller was taken away.

A title or a day may have been that article's alone; nobody can tell from a release. So all of them are left out.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from site_src.model import Published


def silenced(entry: Published, standing: Collection[str]) -> Published:
    """Give an entry without its words where one of the articles that told it stands no more."""
    return entry if all(article in standing for article in entry.articles) else without_words(entry)


def without_words(entry: Published) -> Published:
    """Give an entry's address and what became of it, and the marks by which it is found."""
    return replace(entry, edtf="", kind="", stance="", titles={})
