"""An invented globe: two squares that share a border, and an islet, as TopoJSON; and the league with places on it."""

from __future__ import annotations

import json
from dataclasses import replace
from hashlib import sha256
from itertools import pairwise

from site_src.charts.outlines import Atlas
from site_src.topic.values import Topic
from tests.charts.invented import league

WEST, EAST, ISLET = "901", "902", "903"


def _deltas(points):
    """Write points as TopoJSON does: the first, then steps."""
    return [list(points[0])] + [[c - a, d - b] for (a, b), (c, d) in pairwise(points)]


def _square(id: str, *rings: list[int]) -> dict[str, object]:
    return {"type": "Polygon", "id": id, "arcs": list(rings), "properties": {}}


STRETCHES = (
    ((20, 0), (20, 3), (21, 5), (20, 7), (20, 10)),  # 0: the border, northwards, with a bend
    ((20, 10), (10, 10), (10, 0), (20, 0)),  # 1: the coast of the west, from the border's north round to its south
    ((20, 10), (30, 10), (30, 0), (20, 0)),  # 2: the coast of the east
    ((35, 5), (35, 5.01), (35.01, 5.01), (35.01, 5), (35, 5)),  # 3: an islet
)


def text() -> bytes:
    """Give the atlas: outer lines run clockwise, as seen from above."""
    west, east, islet = [[~1, ~0]], [[0, 2]], [[3]]
    told = {
        "type": "Topology",
        "transform": {"scale": [0.01, 0.01], "translate": [0, 0]},
        "arcs": [_deltas([(round(x * 100), round(y * 100)) for x, y in line]) for line in STRETCHES],
        "objects": {
            "countries": {
                "type": "GeometryCollection",
                "geometries": [
                    _square(WEST, *west),
                    _square(EAST, *east),
                    _square(ISLET, *islet),
                    {"type": None, "properties": {}},
                ],
            },
            "land": {
                "type": "GeometryCollection",
                "geometries": [{"type": "MultiPolygon", "arcs": [[[~1, 2]], islet]}],
            },
        },
    }
    return json.dumps(told).encode()


def atlas() -> Atlas:
    """Give the atlas as the charts get it."""
    return Atlas("invented-atlas", "1.0.0", sha256(text()).hexdigest(), text(), b"free for all\n")


def placed() -> Topic:
    """Place the league: two squares, an islet of which only a dot is seen, and a state that lies nowhere."""
    topic = league()
    places = {"AAA": {"iso_numeric": WEST}, "BBB": {"iso_numeric": EAST}, "CCC": {"spot": (25.0, -4.0)}}
    entities = {id: replace(one, **places.get(id, {})) for id, one in topic.entities.items()}
    return replace(topic, entities=entities, charts=("map",))
