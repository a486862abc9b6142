"""Documents -> what search shows of them in one language, in scripts of fifty cards each.

A result is read from its own small script, so that the index itself stays small however much is quoted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil

from site_src.model import Document
from site_src.notation import compact

SHARD = 50
"""Documents in one script."""


def card_names(documents: Sequence[Document], language: str) -> tuple[str, ...]:
    """Name the scripts with the cards of a language."""
    return tuple(f"{language}-{shard}.js" for shard in range(ceil(len(documents) / SHARD)))


def card_files(documents: Sequence[Document], language: str) -> Mapping[str, bytes]:
    """Write the cards of a language by file name; each script hands its cards to the page that asked for them."""
    return {
        name: _script(shard, documents[shard * SHARD : (shard + 1) * SHARD], language)
        for shard, name in enumerate(card_names(documents, language))
    }


def _script(shard: int, documents: Sequence[Document], language: str) -> bytes:
    cards = ",\n".join(compact(_card(document, language)) for document in documents)
    return f"linimasaCards({shard}, [\n{cards}\n]);\n".encode()


def _card(document: Document, language: str) -> list[object]:
    """Give title, its language where it is another, note, address, and the texts with their languages, its own first."""
    title, really = document.titles[language]
    return [
        title,
        "" if really == language else really or "und",
        document.notes.get(language, ""),
        document.address[language],
        [[tongue or "und", text] for tongue, text in sorted(document.texts, key=lambda one: one[0] != language)],
    ]
