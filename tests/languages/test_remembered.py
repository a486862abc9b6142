"""Packs are a part of the program, which reads them once and remembers them: nothing of them is lost."""

from __future__ import annotations

import msgspec

from site_src import cache, languages, pipeline
from site_src.languages.pack import LanguagePack
from site_src.pipeline import Options

written = msgspec.json.Encoder(order="deterministic").encode


def test_packs_that_are_remembered_are_those_that_were_read(tmp_path, monkeypatch):
    """A second run takes them from the cache: equal, and written the same, so that no number changed its kind."""
    monkeypatch.setattr(pipeline, "WORK", tmp_path)
    options = Options(tmp_path, tmp_path)
    first = pipeline._packs(options)
    monkeypatch.setattr(languages, "load", dict)
    second = pipeline._packs(options)

    assert first == second
    assert written(first) == written(second)


def test_every_pack_can_be_packed():
    """No pack holds what a cache cannot."""
    packed = cache.pack(languages.load())

    assert packed is not None
    assert msgspec.msgpack.Decoder(dict[str, LanguagePack]).decode(packed) == languages.load()
