"""Write an invented corpus of any size: Indonesian news of places, people and papers that do not exist.

    python -m bench.corpus N FOLDER

One Markdown file an article, 250 to 600 words, with `title`, `date` and `source` in front. Two articles of five report
what another one reports too. One sentence in six names a time: more than in the agency reports that it is modelled on.
The same N gives the same bytes, and article i is the same for every N above it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

FIRST, DAYS = date(1996, 1, 1), 365 * 30
REPORTED = 0.6
"""Happenings an article: the other articles tell one that was told already."""

WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
HEADS = ("Tanjung", "Muara", "Bukit", "Teluk", "Lembah", "Pulau", "Rawa", "Sungai", "Kuala", "Padang")
TAILS = (
    "Kelabu",
    "Seruni",
    "Pandan",
    "Merpati",
    "Kenanga",
    "Belibis",
    "Senja",
    "Cempaka",
    "Rotan",
    "Delima",
    "Kemuning",
    "Jelatang",
)
GIVEN = ("Raka", "Sekar", "Bayu", "Laras", "Danu", "Wulan", "Tirta", "Gita", "Panji", "Melati", "Arga", "Dewi")
FAMILY = (
    "Samudra",
    "Wiraguna",
    "Pramesti",
    "Kusumajaya",
    "Lazuardi",
    "Halim",
    "Tanuwira",
    "Sagara",
    "Mahadewa",
    "Puspita",
)
BODIES = (
    "Dewan Pesisir", "Badan Irigasi", "Serikat Nelayan", "Dinas Perahu", "Balai Cuaca", "Lembaga Kopi", "Majelis Pasar",
    "Komisi Jembatan", "Otoritas Dermaga", "Perhimpunan Petani", "Yayasan Bakau", "Forum Guru",
)  # fmt: skip
PAPERS = (
    "Kabar Danau", "Harian Muara", "Warta Bukit", "Suara Teluk", "Berita Rawa", "Pos Kenanga", "Koran Senja", "Gema Padang",
    "Lentera Kuala", "Radar Delima",
)  # fmt: skip
THINGS = (
    "dermaga", "jembatan gantung", "pasar ikan", "gudang beras", "sekolah perahu", "kebun bibit", "menara cuaca", "bendungan",
    "balai warga", "rumah sakit", "jalur sepeda", "pabrik garam", "terminal feri", "taman bakau", "perpustakaan",
)  # fmt: skip
DEEDS = (
    ("meresmikan {thing}", "{body} Resmikan {thing_title}"),
    ("membuka {thing}", "{body} Buka {thing_title}"),
    ("menandatangani perjanjian tentang {thing} dengan {other}", "{body} dan {other} Teken Perjanjian {thing_title}"),
    ("menutup {thing}", "{body} Tutup {thing_title}"),
    ("bertemu dengan {other}", "{body} dan {other} Bertemu"),
    ("mengesahkan anggaran {thing}", "{body} Sahkan Anggaran {thing_title}"),
)
FILL = (
    "{person}, juru bicara {other}, menyebut pekerjaan itu sudah disiapkan sejak {year}.",
    "Sekitar {number} warga {near} hadir, dan {share} persen di antaranya datang dengan perahu.",
    "Biayanya {money} miliar rupiah, naik dari {less} miliar rupiah pada {year}.",
    "“Kami menunggu lama dan sekarang pekerjaan selesai,” kata {person}.",
    "Menurut {other}, jaraknya {share} kilometer dari {near}.",
    "{other} semula menolak, tetapi kemudian ikut setelah pembicaraan di {near} pada {past}.",
    "Warga berharap harga ikan tidak naik lagi seperti beberapa tahun silam.",
    "Angin barat membuat perahu kecil menunggu di muara sampai sore.",
    "Rapat berikutnya akan digelar di {near} pekan depan.",
    "Data {body} mencatat {number} keluarga tinggal di sekitar {near}.",
    "Pedagang di {near} menyambut kabar itu dengan hati-hati karena musim hujan belum berakhir.",
    "Pekerjaan serupa di {near} selesai pada {past} dan melibatkan {number} orang.",
    "{person} menambahkan bahwa laporan lengkap akan dibagikan kepada semua anggota.",
    "Anak-anak sekolah bernyanyi, lalu para tamu berjalan kaki ke tepi air.",
    "Kemarin hujan turun sepanjang malam, tetapi acara tetap berjalan.",
    "“Yang penting warga {near} ikut menjaga,” ujar {person} kepada wartawan.",
    "{other} menilai cara lama terlalu mahal untuk desa sekecil {near}.",
    "Tiang-tiangnya dari kayu ulin, sedangkan atapnya dari daun rumbia.",
    "Di {near}, harga solar lebih mahal {share} persen daripada di kota.",
    "{person} dari {body} memuji para tukang yang bekerja siang dan malam.",
    "Jalan menuju {near} sempit dan licin, sehingga truk besar tidak dapat masuk.",
    "Beberapa ibu menjual kue dan kopi di tepi jalan.",
    "“Anak saya tidak perlu lagi menyeberang dengan rakit,” kata {person}, seorang guru.",
    "Menurut {body}, {number} orang memakai jalur itu untuk berdagang.",
    "Tidak semua setuju: {person} khawatir pohon bakau di {near} akan habis ditebang.",
    "{other} menyanggah dan menyebut laporan itu tidak lengkap.",
    "Lampu-lampu kecil dipasang di sepanjang dermaga agar perahu tidak tersesat.",
    "Para nelayan {near} meminta gudang es dan bengkel mesin.",
    "{body} belum menjawab pertanyaan tentang biaya perawatan.",
    "Sebagian dana berasal dari iuran {number} anggota {other}.",
    "“Kami tidak mau janji saja,” kata {person} sambil tertawa.",
    "Petugas mengatur antrean yang panjangnya hampir {share} meter.",
    "Air sungai di {near} jernih dan banyak ikannya.",
)


def main() -> None:
    """Write the corpus that the command line asks for."""
    number, folder = int(sys.argv[1]), Path(sys.argv[2])
    for place, text in articles(number):
        path = folder / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def articles(number: int) -> Iterator[tuple[str, str]]:
    """Give the articles as (path, text)."""
    for index in range(number):
        event, told = int(index * REPORTED), Random(index)
        day, deed, title, place = _happening(event)
        published = day + timedelta(days=told.choice((0, 0, 0, 1)))
        yield f"{published.year}/{index:06}.md", _article(told, day, published, deed, title, place)


def _happening(number: int) -> tuple[date, str, str, str]:
    """Give when something happened, the clause that tells it, a headline, and where."""
    chance = Random(f"happening {number}")
    day = FIRST + timedelta(days=chance.randrange(DAYS))
    body, other = chance.sample(BODIES, 2)
    thing = f"{chance.choice(THINGS)} {chance.choice(TAILS)}"
    deed, title = chance.choice(DEEDS)
    words = {"thing": thing, "thing_title": thing.title(), "body": body, "other": other}
    return day, f"{body} {deed.format(**words)}", title.format(**words), _place(chance)


def _article(told: Random, day: date, published: date, deed: str, title: str, place: str) -> str:
    paper = told.choice(PAPERS)
    when = f"{WEEKDAYS[day.weekday()]} ({day.day}/{day.month}/{day.year})"
    paragraphs = [f"{place.upper()}, {paper} - {deed} di {place}, {when}."]
    wanted, length = told.randint(250, 600), 0
    while length < wanted:
        paragraph = " ".join(_sentence(told, published) for _ in range(told.randint(1, 4)))
        paragraphs.append(paragraph)
        length += paragraph.count(" ") + 1
    front = f'---\ntitle: "{title}"\ndate: {published.isoformat()}T{told.randint(5, 21):02}:15:00+07:00\nsource: "{paper}"\n---\n\n'
    return front + "\n\n".join(paragraphs) + "\n"


def _sentence(told: Random, published: date) -> str:
    past = published - timedelta(days=told.randint(30, 3000))
    return told.choice(FILL).format(
        person=f"{told.choice(GIVEN)} {told.choice(FAMILY)}",
        body=told.choice(BODIES),
        other=told.choice(BODIES),
        near=_place(told),
        year=published.year - told.randint(1, 9),
        past=f"{past.day} {MONTHS[past.month - 1]} {past.year}",
        number=f"{told.randint(11, 99)}.{told.randint(100, 999)}",
        share=told.randint(3, 97),
        money=told.randint(20, 900),
        less=told.randint(2, 19),
    )


def _place(chance: Random) -> str:
    return f"{chance.choice(HEADS)} {chance.choice(TAILS)}"


if __name__ == "__main__":
    main()
