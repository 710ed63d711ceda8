from textwrap import dedent

from lint.catalogue import catalogue
from lint.formatters.visible import width
from lint.pages.terminal import lines, listing
from tests.formatters.reports import whole
from tests.pages.rules import ENGINE, FULL, PLAIN


def test_a_page_with_all_it_can_have() -> None:
    assert whole(list(lines(FULL))) == dedent("""\
        absolute-claim
          A claim | goes too far.

          category: claims
          severity: error
          fix:      suggested, a person decides
          standard: HON 5

        Why
          Readers believe it.

        What to do
          Say what the source says.

        This is reported
          people.yaml:
            - name: Jane Example

          The article:
            Yoga cures.

            ```
            code
            ```

        This is not
            Yoga may help.

        Options, in copydesk.toml
          [rules.absolute-claim]
          minimum = 3
            With fewer, nothing is said. (whole number)
          words = ["first", "second"]
            Words | signs. (list)

        To allow an exception
          <!-- copydesk allow: absolute-claim -- why this is right here -->
        """)


def test_a_page_leaves_out_what_there_is_not() -> None:
    assert whole(list(lines(ENGINE))) == dedent("""\
        unused-suppression
          It allows nothing.

          category: housekeeping
          severity: warning
          fix:      offered, safe to apply unseen
        """)


def test_all_words_fit_the_width() -> None:
    for rule in catalogue().values():
        prose = [line for line in lines(rule, 60) if not line.startswith("    ") and "<!--" not in line]
        assert max(map(width, prose)) <= 60


def test_a_listing_by_category() -> None:
    assert whole(list(listing([PLAIN, FULL]))) == dedent("""\
        time
          stale-article (warning)
            It is old.

        claims
          absolute-claim (error)
            A claim | goes too far.

        """)
