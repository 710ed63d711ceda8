"""A source that was retracted or withdrawn, or about which its journal has published a concern.

Why: A retracted paper is one that its own journal tells nobody to rely on. Advice that rests on it misleads patients,
and readers who notice stop trusting the rest.

Help: Take the claim out, or rest it on a source that stands. Where the retraction itself is the subject, allow this
here and say so.

Bad:

    Stretching eases stiffness in the lower back for many people. (1)

    ## References

    1. Example A. Stretching and the lower back. *Journal of Examples*. 2020;1:1-2. <https://doi.org/10.5555/abc>

references.lock.json:

    {
      "version": 1,
      "references": {
        "doi:10.5555/abc": {
          "outcome": "found",
          "asked": "2026-11-01",
          "source": "Crossref",
          "title": "Stretching and the lower back",
          "authors": ["Example, Ann"],
          "years": {"issued": 2020},
          "journal": "Journal of Examples",
          "notices": [{"kind": "retraction", "doi": "10.5555/notice", "date": "2024-03-01", "source": "publisher"}]
        }
      }
    }

Good:

    Stretching eases stiffness in the lower back for many people. (1)

    ## References

    1. Example A. Stretching and the lower back. *Journal of Examples*. 2020;1:1-2. <https://doi.org/10.5555/abc>

references.lock.json:

    {
      "version": 1,
      "references": {
        "doi:10.5555/abc": {
          "outcome": "found",
          "asked": "2026-11-01",
          "source": "Crossref",
          "title": "Stretching and the lower back",
          "authors": ["Example, Ann"],
          "years": {"issued": 2020},
          "journal": "Journal of Examples",
          "notices": [{"kind": "correction", "doi": "10.5555/notice", "date": "2024-03-01", "source": "publisher"}]
        }
      }
    }
"""

from collections.abc import Iterable, Iterator

from lint.article import Article
from lint.context import Context
from lint.evidence import Evidence, Notice
from lint.finding import Problem, Severity
from lint.rules.registered import called, named, record, references

_SAID = {
    "retraction": "was retracted",
    "withdrawal": "was withdrawn",
    "removal": "was removed by its publisher",
    "concern": "has been under an expression of concern",
}
_CONCERN = "concern"


def check(article: Article, context: Context) -> Iterator[Problem]:
    """Each entry once, by its gravest notice."""
    for pointer, reference in references(article):
        notices = [
            (one, notice) for one in context.lock.evidence(reference) for notice in one.notices if notice.kind in _SAID
        ]
        if notices:
            one, notice = _gravest(notices)
            yield Problem(
                (*pointer, one.kind),
                _message(called(reference), one, notice),
                severity=Severity.WARNING if notice.kind == _CONCERN else None,
                help="Read the notice and decide whether the claim still stands." if notice.kind == _CONCERN else "",
            )


def _gravest(notices: Iterable[tuple[Evidence, Notice]]) -> tuple[Evidence, Notice]:
    order = list(_SAID)
    return min(notices, key=lambda pair: order.index(pair[1].kind))


def _message(name: str, one: Evidence, notice: Notice) -> str:
    who = "its publisher" if notice.source == "publisher" else notice.source
    when = f" on {notice.date}" if len(notice.date) == 10 else f" in {notice.date}" if notice.date else ""
    says = ", ".join(filter(None, (f"says {who}" if who else "", notice.doi and f"notice: {notice.doi}")))
    work = f" “{record(one, 200)}”" if one.record else ""
    since = when.replace(" on ", " since ").replace(" in ", " since ") if notice.kind == _CONCERN else when
    return f"{name} ({named(one)}) {_SAID[notice.kind]}{since}{f' ({says})' if says else ''}.{work}"
