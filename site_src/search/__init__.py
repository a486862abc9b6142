"""Documents -> the files that search.html loads from disk: words, and cards to show.

    assets/search/words.js         every word, its stem and the documents that have it; the same for all languages
    assets/search/id-0.js, id-1.js the cards of fifty documents each, fetched when a result is one of them

The browser needs no stemmer: words of one stem share its list of documents.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from site_src.model import Document
from site_src.search.cards import card_files, card_names
from site_src.search.inverted import invert
from site_src.search.packed import words_file

FOLDER = "assets/search"


def places(documents: Sequence[Document], *, languages: Sequence[str]) -> tuple[str, ...]:
    """Name the files of the index, before they are written."""
    cards = (name for language in languages for name in card_names(documents, language))
    return (f"{FOLDER}/words.js", *(f"{FOLDER}/{name}" for name in cards))


def index(documents: Sequence[Document], *, languages: Sequence[str]) -> Mapping[str, bytes]:
    """Write the search index by address; documents keep their order, and are numbered by it."""
    found = {f"{FOLDER}/words.js": words_file(invert(documents), documents)}
    for language in languages:
        found |= {f"{FOLDER}/{name}": content for name, content in card_files(documents, language).items()}
    return found
