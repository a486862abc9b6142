"""What fuzzed files are made of: pieces of their formats, words that the rules look for, and letters of every kind."""

from __future__ import annotations

import io
import zipfile

from hypothesis import strategies as st

WORDS = (
    "Velindra", "Dewan Meranta", "Irma Dovel", "didirikan", "bertemu", "KTT Dewan Meranta ke-4", "pada", "3 Mei 2020", "Kamis (25/5)",
    "kemarin", "2003-06-20", "akhir Juni 2022", "12/13/2020", "31 Februari", "0000-00-00", "99 Mei 99999", "pukul 25.61 WIB", "1.000,5 juta",
    "40 persen", "23 triliun dolar", "abad ke-21", "tahun 1990-an", "(", ")", "\"", "“", "”", "'", ". ", "? ", "! ", ", ", "; ", ": ", " - ", "–",
    "\n", "\n\n", "\r\n", "\r", "\t", "  ", "\u00a0", "\u2028", "\x85", "\x0c", "Jakarta -", "KABARVELINOR.EXAMPLE –", "Baca juga:", "Halaman 2",
    "Dr. ", "a.n. ", "1. ", "ke-", "se-", "dan", "atau", "tidak", "will meet on Thursday", "the fourth summit", "last year", "members", "anggota penuh",
)  # fmt: skip
LETTERS = st.text(
    st.one_of(
        st.characters(codec="utf-8"),
        st.sampled_from("\u202e\u2066\u200b\u200d\ufeff\u0301\u034f\ufe0f\u0000\ufffe\u00ad\u3164İıßﬁ٣๓①²½"),
    ),
    max_size=12,
)
FRONT = (
    "---\n", "title: ", "outlet: ", "published: ", "date: 2001-02-30\n", "part: ", "retells: ", "- {outlet: x, title: y}\n", "authors: [", "]", "{", "}",
    "&a ", "*a", "!!int ", "!!binary ", "| \n  ", "> \n", "'", '"', ": ", "? ", "\n", "id: ", "lang: id\n", "told_as_of: ", "url: http://x.example/\n", "#", "%YAML 9.9\n", "...\n",
)  # fmt: skip
HTML = (
    "<p>", "</p>", "<h1>", "</h1>", "<title>", "</title>", "<article>", "<div class='comments'>", "<table><tr><td>", "<time datetime='2020-05-03'>", "<!--", "-->",
    "<script type='application/ld+json'>", '{"@type":"NewsArticle","datePublished":"2020-05-03","headline":"x","author":[{"name":1}]}', "</script>", "<meta property='article:published_time' content='",
    "'>", "<html lang='id'>", "<br>", "<b>", "&amp;", "&#0;", "&#xD800;", "&bogus;", "<![CDATA[", "]]>", "<?php", "<!DOCTYPE", "<svg>", "<math>", "<template>", "<noscript>", "<link rel=canonical href='http://[x'>", "<meta charset=",
)  # fmt: skip
JSON = ("{", "}", "[", "]", '"text"', '"id"', '"title"', '"published"', ":", ",", '"', "\\u0000", "\\ud800", "null", "true", "-1e999", "12", '{"text":"Velindra bertemu pada 3 Mei 2020."}', "\n")  # fmt: skip
CSV = (
    "id",
    "text",
    "title",
    "outlet",
    "authors",
    "published",
    ",",
    ";",
    "\t",
    "\n",
    "\r\n",
    '"',
    '""',
    "|",
    "id,text\n",
    "1,Satu.\n",
)
XML = (
    "<?xml version='1.0' encoding='utf-16'?>", "<rss version='2.0'><channel>", "<feed xmlns='http://www.w3.org/2005/Atom'>", "<item>", "</item>", "<entry>", "</entry>", "<title>", "</title>",
    "<description>", "</description>", "<content type='html'>", "</content>", "<pubDate>", "Wed, 03 Jul 2024 06:30:00 +9999", "</pubDate>", "<link href='http://[::1'/>", "<author>", "</author>", "<guid>", "</guid>", "&lt;p&gt;", "<![CDATA[", "]]>",
    "<!DOCTYPE a [<!ENTITY b 'c'>]>", "&b;", "xml:base='http://[x'", "</channel></rss>", "</feed>",
)  # fmt: skip
TOML = ("[", "]", "[[", "]]", "=", ".", "{", "}", "\n", '"', "'", '"""', "#", "id", "en", "names", "triggers", "true", "1979-05-27", "99:99", "inf", "0x", "[a.b]\n", "\\u0000", "\\uD800", ",")  # fmt: skip
TABLE = (
    ",",
    "\n",
    '"',
    "|",
    "/",
    "#",
    "VLD",
    "2003-06-20",
    "2003-13-40",
    "0000",
    "yes",
    "high",
    "member",
    "velinor",
    "-1",
    "1e999",
    "９",
    "id",
    "source",
    "http://x",
    ";",
)


def made_of(*kinds: tuple[str, ...], size: int = 40) -> st.SearchStrategy[str]:
    """Join pieces of some kinds with words and letters."""
    piece = st.one_of(*(st.sampled_from(kind) for kind in kinds), st.sampled_from(WORDS), LETTERS)
    return st.lists(piece, max_size=size).map("".join)


def encoded(text: st.SearchStrategy[str]) -> st.SearchStrategy[bytes]:
    """Write text in one of several encodings, and now and then spoil some bytes."""
    codes = st.sampled_from(
        ("utf-8", "utf-8", "utf-8", "utf-8-sig", "utf-16", "utf-16-be", "latin-1", "cp1252", "utf-32")
    )
    whole = st.builds(lambda words, code: words.encode(code, "replace"), text, codes)
    return st.one_of(whole, whole, st.builds(spoiled, whole, st.integers(0, 10_000), st.binary(max_size=8)))


def spoiled(data: bytes, place: int, more: bytes) -> bytes:
    """Put other bytes into the place of some."""
    at = place % (len(data) + 1)
    return data[:at] + more + data[at + len(more) // 2 :]


def zipped(files: st.SearchStrategy[bytes]) -> st.SearchStrategy[bytes]:
    """Pack files under names of all kinds, and now and then spoil the archive."""
    name = st.one_of(
        st.sampled_from(("a.txt", "b.md", "../c.txt", "/d.html", "e/f.jsonl", "g.zip", "CON.csv", "h.rss")),
        st.text(max_size=8).map(lambda text: f"{text}.txt"),
    )
    whole = st.builds(_packed, st.lists(st.tuples(name, files), max_size=4))
    return st.one_of(whole, st.builds(spoiled, whole, st.integers(0, 10_000), st.binary(max_size=8)))


def _packed(members: list[tuple[str, bytes]]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in dict(members).items():
            archive.writestr(zipfile.ZipInfo(name), data)
    return out.getvalue()


TEXTS = {
    "txt": made_of(),
    "md": made_of(FRONT).map(lambda text: f"---\n{text}"),
    "html": made_of(HTML),
    "jsonl": made_of(JSON),
    "csv": made_of(CSV).map(lambda text: f"id,text,title\n{text}"),
    "rss": made_of(XML),
    "atom": made_of(XML).map(lambda text: f"<feed xmlns='http://www.w3.org/2005/Atom'>{text}"),
}
FILES = {suffix: encoded(text) for suffix, text in TEXTS.items()}
FILES["zip"] = zipped(st.one_of(*FILES.values()))
