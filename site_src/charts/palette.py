"""The colours of series: apart for colour-blind eyes, three to one or better against the page.

After Okabe and Ito's set (https://jfly.uni-koeln.de/color/), darkened for white and lightened for black grounds.
`charts.css` holds the same values as custom properties; a test compares the two and measures the distances.
"""

from __future__ import annotations

LIGHT = ("#6b6b6b", "#0063a6", "#c24a00", "#007a5a", "#8f4a9e", "#8a6a00")
"""The colour of each series on a light ground; 0 is grey, for what is set apart."""
DARK = ("#a3a3a3", "#6cb8f0", "#f0965a", "#3fc49a", "#d79ae0", "#d9b84a")
"""The same on a dark ground."""
