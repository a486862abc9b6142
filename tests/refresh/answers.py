"""The publisher's service on this machine: recorded answers in its format, with invented figures of invented states."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

RECORDED: Mapping[str, Any] = json.loads((Path(__file__).parent / "recorded.json").read_text("utf-8"))
"""By path: the pages of its answer."""
ABOUT = "/v2/en/sources/2"
PEOPLE = "/v2/en/sources/2/series/POP/country/BSG;LMR;OSV;QRR;TRS;VLD;WLD/time/all"


@contextmanager
def served(changed: Mapping[str, Any] | None = None) -> Iterator[tuple[str, list[str]]]:
    """Serve the recorded answers, some of them changed; give the address and what was asked."""
    answers = {**RECORDED, **(changed or {})}
    asked: list[str] = []

    class Service(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            split = urlsplit(self.path)
            asked.append(split.path)
            pages = answers.get(split.path)
            page = int(parse_qs(split.query)["page"][0])
            body = pages[page - 1] if pages else {}
            self.send_response(200 if pages else 404)
            self.end_headers()
            self.wfile.write(body.encode() if isinstance(body, str) else json.dumps(body).encode())

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Service)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/v2", asked
    finally:
        server.shutdown()
        server.server_close()
