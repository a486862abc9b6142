"""From the globe to a sheet: equal areas, centred on the countries that are shown.

Countries of one half of the globe are shown by Lambert's azimuthal equal-area projection (Snyder, Map Projections: A
Working Manual, 1987, p. 182), around the middle of the smallest circle that holds them; countries from all over the
globe by Equal Earth (Šavrič, Patterson, Jenny, 2018).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import acos, asin, atan2, cos, degrees, hypot, radians, sin, sqrt

from site_src.charts.outlines.topology import Point

Projection = Callable[[float, float], Point]
"""Longitude and latitude in degrees -> places in radii of the globe, y downwards."""
HALF = radians(75)
"""Circles up to this radius are shown around their middle."""
STEPS = 200
EDGE = 169.0
_Place = tuple[float, float, float]
_A = (1.340264, -0.081106, 0.000893, 0.003796)


def suiting(points: Sequence[Point]) -> Projection:
    """Choose the projection for places given in degrees."""
    longitude, latitude, radius = circle(points)
    return azimuthal(longitude, latitude) if radius <= HALF else equal_earth


def circle(points: Sequence[Point]) -> tuple[float, float, float]:
    """Find the smallest circle on the globe that holds all points: its middle in degrees, its radius in radians.

    Bădoiu and Clarkson's method (2003): step towards the farthest point, each time a little less.
    """
    places = [_place(*point) for point in points]
    x, y, z = (sum(place[axis] for place in places) for axis in range(3))
    middle = _unit(x, y, z)
    for step in range(1, STEPS):
        far = min(places, key=lambda place: _along(place, middle))
        middle = _unit(*(at + (to - at) / (step + 1) for at, to in zip(middle, far, strict=True)))
    farthest = min(_along(place, middle) for place in places)
    return degrees(atan2(middle[1], middle[0])), degrees(asin(middle[2])), acos(max(-1.0, min(1.0, farthest)))


def azimuthal(longitude: float, latitude: float) -> Projection:
    """Make Lambert's azimuthal equal-area projection around a middle."""
    middle, low, high = radians(longitude), sin(radians(latitude)), cos(radians(latitude))

    def project(lon: float, lat: float) -> Point:
        turn, up = radians(lon) - middle, radians(lat)
        s, c, t = sin(up), cos(up), cos(turn)
        k = sqrt(2 / max(1 + low * s + high * c * t, 1e-9))
        return k * c * sin(turn), -k * (high * s - low * c * t)

    return project


def equal_earth(lon: float, lat: float) -> Point:
    """Project onto Equal Earth; its edges run through the narrowest sea between the continents, at 169° west."""
    a1, a2, a3, a4 = _A
    t = asin(sqrt(3) / 2 * sin(radians(lat)))
    t2 = t * t
    t6 = t2**3
    x = (
        2
        * sqrt(3)
        * radians((lon + EDGE) % 360 - 180)
        * cos(t)
        / (3 * (9 * a4 * t6 * t2 + 7 * a3 * t6 + 3 * a2 * t2 + a1))
    )
    return x, -t * (a1 + a2 * t2 + t6 * (a3 + a4 * t2))


def _place(lon: float, lat: float) -> _Place:
    turn, up = radians(lon), radians(lat)
    return cos(up) * cos(turn), cos(up) * sin(turn), sin(up)


def _unit(x: float, y: float, z: float) -> _Place:
    length = hypot(x, y, z)
    return (x / length, y / length, z / length) if length > 1e-9 else (1.0, 0.0, 0.0)


def _along(place: _Place, middle: _Place) -> float:
    return sum(a * b for a, b in zip(place, middle, strict=True))
