from pathlib import Path

from lint.catalogue import CATEGORIES, catalogue
from lint.rules import RULES
from lint.rules.housekeeping import HOUSEKEEPING

OWN = """{
  "$ref": "article.schema.json",
  "properties": {"front_matter": {"required": ["audience"], "properties": {"audience": {"x-rule": {"required": {
    "name": "missing-audience", "category": "house-style", "severity": "warning", "summary": "No audience is named."
  }}}}}}
}"""


def test_it_holds_the_rules_of_all_three_kinds() -> None:
    rules = catalogue()
    assert rules.keys() >= {*RULES, *HOUSEKEEPING, "missing-title", "uncited-section"}
    assert all(name == rule.name for name, rule in rules.items())


def test_the_rules_stand_by_category() -> None:
    order = list(dict.fromkeys(rule.category for rule in catalogue().values()))
    assert order == [category for category in CATEGORIES if category in order]


def test_a_publications_own_rules_come_last(tmp_path: Path) -> None:
    schema = tmp_path / "our.schema.json"
    schema.write_text(OWN, encoding="utf-8")
    rules = catalogue(schema)
    assert list(rules)[-1] == "missing-audience"
    assert rules.keys() - {"missing-audience"} == catalogue().keys()
