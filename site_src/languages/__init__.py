"""Language packs: one `.toml` file a language, loaded once a process.

>>> sorted(load(["id"]))
['id']
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from site_src.languages.loading import PackError, read_pack
from site_src.languages.pack import LanguagePack

__all__ = ["LanguagePack", "PackError", "load"]

FOLDER = Path(__file__).parent


def load(codes: Iterable[str] | None = None) -> Mapping[str, LanguagePack]:
    """Give the packs of these languages by code, in the order asked for; all packs, sorted, without `codes`.

    Raises `PackError`, which names file, section and what is wrong, for a language without a pack and for a pack
    with a mistake.
    """
    wanted = sorted(path.stem for path in FOLDER.glob("*.toml")) if codes is None else list(dict.fromkeys(codes))
    return {code: _pack(code) for code in wanted}


@cache
def _pack(code: str) -> LanguagePack:
    path = FOLDER / f"{code}.toml"
    if not path.is_file():
        known = ", ".join(sorted(found.stem for found in FOLDER.glob("*.toml")))
        raise PackError(f"there is no language pack {code!r} (known: {known})")
    return read_pack(path)
