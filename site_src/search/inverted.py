"""Documents -> for each word the documents that have it, how much it tells there, and which words share its stem.

The weight of a word in a document is that of BM25F (Robertson and Zaragoza, "The Probabilistic Relevance Framework",
2009, section 3.6): fields are counted together by their weights, then dampened by the document's length. How rare the
word is, is left to the browser: it knows which words were asked for together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from site_src.model import STEPS, Document
from site_src.search.stems import stem
from site_src.search.words import fold, words

TITLE, NAME, NOTE, TEXT = 5.0, 2.5, 2.0, 1.0
"""How much a word counts by where it stands."""
DAMPING, LENGTH = 2.0, 0.5
"""BM25's k1 and b: how fast repetition stops to count, and how much longer documents are held back."""

Postings = Mapping[int, int]
"""Document -> weight in steps, in the order of documents."""


@dataclass(frozen=True, slots=True)
class Form:
    """A word as it is looked up, without marks."""

    text: str
    stems: tuple[str, ...]
    """Those that it has in the languages that use it; words that share one are forms of one word."""
    postings: Postings
    """Empty for a stem that no text has as a word: readers may type it."""


def invert(documents: Sequence[Document]) -> tuple[Form, ...]:
    """Turn documents into lists by word, in the order of UTF-16, which is that of browsers."""
    stems: dict[str, set[str]] = defaultdict(set)
    known: dict[str, dict[str, str]] = defaultdict(dict)
    counted = [_count(document, stems, known) for document in documents]
    lengths = [sum(counts.values()) for counts in counted]
    usual = sum(lengths) / len(lengths) if lengths else 1.0
    postings: dict[str, dict[int, int]] = defaultdict(dict)
    for number, (counts, length) in enumerate(zip(counted, lengths, strict=True)):
        held = DAMPING * (1 - LENGTH + LENGTH * length / usual)
        for form, count in counts.items():
            postings[form][number] = round(STEPS * count / (count + held))
    for stem_alone in {key for keys in stems.values() for key in keys}:
        stems[stem_alone].add(stem_alone)
    ordered = sorted(stems, key=lambda form: form.encode("utf-16-be"))
    return tuple(Form(form, tuple(sorted(stems[form])), postings.get(form, {})) for form in ordered)


def _count(document: Document, stems: dict[str, set[str]], known: dict[str, dict[str, str]]) -> Mapping[str, float]:
    """Count a document's words by the weight of their fields; note the stems of those that no document had before.

    `known` has the words of each language that were met, as they are looked up.
    """
    counts: dict[str, float] = defaultdict(float)
    for weight, language, text in _fields(document):
        met = known[language]
        for word in words(text):
            form = met.get(word)
            if form is None:
                form = met[word] = fold(word)
                stems[form].add(stem(word, language))
            counts[form] += weight
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
