"""The one place where a `RawText` is put together."""

from __future__ import annotations

import hashlib

from site_src.corpus.reading import Source, Span
from site_src.model import FrontMatter, Media, RawText


def raw_text(source: Source, media: Media, text: str, blocks: tuple[Span, ...], front: FrontMatter) -> RawText:
    """Make the value of a whole file."""
    digest = hashlib.sha256(source.data).hexdigest()
    return RawText(front.id or source.id, source.path, 1, media, text, blocks, front, digest)
