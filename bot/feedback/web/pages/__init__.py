"""The pages: HTML that works without a script, in the reader's language. All that is put in is escaped."""

from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.feedback.web.pages.texts import texts

__all__ = ["page", "texts"]


def page(name: str, language: str = "en", **values: object) -> str:
    """A page by the name of its template, in a language, with what it shows."""
    said = texts(language)
    return _environment().get_template(f"{name}.html").render(t=said, language=said["language"], **values)


@lru_cache
def _environment() -> Environment:
    loader = FileSystemLoader(Path(__file__).parent / "templates")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
