"""``compose.yaml`` is valid, and speaks of commands, options, variables and extras that there are. No Docker is run."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from sqlalchemy.engine import make_url

from bot.cli import main

ROOT = Path(__file__).parent.parent
COMPOSE = ROOT / "compose.yaml"
TEXT = COMPOSE.read_text(encoding="utf-8")
READ = yaml.safe_load(TEXT)
OURS = pytest.mark.parametrize("name", ["serve", "worker"])
GIVEN = {
    "STORE_PASSWORD": "an1example",
    "PUBLICATION": "/srv/publication",
    "GITHUB_REPOSITORY": "example/health",
    "GITHUB_TOKEN": "an example",
    "COPYDESK_DESK_TOKEN": "an example",
    "COPYDESK_WEBHOOK_SECRET": "an example",
}
"""What a user's ``.env`` may hold."""


def filled(value: str) -> str:
    """A value with what stands in ``.env``, as Compose puts it in."""
    return re.sub(r"\$\{(\w+)(?::[-?][^}]*)?\}", lambda found: GIVEN[found[1]], value)


def environment(name: str) -> dict[str, str]:
    return {key: filled(value) for key, value in READ["services"][name]["environment"].items()}


def test_it_fits_its_schema_and_holds_no_secret() -> None:
    check = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec", str(COMPOSE)]
    done = subprocess.run(check, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
    assert "GITHUB_TOKEN" not in environment("serve")
    given = [
        value
        for service in READ["services"].values()
        for name, value in service["environment"].items()
        if name.endswith(("TOKEN", "PASSWORD", "STORE", "SECRET"))
    ]
    assert len(given) == 6
    assert [value for value in given if "${" not in value] == []


def test_the_guide_names_every_variable() -> None:
    guide = (ROOT / "docs" / "feedback.md").read_text(encoding="utf-8").partition("### With PostgreSQL")[2]
    named = re.findall(r"^(\w+)=", guide, re.MULTILINE)
    assert sorted(named) == sorted(set(re.findall(r"\$\{(\w+)", TEXT))) == sorted(GIVEN)


@OURS
def test_the_command_is_one_of_ours(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is read by our own command line with the variables of the file: a wrong option or value raises."""
    assert 'ENTRYPOINT ["copydesk-bot"]' in READ["x-copydesk"]["build"]["dockerfile_inline"]
    for key, value in environment(name).items():
        monkeypatch.setenv(key, value)
    command, *arguments = READ["services"][name]["command"]
    context = main.make_context("copydesk-bot", [command, *arguments])
    found = main.get_command(context, command)
    assert found is not None
    values = found.make_context(command, arguments, parent=context).params
    assert values["store"] == environment(name)["COPYDESK_STORE"]
    assert values["repo"] == Path()
    if name == "serve":
        port = values["port"]
        assert READ["services"][name]["ports"] == [f"127.0.0.1:{port}:{port}"]
    else:
        assert values["repository"] == GIVEN["GITHUB_REPOSITORY"]


@OURS
def test_every_variable_is_read_by_the_command_that_gets_it(name: str) -> None:
    source = (ROOT / "bot" / "cli" / f"{name}.py").read_text(encoding="utf-8")
    source += (ROOT / "bot" / "cli" / "serve.py").read_text(encoding="utf-8").partition("@click.command")[0]
    for variable in environment(name):
        assert variable.startswith("GIT_CONFIG_") or f'"{variable}"' in source, variable


def test_the_store_is_the_database_beside_it() -> None:
    store, url = environment("store"), make_url(environment("worker")["COPYDESK_STORE"])
    assert (url.get_backend_name(), url.host, url.database) == ("postgresql", "store", store["POSTGRES_USER"])
    assert (url.username, url.password) == (store["POSTGRES_USER"], store["POSTGRES_PASSWORD"])
    assert url.username in READ["services"]["store"]["healthcheck"]["test"]


@OURS
def test_git_trusts_the_checkout_and_the_command_works_in_it(name: str) -> None:
    asked = ["git", "config", "--get", "safe.directory"]
    done = subprocess.run(asked, env={**os.environ, **environment(name)}, capture_output=True, text=True)
    assert done.stdout == "/publication\n"
    build: dict[str, Any] = READ["x-copydesk"]["build"]
    assert "WORKDIR /publication" in build["dockerfile_inline"]
    assert [filled(one) for one in READ["services"][name]["volumes"]] == ["/srv/publication:/publication:ro"]


def test_what_it_installs_is_offered() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    [extras] = re.findall(r"\.whl\)\[([\w,]+)\]", TEXT)
    assert set(extras.split(",")) <= set(project["optional-dependencies"])
    assert "copydesk-bot" in project["scripts"]
