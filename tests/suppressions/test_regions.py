import pytest

from lint.article.blocks import blocks
from lint.suppressions.read import suppressions


def region(text: str, body: int = 0) -> str | None:
    """The text that the first suppression covers."""
    found = suppressions(text, blocks(text, body), body)[0].region
    return None if found is None else text[found.start : found.end]


ALLOW = "<!-- copydesk allow: thin-section -- reason -->"


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        (f"Before.\n\n{ALLOW}\n\nOne.\nTwo.\n\nAfter.", "One.\nTwo."),
        (f"{ALLOW}\nOne.\n\nAfter.", "One."),
        (f"{ALLOW}\n\n- one\n- two\n\n  more\n\nAfter.", "- one\n- two\n\n  more"),
        (f"{ALLOW}\n\n| a |\n|---|\n| b |\n\nAfter.", "| a |\n|---|\n| b |"),
        (f"{ALLOW}\n\n> quoted\n\nAfter.", "> quoted"),
        (f"{ALLOW}\n\n<!-- copydesk allow: x -- y -->\n\nOne.\n\nAfter.", "One."),
        (f"- one\n\n  {ALLOW}\n\n  inner\n- two", "inner"),
        (f"One {ALLOW} two.\n\nAfter.", f"One {ALLOW} two."),
        (f"- one {ALLOW}\n- two", f"one {ALLOW}"),
        (f"{ALLOW}\n\n## A\n\nOne.\n\n### B\n\nTwo.\n\n## C\n\nThree.", "## A\n\nOne.\n\n### B\n\nTwo.\n\n"),
        (f"## A {ALLOW}\n\nOne.\n\n# C\n\nThree.", f"## A {ALLOW}\n\nOne.\n\n"),
        (f"{ALLOW}\n\n# A\n\nOne.\n\n## B\n\nTwo.", "# A\n\nOne.\n\n## B\n\nTwo."),
        (f"One.\n\n{ALLOW}", None),
    ],
)
def test_allow_covers_the_next_block(text: str, covered: str | None) -> None:
    found = region(text)
    assert found is None if covered is None else found is not None and found.rstrip() == covered.rstrip()


def test_allow_file_covers_everything() -> None:
    text = "One.\n\n<!-- copydesk allow-file: thin-section -- reason -->\n"
    assert region(text) == text


def test_allow_next_line_covers_a_line() -> None:
    text = "One.\r\n<!-- copydesk allow-next-line:\r\n thin-section -- reason -->\r\nTwo.\r\nThree.\r\n"
    assert region(text) == "Two.\r\n"


@pytest.mark.parametrize(
    ("close", "covered"),
    [
        ("<!-- copydesk end allow: thin-section -->", "\n\nOne.\n\n"),
        ("<!-- copydesk end allow -->", "\n\nOne.\n\n"),
        ("<!-- copydesk end allow: other -->", None),
        ("", None),
    ],
)
def test_begin_reaches_to_its_end(close: str, covered: str | None) -> None:
    assert region(f"<!-- copydesk begin allow: thin-section -- reason -->\n\nOne.\n\n{close}\n\nTwo.") == covered


FRONT = """---
title: "a # copydesk allow: x -- no"
last_modified: 2023-05-26 # copydesk allow: stale-article -- reason
authors: # copydesk allow: missing-credentials -- reason
- name: Jane
  credentials: ""
- name: Sam
topics: [a]
# copydesk allow: missing-reviewer -- reason
description: |
  # copydesk allow: y -- no
other: it's # copydesk allow-file: z -- reason
---
Body.
"""


def test_in_front_matter_a_key_or_all_of_it_is_covered() -> None:
    body = FRONT.index("Body.")
    found = suppressions(FRONT, blocks(FRONT, body), body)
    assert {one.names[0][0]: FRONT[slice(*one.region)] for one in found if one.region} == {
        "stale-article": "last_modified: 2023-05-26 # copydesk allow: stale-article -- reason",
        "missing-credentials": FRONT[FRONT.index("authors") : FRONT.index("\ntopics")],
        "missing-reviewer": FRONT[:body],
        "z": FRONT,
    }
    assert {one.reason for one in found} == {"reason"}
