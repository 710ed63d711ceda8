"""Report to text: one module a format, loaded when asked for."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from typing import Protocol

from lint.finding import Report
from lint.rules.rule import Rule

FORMATS: Mapping[str, str] = {
    "full": "source excerpt with a caret, help and rule page (default on a terminal)",
    "concise": "path:line:column: severity rule message (default elsewhere)",
    "json": "one document, described by schemas/report.schema.json",
    "jsonl": "one JSON object a line",
    "github": "GitHub Actions workflow commands",
    "gitlab": "GitLab code quality",
    "junit": "JUnit XML",
    "sarif": "SARIF 2.1.0",
    "rdjson": "reviewdog's diagnostic format",
    "checkstyle": "Checkstyle XML",
}
"""Each format is the module of its name; the text is what ``--help`` says of it."""

Paint = Callable[[str, str], str]
"""Text and the name of a style (``error``, ``warning``, ``suggestion``, ``dim``, ``bold``) to coloured text."""


def plain(text: str, style: str) -> str:
    """No colour."""
    return text


@dataclass(frozen=True, slots=True)
class Presentation:
    """How to show a report: width in columns, colours, the rules' pages, our version."""

    width: int = 80
    paint: Paint = plain
    rules: Mapping[str, Rule] = field(default_factory=dict)
    version: str = "0"


class Formatter(Protocol):
    """A format's module."""

    def lines(self, report: Report, show: Presentation) -> Iterator[str]:
        """The report in this format, line by line, without line ends."""


def formatter(name: str) -> Formatter:
    """The module of a format; KeyError for a name that is none."""
    if name not in FORMATS:
        raise KeyError(name)
    module: Formatter = import_module(f"lint.formatters.{name}")
    return module
