"""The colours: the same in the stylesheet, to be read on both grounds, and apart for every kind of eyes."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path

import pytest

from site_src.charts.palette import DARK, LIGHT, series

STYLES = Path(__file__).parents[2] / "templates" / "assets"
GROUNDS = {"light": (LIGHT, "#fcfbf8"), "dark": (DARK, "#1a1f29")}
"""The darkest light and the lightest dark ground of the site."""

# Machado, Oliveira, Fernandes (2009), severity 1.0, in linear sRGB.
EYES = {
    "all cones": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
TO_XYZ = ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.0721750), (0.0193339, 0.1191920, 0.9503041))
WHITE = (0.95047, 1.0, 1.08883)
LEAST = 11.0
"""CIE 1976 distance; some five times what a trained eye just sees."""


def linear(colour: str) -> list[float]:
    """Give a colour's light, each part from 0 to 1."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def times(matrix, vector) -> list[float]:
    """Multiply, and keep inside what a screen can show."""
    return [min(max(sum(a * b for a, b in zip(row, vector, strict=True)), 0), 1.2) for row in matrix]


def lab(light: list[float]) -> tuple[float, float, float]:
    """Give CIE Lab, in which distances are as eyes see them."""
    x, y, z = (
        part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116
        for part in (value / white for value, white in zip(times(TO_XYZ, light), WHITE, strict=True))
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def contrast(one: str, other: str) -> float:
    """Give WCAG's contrast of two colours."""
    dim, bright = sorted(0.2126 * r + 0.7152 * g + 0.0722 * b for r, g, b in (linear(one), linear(other)))
    return (bright + 0.05) / (dim + 0.05)


def test_the_stylesheet_holds_the_same_colours():
    """Pictures and figures are coloured by two files that agree."""
    text = (STYLES / "charts.css").read_text("utf-8")

    expected = [(str(number), light, dark) for number, (light, dark) in enumerate(zip(LIGHT, DARK, strict=True))]
    found = re.findall(r"--chart-(\d): light-dark\((#\w{6}), (#\w{6})\)", text)

    assert expected == found


@pytest.mark.parametrize("ground", GROUNDS)
def test_series_can_be_read_on_their_ground(ground):
    """Letters in a series' colour have 4.5 to 1; grey, which colours no letters, 3 to 1."""
    colours, paper = GROUNDS[ground]

    assert contrast(colours[0], paper) >= 3
    assert all(contrast(colour, paper) >= 4.5 for colour in colours[1:])


@pytest.mark.parametrize("eyes", EYES)
@pytest.mark.parametrize("ground", GROUNDS)
def test_series_stay_apart_for_all_eyes(ground, eyes):
    """No two colours run together, whichever cones a reader lacks."""
    colours, _ = GROUNDS[ground]
    seen = {colour: lab(times(EYES[eyes], linear(colour))) for colour in colours}
    near = {
        (one, other): sum((a - b) ** 2 for a, b in zip(seen[one], seen[other], strict=True)) ** 0.5
        for one, other in combinations(colours, 2)
    }

    assert {pair: round(far, 1) for pair, far in near.items() if far < LEAST} == {}


def test_the_sixth_series_has_the_first_colour_again():
    """Grey is never given to a series by counting."""
    assert [series(number) for number in range(1, 8)] == [1, 2, 3, 4, 5, 1, 2]
