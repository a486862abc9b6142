"""How it is made: the rules by which dates are read, with their examples; how reports are joined and judged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from site_src.languages.pack import LanguagePack, Rule
from site_src.model import Page
from site_src.pages.desk import Desk
from site_src.pages.disputes import VERDICTS
from site_src.pages.frame import framed
from site_src.pages.legend import legend
from site_src.pages.passages import STANCES
from site_src.pages.reasons import Told, reason
from site_src.pages.sources import METHODS
from site_src.pages.views import Label
from site_src.wording import msgid

STANCE_MEANINGS = {
    "told": msgid("The source says that it happened."),
    "planned": msgid("The source says that it will happen."),
    "denied": msgid("The source says that it did not happen or is not so."),
    "recalled": msgid("The source looks back at it as background."),
}


FEATURES = {
    "same_day": msgid("Day"),
    "same_stance": msgid("How it is told"),
    "same_kind": msgid("Kind"),
    "same_actors": msgid("Who"),
    "same_organisation": msgid("Organisation"),
    "same_place": msgid("Place"),
    "same_series": msgid("Numbered meeting"),
    "shared_words": msgid("Wording"),
}
"""What each feature of a join looks at."""


@dataclass(frozen=True, slots=True)
class RuleView:
    """A rule with its proof."""

    name: str
    examples: tuple[tuple[str, str], ...]
    counter: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PackView:
    """A language's rules."""

    code: str
    name: str
    count: str
    rules: tuple[RuleView, ...]


@dataclass(frozen=True, slots=True)
class Feature:
    """A feature that joined reports, with one of its sentences."""

    name: str
    uses: str
    sentence: Told


def pages(desk: Desk) -> Iterator[Page]:
    """Plan the page about the method."""
    yield framed(
        desk,
        "method.html",
        "method.html",
        desk.say("How it is made"),
        lead=desk.say("From a folder of articles to a dated, sourced timeline, by rules that anyone can read."),
        legend=legend(desk),
        packs=[
            _pack(desk, pack)
            for _, pack in sorted(desk.packs.items(), key=lambda item: (item[0] != desk.language, item[0]))
        ],
        stances=[(Label(desk.say(name), code), desk.say(STANCE_MEANINGS[code])) for code, name in STANCES.items()],
        datings=[desk.say(text) for text in METHODS.values()],
        verdicts=[Label(desk.say(text), code) for code, text in VERDICTS.items()],
        features=_features(desk),
        kinds=[(desk.text(kind.names), kind.triggers.get(desk.language, ())) for kind in desk.topic.kinds],
    )


def _pack(desk: Desk, pack: LanguagePack) -> PackView:
    rules = tuple(_rule(rule) for rule in pack.rules)
    return PackView(
        pack.code, desk.text(pack.names), desk.count("%(number)s rule", "%(number)s rules", len(rules)), rules
    )


def _rule(rule: Rule) -> RuleView:
    return RuleView(rule.name, tuple(rule.examples.items()), rule.counter)


def _features(desk: Desk) -> tuple[Feature, ...]:
    """Count the features that joined reports on this site, the most used first."""
    reasons = [one for event in desk.timeline.events for join in event.joins for one in join.reasons]
    counted = Counter(one.feature for one in reasons)
    sentence = {one.feature: one.sentence for one in reversed(reasons)}
    return tuple(
        Feature(
            desk.say(FEATURES.get(name, name)),
            desk.count("used %(number)s time", "used %(number)s times", uses),
            reason(desk, sentence[name]),
        )
        for name, uses in sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    )
