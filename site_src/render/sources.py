"""The manifest of a site: what it was made from and what it consists of, each with its digest.

It is also the sign by which a later build knows the folder, and which of its files it may replace.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from site_src.notation import readable
from site_src.render.trouble import Refused

PROGRAM = "Linimasa"
PLACE = "data/manifest.json"


@dataclass(frozen=True, slots=True)
class Sources:
    """What a build was made from."""

    version: str
    """The program's own version."""
    as_of: date
    """The site's own date."""
    inputs: Mapping[str, str]
    """SHA-256 of each file that was read, by its path relative to the project or as the topic names it."""
    plotly: Mapping[str, str] = field(default_factory=dict)
    """The chart library's bundle: its kind, version and digest."""
    outlines: Mapping[str, str] = field(default_factory=dict)
    """The outlines of countries that a map is drawn with: their name, version and digest; empty where there are none."""


def sources(
    inputs: Iterable[tuple[str, Path]], *, version: str, as_of: date, plotly: Mapping[str, str] | None = None
) -> Sources:
    """Digest the files that a build reads, each under the name that the manifest gives it.

    Raises:
        OSError: if one cannot be read any more.
    """
    digests = {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in inputs}
    return Sources(version, as_of, digests, plotly or {})


def manifest(sources: Sources, outputs: Mapping[str, str]) -> bytes:
    """Write the manifest of a build; `outputs` gives the SHA-256 of every other file of the site.

    Equal input gives equal bytes.

    Raises:
        Refused: if an input's path would tell where on this machine it lies.
    """
    for path in sources.inputs:
        if path.startswith(("/", "\\")) or path[1:2] == ":" or ".." in path.split("/"):
            raise Refused(f"an input cannot stand in the manifest as {path!r}: it is not relative to the project")
    record = {
        "program": {"name": PROGRAM, "version": sources.version},
        "plotly": dict(sorted(sources.plotly.items())),
        "outlines": dict(sorted(sources.outlines.items())),
        "as_of": sources.as_of.isoformat(),
        "inputs": _listed(sources.inputs),
        "outputs": _listed(outputs),
    }
    return readable(record)


@dataclass(frozen=True, slots=True)
class Recorded:
    """What a manifest says: SHA-256 by path."""

    version: str
    inputs: Mapping[str, str]
    outputs: Mapping[str, str]


def recorded(text: bytes) -> Recorded | None:
    """Read a manifest; None if it is not one of ours."""
    try:
        record = json.loads(text)
        if record["program"]["name"] != PROGRAM:
            return None
        listed = [{str(row["path"]): str(row["sha256"]) for row in record[name]} for name in ("inputs", "outputs")]
        return Recorded(str(record["program"]["version"]), *listed)
    except (ValueError, TypeError, KeyError, RecursionError):
        return None


def outputs_of(text: bytes) -> frozenset[str] | None:
    """Read which files a manifest lists, itself included; None if it is not one of ours."""
    found = recorded(text)
    return frozenset(found.outputs) | {PLACE} if found else None


def _listed(digests: Mapping[str, str]) -> list[dict[str, str]]:
    return [{"path": path, "sha256": digest} for path, digest in sorted(digests.items())]
