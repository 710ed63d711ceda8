"""Mending: only what a registry and the entry agree on is written, and nothing else changes."""

from datetime import date
from pathlib import Path

import pytest

from lint.article import Article
from lint.article.parse import parse
from lint.article.settings import Settings
from lint.config import load
from lint.verification.collecting import collect
from lint.verification.judging.entry import words
from lint.verification.lock import Lock, Searched
from lint.verification.mending import Mended, mend
from lint.verification.mending.files import rewrite
from lint.verification.record import Answer, Author, Identifier, Record, State, Years

TODAY = date(2026, 11, 22)
PROSE = "Stretching eases stiffness in the lower back for many people who sit for most of the day at work. (1)"
ENTRY = "Example A, Sample B. Stretching and the lower back of adults. *Journal of Examples*. 2020;1:1-2."
DOI = Identifier("doi", "10.5555/back")
RECORD = Record(
    "Crossref",
    (DOI,),
    title="Stretching and the Lower Back of Adults",
    authors=(Author("Example", "Ann"), Author("Sample", "Ben")),
    years=Years(2020),
    container="Journal of Examples",
    type="journal-article",
)


def written(*entries: str, head: str = "") -> str:
    return f"{head}# A title\n\n{PROSE}\n\n## References\n\n" + "".join(
        f"{number}. {entry}\n" for number, entry in enumerate(entries, start=1)
    )


def read(text: str) -> Article | None:
    parsed = parse("articles/example.md", text, Settings(), {}.get)
    return None if parsed.problems else parsed.article


def mended(text: str, lock: Lock) -> Mended:
    article = read(text)
    assert article is not None
    return mend(article, lock, read)


def searched(text: str, record: Record | None = RECORD) -> Lock:
    """A lock that holds what the search for each entry has found."""
    lock, article = Lock(), read(text)
    assert article is not None
    for reference in article.document["references"]:
        lock.put_search(words(reference), Searched(TODAY, record))
    return lock


def answered(record: Record, *identifiers: Identifier) -> Lock:
    lock = Lock()
    for identifier in identifiers:
        lock.put(Answer(identifier, State.FOUND, "Crossref", record=record, asked=TODAY))
    return lock


def test_a_missing_doi_is_added_as_a_link() -> None:
    text = written(ENTRY)
    found = mended(text, searched(text))
    assert found.text == written(f"{ENTRY} <https://doi.org/10.5555/back>")
    assert [fix.title for fix in found.fixes] == ["Add the DOI 10.5555/back"]
    again = read(found.text)
    assert again is not None
    assert again.document["references"][0]["doi"] == "10.5555/back"
    assert mended(found.text, searched(text)).fixes == ()


def test_another_identifier_of_the_entry_leads_to_its_doi() -> None:
    text = written(f"{ENTRY} PMID: 12345601")
    found = mended(text, answered(RECORD, Identifier("pmid", "12345601")))
    assert found.text == written(f"{ENTRY} PMID: 12345601 <https://doi.org/10.5555/back>")


@pytest.mark.parametrize(
    "entry",
    [
        ENTRY.replace("2020", "2021"),
        ENTRY.replace("Example A", "Muster C"),
        ENTRY.replace("lower back", "upper arm"),
        ENTRY.replace("2020;1:1-2.", ""),
        "Stretching and the lower back of adults. *Journal of Examples*. 2020;1:1-2.",
    ],
    ids=["year", "author", "title", "no year", "no author"],
)
def test_what_does_not_agree_is_never_written(entry: str) -> None:
    text = written(entry)
    assert mended(text, searched(text)) == Mended(text)


def test_a_record_without_a_doi_or_with_one_that_no_link_can_hold_adds_nothing() -> None:
    text = written(ENTRY)
    for identifiers in ((), (Identifier("doi", "10.5555/a<b>c"),), (Identifier("doi", "10.5555/"),)):
        record = Record(**{name: getattr(RECORD, name) for name in RECORD.__slots__} | {"identifiers": identifiers})
        assert mended(text, searched(text, record)).fixes == ()
    assert mended(text, searched(text, None)).fixes == ()
    assert mended(text, Lock()).fixes == ()


@pytest.mark.parametrize(
    "old", ["http://dx.doi.org/", "https://dx.doi.org/", "http://doi.org/", "https://www.doi.org/"]
)
def test_links_get_their_normal_form(old: str) -> None:
    text = written(f"{ENTRY} [{old}10.5555/BACK]({old}10.5555/BACK)")
    found = mended(text, answered(RECORD, DOI))
    assert found.text == text.replace(old, "https://doi.org/")
    assert mended(found.text, answered(RECORD, DOI)).fixes == ()


def test_a_link_of_another_work_stays_as_it_is() -> None:
    text = written(f"{ENTRY} <http://dx.doi.org/10.5555/back>")
    other = Record("Crossref", (DOI,), title="Nesting habits of an invented bird", authors=RECORD.authors)
    assert mended(text, answered(other, DOI)).fixes == ()
    assert mended(text, Lock()).fixes == ()
    elsewhere = written(f"{ENTRY} <https://doi.org/10.5555/back> See <http://dx.doi.org/10.5555/other>")
    assert mended(elsewhere, answered(RECORD, DOI)).fixes == ()


def test_only_entries_of_the_body_are_touched() -> None:
    head = f"---\nreferences:\n  - {ENTRY!r}\n---\n"
    text = f"{head}# A title\n\n{PROSE}\n"
    assert mended(text, searched(text)).fixes == ()
    table = f"# A title\n\n{PROSE}\n\n## References\n\n<ol>\n<li>{ENTRY}</li>\n</ol>\n"
    assert mended(table, searched(table)).text == table


def test_all_entries_are_mended_at_once_and_line_ends_stay() -> None:
    text = written(ENTRY, f"{ENTRY} <http://dx.doi.org/10.5555/back>").replace("\n", "\r\n")
    lock = searched(text)
    lock.put(Answer(DOI, State.FOUND, "Crossref", record=RECORD, asked=TODAY))
    found = mended(text, lock)
    assert len(found.fixes) == 2
    assert found.text.count("\r\n") == found.text.count("\n") == text.count("\n")


def test_what_would_change_something_else_is_left() -> None:
    text = written(ENTRY, ENTRY.replace("Stretching", "stretching"))
    article = read(text)
    assert article is not None

    def strict(after: str) -> Article | None:
        return (
            None
            if "stretching and the lower back of adults. *Journal of Examples*. 2020;1:1-2. <" in after
            else read(after)
        )

    found = mend(article, searched(text), strict)
    assert [len(found.fixes), len(found.left)] == [1, 1]
    assert found.text == text.replace(f"1. {ENTRY}", f"1. {ENTRY} <https://doi.org/10.5555/back>")


def test_files_are_written_as_a_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    text = written(ENTRY)
    (tmp_path / "back.md").write_bytes(b"\xef\xbb\xbf" + text.encode())
    (tmp_path / "plain.md").write_text(f"# Other\n\n{PROSE}\n\n## References\n\n1. Example A. A page. 2020.\n", "utf-8")
    (collected,) = collect(iter(["back.md", "plain.md"]), load(tmp_path))
    (done,) = rewrite(collected, searched(text))
    assert (done.path, done.why_not, len(done.mended.fixes)) == ("back.md", "", 1)
    assert (tmp_path / "back.md").read_bytes().startswith(b"\xef\xbb\xbf# A title")
    assert "<https://doi.org/10.5555/back>" in (tmp_path / "back.md").read_text("utf-8-sig")
