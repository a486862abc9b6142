"""HTML pages: their words as one folded text, the blocks that are the article, and what the page says of itself.

"<p>Caf&eacute;</p><nav>Home</nav>"  ->  source "Café Home", one block "Café"
"""

from __future__ import annotations

import re
from copy import deepcopy

from site_src.corpus.decoding import Decoded
from site_src.corpus.folding import Block, Element, NoPage, fold, parsed
from site_src.corpus.front_matter import check
from site_src.corpus.metadata import about
from site_src.corpus.raw import raw_text
from site_src.corpus.reading import Reading, Source, Span, too_many_lines
from site_src.model import Issue

PROSE = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "figcaption", "dd", "dt"))
SHARE = 0.6
"""Blocks that hold less than this share of what the extractor keeps are not trusted."""
COMMENTS = re.compile(r"(?:komentar|comments?|disqus)(?:$|[-_])")
SHORT = 30
"""Letters: fewer may stand inside another block by chance."""
DATED = re.compile(
    r"\d{1,2}\s+[^\W\d_]{3,}\.?,?\s+\d{4}|[^\W\d_]{3,}\s+\d{1,2},\s+\d{4}|\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}"
)
"""A date with its year, in any language of Latin letters."""
DATE_LINE = 120
"""Characters of a line that tells when."""
SCANT = 9
"""Words of a line that tells when and little else: weekday, day, month, year, clock, zone, and an outlet's name."""
AROUND = 8
"""Blocks above the title, and below it, where the page tells its date; what stands farther off is of other articles."""


def read_page(source: Source, decoded: Decoded) -> Reading:
    """Read a `.html` file."""
    try:
        tree = parsed(decoded.text)
        text, blocks = fold(tree)
        if not text:
            raise NoPage("the page holds no words")
    except NoPage as error:
        return Reading(issues=(Issue(source.path, 0, "corpus.empty", str(error), "skipped", "error"),))
    if excess := too_many_lines("", len(blocks)):
        return Reading(issues=(Issue(source.path, 0, "corpus.too-large", excess, "skipped", "error"),))
    told = about(tree, [text[each.start : each.end] for each in blocks])
    front, issues = check(told, source.path, {}, 0)
    return Reading((raw_text(source, "html", text, _article(tree, text, blocks, front.title), front),), issues)


def _article(tree: Element, text: str, blocks: tuple[Block, ...], title: str) -> tuple[Span, ...]:
    """Keep the blocks that the extractor keeps, the title, and the lines around it that hold a date.

    The extractor's view is not taken where the blocks hold too little of it.
    """
    kept = _extracted(tree)
    whole, lines = _squeezed(kept), {_squeezed(line) for line in kept.splitlines()}
    chosen = {
        place for place, each in enumerate(blocks) if _is_kept(_squeezed(text[each.start : each.end]), whole, lines)
    }
    if sum(blocks[place].end - blocks[place].start for place in chosen) < len(kept) * SHARE or not chosen:
        chosen = {place for place, each in enumerate(blocks) if each.tag in PROSE} or set(range(len(blocks)))
    head = _title(text, blocks, title)
    if head is not None:
        chosen = {head, *(place for place in chosen if place > head), *_date_lines(text, blocks, head, chosen)}
    return tuple((blocks[place].start, blocks[place].end) for place in sorted(chosen))


def _title(text: str, blocks: tuple[Block, ...], title: str) -> int | None:
    """Find the block of the title: its own words, a heading first; else the first heading."""
    wanted = _squeezed(title)
    same = [place for place, each in enumerate(blocks) if wanted and _squeezed(text[each.start : each.end]) == wanted]
    headings = dict.fromkeys(place for place, each in enumerate(blocks) if each.tag == "h1")
    return next((place for place in (*(each for each in same if each in headings), *same, *headings)), None)


def _date_lines(text: str, blocks: tuple[Block, ...], head: int, chosen: set[int]) -> list[int]:
    """Find the short lines with a date between the title and the article, and the nearest above it where none of them
    says little else: the others may be captions.
    """
    long = (place for place in sorted(chosen) if place > head and blocks[place].end - blocks[place].start > DATE_LINE)
    body = min(next(long, head + AROUND), head + AROUND, len(blocks))
    words = {place: text[blocks[place].start : blocks[place].end] for place in range(max(0, head - AROUND), body)}
    dated = [place for place, line in words.items() if len(line) <= DATE_LINE and DATED.search(line) and place != head]
    below = [place for place in dated if place > head]
    above = [place for place in dated if place < head][-1:]
    return below if any(words[place].count(" ") < SCANT for place in below) else [*above, *below]


def _is_kept(words: str, whole: str, lines: set[str]) -> bool:
    """Tell whether a block is among the extractor's words; a short one must be a line of theirs ("Home" is in many)."""
    return words in lines or (len(words) >= SHORT and words in whole)


def _extracted(tree: Element) -> str:
    """Ask trafilatura which words are the article; it fails on some broken pages, and then nothing is known."""
    from trafilatura import extract  # slow to load, and only pages need it

    try:
        found = extract(
            _without_comments(tree),
            include_comments=False,
            include_tables=False,
            favor_recall=True,
            with_metadata=False,
        )
    except Exception:  # noqa: BLE001  any library fault: an article must not stop a build, and the blocks stand without it
        return ""
    return found or ""


def _without_comments(tree: Element) -> Element:
    """Give the page without what its readers wrote: extractors know such sections by their names in English only."""
    own = deepcopy(tree)
    for each in list(own.iter("section", "div", "ul", "ol", "aside")):
        names = f"{each.get('id', '')} {each.get('class', '')}".lower().split()
        if any(COMMENTS.match(name) for name in names) and each.find(".//h1") is None and each.getparent() is not None:
            each.drop_tree()
    return own


def _squeezed(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum())
