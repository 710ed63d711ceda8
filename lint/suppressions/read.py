"""The suppressions in an article's text: HTML comments outside code, and comments in its front matter."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lint.article.blocks import Block, flat
from lint.finding import Span
from lint.suppressions.front_matter import comments
from lint.suppressions.regions import Regions
from lint.suppressions.suppression import FORMS, Suppression

_COMMENT = re.compile(r"\s*copydesk\s+((?:begin\s+|end\s+)?allow(?:-file|-next-line)?)(?![\w-])\s*:?\s*")
_OTHER = re.compile(r"\s*copydesk\s+(?!role\s*:)([\w-]+(?:[ \t]+[\w-]+)?)\s*:", re.IGNORECASE)
_UNTIL = re.compile(r"(?:^|\s)until\s+(\S+)\s*$")
_NAME = re.compile(r"[^\s,]+")


def suppressions(text: str, blocks: Sequence[Block], body: int = 0) -> tuple[Suppression, ...]:
    """All suppressions in the order of the text; ``body`` is where the front matter ends."""
    if "copydesk" not in text:
        return ()
    regions = Regions(text, blocks)
    in_front = [
        replace(found, region=Span(0, len(text)) if found.form == "allow-file" else region)
        for span, region in comments(text, body)
        if (found := _parse(text, span, 1)) and found.form not in FORMS[2:]
    ]
    in_body = [_placed(found, block, regions, len(text)) for found, block in _in_body(text, blocks)]
    return (*in_front, *_paired(in_body))


def _in_body(text: str, blocks: Sequence[Block]) -> Iterator[tuple[Suppression, Block]]:
    for block in flat(blocks):
        places = [mark.span for mark in block.marks if mark.kind == "html"]
        for place in [block.span] if block.kind == "html" else places:
            for span in _comments(text, place):
                found = _parse(text, span, len("<!--"), len("-->"))
                if found:
                    yield found, block


def _comments(text: str, place: Span) -> Iterator[Span]:
    """The HTML comments in a stretch of HTML; by plain search, for an unclosed one must not cost a scan each."""
    start = text.find("<!--", *place)
    while start >= 0 and (end := text.find("-->", start + 4, place.end)) >= 0:
        yield Span(start, end + 3)
        start = text.find("<!--", end + 3, place.end)


def _parse(text: str, span: Span, opening: int, closing: int = 0) -> Suppression | None:
    """What a comment allows, nothing if we do not know its form; None for a comment that is not ours."""
    end = span.end - closing
    head = _COMMENT.match(text, span.start + opening, end)
    if not head:
        other = _OTHER.match(text, span.start + opening, end)
        return Suppression(" ".join(other[1].split()), span, ()) if other else None
    dashes = re.compile(r"(?:^|\s)(?:--|[–—])(?=\s|$)").search(text[head.end() : end])
    names_end = head.end() + dashes.start() if dashes else end
    until = _UNTIL.search(text[head.end() : names_end])
    reason = text[head.end() + dashes.end() : end] if dashes else ""
    if until:
        names_end = head.end() + until.start()
    return Suppression(
        form=" ".join(head[1].split()),
        span=span,
        names=tuple((name[0], Span(*name.span())) for name in _NAME.finditer(text, head.end(), names_end)),
        reason=" ".join(reason.split()),
        until=until[1] if until else None,
    )


def _placed(found: Suppression, block: Block, regions: Regions, end: int) -> Suppression:
    """With the region of its form; ``begin`` and ``end`` get theirs as a pair."""
    match found.form:
        case "allow":
            region = regions.below(found.span) if block.kind == "html" else regions.around(block)
        case "allow-file":
            region = Span(0, end)
        case "allow-next-line":
            region = regions.next_line(found.span)
        case _:
            region = None
    return replace(found, region=region)


def _paired(found: list[Suppression]) -> Iterator[Suppression]:
    """Each ``begin`` reaches to the first later ``end`` that names its rules, or names none."""
    open_at: list[int] = []
    for at, one in enumerate(found):
        if one.form == "begin allow":
            open_at.append(at)
        elif one.form == "end allow":
            named = {name for name, _ in one.names}
            closed = [it for it in open_at if not named or named & {name for name, _ in found[it].names}]
            for it in closed:
                found[it] = replace(found[it], region=Span(found[it].span.end, one.span.start))
                open_at.remove(it)
            if closed:
                found[at] = replace(one, region=one.span)
    yield from found
