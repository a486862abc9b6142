"""Bytes to text: UTF-8 first, UTF-16 by its mark or its zero bytes, else Windows-1252, and nothing lost.

decode(b"r\\xe9sum\\xe9")  ->  Decoded("résumé", "Latin-1")
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

MARKS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
# Control characters that no text editor writes; tab, line ends, form feed and escape are left out.
CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
BEYOND_ASCII = re.compile(rb"[\xc2-\xf4][\x80-\xbf]+")
UPPER_CONTROLS = re.compile(rb"[\x80-\x9f]")
DECLARED = re.compile(
    rb"(?:<meta[^>]{0,200}?charset|<\?xml[^>]{0,80}?encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE
)


class NotText(ValueError):
    """The bytes are no text in any encoding that is known here."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the encoding that gave it."""

    text: str
    encoding: str
    """`UTF-8`, `UTF-16`, `UTF-32`, `Latin-1`, `Windows-1252`, or what a page declares."""
    guessed: bool = False
    """Whether neither a mark nor the page names the encoding, nor the bytes show it."""
    strays: int = 0
    """How many bytes in an otherwise good UTF-8 text were read as Windows-1252."""


def decode(data: bytes, declared: str = "", *, nul: bool = False) -> Decoded:
    """Decode a file; `declared` is the encoding that a page or a feed gives itself.

    With `nul` a stray NUL is a letter like any other: one spoilt record does not make its whole file binary.
    Raises `NotText` for binary data.
    """
    for mark, codec, name in MARKS:
        if data.startswith(mark):
            return Decoded(_strict(data[len(mark) :], codec), name)
    if codec := _zero_pattern(data):
        return Decoded(_strict(data, codec), "UTF-16")
    zeros = data.count(b"\x00")
    if zeros * 10 > len(data) * nul or (len(CONTROLS.findall(data)) - zeros) * 100 > len(data):
        raise NotText("holds bytes that are no text")
    try:
        return Decoded(data.decode("utf-8"), "UTF-8")
    except UnicodeDecodeError:
        return _declared(data, declared) or _older(data)


def declared_encoding(data: bytes) -> str:
    """Give the encoding that a page or a feed names in its head, or nothing."""
    found = DECLARED.search(data[:4096])
    return found[1].decode("ascii") if found else ""


def _strict(data: bytes, codec: str) -> str:
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as error:
        raise NotText(f"begins like {codec} and breaks off at byte {error.start}") from None
    if "\x00" in text:
        raise NotText("holds NUL characters")
    return text


def _zero_pattern(data: bytes) -> str:
    """Recognise UTF-16 without a mark: Latin letters in it have a zero in every other byte, always the same one."""
    sample = data[:4096]
    if len(data) % 2 or len(data) < 4:
        return ""
    even, odd, pairs = sample[0::2].count(0), sample[1::2].count(0), len(sample) // 2
    if odd > pairs * 0.6 and even == 0:
        return "utf-16-le"
    if even > pairs * 0.6 and odd == 0:
        return "utf-16-be"
    return ""


def _declared(data: bytes, name: str) -> Decoded | None:
    try:
        codec = codecs.lookup(name).name if name else ""
        if not codec or codec == "utf-8":
            return None
        if codec in ("iso8859-1", "cp1252", "ascii"):  # browsers read all three as Windows-1252
            return Decoded("".join(WINDOWS[byte] for byte in data), "Windows-1252")
        return Decoded(data.decode(codec), name)
    except (LookupError, UnicodeDecodeError, ValueError):
        return None


def _older(data: bytes) -> Decoded:
    """Read as UTF-8 with strays where most of the bytes beyond ASCII are UTF-8, else as Windows-1252."""
    good = len(BEYOND_ASCII.findall(data))
    text = data.decode("utf-8", errors="windows-1252-strays")
    strays = _count_strays(data)
    if good > strays:
        return Decoded(text, "UTF-8", guessed=True, strays=strays)
    name = "Windows-1252" if UPPER_CONTROLS.search(data) else "Latin-1"
    return Decoded("".join(WINDOWS[byte] for byte in data), name, guessed=True)


def _count_strays(data: bytes) -> int:
    return sum("\udc80" <= letter <= "\udcff" for letter in data.decode("utf-8", errors="surrogateescape"))


def _windows(byte: int) -> str:
    """Give a byte's letter in Windows-1252; its five empty places as in Latin-1, so that nothing is lost."""
    try:
        return bytes((byte,)).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


WINDOWS = tuple(_windows(byte) for byte in range(256))


def _stray(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return "".join(WINDOWS[byte] for byte in error.object[error.start : error.end]), error.end


codecs.register_error("windows-1252-strays", _stray)
