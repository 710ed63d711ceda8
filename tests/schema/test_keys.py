"""Which key a misspelled or differently named one stands for."""

import time
from typing import Any

import pytest

import schemas
from lint.schema.keys import Meant, key_meant

FRONT: dict[str, Any] = schemas.flat("article")["properties"]["front_matter"]["properties"]
PERSON: dict[str, Any] = FRONT["reviewed_by"]["items"]["allOf"][0]["properties"]


@pytest.mark.parametrize(
    ("key", "value", "meant"),
    [
        ("last_modifed", "2026-05-26", "last_modified"),
        ("last-modified", "2026-05-26", "last_modified"),
        ("lastModified", "2026-05-26", "last_modified"),
        ("Last Modified", "May 6, 2026", "last_modified"),
        ("lastmodified", "2026-05-26", "last_modified"),
        ("publised", "2026-05-26", "published"),
        ("nextReview", "2027-05-26", "next_review"),
        ("reviewd_by", "Jane", "reviewed_by"),
        ("reveiwed_by", [], "reviewed_by"),
        ("reviewedby", [], "reviewed_by"),
        ("fact_cheked_by", [], "fact_checked_by"),
        ("factchecked_by", [], "fact_checked_by"),
        ("auhtors", [], "authors"),
        ("tilte", "Rest", "title"),
        ("titel", "Rest", "title"),
        ("topcis", ["a"], "topics"),
        ("discloser", "none", "disclosure"),
        ("disclaimor", "a", "disclaimer"),
        ("refrences", [], "references"),
        ("bibliografy", "a.bib", "bibliography"),
        ("layuot", "post", "layout"),
        ("weigth", 10, "weight"),
        ("descripton", "A", "description"),
    ],
)
def test_a_misspelled_key(key: str, value: object, meant: str) -> None:
    assert key_meant(key, FRONT, value) == Meant(meant, misspelled=True)


@pytest.mark.parametrize(
    ("key", "value", "meant"),
    [
        ("auther", "Jane", "authors"),
        ("autor", "Jane", "authors"),
        ("lastUpdated", "2026-05-26", "last_modified"),
        ("created", "2026-05-26", "published"),
        ("sources", [], "references"),
        ("reviewers", "Jane", "reviewed_by"),
        ("Byline", "Jane", "authors"),
        ("competing-interests", "none", "disclosure"),
    ],
)
def test_another_name(key: str, value: object, meant: str) -> None:
    assert key_meant(key, FRONT, value) == Meant(meant, misspelled=False)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        *(("last_reviewed", "2026-05-26"), ("last_reviewed_on", "2026-05-26"), ("reviewed_on", "2026-05-26")),
        *(("reviewed", "2026-05-26"), ("review_in", "6 months"), ("review_date", "2026-05-26")),
        *(("source", "https://example.org"), ("output", "html"), ("seo_title", "A"), ("readTime", "6 min")),
        *(("readingTime", "6 min"), ("redirectFrom", "a"), ("Layout", "post"), ("local", "a"), ("built", "a")),
        *(
            ("data", {}),
            ("date", {}),
            ("conflicts", {"a": 1}),
            ("update", "monthly"),
            ("finding", "a"),
            ("timeline", "a"),
            ("sponsor", "a"),
        ),
        *(("licence", "a"), ("extra", {}), ("taxonomies", {}), ("sort_by", "date"), ("paginate_by", 5), ("zzz", 1)),
        *(("pagination", {}), ("eleventyNavigation", {}), ("format", "html"), ("execute", {}), ("status_note", "a")),
        *(("x" * 100_000, 1), ("_" * 100_000, 1), ("", 1), ("é", 1)),
    ],
)
def test_a_key_of_the_house(key: str, value: object) -> None:
    assert key_meant(key, FRONT, value) is None


@pytest.mark.parametrize(
    ("key", "meant"), [("rloe", "role"), ("credentails", "credentials"), ("degree", "credentials")]
)
def test_the_key_of_a_person(key: str, meant: str) -> None:
    found = key_meant(key, PERSON, "MD")
    assert found is not None
    assert found.key == meant


def test_a_date_is_meant_as_a_date() -> None:
    found = key_meant("reviewed_on", PERSON, "2026-05-26")
    assert found == Meant("on", misspelled=False)
    assert key_meant("reviewed_on", PERSON, "Jane") is None


def test_many_keys_of_the_house_take_little_time() -> None:
    start = time.process_time()
    assert not any(key_meant(f"reviewer_number_{number}", FRONT, "a") for number in range(1000))
    assert time.process_time() - start < 5
