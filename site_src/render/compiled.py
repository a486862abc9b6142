"""Compiled templates, kept between builds beside what else is remembered; the folder may be deleted at any time.

A file is sealed by a digest of its bytes, of the libraries that are installed and of how templates are read here: whatever is damaged, or made
by another version, is compiled anew and written over. Where nothing can be written, nothing is kept.
"""

from __future__ import annotations

import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from types import CodeType

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket

from site_src.cache import libraries

LENGTH = 32
"""Bytes of a seal."""


class Compiled(BytecodeCache):
    """The compiled templates that a work folder keeps; without one, nothing is kept."""

    def __init__(self, work: Path | None, *, read_by: Path) -> None:
        self._folder = work / "templates" if work else None
        self._made = sha256("\0".join(libraries()).encode() + read_by.read_bytes()).digest()

    def code(self, environment: Environment, name: str, filename: str, source: str) -> CodeType:
        """Give a template's code, compiled now if it was not before."""
        bucket = self.get_bucket(environment, name, filename, source)
        if bucket.code is None:
            bucket.code = environment.compile(source, name, filename)
            self.set_bucket(bucket)
        return bucket.code

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take a template's code, if it is there and whole."""
        if self._folder is None:
            return
        with suppress(OSError):
            kept = (self._folder / bucket.key).read_bytes()
            if kept[:LENGTH] == self._seal(kept[LENGTH:]):
                bucket.bytecode_from_string(kept[LENGTH:])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template's code, where one may write."""
        if self._folder is None:
            return
        code = bucket.bytecode_to_string()
        growing = self._folder / f"{bucket.key}.{os.getpid()}"
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            growing.write_bytes(self._seal(code) + code)
            growing.replace(self._folder / bucket.key)

    def _seal(self, code: bytes) -> bytes:
        return sha256(self._made + code).digest()
