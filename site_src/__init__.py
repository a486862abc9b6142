"""Linimasa: from a folder of news articles to a dated, sourced timeline."""

from pathlib import Path

__version__ = "0.1.0"

PROJECT = Path(__file__).resolve().parent.parent
"""The project's own folder."""
WORK = PROJECT / ".cache"
"""Where it keeps what it remembers and works on."""
