"""Reports that come by GitHub: the issue form and repository_dispatch."""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli import main
from bot.feedback.answers import LABEL, LOOK
from bot.feedback.forms import TITLE
from tests.bot.feedback.test_forms import body
from tests.bot.feedback.worker.conftest import ARTICLE, PASSAGE
from tests.github import faults, harness
from tests.github.server import Hub
from tests.github.store import Issue


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "articles").mkdir()
    (tmp_path / "copydesk.toml").write_text('include = ["articles"]\npeople = "people.yaml"\n')
    (tmp_path / "people.yaml").write_text("- name: Nora Example\n  github: nora-example\n")
    (tmp_path / "articles" / "coffee.md").write_text(ARTICLE)
    return tmp_path


@pytest.fixture
def hub() -> Iterator[Hub]:
    with harness.hub() as fake:
        yield fake


def opened(hub: Hub, text: str, title: str = TITLE, author: str = "reader-example") -> Issue:
    """An issue that a reader opened."""
    issues = hub.store.repositories[harness.REPOSITORY].issues
    number = max(issues, default=0) + 1
    issues[number] = Issue(number, title, author, hub.store.now(), text)
    return issues[number]


def run(hub: Hub, root: Path, event: Mapping[str, object]) -> Result:
    file = root / "event.json"
    file.write_text(json.dumps(event))
    surroundings = {
        "GITHUB_TOKEN": harness.TOKEN,
        "GITHUB_API_URL": hub.url,
        "GITHUB_REPOSITORY": harness.REPOSITORY,
        "GITHUB_EVENT_PATH": str(file),
    }
    return CliRunner().invoke(main, ["feedback", "triage", "--wait", "0", "--repo", str(root)], env=surroundings)


def triage(hub: Hub, root: Path, issue: Issue) -> Result:
    return run(hub, root, {"action": "opened", "issue": {"number": issue.number, "body": "not to be believed"}})


def said(hub: Hub, issue: Issue) -> list[str]:
    comments = hub.store.repositories[harness.REPOSITORY].comments.values()
    return [comment.body for comment in comments if comment.number == issue.number]


def test_what_a_workflow_installs_is_enough() -> None:
    missing = ("sqlalchemy", "alembic", "starlette", "uvicorn", "jinja2", "prometheus_client", "psycopg")
    modules = ("bot.cli.feedback", "bot.feedback.public", "bot.feedback.web.articles")
    lines = (*(f"sys.modules[{name!r}] = None" for name in missing), *(f"import {name}" for name in modules))
    done = subprocess.run([sys.executable, "-c", "import sys\n" + "\n".join(lines)], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_the_first_report_becomes_the_groups_issue(hub: Hub, root: Path) -> None:
    issue = opened(hub, body(passage=PASSAGE, comment="It is five, says @octocat, call 0171 1234567"))
    done = triage(hub, root, issue)
    assert done.exit_code == 0, done.output
    assert issue.title == "Reader feedback (not accurate): Coffee, Sleep"
    assert issue.labels == [LABEL, "kind: inaccurate"]
    assert issue.assignees == ["nora-example"]
    assert "One reader reports" in issue.body
    assert "0171" not in issue.body
    assert "@octocat" not in issue.body
    [comment] = said(hub, issue)
    assert "personal data" in comment
    assert "history of the text" in comment


def test_the_next_one_is_added_and_closed_as_a_duplicate(hub: Hub, root: Path) -> None:
    first = opened(hub, body(passage=PASSAGE, comment="It is five"))
    triage(hub, root, first)
    second = opened(hub, body(passage=PASSAGE, comment="The study of 2020 says five"), author="other-example")
    triage(hub, root, second)
    assert (second.state, second.reason) == ("closed", "duplicate")
    assert f"#{first.number}" in said(hub, second)[0]
    assert "The study of 2020 says five" in said(hub, first)[-1]
    assert "2 readers report that" in first.body


def test_a_marker_that_a_reader_wrote_gathers_nothing(hub: Hub, root: Path) -> None:
    first = opened(hub, body(passage=PASSAGE, comment="It is five"))
    triage(hub, root, first)
    trap = opened(hub, first.body, author="mallory-example")
    trap.labels = [LABEL]
    hub.store.repositories[harness.REPOSITORY].labels.setdefault(
        LABEL, hub.store.repositories[harness.REPOSITORY].labels[LABEL]
    )
    del hub.store.repositories[harness.REPOSITORY].issues[first.number]
    second = opened(hub, body(passage=PASSAGE, comment="The study of 2020 says five"))
    triage(hub, root, second)
    assert second.state == "open"
    assert said(hub, trap) == []


def test_a_second_run_says_nothing_twice(hub: Hub, root: Path) -> None:
    issue = opened(hub, body(passage=PASSAGE, comment="It is five"))
    triage(hub, root, issue)
    before = len(hub.writes)
    assert "done already" in triage(hub, root, issue).output
    assert len(hub.writes) == before


def test_an_unspecific_report_waits_for_a_second_one(hub: Hub, root: Path) -> None:
    first = opened(hub, body(comment="All wrong"))
    triage(hub, root, first)
    assert LOOK in first.labels
    assert first.assignees == []
    second = opened(hub, body(comment="This is wrong"), author="other-example")
    triage(hub, root, second)
    assert second.state == "closed"
    assert LOOK not in first.labels


@pytest.mark.parametrize(
    ("comment", "words", "state"),
    [
        ("I want to die", "emergency number", "closed"),
        ("After taking ibuprofen I broke out in a rash", "medicines authority", "open"),
    ],
)
def test_what_is_private_is_taken_out(hub: Hub, root: Path, comment: str, words: str, state: str) -> None:
    issue = opened(hub, body(comment=comment), title=comment)
    done = triage(hub, root, issue)
    assert comment not in issue.body + issue.title + done.output
    assert words in said(hub, issue)[0]
    assert issue.state == state
    assert LOOK in issue.labels


def test_words_in_the_title_count_even_for_an_article_that_is_not_known(hub: Hub, root: Path) -> None:
    issue = opened(hub, body("nowhere.md"), title="I want to die")
    triage(hub, root, issue)
    assert issue.title == "Reader feedback (removed)"


def test_the_text_goes_even_where_the_comment_is_refused(hub: Hub, root: Path) -> None:
    hub.faults.add(faults.secondary_limit(r"POST .*/comments", seconds=99999))
    issue = opened(hub, body(comment="I want to die"))
    assert triage(hub, root, issue).exit_code != 0
    assert "die" not in issue.body


def test_spam_is_labelled_and_stays(hub: Hub, root: Path) -> None:
    issue = opened(hub, body(comment="buy cheap pills, click here, or mail jo@example.org"))
    triage(hub, root, issue)
    assert issue.labels == [LABEL, LOOK]
    assert issue.state == "open"
    assert "cheap pills" in issue.body
    assert "jo@example.org" not in issue.body


def test_an_unknown_article_is_left_to_a_maintainer(hub: Hub, root: Path) -> None:
    issue = opened(hub, body("https://example.org/nowhere", comment="It is five"))
    triage(hub, root, issue)
    assert LOOK in issue.labels
    assert "do not know this article" in said(hub, issue)[0]


def test_another_issue_is_left_alone(hub: Hub, root: Path) -> None:
    issue = opened(hub, "The build is broken")
    triage(hub, root, issue)
    assert hub.writes == []


def payload(comment: str = "It is five", **fields: object) -> dict[str, object]:
    said = {"article": "articles/coffee.md", "helpful": False, "kind": "inaccurate", "passage": PASSAGE}
    return {"action": "reader-feedback", "client_payload": {**said, "comment": comment, **fields}}


def test_a_form_of_ones_own(hub: Hub, root: Path) -> None:
    assert run(hub, root, payload()).exit_code == 0
    assert run(hub, root, payload("The study of 2020 says five")).exit_code == 0
    assert run(hub, root, payload("The study of 2020 says five")).exit_code == 0
    [issue] = hub.store.repositories[harness.REPOSITORY].issues.values()
    assert issue.title == "Reader feedback (not accurate): Coffee, Sleep"
    [comment] = said(hub, issue)
    assert "The study of 2020 says five" in comment


@pytest.mark.parametrize("comment", ["I want to die", "buy cheap pills, click here"])
def test_what_must_not_be_public_is_not_published(hub: Hub, root: Path, comment: str) -> None:
    done = run(hub, root, payload(comment))
    assert done.exit_code == 1
    assert comment not in done.output
    assert hub.writes == []


def test_a_payload_is_held_against_the_schema(hub: Hub, root: Path) -> None:
    done = run(hub, root, payload(kind="odd"))
    assert done.exit_code != 0
    assert "kind" in done.output
    assert hub.writes == []


@pytest.mark.parametrize("event", [{}, {"issue": {}}, {"issue": []}])
def test_an_event_of_nothing(hub: Hub, root: Path, event: dict[str, object]) -> None:
    assert run(hub, root, event).exit_code != 0
