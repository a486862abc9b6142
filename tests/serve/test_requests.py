"""What goes over the line, byte by byte."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from site_src.serving import answers
from site_src.serving.board import Board
from site_src.serving.server import NoPort, Server, open_server


@pytest.fixture
def site(fiktif: Path, tmp_path: Path) -> Path:
    """A copy of the invented organisation's site, with a secret beside it."""
    (tmp_path / "secret.txt").write_text("the secret", "utf-8")
    return Path(shutil.copytree(fiktif, tmp_path / "site"))


@pytest.fixture
def server(site: Path) -> Iterator[Server]:
    """A server of that site, in this process, without builds."""
    found = open_server("127.0.0.1", 0, 0, Board(site), ())
    found.begin()
    yield found
    found.board.close()
    found.shutdown()
    found.server_close()


def ask(server: Server, request: str | bytes) -> tuple[str, dict[str, str], bytes]:
    """Send bytes as they are, and give status line, headers and body of the first answer."""
    sent = request.encode() if isinstance(request, str) else request
    with socket.create_connection(("127.0.0.1", server.port), timeout=20) as line:
        line.sendall(sent.replace(b"\n", b"\r\n") if b"\r\n" not in sent else sent)
        line.shutdown(socket.SHUT_WR)
        found = b""
        while piece := line.recv(65_536):
            found += piece
    head, _, body = found.partition(b"\r\n\r\n")
    status, *rows = head.decode("latin-1").split("\r\n")
    return status, {name.lower(): value for name, _, value in (row.partition(": ") for row in rows)}, body


def get(server: Server, path: str, *headers: str, method: str = "GET") -> tuple[str, dict[str, str], bytes]:
    """Ask as a browser does, the path as it stands."""
    rows = (f"Host: 127.0.0.1:{server.port}", *headers, "Connection: close")
    return ask(server, f"{method} {path} HTTP/1.1\n" + "\n".join(rows) + "\n\n")


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt", "/%2e%2e/secret.txt", "/%2E%2E%2fsecret.txt", "//../secret.txt", "/..\\secret.txt", "/..%5csecret.txt",
        "/events/../../secret.txt", "/secret.txt%00", "/%2e%2e%00/secret.txt", "/.linimasa/../../secret.txt",
        "/.linimasa/%2e%2e/secret.txt", "/./../secret.txt", "/%252e%252e/secret.txt", "http://127.0.0.1/../secret.txt",
        "file:///etc/passwd", "/etc/passwd", "//etc/passwd", "/data/", "/assets/", "/events/", "/.gitkeep", "/data/.x",
    ],
)  # fmt: skip
def test_no_way_out(server: Server, tmp_path: Path, path: str) -> None:
    """No address leads out of the site, lists a folder, or shows what is hidden."""
    (server.board.site / ".gitkeep").write_text("the secret", "utf-8")
    (server.board.site / "events" / "index.html").unlink(missing_ok=True)
    status, _, body = get(server, path)

    assert status.split()[1] in ("400", "404")
    assert b"secret" not in body
    assert b"root:" not in body
    assert b"events.json" not in body


def test_link_out(server: Server, tmp_path: Path) -> None:
    """A link in the site that leads out of it shows nothing."""
    (server.board.site / "out.html").symlink_to(tmp_path / "secret.txt")
    status, _, body = get(server, "/out.html")

    assert status.split()[1] == "404"
    assert b"the secret" not in body


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example:{port}", "127.0.0.1", "", "evil.example:{port}"]
)
def test_other_host(server: Server, host: str) -> None:
    """A name that was made to lead here (DNS rebinding) is refused, and told nothing."""
    status, _, body = ask(server, f"GET / HTTP/1.1\nHost: {host.format(port=server.port)}\n\n")

    assert status.split()[1] == "403"
    assert len(body) < 100


def test_no_host(server: Server) -> None:
    """A request without a host is refused, in the oldest form of the protocol too."""
    for request in ("GET / HTTP/1.1\n\n", "GET / HTTP/1.0\n\n", "GET /\n"):
        assert b"<!doctype" not in ask(server, request)[2]


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "https://127.0.0.1"])
def test_other_origin(server: Server, origin: str) -> None:
    """A page elsewhere cannot read what is served here, not even the news."""
    for path in ("/", "/data/events.json", "/.linimasa/news?page=/&mark=x"):
        assert get(server, path, f"Origin: {origin}")[0].split()[1] == "403"


def test_script_elsewhere(server: Server) -> None:
    """A page elsewhere cannot load the site's data as a script."""
    status, headers, _ = get(server, "/data/manifest.json", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: no-cors")

    assert status.split()[1] == "403"
    assert headers["cross-origin-resource-policy"] == "same-origin"


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "get"])
def test_only_reading(server: Server, method: str) -> None:
    """Every method but GET and HEAD is refused."""
    assert get(server, "/", method=method)[0].split()[1] == "405"


def test_second_request_hidden_in_a_body(server: Server) -> None:
    """A body is not read as another request."""
    hidden = "GET /index.html HTTP/1.1\nHost: x\n\n"
    rows = f"Host: 127.0.0.1:{server.port}\nContent-Length: {len(hidden)}"
    _, _, body = ask(server, f"GET / HTTP/1.1\n{rows}\n\n{hidden}")

    assert b"HTTP/1.1" not in body
    assert b"<!doctype" not in body


@pytest.mark.parametrize(
    "request_",
    [b"\x00\x01\x02\n\n", b"GET\n\n", b"GET / HTTP/9.9\n\n", b"G" * 70_000, b"GET / HTTP/1.1\nA: " + b"b" * 70_000],
)
def test_noise(server: Server, request_: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    """What is no request is refused, and the server goes on."""
    ask(server, request_)

    assert get(server, "/")[0].split()[1] == "200"
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/assets/site.css", "text/css; charset=utf-8"),
        ("/assets/site.js", "text/javascript; charset=utf-8"),
        ("/data/events.json", "application/json"),
        ("/data/events.csv", "text/csv; charset=utf-8"),
    ],
)
def test_types(server: Server, path: str, kind: str) -> None:
    """Every file comes with its type, and browsers may not guess another one."""
    status, headers, body = get(server, path)

    assert status.split()[1] == "200"
    assert headers["content-type"] == kind
    assert headers["x-content-type-options"] == "nosniff"
    assert int(headers["content-length"]) == len(body)


def test_every_type_is_known(server: Server) -> None:
    """No file of a site is served as bytes without a type."""
    suffixes = {file.suffix for file in server.board.site.rglob("*") if file.is_file()}

    assert suffixes - answers.TYPES.keys() == set()


def test_head(server: Server) -> None:
    """HEAD gives the headers of GET, and no body."""
    _, whole, body = get(server, "/")
    status, headers, nothing = get(server, "/", method="HEAD")

    assert (status.split()[1], nothing) == ("200", b"")
    assert headers["content-length"] == whole["content-length"] == str(len(body))
    assert headers["etag"] == whole["etag"]


def test_conditional(server: Server) -> None:
    """A browser that has the bytes is told so, until they change."""
    tag = get(server, "/")[1]["etag"]
    status, _, body = get(server, "/", f'If-None-Match: "x", W/{tag}')
    (server.board.site / "index.html").write_text("<html><head></head>new", "utf-8")

    assert (status.split()[1], body) == ("304", b"")
    assert get(server, "/", f"If-None-Match: {tag}")[0].split()[1] == "200"


def test_missing_page(server: Server) -> None:
    """A missing page is the site's own page for that; its links hold at any depth."""
    status, _, body = get(server, "/nowhere/at/all.html")

    assert status.split()[1] == "404"
    assert b'href="/assets/site.css"' in body
    assert b'href="assets/' not in body


def test_folder(server: Server) -> None:
    """The address of a folder with a first page leads to it, never to another server."""
    status, headers, _ = get(server, "/countries")

    assert (status.split()[1], headers["location"]) == ("301", "/countries/")
    assert get(server, "/countries/")[0].split()[1] == "200"


@pytest.mark.parametrize(
    "page", ["//evil.example/x", "https://evil.example", "/\\evil.example", "/%2fevil.example", "x"]
)
def test_way_back_stays_here(server: Server, page: str) -> None:
    """The way back to the last good site leads nowhere else."""
    status, headers, _ = get(server, f"/.linimasa/last-good?page={page}")

    assert (status.split()[1], headers["location"]) == ("303", "/")


def test_script_is_added_on_the_way(server: Server) -> None:
    """A page has one line more than its file, a frame of a chart whose policy allows no script has none."""
    own = (server.board.site / "index.html").read_bytes()
    found = get(server, "/")[2]
    embed = next((server.board.site).glob("charts/**/*.html"), None)

    assert [line for line in found.splitlines() if line not in own.splitlines()] == [
        line for line in found.splitlines() if b".linimasa/reload.js?mark=" in line
    ]
    assert found.count(b".linimasa") == 1
    if embed is not None and b"script-src" not in embed.read_bytes():
        assert get(server, "/" + embed.relative_to(server.board.site).as_posix())[2] == embed.read_bytes()


def test_news(server: Server) -> None:
    """Whoever waits for news of a page is told when it changes, and not when another one does."""
    board = server.board
    mark = board.mark("index.html", "")
    heard: list[bytes] = []

    def listen() -> None:
        heard.append(get(server, f"/.linimasa/news?page=/&mark={mark}")[2])

    thread = threading.Thread(target=listen)
    thread.start()
    while not board.pages_in_view():
        time.sleep(0.01)
    (board.site / "about.html").write_text("changed", "utf-8")
    board.built((), written=True)
    thread.join(0.3)
    waits = thread.is_alive()
    (board.site / "index.html").write_text("changed", "utf-8")
    board.built((), written=True)
    thread.join(10)

    assert waits
    assert b"event: changed" in heard[0]
    assert board.pages_in_view() == ()


def test_mistakes_are_text(server: Server) -> None:
    """What stands in a broken line is shown as text; the site is one step away, and other files are as they were."""
    server.board.built(("tables/x.csv:3: error: found '<script>alert(1)</script>' [topic.value]",), written=True)
    status, headers, body = get(server, "/index.html")
    way = get(server, "/.linimasa/last-good?page=/index.html")[1]
    back = get(server, way["location"], f"Cookie: a=b; {way['set-cookie'].partition(';')[0]}")

    assert status.split()[1] == "503"
    assert b"tables/x.csv:3" in body
    assert b"<script>alert" not in body
    assert "default-src 'none'" in headers["content-security-policy"]
    assert back[0].split()[1] == "200"
    assert get(server, "/assets/site.css")[0].split()[1] == "200"


def test_port_that_is_taken(server: Server, tmp_path: Path) -> None:
    """A port that was asked for and is taken is an error; else the next free one is taken."""
    with pytest.raises(NoPort, match=f"port {server.port}"):
        open_server("127.0.0.1", server.port, 0, Board(tmp_path), ())
    other = open_server("127.0.0.1", None, server.port, Board(tmp_path), ())
    other.server_close()

    assert server.port < other.port <= server.port + 20


def test_only_this_machine(server: Server) -> None:
    """The server listens on the loopback address and no other."""
    assert server.server_address[0] == "127.0.0.1"
