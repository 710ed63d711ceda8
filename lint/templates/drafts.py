"""The draft of a new article: the publication's template with its own names and what is known already."""

import json
import re
import unicodedata
from collections.abc import Mapping
from datetime import date

from lint.config import Config
from lint.templates import fill, template

_DISCLAIMER = (
    "This article is for general information. It does not provide medical advice and is not a substitute for "
    "professional medical advice, diagnosis or treatment."
)


def draft(title: str, config: Config, today: date, own: str | None = None) -> str:
    """The text of the draft; ``own`` is the publication's template."""
    name, text = next(iter(config.settings.disclaimers.items()), ("medical-advice", _DISCLAIMER))
    values = {
        "title": json.dumps(title, ensure_ascii=False),  # what JSON quotes, YAML reads
        "today": today.isoformat(),
        "disclaimer": name,
        "disclaimer_text": text.strip(),
        "feedback": "mailto:editors@example.org",
    }
    return fill(_renamed(own or template("article.md"), config.settings.fields), values)


def slug(title: str) -> str:
    """A file's name for a title: its words in plain letters, with hyphens."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain.replace("'", ""))
    return "-".join(words)[:80].strip("-") or "article"


def _renamed(text: str, fields: Mapping[str, str]) -> str:
    """The template with the publication's names for front matter keys; a dot in one leads into a table."""
    for ours, theirs in fields.items():
        parts = theirs.split(".")
        lines = "\n".join(f"{'  ' * depth}{part}:" for depth, part in enumerate(parts))
        text = re.sub(rf"^{re.escape(ours)}:", lines.replace("\\", r"\\"), text, count=1, flags=re.MULTILINE)
    return text
