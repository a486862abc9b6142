"""The data files are as their schemas say."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

SCHEMAS = Path(__file__).parents[2] / "docs" / "schemas"


@pytest.mark.parametrize("name", ["events", "claims", "articles", "days", "manifest"])
def test_schema(fiktif: Path, name: str) -> None:
    """Each file fits its JSON Schema."""
    schema = json.loads((SCHEMAS / f"{name}.schema.json").read_text("utf-8"))
    found = json.loads((fiktif / "data" / f"{name}.json").read_text("utf-8"))

    jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker()).validate(found)
