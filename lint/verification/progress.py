"""Progress in one line: how far, how fast, how long still."""

_BAR = 24


def line(done: int, total: int, seconds: float, width: int) -> str:
    """``[######------] 1,200 of 10,000, 9.8 a second, 15 min left``, cut to the width."""
    filled = _BAR * done // total if total else _BAR
    rate = done / seconds if seconds > 0 else 0.0
    parts = [f"{done:,} of {total:,}"]
    if done and rate:
        parts += [f"{rate:.1f} a second", f"{_span((total - done) / rate)} left"]
    return f"[{'#' * filled}{'-' * (_BAR - filled)}] {', '.join(parts)}"[: max(width - 1, 0)]


def _span(seconds: float) -> str:
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 5400 else f"{seconds / 3600:.1f} h"
