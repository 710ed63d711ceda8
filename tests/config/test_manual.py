import re
from pathlib import Path

from lint.config.manual import manual, schema
from tests.config.settings import config

PAGE = Path(__file__).parents[2] / "docs" / "configuration.md"


def test_the_page_is_what_the_code_says() -> None:
    page = PAGE.read_text("utf-8")
    assert manual(page) == page


def test_every_setting_and_option_is_described() -> None:
    page, found = PAGE.read_text("utf-8"), schema()
    assert all(entry["description"] in page for entry in found["properties"].values())
    own = [entry for entry in found["$defs"]["rules"]["properties"].values() if "anyOf" in entry]
    options = [
        (name, option)
        for entry in own
        for name, option in entry["anyOf"][1]["properties"].items()
        if name not in ("severity", "error_from")
    ]
    assert options
    assert all(f"`{name}`" in page and option["description"] in page for name, option in options)


def test_the_pages_example_is_a_configuration(tmp_path: Path) -> None:
    example = re.search(r"```toml\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    assert example
    (tmp_path / "people.yaml").touch()
    found = config(tmp_path, example[1])
    assert found.include == ("articles",)
    assert found.overrides[0].paths == ("articles/news/**",)
