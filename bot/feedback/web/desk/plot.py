"""Plots as plain numbers for a template that writes SVG: bars by article, bars by day. Pure."""

from collections.abc import Sequence
from typing import NamedTuple

from bot.feedback.store.figures import Figures

MOST = 15
"""Articles in a plot; the table has them all."""
ROW = 44
WIDTH = 640
HEIGHT = 160


class Bar(NamedTuple):
    """An article's bar: yes from the left, then no. In pixels."""

    article: str
    y: int
    yes: float
    no: float
    label: str


class Column(NamedTuple):
    """A day's column: no from the ground, yes on top."""

    x: float
    width: float
    no: float
    yes: float
    title: str


def bars(figures: Sequence[Figures]) -> list[Bar]:
    """The articles with the most complaints, on one scale."""
    shown = figures[:MOST]
    scale = WIDTH / max((one.yes + one.no for one in shown), default=1)
    return [
        Bar(_short(one.article), row * ROW, one.yes * scale, one.no * scale, f"{one.yes} yes, {one.no} no")
        for row, one in enumerate(shown)
    ]


def columns(days: Sequence[tuple[str, int, int]]) -> list[Column]:
    """The days side by side, on one scale."""
    most = max(yes + no for _, yes, no in days)
    scale = HEIGHT / most if most else 0.0
    step = WIDTH / len(days)
    return [
        Column(number * step, step * 0.8, no * scale, yes * scale, f"{day}: {yes} yes, {no} no")
        for number, (day, yes, no) in enumerate(days)
    ]


def _short(article: str) -> str:
    return article if len(article) <= 70 else f"…{article[-69:]}"
