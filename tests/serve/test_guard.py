"""Who may ask: the pages of this server, and people who type its address."""

from __future__ import annotations

from email.message import Message

import pytest

from site_src.serving import guard

HOSTS = guard.hosts("127.0.0.1", 8000)


def _headers(*pairs: tuple[str, str]) -> Message:
    headers = Message()
    for name, value in pairs:
        headers[name] = value
    return headers


OWN = ("Host", "127.0.0.1:8000")


@pytest.mark.parametrize(
    "pairs",
    [
        (OWN,),
        (("Host", "localhost:8000"),),
        (("host", "LOCALHOST:8000"),),
        (OWN, ("Origin", "http://127.0.0.1:8000")),
        (OWN, ("Sec-Fetch-Site", "same-origin"), ("Sec-Fetch-Mode", "no-cors")),
        (OWN, ("Sec-Fetch-Site", "none"), ("Sec-Fetch-Mode", "navigate")),
        (OWN, ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "navigate"), ("Sec-Fetch-Dest", "document")),
        (OWN, ("Content-Length", "0")),
    ],
)
def test_let_in(pairs: tuple[tuple[str, str], ...]) -> None:
    """Requests of the server's own pages, of people, and of links that people follow are answered."""
    assert guard.refusal(_headers(*pairs), HOSTS) == ""


@pytest.mark.parametrize(
    "pairs",
    [
        (),
        (("Host", ""),),
        (("Host", "127.0.0.1"),),
        (("Host", "127.0.0.1:8001"),),
        (("Host", "evil.example:8000"),),
        (("Host", "127.0.0.1.evil.example:8000"),),
        (("Host", "localhost.evil.example:8000"),),
        (("Host", "user@127.0.0.1:8000"),),
        (("Host", "0.0.0.0:8000"),),
        (("Host", "[::1]:8000"),),
        (OWN, OWN),
        (OWN, ("Host", "evil.example")),
        (OWN, ("Origin", "http://evil.example")),
        (OWN, ("Origin", "https://127.0.0.1:8000")),
        (OWN, ("Origin", "http://127.0.0.1:9000")),
        (OWN, ("Origin", "null")),
        (OWN, ("Origin", "http://127.0.0.1:8000"), ("Origin", "http://evil.example")),
        (OWN, ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "no-cors"), ("Sec-Fetch-Dest", "script")),
        (OWN, ("Sec-Fetch-Site", "same-site"), ("Sec-Fetch-Mode", "cors")),
        (OWN, ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "navigate"), ("Sec-Fetch-Dest", "iframe")),
        (OWN, ("Content-Length", "3")),
        (OWN, ("Transfer-Encoding", "chunked")),
    ],
)
def test_refused(pairs: tuple[tuple[str, str], ...]) -> None:
    """A request that names another host, comes from another page, or brings something is refused."""
    assert guard.refusal(_headers(*pairs), HOSTS) != ""


def test_address_of_six_bytes() -> None:
    """A server on ::1 is asked for by its own address or by localhost."""
    assert guard.hosts("::1", 8000) == {"[::1]:8000", "localhost:8000"}


def test_usual_port() -> None:
    """On port 80 browsers leave the port out."""
    assert "localhost" in guard.hosts("localhost", 80)
