import json

from lint.finding import Severity
from tests.formatters.reports import finding, shown, whole

SOURCE = "Yoga always cures.\nSleep helps.\n"


def test_an_array_of_issues() -> None:
    found = [
        finding(SOURCE, "always cures.\nSleep", severity=severity, help="Cite it.") for severity in sorted(Severity)
    ]
    issues = json.loads(whole(shown("gitlab", *found, finding(SOURCE, "Yoga", suppressed_by=""))))
    assert [issue.pop("severity") for issue in issues] == ["info", "minor", "major"]
    assert (
        issues
        == [
            {
                "description": "This says too much. Cite it.",
                "check_name": "absolute-claim",
                "fingerprint": "0123456789abcdef0123456789abcdef",
                "location": {"path": "articles/sleep.md", "lines": {"begin": 1, "end": 2}},
            }
        ]
        * 3
    )


def test_a_clean_report_is_an_empty_array() -> None:
    assert shown("gitlab") == ["[]"]
