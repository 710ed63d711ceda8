"""The words of the widget and the pages, by language: JSON files beside the widget."""

import json
from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "static" / "texts"
FALLBACK = "en"


@lru_cache
def languages() -> tuple[str, ...]:
    """The languages that there are texts for."""
    return tuple(sorted(file.stem for file in FOLDER.glob("*.json")))


@lru_cache
def _texts(language: str) -> dict[str, str]:
    found: dict[str, str] = json.loads((FOLDER / f"{language}.json").read_text(encoding="utf-8"))
    return {**found, "language": language}


def texts(language: str) -> dict[str, str]:
    """The texts of a language (BCP 47; ``de-AT`` is ``de``); English for one that we do not speak."""
    short = language.partition("-")[0].casefold()
    return _texts(short if short in languages() else FALLBACK)


def translated(message: str, language: str) -> str:
    """An English message in another language, where it is one of the texts; else as it is."""
    key = next((key for key, text in texts(FALLBACK).items() if text == message), "")
    return texts(language).get(key, message)


def preferred(accepted: str) -> str:
    """The first language of an ``Accept-Language`` header (RFC 9110, 12.5.4) that we speak."""
    ranked = []
    for part in accepted.split(",")[:20]:
        name, _, weight = part.strip().partition(";q=")
        try:
            ranked.append((-float(weight or 1), name.partition("-")[0].casefold()))
        except ValueError:
            continue
    return next((name for _, name in sorted(ranked) if name in languages()), FALLBACK)
