"""Which Plotly a site carries, and what it needs to run under the site's policy."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_src import charts
from site_src.charts.bundles import BASIC, CSP


def put(root: Path, version: str) -> Path:
    """Lay a small bundle of some version where npm would."""
    folder = root / BASIC
    folder.mkdir(parents=True)
    (folder / "plotly-basic.min.js").write_text(f"/**\n* plotly.js (basic - minified) v{version}\n*/\n", "utf-8")
    (folder / "LICENSE").write_text("MIT", "utf-8")
    return root


def test_auto_takes_the_small_bundle_of_the_right_version(tmp_path):
    """The small bundle must be the version that figures are validated for."""
    version = charts.bundle("wheel", tmp_path).version

    expected = ("basic", version, "wheel", "wheel")
    small = charts.bundle("auto", put(tmp_path / "right", version))
    found = (
        small.name,
        small.version,
        charts.bundle("auto", put(tmp_path / "wrong", "1.2.3")).name,
        charts.bundle("auto", tmp_path / "none").name,
    )

    assert expected == found


def test_asking_for_a_bundle_that_is_not_there_says_what_to_do(tmp_path):
    """`--plotly basic` without npm's package is a clear word, not another bundle."""
    with pytest.raises(charts.BundleMissing, match="found none; run npm ci"):
        charts.bundle("basic", tmp_path)
    with pytest.raises(charts.BundleMissing, match=r"found version 1\.2\.3"):
        charts.bundle("basic", put(tmp_path, "1.2.3"))
    with pytest.raises(charts.BundleMissing, match="expected auto, wheel or basic"):
        charts.bundle("full", tmp_path)


def test_the_wheels_bundle_needs_no_exception_from_the_policy(tmp_path):
    """Its styles are files, and the one that it would inject has a guard."""
    wheel = charts.bundle("wheel", tmp_path)

    assert wheel.csp == CSP
    assert "unsafe" not in CSP
    assert len(wheel.guards) == 1
    assert b".js-plotly-plot .plotly .main-svg{" in wheel.style
    assert b"plotly-notifier" in wheel.style
    assert b"MIT" in wheel.licence or b"Permission is hereby granted" in wheel.licence


def test_the_packages_agree_on_the_version(project):
    """Npm's package and Python's carry one and the same plotly.js."""
    assert (
        f'"plotly.js-basic-dist-min": "{charts.bundle("wheel", project).version}"'
        in (project / "package.json").read_text()
    )


def test_the_lock_names_no_registry(project):
    """Whoever clones the project fetches from the registry of their own choice."""
    lock = (project / "package-lock.json").read_text("utf-8")

    assert "resolved" not in lock
    assert "http" not in lock
