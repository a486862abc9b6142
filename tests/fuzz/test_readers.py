"""Whatever a file holds, it becomes articles or Issues: nothing is raised, and every quote stands in its source."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from tests.fuzz.pieces import FILES
from tests.fuzz.river import flow

SHORT, LONG = 25, 4_000
"""Examples of each format, in `make test` and in `make proofs`."""
CASES = sorted(path for path in Path(__file__).with_name("cases").glob("*.*"))


def _every(suffix: str, examples: int, *, always_the_same: bool) -> Callable[[], None]:
    @settings(
        max_examples=examples, deadline=None, derandomize=always_the_same, database=None,
        suppress_health_check=list(HealthCheck), print_blob=True,
    )  # fmt: skip
    @given(FILES[suffix])
    def run(data: bytes) -> None:
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / f"berita.{suffix}"
            file.write_bytes(data)
            for issue in flow(file):
                assert "\n" not in issue.message
                assert issue.done

    return run


@pytest.mark.parametrize("suffix", FILES)
def test_any_file(suffix: str):
    """A file of any content flows through every stage."""
    _every(suffix, SHORT, always_the_same=True)()


@pytest.mark.proof
@pytest.mark.parametrize("suffix", FILES)
def test_any_file_at_length(suffix: str):
    """The same with thousands of files, others on every run."""
    _every(suffix, LONG, always_the_same=False)()


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_found_once(case: Path):
    """A file that once broke a stage flows through all of them."""
    flow(case)
