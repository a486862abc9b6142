"""The publisher's newest figures, asked over the network by wbgapi, the client that its users keep.

Nothing here is imported unless figures are refreshed, and no page is ever built from an answer: it goes into the table.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from site_src.refresh.revisions import Figures

PATIENCE = 60
"""Seconds without a byte after which an answer is given up."""


class NoAnswer(Exception):
    """The service did not answer, or not as it should."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An indicator as the publisher has it today."""

    vintage: str
    """The day on which the database was last changed, ISO."""
    figures: Figures


def ask(database: int, code: str, countries: Collection[str], address: str = "") -> Answer:
    """Ask for all years of an indicator. `address` is another service than the publisher's, for tests. Raises `NoAnswer`."""
    try:
        import wbgapi
    except ImportError as error:
        raise NoAnswer(f"{error.name} is not installed: run pip install -r requirements-data.txt") from error
    if address:
        wbgapi.endpoint = address
    wbgapi.get_options = {"timeout": PATIENCE}
    try:
        about = wbgapi.source.get(database)
        rows = list(_rows(wbgapi, database, code, countries))
        return Answer(str(about["lastupdated"]), dict(_figure(row) for row in rows if row["value"] is not None))
    except OSError as error:  # all that the client's own client raises is one
        raise NoAnswer(f"the service cannot be reached ({type(error).__name__})") from error
    except (wbgapi.APIError, wbgapi.URLError) as error:
        raise NoAnswer(f"the service refused the question: {' '.join(str(error).split())}") from error
    except (KeyError, TypeError, ValueError, IndexError) as error:
        raise NoAnswer(f"the service answered in another form than expected ({type(error).__name__})") from error


def _rows(wbgapi: Any, database: int, code: str, countries: Collection[str]) -> Any:
    return wbgapi.refetch(
        "sources/{source}/series/{series}/country/{economy}/time/all",
        ["series", "economy"],
        source=database,
        series=code,
        economy=";".join(sorted(countries)),
    )


def _figure(row: Any) -> tuple[tuple[str, int], float]:
    """Read a row: its variables by the names of their concepts."""
    named = {variable["concept"].lower(): variable for variable in row["variable"]}
    return (named["country"]["id"], int(named["time"]["value"])), float(row["value"])
