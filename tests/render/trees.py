"""Look at a folder as a reader would: every file with its bytes."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path


def tree(folder: Path) -> dict[str, bytes]:
    """Give every file below a folder, empty folders as None's stand-in: a name with a slash at its end."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            found[name] = b"-> " + str(path.readlink()).encode()
        elif path.is_dir():
            found |= {} if any(path.iterdir()) else {f"{name}/": b""}
        else:
            found[name] = path.read_bytes()
    return found


def torn(folder: Path) -> list[str]:
    """Name what does not agree with the folder's own manifest."""
    listed = json.loads((folder / "data/manifest.json").read_bytes())["outputs"]
    digests = {row["path"]: row["sha256"] for row in listed}
    files = {
        name: data for name, data in tree(folder).items() if name != "data/manifest.json" and not name.startswith(".")
    }
    found = {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    return sorted(name for name in digests.keys() | found.keys() if digests.get(name) != found.get(name))
