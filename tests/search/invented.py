"""Documents about an invented lake association, for the index and for the page."""

from __future__ import annotations

from site_src.model import Document, Sort


def document(
    title: str,
    text: str = "",
    *,
    language: str = "id",
    sort: Sort = "entry",
    year: int = 0,
    kind: str = "",
    names: tuple[str, ...] = (),
    address: str = "",
    english: str = "",
) -> Document:
    return Document(
        sort=sort,
        address=dict.fromkeys(("id", "en"), address or f"events/{title.split(maxsplit=1)[0].lower()}.html"),
        titles={"id": (title, "id"), "en": (english or title, "en" if english else "id")},
        notes={"id": f"5 Juni {year}" if year else "", "en": f"5 June {year}" if year else ""},
        names=tuple(("id", name) for name in names),
        texts=((language, text),) if text else (),
        years=(year, year),
        kind=kind,
        weight=0.5,
    )


DOCUMENTS = (
    document(
        "Perhimpunan Danau didirikan",
        "Enam negara mendirikan perhimpunan itu.",
        year=2001,
        kind="founding",
        english="Lake League founded",
    ),
    document("Avalon masuk", "Avalon resmi bergabung dengan perhimpunan.", year=2004, kind="status"),
    document("Belmora masuk", "Belmora joined the league in June.", language="en", year=2009, kind="status"),
    document("Cordova menunggu", "Menunggu bergabungnya Cordova, para ketua bersidang.", year=2015, kind="status"),
    document(
        "Puncak di Dramagrad", "<img src=x onerror=alert(1)> José memimpin sidang puncak.", year=2018, kind="summit"
    ),
    document("Danau dan sungai", "Laporan panjang.", sort="article", year=2015, address="articles/danau.html"),
    document("Avalon", sort="country", names=("Republik Avalon",), address="countries/index.html"),
    document("José Ibarra", sort="person", names=("Ketua Ibarra",), address="search.html#q=Ibarra&what=entry"),
)
