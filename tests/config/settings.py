"""A configuration on disk for a test."""

from pathlib import Path

from lint.config import Config, read_config


def config(root: Path, text: str, name: str = "copydesk.toml") -> Config:
    """The configuration with this text in a folder."""
    root.mkdir(parents=True, exist_ok=True)
    (root / name).write_text(text, encoding="utf-8", newline="")
    return read_config.__wrapped__(root / name)
