"""Articles -> what an editor could add to the tables: unknown names, outlets and verbs, with counts and reasons.

`lines` writes them as rows and tables to paste; every guess says what speaks for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from site_src.issues import visible
from site_src.languages.pack import LanguagePack
from site_src.model import Article
from site_src.suggestions.deeds import new_kinds
from site_src.suggestions.names import names
from site_src.suggestions.outlets import new_outlets
from site_src.suggestions.runs import runs
from site_src.suggestions.writing import kind_lines, name_lines, outlet_lines, table_lines
from site_src.topic.values import Topic

__all__ = ["lines"]


def lines(articles: Sequence[Article], topic: Topic, packs: Mapping[str, LanguagePack]) -> Iterator[str]:
    """List names for `tables/*.csv`, tables for `outlets.toml` and for `kinds.toml`, the most frequent first."""
    ordered = sorted(articles, key=lambda article: article.id)
    outlets = new_outlets(ordered, topic)
    known = {name for outlet in topic.outlets.values() for name in (outlet.name, *outlet.aliases)}
    known |= {name for outlet in outlets for name in (outlet.name, *outlet.domains)}
    # A known last name that stands alone in an article means nobody there, but it is no new name.
    known |= {alias.text for entity in topic.entities.values() for alias in entity.aliases}
    found = names(list(runs(ordered, packs)), packs, frozenset(name.lower() for name in known))
    every = (
        *name_lines(found),
        *table_lines(found, topic.folder, frozenset(topic.entities)),
        *outlet_lines(outlets, frozenset(topic.outlets)),
        *kind_lines(new_kinds(ordered, topic, packs), topic.languages, frozenset(kind.id for kind in topic.kinds)),
    )
    yield from map(visible, every)
