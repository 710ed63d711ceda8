"""The generated parts of a page that is otherwise written by hand."""

import re
from collections.abc import Callable, Iterable, Mapping

_MARKED = re.compile(r"(<!-- generated: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)


def filled(page: str, parts: Mapping[str, Callable[[], Iterable[str]]]) -> str:
    """The page with each marked part made anew from its lines."""

    def made(match: re.Match[str]) -> str:
        rows = "\n".join(parts[match[2]]())
        return f"{match[1]}\n{rows}\n\n{match[3]}"

    return _MARKED.sub(made, page)
