"""New, changed, fixed, standing: by fingerprint, and in a renamed article by rule and words."""

from dataclasses import replace

from bot.findings import Changed, compare
from bot.findings import found as read
from lint.finding import Severity
from tests.bot.cases import found

NOTHING: tuple[dict[str, str], dict[str, str]] = ({}, {})


def test_the_four_kinds() -> None:
    stays, gone, new = found(line=1), found(line=2), found(line=3)
    was = found("stale-article", 4, severity=Severity.WARNING)
    now = replace(was, severity=Severity.ERROR)
    result = compare([stays, gone, was], [new, now, replace(stays, start=(9, 1))], {}, NOTHING)
    assert result.new == (new,)
    assert result.changed == (Changed(was, now),)
    assert result.fixed == (gone,)
    assert [one.fingerprint for one in result.standing] == [stays.fingerprint]


def test_suppressed_findings_are_in_none() -> None:
    result = compare([found(suppressed="x")], [found(line=2, suppressed="y")], {}, NOTHING)
    assert result == type(result)()
    assert compare([found()], [found(suppressed="y")], {}, NOTHING).fixed == (found(),)


def test_a_rename_brings_no_new_findings() -> None:
    text = "One claim.\nOne claim.\nAnother claim.\n"
    whole = {"pointer": "", "start": (1, 1), "end": (3, 1)}
    before = [found(line=n, path="old.md", pointer="/sections/0/paragraphs/0", end=(n, 8)) for n in (1, 2)]
    before += [found("missing-title", path="old.md", **whole)]
    after = [found(line=n, path="new.md", pointer="/sections/0/paragraphs/0", end=(n, 8)) for n in (1, 2, 3)]
    after += [found("missing-title", path="new.md", **whole)]
    result = compare(before, after, {"old.md": "new.md"}, ({"old.md": text}, {"new.md": text}))
    assert [one.start[0] for one in result.new] == [3]
    assert result.fixed == ()
    assert len(result.standing) == 3


def test_a_report_is_read_with_paths_from_the_root() -> None:
    record = {
        "rule": "r", "severity": "warning", "message": "m", "help": "h", "url": "", "path": "a.md", "pointer": "/title",
        "start": {"line": 2, "column": 3}, "end": {"line": 1, "column": 1}, "fingerprint": "0" * 32,
        "fix": {"title": "t", "safe": True, "edits": [{"start": 0, "end": 1, "replacement": ""}]},
        "suppressed": {"reason": "why"},
    }  # fmt: skip
    (one,) = read({"findings": [record]}, "site")
    assert (one.path, one.start, one.end) == ("site/a.md", (2, 3), (2, 3))
    assert (one.severity, one.has_fix, one.suppressed) == (Severity.WARNING, True, "why")
    assert read({"findings": [{**record, "fix": None, "suppressed": None}]}, ".")[0].path == "a.md"
