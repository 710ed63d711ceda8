"""The pages: HTML that works without a script, in the reader's language. All that is put in is escaped."""

from datetime import date
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.feedback.web.pages.texts import texts
from lint.formatters.visible import visible

__all__ = ["page", "texts"]


def page(name: str, language: str = "en", **values: object) -> str:
    """A page by the name of its template, in a language, with what it shows."""
    said = texts(language)
    return _environment().get_template(f"{name}.html").render(t=said, language=said["language"], **values)


@lru_cache
def _environment() -> Environment:
    loader = FileSystemLoader(Path(__file__).parent / "templates")
    made = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    made.filters |= {"spelled": _spelled, "visible": _visible}
    return made


def _spelled(day: date, said: dict[str, str]) -> str:
    """A date as the reader's language writes it."""
    return said["date"].format(day=day.day, month=said["months"].split()[day.month - 1], year=day.year)


def _visible(text: str) -> str:
    """Hostile text with its lines, and what would be obeyed or not seen written out."""
    return "\n".join(map(visible, text.replace("\r\n", "\n").split("\n")))
