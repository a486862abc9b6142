"""Who may ask: pages that this very server showed, and people who type its address.

A page elsewhere on the web may send a browser to a server on this machine. It cannot choose what the browser writes into
`Host`, `Origin` and `Sec-Fetch-Site`; a name that leads to this machine by a trick (DNS rebinding) stands in `Host`.
"""

from __future__ import annotations

from collections.abc import Iterable
from email.message import Message

LOOPBACK = {"127.0.0.1": "127.0.0.1", "::1": "[::1]", "localhost": "127.0.0.1"}
"""The hosts that may be served on, and how each is written in an address."""


def hosts(host: str, port: int) -> frozenset[str]:
    """Give the hosts by which readers may ask for the server."""
    names = (LOOPBACK[host], "localhost")
    return frozenset(f"{one}:{port}" for one in names) | (frozenset(names) if port == 80 else frozenset())


def refusal(headers: Message, known: Iterable[str]) -> str:
    """Say why a request is refused; empty if it is not."""
    known = frozenset(known)
    named = headers.get_all("Host") or []
    if len(named) != 1 or named[0].strip().lower() not in known:
        return "the request names another host than this server"
    origins = headers.get_all("Origin") or []
    if any(origin.strip().lower() not in {f"http://{one}" for one in known} for origin in origins):
        return "the request comes from a page of another origin"
    if headers.get("Sec-Fetch-Site", "none") not in ("none", "same-origin") and not _visit(headers):
        return "the request comes from a page of another site"
    if headers.get("Content-Length", "0") != "0" or "Transfer-Encoding" in headers:
        return "the request brings a body"
    return ""


def _visit(headers: Message) -> bool:
    """Tell whether somebody follows a link to a page, as a whole window."""
    return headers.get("Sec-Fetch-Mode") == "navigate" and headers.get("Sec-Fetch-Dest") == "document"
