"""The registries that know of identifiers, each in its module behind one small protocol."""

from lint.verification.registries.desk import Desk
from lint.verification.registries.open import open_desk
from lint.verification.registries.registry import Registry

__all__ = ["Desk", "Registry", "open_desk"]
