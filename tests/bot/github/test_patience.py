"""How long to rest, and whether a call may be repeated."""

import pytest

from bot.github.patience import Answer, Patience

LIMITED = {"x-ratelimit-remaining": "0"}
NOW = {"date": "Tue, 26 May 2026 12:00:00 GMT", "x-ratelimit-reset": "1779796890"}


@pytest.mark.parametrize(
    ("answer", "is_limit", "is_unsure"),
    [
        (Answer(429, ""), True, False),
        (Answer(403, "", {"retry-after": "5"}), True, False),
        (Answer(403, "You have exceeded a secondary rate limit"), True, False),
        (Answer(403, "API rate limit exceeded for installation"), True, False),
        (Answer(403, "", LIMITED), True, False),
        (Answer(403, "Resource not accessible by integration"), False, False),
        (Answer(422, "Validation Failed"), False, False),
        (Answer(0, "ReadTimeout"), False, True),
        (Answer(408, ""), False, True),
        (Answer(502, "Server Error"), False, True),
    ],
)
def test_what_an_answer_means(answer: Answer, is_limit: bool, is_unsure: bool) -> None:
    assert (answer.is_limit, answer.is_unsure) == (is_limit, is_unsure)


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after": "17"}, 17.0),
        ({**LIMITED, **NOW}, 91.0),
        ({**LIMITED, "x-ratelimit-reset": "soon"}, 60.0),
        ({**LIMITED, **NOW, "date": "yesterday"}, 60.0),
        ({}, 60.0),
    ],
)
def test_the_rest_that_github_wants(headers: dict[str, str], seconds: float) -> None:
    assert Patience().wanted(Answer(403, "rate limit", headers), 0) == seconds


def test_rests_grow_up_to_the_longest() -> None:
    patience = Patience(longest=100)
    assert [patience.rest(attempt) for attempt in (0, 1, 2, 9)] == [1, 2, 4, 100]
    assert [patience.wanted(Answer(429, ""), attempt) for attempt in (0, 1)] == [60, 100]
