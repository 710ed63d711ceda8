from lint.pages.examples import blocks


def test_an_article_alone() -> None:
    assert list(blocks("    # Sleep\n\n        code\n")) == [("", "# Sleep\n\n    code\n")]


def test_files_by_the_label_above_them() -> None:
    example = (
        "people.yaml:\n\n    - name: Jane Example\n\nCommitted 2026-01-05:\n\n    Old.\n\nThe article:\n\n    New.\n"
    )
    assert list(blocks(example)) == [
        ("people.yaml", "- name: Jane Example\n"),
        ("Committed 2026-01-05", "Old.\n"),
        ("The article", "New.\n"),
    ]


def test_no_example_has_no_blocks() -> None:
    assert list(blocks("")) == []
