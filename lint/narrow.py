"""What a request leaves of a run: the articles that a change reaches, those of one shard, or all."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from lint import run
from lint.finding import Finding
from lint.run import Articles, Outcome, Request, Source

if TYPE_CHECKING:
    from lint.change import Change


class Narrow(NamedTuple):
    """A request, and what it means for the articles of its run."""

    request: Request
    change: "Change | None" = None

    def choose(self, sources: Sequence[Source], articles: Articles) -> Sequence[Source]:
        """The articles to judge; the rules know the others, too."""
        chosen = self.change.choose(sources, articles()) if self.change else sources
        return of_shard(chosen, *self.request.shard) if self.request.shard else chosen

    def is_new(self, source: Source, finding: Finding) -> bool:
        """Whether a finding is asked for."""
        return self.change is None or self.change.is_new(source, finding)

    def report(self, outcome: Outcome) -> Outcome:
        """The outcome with the findings that are asked for."""
        return self.change.narrowed(outcome) if self.change else outcome


@contextmanager
def narrow(request: Request) -> Iterator[Narrow]:
    """What a request means; what was opened for that ends with it."""
    if request.changed is None:
        yield Narrow(request)
        return
    from lint.change import comparing

    request, change = comparing(request)
    with change:
        yield Narrow(request, change)


def files(request: Request) -> Iterator[str]:
    """The paths that a check would look at."""
    if request.changed is None and request.shard is None:
        yield from run.files(request)
        return
    with narrow(request) as scope:
        yield from (source.shown for source in run.chosen(scope.request, scope.choose))


def of_shard(sources: Sequence[Source], index: int, of: int) -> list[Source]:
    """One of ``of`` parts that differ in size by one at most, in order; ``index`` counts from 1.

    Articles are dealt by a hash of their path and cut into pieces, so that a new one moves at most one other from each
    part into the next.
    """
    from hashlib import sha256

    dealt = sorted(sources, key=lambda source: sha256(source.path.encode("utf-8", "surrogateescape")).digest())
    mine = {source.shown for source in dealt[len(dealt) * (index - 1) // of : len(dealt) * index // of]}
    return [source for source in sources if source.shown in mine]
