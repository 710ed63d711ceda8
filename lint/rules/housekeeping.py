"""The rules that the engine itself finds: articles that cannot be read, and suppressions that do not do their work."""

from lint.finding import Severity
from lint.rules.rule import Page, Rule

_PAGES = {
    "unreadable-article": (
        Severity.ERROR,
        """
        The article cannot be read.

        Why: What cannot be read is not checked, and readers may see broken characters or no article at all.

        Help: Save the file as UTF-8 text, and correct the front matter where it is not valid YAML.

        Bad:

            ---
            title: "Sleep and the heart
            published: 2026-01-05
            ---

            Adults who sleep well tend to have a calmer heart.

        Good:

            ---
            title: "Sleep and the heart"
            published: 2026-01-05
            ---

            Adults who sleep well tend to have a calmer heart.
        """,
    ),
    "unused-suppression": (
        Severity.WARNING,
        """
        A suppression allows something that is not there.

        Why: It was needed once. Left behind, it will hide the next mistake of its kind without anyone having looked.

        Help: Remove the comment, or the rule's name from it.

        Bad:

            <!-- copydesk allow: dangling-citation -- the list is being moved -->

            Walking is good for most people.

        Good:

            Walking is good for most people.
        """,
    ),
    "unknown-rule": (
        Severity.WARNING,
        """
        A suppression names a rule that does not exist.

        Why: It allows nothing, although whoever wrote it believes that it does.

        Help: Correct the name; `copydesk rule --all` lists them.

        Bad:

            <!-- copydesk allow-file: dangling-citations -- the list is being moved -->

            Walking is good for most people. (2)

            ## References

            1. Example A. A title. *Journal*. 2020;1:1-2. <https://doi.org/10.1000/1>

        Good:

            <!-- copydesk allow-file: dangling-citation -- the list is being moved -->

            Walking is good for most people. (2)

            ## References

            1. Example A. A title. *Journal*. 2020;1:1-2. <https://doi.org/10.1000/1>
        """,
    ),
    "unexplained-suppression": (
        Severity.WARNING,
        """
        A suppression gives no reason.

        Why: The next editor cannot tell a considered exception from a mistake that was silenced.

        Help: Write the reason behind two hyphens: `<!-- copydesk allow: rule -- reason -->`.

        Bad:

            <!-- copydesk allow-file: dangling-citation -->

            Walking is good for most people. (2)

            ## References

            1. Example A. A title. *Journal*. 2020;1:1-2. <https://doi.org/10.1000/1>

        Good:

            <!-- copydesk allow-file: dangling-citation -- the list is being moved -->

            Walking is good for most people. (2)

            ## References

            1. Example A. A title. *Journal*. 2020;1:1-2. <https://doi.org/10.1000/1>
        """,
    ),
    "expired-suppression": (
        Severity.WARNING,
        """
        A suppression is past its date.

        Why: The exception was granted for a time, and that time is over: what it allowed is reported again.

        Help: Settle what it allowed and remove the comment, or set a new date with a new reason.

        Bad:

            <!-- copydesk allow-file: dangling-citation until 2020-01-01 -- the list is being moved -->

            Walking is good for most people. (2)

            ## References

            1. Example A. A title. *Journal*. 2020;1:1-2. <https://doi.org/10.1000/1>

        Good:

            <!-- copydesk allow-file: dangling-citation until 2999-01-01 -- the list is being moved -->

            Walking is good for most people. (2)

            ## References

            1. Example A. A title. *Journal*. 2020;1:1-2. <https://doi.org/10.1000/1>
        """,
    ),
}

_FIXES = {"unused-suppression": "safe", "unknown-rule": "unsafe"}

HOUSEKEEPING: dict[str, Rule] = {
    name: Rule(name, "housekeeping", severity, Page.parse(page), fix=_FIXES.get(name, ""))
    for name, (severity, page) in _PAGES.items()
}
"""By name; their ``check`` is None: ``lint.suppressions`` and the reader find them."""
