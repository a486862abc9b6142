"""A card -> its picture as PNG, the same bytes for the same words, library and font."""

from __future__ import annotations

import io
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from site_src.exports.sharing import HEIGHT, WIDTH, Card

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

_GROUND, _TITLE, _DATE, _SITE, _LINE, _MARK = "#16234f", "#ffffff", "#f2b843", "#c6cef0", "#8194dc", "#f2b843"
_LEFT, _TOP, _FOOT = 150, 150, 546
_ROOM = WIDTH - _LEFT - 80
"""Of a line."""
_SIZES = (72, 64, 56, 48, 42)
"""Of the title: the largest at which it fits."""
_BOLD, _REGULAR = 700, 400
_NO_LETTER = "\uffff"


def draw(card: Card) -> bytes:
    """Draw a card; empty if the font lacks a letter of it: half a title is worse than no picture."""
    from PIL import Image, ImageDraw

    if not all(map(_known, sorted({*card.title, *card.dated, *card.site}))):
        return b""
    picture = Image.new("RGB", (WIDTH, HEIGHT), _GROUND)
    pen = ImageDraw.Draw(picture)
    _rail(pen)
    pen.text((_LEFT, 72), _cut(card.dated, _font(34, _REGULAR), 1)[0], _DATE, _font(34, _REGULAR))
    font, lines = _title(card.title)
    for number, line in enumerate(lines):
        pen.text((_LEFT, _TOP + round(number * font.size * 1.22)), line, _TITLE, font)
    pen.text((_LEFT, _FOOT), _cut(card.site, _font(32, _REGULAR), 1)[0], _SITE, _font(32, _REGULAR))
    out = io.BytesIO()
    # Few colours, all from one ground: a palette makes half of the bytes.
    picture.quantize(32, dither=Image.Dither.NONE).save(out, "PNG")
    return out.getvalue()


def _rail(pen: ImageDraw) -> None:
    """Draw the timeline's own mark along the left edge."""
    pen.line([(80, 0), (80, HEIGHT)], _LINE, 4)
    pen.ellipse([(62, 76), (98, 112)], _MARK)
    pen.rounded_rectangle([(68, 270), (92, 350)], 8, "#ffffff")
    pen.ellipse([(66, 552), (94, 580)], _GROUND, "#ffffff", 5)


def _title(title: str) -> tuple[FreeTypeFont, list[str]]:
    """Set a title as large as it fits; a very long one is cut."""
    for size in _SIZES:
        font, room = _font(size, _BOLD), int((_FOOT - _TOP - 20) // (size * 1.22))
        lines = _wrapped(title, font)
        if len(lines) <= room:
            return font, lines
    return font, _cut(title, font, room)


def _wrapped(text: str, font: FreeTypeFont) -> list[str]:
    """Break a text into lines that fit; a word that is wider than a line is broken too."""
    lines: list[str] = []
    for word in (piece for one in text.split() for piece in _pieces(one, font)):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(longer) <= _ROOM:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _pieces(word: str, font: FreeTypeFont) -> list[str]:
    fits = next((end for end in range(len(word), 1, -1) if font.getlength(word[:end]) <= _ROOM), 1)
    return [word[start : start + fits] for start in range(0, len(word), fits)]


def _cut(text: str, font: FreeTypeFont, room: int) -> list[str]:
    """Wrap a text into so many lines, the last one with dots where words are left out."""
    lines = _wrapped(text, font)
    if len(lines) <= room:
        return lines or [""]
    last = lines[room - 1]
    while last and font.getlength(f"{last} …") > _ROOM:
        last = last[:-1].rstrip()
    return [*lines[: room - 1], f"{last} …"]


@lru_cache(maxsize=16)
def _font(size: int, weight: int) -> FreeTypeFont:
    from PIL import ImageFont

    path = files("fontpkg_noto_serif") / "files" / "NotoSerif[wdth,wght].ttf"
    font = ImageFont.truetype(io.BytesIO(path.read_bytes()), size, layout_engine=ImageFont.Layout.BASIC)
    axes = [float({b"Weight": weight, b"Width": 100}[axis["name"]]) for axis in font.get_variation_axes()]
    font.set_variation_by_axes(axes)
    return font


@lru_cache(maxsize=4096)
def _known(letter: str) -> bool:
    """Tell whether the font has a letter: one that it lacks looks like the sign for none."""
    font = _font(32, _REGULAR)
    return letter.isspace() or bytes(font.getmask(letter)) != bytes(font.getmask(_NO_LETTER))
