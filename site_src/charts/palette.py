"""The colours of series: apart for colour-blind eyes, and dark or light enough to read as letters.

The hues follow the site's own dyes. `charts.css` holds the same values; a test compares the two, and measures contrast
(WCAG 2.2, 1.4.3 and 1.4.11) and the distance of every pair as three kinds of colour-blind eyes see it.
"""

from __future__ import annotations

LIGHT = ("#85817a", "#26418f", "#00797d", "#a05f00", "#a2489f", "#b01030")
"""The colour of each series on a light ground; 0 is grey, for what is set apart."""
DARK = ("#8b8b8b", "#a9bcff", "#4fd0c4", "#f0b040", "#e58be0", "#ff8a80")
"""The same on a dark ground."""


def series(number: int) -> int:
    """Give the colour of the n-th thing, counted from 1; after the last colour the first comes again."""
    return 1 + (number - 1) % (len(LIGHT) - 1)
