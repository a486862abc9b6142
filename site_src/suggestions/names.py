"""Runs -> names with their variants and what each probably is, with the reasons that an editor can judge."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from site_src.languages.pack import LanguagePack
from site_src.languages.phrases import any_of
from site_src.suggestions.runs import Run

Guess = Literal["person", "organisation", "place", "country", "unclear"]
_CAPITALS = "written in capitals"
_STOPS = ",.;:"
_QUOTES = ',“”"'
_PLACE_SHARE, _TOWN_SHARE = 0.25, 0.4
"""Parts of a name's mentions that must stand as places do, for a place, and for one that has officials too."""
_COUNTRY_SHARE = 0.05
"""Part of a country's mentions that stand between a title and a person's name: fewer, and it is an adjective."""
_SHORTS = 4
"""How often a last name may stand alone for each full name: more often, and it is another's."""
FEWEST = 2
"""How often a name must stand in the corpus to be worth a row."""


@dataclass(slots=True)
class Heard:
    """All that was heard of one name; it grows while the runs are read."""

    name: str
    count: int = 0
    inside: int = 0
    """How often it stood inside a sentence, or had two words: not every word with a capital is a name."""
    articles: set[str] = field(default_factory=set)
    languages: Counter[str] = field(default_factory=Counter)
    signs: Counter[tuple[str, str]] = field(default_factory=Counter)
    """(kind, reason): how often a reason spoke for a kind."""
    shorts: Counter[str] = field(default_factory=Counter)
    """Short names: an abbreviation in brackets, a last name alone."""
    aliases: Counter[str] = field(default_factory=Counter)
    roles: Counter[tuple[str, str]] = field(default_factory=Counter)
    """(language, words before a person's name)."""

    def take(self, other: Heard, *, aliases: bool = False) -> None:
        """Take over what was heard of another spelling."""
        self.count += other.count
        self.inside += other.inside
        self.articles |= other.articles
        self.languages += other.languages
        self.signs += other.signs
        self.shorts += other.shorts
        self.roles += other.roles
        if aliases:
            self.aliases[other.name] += other.count


@dataclass(frozen=True, slots=True)
class Name:
    """A name that no table knows, as it may be put into one."""

    name: str
    guess: Guess
    count: int
    articles: int
    languages: tuple[str, ...]
    """Those of the texts that use it, the most frequent first."""
    shorts: tuple[str, ...]
    aliases: tuple[str, ...]
    role: Mapping[str, str]
    reasons: tuple[str, ...]


def names(found: Sequence[Run], packs: Mapping[str, LanguagePack], known: frozenset[str]) -> tuple[Name, ...]:
    """Group the runs into names, the most frequent first; known ones (in small letters) and those heard once are left out."""
    heard = _heard(found, packs)
    _fold_roles(heard)
    _fold_shorts(heard, found)
    made = (_named(one) for one in heard.values() if one.count >= FEWEST and one.inside)
    kept = (name for name in made if name.name.lower() not in known and _worth(name))
    return tuple(sorted(kept, key=lambda name: (-name.count, name.name)))


def _worth(name: Name) -> bool:
    """Tell a name from a word that happens to have a capital: one word needs a reason or many articles."""
    return " " in name.name or name.guess != "unclear" or name.articles > FEWEST


def _heard(found: Sequence[Run], packs: Mapping[str, LanguagePack]) -> dict[str, Heard]:
    heard: dict[str, Heard] = {}
    for run in found:
        one = heard.setdefault(run.name, Heard(run.name))
        one.count += 1
        one.inside += not run.first or len(run.words) > 1 or run.dateline
        one.articles.add(run.article)
        one.languages[run.language] += 1
        one.signs.update(_signs(run, packs[run.language]))
        if _abbreviates(run.brackets, run.words):
            one.shorts[run.brackets] += 1
        if role := _role(run, packs[run.language]):
            one.roles[run.language, role] += 1
    return heard


def _abbreviates(short: str, words: Sequence[str]) -> bool:
    """Tell whether brackets hold an abbreviation: its capitals are those of the words, in their order."""
    letters = iter("".join(words).lower())
    capitals = [letter.lower() for letter in short if letter.isupper()]
    return len(capitals) > 1 and short[0].lower() == words[0][0].lower() and all(one in letters for one in capitals)


def _signs(run: Run, pack: LanguagePack) -> list[tuple[str, str]]:
    """Say what the neighbours of a run and its own words speak for."""
    title = _role(run, pack)
    signs = [("person", f"after “{title.lower()}”")] if title and not run.before_known else []
    last = run.before.split()[-1:] or [""]
    following = run.after.split()[:1] or [""]
    verbs = any_of(pack.speech.verbs)
    closed = run.after.lstrip(" )")[:1] in ("", ",", ".", ";")  # "..., said Ana Ro." but "said Aland would join"
    if closed and verbs.fullmatch(last[0].strip(_QUOTES).lower()):
        signs.append(("person", f"after “{last[0].lower()}”"))
    if verbs.fullmatch(following[0].strip(_STOPS).lower()):
        signs.append(("person", f"before “{following[0].strip(_STOPS)}”"))
    if any_of(pack.sentences.places).fullmatch(last[0].lower()):
        signs.append(("place", f"after “{last[0].lower()}”"))
    if run.dateline:
        signs.append(("place", "opens datelines"))
    if run.brackets and _abbreviates(run.brackets, run.words):
        signs.append(("organisation", f"“{run.brackets}” in brackets"))
    if len(run.words) == 1 and run.name.isupper() and run.name.isalpha():
        signs.append(("organisation", _CAPITALS))
    for kind, words in (("organisation", pack.sentences.bodies), ("place", pack.sentences.grounds)):
        own = [word for word in (run.words[0], run.words[-1]) if word.lower() in words]
        signs += [(kind, f"“{own[0]}” in the name")] if own else []
    return signs


def _role(run: Run, pack: LanguagePack) -> str:
    """Give the title right before a name, as it is written there."""
    before = run.before.rstrip()
    found = [match[0] for match in any_of(pack.speech.titles).finditer(before)]
    return found[-1] if found and before.endswith(found[-1]) else ""


def _is_person(one: Heard) -> bool:
    return _weights(one)["person"] > 0 and _guess(one) == "person"


def _fold_roles(heard: dict[str, Heard]) -> None:
    """Fold "Fisheries Ana Ro" into "Ana Ro": words before a known person are a role, or whose it is."""
    for name in sorted(heard, key=lambda name: (-name.count(" "), name)):
        words = name.split()
        for cut in range(1, len(words) - 1):
            rest, prefix = " ".join(words[cut:]), " ".join(words[:cut])
            person, alone = heard.get(rest), heard.get(prefix)
            if person is None and alone and _guess(alone) != "person" and _is_person(heard[name]):
                person = heard.setdefault(
                    rest, Heard(rest)
                )  # "President Aland Ana Ro", and Aland stands alone elsewhere
            if person is None or not (_is_person(person) or _is_person(heard[name])):
                continue
            own = heard.pop(name)
            roles = Counter({(code, f"{role} {prefix}"): number for (code, role), number in own.roles.items()})
            own.roles = roles or Counter({(code, prefix): number for code, number in own.languages.items()})
            own.signs = Counter({sign: n for sign, n in own.signs.items() if sign[0] == "person"})
            person.take(own)
            if prefix in heard and own.roles:
                heard[prefix].count += own.count
                heard[prefix].signs["country", "before a person’s name"] += own.count
            break


def _fold_shorts(heard: dict[str, Heard], found: Sequence[Run]) -> None:
    """Fold short names into the one name that they can stand for, judged by the articles that hold both."""
    holders: dict[str, set[str]] = defaultdict(set)
    for name, one in heard.items():
        for short in one.shorts:
            holders[short].add(name)
        words = name.split()
        if len(words) > 1 and _guess(one) == "person":
            holders[words[-1]].add(name)
            holders[words[0]].add(name)
        if len(words) > 2 and _guess(one) == "organisation":
            holders[" ".join(words[1:])].add(name)
    _fold_openings(heard, holders)
    for short in sorted(holders):
        near = [name for name in sorted(holders[short]) if name in heard and short in heard and name != short]
        near = [name for name in near if " " in short or heard[name].articles & heard[short].articles]
        spelt = sorted((name for name in near if short in heard[name].shorts), key=lambda n: -heard[n].shorts[short])
        near = spelt[:1] or near
        if len(near) == 1 and _may_fold(heard[short], heard[near[0]]):
            whole, own = heard[near[0]], heard.pop(short)
            own.signs = Counter({sign: n for sign, n in own.signs.items() if sign[0] == _guess(whole)})
            whole.take(own, aliases=" " in short)
            if " " not in short:
                whole.shorts[short] += own.count


def _fold_openings(heard: dict[str, Heard], holders: Mapping[str, set[str]]) -> None:
    """Fold "Congress RC" into the body that it ends in: a word that nothing tells to be a part of the name."""
    for name in sorted(heard):
        words = name.split()
        ends = [" ".join(words[cut:]) for cut in range(1, len(words))]
        whole = next((one for end in ends for one in (end, *sorted(holders.get(end, ()))) if one in heard), "")
        if whole and whole != name and _guess(heard[name]) == "unclear" and _guess(heard[whole]) == "organisation":
            heard[whole].take(heard.pop(name))


def _may_fold(short: Heard, whole: Heard) -> bool:
    """A short name that is surely of another kind stands for itself: the town in the court's name."""
    if short.name in whole.shorts:
        return True
    return _guess(short) in ("unclear", _guess(whole)) and short.count <= _SHORTS * whole.count


def _weights(one: Heard) -> Counter[str]:
    """Weigh the kinds: what a name says of itself counts as much as many neighbours."""
    weights: Counter[str] = Counter()
    for (kind, reason), number in one.signs.items():
        sure = "in the name" in reason or "in brackets" in reason
        weights[kind] += 10 + number if sure else 3 * number if kind in ("person", "country") else number
    if " " not in one.name and weights["person"] < one.count:  # "the president of Aland" makes no person of it
        del weights["person"]
    if weights["country"] < 3 * _COUNTRY_SHARE * one.count:
        del weights["country"]
    return weights


def _guess(one: Heard) -> Guess:
    weights = _weights(one)
    if weights["place"] >= _TOWN_SHARE * one.count or any("datelines" in reason for _, reason in one.signs):
        del weights["country"]  # towns have mayors, too
    best = min(weights, key=lambda kind: (-weights[kind], kind), default="unclear")
    share = weights[best] / max(one.count, 1) if weights else 0
    if best == "place" and share < _PLACE_SHARE:
        return "unclear"
    return best  # type: ignore[return-value]  # the signs have no other kinds


def _named(one: Heard) -> Name:
    guess = _guess(one)
    best: dict[str, str] = {}
    for (code, words), _ in sorted(one.roles.items(), key=lambda item: (-item[1], item[0])):
        best.setdefault(code, words)
    own = ((n, reason) for (kind, reason), n in one.signs.items() if kind == guess)
    reasons = sorted(own, key=lambda sign: (sign[1] == _CAPITALS, -sign[0], sign[1]))
    return Name(
        one.name,
        guess,
        one.count,
        len(one.articles),
        tuple(code for code, _ in sorted(one.languages.items(), key=lambda item: (-item[1], item[0]))),
        tuple(sorted(one.shorts, key=lambda short: (-one.shorts[short], short))),
        tuple(sorted(one.aliases)),
        best if guess == "person" else {},
        tuple(f"{reason} ({number})" for number, reason in reasons[:3]),
    )
