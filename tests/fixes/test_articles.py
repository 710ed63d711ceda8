"""Fixing articles of a repository: dates by its history, and what a change of words asks for."""

from pathlib import Path

from tests.fixes.mending import fixed, left, mended
from tests.publication import commit, write

DISCLAIMER = "This article is general information and does not replace the advice of a doctor."
TEXT = "---\ntitle: Stretching\nlast_modified: 2026-01-05 # as on the page\n---\n\nStretching eases stiffness.\n"


def repository(root: Path, *states: tuple[str, str]) -> None:
    for day, text in states:
        write(root, {"article.md": text, "copydesk.toml": f'[disclaimers]\nmedical-advice = "{DISCLAIMER}"\n'})
        commit(root, day)


def test_the_date_of_the_last_change_comes_from_the_history(tmp_path: Path) -> None:
    new = TEXT.replace("stiffness.", "stiffness for most people.")
    repository(tmp_path, ("2026-01-05", TEXT), ("2026-06-01", new))
    assert fixed(tmp_path, new, ("outdated-last-modified",)) == new.replace("2026-01-05", "2026-06-01")


def test_a_change_of_words_brings_the_date_along(tmp_path: Path) -> None:
    repository(tmp_path, ("2026-01-05", TEXT))
    one = mended(tmp_path, TEXT, ("missing-disclaimer", "outdated-last-modified"))
    assert one.after.decode() == TEXT.replace("2026-01-05", "2026-11-22") + f"\n## Disclaimer\n\n{DISCLAIMER}\n"
    assert [finding.rule for finding in one.mended.fixed] == ["missing-disclaimer", "outdated-last-modified"]


def test_without_that_the_words_stay(tmp_path: Path) -> None:
    repository(tmp_path, ("2026-01-05", TEXT))
    one = mended(tmp_path, TEXT, ("missing-disclaimer",))
    assert not one.changed
    assert left(one) == [("missing-disclaimer", "it would bring a new error (outdated-last-modified)")]


def test_what_is_allowed_is_not_fixed(tmp_path: Path) -> None:
    text = "<!-- copydesk allow-file: malformed-identifier -- a test -->\n\n## References\n\n1. E. T. doi:10.5555/a–b\n"
    assert fixed(tmp_path, text, ("malformed-identifier",)) == text


def test_of_several_disclaimers_a_person_must_choose(tmp_path: Path) -> None:
    (tmp_path / "copydesk.toml").write_text(f'[disclaimers]\na = "{DISCLAIMER}"\nb = "{DISCLAIMER}"\n', "utf-8")
    assert fixed(tmp_path, TEXT, ("missing-disclaimer",)) == TEXT


def test_a_feedback_link_that_is_no_address_is_not_added(tmp_path: Path) -> None:
    (tmp_path / "copydesk.toml").write_text('feedback_link = "write to (us)"\n', "utf-8")
    assert fixed(tmp_path, TEXT, ("missing-feedback-link",)) == TEXT
