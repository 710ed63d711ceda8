"""Which of very many short strings a text holds: their beginnings are looked up, they are not searched one by one."""

from collections.abc import Iterable

_BEGINNING = 3


class Parts:
    """Strings to be found in texts."""

    def __init__(self, parts: Iterable[str]) -> None:
        self._by_beginning: dict[tuple[str, ...], list[str]] = {}
        self._short: list[str] = []
        for part in parts:
            if len(part) < _BEGINNING:
                self._short.append(part)
            else:
                self._by_beginning.setdefault(tuple(part[:_BEGINNING]), []).append(part)
        self._beginnings = frozenset(self._by_beginning)
        self._short_ascii = [part for part in self._short if part.isascii()]

    def held(self, text: str) -> list[str]:
        """The strings that stand in a text."""
        found = [part for part in (self._short_ascii if text.isascii() else self._short) if part in text]
        # Every three letters in a row, without a loop in Python.
        for beginning in self._beginnings.intersection(zip(text, text[1:], text[2:], strict=False)):
            found += [part for part in self._by_beginning[beginning] if part in text]
        return found
