from junitparser import Error, Failure, JUnitXml, Skipped

from lint.finding import Coverage, Fault, Finding, Report
from tests.formatters.reports import finding, shown, whole

SOURCE = "Yoga always cures.\n"


def read(*findings: Finding, report: Report | None = None) -> JUnitXml:
    return JUnitXml.fromstring(whole(shown("junit", *findings, report=report)).encode())


def test_a_suite_for_each_article_and_a_case_for_each_finding() -> None:
    found = [
        finding(SOURCE, "always", help="Cite it."),
        finding(SOURCE, "Yoga", suppressed_by="a quotation"),
        finding(SOURCE, "cures", path="b.md"),
    ]
    report = read(*found)
    assert (report.tests, report.failures, report.errors, report.skipped) == (3, 2, 0, 1)
    suites = list(report)
    assert [(s.name, s.tests, s.failures, s.skipped) for s in suites] == [
        ("articles/sleep.md", 2, 1, 1),
        ("b.md", 1, 1, 0),
    ]
    failed, allowed = suites[0]
    assert (failed.classname, failed.name) == ("articles/sleep.md", "absolute-claim at 1:6")
    assert [(type(r), r.message, r.type) for r in failed.result] == [(Failure, "This says too much.", "warning")]
    assert failed.result[0].text == "articles/sleep.md:1:6: This says too much. Cite it."
    assert [(type(r), r.message) for r in allowed.result] == [(Skipped, "a quotation")]


def test_a_suppression_without_a_reason_says_so() -> None:
    (suite,) = read(finding(SOURCE, "Yoga", suppressed_by=""))
    assert next(iter(suite)).result[0].message == "suppressed without a reason"


def test_a_clean_report_holds_one_passed_test() -> None:
    report = read(report=Report(coverage=Coverage(articles=12)))
    (suite,) = report
    (case,) = suite
    assert (report.tests, report.failures, case.name, case.result) == (1, 0, "12 articles", [])


def test_what_broke_is_an_error() -> None:
    report = read(report=Report(faults=(Fault("a.md", "hard-to-read", "ValueError: no words"),)))
    (suite,) = report
    (case,) = suite
    assert (report.tests, report.errors, case.classname, case.name) == (1, 1, "a.md", "hard-to-read")
    assert [(type(r), r.message) for r in case.result] == [(Error, "ValueError: no words")]
