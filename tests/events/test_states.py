"""What countries and the organisation are said to be: who disagrees, and what the tables say."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_src import pipeline
from site_src.model import Claim

FIKTIF = Path(__file__).parents[1] / "topics" / "fiktif"


def claims(folder: Path, **texts: str) -> dict[tuple[str, str, str], Claim]:
    """Tell some texts, named by their days of publication, and give the claims by subject, comparator and value."""
    for name, text in texts.items():
        language, _, day = name.partition("_")
        head = f"---\npublished: {day.replace('_', '-')}\nlang: {language}\noutlet: Suara {name}\n---\n\n"
        (folder / f"{name}.md").write_text(head + text, "utf-8")
    found = pipeline.tell(pipeline.Options(FIKTIF, folder)).timeline.claims
    return {(claim.subject, claim.comparator, str(claim.value)): claim for claim in found}


def _relations(found: dict[tuple[str, str, str], Claim], claim: Claim) -> list[tuple[str, str]]:
    named = {one.id: str(one.value) for one in found.values()}
    return sorted((named[other], kind) for other, kind in claim.relations)


def test_two_statuses_at_one_time_contradict(tmp_path: Path) -> None:
    """An observer in one article and a dialogue partner in another contradict; the table says which one holds."""
    found = claims(
        tmp_path,
        id_2022_05_02="Dewan Meranta bersidang di Velinor. Quarra berstatus pengamat di dewan tersebut.",
        en_2022_05_03="Quarra is a dialogue partner of the Meranta Council and sends an envoy to every meeting.",
    )
    observer, partner = found["QRR", "=", "observer"], found["QRR", "=", "dialogue-partner"]

    assert [("dialogue-partner", "contradicts")] == _relations(found, observer)
    assert ("does-not-hold", "holds") == (observer.data_check.verdict, partner.data_check.verdict)  # type: ignore[union-attr]


def test_later_status_is_no_contradiction(tmp_path: Path) -> None:
    """An observer then and a full member years later is a later state."""
    found = claims(
        tmp_path,
        en_2015_01_05="Ostravia is an observer in the Meranta Council, which met in Velinor to speak about its ports.",
        en_2024_01_05="Ostravia is a full member of the Meranta Council, which met in Velinor to speak about its ports.",
    )

    assert [("member", "superseded")] == _relations(found, found["OSV", "=", "observer"])


def test_lists_of_a_status(tmp_path: Path) -> None:
    """Each country of a list after the word has the status; a country of another clause has not."""
    found = claims(
        tmp_path,
        id_2024_02_01="Dewan Meranta memiliki lima anggota penuh: Velindra, Tarsonia, Besarang, Lumira, dan Ostravia. "
        "Quarra tidak ikut.",
    )

    assert {"VLD", "TRS", "BSG", "LMR", "OSV"} == {subject for subject, _, value in found if value == "member"}


def test_denied_status(tmp_path: Path) -> None:
    """That somebody is not a member is a claim of its own, and the table bears it out."""
    found = claims(tmp_path, en_2024_02_01="Quarra is not a member of the Meranta Council, its envoy said in Velinor.")

    assert "holds" == found["QRR", "!=", "member"].data_check.verdict  # type: ignore[union-attr]


def test_other_organisation(tmp_path: Path) -> None:
    """A member of another organisation has no status in the topic's own."""
    found = claims(
        tmp_path, en_1996_02_01="Quarra is a member of the Velinor Group. The Meranta Council did not exist yet."
    )

    assert not [key for key in found if key[0] == "QRR"]


@pytest.mark.parametrize(
    ("text", "comparator"),
    [
        ("Dewan Meranta bukan pakta militer, kata Lela Ruhnau di Velinor pekan lalu.", "!="),
        ("Dewan Meranta adalah pakta militer baru di kawasan selat, kata Lela Ruhnau di Velinor.", "="),
    ],
)
def test_nature(tmp_path: Path, text: str, comparator: str) -> None:
    """What the organisation is said to be, or not to be, is a claim without figures."""
    found = claims(tmp_path, id_2024_02_01=text)

    assert ("meranta-council", comparator, "military-pact") in found


def test_nature_contradicts_in_any_year(tmp_path: Path) -> None:
    """A nature does not change with the year: who denies it contradicts who says it."""
    found = claims(
        tmp_path,
        id_2020_02_01="Dewan Meranta bukan pakta militer, kata Lela Ruhnau di Velinor pekan lalu.",
        en_2024_02_01="The Meranta Council is a military pact in all but name, the paper wrote on Thursday.",
    )

    assert [("military-pact", "contradicts")] == _relations(found, found["meranta-council", "=", "military-pact"])


def test_slip_of_a_short_name(tmp_path: Path) -> None:
    """Two short names in brackets contradict; the tables know which one is a slip."""
    found = claims(
        tmp_path,
        id_2024_02_01="Dewan Meranta (DMR) bersidang di Velinor untuk membahas pelabuhan.",
        id_2024_02_02="Dewan Meranta (DRM) bersidang di Velinor untuk membahas pelabuhan.",
    )
    right, slip = found["meranta-council", "=", "DMR"], found["meranta-council", "=", "DRM"]

    assert [("DRM", "contradicts")] == _relations(found, right)
    assert ("holds", "does-not-hold") == (right.data_check.verdict, slip.data_check.verdict)  # type: ignore[union-attr]
