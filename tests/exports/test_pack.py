"""The data pack: described as a Frictionless data package, the same bytes each time, and true to the series."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from dataclasses import replace
from datetime import date

from site_src import charts
from site_src.exports import pack
from tests.charts.invented import league

DAY = date(2006, 1, 5)


def packed(licence: str = "CC BY 4.0") -> dict[str, bytes]:
    """Pack the league's data."""
    topic = replace(league(), licence=licence)
    return dict(pack.files(topic, charts.membership_csv(topic), charts.shares_csv(topic), DAY, "en"))


def test_every_column_is_described():
    """Each resource is there under its path, with the columns that its schema lists, each with a meaning."""
    files = packed()
    package = json.loads(files["data/datapackage.json"])

    assert package["profile"] == "tabular-data-package"
    assert package["licenses"] == [
        {"name": "CC-BY-4.0", "title": "CC BY 4.0", "path": "https://creativecommons.org/licenses/by/4.0/"}
    ]
    assert {one["name"]: one["licenses"][0]["name"] for one in package["resources"] if "licenses" in one} == {
        "shares": "CC0",
        "figures": "CC0",
    }
    for resource in package["resources"]:
        head = next(csv.reader(io.StringIO(files[f"data/{resource['path']}"].decode())))
        fields = resource["schema"]["fields"]
        assert head == [field["name"] for field in fields]
        assert all(field["description"] and field["type"] for field in fields)


def test_a_topic_that_names_no_licence_gives_none():
    """What nobody named is not claimed, neither for programs nor for people."""
    files = packed(licence="")

    assert "licenses" not in json.loads(files["data/datapackage.json"])
    assert "no licence is named" in files["data/README.md"].decode()
    assert "CC BY 4.0." in packed()["data/README.md"].decode()


def test_every_cell_is_of_its_columns_type_and_keys_are_unique():
    """Numbers are numbers, years years, and no two rows share a key."""
    files = packed()
    for resource in json.loads(files["data/datapackage.json"])["resources"]:
        rows = list(csv.DictReader(io.StringIO(files[f"data/{resource['path']}"].decode())))
        for field in resource["schema"]["fields"]:
            cells = [row[field["name"]] for row in rows if row[field["name"]] != ""]
            reads = {"year": int, "integer": int, "number": float, "date": date.fromisoformat, "string": str}
            assert [reads[field["type"]](cell) for cell in cells] or not cells
        keys = [tuple(row[name] for name in resource["schema"].get("primaryKey", ())) for row in rows]
        assert len(set(keys)) == len(keys) or not keys[0]


def test_json_and_csv_say_the_same():
    """A number in the one is that number in the other."""
    files = packed()
    rows = list(csv.DictReader(io.StringIO(files["data/shares.csv"].decode())))
    found = json.loads(files["data/shares.json"])

    assert [float(row["share_pct"]) for row in rows] == [row["share_pct"] for row in found]
    assert [int(row["year"]) for row in rows] == [row["year"] for row in found]


def test_the_zip_holds_the_same_files_and_the_same_bytes_each_time():
    """It is stored, so that no version of a compressor changes it, and dated by the site."""
    files = packed()
    with zipfile.ZipFile(io.BytesIO(files["data/data-pack.zip"])) as whole:
        held = {name.replace("data-pack/", "data/"): whole.read(name) for name in whole.namelist()}
        infos = whole.infolist()

    assert held == {name: body for name, body in files.items() if not name.endswith(".zip")}
    assert {info.compress_type for info in infos} == {zipfile.ZIP_STORED}
    assert {info.date_time[:3] for info in infos} == {(2006, 1, 5)}
    assert packed() == files
