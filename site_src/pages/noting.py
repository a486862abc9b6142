"""What is asked of the holdings while a page is planned: what the page depends on, beside what all pages do.

Planning is a function of what it is told. A page of which every question has the answer that it had, in a site whose other
knowledge is the same (`rest`), is the same page, and nobody need plan it.
"""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cached_property, lru_cache, partial
from itertools import chain
from pathlib import PurePath
from typing import Any, TypeVar, cast, overload

import msgspec

from site_src.model import Event
from site_src.pages.cards import rank_of
from site_src.pages.desk import Desk, Question

T = TypeVar("T")
V = TypeVar("V")

Shelf = Mapping[str, Any] | tuple[Any, ...]
NOBODY = bytes(16)
"""The fingerprint of what is not there."""


def asked_for(desk: Desk, tell: Callable[[], T]) -> tuple[T, tuple[Question, ...]]:
    """Tell something at a noted desk, and say what was asked for it."""
    desk.asked.clear()
    return tell(), tuple(dict.fromkeys(desk.asked))


class _Watched:
    """Things of which it is noted what was asked for: who goes through them, or counts them, has asked for all."""

    def __init__(self, name: str, things: Any, asked: list[Question]) -> None:
        self._name, self._things, self._note = name, things, asked.append

    def __iter__(self) -> Iterator[Any]:
        self._note((self._name, None))
        return iter(self._things)

    def __len__(self) -> int:
        self._note((self._name, None))
        return len(self._things)


class _Asked(_Watched, Mapping[str, V]):
    """A shelf with a name on each thing: who looks for one has asked for that one."""

    def __getitem__(self, key: str) -> V:
        self._note((self._name, key))
        return cast("V", self._things[key])

    @overload
    def get(self, key: str, /) -> V | None: ...
    @overload
    def get(self, key: str, /, default: V | T) -> V | T: ...
    def get(self, key: str, /, default: V | T | None = None) -> V | T | None:
        self._note((self._name, key))
        return cast("V | T | None", self._things.get(key, default))

    def __contains__(self, key: object) -> bool:
        if isinstance(key, str):  # no shelf has another
            self._note((self._name, key))
        return key in self._things


class _All(_Watched, Sequence[V]):
    """Things in a row: who looks at one has asked for all."""

    @overload
    def __getitem__(self, index: int) -> V: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[V]: ...
    def __getitem__(self, index: int | slice) -> V | Sequence[V]:
        self._note((self._name, None))
        return cast("V | Sequence[V]", self._things[index])


@dataclass(frozen=True, slots=True)
class Watch:
    """Desks where it is noted what is asked, and what is answered there."""

    desks: tuple[Desk, ...]
    rests: tuple[bytes, ...]
    """Of each desk, fingerprinted, what a page may show of it without having asked."""
    answers: Answers


Sorts = Mapping[str, Callable[[Desk], Mapping[str, Any]]]
"""What is sorted from all that there is, by its name."""


def watch(desks: Sequence[Desk], sorts: Sorts) -> Watch:
    """Watch what is asked at desks that share their holdings."""
    holdings = desks[0].holdings
    calm = {event.id: replace(event, importance=rank_of(event)[1]) for event in holdings.events}
    shared = replace(holdings, **{place: _calmed(value, calm) for place, value in _parts(holdings)})
    still = [replace(desk, holdings=shared, sorted=_sorted(desk, sorts, calm)) for desk in desks]
    return Watch(tuple(map(noted, still)), tuple(map(rest, still)), Answers(still))


def _calmed(value: Any, calm: Mapping[str, Event]) -> Any:
    """Leave of the importance of entries the rank alone: its last figures change with every article, and no page shows them."""
    if isinstance(value, Event):
        return calm[value.id]
    if isinstance(value, Mapping):
        some = tuple(value.values())
        return {key: _calmed(one, calm) for key, one in value.items()} if _of_events(some) else value
    return tuple(_calmed(one, calm) for one in value) if isinstance(value, tuple) and _of_events(value) else value


def _sorted(desk: Desk, sorts: Sorts, calm: Mapping[str, Event]) -> Mapping[str, Mapping[str, Any]]:
    return {name: _Late(partial(_calm_sorted, desk, name, sort, calm)) for name, sort in sorts.items()}


def _calm_sorted(
    desk: Desk, name: str, sort: Callable[[Desk], Mapping[str, Any]], calm: Mapping[str, Event]
) -> Mapping[str, Any]:
    found: Mapping[str, Any] = _calmed(desk.sort(name, sort), calm)
    return found


class _Late(Mapping[str, V]):
    """A shelf that is filled when somebody looks at it."""

    def __init__(self, fill: Callable[[], Mapping[str, V]]) -> None:
        self._fill = fill

    @cached_property
    def _things(self) -> Mapping[str, V]:
        return self._fill()

    def __getitem__(self, key: str) -> V:
        return self._things[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._things)

    def __len__(self) -> int:
        return len(self._things)


def _of_events(values: tuple[Any, ...]) -> bool:
    first = values[0] if values else None
    return _of_events(first) if isinstance(first, tuple) else isinstance(first, Event)


def noted(desk: Desk) -> Desk:
    """Give a desk of the same holdings on which it is noted what is asked."""
    asked: list[Question] = []
    return replace(
        desk,
        holdings=_noted(desk.holdings, "", asked),
        charts=cast("Any", _All("charts", desk.charts, asked)),
        told={},
        asked=asked,
        sorted={name: _Asked(f"{desk.language}.{name}", shelf, asked) for name, shelf in desk.sorted.items()},
    )


def _noted(value: T, name: str, asked: list[Question]) -> T:
    """Give a value with each shelf in it noted."""
    shelves = {place: _watched(shelf, f"{name}{place}", asked) for place, shelf in _parts(value) if _is_shelf(shelf)}
    inner = {place: _noted(one, f"{name}{place}.", asked) for place, one in _parts(value) if _is_case(place)}
    return cast("T", replace(cast("Any", value), **shelves, **inner))


def _watched(shelf: Shelf, name: str, asked: list[Question]) -> object:
    return _Asked(name, shelf, asked) if isinstance(shelf, Mapping) else _All(name, shelf, asked)


CASES = ("timeline", "past")
"""What holds shelves of its own."""


def _is_case(place: str) -> bool:
    return place in CASES


def _is_shelf(value: object) -> bool:
    return isinstance(value, Mapping | tuple)


def _parts(value: object) -> Iterator[tuple[str, Any]]:
    return ((field.name, getattr(value, field.name)) for field in fields(cast("Any", value)))


# --- What is answered --------------------------------------------------------------------------------------------------


@lru_cache(maxsize=1 << 16)
def signed(question: Question) -> bytes:
    """Sign a question, so that what remembers it holds no name of what may be taken down."""
    return _digest(repr(question).encode())


class Answers:
    """What the holdings answer, as fingerprints."""

    def __init__(self, desks: Sequence[Desk]) -> None:
        sorts = {f"{desk.language}.{name}": shelf for desk in desks for name, shelf in desk.sorted.items()}
        first = desks[0]
        self._shelves: Mapping[str, Shelf] = {**dict(_shelves(first.holdings, "")), "charts": first.charts, **sorts}
        self._known: dict[int, bytes] = {}

    def of(self, questions: Iterable[bytes]) -> list[bytes]:
        """Give the fingerprint of what is answered to each signed question."""
        asked = self._asked
        return [self._answer(*asked[one]) if one in asked else NOBODY for one in questions]

    @cached_property
    def _asked(self) -> Mapping[bytes, Question]:
        """All questions to which there is an answer."""
        every = ((name, key) for name, shelf in self._shelves.items() for key in (None, *_keys(shelf)))
        return {signed.__wrapped__(question): question for question in every}

    def _answer(self, name: str, key: str | None) -> bytes:
        shelf = self._shelves[name]
        if key is not None and isinstance(shelf, Mapping):
            return self._print(shelf[key])
        return self._print(tuple(chain.from_iterable(shelf.items())) if isinstance(shelf, Mapping) else shelf)

    def _print(self, value: Any) -> bytes:
        """Fingerprint a value. Those that stand on several shelves are looked at once."""
        if isinstance(value, tuple):
            return _digest(b"".join(map(self._print, value)))
        if not is_dataclass(value):
            return _digest(_encoded(value))
        found = self._known.get(id(value))  # nothing here dies before the shelves do
        if found is None:
            found = self._known[id(value)] = _digest(_encoded(value))
        return found


def rest(desk: Desk) -> bytes:
    """Fingerprint all that a page of a noted desk may show of what is on no shelf: the topic, words, the site's date."""
    loose = list(_loose(desk.holdings))
    own = (desk.language, desk.languages, sorted(desk.packs), desk.own_main, desk.own_foot)
    return _digest(_encoded((loose, own)))


def _keys(shelf: Shelf) -> Iterable[str]:
    return shelf if isinstance(shelf, Mapping) else ()


def _shelves(value: object, name: str) -> Iterator[tuple[str, Shelf]]:
    for place, one in _parts(value):
        if _is_shelf(one):
            yield f"{name}{place}", one
        elif _is_case(place):
            yield from _shelves(one, f"{name}{place}.")


def _loose(value: object) -> Iterator[tuple[str, object]]:
    for place, one in _parts(value):
        if _is_case(place):
            yield from _loose(one)
        elif not _is_shelf(one):
            yield place, sorted(one) if isinstance(one, frozenset) else one


def _digest(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()[:16]


def _encoded(value: object) -> bytes:
    try:
        return _encode(value)
    except (OverflowError, UnicodeEncodeError):  # a giant number, a lone surrogate
        return pickle.dumps(value)


def _spelled(value: object) -> object:
    if isinstance(value, PurePath):
        return str(value)
    raise TypeError(f"cannot fingerprint a {type(value).__name__}")


_encode = msgspec.msgpack.Encoder(enc_hook=_spelled).encode
