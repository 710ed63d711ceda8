"""Front matter under the document's names: mapped, by preset, and in the document's shapes."""

from typing import Any

import pytest

from lint.article.front_matter import read as front_matter
from lint.article.front_matter.fields import PRESETS
from lint.article.settings import Settings


def read(yaml: str, **fields: str) -> dict[str, Any]:
    values = front_matter.parse(f"---\n{yaml}\n---\n", Settings(fields=fields)).values
    assert isinstance(values, dict)
    return values


def test_a_mapped_name() -> None:
    assert read("lastmod: 2023-01-01\nown: x", last_modified="lastmod") == {"last_modified": "2023-01-01", "own": "x"}


def test_our_own_name_counts_where_the_mapped_one_is_absent() -> None:
    assert read("last_modified: 2023-01-01", last_modified="lastmod") == {"last_modified": "2023-01-01"}


def test_the_mapped_name_wins_over_our_own() -> None:
    assert read("published: true\ndate: 2023-01-01", published="date") == {"published": "2023-01-01"}


@pytest.mark.parametrize(
    ("preset", "yaml"),
    [
        ("hugo", "date: 2023-05-26T12:30:00Z\nlastmod: 2024-01-02"),
        ("jekyll", "date: 2023-05-26 12:30:00 +0100\nlast_modified_at: 2024-01-02"),
        ("docusaurus", "date: 2023-05-26\nlast_update:\n  date: 2024-01-02\n  author: Jane"),
        ("mkdocs", "date:\n  created: 2023-05-26\n  updated: 2024-01-02"),
        ("zola", "date: 2023-05-26\nupdated: 2024-01-02"),
        ("eleventy", "date: 2023-05-26\nupdated: 2024-01-02"),
        ("quarto", "date: 2023-05-26\ndate-modified: 2024-01-02"),
    ],
)
def test_presets(preset: str, yaml: str) -> None:
    found = read(yaml, **PRESETS[preset].fields)
    assert (found["published"], found["last_modified"]) == ("2023-05-26", "2024-01-02")


def test_authors_of_zola() -> None:
    found = read("extra: {author: Jane Doe, toc: true}", **PRESETS["zola"].fields)
    assert found == {"authors": [{"name": "Jane Doe"}], "extra": {"author": "Jane Doe", "toc": True}}


@pytest.mark.parametrize(
    ("yaml", "found"),
    [
        ("date: 2023-05-26\nlastmod: 2024-01-02", {"published": "2023-05-26", "last_modified": "2024-01-02"}),
        ("pubDate: 2023-05-26\nupdated: 2024-01-02", {"published": "2023-05-26", "last_modified": "2024-01-02"}),
        ("modified: 2024-01-02\nauthor: Jane Doe", {"last_modified": "2024-01-02", "authors": [{"name": "Jane Doe"}]}),
        ("author: {name: Jane Doe}", {"authors": [{"name": "Jane Doe"}]}),
        ("published: true\ndate: 2023-05-26", {"published": "2023-05-26"}),
        ("date: 2023-05-26\npublished: 2023-05-27", {"date": "2023-05-26", "published": "2023-05-27"}),
        ("date:\npublished: 2023-05-27", {"published": "2023-05-27"}),
        ("date: {a: b}", {"date": {"a": "b"}}),
        ("tags: [a]", {"tags": ["a"]}),
        ("last_reviewed: 2024-01-02", {"last_reviewed": "2024-01-02"}),
    ],
)
def test_common_names_need_no_preset(yaml: str, found: dict[str, Any]) -> None:
    assert read(yaml) == found


def test_a_mapped_name_leaves_no_room_for_common_ones() -> None:
    assert read("updated: 2024-01-02", last_modified="changed") == {"updated": "2024-01-02"}


def test_the_order_of_the_keys_stays() -> None:
    assert list(read("title: A\nlastmod: 2024-01-02\ntopics: a\nauthor: B")) == [
        "title",
        "last_modified",
        "topics",
        "authors",
    ]


def test_a_plain_date_of_mkdocs() -> None:
    assert read("date: 2023-05-26", **PRESETS["mkdocs"].fields) == {"published": "2023-05-26"}


def test_an_empty_mapped_name_gives_way_to_our_own() -> None:
    assert read("lastmod:\nlast_modified: 2023-01-01", last_modified="lastmod") == {"last_modified": "2023-01-01"}


def test_an_empty_mapped_name_is_the_place_of_what_is_missing() -> None:
    data = front_matter.parse("---\nlastmod:\n---\n", Settings(fields={"last_modified": "lastmod"}))
    assert (data.values, data.keys) == ({}, {("front_matter", "last_modified"): (4, 11)})


def test_a_map_is_left_with_what_was_not_taken_from_it() -> None:
    yaml = "date:\n  created: 2023-05-26\n  updated: 2024-01-02"
    taken = {"published": "2023-05-26", "last_modified": "2024-01-02"}
    assert read(yaml, **PRESETS["mkdocs"].fields) == taken
    assert read(f"{yaml}\n  other: 1", **PRESETS["mkdocs"].fields)["date"]["other"] == 1


def test_a_span_follows_the_key_that_was_written() -> None:
    text = "---\nlast_update:\n  date: 2024-01-02T10:00:00Z\n---\n"
    data = front_matter.parse(text, Settings(fields={"last_modified": "last_update.date"}))
    pointer = ("front_matter", "last_modified")
    assert text[slice(*data.spans[pointer])] == "2024-01-02"
    assert text[slice(*data.keys[pointer])] == "date"


def test_a_span_leads_to_the_part_of_a_value() -> None:
    text = '---\nauthor: "Jane Doe, MD, PhD"\n---\n'
    data = front_matter.parse(text)
    found = {pointer[2:]: text[slice(*span)] for pointer, span in data.spans.items() if len(pointer) > 1}
    assert found == {
        (): '"Jane Doe, MD, PhD"',
        (0,): '"Jane Doe, MD, PhD"',
        (0, "name"): "Jane Doe",
        (0, "credentials"): "MD, PhD",
    }


@pytest.mark.parametrize(
    ("yaml", "people"),
    [
        ("author: Jane Doe", [{"name": "Jane Doe"}]),
        ("authors: Jane Doe, MD", [{"name": "Jane Doe", "credentials": "MD"}]),
        ("authors: [Jane Doe, John Roe]", [{"name": "Jane Doe"}, {"name": "John Roe"}]),
        (
            "authors:\n- Jane Doe, MD\n- name: John Roe",
            [{"name": "Jane Doe", "credentials": "MD"}, {"name": "John Roe"}],
        ),
        ("authors: {name: Jane Doe, url: x}", [{"name": "Jane Doe", "url": "x"}]),
        ("authors: {name: 'Jane Doe, RN', credentials: MD}", [{"name": "Jane Doe, RN", "credentials": "MD"}]),
        ("authors: [{name: Jane Doe, credentials: [MD, PhD]}]", [{"name": "Jane Doe", "credentials": "MD, PhD"}]),
        ("authors: [{name: }]", [{}]),
        ("authors: [null, 7]", [{"name": "7"}]),
        ("authors: [[Jane]]", [{}]),
    ],
)
def test_people_are_always_a_list_of_maps(yaml: str, people: list[dict[str, str]]) -> None:
    assert read(yaml) == {"authors": people}


@pytest.mark.parametrize("yaml", ["authors:", "authors: []", "authors: ''", "authors: null", "authors: [null]"])
def test_no_people(yaml: str) -> None:
    assert read(yaml).get("authors", []) in ([], [{}])


def test_a_sign_off() -> None:
    found = read("reviewed_by: {name: Jane Doe, role: medical, on: 20230526}")
    assert found == {"reviewed_by": [{"name": "Jane Doe", "role": "medical", "on": "20230526"}]}


@pytest.mark.parametrize(
    ("yaml", "found"),
    [
        ("title: 1984", {"title": "1984"}),
        ("title: [a]", {}),
        ("title: true", {}),
        ("topics: back-pain", {"topics": ["back-pain"]}),
        ("topic: back-pain", {"topics": ["back-pain"]}),
        ("topics: [a, null, {b: c}, 3]", {"topics": ["a", "3"]}),
        ("disclaimer: [a, b]", {"disclaimer": ["a", "b"]}),
        ("disclosure: {funding: none}", {"disclosure": {"funding": "none"}}),
        ("disclosure: none", {"disclosure": "none"}),
        ("published: 2023-05-26 soon", {"published": "2023-05-26 soon"}),
        ("published: {a: b}", {}),
        ("weight: 0\ndraft: false", {"weight": 0, "draft": False}),
        ("author: A\nauthors: B", {"authors": [{"name": "B"}], "author": "A"}),
    ],
)
def test_shapes(yaml: str, found: dict[str, Any]) -> None:
    assert read(yaml) == found
