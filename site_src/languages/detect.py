"""Tell a text's language by the commonest words of each pack.

On single sentences of news this is as right as a trained model limited to the same languages, needs no model, and can
say that none of them fits (tests/cases/texts/languages.toml).
"""

from __future__ import annotations

from collections.abc import Mapping

from site_src.languages.pack import LanguagePack
from site_src.languages.words import letters

ENOUGH = 20
"""Words from which on a text speaks for itself."""
SHARE = 0.12
"""In running text about a third of the words are common ones; below this share it is another language."""
LONGEST = 1_500
"""Characters: more of them change nothing."""


def detect(text: str, packs: Mapping[str, LanguagePack], default: str = "") -> str:
    """Give the code of the pack that fits best; `default` for a text too short to tell; empty if no pack fits."""
    words = letters(text[:LONGEST])
    if not words:
        return default if default in packs else ""
    counts = {code: sum(map(frozenset(pack.sentences.common).__contains__, words)) for code, pack in packs.items()}
    best = max(sorted(counts), key=lambda code: counts[code], default="")
    tied = sum(count == counts[best] for count in counts.values()) > 1 if counts else True
    if not tied and counts[best] >= len(words) * SHARE and counts[best] > 1:
        return best
    return default if len(words) < ENOUGH and default in packs else ""
