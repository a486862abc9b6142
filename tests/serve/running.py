"""A server as its users start it: a process of its own."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

from tests.site.run import PROJECT


@dataclass
class Running:
    """A `serve` that runs."""

    process: subprocess.Popen[str]
    port: int
    log: Path

    def get(self, path: str, **headers: str) -> tuple[int, Mapping[str, str], bytes]:
        """Ask for an address as it stands, and give status, headers and body."""
        line = HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            line.request("GET", path, headers={"Host": f"127.0.0.1:{self.port}", **headers})
            answer = line.getresponse()
            return answer.status, dict(answer.headers), answer.read()
        finally:
            line.close()

    def said(self) -> str:
        """Give all that it has said so far."""
        return self.log.read_text("utf-8")

    def wait_for(self, pattern: str, times: int = 1, seconds: float = 60) -> None:
        """Wait until it has said something, so many times."""
        end = time.monotonic() + seconds
        while len(re.findall(pattern, self.said())) < times:
            assert self.process.poll() is None, self.said()
            assert time.monotonic() < end, self.said()
            time.sleep(0.02)

    @property
    def builds(self) -> int:
        return len(re.findall(r"(?m)^(?:not )?built.* in [\d.]+ s$", self.said()))

    def end(self, sign: int = signal.SIGINT) -> tuple[int, float]:
        """End it as Ctrl-C does; give its exit code and how many seconds it took."""
        began = time.monotonic()
        if self.process.poll() is None:
            self.process.send_signal(sign)
        return self.process.wait(30), time.monotonic() - began


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@contextmanager
def serving(folder: Path, *words: str | Path, environment: Mapping[str, str] | None = None) -> Iterator[Running]:
    """Run `serve`; its words go to a file in the folder. At the end it is ended."""
    port = free_port()
    log = folder / "serve.log"
    with log.open("w", encoding="utf-8") as file:
        process = subprocess.Popen(
            [sys.executable, "build.py", "serve", "--port", str(port), *map(str, words)],
            cwd=PROJECT, stdout=file, stderr=subprocess.STDOUT, text=True, env={**os.environ, **(environment or {})},
        )  # fmt: skip
        running = Running(process, port, log)
        try:
            running.wait_for(r"http://\S+/ \(Ctrl-C ends it\)")
            yield running
        finally:
            running.end()
