"""The baseline's file on disk: what stands in its way is one line."""

from pathlib import Path

import pytest

from lint.baseline import files
from lint.finding import CopydeskError


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "latin").write_bytes(b"\xe9")
    (tmp_path / "folder").mkdir()
    with pytest.raises(CopydeskError, match="latin: the baseline is not UTF-8; save it as UTF-8"):
        files.load(tmp_path / "latin", required=True)
    with pytest.raises(CopydeskError, match=r"folder: the baseline cannot be read \(is a directory\)"):
        files.load(tmp_path / "folder", required=True)
    assert files.load(tmp_path / "none", required=False) is None


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(CopydeskError, match=r"baseline.jsonl: the baseline cannot be written \("):
        files.save(tmp_path / "file" / "baseline.jsonl", ())


def test_what_is_written_already_is_left_alone(tmp_path: Path) -> None:
    assert files.save(tmp_path / "new" / "baseline.jsonl", ())
    assert not files.save(tmp_path / "new" / "baseline.jsonl", ())


def test_attributes_that_are_no_text_stay_as_they_are(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitattributes").write_bytes(b"\xe9")
    assert not files.have_merged(tmp_path / "baseline.jsonl")
    assert (tmp_path / ".gitattributes").read_bytes() == b"\xe9"
