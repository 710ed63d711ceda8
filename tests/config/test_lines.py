import tomllib
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from lint.config.lines import Keys, line_of, lines

TEXT = '''# a comment with [brackets] = "and quotes
include = ["articles"]   # another "one
exclude = [
  "a = 1",  # ]
  """
[not.a.table]
""",
]

"quoted key" = 'it''s = fine'
dotted . key."with.dot" = { inline = [1, 2], other = "x" }
[rules]
a = "off"
[rules."b"]
severity = """
c = 1 \\"""
"""
text = \'\'\'
[[x]]
\'\'\'
[[overrides]]
paths = ["a"]
[overrides.rules]
a = "off"
[[overrides]]
paths = ["b"]
[[overrides.deep]]
x = 1
[[overrides.deep]]
x = 2
'''.replace("'it''s = fine'", "'its = fine'")


def test_each_setting_stands_on_its_line() -> None:
    tomllib.loads(TEXT)
    found = lines(TEXT)
    rows = TEXT.splitlines()
    expected: dict[Keys, str] = {
        ("include",): "include",
        ("exclude",): "exclude",
        ("quoted key",): '"quoted key"',
        ("dotted", "key", "with.dot"): "dotted",
        ("rules",): "[rules]",
        ("rules", "a"): 'a = "off"',
        ("rules", "b", "severity"): "severity",
        ("rules", "b", "text"): "text",
        ("overrides", 0, "paths"): 'paths = ["a"]',
        ("overrides", 0, "rules", "a"): 'a = "off"',
        ("overrides", 1): "[[overrides]]",
        ("overrides", 1, "paths"): 'paths = ["b"]',
        ("overrides", 1, "deep", 0, "x"): "x = 1",
        ("overrides", 1, "deep", 1, "x"): "x = 2",
    }
    assert {keys: rows[found[keys] - 1].startswith(start) for keys, start in expected.items()} == dict.fromkeys(
        expected, True
    )


def test_what_has_no_line_of_its_own_stands_on_its_parents() -> None:
    found = lines('a = { b = 1 }\n[c]\nd = ["x"]\n')
    assert line_of(found, ("a", "b")) == 1
    assert line_of(found, ("c", "d", 0)) == 3
    assert line_of(found, ("nowhere",)) == 1


NAME = st.text("abc-_", min_size=1, max_size=3)
VALUE = st.sampled_from(
    ['"x"', "'#['", '"""\n[t]\na = 1\n"""', "'''\n]\n'''", "[\n1,\n[2]\n]", "{ a = [1] }", "2027-01-01"]
)


@given(
    st.dictionaries(NAME, st.dictionaries(NAME, VALUE, max_size=4), max_size=4), st.sampled_from(["\n", "\n\n# [x]\n"])
)
def test_every_key_is_found_where_it_was_written(tables: dict[str, dict[str, str]], gap: str) -> None:
    text, expected = "", {}
    for table, entries in tables.items():
        expected[(table,)] = text.count("\n") + 1
        text += f"[{table}]{gap}"
        for key, value in entries.items():
            expected[(table, key)] = text.count("\n") + 1
            text += f"{key} = {value}{gap}"
    data: dict[str, Any] = tomllib.loads(text)
    assert set(data) == set(tables)
    assert lines(text).items() >= expected.items()
