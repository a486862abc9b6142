"""Documents -> for each stem the documents that have it, and how much it tells there.

The weight of a word in a document is that of BM25F (Robertson and Zaragoza, "The Probabilistic Relevance Framework",
2009, section 3.6): fields are counted together by their weights, then dampened by the document's length. How rare the
word is, is left to the browser: it knows which words were asked for together.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from site_src.model import Document
from site_src.search.stems import stem
from site_src.search.words import fold, words

TITLE, NAME, NOTE, TEXT = 5.0, 2.5, 2.0, 1.0
"""How much a word counts by where it stands."""
DAMPING, LENGTH = 2.0, 0.5
"""BM25's k1 and b: how fast repetition stops to count, and how much longer documents are held back."""
LEVELS = 9
"""Weights are told in whole steps from 0 to this."""

Postings = Mapping[int, int]
"""Document -> weight in steps, in the order of documents."""


@dataclass(frozen=True, slots=True)
class Inverted:
    """What the words of all documents are, and where they stand."""

    forms: tuple[tuple[str, tuple[str, ...]], ...]
    """Every word without marks, in the order of UTF-16, with the stems that it has in the languages that use it."""
    postings: Mapping[str, Postings]
    """By stem."""


def invert(documents: Sequence[Document]) -> Inverted:
    """Turn documents into lists by stem."""
    stems: dict[str, set[str]] = defaultdict(set)
    counted = [_count(document, stems) for document in documents]
    lengths = [sum(counts.values()) for counts in counted]
    usual = sum(lengths) / len(lengths) if lengths else 1.0
    postings: dict[str, dict[int, int]] = defaultdict(dict)
    for number, (counts, length) in enumerate(zip(counted, lengths, strict=True)):
        held = DAMPING * (1 - LENGTH + LENGTH * length / usual)
        for key, count in counts.items():
            postings[key][number] = round(LEVELS * count / (count + held))
    for key in postings:
        stems[key].add(key)
    ordered = sorted(stems, key=lambda form: form.encode("utf-16-be"))
    return Inverted(tuple((form, tuple(sorted(stems[form]))) for form in ordered), postings)


def _count(document: Document, stems: dict[str, set[str]]) -> Counter[str]:
    """Count a document's stems by the weight of their fields, and note which words have them."""
    counts: Counter[str] = Counter()
    for weight, language, text in _fields(document):
        for word in words(text):
            key = stem(word, language)
            stems[fold(word)].add(key)
            counts[key] += weight  # type: ignore[assignment]
    return counts


def _fields(document: Document) -> Iterator[tuple[float, str, str]]:
    """Give each distinct text of a document once, with its weight and language."""
    told: set[tuple[str, str]] = set()
    fields = [
        *((TITLE, language, title) for title, language in document.titles.values()),
        *((NAME, language, name) for language, name in document.names),
        *((NOTE, language, note) for language, note in document.notes.items()),
        *((TEXT, language, text) for language, text in document.texts),
    ]
    for weight, language, text in fields:
        if (language, text) not in told:
            told.add((language, text))
            yield weight, language, text
