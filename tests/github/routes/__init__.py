"""The routes of the REST API that are used, by what they are about."""

from tests.github.routes import apps, checks, conversation, graphql, issues, labels, people, pulls, reviews, runs

__all__ = [
    "apps",
    "checks",
    "conversation",
    "graphql",
    "issues",
    "labels",
    "people",
    "pulls",
    "reviews",
    "runs",
]
