import json
from datetime import date
from pathlib import Path

import pytest

from lint.article.settings import ROLES
from lint.config import RuleSetting, read_config
from lint.context import Freshness, Sources
from lint.finding import CopydeskError, Severity
from tests.config.settings import config


def test_an_empty_file_leaves_the_defaults(tmp_path: Path) -> None:
    found = config(tmp_path, "")
    assert (found.root, found.source) == (tmp_path, tmp_path / "copydesk.toml")
    assert (found.include, found.exclude, found.people, found.schema, found.preset) == ((), (), None, None, None)
    assert (found.prints_title, found.fail_on, found.output_format) == (True, Severity.ERROR, None)
    assert (found.max_file_size, found.rules, found.overrides) == (2_000_000, {}, ())
    assert found.freshness == {"": Freshness(730, 1095)}


def test_plain_settings(tmp_path: Path) -> None:
    (tmp_path / "us.yaml").touch()
    (tmp_path / "our.schema.json").write_text('{"$ref": "copydesk:article"}')
    found = config(
        tmp_path,
        'include = ["a"]\nexclude = ["b"]\npeople = "us.yaml"\nschema = "our.schema.json"\nfail_on = "never"\n'
        'output_format = "json"\nmax_file_size = "1 MB"\nminimum_words = 5\nprints_title = false\n',
    )
    assert (found.include, found.exclude) == (("a",), ("b",))
    assert (found.people, found.schema) == (tmp_path / "us.yaml", tmp_path / "our.schema.json")
    assert (found.fail_on, found.output_format, found.max_file_size) == (None, "json", 1_000_000)
    assert (found.settings.minimum_words, found.prints_title) == (5, False)


def test_the_people_file_beside_the_configuration_counts_unasked(tmp_path: Path) -> None:
    (tmp_path / "people.yaml").touch()
    assert config(tmp_path, "").people == tmp_path / "people.yaml"


def test_a_preset_brings_names_and_fields_add_to_them(tmp_path: Path) -> None:
    found = config(tmp_path, 'preset = "hugo"\n[fields]\nlast_modified = "changed"\n')
    assert found.settings.fields == {"published": "date", "last_modified": "changed"}
    assert not config(tmp_path, 'preset = "mkdocs"').prints_title
    assert config(tmp_path, 'preset = "mkdocs"\nprints_title = true').prints_title


def test_roles_add_or_replace(tmp_path: Path) -> None:
    roles = config(tmp_path, '[roles]\nintroduction = ["background"]\nabout = { only = ["us"] }').settings.roles
    assert roles["introduction"] == (*ROLES["introduction"], "background")
    assert roles["about"] == ("us",)
    assert roles["conclusion"] == ROLES["conclusion"]


def test_freshness_by_topic_falls_back_on_the_general_one(tmp_path: Path) -> None:
    found = config(tmp_path, '[freshness]\nmodified = "1y"\ntopics.drugs.reviewed = 100\n')
    assert found.freshness == {"": Freshness(365, 1095), "drugs": Freshness(365, 100)}


def test_sources_and_disclaimers(tmp_path: Path) -> None:
    found = config(tmp_path, '[sources]\ndeny = ["x.com"]\nown = ["o.org"]\n[disclaimers]\nmine = "No advice."\n')
    assert found.sources == Sources(deny=("x.com",), own=("o.org",))
    assert found.settings.own == ("o.org",)
    assert found.settings.disclaimers == {"mine": "No advice."}


def test_rules_take_a_severity_or_a_table(tmp_path: Path) -> None:
    found = config(
        tmp_path,
        '[rules]\nhard-to-read = "off"\nuncited-section = { error_from = 2027-01-01 }\n'
        '[rules.overdue-review]\nseverity = "error"\nwarn_days = "2m"\n',
    )
    assert found.rules == {
        "hard-to-read": RuleSetting("off"),
        "uncited-section": RuleSetting(error_from=date(2027, 1, 1)),
        "overdue-review": RuleSetting(Severity.ERROR, None, {"warn_days": 60}),
    }


def test_a_publications_own_rules_are_known(tmp_path: Path) -> None:
    rule = {"name": "missing-region", "severity": "error", "message": "Say the region."}
    schema = {"allOf": [{"$ref": "copydesk:article"}], "properties": {"region": {"x-rule": {"required": rule}}}}
    (tmp_path / "our.schema.json").write_text(json.dumps(schema))
    found = config(tmp_path, 'schema = "our.schema.json"\n[rules]\nmissing-region = "warning"\n')
    assert found.rules == {"missing-region": RuleSetting(Severity.WARNING)}


def test_each_setting_knows_its_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    text = '[project]\nname = "x"\n\n[tool.copydesk]\ninclude = ["a"]\n[tool.copydesk.rules]\nhard-to-read = "off"\n'
    origins = config(tmp_path, text, "pyproject.toml").origins
    assert origins[("include",)] == "pyproject.toml:5"
    assert origins[("rules", "hard-to-read")] == "pyproject.toml:7"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('inclde = ["a"]', '1: unknown setting "inclde"; did you mean "include"?'),
        ('\n[rules]\nuncited-sections = "off"', '3: unknown rule "uncited-sections"; did you mean "uncited-section"?'),
        ('[rules]\nUncited_Section = "off"', '2: unknown rule "Uncited_Section"; did you mean "uncited-section"?'),
        ('[rules]\nzzz = "off"', '2: unknown rule "zzz"'),
        (
            '[rules]\nhard-to-read = "eror"',
            '2: "rules.hard-to-read" must be "off", "suggestion", "warning", "error" or a table, not "eror"; '
            'did you mean "error"?',
        ),
        (
            "[rules.overdue-review]\nwarn-days = 5",
            '2: unknown option "warn-days" in "rules.overdue-review"; did you mean "warn_days"?',
        ),
        (
            "[rules.overdue-review]\nwarn_days = true",
            '2: "rules.overdue-review.warn_days" must be a length of time such as "2y", "6m" or "180d", not true',
        ),
        (
            '[rules.overdue-review]\nerror_from = "soon"',
            '2: "rules.overdue-review.error_from" must be a date such as 2027-01-01, not "soon"',
        ),
        ('include = "articles"', '1: "include" must be a list of texts in quotes, not "articles"'),
        ('include = ["a", 5]', '1: "include[2]" must be a text in quotes, not 5'),
        ("people = 5", '1: "people" must be a text in quotes, not 5'),
        ('people = "none.yaml"', '1: "people" names none.yaml, which does not exist'),
        ('\nschema = "none.json"', '2: "schema" names none.json, which does not exist'),
        ("max_file_size = 0", '1: "max_file_size" must be a size such as "2 MB" or "500 kB", not 0'),
        ("minimum_words = inf", '1: "minimum_words" must be a whole number of at least 0, not "inf"'),
        ("minimum_words = -1", '1: "minimum_words" must be a whole number of at least 0, not -1'),
        ("prints_title = 1", '1: "prints_title" must be true or false, not 1'),
        (
            'preset = "hugoo"',
            '1: "preset" must be "hugo", "jekyll", "docusaurus", "mkdocs", "zola", "eleventy" or "quarto", not '
            '"hugoo"; did you mean',
        ),
        ('[roles]\nabout = ["u(s"]', '2: "roles.about[1]" must be a regular expression, not "u(s"'),
        ("[roles]\nabout = {}", '2: "roles.about" needs "only": a list of texts in quotes'),
        ("[[overrides]]\nrules = {}", '1: "overrides[1]" needs "paths": a list of texts in quotes'),
        ("[[overrides]]\npaths = []", '2: "overrides[1].paths" must be a list of texts in quotes, not an empty list'),
        ("[sources]\ndenied = []", '2: unknown setting "denied" in "sources"; there are allow, deny, own'),
        ("[disclaimers]\nmine = ''", '2: "disclaimers.mine" must be a text in quotes, not ""'),
        ('[fields]\npublishd = "x"', '2: unknown field "publishd" in "fields"; did you mean "published"?'),
        ('include = ["a"', "1: this is not valid TOML: a list or table is never closed; a setting is written"),
        ("\ninclude = a", "2: this is not valid TOML: a value is missing or not understood (column 11)"),
        ('include = ["a"]\ninclude = ["b"]', "2: this is not valid TOML: a setting or table is written twice"),
        ('people = "a', "1: this is not valid TOML: a text has no closing quote"),
        ("[rules", "1: this is not valid TOML: something is missing here, or does not belong"),
        ("x = " + "9" * 5000, "1: this is not valid TOML: this cannot be understood"),
    ],
)
def test_a_mistake_is_one_line_with_its_place(
    text: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(CopydeskError) as raised:
        config(tmp_path, text)
    assert str(raised.value).startswith(f"copydesk.toml:{message}")
    assert "\n" not in str(raised.value)


def test_the_first_mistake_in_the_file_is_said_first(tmp_path: Path) -> None:
    with pytest.raises(CopydeskError, match=r"copydesk.toml:1: .*fail_on"):
        config(tmp_path, 'fail_on = "x"\n[rules]\nzzz = 1\n')


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"include = ['caf\xe9']", ":1: this is not UTF-8; save the file as UTF-8"),
        (b"x = " + b"[" * 100_000, ": its lists or tables nest too deep"),
        (b"x = " + b"{a=" * 5000, ": its lists or tables nest too deep"),
        (b".".join([b"a"] * 5000) + b" = 1", ": its lists or tables nest too deep"),
    ],
)
def test_hostile_files_are_a_mistake_too(data: bytes, message: str, tmp_path: Path) -> None:
    (tmp_path / "copydesk.toml").write_bytes(data)
    with pytest.raises(CopydeskError) as raised:
        read_config(tmp_path / "copydesk.toml")
    assert str(raised.value).endswith(message)


def test_a_byte_order_mark_and_crlf_are_read(tmp_path: Path) -> None:
    assert config(tmp_path, '\ufeffinclude = ["a"]\r\nexclude = ["b"]\r\n').exclude == ("b",)


def test_our_table_in_pyproject_must_be_a_table(tmp_path: Path) -> None:
    with pytest.raises(CopydeskError, match=r"tool.copydesk must be a table: \[tool.copydesk\]"):
        config(tmp_path, "[tool]\ncopydesk = 5\n", "pyproject.toml")


def test_how_the_registries_are_asked(tmp_path: Path) -> None:
    found = config(
        tmp_path,
        '[verify]\nmailto = "desk@example.org"\nmax_age = "6m"\nallow_private = true\n'
        '[verify.registries]\ncrossref = "http://127.0.0.1:8000/crossref/"\n',
    ).verify
    assert (found.mailto, found.max_age, found.allow_private) == ("desk@example.org", 182, True)
    assert found.address("crossref") == "http://127.0.0.1:8000/crossref"
    assert found.address("doi") == "https://doi.org"
    plain = config(tmp_path / "plain", "").verify
    assert (plain.mailto, plain.max_age, plain.allow_private) == ("", 180, False)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('mailto = "me"', '"verify.mailto" must be an address for mail, such as desk@example.org'),
        ('max_age = "soon"', "a length of time"),
        ('[verify.registries]\ncrossreff = "https://x.example"', 'did you mean "crossref"?'),
        ('[verify.registries]\ncrossref = "x.example"', "an address such as https://registry.example.org"),
        ("allow_private = 1", "true or false"),
    ],
)
def test_a_mistake_about_the_registries_is_told(text: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(CopydeskError) as told:
        config(tmp_path, f"[verify]\n{text}\n")
    assert message in str(told.value)
    assert str(told.value).startswith(f"{tmp_path / 'copydesk.toml'}:")
