"""The routes of the REST API that are used, by what they are about; importing them enters them in the table."""

from tests.github.call import ROUTES
from tests.github.routes import apps, checks, conversation, graphql, issues, labels, people, pulls, reviews, runs

__all__ = [
    "ROUTES",
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
