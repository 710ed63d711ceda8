"""Front matter: values as written, a span for each, and plain words for what cannot be read."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.article.front_matter import read as front_matter
from lint.article.front_matter.data import Data
from lint.article.settings import Settings


def parse(yaml: str, **fields: str) -> Data:
    return front_matter.parse(f"---\n{yaml}\n---\nBody\n", Settings(fields=fields))


def values(yaml: str) -> object:
    data = parse(yaml)
    assert not data.problems
    return data.values


def only_problem(text: str) -> tuple[str, str]:
    """The message of the one problem, and the source under it."""
    data = front_matter.parse(text)
    (problem,) = data.problems
    assert "yaml" not in problem.message.replace("YAML", "")
    return problem.message, text[slice(*problem.span)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("closing", ["---", "...", "---  "])
def test_split(end: str, closing: str) -> None:
    text = end.join(["---", "title: A", closing, "Body", "---", ""])
    span, body = front_matter.split(text)
    assert span is not None
    assert text[slice(*span)] == f"title: A{end}"
    assert text[body:] == end.join(["Body", "---", ""])


@pytest.mark.parametrize(
    "text", ["", "---", "---\n", "---\n\nWords\n", "Words\n---\n", " ---\na: b\n---\n", "--- a\n---\n"]
)
def test_text_without_front_matter(text: str) -> None:
    assert front_matter.split(text) == (None, 0)
    assert front_matter.parse(text) == Data(None)


def test_front_matter_at_the_end_of_the_file() -> None:
    assert front_matter.parse("---\ntitle: A\n---").values == {"title": "A"}


@pytest.mark.parametrize("yaml", ["", "# only a comment", "\n"])
def test_empty_front_matter_is_there(yaml: str) -> None:
    data = parse(yaml)
    assert data.values == {}
    assert data.spans["front_matter",].start == 0


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("2023-05-26", "2023-05-26"),
        ("no", "no"),
        ("on", "on"),
        ("12:30", "12:30"),
        ("0123", "0123"),
        ("0x1f", "0x1f"),
        ("1_000", "1_000"),
        ("1e3", "1e3"),
        ("1.10", "1.10"),
        ("123456789012345678901234567890", "123456789012345678901234567890"),
        ("20230526", 20230526),
        ("-3", -3),
        ("1.5", 1.5),
        ("true", True),
        ("False", False),
        ('"true"', "true"),
        ("!!str 3", "3"),
        ("!anything 3", "3"),
        ("=", "="),
        ("|\n  a\n  b\n", "a\nb"),
        ("[a, 1]", ["a", 1]),
        ("{b: null}", {"b": None}),
    ],
)
def test_a_value_is_what_was_written(written: str, value: object) -> None:
    assert values(f"own: {written}") == {"own": value}


def test_merge_keys_and_keys_that_look_like_truth_are_plain_keys() -> None:
    assert values("on: a\nyes: b\n<<: c\n1: d") == {"on": "a", "yes": "b", "<<": "c", "1": "d"}


def test_spans_hold_what_was_written() -> None:
    lines = [
        "---",
        'title: "😀 é"  # words',
        "authors:",
        "  - name: Jane",
        "    credentials: MD",
        "",
        "# end",
        "own: [a, b]",
    ]
    text = "\r\n".join([*lines, "---", ""])
    data = front_matter.parse(text)
    found = {pointer[1:]: text[slice(*span)] for pointer, span in data.spans.items()}
    assert found == {
        (): text.rstrip(),
        ("title",): '"😀 é"',
        ("authors",): "- name: Jane\r\n    credentials: MD",
        ("authors", 0): "name: Jane\r\n    credentials: MD",
        ("authors", 0, "name"): "Jane",
        ("authors", 0, "credentials"): "MD",
        ("own",): "[a, b]",
        ("own", 0): "a",
        ("own", 1): "b",
    }
    assert {pointer[1:]: text[slice(*span)] for pointer, span in data.keys.items()} == {
        ("title",): "title",
        ("authors",): "authors",
        ("authors", 0, "name"): "name",
        ("authors", 0, "credentials"): "credentials",
        ("own",): "own",
    }


def test_a_key_without_a_value_keeps_its_place() -> None:
    text = '---\ntitle:\nown: ""\ntopics: []\n---\n'
    data = front_matter.parse(text)
    assert data.values == {}
    assert [text[slice(*span)] for span in data.keys.values()] == ["title", "own", "topics"]
    assert list(data.spans) == [("front_matter",)]


def test_an_alias_stands_for_its_anchor() -> None:
    assert values("one: &x {a: b}\ntwo: *x") == {"one": {"a": "b"}, "two": {"a": "b"}}


@pytest.mark.parametrize(
    ("yaml", "message", "source"),
    [
        ("title: a: b", 'Line 2 has a second colon. Put the value in quotation marks, as in `title: "Back', ": b"),
        ("a: b\nno colon\nc: d", "Line 3 has no colon.", "no colon"),
        ("\ta: b", "Line 2 is indented with a tab.", "\ta: b"),
        ("a: 'b", "Line 2 opens a quotation mark that is never closed.", "'b"),
        ('a: "\\q"', "Line 2: a backslash means something else between double quotation marks.", '\\q"'),
        ("a: 'It's'", "Line 2 does not fit the lines above it.", "s'"),
        ("a: b\n c: d", "Line 3 has a second colon.", ": d"),
        ("a: [b", "Line 2 opens a bracket", "[b"),
        ("a: {b", "Line 2 opens a bracket", "{b"),
        ("a: @b", "Line 2: a value cannot begin with this character.", "@b"),
        ("a: *b c", "Line 2: a value that begins with `*`", "*b"),
        ("a: &x [*x]", "Line 2: a value that begins with `*`", "*x"),
        ("a: x\x07", "Line 2 holds a character that cannot be seen (U+0007).", "\x07"),
        ("a: x\0", "Line 2 holds a character that cannot be seen (U+0000).", "\0"),
        ("a: 1\nb: 2\na: 3", "`a` stands on line 2 and on line 4. Keep one of the two.", "a"),
        ("a: {b: 1, b: 2}", "`b` stands twice on line 2.", "b"),
        ("Hello", "The front matter is not a list of keys.", "Hello\n"),
        ("- a", "The front matter is not a list of keys.", "- a\n"),
        ("? [a]\n: b", "Line 2: a key must be plain words.", "["),
        ("title: {{ page.title }}", "Line 2: a key must be plain words.", "{"),
        ("%a: b", "Line 2: a line cannot begin with `%`.", ": b"),
        ("a: " + "[" * 40 + "]" * 40, "Line 2 is nested more than 32 levels deep.", "["),
        ("a: - b", "Line 2: a list begins where none can.", "- b"),
    ],
)
def test_what_cannot_be_read_is_said_in_plain_words(yaml: str, message: str, source: str) -> None:
    found, under = only_problem(f"---\n{yaml}\n---\nBody\n")
    assert found.startswith(message)
    assert under == source


def test_a_duplicate_key_does_not_hide_the_others() -> None:
    assert parse("own: 1\ntitle: T\nown: 2").values == {"own": 2, "title": "T"}


def test_front_matter_that_is_never_closed() -> None:
    assert only_problem("---\ntitle: A\n\nWords\n")[0].startswith("The front matter that line 1 opens is never closed.")


def test_a_second_document_in_a_people_file() -> None:
    (problem,) = front_matter.load("- a\n---\n- b\n").problems
    assert problem.message == "Line 2: a second `---` stands in the file. Remove it."


def test_a_people_file_as_written() -> None:
    data = front_matter.load("---\n- name: Jane\n  expires: 2030-01-01\n")
    assert data.values == [{"name": "Jane", "expires": "2030-01-01"}]
    assert front_matter.load("").values is None


def laughs() -> str:
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    lines += [
        f"{name}: &{name} [{', '.join([f'*{below}'] * 9)}]" for below, name in zip("abcdefgh", "bcdefghi", strict=True)
    ]
    return "\n".join(lines)


@pytest.mark.parametrize(
    "yaml",
    [
        laughs(),
        "a: " + "[" * 500_000,
        "a: " + "{b: " * 250_000,
        "".join(" " * n + "b:\n" for n in range(1_400)),
        "- " * 500_000,
        "? " * 500_000,
        "a: '" + "x " * 500_000,
        "a: &a x\n" + "".join(f"k{n}: *a\n" for n in range(120_000)),
        "".join(f"k{n}: v\n" for n in range(120_000)),
        "a " * 500_000,
        "a:\t" * 300_000,
        "!" * 1_000_000,
    ],
    ids=lambda yaml: yaml[:6],
)
def test_hostile_yaml_is_refused_in_bounded_time(yaml: str) -> None:
    start = time.process_time()
    data = parse(yaml)
    assert data.values is None
    assert len(data.problems) == 1
    assert time.process_time() - start < 20


@pytest.mark.parametrize(
    "text", ["-" * 1_000_000, "---\n" + "--- " * 300_000, "---\n" + "\n" * 1_000_000, "---" + " " * 1_000_000]
)
def test_splitting_takes_bounded_time(text: str) -> None:
    start = time.process_time()
    front_matter.split(text)
    assert time.process_time() - start < 20


@given(st.text())
def test_no_text_is_too_strange(text: str) -> None:
    data = front_matter.parse(f"---\ntitle: {text}\n---\n")
    assert data.values is None or isinstance(data.values, dict)


KEYS = st.sampled_from(["title", "authors", "reviewed_by", "topics", "published", "disclaimer", "own"])
SCALARS = st.one_of(
    st.none(), st.booleans(), st.integers(-9, 30_000_000), st.sampled_from(["a", "2023-05-26", "Jane Doe, MD", " "])
)
TREES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["name", "on", "x"]), inner, max_size=3)
    ),
    max_leaves=6,
)


@given(st.dictionaries(KEYS, TREES, max_size=4), st.sampled_from(["\n", "\r\n"]))
def test_the_document_has_its_shapes_and_spans_whatever_is_written(tree: dict[str, object], end: str) -> None:
    import json

    text = end.join(["---", *(f"{key}: {json.dumps(value)}" for key, value in tree.items()), "---", "Body"])
    data = front_matter.parse(text)
    found = data.values
    assert isinstance(found.get("title", ""), str)
    assert isinstance(found.get("published", ""), str)
    assert all(isinstance(topic, str) for topic in found.get("topics", []))
    for key in ("authors", "reviewed_by"):
        assert all(isinstance(person.get("name", ""), str) for person in found.get(key, []))
    for pointer, (start, stop) in data.spans.items():
        value: object = {"front_matter": found}
        for part in pointer:
            value = value[part]  # type: ignore[index]
        if isinstance(value, str):
            assert value in text[start:stop]
