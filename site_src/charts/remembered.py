"""Charts that an earlier build drew from the same: all that a chart depends on is what its kind is given, and is signed."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import fields
from hashlib import sha256
from pathlib import Path

import msgspec

from site_src import cache
from site_src.charts.kinds import TEMPLATES, Order, Subject
from site_src.model import Chart
from site_src.remembering import Remembering
from site_src.wording import FOLDER

_encode = msgspec.msgpack.Encoder(enc_hook=os.fspath).encode


def draw(orders: Sequence[Order], memory: cache.Cache, topic: Path) -> list[Chart | None]:
    """Draw what the memory does not know; of what it knew of the topic in this folder, only what is asked for is kept."""
    name, way = cache.key("charts", str(topic.absolute())), _way()
    tables = {id(order.subject.topic): order.subject.topic for order in orders}  # all have the same
    signed = {number: _signed(way, one) for number, one in tables.items()}
    keys = [_key(signed[id(order.subject.topic)], order) for order in orders]
    return Remembering(memory).run(_draw, orders, keys, Chart | None, what="charts", name=name, context=None)


def drawn(order: Order) -> Chart | None:
    """Draw a chart; what draws is loaded only now."""
    from site_src.charts import drawing

    return drawing.DRAWS[order.kind](order.subject)


def _draw(_: None, order: Order) -> Chart | None:
    return drawn(order)


def _key(signed: bytes, order: Order) -> bytes:
    """Sign what a chart is drawn from, where its tables are `signed` already."""
    given = [getattr(order.subject, field.name) for field in fields(Subject) if field.name != "topic"]
    return _signed(signed, (order.kind, given)) if signed else b""


def _signed(before: bytes, value: object) -> bytes:
    """Sign a value with what was signed before; empty for what no file can hold: a lone surrogate, a giant number."""
    try:
        return sha256(before + _encode(value)).digest()
    except (OverflowError, UnicodeEncodeError):
        return b""


def _way() -> bytes:
    """Sign how charts are drawn: the program with its libraries, the markup of pictures, the words."""
    digest = sha256(cache.program().encode())
    for path in (*sorted(TEMPLATES.iterdir()), *sorted(FOLDER.rglob("*.po"))):
        digest.update(b"\0" + os.fsencode(path.name) + b"\0" + path.read_bytes())
    return digest.digest()
