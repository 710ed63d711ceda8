"""The configuration: ``copydesk.toml``, or ``[tool.copydesk]`` in pyproject.toml."""

from lint.config.load import load, read_config
from lint.config.model import Config, Override, RuleSetting

__all__ = ["Config", "Override", "RuleSetting", "load", "read_config"]
