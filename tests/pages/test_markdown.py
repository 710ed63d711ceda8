from textwrap import dedent

from lint.pages.markdown import files, index, page
from tests.pages.rules import ENGINE, FULL, PLAIN


def test_a_page_with_all_it_can_have() -> None:
    assert page(FULL) == dedent("""\
        # absolute-claim

        A claim | goes too far.

        | category | severity | fix | standard |
        | --- | --- | --- | --- |
        | [claims](README.md#claims) | error | suggested, a person decides | HON 5 |

        ## Why

        Readers believe it.

        ## What to do

        Say what the source says.

        ## This is reported

        people.yaml:

        ```yaml
        - name: Jane Example
        ```

        The article:

        ````markdown
        Yoga cures.

        ```
        code
        ```
        ````

        ## This is not

        ```markdown
        Yoga may help.
        ```

        ## Settings

        | option | value | unless set | what it says |
        | --- | --- | --- | --- |
        | `minimum` | whole number | `3` | With fewer, nothing is said. |
        | `words` | list | `["first", "second"]` | Words \\| signs. |

        In `copydesk.toml`, a severity changes how much the rule matters, and `off` switches it off:

        ```toml
        [rules.absolute-claim]
        severity = "warning"
        minimum = 3
        words = ["first", "second"]
        ```

        A comment above a block allows an exception there (`allow-file`: in the whole article):

        ```markdown
        <!-- copydesk allow: absolute-claim -- why this is right here -->
        ```
        """)


def test_a_page_leaves_out_what_there_is_not() -> None:
    assert page(PLAIN) == dedent("""\
        # stale-article

        It is old.

        | category | severity | fix | standard |
        | --- | --- | --- | --- |
        | [time](README.md#time) | warning | none, a person must decide |  |

        ## Settings

        In `copydesk.toml`, a severity changes how much the rule matters, and `off` switches it off:

        ```toml
        [rules.stale-article]
        severity = "error"
        ```

        A comment in the article allows an exception; the reason is for the next editor:

        ```markdown
        <!-- copydesk allow-file: stale-article -- why this is right here -->
        ```
        """)


def test_what_the_engine_finds_cannot_be_allowed() -> None:
    assert "<!--" not in page(ENGINE)


def test_the_index_has_a_table_for_each_category() -> None:
    lines = index([PLAIN, FULL, ENGINE]).splitlines()
    assert [line for line in lines if line.startswith("## ")] == [
        "## time",
        "## claims",
        "## housekeeping",
        "## Standards",
    ]
    assert r"| [`absolute-claim`](absolute-claim.md) | error | A claim \| goes too far. | HON 5 |" in lines


def test_a_file_for_each_rule_and_the_index() -> None:
    assert [name for name, _ in files(iter([PLAIN, FULL]))] == ["README.md", "stale-article.md", "absolute-claim.md"]
