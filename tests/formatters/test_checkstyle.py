from xml.etree import ElementTree

from lint.finding import Severity
from tests.formatters.reports import finding, shown, whole

SOURCE = "Yoga always cures.\nSleep helps.\n"


def test_a_file_for_each_article_and_an_error_for_each_finding() -> None:
    found = [finding(SOURCE, "always", severity=severity, path=f"{severity}.md") for severity in sorted(Severity)]
    root = ElementTree.fromstring(whole(shown("checkstyle", *found, found[2])).encode())
    assert (root.tag, root.attrib) == ("checkstyle", {"version": "4.3"})
    assert [(file.get("name"), len(file)) for file in root] == [
        ("suggestion.md", 1),
        ("warning.md", 1),
        ("error.md", 2),
    ]
    assert [file[0].get("severity") for file in root] == ["info", "warning", "error"]
    assert root[1][0].attrib == {
        "line": "1",
        "column": "6",
        "severity": "warning",
        "message": "This says too much.",
        "source": "copydesk.absolute-claim",
    }


def test_suppressed_findings_are_left_out() -> None:
    root = ElementTree.fromstring(whole(shown("checkstyle", finding(SOURCE, "Yoga", suppressed_by="quoted"))).encode())
    assert len(root) == 0


def test_text_is_escaped_and_in_ascii() -> None:
    text = "a < b & \"c\"\n'd' \x00\ufffe\udc80 睡"
    output = whole(shown("checkstyle", finding(SOURCE, "Yoga", message=text, path=text)))
    file = ElementTree.fromstring(output.encode())[0]
    assert output.isascii()
    assert file.get("name") == file[0].get("message") == "a < b & \"c\"\n'd' \ufffd\ufffd\ufffd 睡"
