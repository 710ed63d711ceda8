"""Whatever makes the check say less is named; what makes it say more is not."""

import pytest

from bot.diff import File
from bot.weakening import Weakening, weakenings
from tests.bot.cases import PATH, TEXT, subject


def settings(before: str | None, after: str | None, path: str = "copydesk.toml") -> list[str]:
    old, new = ({path: text} if text is not None else {} for text in (before, after))
    found = weakenings(old, new, (), ())
    assert {one.path for one in found} <= {path}
    return [one.what for one in found]


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("", '[rules]\nuncited-section = "warning"', "rules.uncited-section: error → warning"),
        ("", '[rules]\nuncited-section = "off"', "rules.uncited-section: error → off"),
        ("", '[rules.uncited-section]\nseverity = "off"', "rules.uncited-section: error → off"),
        ('[rules]\nhard-to-read = "error"', "", "rules.hard-to-read: error → suggestion"),
        (
            "",
            '[[overrides]]\npaths = ["news/**"]\nrules = { thin-section = "off" }',
            "overrides for news/**.rules.thin-section: suggestion → off",
        ),
        (
            "",
            "[rules.uncited-section]\nerror_from = 2030-01-01",
            'rules.uncited-section.error_from: unset → "2030-01-01"',
        ),
        ("", "[rules.edited-since-review]\nminimum_words = 50", "rules.edited-since-review.minimum_words: unset → 50"),
        ('fail_on = "warning"', 'fail_on = "never"', "fail_on: warning → never"),
        ("", 'fail_on = "never"', "fail_on: unset → never"),
        ("", 'exclude = ["a.md"]', 'exclude: unset → ["a.md"]'),
        ('exclude = ["b.md"]', 'exclude = ["b.md", "a.md"]', 'exclude: ["b.md"] → ["b.md", "a.md"]'),
        ('include = ["a", "b"]', 'include = ["a"]', 'include: ["a", "b"] → ["a"]'),
        ('[freshness]\nmodified = "1y"', '[freshness]\nmodified = "2y"', "freshness.modified: 1y → 2y"),
        ('[sources]\ndeny = ["a.org"]', "[sources]\ndeny = []", 'sources.deny: ["a.org"] → []'),
        (
            '[bot]\nroles = ["medical", "fact-checker"]',
            '[bot]\nroles = ["medical"]',
            'bot.roles: ["medical", "fact-checker"] → ["medical"]',
        ),
        ('people = "people.yaml"', 'people = "others.yaml"', "people: people.yaml → others.yaml"),
        (
            '[disclaimers]\na = "This is no advice."',
            '[disclaimers]\na = "Trust us."',
            "disclaimers.a: This is no advice. → Trust us.",
        ),
        ("", "= broken", "the settings cannot be read any more"),
    ],
)
def test_weaker_settings(before: str, after: str, said: str) -> None:
    assert settings(before, after) == [said]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", '[rules]\nhard-to-read = "error"'),
        ('[rules]\nuncited-section = "off"', ""),
        ('[rules]\nuncited-section = "off"', '[rules.uncited-section]\nseverity = "warning"'),
        ('exclude = ["a.md"]', "exclude = []"),
        ('include = ["a"]', 'include = ["b", "a"]'),
        ('fail_on = "error"', 'fail_on = "warning"'),
        ('[freshness]\nmodified = "2y"', '[freshness]\nmodified = "300d"'),
        ('[sources]\ndeny = ["a.org"]', '[sources]\ndeny = ["a.org", "b.org"]'),
        ("minimum_words = 30", "minimum_words = 10"),
        ("", 'output_format = "full"'),
        ("# a comment", "# another"),
    ],
)
def test_stricter_settings_are_no_weakening(before: str, after: str) -> None:
    assert settings(before, after) == []


def test_lowered_severities_come_first() -> None:
    after = 'exclude = ["x"]\n[rules]\nuncited-section = "off"'
    assert [line.partition(":")[0] for line in settings("", after)] == ["rules.uncited-section", "exclude"]


def test_settings_in_pyproject_and_new_and_removed_files() -> None:
    table = '[tool.copydesk]\nfail_on = "never"\n'
    assert settings("[tool.other]\n", f"[tool.other]\n{table}", "pyproject.toml") == ["fail_on: unset → never"]
    assert settings("tool = 3", f"{table}", "pyproject.toml") == ["fail_on: unset → never"]
    assert settings(None, 'fail_on = "never"', "news/copydesk.toml") == ["fail_on: unset → never"]
    assert settings('fail_on = "warning"', None) == ["fail_on: warning → unset"]


@pytest.mark.parametrize("text", ["rules = 3", "overrides = [1, {paths = 2}]", "[rules]\nx = 1", "fail_on = []"])
def test_settings_of_a_wrong_shape_are_no_fault(text: str) -> None:
    settings("", text)
    settings(text, "")


MARIA = "- name: Maria Example\n  roles: [medical]\n"


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (
            MARIA,
            f"{MARIA}- name: Bo Example\n  roles: [medical]\n  github: bo\n",
            "Bo Example was added to the people file as medical (bo on GitHub)",
        ),
        (MARIA, f"{MARIA}- name: Bo Example\n", "Bo Example was added to the people file"),
        (MARIA, "", "Maria Example was taken out of the people file"),
        (
            MARIA,
            MARIA.replace("[medical]", "[medical, fact-checker]"),
            "Maria Example: roles medical → medical, fact-checker",
        ),
        (MARIA, f"{MARIA}  expires: 2030-01-01\n", "Maria Example: expires none → 2030-01-01"),
    ],
)
def test_the_people_file(before: str, after: str, said: str) -> None:
    assert settings(before, after, "people.yaml") == [said]


def test_a_people_file_that_is_broken_now() -> None:
    (said,) = settings(MARIA, "- nme: x", "people.yaml")
    assert said.startswith("the people file cannot be read any more")


def test_schema_baseline_and_what_git_ignores() -> None:
    assert settings("{}", "[]", "news.schema.json") == ["the schema that articles are held against was edited"]
    assert settings("{}", None, "news.schema.json") == ["the schema that articles are held against was removed"]
    assert settings('{"a"}\n', '{"a"}\n{"b"}\n{"c"}\n', "copydesk-baseline.jsonl") == [
        "the baseline grows by 2 accepted findings"
    ]
    assert settings('{"a"}\n{"b"}\n', '{"b"}\n', "copydesk-baseline.jsonl") == []
    assert "drafts/" in settings("x\n", "x\n# why\ndrafts/\n", ".gitignore")[0]
    assert settings("x\n", "", ".gitignore") == []


def test_how_articles_are_checked() -> None:
    files = [
        File(".github/workflows/check.yml", "modified", ".github/workflows/check.yml"),
        File("old.yml", "renamed", ".github/workflows/copydesk.yml"),
        File("CODEOWNERS", "deleted", "CODEOWNERS"),
        File("articles/a.md", "added"),
    ]
    assert weakenings({}, {}, files, ()) == (
        Weakening(".github/workflows/check.yml", "how articles are checked was modified here"),
        Weakening(".github/workflows/copydesk.yml", "how articles are checked was renamed here"),
        Weakening("CODEOWNERS", "how articles are checked was deleted here"),
    )


def article(before: str | None, after: str) -> list[str]:
    found = weakenings({}, {}, (), [subject(before, after)])
    assert {one.path for one in found} <= {PATH}
    return [one.what for one in found]


def test_suppressions_that_came() -> None:
    allow = "<!-- copydesk allow: uncited-section -- our own survey -->\n\n## How to begin"
    with_one = TEXT.replace("## How to begin", allow)
    said = "a suppression was added: allow uncited-section, because: our own survey"
    assert article(TEXT, with_one) == [said]
    assert article(None, with_one) == [said]
    assert article(with_one, with_one.replace("## Why", "## Just why")) == []
    assert article(with_one, TEXT) == []
    bare = "<!-- copydesk begin allow: thin-section until 2030-01-01 -->\n\nText.\n\n<!-- copydesk end allow -->\n"
    assert article(TEXT, TEXT + bare) == [
        "a suppression was added: begin allow thin-section until 2030-01-01, without a reason"
    ]


def test_disclaimers_that_went_or_changed() -> None:
    own = "\n## Disclaimer\n\nThis article does not provide medical advice. Ask your doctor about your own case.\n"
    assert article(TEXT + own, TEXT) == ["its disclaimer is gone (medical-advice)"]
    assert article(TEXT + own, TEXT + own.replace("your own case", "it")) == ["the words of its disclaimer were edited"]
    assert article(TEXT + own, TEXT.replace("strong", "well") + own) == []
