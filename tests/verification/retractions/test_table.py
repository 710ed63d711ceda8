"""The table as it is published: https://www.crossref.org/documentation/retrieve-metadata/retraction-watch/."""

import csv
from datetime import date
from pathlib import Path

import pytest

from lint.evidence import Notice
from lint.finding import CopydeskError
from lint.verification.record import Identifier
from lint.verification.retractions import NAME, Retractions, read
from lint.verification.retractions.table import index

HEADER = (
    *("Record ID", "Title", "Subject", "Institution", "Journal", "Publisher", "Country", "Author", "URLS"),
    *("ArticleType", "RetractionDate", "RetractionDOI", "RetractionPubMedID", "OriginalPaperDate"),
    *("OriginalPaperDOI", "OriginalPaperPubMedID", "RetractionNature", "Reason", "Paywalled", "Notes"),
)


def row(
    doi: str, nature: str = "Retraction", day: str = "3/1/2024 0:00", notice: str = "", pmid: str = "0"
) -> list[str]:
    known = {
        "RetractionDate": day,
        "RetractionDOI": notice,
        "OriginalPaperDOI": doi,
        "OriginalPaperPubMedID": pmid,
        "RetractionNature": nature,
        "Title": "An example, with a comma\nand a line end",
    }
    return [known.get(name, "") for name in HEADER]


def table(path: Path, *rows: list[str]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([HEADER, *rows])
    return path


def taken(tmp_path: Path, *rows: list[str]) -> Retractions:
    (tmp_path / NAME).write_bytes(index(table(tmp_path / "table.csv", *rows), date(2026, 11, 22)).data)
    found = read(tmp_path / NAME)
    assert found is not None
    return found


def of(listed: Retractions, doi: str) -> list[Notice]:
    return list(listed.of(Identifier("doi", doi)))


def test_a_retracted_work_is_known_by_its_doi_and_its_pmid(tmp_path: Path) -> None:
    listed = taken(tmp_path, row("10.5555/ABC", notice="10.5555/notice", pmid="12345678"), row("10.5555/other"))
    notice = Notice("retraction", "10.5555/notice", "2024-03-01", "Retraction Watch")
    assert of(listed, "10.5555/abc") == [notice]
    assert of(listed, "10.5555/aBC") == [notice]
    assert list(listed.of(Identifier("pmid", "12345678"))) == [notice]
    assert of(listed, "10.5555/ab") == of(listed, "10.5555/abcd") == of(listed, "10.5555/zzz") == []
    assert list(listed.of(Identifier("url", "https://example.org"))) == []


def test_every_work_of_a_long_list_is_found_and_no_other(tmp_path: Path) -> None:
    dois = [f"10.5555/{number * 7919 % 100_000}" for number in range(500)]
    listed = taken(tmp_path, *map(row, dois))
    assert all(len(of(listed, doi)) == 1 for doi in dois)
    assert not any(of(listed, f"{doi}x") or of(listed, doi[:-1] + "/") for doi in dois)


def test_what_a_notice_says(tmp_path: Path) -> None:
    listed = taken(
        tmp_path,
        row("10.5555/concern", "Expression of concern", "2024-03-01"),
        row("10.5555/corrected", "Correction"),
        row("10.5555/back", "Retraction", "1/1/2020"),
        row("10.5555/back", "Reinstatement", "2/1/2020"),
        row("10.5555/again", "Reinstatement", "2/1/2020"),
        row("10.5555/again", "Retraction", "3/1/2020"),
        row("10.5555/both", "Expression of concern", "1/1/2020"),
        row("10.5555/both", "Retraction", "2/1/2020", "unavailable"),
        row("10.5555/both", "Retraction", "2/1/2020", "Unavailable"),
        row("10.5555/odd", "Retraction", "a Tuesday", "10.5555/odd"),
        row("unavailable"),
        row(""),
    )
    assert [one.kind for one in of(listed, "10.5555/concern")] == ["concern"]
    assert of(listed, "10.5555/corrected") == of(listed, "10.5555/back") == of(listed, "unavailable") == []
    assert [one.date for one in of(listed, "10.5555/again")] == ["2020-03-01"]
    assert sorted(one.kind for one in of(listed, "10.5555/both")) == ["concern", "retraction"]
    assert of(listed, "10.5555/odd") == [Notice("retraction", "", "", "Retraction Watch")]


def test_an_empty_table_is_an_empty_list(tmp_path: Path) -> None:
    assert of(taken(tmp_path), "10.5555/abc") == []


def test_bytes_that_are_no_text_cost_only_their_letters(tmp_path: Path) -> None:
    path = table(tmp_path / "table.csv", row("10.5555/abc"))
    path.write_bytes(path.read_bytes().replace(b"An example", b"An ex\xe4mple"))
    assert index(path, date(2026, 11, 22)).works == 1


def test_another_table_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("DOI,Title\n10.5555/abc,A\n", "utf-8")
    with pytest.raises(
        CopydeskError, match=r"table\.csv:1: this is not the Retraction Watch table: it has no column Orig"
    ):
        index(path, date(2026, 11, 22))
    path.write_bytes(b"")
    with pytest.raises(CopydeskError, match="no column"):
        index(path, date(2026, 11, 22))
    with pytest.raises(CopydeskError, match="cannot be read"):
        index(tmp_path / "nowhere.csv", date(2026, 11, 22))


def test_a_field_without_end_is_told_with_its_line(tmp_path: Path) -> None:
    path = table(tmp_path / "table.csv", row("10.5555/abc"))
    with path.open("a", encoding="utf-8") as file:
        file.write('"' + "x" * 10_000_001)
    with pytest.raises(CopydeskError, match=r"table.csv:\d+: the table is damaged here"):
        index(path, date(2026, 11, 22))


def test_a_list_that_is_none_is_refused(tmp_path: Path) -> None:
    assert read(tmp_path / NAME) is None
    whole = index(table(tmp_path / "table.csv", row("10.5555/abc")), date(2026, 11, 22)).data
    for content in (b"", b"10.5555/abc\tretraction\t\t\n", whole[:-1]):
        (tmp_path / NAME).write_bytes(content)
        with pytest.raises(CopydeskError, match="no whole retraction list"):
            read(tmp_path / NAME)
    (tmp_path / NAME).unlink()
    (tmp_path / NAME).mkdir()
    with pytest.raises(CopydeskError, match="cannot be read"):
        read(tmp_path / NAME)
