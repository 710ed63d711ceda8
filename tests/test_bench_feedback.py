"""The labelled reports are what the page says they are, those to tune by are read well, and the page is current."""

import pytest

from bench import feedback
from bench.feedback import (
    PAGE,
    SPAM,
    Sample,
    crisis,
    kept_private,
    page,
    removed,
    samples,
    score,
    tables,
    undoubted,
    untouched,
)
from bot.feedback.report import Kind


@pytest.fixture(scope="module")
def everything() -> list[Sample]:
    return samples()


@pytest.fixture(scope="module")
def tuning(everything: list[Sample]) -> list[Sample]:
    return [one for one in everything if one.part == "tuned by"]


def test_the_set_is_large_and_of_many_languages_and_kinds(everything: list[Sample]) -> None:
    assert len({(one.part, one.id) for one in everything}) == len(everything) >= 300
    assert len({one.language for one in everything}) == 11
    assert {one.labels["kind"] for one in everything} == {None, *Kind}
    assert {one.labels["crisis"] for one in everything} == {"", *feedback.CRISES}
    assert all(piece in one.report.comment for one in everything for piece in one.labels["personal"])


def test_the_parts_share_no_report(everything: list[Sample]) -> None:
    words = [(one.part, one.report.comment) for one in everything if len(one.report.comment) > 40]
    parts = {comment: {part for part, other in words if other == comment} for _, comment in words}
    assert all(len(found) == 1 for found in parts.values())


def test_danger_is_seen(tuning: list[Sample]) -> None:
    found = crisis(tuning)
    assert (found.recall or 0) >= 0.97
    assert (found.precision or 0) >= 0.93


def test_personal_data_stays_in_the_house(tuning: list[Sample]) -> None:
    assert (removed(tuning).recall or 0) >= 0.97
    assert (kept_private(tuning).recall or 0) >= 0.99
    assert (untouched(tuning).recall or 0) >= 0.95
    assert (undoubted(tuning).recall or 0) >= 0.96


def test_spam_and_reactions_are_suspected(tuning: list[Sample]) -> None:
    spam = score(tuning, lambda one: one.reading.spam >= SPAM, lambda one: one.labels["spam"])
    adverse = score(tuning, lambda one: one.reading.adverse, lambda one: one.labels["adverse"])
    assert min(spam.precision or 0, spam.recall or 0) >= 0.93
    assert (adverse.precision or 0) >= 0.85
    assert (adverse.recall or 0) >= 0.88


def test_the_page_is_current(everything: list[Sample]) -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert page(text, tables(everything)) == text, "run: python bench/feedback.py --write"


def test_nothing_to_share_is_no_share() -> None:
    assert score([], lambda one: True, lambda one: True) == (0, 0, 0)
    assert score([], lambda one: True, lambda one: True).precision is None
    assert score([], lambda one: True, lambda one: True).recall is None
