"""The files that `docs/publish.md` offers: they parse, name what exists, and send the pages' own policy."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import time
import tomllib
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from site_src.pages.frame import CSP
from site_src.serving.answers import TYPES
from tests.site.run import PROJECT

FOLDER = PROJECT / "docs" / "publish"
PINNED = re.compile(r"[\w.-]+/[\w.-]+@[0-9a-f]{40}")


def _steps(name: Path) -> Iterator[dict[str, Any]]:
    for job in yaml.safe_load(name.read_text("utf-8"))["jobs"].values():
        yield from job["steps"]


def test_actions_are_pinned() -> None:
    """Every action of every workflow is named by a full commit, with the release beside it."""
    for file in (FOLDER / "github-pages.yml", *sorted((PROJECT / ".github" / "workflows").glob("*.yml"))):
        used = [step["uses"] for step in _steps(file) if "uses" in step]

        assert used
        assert [one for one in used if not PINNED.fullmatch(one)] == []
        assert len(
            re.findall(r"uses: \S+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", file.read_text("utf-8"), re.MULTILINE)
        ) == len(used)


def test_workflow_checks_before_it_publishes() -> None:
    """The workflow builds, checks and verifies before it hands anything over, and may write to Pages alone."""
    workflow = yaml.safe_load((FOLDER / "github-pages.yml").read_text("utf-8"))
    told = [step.get("run", step.get("uses", "")) for step in workflow["jobs"]["build"]["steps"]]
    order = [
        next(n for n, one in enumerate(told) if part in one)
        for part in ("make site", "build.py check", "build.py verify", "upload-pages")
    ]

    assert order == sorted(order)
    assert workflow["permissions"] == {"contents": "read"}
    assert workflow["jobs"]["publish"]["needs"] == "build"
    assert workflow["jobs"]["publish"]["permissions"] == {"pages": "write", "id-token": "write"}


def test_netlify() -> None:
    """The settings for Netlify parse, publish the output, and send the pages' own policy."""
    settings = tomllib.loads((FOLDER / "netlify.toml").read_text("utf-8"))

    assert settings["build"]["publish"] == "output"
    assert settings["headers"][0]["values"]["Content-Security-Policy"] == CSP


def test_named_files_exist() -> None:
    """Every file of the project that the page names is there, and every verb is one."""
    text = (PROJECT / "docs" / "publish.md").read_text("utf-8")
    links = re.findall(r"\]\(([\w./-]+?)(?:#[\w-]+)?\)", text)
    verbs = re.findall(r"build\.py (\w+)", text + "".join(file.read_text("utf-8") for file in FOLDER.iterdir()))
    targets = re.findall(r"(?m)^(\w[\w-]*):", (PROJECT / "Makefile").read_text("utf-8"))

    assert links
    assert [link for link in links if not (PROJECT / "docs" / link).exists()] == []
    assert {verb for verb in verbs if not (PROJECT / "site_src" / "cli" / f"{verb}.py").is_file()} == set()
    assert set(re.findall(r"make (?:-s )?(\w+)", text)) <= set(targets)


def test_types_of_nginx() -> None:
    """Nginx sends each kind of file that a site has under the type that `serve` sends."""
    found = dict(re.findall(r"(?m)^        (\S+)\s+(\w+);$", (FOLDER / "nginx.conf").read_text("utf-8")))
    ours = {suffix[1:]: kind.partition(";")[0] for suffix, kind in TYPES.items()}

    assert found
    assert {suffix: ours[suffix] for suffix in found.values()} == {suffix: kind for kind, suffix in found.items()}


@pytest.fixture
def nginx(fiktif: Path, tmp_path: Path) -> Iterator[str]:
    """Nginx with our file, on a port of this machine; skipped where there is none."""
    program = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
    if program is None:
        pytest.skip("nginx is not installed")
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port = one.getsockname()[1]
    site = Path(shutil.copytree(fiktif, tmp_path / "site"))
    (site / ".secret").write_text("secret", "utf-8")
    own = (FOLDER / "nginx.conf").read_text("utf-8")
    own = (
        own.replace("listen 80;", f"listen 127.0.0.1:{port};")
        .replace("listen [::]:80;", "")
        .replace("/srv/timeline", str(site))
    )
    (tmp_path / "timeline.conf").write_text(own, "utf-8")
    places = "".join(
        f"{kind}_temp_path {tmp_path}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (tmp_path / "nginx.conf").write_text(
        f"daemon off; pid {tmp_path}/pid; error_log stderr; worker_processes 1; {'user root;' if site.owner() == 'root' else ''}\n"
        f"events {{}}\nhttp {{ access_log off; {places} include {tmp_path}/timeline.conf; }}\n", "utf-8",
    )  # fmt: skip
    checked = subprocess.run(
        [program, "-t", "-p", tmp_path, "-c", tmp_path / "nginx.conf"], capture_output=True, text=True
    )
    assert checked.returncode == 0, checked.stderr
    process = subprocess.Popen([program, "-p", tmp_path, "-c", tmp_path / "nginx.conf"], stderr=subprocess.DEVNULL)
    try:
        _wait(port)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(10)


def _wait(port: int) -> None:
    end = time.monotonic() + 10
    while time.monotonic() < end:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError("nginx does not answer")


def _get(address: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    try:
        with urllib.request.urlopen(urllib.request.Request(address, headers=headers), timeout=10) as answer:
            return answer.status, dict(answer.headers), answer.read()
    except urllib.error.HTTPError as error:
        return error.code, dict(error.headers), error.read()


def test_nginx_serves_the_site(nginx: str) -> None:
    """Nginx shows the pages with their policy, compressed, asked for again without bytes, and with the site's page for what is missing."""
    status, headers, body = _get(f"{nginx}/")
    again = _get(f"{nginx}/", **{"If-None-Match": headers["ETag"]})
    packed = _get(f"{nginx}/", **{"Accept-Encoding": "gzip"})
    missing = _get(f"{nginx}/nowhere.html")
    data = _get(f"{nginx}/data/events.json")

    assert (status, headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert headers["Content-Security-Policy"] == f"{CSP}; frame-ancestors 'self'"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert (again[0], again[2]) == (304, b"")
    assert len(packed[2]) < len(body) / 2
    assert (missing[0], b"<!doctype html>" in missing[2]) == (404, True)
    assert missing[1]["Content-Security-Policy"].startswith(CSP)
    assert data[1]["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Origin" not in headers


def test_nginx_hides(nginx: str) -> None:
    """Nginx lists no folder and shows nothing hidden."""
    assert {_get(f"{nginx}{path}")[0] for path in ("/.secret", "/data/", "/assets/", "/events/", "/%2e%2e/secret")} <= {
        403,
        404,
        400,
    }
