"""A publication with a real git repository, its pull request on the fake GitHub, and the bot run as by its users."""

import json
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from click.testing import CliRunner

from bot.cli import main
from tests.github.harness import REPOSITORY, TOKEN
from tests.github.server import Hub, Seen
from tests.github.store import Comment, Inline, Pull, Repository, Review, Run

TODAY = "2026-05-26"
WHEN = f"{TODAY}T09:00:00Z"
WHO, SIGNED = ("AUTHOR", "COMMITTER"), {"NAME": "Example", "EMAIL": "example@example.org", "DATE": WHEN}
HUNK = re.compile(r"@@ -\S+ \+(\d+)(?:,\d+)? @@")

CONFIG = """\
include = ["articles"]
people = "people.yaml"

[disclaimers]
medical-advice = "This article does not provide medical advice."

[rules]
copied-passage = "off"
"""

PEOPLE = """\
- name: Nora Example
  roles: [author]
  github: nora-example
- name: Maria Example
  credentials: MD
  roles: [medical]
  github: maria-example
- name: Frida Example
  roles: [fact-checker]
  github: frida-example
"""

SOURCE = " ([1](#ref-1))"


def section(heading: str, verb: str, source: str = SOURCE) -> str:
    """A section that claims something."""
    return f"""\
## {heading}

Regular {verb} keeps the back strong. For many people it eases the ache of long hours at a desk. Ten minutes a day are
a good start{source}.

"""


def article(title: str, *sections: str) -> str:
    """An article without findings, but for what the further sections bring."""
    return f"""\
---
title: {title}
authors:
  - name: Nora Example
    credentials: MSc
reviewed_by:
  - name: Maria Example
    credentials: MD
    role: medical
    on: 2026-05-20
fact_checked_by:
  - name: Frida Example
    on: 2026-05-20
published: 2026-05-20
last_modified: 2026-05-26
topics: [back-pain]
disclosure: none
disclaimer: medical-advice
---

{section("Why it helps", title.lower())}{"".join(sections)}## About this article

[Was this article helpful? Report a problem.](https://example.org/feedback)

## References

1. <a id="ref-1"></a>Example A. {title}. *Journal of Examples*. 2024;1:1-2. <https://doi.org/10.5555/walking>
"""


UNCITED = section("How to begin", "stretching", "")
"""A section that brings a finding."""
CITED = section("Stairs", "climbing")


CHECKED: dict[tuple[str, str], tuple[bytes, bytes]] = {}
"""What was found at a head and its base; the same files give the same commits in every test."""


@dataclass(repr=False)
class Newsroom:
    """The repository in ``folder`` with the branches ``main`` and ``work``, and its pull request 1."""

    hub: Hub
    folder: Path
    approvals: int = 0
    log: str = ""
    """Of the last run."""

    @property
    def repository(self) -> Repository:
        return self.hub.store.repositories[REPOSITORY]

    @property
    def pull(self) -> Pull:
        found = self.repository.issues[1]
        assert isinstance(found, Pull)
        return found

    def git(self, *arguments: str) -> str:
        done = subprocess.run(
            ["git", *arguments],
            cwd=self.folder,
            check=True,
            capture_output=True,
            encoding="utf-8",
            errors="surrogateescape",
            env={**os.environ, **{f"GIT_{who}_{what}": value for who in WHO for what, value in SIGNED.items()}},
        )
        return done.stdout

    def begin(self, files: Mapping[str, str]) -> None:
        """The publication as it is on main, and a branch for the pull request."""
        self.folder.mkdir()
        self.git("init", "--quiet", "--initial-branch=main")
        self.commit({"copydesk.toml": CONFIG, "people.yaml": PEOPLE, **files})
        self.git("checkout", "--quiet", "-b", "work")

    def commit(self, files: Mapping[str, str | None], *options: str) -> str:
        """A commit of these files (None: removed) on the branch that is checked out."""
        for name, text in files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if text is None:
                path.unlink()
            else:
                path.write_text(text, encoding="utf-8", newline="")
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "Example", *options)
        return self.git("rev-parse", "HEAD").strip()

    def push(self, files: Mapping[str, str | None], *options: str, fork: str = REPOSITORY) -> str:
        """A commit on the pull request's branch, which GitHub learns of."""
        head = self.commit(files, *options)
        if 1 not in self.repository.issues:
            self.repository.issues[1] = Pull(
                1, "An example", "nora-example", WHEN, base_branch="main", head_branch="work"
            )
        self.pull.base = self.git("rev-parse", "main").strip()
        self.pull.head_repository = fork
        commits = tuple(self.git("rev-list", "main..HEAD").split())
        self.repository.push(1, head, commits, self.lines())
        return head

    def lines(self) -> dict[str, dict[int, str]]:
        """By path, the lines that GitHub shows in its diff: those that changed and three around them."""
        shown: dict[str, dict[int, str]] = {}
        path, line = "", 0
        for row in self.git("-c", "core.quotepath=off", "diff", "main...HEAD").split("\n"):
            if row.startswith("+++ "):
                path = row.removeprefix("+++ ").rstrip("\t").strip('"').removeprefix("b/")
            elif found := HUNK.match(row):
                line = int(found[1])
            elif row[:1] in ("+", " ") and not row.startswith("+++"):
                shown.setdefault(path, {})[line] = row[1:]
                line += 1
        return shown

    def approve(self, login: str, state: str = "APPROVED") -> None:
        """Somebody's review of the newest commit."""
        self.approvals += 1
        made = Review(self.approvals, login, "", state, self.pull.head, 1, WHEN)
        self.repository.reviews[made.id] = made
        self.pull.requested = [asked for asked in self.pull.requested if asked != login]

    def say(self, login: str, body: str) -> Comment:
        """Somebody's comment in the conversation."""
        made = Comment(next(self.hub.store.ids), login, body, 1, self.hub.store.now())
        self.repository.comments[made.id] = made
        return made

    def answer(self, first: Inline, login: str, body: str) -> Inline:
        """Somebody's reply in a thread."""
        made = Inline(next(self.hub.store.ids), login, body, 1, self.hub.store.now(), path=first.path, line=first.line)
        made.reply_to = first.id
        self.repository.inlines[made.id] = made
        return made

    def leave_artifact(self, run: int) -> Path:
        """What the check of the newest commit leaves, and the event that GitHub tells of it."""
        content = BytesIO()
        with zipfile.ZipFile(content, "w") as archive:
            for path in (Path(value) for value in self.reports()[1::2]):
                archive.write(path, path.name)
        pull = self.pull
        left = {"copydesk-report": content.getvalue()}
        self.repository.runs[run] = Run(run, pull.head, pull.head_branch, pull.head_repository, artifacts=left)
        event = self.folder.parent / "event.json"
        event.write_text(json.dumps({"workflow_run": {"id": run}}), encoding="utf-8")
        return event

    def run(self, *options: str) -> int:
        """Runs the bot in this process, and gives its exit code."""
        return self.invoke(*self.arguments(*self.reports(), *options))

    def invoke(self, *arguments: str) -> int:
        done = CliRunner().invoke(main, arguments, env=self.environment)
        if done.exception and not isinstance(done.exception, SystemExit):
            raise done.exception
        self.log = done.output
        return done.exit_code

    def reports(self) -> tuple[str, ...]:
        """The options that give the reports of the newest commit, each pair of commits checked once in all tests."""
        at, folder = (self.pull.head, self.pull.base), self.folder.parent / "reports"
        if at not in CHECKED:
            options = ("--repo", str(self.folder), "--head", at[0], "--base", at[1], "--output", str(folder))
            assert self.invoke("check", *options, "--today", TODAY) == 0, self.log
            CHECKED[at] = ((folder / "head.json").read_bytes(), (folder / "base.json").read_bytes())
        folder.mkdir(exist_ok=True)
        for name, content in zip(("head.json", "base.json"), CHECKED[at], strict=True):
            (folder / name).write_bytes(content)
        return "--report", str(folder / "head.json"), "--base-report", str(folder / "base.json")

    def process(self, *options: str) -> int:
        """Runs the bot in a process of its own, as Actions does."""
        command = [sys.executable, "-m", "bot.cli", *self.arguments(*options)]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", env={**os.environ, **self.environment})
        self.log = done.stdout + done.stderr
        return done.returncode

    def arguments(self, *options: str) -> list[str]:
        named = ["--repo", str(self.folder), "--repository", REPOSITORY, "--pull", "1"]
        return ["review", *named, "--today", TODAY, "--wait", "0", *options]

    @property
    def environment(self) -> dict[str, str]:
        return {"GITHUB_TOKEN": TOKEN, "GITHUB_API_URL": self.hub.url}

    def writes(self, *options: str) -> list[Seen]:
        """Runs the bot, which must succeed, and gives its calls that change something."""
        before = len(self.hub.writes)
        assert self.run(*options) == 0, self.log
        return self.hub.writes[before:]

    @property
    def summaries(self) -> list[str]:
        """The bot's comments in the conversation that are a summary."""
        bodies = [one.body for one in self.repository.comments.values() if one.author.endswith("[bot]")]
        return [body for body in bodies if body.startswith("<!-- copydesk:summary ")]

    @property
    def summary(self) -> str:
        """The one summary."""
        (body,) = self.summaries
        return body

    @property
    def threads(self) -> list[Inline]:
        """The threads that the bot opened."""
        found = self.repository.inlines.values()
        return [one for one in found if one.reply_to is None and one.author.endswith("[bot]")]

    def check(self, name: str) -> str | None:
        """The newest conclusion of a check run on the newest commit."""
        runs = [run for run in self.repository.checks.values() if (run.name, run.commit) == (name, self.pull.head)]
        return runs[-1].conclusion if runs else None
