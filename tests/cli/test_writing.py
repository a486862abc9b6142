"""What a verb made takes its place whole, through links, and beside nothing of its own."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from site_src.cli.shared import Stop
from site_src.cli.writing import put


def test_a_file_is_replaced(tmp_path: Path) -> None:
    """The old file gives way to the new one; nothing remains beside it, and folders are made."""
    put(tmp_path / "new" / "a.json", b"old")
    put(tmp_path / "new" / "a.json", b"new")

    assert [("a.json", b"new")] == [(path.name, path.read_bytes()) for path in (tmp_path / "new").iterdir()]


def test_a_link_leads_to_its_file(tmp_path: Path) -> None:
    """A link stays a link; the file behind it is replaced."""
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to("real")
    put(tmp_path / "link", b"new")

    assert (tmp_path / "link").is_symlink()
    assert b"new" == (tmp_path / "real").read_bytes()


def test_a_pipe_is_written_into(tmp_path: Path) -> None:
    """What is no plain file is written into, never replaced."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    put(pipe, b"made")
    found = os.read(reader, 10)
    os.close(reader)

    assert b"made" == found
    assert pipe.is_fifo()


def test_a_folder_is_refused(tmp_path: Path) -> None:
    """A folder in the place of the file is one line."""
    with pytest.raises(Stop, match="cannot write"):
        put(tmp_path, b"made")
