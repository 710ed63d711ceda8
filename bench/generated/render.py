"""A draft as markdown: front matter, body in one of three shapes, markers in one of five styles, references."""

import json
from collections.abc import Iterator
from textwrap import fill, indent

from generated.draft import Draft, Paragraph, Section, Work


def markdown(draft: Draft) -> str:
    """The article's file."""
    parts = [*_front_matter(draft), *_body(draft), *_references(draft)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _front_matter(draft: Draft) -> Iterator[str]:
    if not draft.front:
        return
    lines = [f"{key}: {value}".replace(": \n", ":\n", 1) for key, value in draft.front.items()]
    if draft.style == "key":
        lines += ["references:", *(_yaml(number, work) for number, work in enumerate(draft.works, 1))]
    yield "\n".join(["---", *lines, "---"])


def _yaml(number: int, work: Work) -> str:
    values: dict[str, object] = {
        "key": _key([work], 1, number),
        "type": "journal-article" if work.place else "web-page",
        "authors": list(work.authors) or [work.container],
        "title": work.title,
        "container": work.container,
        "year": int(work.year) if work.year else None,
    }
    address = work.link.strip("<>")
    doi = address.removeprefix("https://doi.org/")
    values |= {"doi": doi} if work.place else {"url": address, "accessed": str(work.accessed or "")}
    shown = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in values.items() if value]
    return "  - " + "\n    ".join(shown)


def _body(draft: Draft) -> Iterator[str]:
    yield from (_paragraph(draft, paragraph) for paragraph in draft.introduction)
    for number, section in enumerate(draft.sections, 1):
        yield _item(draft, section, number) if draft.shape == "list" else _headed(draft, section)
    if draft.shape != "list":
        yield "## Conclusion"
    yield from (_paragraph(draft, paragraph) for paragraph in draft.conclusion)
    yield "## About this article"
    yield "*This article was generated. Its people and its sources do not exist.*"
    yield draft.feedback


def _headed(draft: Draft, section: Section) -> str:
    return "\n\n".join([f"{'#' * section.level} {section.heading}", *_prose(draft, section)])


def _item(draft: Draft, section: Section, number: int) -> str:
    marker = f"{number}. "
    text = "\n\n".join([f"**{section.heading}**", *_prose(draft, section)])
    return marker + indent(text, " " * len(marker)).lstrip()


def _prose(draft: Draft, section: Section) -> Iterator[str]:
    return (_paragraph(draft, paragraph) for paragraph in section.paragraphs)


def _paragraph(draft: Draft, paragraph: Paragraph) -> str:
    text = paragraph.text
    if paragraph.cites:
        text = _with_markers(draft, text, paragraph.cites)
    if draft.wrapped and not text.startswith("- "):
        return fill(text, 100, break_long_words=False, break_on_hyphens=False)
    return text


def _with_markers(draft: Draft, text: str, cites: list[int]) -> str:
    """The markers before or behind the last full stop, as each style has it."""
    numbers = [f"[{number}](#ref-{number})" if draft.linked else str(number) for number in cites]
    match draft.style:
        case "parenthesis":
            return f"{text[:-1]} ({', '.join(numbers)})."
        case "bracket":
            shown = [f"[\\[{number}\\]](#ref-{number})" if draft.linked else f"[{number}]" for number in cites]
            return f"{text[:-1]} {''.join(shown)}."
        case "superscript":
            return f"{text}<sup>{','.join(numbers)}</sup>"
        case "footnote":
            return text + "".join(f"[^{number}]" for number in cites)
        case _:
            keys = (f"@{_key(draft.works, number, number)}" for number in cites)
            return f"{text[:-1]} [{'; '.join(keys)}]."


def _key(works: list[Work], number: int, label: int) -> str:
    """A key such as ``barden2021n3``; of a work that is not there, one that leads nowhere."""
    if number > len(works):
        return f"nobody2020n{label}"
    work = works[number - 1]
    name = work.authors[0].split()[0] if work.authors else "institute"
    return f"{name.lower()}{work.year}n{label}"


def _references(draft: Draft) -> Iterator[str]:
    if draft.style == "key":
        return
    yield "## References"
    if draft.style == "footnote":
        yield from (f"[^{number}]: {work}" for number, work in enumerate(draft.works, 1))
        return
    yield "\n".join(f'{number}. <a id="ref-{number}"></a>{work}' for number, work in enumerate(draft.works, 1))
