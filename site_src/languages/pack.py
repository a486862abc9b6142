"""A language pack as values: word lists and rules from one `.toml`, checked while they load.

Everything that the program knows of a language is in its pack; a new language needs a file and no Python.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class SentenceWords:
    """What helps to cut text into sentences."""

    abbreviations: tuple[str, ...]
    """Words after which a full stop ends nothing, lower case, without the stop: `dr`, `jl`, `mr`."""
    common: tuple[str, ...] = ()
    """The language's commonest words that are no names: by them a text's language is told, a sentence's first word is
    known to be no name, and the words that a number counts come to their end."""
    particles: tuple[str, ...] = ()
    """Lower-case words that stand inside names: bin, van, of."""
    places: tuple[str, ...] = ()
    """Words before a place: a capital after one of them is the city, not the government."""
    bodies: tuple[str, ...] = ()
    """Words of which names of organisations are made: dewan, bank, council."""
    grounds: tuple[str, ...] = ()
    """Words of which names of places are made: kota, sungai, river."""
    deeds: tuple[str, ...] = ()
    """Regular expressions of words that may tell what happened: verbs of a fact, not of saying or being."""


@dataclass(frozen=True, slots=True)
class PageWords:
    """Furniture that pages in this language carry whatever their outlet."""

    lines: tuple[str, ...]
    """Regular expressions for a whole line (`re.fullmatch`, case ignored) that is the page's, not the article's."""
    credits: tuple[str, ...]
    """Regular expressions of a picture's credit inside or after its caption: `(Foto: ...)`."""
    continues: tuple[str, ...]
    """Regular expressions of words that say a text goes on on another page."""
    header: tuple[str, ...] = ()
    """Words that may stand in a page's own clock line, beside weekdays, months and figures: pukul, wib, updated."""
    labels: tuple[str, ...] = ()
    """Regular expressions for a whole furniture line that announces the line below it: `baca juga`, `kata kunci`."""


@dataclass(frozen=True, slots=True)
class NumberWords:
    """How numbers are written."""

    decimal: str
    group: str
    words: Mapping[str, int]
    """Number words and their values: `dua = 2`."""
    scales: Mapping[str, int]
    """Scale words as powers of ten: `juta = 6`."""
    percent: tuple[str, ...]
    currencies: Mapping[str, str]
    """Signs and words to ISO 4217: `"$" = "USD"`, `rupiah = "IDR"`."""
    comparators: Mapping[str, str]
    """Words before a number to `>`, `<`, `>=`, `<=`, `~`."""
    ordinal: tuple[str, ...]
    """Patterns with `<n>`: `ke-<n>`, `ke <n>`, `<n>th`."""
    ordinal_words: Mapping[str, int]
    times: tuple[str, ...]
    """Words for "n times": kali, times."""
    fractions: Mapping[str, float] = field(default_factory=dict)
    """Words for parts of a whole, in percent: `separuh = 50`."""
    idioms: tuple[str, ...] = ()
    """Turns of phrase whose number counts nothing: salah satu, one another."""
    links: tuple[str, ...] = ()
    """Words between a share or a sum and what it is of: dari, of, of the."""
    noun_ends: tuple[str, ...] = ()
    """Regular expressions of words that no longer belong to what is counted: verbs, adverbs."""
    joints: tuple[str, ...] = ()
    """Words inside a spelled number: the "and" of "two hundred and five"."""
    ranges: tuple[str, ...] = ()
    """Words between the two ends of a range: hingga, to."""
    sources: tuple[str, ...] = ()
    """Words beside the name of who publishes figures: data, angka, figures."""
    former: tuple[str, ...] = ()
    """Words right before an earlier figure that another one is held against: dari, from."""
    states: tuple[str, ...] = ()
    """Nouns that count states: negara, nations. Patterns."""
    country: tuple[str, ...] = ()
    """Words for the one country that was named last: negara itu, the country."""
    partial: tuple[str, ...] = ()
    """Words by which a number counts only some: the five older, five others. Patterns."""
    partial_after: tuple[str, ...] = ()
    """Words right behind a counted noun by which it counts only some: yang, lainnya, who."""
    earlier: tuple[str, ...] = ()
    """Words that open a sentence about what was so before the day told last: sebelum itu, before that."""


@dataclass(frozen=True, slots=True)
class StanceWords:
    """Words that show how a sentence stands to what it tells. Stems end in `*`, gaps are ` .. ` (up to four words)."""

    planned: tuple[str, ...]
    denied: tuple[str, ...]
    recalled: tuple[str, ...]
    past: tuple[str, ...]
    """Words of the past: telah, sudah, kemarin, was."""


@dataclass(frozen=True, slots=True)
class SpeechWords:
    """Words by which a text hands the word to somebody."""

    verbs: tuple[str, ...]
    """Patterns of verbs of saying: mengatakan, kata, ujar*, said."""
    according: tuple[str, ...]
    """menurut, according to."""
    attribution: tuple[str, ...]
    """Words that name another outlet as the source: dilansir, dikutip, reported by."""
    pairs: tuple[str, ...]
    """Words for the two actors last named together: kedua pemimpin, the two leaders."""
    pronouns: tuple[str, ...]
    """Words for the person last named: ia, dia, beliau, he, she."""
    groups: tuple[str, ...]
    """Words for the organisation last named: organisasi ini, kelompok tersebut, the bloc."""
    titles: tuple[str, ...]
    """Words before a person's name: presiden, perdana menteri, president."""
    clauses: tuple[str, ...] = ()
    """Words that begin a clause under another one: yang, sehingga, sebelum, while."""
    joins: tuple[str, ...] = ()
    """Words that go on with a list or begin another main clause: dan, serta, and."""
    relations: tuple[str, ...] = ()
    """Words after which a name only says whose: sekutu dekat, ally of."""
    frames: tuple[str, ...] = ()
    """Words that make what follows the frame of the fact, not the fact: di sela-sela, menjelang, ahead of."""
    ahead: tuple[str, ...] = ()
    """Those of them that say that the fact came before: menjelang, ahead of."""
    where: tuple[str, ...] = ()
    """Words before the place of an event: di, in, at."""
    again: tuple[str, ...] = ()
    """Words by which a time names an earlier event of the same kind: untuk kedua kalinya sejak."""
    last: tuple[str, ...] = ()
    """Words by which an event is the newest of its kind before: (pertemuan) terakhir, (their) last (meeting)."""
    later: tuple[str, ...] = ()
    """Words that begin a sentence that tells what came after the one before: belakangan, kemudian, later."""
    conditions: tuple[str, ...] = ()
    """Words that begin a condition, without which a sentence says something else: jika, kecuali, unless."""
    states: tuple[str, ...] = ()
    """Verbs of being and having: merupakan, memiliki, is a, remains."""
    seeming: tuple[str, ...] = ()
    """Words that only look like verbs by which something happens: menurut, tersebut, called, united."""
    settings: tuple[str, ...] = ()
    """Words before a meeting that is only where or when a fact stands: dalam, setelah, after, since, from."""
    apart: tuple[str, ...] = ()
    """Words that begin a clause of another time than the main one: karena, setelah, because, before."""
    refers: tuple[str, ...] = ()
    """Words that mean the fact of the sentence before: keputusannya, penandatanganan itu, the decision."""
    same_day: tuple[str, ...] = ()
    """Words by which a sentence takes the day of the one before: pada hari yang sama, the same day."""
    bounding: tuple[str, ...] = ()
    """Words before a date that only bounds or compares: sejak, sampai, daripada, since, until, than."""
    dating: tuple[str, ...] = ()
    """Verbs whose object a date can be, when a text speaks about its sources: menyebut, gives."""


@dataclass(frozen=True, slots=True)
class TimeWords:
    """Word lists of the placeholders in the time rules, and what they mean."""

    months: Mapping[str, int]
    """Every spelling, lower case: `agustus = 8`, `agt = 8`."""
    weekdays: Mapping[str, int]
    """ISO numbers: `senin = 1`."""
    lists: Mapping[str, Mapping[str, str | int]] = field(default_factory=dict)
    """Further lists by name: units, edges, directions, parts of the day, zones; a word to what it means."""
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Lists of words that only have to stand there: the ways to say "to" between two days."""
    parts: Mapping[str, str] = field(default_factory=dict)
    """Pieces of patterns that several rules share, with placeholders of their own."""
    read_on: str = "2024-07-03"
    """The day on which the examples are read (ISO)."""
    order: str = "dmy"
    """How a date in figures is written: `dmy` or `mdy`. The other order is taken where only that one is a date."""
    never_after: frozenset[str] = frozenset()
    """Words after which a figure is no date: pasal, nomor, article, rp."""
    never_before: frozenset[str] = frozenset()
    """Words before which a figure is no year: orang, persen, people."""
    names_before: frozenset[str] = frozenset()
    """Words after which a month or weekday is a name: pasar, bapak, mr."""
    names_after: frozenset[str] = frozenset()
    """Words before which a month or weekday is part of a name: agung, times."""
    led_by: frozenset[str] = frozenset()
    """Words that lead to a date, so that what follows is no name: pada, hari, on."""
    names_run: bool = False
    """Whether a month or weekday straight after a capitalised word is part of a name: Menara Sabtu, Agustinus Rabu."""
    numbering: str = ""
    """A pattern, in the text's own letters, of what stands before a figure that is no year: nomor induk pegawai."""
    ages: tuple[str, ...] = ()
    """Words after which a length is somebody's age: berusia, umur."""
    people: tuple[str, ...] = ()
    """Words for people, directly after which a length is an age: bocah (7 tahun)."""
    limits: tuple[str, ...] = ()
    """Words that make a length the age of whoever is younger or older: di bawah (17 tahun)."""
    terms: tuple[str, ...] = ()
    """Words for what has a length itself, so that a limit is no age: hukuman (di bawah lima tahun)."""
    clauses: tuple[str, ...] = ()
    """Words at which a clause ends, so that the verb beyond them tells another time: bahwa, that."""
    given_names: frozenset[str] = frozenset()
    """Months that are given names too: may, june. Before a capital only a word of `in_time` makes them months."""
    in_time: frozenset[str] = frozenset()
    """Words after which a figure or month is a time and no address or name: in, since, until."""
    streets: frozenset[str] = frozenset()
    """Words that end an address, so that its number is no year: street, avenue."""
    numbered: frozenset[str] = frozenset()
    """Words after which a bare number is no year but may begin a length: line 2005, but "the line two seconds later"."""
    counted: str = ""
    """A pattern of small words that say what a bare number counts where nothing leads to a year: 1600 followers."""
    usual_years: tuple[int, ...] = ()
    """The first and last bare number that is a year without a word that leads to one; empty: any."""
    tense: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Words that tell whether a day lies ahead, beside those of stance and speech: `ahead` (may, deadline), `back`,
    `until`, `scheduled` (verbs of the present that announce: begins), `done` (verbs of the past by their ending),
    `maybe` (vote, open: where nothing else tells), `neither` (be signed, which no ending makes past), `sold` (sold out:
    said of a weekday's show it is still to come), `from` (starting: ahead directly before a weekday)."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A time rule: what it looks for, what that means, and the phrases that prove it."""

    name: str
    """As one would say it, with the language before it: `id.weekday-bracket`."""
    pattern: str
    """With placeholders in angle brackets: `<weekday>,? \\(<day>/<month-number>\\)`."""
    reads: str
    """How the parts make a `Meaning`."""
    examples: Mapping[str, str]
    """A phrase and its TIMEX3 value, read on the pack's fixed day."""
    counter: tuple[str, ...]
    """Phrases in which the rule must find nothing."""
    options: Mapping[str, str | int] = field(default_factory=dict)
    """Fields of the meaning that the rule itself sets (`unit = "day"`), and `name = 1`: the words may be a name."""
    after: tuple[str, ...] = ()
    """The rule holds only directly after one of these words."""


@dataclass(frozen=True, slots=True)
class LanguagePack:
    """All that the program knows of one language."""

    code: str
    names: Mapping[str, str]
    """The language's name by interface language."""
    sentences: SentenceWords
    page: PageWords
    numbers: NumberWords
    stance: StanceWords
    speech: SpeechWords
    time: TimeWords
    rules: tuple[Rule, ...]
    digest: str
    """SHA-256 of the file."""
