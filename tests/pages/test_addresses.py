"""File names and relative links."""

from hypothesis import given
from hypothesis import strategies as st

from site_src.addresses import LONGEST, file_name, relative


@given(st.text())
def test_name_is_safe(id: str):
    """Whatever an id holds, its file name is short lower-case ASCII that no disk or server minds."""
    name = file_name(id)

    assert 0 < len(name) <= LONGEST
    assert not set(name) - set("abcdefghijklmnopqrstuvwxyz0123456789-_")
    assert name not in {"index", "con", "nul", "com1", "lpt9"}


@given(st.text(max_size=30), st.text(max_size=30))
def test_names_differ(left: str, right: str):
    """Two ids have two names."""
    assert (left == right) == (file_name(left) == file_name(right))


def test_tricky_names():
    """Paths, devices, dots and the folder's own page get a digest; a plain id stays."""
    found = {
        id: file_name(id) == id for id in ("2001-06-15-founding", "../../etc/passwd", "con", "a.b", "index", "ÄÖ", "")
    }

    assert [id for id, same in found.items() if same] == ["2001-06-15-founding"]


def test_relative_links():
    """Links between pages need no server: they count folders up and down."""
    found = [
        relative("index.html", "events/a.html"),
        relative("events/a.html", "events/b.html#why"),
        relative("events/a.html", "en/events/a.html"),
        relative("en/events/a.html", "assets/site.css"),
    ]

    assert ["events/a.html", "b.html#why", "../en/events/a.html", "../../assets/site.css"] == found
