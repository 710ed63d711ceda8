"""GitHub's description is there, and it is really held against the calls and the answers."""

import json
import os
import shutil
import subprocess

import pytest

from bot.calls import RESOLVE
from bot.github.reading import THREADS
from tests.github.faults import Reply
from tests.github.openapi.description import MODULES, UNDESCRIBED, Description, description
from tests.github.routes import ROUTES

CHECK_RUNS = "/repos/{owner}/{repo}/check-runs"
COMMENTS = "/repos/{owner}/{repo}/issues/{issue_number}/comments"
OWN = ("/_storage/{owner}/{repo}/{run_id}/{index}", UNDESCRIBED)
SAID = {"id": 1, "body": "x", "user": {"login": "nora-example"}}


def missing(what: str) -> None:
    """Says why a test is skipped; where all is to be checked, as in CI, that is a failure."""
    line = f"{what} is missing: `make test` fetches it with npm. Calls are not held against GitHub's description"
    if os.environ.get("COPYDESK_CHECK_ALL"):
        pytest.fail(line)
    pytest.skip(line)


@pytest.fixture
def theirs() -> Description:
    found = description()
    if found is None:
        missing("@octokit/openapi")
    assert found is not None
    return found


def judge(theirs: Description, method: str, template: str, body: object, reply: Reply, query: str = "") -> list[str]:
    return theirs.judge(method, template, f"/repos/example/health{query}", body, reply)[0]


def test_every_route_of_the_fake_is_one_of_github(theirs: Description) -> None:
    paths = theirs.document["paths"]
    unknown = [r for r in ROUTES if r.template not in OWN and r.method.lower() not in paths.get(r.template, {})]
    assert not unknown


def test_what_fits_is_completed(theirs: Description) -> None:
    found, reply = theirs.judge("POST", COMMENTS, "/", {"body": "x"}, Reply(201, SAID))
    assert not found
    assert isinstance(reply.body, dict)
    assert reply.body["html_url"] and reply.body["user"]["html_url"]


@pytest.mark.parametrize(
    ("body", "reply", "problem"),
    [
        (None, Reply(201, SAID), "no body"),
        ({}, Reply(201, SAID), "'body' is a required property"),
        ({"body": 7}, Reply(201, SAID), "7 is not of type 'string'"),
        ({"body": "x", "colour": "red"}, Reply(201, SAID), ".colour is no field"),
        ({"body": "x"}, Reply(201, {**SAID, "id": "one"}), "'one' is not of type 'integer'"),
        ({"body": "x"}, Reply(201, {**SAID, "mood": "glad"}), ".mood is no field"),
        ({"body": "x"}, Reply(201, {**SAID, "user": {"login": 4}}), "4 is not"),
        ({"body": "x"}, Reply(299, SAID), "the status 299 is not described"),
    ],
)
def test_a_violation_is_found(theirs: Description, body: object, reply: Reply, problem: str) -> None:
    assert any(problem in found for found in judge(theirs, "POST", COMMENTS, body, reply))


@pytest.mark.parametrize("count", [50, 51])
def test_annotations_are_counted(theirs: Description, count: int) -> None:
    note = {"path": "a.md", "start_line": 1, "end_line": 1, "annotation_level": "warning", "message": "m"}
    body = {"name": "n", "head_sha": "s", "output": {"title": "t", "summary": "s", "annotations": [note] * count}}
    found = judge(theirs, "POST", CHECK_RUNS, body, Reply(403))
    assert len(found) == (count > 50)


def test_a_query_is_judged(theirs: Description) -> None:
    assert not judge(theirs, "GET", COMMENTS, None, Reply(200, []), "?per_page=100&page=2")
    assert judge(theirs, "GET", COMMENTS, None, Reply(200, []), "?per_page=many")
    assert judge(theirs, "GET", COMMENTS, None, Reply(200, []), "?size=100")
    assert judge(theirs, "GET", "/nowhere", None, Reply(200, []))


@pytest.mark.parametrize("query", [THREADS, RESOLVE])
def test_the_queries_fit_the_schema_of_graphql(query: str) -> None:
    node = shutil.which("node")
    if node is None or not (MODULES / "@octokit" / "graphql-schema").is_dir():
        missing("@octokit/graphql-schema")
    program = (
        "import('@octokit/graphql-schema').then(({ validate }) =>"
        " console.log(JSON.stringify(validate(process.argv[1]).map(String))))"
    )
    for text, is_right in ((query, True), (query.replace("isResolved", "isSolved"), False)):
        done = subprocess.run([str(node), "-e", program, text], cwd=MODULES.parent, capture_output=True, check=True)
        assert (json.loads(done.stdout) == []) is is_right
