"""Ask what is known to be unsafe of all that the program, its developers and its pages use: `make audit`.

The versions come from the lists with hashes and from npm's lock, not from what happens to be installed. Without a network
nobody can be asked: that is one line, and no failure. Exit code 1 means that something unsafe is known.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
LISTS = ("requirements-dev.txt", "requirements-bench.txt", "requirements-upkeep.txt")
"""Together they name every package: the developers' list holds those of the program and its extras."""
PATIENCE = 300
"""Seconds for each question."""


def main() -> int:
    """Ask both registries and say what they know."""
    lines = [*_python(), *_npm()]
    for line in lines:
        print(line)
    return int(any(line.startswith("unsafe") for line in lines))


def _python() -> list[str]:
    known, silent, lines = 0, 0, []
    for name in LISTS:
        tool = Path(sys.executable).with_name("pip-audit")
        words = [str(tool), "--format", "json", "--progress-spinner", "off", "--timeout", "20", "--disable-pip"]
        answer = _json([*words, "--require-hashes", "--requirement", name])
        found = answer.get("dependencies", []) if answer else []
        silent += sum("vulns" not in one for one in found) or not found
        known += sum("vulns" in one for one in found)
        lines += [_unsafe(one["name"], one["version"], flaw) for one in found for flaw in one.get("vulns", ())]
    if not known:
        return ["Python packages: nobody answered, so nothing is known; try again where there is a network"]
    doubt = f", {silent} without an answer" if silent else ""
    return [*sorted(set(lines)), f"Python packages: {known} looked up{doubt}, {len(set(lines))} flaws known"]


def _unsafe(name: str, version: str, flaw: dict[str, Any]) -> str:
    better = ", ".join(flaw.get("fix_versions") or ()) or "none yet"
    return f"unsafe: {name} {version}: {flaw['id']}; mended in {better}"


def _npm() -> list[str]:
    if not shutil.which("npm"):
        return ["npm packages: npm is not there, so nothing is known"]
    answer = _json(["npm", "audit", "--json"]) or {}
    if "vulnerabilities" not in answer:
        return ["npm packages: nobody answered, so nothing is known; try again where there is a network"]
    flaws = answer["vulnerabilities"]
    lines = [f"unsafe: {name}: {one.get('severity', 'severity unknown')}" for name, one in sorted(flaws.items())]
    return [*lines, f"npm packages: {answer['metadata']['dependencies']['total']} looked up, {len(lines)} flaws known"]


def _json(words: Sequence[str]) -> dict[str, Any] | None:
    try:
        done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE, check=False)
        found = json.loads(done.stdout)
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return None
    return found if isinstance(found, dict) else None


if __name__ == "__main__":
    sys.exit(main())
