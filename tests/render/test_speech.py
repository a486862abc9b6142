"""The short ways of templates give what Jinja and MarkupSafe give."""

import gettext

import pytest
from hypothesis import given
from hypothesis import strategies as some
from jinja2 import DictLoader, Environment, StrictUndefined, UndefinedError
from markupsafe import Markup, escape

from site_src.render.speech import Calls, Kept, Spoken, escaped

MANY = (
    some.text(alphabet="ab <>&'\"é")
    | some.integers()
    | some.booleans()
    | some.none()
    | some.builds(Markup, some.text())
)


@given(MANY)
def test_escaped_as_markupsafe_does(value: object) -> None:
    """Every value is escaped as MarkupSafe escapes it."""
    assert str(escape(value)) == str(escaped(value))


@given(some.text(alphabet="ab <&%").filter(lambda text: "%" not in text), some.text(alphabet="a<&"))
def test_spoken_as_jinja_does(message: str, word: str) -> None:
    """Words of the interface stand as they are, what is filled in is escaped, and two signs of per cent are one."""
    say = Spoken(gettext.NullTranslations().gettext)

    assert Markup(f"{message}{escape(word)} 5%") == say(f"{message}%(word)s 5%%", word=word)
    assert Markup(f"{message} 5%") == say(f"{message} 5%%")


def _environment() -> Environment:
    parts = (
        "{% macro _tag(one, sign='') %}{{ count() }}<b>{{ one }}{{ sign }}</b>{% endmacro %}{% set tag = kept(_tag) %}"
    )
    found = Environment(loader=DictLoader({"parts": parts}), autoescape=True, undefined=StrictUndefined)
    found.globals["kept"] = Kept
    found.context_class = Calls
    return found


@pytest.mark.parametrize(
    ("call", "asked", "expected"),
    [
        ("tag('<') ~ tag('<')", 1, "<b>&lt;</b><b>&lt;</b>"),
        ("tag('<') ~ tag('<'|safe)", 2, "<b>&lt;</b><b><</b>"),
        ("tag(1) ~ tag(true)", 2, "<b>1</b><b>True</b>"),
        ("tag('a', sign='!') ~ tag('a')", 2, "<b>a!</b><b>a</b>"),
        ("tag(['a']) ~ tag(['a'])", 2, "<b>[&#39;a&#39;]</b>" * 2),
    ],
)
def test_kept_macro_is_asked_once_for_each_value(call: str, asked: int, expected: str) -> None:
    """A kept macro tells the same for the same values; safe and unsafe words are two, and a list is told every time."""
    environment, counted = _environment(), []
    environment.globals["count"] = lambda: counted.append(1) or ""
    text = environment.from_string("{% import 'parts' as parts %}{% set tag = parts.tag %}{{ " + call + " }}").render()

    assert (expected, asked) == (text, len(counted))


def test_mistake_in_a_kept_macro_is_told() -> None:
    """A value that is not there is a mistake here too."""
    environment = _environment()
    environment.globals["count"] = str

    with pytest.raises(UndefinedError):
        environment.from_string("{% import 'parts' as parts %}{{ parts.tag(nobody) }}").render()
