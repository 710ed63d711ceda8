"""Where a check spends its time: samples of the stack, by module and by rule. Hardly disturbs what it measures."""

import argparse
import signal
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import FrameType

INTERVAL = 0.001
OURS = ("lint", "schemas")
RULES = "lint.rules."


@dataclass(slots=True)
class Samples:
    """How often each module was on the stack, and how often it was the innermost of ours."""

    total: int = 0
    within: Counter[str] = field(default_factory=Counter)
    itself: Counter[str] = field(default_factory=Counter)

    def take(self, signum: int, frame: FrameType | None) -> None:
        """A signal handler: counts one sample."""
        names = []
        while frame is not None:
            name = frame.f_globals.get("__name__", "")
            if name.partition(".")[0] in OURS:
                names.append(name)
            frame = frame.f_back
        if names:
            self.total += 1
            self.itself[names[0]] += 1
            self.within.update(set(names))


def sampled(work: Callable[[], object]) -> Samples:
    """The samples of some work, taken as often as the system's clock ticks."""
    samples = Samples()
    signal.signal(signal.SIGPROF, samples.take)
    signal.setitimer(signal.ITIMER_PROF, INTERVAL, INTERVAL)
    work()
    signal.setitimer(signal.ITIMER_PROF, 0)
    return samples


def table(samples: Samples, wanted: Callable[[str], bool], most: int = 15) -> Iterator[str]:
    """The modules that were met most often."""
    for name, count in samples.within.most_common():
        if wanted(name) and most:
            most -= 1
            own = samples.itself[name]
            shown = name.removeprefix(RULES).replace("_", "-") if name.startswith(RULES) else name
            yield f"  {count / samples.total:6.1%}  {own / samples.total:6.1%}  {shown}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    given = parser.parse_args()
    from lint.run import Request, run

    def check(path: Path) -> None:
        run(Request(paths=(str(path),), today=date(2026, 11, 22)))

    check(next(given.corpus.rglob("*.md")))  # what is imported and built once is not what we ask for
    samples = sampled(lambda: check(given.corpus))
    print(f"Where the time goes ({samples.total:,} samples; share with and without what a module calls)")
    for line in table(samples, lambda name: not name.startswith(RULES)):
        print(line)
    print("Rules")
    for line in table(samples, lambda name: name.startswith(RULES)):
        print(line)


if __name__ == "__main__":
    main()
