"""Which Plotly the site carries: the small bundle from npm where it is installed, else the one in the Python package.

    choose("auto", Path("."))  ->  Bundle(name="basic", version="4.1.1", ...)

Both are linked under one address, so that pages do not differ. The full bundle wants to inject a `<style>` for maps as
soon as it is loaded, which the site's policy forbids; it does not when an element with a certain id is there. That id is
read from the bundle and the chart script puts such an element, so **both bundles run under the same policy**.
"""

from __future__ import annotations

import builtins
import re
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; "
    "manifest-src 'self'; base-uri 'none'; form-action 'none'"
)
BASIC = Path("node_modules", "plotly.js-basic-dist-min")

_VERSION = re.compile(r"plotly\.js (?:\(basic[^)]*\) )?v(\d+\.\d+\.\d+)")
_GUARD = re.compile(r'getElementById\("([0-9a-f]{64})"\)\)\{var (\w+)=document\.createElement\("style"\)')
_RULES = re.compile(r'=(\{"X,X div":.+?\});for\(', re.DOTALL)
_RULE = re.compile(r""""((?:[^"\\]|\\.)*)":("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')""")


class BundleMissing(Exception):
    """The bundle that was asked for is not installed, or is not the one that figures are built for."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """A build of plotly.js."""

    name: str
    """`basic` or `wheel`."""
    version: str
    digest: str
    """SHA-256 of its bytes, hexadecimal."""
    bytes: builtins.bytes
    licence: builtins.bytes
    csp: str = CSP
    """The policy of a page that loads it."""

    @property
    def guards(self) -> tuple[str, ...]:
        """Ids of elements whose presence keeps it from injecting styles."""
        return tuple(match[1] for match in _GUARD.finditer(self.bytes.decode()))

    @property
    def style(self) -> builtins.bytes:
        """The rules that it would inject into the page, as a stylesheet for a page that forbids injecting."""
        return _style(self.bytes.decode())


def choose(kind: str, root: Path) -> Bundle:
    """Take the bundle of a kind: `basic`, `wheel`, or `auto` for the basic one where it fits. Raises `BundleMissing`.

    `auto` never stops a build: without the small bundle, or with another version of it, it takes the wheel's.
    """
    if kind not in ("auto", "basic", "wheel"):
        raise BundleMissing(f"--plotly {kind}: expected auto, wheel or basic")
    if kind == "wheel":
        return _wheel()
    basic, wanted = _basic(root), _version(_wheel_file())
    if basic and basic.version == wanted:
        return basic
    if kind == "basic":
        found = f"version {basic.version}" if basic else "none"
        raise BundleMissing(
            f"--plotly basic: expected version {wanted} in {BASIC.as_posix()}, found {found}; run npm ci"
        )
    return _wheel()


def _basic(root: Path) -> Bundle | None:
    file = root / BASIC / "plotly-basic.min.js"
    if not file.is_file():
        return None
    return _bundle("basic", file, file.with_name("LICENSE"))


@lru_cache(maxsize=1)
def _wheel() -> Bundle:
    file = _wheel_file()
    return _bundle("wheel", file, None)


def _bundle(name: str, file: Path, licence: Path | None) -> Bundle:
    content = file.read_bytes()
    return Bundle(name, _version(file), sha256(content).hexdigest(), content, _licence(content, licence))


def _wheel_file() -> Path:
    spec = find_spec("plotly")
    if spec is None or not spec.submodule_search_locations:
        raise BundleMissing("the package plotly is not installed: run pip install -r requirements.txt")
    return Path(spec.submodule_search_locations[0]) / "package_data" / "plotly.min.js"


def _version(file: Path) -> str:
    with file.open(encoding="utf-8") as text:
        match = _VERSION.search(text.read(300))
    if match is None:
        raise BundleMissing(f"{file.name}: expected a version in its first lines")
    return match[1]


def _licence(content: bytes, file: Path | None) -> bytes:
    """Give the licence's text; where the package has none at hand, the head of the script, which names it."""
    if file is None:
        from importlib import metadata  # it loads much

        found = [path for path in metadata.files("plotly") or () if path.name.startswith("LICENSE")]
        file = Path(str(found[0].locate())) if found else None
    if file and file.is_file():
        return file.read_bytes()
    return content[: content.index(b"*/") + 2] + b"\n"


@lru_cache(maxsize=2)
def _style(script: str) -> bytes:
    """Read the rules from the script: Plotly writes `X` for its own container and `Y` for its notes."""
    table = _RULES.search(script)
    if table is None:
        raise BundleMissing("plotly's bundle: its table of styles is not where it was; see docs/charts.md")
    rules = []
    for selector, quoted in _RULE.findall(table[1]):
        own = selector.replace("X", ".js-plotly-plot .plotly").replace("Y", ".plotly-notifier").lstrip(",")
        rules.append(f"{own}{{{_unquoted(quoted)}}}")
    # each is injected before the others, so the last of the table has the least weight
    return ("/* plotly.js, MIT licence: see LICENSE.txt */\n" + "\n".join(reversed(rules)) + "\n").encode()


def _unquoted(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text[1:-1])
