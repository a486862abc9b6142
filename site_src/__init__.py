"""Linimasa: from a folder of news articles to a dated, sourced timeline."""

__version__ = "0.1.0"
