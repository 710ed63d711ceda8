from pathlib import Path

import pytest

from lint.generate import ROOT, generated, main


def test_the_files_are_what_the_code_says(capsys: pytest.CaptureFixture[str]) -> None:
    assert (main(["--check"]), capsys.readouterr().err) == (0, "")


def test_files_are_written_and_those_of_former_rules_removed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    former = tmp_path / "docs" / "rules" / "former-rule.md"
    former.parent.mkdir(parents=True)
    former.write_text("# former-rule\n", encoding="utf-8")
    assert main(["--check"], tmp_path) == 1
    told = capsys.readouterr().err.splitlines()
    assert len(told) == len(list(generated())) + 1
    assert told[-1] == "docs/rules/former-rule.md is not what the code says: run `make generate`."
    assert main([], tmp_path) == 0
    assert main(["--check"], tmp_path) == 0
    assert not former.exists()


def test_nothing_generated_names_this_machine() -> None:
    for name, text in generated():
        assert str(ROOT) not in text, name
