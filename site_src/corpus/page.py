"""HTML pages: their words as one folded text, the blocks that are the article, and what the page says of itself.

"<p>Caf&eacute;</p><nav>Home</nav>"  ->  source "Café Home", one block "Café"
"""

from __future__ import annotations

from site_src.corpus.decoding import Decoded
from site_src.corpus.folding import Block, Element, NoPage, fold, parsed
from site_src.corpus.front_matter import check
from site_src.corpus.metadata import about
from site_src.corpus.raw import raw_text
from site_src.corpus.reading import Reading, Source, Span
from site_src.model import Issue

PROSE = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "figcaption", "dd", "dt"))
SHARE = 0.6
"""Blocks that hold less than this share of what the extractor keeps are not trusted."""
SHORT = 30
"""Letters: fewer may stand inside another block by chance."""


def read_page(source: Source, decoded: Decoded) -> Reading:
    """Read a `.html` file."""
    try:
        tree = parsed(decoded.text)
        text, blocks = fold(tree)
        if not text:
            raise NoPage("the page holds no words")
    except NoPage as error:
        return Reading(issues=(Issue(source.path, 0, "corpus.empty", str(error), "skipped", "error"),))
    front, issues = check(about(tree), source.path, {}, 0)
    return Reading((raw_text(source, "html", text, _article(tree, text, blocks), front),), issues)


def _article(tree: Element, text: str, blocks: tuple[Block, ...]) -> tuple[Span, ...]:
    """Keep the blocks that the extractor keeps, and the first heading; its own view where they hold too little."""
    kept = _extracted(tree)
    whole, lines = _squeezed(kept), {_squeezed(line) for line in kept.splitlines()}
    chosen = [each for each in blocks if _is_kept(_squeezed(text[each.start : each.end]), whole, lines)]
    if sum(each.end - each.start for each in chosen) < len(kept) * SHARE or not chosen:
        chosen = [each for each in blocks if each.tag in PROSE] or list(blocks)
    title = next((each for each in blocks if each.tag == "h1"), None)
    if title and title not in chosen:
        chosen = [title, *(each for each in chosen if each.start > title.start)]
    return tuple((each.start, each.end) for each in chosen)


def _is_kept(words: str, whole: str, lines: set[str]) -> bool:
    """Tell whether a block is among the extractor's words; a short one must be a line of theirs ("Home" is in many)."""
    return words in lines or (len(words) >= SHORT and words in whole)


def _extracted(tree: Element) -> str:
    """Ask trafilatura which words are the article; it fails on some broken pages, and then nothing is known."""
    from trafilatura import extract  # slow to load, and only pages need it

    try:
        found = extract(tree, include_comments=False, include_tables=False, favor_recall=True, with_metadata=False)
    except Exception:  # noqa: BLE001  any library fault: an article must not stop a build, and the blocks stand without it
        return ""
    return found or ""


def _squeezed(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum())
