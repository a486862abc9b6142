"""A port of this machine's own, and the threads that answer on it."""

from __future__ import annotations

import socket
import sys
import threading
from collections.abc import Sequence
from http.server import ThreadingHTTPServer
from pathlib import Path

from site_src.serving import guard
from site_src.serving.board import Board
from site_src.serving.handler import Handler

TRIES = 20
"""Ports that are tried one after the other where none was asked for."""


class NoPort(Exception):
    """The server cannot have its port; the message says why."""


class Server(ThreadingHTTPServer):
    """Answers requests to a loopback address, each connection in a thread of its own."""

    daemon_threads = True
    allow_reuse_address = sys.platform != "win32"  # there it would let two servers share a port

    def __init__(self, host: str, port: int, board: Board, folders: Sequence[Path]) -> None:
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self.board = board
        self.folders = tuple(folders)
        """Where mistakes may stand, so that the page about them may show the line."""
        super().__init__(("::1" if ":" in host else "127.0.0.1", port), Handler)
        self.hosts = guard.hosts(host, self.port)
        self.address = f"http://{guard.LOOPBACK[host]}:{self.port}/"

    @property
    def port(self) -> int:
        return int(self.server_address[1])

    def server_bind(self) -> None:
        """Bind without asking a name service what this machine is called, which may take seconds."""
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, int(self.allow_reuse_address))
        self.socket.bind(self.server_address)
        self.server_address = self.socket.getsockname()
        self.server_name, self.server_port = "localhost", self.port

    def handle_error(self, request: object, client_address: object) -> None:
        """Let a reader go who hung up; say anything else."""
        if not isinstance(sys.exception(), ConnectionError | TimeoutError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]

    def begin(self) -> None:
        """Answer from now on, in threads that end with the program."""
        threading.Thread(target=self.serve_forever, args=(0.2,), daemon=True, name="http").start()


def open_server(host: str, port: int | None, first: int, board: Board, folders: Sequence[Path]) -> Server:
    """Take the port that was asked for, or the next free one from `first` on.

    Raises:
        NoPort: if it is taken, or none of them is free.
    """
    for number in (port,) if port is not None else range(first, first + TRIES):
        try:
            return Server(host, number, board, folders)
        except OSError as error:
            why = (error.strerror or str(error)).lower()
    wanted = f"port {port}" if port is not None else f"any of the ports {first} to {first + TRIES - 1}"
    raise NoPort(f"cannot serve on {wanted} of {guard.LOOPBACK[host]}: {why}; name another one with --port")
