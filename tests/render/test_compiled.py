"""Compiled templates are kept between builds, and never harm one."""

from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from site_src.render.compiled import Compiled

SOURCE = "Terbit {{ day }}."
READER = Path(__file__)


def _say(work: Path | None, source: str = SOURCE) -> tuple[str, int]:
    """Render a template with what is kept in a folder; the number says how often it was compiled."""
    compiled: list[str] = []

    class Counting(Environment):
        def compile(self, source, name=None, filename=None, **options):  # type: ignore[no-untyped-def, override]
            compiled.append(source)
            return super().compile(source, name, filename, **options)

    environment = Counting(loader=DictLoader({}))
    code = Compiled(work, read_by=READER).code(environment, "a.html", "a.html", source)
    return environment.template_class.from_code(environment, code, {}).render(day="Senin"), len(compiled)


def test_second_build_compiles_nothing(tmp_path: Path) -> None:
    """What the build before compiled is not compiled again."""
    first, second = _say(tmp_path), _say(tmp_path)

    assert [("Terbit Senin.", 1), ("Terbit Senin.", 0)] == [first, second]


def test_changed_template_is_compiled(tmp_path: Path) -> None:
    """A template whose text is another one is compiled anew."""
    _say(tmp_path)

    assert ("Senin", 1) == _say(tmp_path, "{{ day }}")


@pytest.mark.parametrize("damage", [b"", b"x" * 40, None])
def test_damaged_code_is_compiled_anew(tmp_path: Path, damage: bytes | None) -> None:
    """Code that is cut off, replaced or changed in its last byte is not run; the next build has it whole again."""
    _say(tmp_path)
    for file in (tmp_path / "templates").iterdir():
        whole = file.read_bytes()
        file.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]) if damage is None else damage)

    assert [("Terbit Senin.", 1), ("Terbit Senin.", 0)] == [_say(tmp_path), _say(tmp_path)]


def test_nothing_is_kept_where_nothing_can_be_written(tmp_path: Path) -> None:
    """A work folder that is none, a file in its place, or none at all: templates are compiled every time."""
    (tmp_path / "templates").write_text("")

    assert [("Terbit Senin.", 1)] * 3 == [_say(tmp_path), _say(tmp_path), _say(None)]
