"""Whether an article says the same before and after some edits, but for what these reach."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lint.article import Article
from lint.article.blocks import Block, blocks
from lint.article.front_matter.fences import split
from lint.article.identifiers import KINDS, normal
from lint.finding import Pointer, Span
from lint.fixes.edits import Change

Json = Any
_ABSENT = object()


def differences(before: Article, after: Article, change: Change) -> Iterator[str]:
    """What would change although no edit reaches it, in words for a writer."""
    keys = dict(change.keys)
    old = _View(before, change.before(), keys)
    new = _View(after, change.after(before.text), {})
    checks = (
        ("the words that a reader sees", _words),
        ("the front matter", _front_matter),
        ("the title", _title),
        ("the sections", _sections),
        ("the references", _merged if keys else _references),
        ("the disclaimers or the way to report problems", _notices),
    )
    yield from (name for name, same in checks if not same(old, new))


@dataclass(frozen=True, slots=True)
class _View:
    """An article with the spans that edits reach; ``keys``: the new keys of its references."""

    article: Article
    spans: Sequence[Span]
    keys: Mapping[str, str]

    def reaches(self, span: Span) -> bool:
        """Whether an edit lies in the span, be it in part; right beside it is not in it."""
        at = bisect_left(self.spans, (span.end, -1))
        return at > 0 and self.spans[at - 1].end > span.start

    def holds(self, span: Span) -> bool:
        """Whether one edit holds the whole span."""
        at = bisect_right(self.spans, Span(span.start, 1 << 60)) - 1
        return at >= 0 and self.spans[at].start <= span.start < span.end <= self.spans[at].end

    def reached(self, pointer: Pointer) -> bool:
        """Whether an edit lies in what stands at the pointer itself."""
        span = self.article.spans.get(pointer)
        return span is not None and self.reaches(span)

    def named(self, keys: Sequence[str]) -> list[str]:
        return list(dict.fromkeys(self.keys.get(key, key) for key in keys))

    def kept(self, at: Pointer, values: Sequence[Json]) -> list[tuple[Pointer, Json]]:
        """The parts of a list that are not replaced as a whole."""
        pairs = (((*at, number), value) for number, value in enumerate(values))
        return [(here, value) for here, value in pairs if not self._replaced(here)]

    def _replaced(self, pointer: Pointer) -> bool:
        span = self.article.spans.get(pointer)
        return span is not None and self.holds(span)


def _words(old: _View, new: _View) -> bool:
    """Outside of the edits both texts are the same, so each character must be seen in both or in neither."""
    return _outside(_seen(old.article.text), old.spans) == _outside(_seen(new.article.text), new.spans)


def _outside(seen: bytearray, spans: Sequence[Span]) -> bytearray:
    for span in reversed(spans):
        del seen[span.start : span.end]
    return seen


def _seen(text: str) -> bytearray:
    """For each character of a file whether a reader sees it. White space is not seen."""
    seen = bytearray(len(text) + 1)
    pending = list(blocks(text, split(text)[1]))
    while pending:
        block = pending.pop()
        pending += block.children
        for position, offset, length in _runs(block):
            for at in range(length):
                seen[min(offset + at, len(text))] = not block.text[position + at].isspace()
    return seen


def _runs(block: Block) -> Iterator[tuple[int, int, int]]:
    ends = [position for position, _ in block.anchors[1:]] + [len(block.text)]
    for (position, offset), end in zip(block.anchors, ends, strict=False):
        yield position, offset, end - position


def _front_matter(old: _View, new: _View) -> bool:
    before, after = (dict(_leaves(view.article.document["front_matter"])) for view in (old, new))
    return all(
        before.get(at, _ABSENT) == after.get(at, _ABSENT) or _rewritten(old, at) or _rewritten(new, at)
        for at in {**before, **after}
    )


def _leaves(value: Json, at: Pointer = ("front_matter",)) -> Iterator[tuple[Pointer, Json]]:
    if isinstance(value, dict | list) and value:
        for key, child in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _leaves(child, (*at, key))
    elif value is not None:
        yield at, value


def _rewritten(view: _View, at: Pointer) -> bool:
    """Whether an edit reaches a value, or a key above it."""
    keys = (view.article.keys.get(at[:length]) for length in range(2, len(at) + 1))
    return view.reached(at) or any(key and view.reaches(key) for key in keys)


def _title(old: _View, new: _View) -> bool:
    same = old.article.document["title"] == new.article.document["title"]
    return same or old.reached(("title",)) or new.reached(("title",))


def _sections(old: _View, new: _View) -> bool:
    before, after = (view.kept(("sections",), view.article.document["sections"]) for view in (old, new))
    return len(before) == len(after) and all(
        _section(old, one, new, other) for one, other in zip(before, after, strict=True)
    )


def _section(old: _View, before: tuple[Pointer, Json], new: _View, after: tuple[Pointer, Json]) -> bool:
    (here, one), (there, other) = before, after
    headed = one["heading"] == other["heading"] or old.reached((*here, "heading")) or new.reached((*there, "heading"))
    if not headed or any(one[name] != other[name] for name in ("level", "role")):
        return False
    if set(old.named(one["citations"])) != set(other["citations"]):
        return False
    return _paragraphs(old, before, new, after) and (bool(old.keys) or _links(old, before) == _links(new, after))


def _links(view: _View, section: tuple[Pointer, Json]) -> list[Json]:
    at = (*section[0], "links")
    return [link for number, link in enumerate(section[1]["links"]) if not view.reached((*at, number))]


def _paragraphs(old: _View, before: tuple[Pointer, Json], new: _View, after: tuple[Pointer, Json]) -> bool:
    ours, theirs = (
        view.kept((*at, "paragraphs"), section["paragraphs"]) for view, (at, section) in ((old, before), (new, after))
    )
    if len(ours) != len(theirs):
        return False
    for (here, one), (there, other) in zip(ours, theirs, strict=True):
        if old.reached(here) or new.reached(there):
            one, other = _shape(old, one), _shape(new, other)
        if one != other:
            return False
    return True


def _shape(view: _View, paragraph: Json) -> Json:
    """What stays of a paragraph that an edit reaches: its kind, and what it cites."""
    return paragraph["kind"], [sorted(view.named(citation["keys"])) for citation in paragraph["citations"]]


def _references(old: _View, new: _View) -> bool:
    before, after = (view.kept(("references",), view.article.document["references"]) for view in (old, new))
    return len(before) == len(after) and all(
        _reference(old, one, new, other) for one, other in zip(before, after, strict=True)
    )


def _reference(old: _View, before: tuple[Pointer, Json], new: _View, after: tuple[Pointer, Json]) -> bool:
    (here, one), (there, other) = before, after
    for name, value in one.items():
        if name in KINDS and value and other[name]:
            if normal(name, value).casefold() != normal(name, other[name]).casefold():
                return False
        elif value != other[name]:
            places = ((old, here), (new, there))
            if not any(view.reached(at if name == "text" else (*at, name)) for view, at in places):
                return False
    return True


def _merged(old: _View, new: _View) -> bool:
    """Under the new keys the same works stand, each once."""
    groups: dict[str, list[Json]] = {}
    for reference in old.article.document["references"]:
        groups.setdefault(old.keys.get(reference["key"], reference["key"]), []).append(reference)
    after = new.article.document["references"]
    if len(groups) != len(after) or groups.keys() != {reference["key"] for reference in after}:
        return False
    return all(_work(reference) in map(_work, groups[reference["key"]]) for reference in after)


def _work(reference: Json) -> Json:
    return {name: value for name, value in reference.items() if name not in ("key", "cited")}


def _notices(old: _View, new: _View) -> bool:
    one, other = old.article.document, new.article.document
    return set(one["disclaimers"]) <= set(other["disclaimers"]) and one["feedback_link"] <= other["feedback_link"]
