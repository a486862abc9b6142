"""What a browser gets: a file of the site, the page about what is wrong, or a word that there is nothing.

A page of the site has one line more than its file: the script that asks for news. Nothing else of a file is changed.
"""

from __future__ import annotations

import hashlib
import html
import re
from dataclasses import dataclass, field
from http import HTTPStatus

OWN = ".linimasa/"
"""Where the server's own style, script and news stand. No file of a site is called so: a build's names have no such part."""
SCRIPT, STYLE, NEWS, LAST_GOOD = f"{OWN}reload.js", f"{OWN}serve.css", f"{OWN}news", f"{OWN}last-good"
CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".csv": "text/csv; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".md": "text/markdown; charset=utf-8",
    ".bib": "text/x-bibtex; charset=utf-8",
    ".ris": "application/x-research-info-systems; charset=utf-8",
    ".svg": "image/svg+xml",
    ".xml": "application/xml",
    ".atom": "application/atom+xml",
    ".ics": "text/calendar; charset=utf-8",
    ".webmanifest": "application/manifest+json",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".webp": "image/webp",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
    ".pdf": "application/pdf",
    ".zip": "application/zip",
    ".epub": "application/epub+zip",
}
"""By suffix, the same on every machine; anything else is bytes to be saved."""

_POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy" content="([^"]*)"')
_LINK = re.compile(rb'((?:href|src)=")(?![/#"]|[a-z][a-z0-9+.-]*:)')


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer to a request."""

    status: HTTPStatus
    type: str
    body: bytes
    headers: tuple[tuple[str, str], ...] = field(default=())

    @property
    def tag(self) -> str:
        """Name the bytes, so that a browser need not fetch again what it has."""
        return f'"{hashlib.sha256(self.body).hexdigest()[:32]}"'


def file(name: str, body: bytes, mark: str) -> Answer:
    """Answer with a file of the site."""
    dot = name.rfind(".")
    kind = TYPES.get(name[dot:].lower(), "application/octet-stream") if dot >= 0 else "application/octet-stream"
    return Answer(HTTPStatus.OK, kind, with_script(body, mark) if name.endswith(".html") else body)


def missing(page: bytes | None, mark: str) -> Answer:
    """Answer that nothing stands at an address, with the site's own page for that if it has one.

    The page is written for the site's root and shown at any depth, so its links are told from the root.
    """
    if page is None:
        return words(HTTPStatus.NOT_FOUND, "nothing stands here")
    return Answer(HTTPStatus.NOT_FOUND, TYPES[".html"], with_script(_LINK.sub(rb"\1/", page), mark))


def own_page(status: HTTPStatus, body: bytes) -> Answer:
    """Answer with a page of the server's own."""
    return Answer(status, TYPES[".html"], body, (("Content-Security-Policy", CSP),))


def words(status: HTTPStatus, text: str, *headers: tuple[str, str]) -> Answer:
    """Answer with a line of text."""
    return Answer(status, TYPES[".txt"], f"{status.value} {text}\n".encode(), headers)


def with_script(page: bytes, mark: str) -> bytes:
    """Put the script that asks for news into a page whose own policy lets it run; else give the page as it is."""
    policy = _POLICY.search(page)
    allowed = html.unescape(policy[1].decode("utf-8", "replace")) if policy else ""
    if policy and not ("script-src 'self'" in allowed and "connect-src 'self'" in allowed):
        return page
    script = f'<script src="/{SCRIPT}?mark={mark}" defer></script>\n'.encode()
    head, end, rest = page.partition(b"</head>")
    return head + script + end + rest if end else page
