"""Linimasa reads news articles and publishes what they say as a dated, sourced timeline."""

__version__ = "0.1.0"
