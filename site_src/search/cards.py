"""Documents -> what search shows of them in one language, in scripts of fifty cards each.

A result is read from its own small script, so that the index itself stays small however much is quoted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from site_src.model import Document
from site_src.notation import compact

SHARD = 50
"""Documents in one script."""


def card_files(documents: Sequence[Document], language: str) -> Mapping[str, bytes]:
    """Write the cards of a language by file name; each script hands its cards to the page that asked for them."""
    return {
        f"{language}-{start // SHARD}.js": _script(start // SHARD, documents[start : start + SHARD], language)
        for start in range(0, len(documents), SHARD)
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
