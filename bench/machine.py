"""Where and how figures were measured."""

from __future__ import annotations

import os
import platform
import sys
import time
from pathlib import Path


def machine() -> str:
    """Give the day, the machine's cores, the Python and the command in one line."""
    system = f"{platform.python_implementation()} {platform.python_version()}, {platform.system()} {platform.machine()}"
    command = " ".join(["python", f"bench/{Path(sys.argv[0]).name}", *sys.argv[1:]])
    return f"{time.strftime('%Y-%m-%d')}, {os.cpu_count()} cores, {system}: {command}"
