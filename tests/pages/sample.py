"""A small timeline about an invented lake association, with every trait that a page can show."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from site_src.languages.pack import (
    LanguagePack,
    NumberWords,
    PageWords,
    Rule,
    SentenceWords,
    SpeechWords,
    StanceWords,
    TimeWords,
)
from site_src.model import (
    FIRST_DAY,
    Account,
    Article,
    Chart,
    ChartTable,
    Claim,
    DataCheck,
    Event,
    Evidence,
    FrontMatter,
    Issue,
    Join,
    Mentions,
    Publication,
    RawText,
    Reason,
    Retold,
    Row,
    Sentence,
    Statement,
    Text,
    Timeline,
    When,
    between,
    in_month,
    in_year,
    on_day,
)
from site_src.packed import packed_letters
from site_src.topic.values import (
    Entity,
    Indicator,
    Kind,
    Measure,
    Outlet,
    Spell,
    Status,
    Topic,
)

ROW = Row("status.csv", 3, "https://example.org/treaty; a gazette of 2001")


def article(id: str, title: str, outlet: str, body: str, published: When | None, **front: object) -> Article:
    """Make an article whose sentences end at full stops."""
    source = f"{title}\n\n{body}"
    sentences, start = [Sentence(0, len(title), 0, "headline")], len(title) + 2
    for number, part in enumerate(body.split(". ")):
        end = start + len(part) + (0 if part.endswith(".") else 1)
        sentences.append(Sentence(start, min(end, len(source)), number // 2 + 1, "lead" if number < 2 else "body"))
        start += len(part) + 2
    raw = RawText(id, f"{id}.md", 1, "markdown", packed_letters(source), (), FrontMatter(**front), "0" * 64)  # type: ignore[arg-type]
    text = Text(raw, "id", title, outlet, tuple(sentences), (), 0)
    how = Publication(published, "attribution", 0.9, ("weekday and date agree in the attribution",))
    return Article(id, text, Mentions(), (), how, published.latest if published else None, "", (outlet,))


ARTICLES = (
    article(
        "warta-001",
        "Empat negeri mendirikan Perhimpunan Danau",
        "warta",
        "Perhimpunan Danau didirikan pada 15 Juni 2001 oleh empat negeri. Belmora menjadi pengamat pada 2005. "
        "Arvania dan Cestia mengajukan keanggotaan pada akhir Juni. Perhimpunan mencakup 40% penduduk danau.",
        on_day(date(2022, 9, 16)),
        retells=(Retold("kabar", "Danau bersatu", "2022-09-15", "https://example.org/danau"),),
        authors=("Rani Satu",),
    ),
    article(
        "kabar/002",
        "Pertemuan puncak di <Telaga> & sekitarnya",
        "kabar",
        "Para pemimpin bertemu di Telaga pada Rabu (3/7/2024). Perhimpunan Danau berdiri pada tahun 2002. "
        "Belmora akan resmi bergabung pada hari Kamis. Juru bicara membantah rencana aliansi.",
        on_day(date(2024, 7, 3)),
    ),
    article("tanpa-tanggal", "Catatan tanpa hari", "", "Sebuah catatan lama tentang danau.", None),
)
BY_ID = {one.id: one for one in ARTICLES}


def proof(id: str, quote: str) -> Evidence:
    """Point at a quote in an article."""
    start = BY_ID[id].source.index(quote)
    return Evidence(id, quote, start, start + len(quote))


def statement(id: str, quote: str, when: When, kind: str, stance: str = "told", **more: object) -> Statement:
    """Make a statement about a quote."""
    values: dict[str, object] = {
        "actors": (),
        "organisation": "lake",
        "place": "",
        "speaker": "",
        "quantities": (),
        "origins": (id,),
        "prominence": 0.8,
        "confidence": 0.9,
    }
    return Statement(
        f"s-{id}-{len(quote)}",
        proof(id, quote),
        when,
        "id.day-month-year: a full date",
        kind,
        stance,  # type: ignore[arg-type]
        **{**values, **more},  # type: ignore[arg-type]
    )


FOUNDED = statement("warta-001", "didirikan pada 15 Juni 2001", on_day(date(2001, 6, 15), "15 Juni 2001"), "founding")
FOUNDED_LATE = statement("kabar/002", "berdiri pada tahun 2002", in_year(2002, "tahun 2002"), "founding", "recalled")
LATE_JUNE = between(date(2022, 6, 21), date(2022, 6, 30), "akhir Juni", "~")


def event(id: str, when: When, kind: str, title: str, *statements: Statement, **more: object) -> Event:
    """Make an event."""
    values: dict[str, object] = {
        "stance": "told",
        "title": {"id": title, "en": f"In English: {title}"},
        "title_language": {"id": "id", "en": "en"},
        "actors": (),
        "place": "",
        "rows": (),
        "joins": (),
        "accounts": {},
        "importance": 0.5,
        "confidence": 0.9,
        "origins": tuple(dict.fromkeys(one.evidence.article for one in statements)),
        "related": (),
    }
    return Event(id=id, when=when, kind=kind, statements=statements, **{**values, **more})  # type: ignore[arg-type]


EVENTS = (
    event(
        "2001-06-15-founding",
        on_day(date(2001, 6, 15)),
        "founding",
        "Perhimpunan Danau didirikan",
        FOUNDED,
        FOUNDED_LATE,
        actors=("ARV", "BEL"),
        place="telaga",
        rows=(ROW,),
        importance=0.9,
        joins=(
            Join(FOUNDED.id, FOUNDED_LATE.id, 0.81, (Reason("kind", 0.5, "both tell a founding, which happens once"),)),
        ),
        accounts={
            "when": (
                Account("2001-06-15", (FOUNDED.evidence,), (ROW,), True, "the table confirms it"),
                Account("2002", (FOUNDED_LATE.evidence,), (), False, "told by one origin"),
            )
        },
    ),
    event(
        "2005-observer",
        in_year(2005, "2005"),
        "status",
        "Belmora menjadi pengamat",
        statement("warta-001", "Belmora menjadi pengamat pada 2005", in_year(2005, "2005"), "status"),
        actors=("BEL",),
    ),
    event(
        "2022-06-application",
        LATE_JUNE,
        "status",
        "Arvania dan Cestia mengajukan keanggotaan",
        statement("warta-001", "mengajukan keanggotaan pada akhir Juni", LATE_JUNE, "status"),
        actors=("ARV", "CES"),
        importance=0.3,
    ),
    event(
        "2024-07-03-meeting",
        between(date(2024, 7, 3), date(2024, 7, 4), "Rabu (3/7/2024)"),
        "meeting",
        "Para pemimpin bertemu di Telaga",
        statement(
            "kabar/002",
            "bertemu di Telaga pada Rabu (3/7/2024)",
            on_day(date(2024, 7, 3), "Rabu (3/7/2024)"),
            "meeting",
        ),
        place="telaga",
        actors=("rani",),
        importance=0.8,
        related=(("2024-07-04-joins", "same-meeting"),),
    ),
    event(
        "2024-07-04-joins",
        on_day(date(2024, 7, 4)),
        "status",
        "Belmora dijadwalkan bergabung",
        statement(
            "kabar/002", "Belmora akan resmi bergabung", on_day(date(2024, 7, 4), "hari Kamis"), "status", "planned"
        ),
        stance="planned",
        actors=("BEL",),
        related=(("2024-07-03-meeting", "same-meeting"),),
    ),
    event(
        "2024-07-denial",
        in_month(2024, 7),
        "general",
        "Juru bicara membantah rencana aliansi",
        statement("kabar/002", "membantah rencana aliansi", in_month(2024, 7), "general", "denied", speaker="rani"),
        stance="denied",
        title_language={"id": "id", "en": "id"},
        importance=0.2,
    ),
    event("open", When(FIRST_DAY, date(1999, 12, 31), "range", "", "sebelum 2000"), "general", "Sebuah awal"),
)

CLAIM = Claim(
    "c1",
    "lake",
    "population-share",
    "=",
    40.0,
    "percent",
    in_year(2022),
    "40% penduduk danau",
    (proof("warta-001", "mencakup 40% penduduk danau"),),
    (("c2", "contradicts"),),
    DataCheck(41.9, 2022, "population", "holds", "3,200 / 7,640 = 41.9%"),
    ("warta",),
)
MONEY = Claim(
    "c2", "lake", "gdp", ">", 2.3e13, "USD", None, "", (proof("kabar/002", "Juru bicara"),), (), None, ("kabar",)
)

CHART = Chart(
    "membership",
    {"id": "Anggota bertambah", "en": "Members grew"},
    {"id": "negara", "en": "countries"},
    {"id": "Dari dua menjadi tiga.", "en": "From two to three."},
    dict.fromkeys(("id", "en"), '<svg viewBox="0 0 10 10"><title>chart</title><rect width="5" height="5"/></svg>'),
    {"id": "{}", "en": "{}"},
    (
        ChartTable(
            ({"id": "Tahun", "en": "Year"}, {"id": "Anggota", "en": "Members"}),
            ((2001, 2), (2002, None)),
            ("year", "count"),
        ),
    ),
    ({"id": "Data 2002 tidak ada.", "en": "No data for 2002."},),
    ({"id": "Tabel status", "en": "Status table"},),
    ("data/membership.csv",),
)

ISSUE = Issue("warta-001.md", 3, "corpus.odd-line", "expected a date, found nothing", "the line is left out")

TIMELINE = Timeline(ARTICLES, EVENTS, (CLAIM, MONEY), (), (ISSUE,), date(2024, 7, 4))


def entity(id: str, kind: str, name: str, **more: str) -> Entity:
    """Make an entity with the same name in both languages."""
    return Entity(id, kind, {"id": name, "en": name}, (), **more)  # type: ignore[arg-type]


def _kind(id: str, name: str, english: str) -> Kind:
    return Kind(
        id,
        {"id": name, "en": english},
        {"id": ("contoh",)},
        {},
        {},
        {},
        "any",
        (),
        "none",
        "none",
        False,
        False,
        0.5,
        "",
    )


def topic(**more: object) -> Topic:
    """Make the topic of the lake association."""
    entities = [
        entity("ARV", "country", "Arvania"),
        entity("BEL", "country", "Belmora"),
        entity("CES", "country", "Cestia"),
        entity("rani", "person", "Rani Satu", country="ARV"),
        entity("telaga", "place", "Telaga", country="ARV"),
        entity("lake", "organisation", "Perhimpunan Danau"),
    ]
    values: dict[str, object] = {
        "folder": Path("no-topic"),
        "title": {"id": "Linimasa Danau", "en": "Lake Timeline"},
        "subtitle": {"id": "Dua puluh tahun", "en": "Twenty years"},
        "description": {"id": "Apa ini.", "en": "What this is."},
        "languages": ("id", "en"),
        "base_url": "",
        "organisation": "lake",
        "entities": {one.id: one for one in entities},
        "kinds": (
            _kind("founding", "Pendirian", "Founding"),
            _kind("status", "Keanggotaan", "Membership"),
            _kind("meeting", "Pertemuan", "Meeting"),
        ),
        "series": (),
        "statuses": (
            Status("member", {"id": "anggota", "en": "member"}, True, "members"),
            Status("observer", {"id": "pengamat", "en": "observer"}, True, "observers"),
        ),
        "spells": (
            Spell("ARV", "member", on_day(date(2001, 6, 15)), None, None, True, "high", {}, ROW),
            Spell(
                "BEL", "observer", in_year(2005), date(2024, 7, 4), None, False, "medium", {"id": "x", "en": "x"}, ROW
            ),
            Spell("BEL", "member", on_day(date(2024, 7, 4)), None, on_day(date(2024, 7, 3)), False, "high", {}, ROW),
        ),
        "milestones": (),
        "indicators": {
            "population": Indicator(
                "population",
                "P",
                {"id": "Penduduk", "en": "Population"},
                "persons",
                {"id": "jiwa", "en": "persons"},
                "A bureau",
                "CC BY 4.0",
                "2026",
                {},
                {"ARV": {2000: 1000.0, 2001: 1.4e9}},
            )
        },
        "measures": (
            Measure(
                "population-share",
                {"id": "Bagian penduduk", "en": "Share of population"},
                {},
                {},
                "percent",
                "share",
                ("population",),
                "member",
                0.05,
            ),
        ),
        "outlets": {
            "warta": Outlet("warta", "Warta Danau", (), "", (), (), "dmy", True, "CC BY 4.0"),
            "kabar": Outlet("kabar", "Kabar Telaga", (), "", (), (), "dmy", False, ""),
        },
        "furniture": (),
        "trims": (),
        "pages": {"about": {"id": "# Tentang\n\nIsi <script>alert(1)</script>.", "en": "# About\n\nBody."}},
        "charts": ("membership",),
        "max_entries": 0,
        "inputs": (),
    }
    return Topic(**{**values, **more})  # type: ignore[arg-type]


def pack() -> LanguagePack:
    """Make a language pack with one rule."""
    return LanguagePack(
        "id",
        {"id": "Indonesia", "en": "Indonesian"},
        SentenceWords(()),
        PageWords((), (), ()),
        NumberWords(",", ".", {}, {}, (), {}, {}, (), {}, ()),
        StanceWords((), (), (), ()),
        SpeechWords((), (), (), (), (), (), ()),
        TimeWords({}, {}),
        (Rule("id.year", "<year>", "date", {"tahun 2005": "2005"}, ("Boeing 737",)),),
        "0" * 64,
    )
