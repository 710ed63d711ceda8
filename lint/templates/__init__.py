"""The files that ``copydesk init`` and ``copydesk new`` start from; ``{{ name }}`` stands for what is filled in."""

from collections.abc import Mapping
from importlib import resources


def template(name: str) -> str:
    """The text of a template."""
    return resources.files(__name__).joinpath(name).read_text("utf-8")


def fill(text: str, values: Mapping[str, str]) -> str:
    """A template with its values; other braces stay as they are."""
    for name, value in values.items():
        text = text.replace(f"{{{{ {name} }}}}", value)
    return text
