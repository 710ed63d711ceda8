"""`uncited-treatment-claim`: claims about treatments without a citation."""

from lint.rules.uncited_treatment_claim import Options, check
from tests.rules.problems import places, said, works

FILL = "Most people find that a calm daily walk, some gentle stretching and enough sleep do a stiff back good. "
CLAIM = "Ibuprofen relieves pain in the lower back."


def test_a_claim_without_a_citation_is_told_at_its_sentence() -> None:
    assert places(check, f"## Treatment\n\n{FILL}{CLAIM}\n\n{FILL}(1)\n" + works(1)) == [CLAIM]


def test_a_claim_with_one_is_right() -> None:
    assert said(check, f"## Treatment\n\n{FILL}{CLAIM} (1)\n" + works(1)) == []


def test_a_conclusion_may_sum_up() -> None:
    text = f"## Treatment\n\n{FILL}(1)\n\n## Conclusion\n\n{FILL}{CLAIM}\n" + works(1)
    assert said(check, text) == []
    assert places(check, text, Options(roles=("conclusion",))) == [CLAIM]
