"""Fakes of all registries over real HTTP on loopback; README.md says how to use them."""

from tests.verification.fakes import faults
from tests.verification.fakes.registries import Registries
from tests.verification.fakes.work import Update, Work

__all__ = ["Registries", "Update", "Work", "faults"]
