"""The data pack: every series as CSV and JSON with what is needed to use it elsewhere, in the site and as one zip.

data/membership.csv, .json    data/shares.csv, .json       the series of the charts
data/figures.csv, .json       data/statuses.csv, .json     the tables that they are computed from
data/datapackage.json         the pack described for programs (Frictionless Data Package, version 1)
data/README.md                for people: what is in it, what each column means, whose the figures are
data/data-pack.zip            all of these, stored without compression: the same bytes from every zlib
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date

from site_src.exports.editions.zipped import entry
from site_src.exports.pack_tables import Table, figures_table, statuses_table, tables
from site_src.notation import readable
from site_src.topic.licences import ADDRESSES
from site_src.topic.values import Topic

NAME = "data/data-pack.zip"
PUBLISHED = ("shares", "figures")
"""The tables that are, or are made of, publishers' figures."""


def files(topic: Topic, membership: bytes, shares: bytes, as_of: date, language: str) -> Mapping[str, bytes]:
    """Write the pack around the two series; `as_of` is the site's own date."""
    bodies = {
        "membership": membership,
        "shares": shares,
        "figures": figures_table(topic),
        "statuses": statuses_table(topic),
    }
    described = tables(topic, language)
    found = {f"{name}.csv": body for name, body in bodies.items()}
    found |= {f"{table.name}.json": _json(table, bodies[table.name]) for table in described}
    found["datapackage.json"] = readable(_package(topic, described, as_of, language))
    found["README.md"] = _readme(topic, described, as_of, language)
    return {f"data/{name}": body for name, body in found.items()} | {NAME: _zip(found, as_of)}


def _json(table: Table, body: bytes) -> bytes:
    """Give a table as a list of objects; an empty cell is null."""
    kinds = {column.name: column.type for column in table.columns}
    rows = csv.DictReader(io.StringIO(body.decode()))
    return readable([{name: _typed(cell, kinds[name]) for name, cell in row.items()} for row in rows])


def _typed(cell: str, kind: str) -> object:
    if cell == "":
        return None
    return int(cell) if kind in ("integer", "year") else float(cell) if kind == "number" else cell


def _package(topic: Topic, described: tuple[Table, ...], as_of: date, language: str) -> dict[str, object]:
    """Describe the pack: its resources, their columns, whose the figures are."""
    used = {(one.source, one.licence, one.vintage) for one in topic.indicators.values()}
    return {
        "profile": "tabular-data-package",
        "name": "data-pack",
        "title": topic.title.get(language, ""),
        "description": topic.description.get(language, ""),
        "version": as_of.isoformat(),
        **_under([topic.licence]),
        "sources": [{"title": f"{source} ({licence}, {vintage})"} for source, licence, vintage in sorted(used)],
        "resources": [_resource(topic, table) for table in described],
    }


def _resource(topic: Topic, table: Table) -> dict[str, object]:
    theirs = sorted({one.licence for one in topic.indicators.values()})
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"{table.name}.csv",
        "description": table.about,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        **(_under(theirs) if table.name in PUBLISHED else {}),
        "schema": {
            "fields": [
                {"name": column.name, "type": column.type, "description": column.about} for column in table.columns
            ],
            "missingValues": [""],
            **({"primaryKey": list(table.key)} if table.key else {}),
        },
    }


def _under(licences: Sequence[str]) -> dict[str, object]:
    """Name the licences that are known; what nobody named is not there, and then nothing is allowed."""
    found = [
        {"name": name.replace(" ", "-"), "title": name} | ({"path": ADDRESSES[name]} if name in ADDRESSES else {})
        for name in licences
        if name
    ]
    return {"licenses": found} if found else {}


def _readme(topic: Topic, described: tuple[Table, ...], as_of: date, language: str) -> bytes:
    """Tell people what is in the pack; its words are English, as the names of the columns are."""
    lines = [f"# {topic.title.get(language, '')}: data pack", "", f"As of {as_of.isoformat()}.", ""]
    for table in described:
        lines += [f"## {table.name}.csv, {table.name}.json", "", table.about, ""]
        lines += [f"- `{column.name}` ({column.type}): {column.about}" for column in table.columns] + [""]
    lines += ["## Sources", ""]
    lines += [
        f"- `{one.id}`: {one.source}, series {one.code}, as of {one.vintage}, {one.licence}"
        for one in topic.indicators.values()
    ]
    own = f"What the project itself put together: {topic.licence or 'no licence is named'}."
    lines += [
        "",
        "## Licence",
        "",
        f"{own} Figures, and what is computed from them, keep that of their publishers, named above.",
    ]
    return ("\n".join(lines) + "\n").encode()


def _zip(found: Mapping[str, bytes], as_of: date) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as whole:
        for name, body in sorted(found.items()):
            whole.writestr(entry(f"data-pack/{name}", as_of), body, zipfile.ZIP_STORED)
    return out.getvalue()
