"""Answers in which any one part has another form: read, or recognised as strange, and nothing else."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from lint.verification.http import NoAnswerError, Reply
from lint.verification.record import Record
from lint.verification.registries import crossref_record, datacite, pubmed_record
from lint.verification.registries.reading import parsed
from tests.verification.fakes import Update, Work
from tests.verification.fakes.crossref import message
from tests.verification.fakes.datacite import attributes
from tests.verification.fakes.pubmed import summary

WORK = Work(
    "An example title",
    "10.5555/example.1",
    "12345678",
    "PMC1234567",
    subtitle="with a subtitle",
    original_title="Ein Beispiel",
    authors=("Example, Ann", "Example Group"),
    editors=("Sample, Bob",),
    online=2015,
    updates=(Update("retraction"), Update("correction", source="retraction-watch")),
)
READERS: dict[str, tuple[Callable[[Any], Record], Any]] = {
    "crossref": (crossref_record.read, message(WORK)),
    "datacite": (datacite.read, {"data": {"attributes": attributes(WORK)}}),
    "pubmed": (pubmed_record.read, summary(WORK)),
}
OTHERS: tuple[Any, ...] = (None, True, 7, -1, 1e400, "x", "", [], [None], [[]], {}, {"a": 1}, "\ud800", 10**30)


def places(data: Any) -> Iterator[tuple[Any, Any]]:
    """Every place in a JSON document, as its container and key."""
    for key, value in list(data.items() if isinstance(data, dict) else enumerate(data)):
        yield data, key
        if isinstance(value, dict | list):
            yield from places(value)


@pytest.mark.parametrize("name", READERS)
def test_any_change_of_form_is_read_or_strange(name: str) -> None:
    read, right = READERS[name]
    strange = 0
    for container, key in places(right):
        before = container[key]
        for other in OTHERS:
            container[key] = other
            try:
                assert isinstance(
                    parsed(Reply(200, {"content-type": "application/json"}, dumped(right)), name, read), Record
                )
            except NoAnswerError:
                strange += 1
        container[key] = before
    assert strange
    assert read(right) == read(json.loads(dumped(right)))


def dumped(data: Any) -> bytes:
    return json.dumps(data).encode()
