"""Which of very many short strings a text holds: their beginnings are looked up, not the strings searched one by one."""

from collections.abc import Iterable, Iterator

_BEGINNING = 3


class Parts:
    """Strings to be found in texts."""

    def __init__(self, parts: Iterable[str]) -> None:
        self._by_beginning: dict[str, list[str]] = {}
        self._short: list[str] = []
        for part in parts:
            if len(part) < _BEGINNING:
                self._short.append(part)
            else:
                self._by_beginning.setdefault(part[:_BEGINNING], []).append(part)
        self._short_ascii = [part for part in self._short if part.isascii()]

    def held(self, text: str) -> list[str]:
        """The strings that stand in a text."""
        return [part for part in self._likely(text) if part in text]

    def _likely(self, text: str) -> Iterator[str]:
        yield from self._short_ascii if text.isascii() else self._short
        beginnings = {text[at : at + _BEGINNING] for at in range(len(text) - _BEGINNING + 1)}
        for beginning in self._by_beginning.keys() & beginnings:
            yield from self._by_beginning[beginning]
