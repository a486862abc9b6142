"""The files of a site against its manifest."""

from __future__ import annotations

from collections.abc import Iterator

from site_src.render import paths
from site_src.render.sources import Recorded
from site_src.render.trouble import Refused
from site_src.verification.findings import Finding
from site_src.verification.opening import Carried, Unreadable, digest


def compare(site: Carried, manifest: Recorded) -> Iterator[Finding]:
    """Name every file that is missing or is not the one that the build wrote."""
    for name, expected in sorted(manifest.outputs.items()):
        found = _compared(site, name, expected)
        if found:
            yield found


def _compared(site: Carried, name: str, expected: str) -> Finding | None:
    try:
        paths.check(name)
    except Refused:
        return Finding(name, "changed", "no build lists such a path; the manifest was changed")
    if name not in site.names:
        return Finding(name, "missing", f"the manifest lists it with SHA-256 {expected}")
    try:
        found = digest(site, name)
    except Unreadable as error:
        return Finding(name, "unreadable", str(error))
    return None if found == expected else Finding(name, "changed", f"its SHA-256 is {found}, expected {expected}")
