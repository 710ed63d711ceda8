"""`uncited-statistic`: figures and "studies show" without a citation."""

import pytest

from lint.rules.uncited_statistic import Options, check
from tests.rules.problems import places, said, works

FILL = "Most people find that a calm daily walk, some gentle stretching and enough sleep do a stiff back good. "
FIGURE = "About 80% of adults have back pain at some time."


def test_a_figure_and_a_study_without_a_citation_are_told_at_their_sentences() -> None:
    text = f"## Causes\n\n{FILL}{FIGURE}\n\nStudies show that rest does not help.\n\n{FILL}(1)\n" + works(1)
    assert places(check, text) == [FIGURE, "Studies show that rest does not help."]


@pytest.mark.parametrize(
    "text",
    [
        f"## Causes\n\n{FILL}{FIGURE} (1)\n",
        f"## Causes\n\n{FILL} One review found the following: (1)\n\n- {FIGURE}\n- {FIGURE}\n",
        f"## Conclusion\n\n{FILL}{FIGURE}\n\n## Causes\n\n{FILL}Some 80% of all people do. (1)\n",
        f"## Related articles\n\n{FILL}{FIGURE}\n",
    ],
)
def test_what_a_citation_backs_is_right(text: str) -> None:
    assert said(check, text + works(1)) == []


def test_a_conclusion_with_a_new_figure_is_told() -> None:
    text = f"## Causes\n\n{FILL}Some 70% of all people do. (1)\n\n## Conclusion\n\n{FILL}{FIGURE}\n" + works(1)
    assert places(check, text) == [FIGURE]
    assert places(check, text, Options(roles=("claim",))) == []


def test_a_list_after_a_line_that_cites_but_does_not_introduce_it_is_told() -> None:
    text = f"## Causes\n\n{FILL}(1)\n\n- {FIGURE}\n" + works(1)
    assert places(check, text) == [FIGURE]
