"""A request -> an answer. Only reading is allowed, and only by readers on this machine."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, quote, urlsplit

from site_src.render import templates
from site_src.serving import addresses, answers, guard, own_pages
from site_src.serving.answers import Answer
from site_src.serving.board import MISSING

if TYPE_CHECKING:
    from site_src.serving.server import Server

COOKIE = "linimasa-last-good"
PATIENCE = 10.0
"""Seconds between two signs of life to a page that waits for news; how soon a closed page is forgotten."""
OWN_FILES = {answers.SCRIPT: "serving/reload.js", answers.STYLE: "serving/serve.css"}


class Handler(BaseHTTPRequestHandler):
    """Answers one connection."""

    server: Server
    protocol_version = "HTTP/1.1"
    server_version = "Linimasa"
    sys_version = ""
    timeout = 60

    def do_GET(self) -> None:
        refused = guard.refusal(self.headers, self.server.hosts)
        if refused:
            self.close_connection = True
            self._send(answers.words(HTTPStatus.FORBIDDEN, refused))
        elif self.path.startswith(f"/{answers.NEWS}?"):
            self._tell_news()
        else:
            self._send(self._answer())

    def do_HEAD(self) -> None:
        self.do_GET()

    def __getattr__(self, name: str) -> Callable[[], None]:
        """Refuse every other method, whatever it is called."""
        if name.startswith("do_"):
            return self._refuse_method
        raise AttributeError(name)

    def _refuse_method(self) -> None:
        self.close_connection = True
        self._send(answers.words(HTTPStatus.METHOD_NOT_ALLOWED, "nothing can be changed here", ("Allow", "GET, HEAD")))

    def _answer(self) -> Answer:
        path, given = urlsplit(self.path).path if self.path.startswith("/") else "", self._pass()
        if path.startswith(f"/{answers.OWN}"):
            return self._own(path[1:])
        board, name = self.server.board, addresses.name(self.path)
        mark = board.mark(name, given)
        body = board.page(name) if name else None
        trouble = board.stops(given)
        if trouble and (name is None or name.endswith(".html") or body is None):
            page = own_pages.trouble(
                trouble,
                self.server.folders,
                language=board.language,
                mark=mark,
                back=path,
                site=board.page(addresses.HOME) is not None,
            )
            return answers.own_page(HTTPStatus.SERVICE_UNAVAILABLE, page)
        if name and body is not None:
            return answers.file(name, body, mark)
        if name and board.page(f"{name}/{addresses.HOME}") is not None:
            return answers.words(HTTPStatus.MOVED_PERMANENTLY, "a folder", ("Location", f"/{quote(name)}/"))
        if board.page(addresses.HOME) is None:
            return answers.own_page(
                HTTPStatus.SERVICE_UNAVAILABLE, own_pages.waiting(language=board.language, mark=mark)
            )
        return answers.missing(board.page(MISSING), mark)

    def _own(self, path: str) -> Answer:
        """Answer with what is the server's own: its script, its style, or the way back to the last good site."""
        if path in OWN_FILES:
            kind = answers.TYPES[path[path.rindex(".") :]]
            return Answer(HTTPStatus.OK, kind, templates.source(OWN_FILES[path]).encode())
        if path == answers.LAST_GOOD:
            wanted = parse_qs(urlsplit(self.path).query).get("page", ["/"])[0]
            page = addresses.name(quote(wanted))
            trouble = self.server.board.trouble
            given = self.server.board.pass_for(trouble) if trouble else ""
            cookie = f"{COOKIE}={given}; Path=/; HttpOnly; SameSite=Strict"
            headers = (("Location", f"/{quote(page or '')}"), ("Set-Cookie", cookie))
            return answers.words(HTTPStatus.SEE_OTHER, "the last good site", *headers)
        return answers.words(HTTPStatus.NOT_FOUND, "nothing stands here")

    def _pass(self) -> str:
        """Read the word by which this reader says what he has seen."""
        cookies = "; ".join(self.headers.get_all("Cookie") or []).split("; ")
        return next((one.partition("=")[2] for one in cookies if one.startswith(f"{COOKIE}=")), "")

    # --- News ---

    def _tell_news(self) -> None:
        """Keep the line open until the page that asks is no longer what its reader is shown, and say so once."""
        asked = parse_qs(urlsplit(self.path).query)
        name, shown = addresses.name(asked.get("page", [""])[0]), asked.get("mark", [""])[0]
        board, given = self.server.board, self._pass()
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        self._common()
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()
        if self.command == "HEAD":
            return
        with board.in_view(name):
            self._say(b"retry: 500\n\n")
            while not board.wait(name, given, shown, PATIENCE):
                self._say(b": still the same\n\n")
            if not board.closed:
                self._say(b"event: changed\ndata: reload\n\n")

    def _say(self, line: bytes) -> None:
        self.wfile.write(line)
        self.wfile.flush()

    # --- Sending ---

    def _send(self, answer: Answer) -> None:
        known = {one.strip().removeprefix("W/") for one in self.headers.get("If-None-Match", "").split(",")}
        same = answer.status == HTTPStatus.OK and (answer.tag in known or "*" in known)
        self.send_response(HTTPStatus.NOT_MODIFIED if same else answer.status)
        self._common()
        for key, value in answer.headers:
            self.send_header(key, value)
        if answer.status == HTTPStatus.OK:
            self.send_header("ETag", answer.tag)
        if not same:
            self.send_header("Content-Type", answer.type)
            self.send_header("Content-Length", str(len(answer.body)))
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        if self.command != "HEAD" and not same:
            self.wfile.write(answer.body)

    def _common(self) -> None:
        self.send_header("Cache-Control", "no-cache")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        self.send_header("Referrer-Policy", "no-referrer")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("X-Frame-Options", "SAMEORIGIN")

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the terminal is for what builds say."""
