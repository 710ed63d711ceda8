from lint.finding import Coverage, Report, Severity, Unchecked
from lint.formatters.coverage import statement, summary
from tests.formatters.reports import finding

SOURCE = "Yoga always cures.\n"


def test_the_statement_counts_what_was_looked_at() -> None:
    coverage = Coverage(articles=1, cited=8, uncited=1, exempt=4, short=2, claims=1234, citations=9, references=1)
    assert list(statement(coverage)) == [
        "Checked 1 article, 9 claim sections (8 cited, 1 uncited), 4 exempt sections (2",
        "  short), 1,234 claims, 9 citations, 1 reference.",
    ]


def test_the_statement_says_what_was_not_checked_and_why() -> None:
    coverage = Coverage(
        unchecked=(
            Unchecked("outdated-last-modified", "not in a git repository.", ("a.md", "b.md")),
            Unchecked("the file", "no permission", ("sec\x1bret.md",)),
            Unchecked("the people file", "none is configured"),
        )
    )
    assert list(statement(coverage, 120))[1:] == [
        "Not checked: outdated-last-modified in 2 articles: not in a git repository.",
        "Not checked: the file in sec<U+001B>ret.md: no permission.",
        "Not checked: the people file: none is configured.",
    ]


def test_the_summary_counts_each_severity_that_occurs() -> None:
    errors = [finding(SOURCE, "Yoga", severity=Severity.ERROR)] * 2
    allowed = finding(SOURCE, "Yoga", suppressed_by="")
    assert list(summary(Report((*errors, finding(SOURCE, "Yoga"), allowed)))) == [
        "Found 2 errors, 1 warning (1 finding allowed in the text)."
    ]
    assert list(summary(Report((allowed,)))) == ["No findings (1 finding allowed in the text)."]
    assert list(summary(Report(coverage=Coverage(articles=1)))) == ["No findings."]
    assert list(summary(Report())) == ["No articles were checked."]
