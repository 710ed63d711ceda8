"""What stands in an article, and where: blocks, marks and positions."""

import time
from collections.abc import Iterable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lint.article.blocks import Block, Mark, blocks
from lint.finding import Span
from lint.text import Text
from tests.article.markdown.fragments import FOOTNOTES, FRAGMENTS

markdown = st.lists(st.sampled_from([*FRAGMENTS, *FOOTNOTES]), max_size=25).map("".join)


def flat(found: Iterable[Block]) -> Iterator[Block]:
    for block in found:
        yield block
        yield from flat(block.children)


def outline(text: str) -> list[tuple[str, str]]:
    """Each block's kind and its source."""
    return [(block.kind, text[slice(*block.span)]) for block in flat(blocks(text))]


def only(text: str) -> Block:
    (block,) = blocks(text)
    return block


def marks(text: str) -> list[tuple[str, str, str, str]]:
    """Each mark's kind, words, source and value."""
    block = only(text)
    return [(m.kind, block.text[m.start : m.end], text[slice(*m.span)], m.value) for m in block.marks]


class TestBlocks:
    def test_headings(self) -> None:
        text = "# One ##\n\nTwo\nlines\n---\n\n###\n"
        assert [(block.level, block.text) for block in blocks(text)] == [(1, "One"), (2, "Two lines"), (3, "")]
        assert outline(text) == [("heading", "# One ##"), ("heading", "Two\nlines\n---"), ("heading", "###")]

    def test_a_list_numbers_its_items_as_a_reader_sees_them(self) -> None:
        text = "3. a\n3. b\n\n- c\n"
        ordered, bullets = blocks(text)
        assert (ordered.ordered, [item.number for item in ordered.children]) == (True, [3, 4])
        assert (bullets.ordered, [item.number for item in bullets.children]) == (False, [None])

    def test_an_item_holds_its_blocks(self) -> None:
        text = "1. Title\n\n   Prose\n   on.\n2. ## Heading\n   - nested\n"
        assert outline(text) == [
            ("list", text.rstrip()),
            ("list-item", "1. Title\n\n   Prose\n   on."),
            ("paragraph", "Title"),
            ("paragraph", "Prose\n   on."),
            ("list-item", "2. ## Heading\n   - nested"),
            ("heading", "## Heading"),
            ("list", "- nested"),
            ("list-item", "- nested"),
            ("paragraph", "nested"),
        ]

    def test_items_that_begin_with_an_empty_line(self) -> None:
        text = "-\n  a\n- \x0b\n  b\n-\n"
        assert [block.text for block in flat(blocks(text)) if block.kind == "paragraph"] == ["a", "b"]
        assert [source for kind, source in outline(text) if kind == "paragraph"] == ["a", "b"]

    def test_a_quotation_holds_its_blocks(self) -> None:
        text = "> # Said\n> one\nlazy\n>\n> - item\n"
        assert outline(text) == [
            ("quotation", text.rstrip()),
            ("heading", "# Said"),
            ("paragraph", "one\nlazy"),
            ("list", "- item"),
            ("list-item", "- item"),
            ("paragraph", "item"),
        ]

    def test_a_block_that_breaks_another_off_comes_after_it(self) -> None:
        assert [block.kind for block in blocks("> a\n- b\n***\n")] == ["quotation", "list", "rule"]

    def test_code(self) -> None:
        text = "```py\na\n\nb\n```\n\n    c\n     d\n\n```\nopen"
        assert [(block.kind, block.text) for block in blocks(text)] == [
            ("code", "a\n\nb"),
            ("code", "c\n d"),
            ("code", "open"),
        ]
        assert [source for _, source in outline(text)] == ["```py\na\n\nb\n```", "c\n     d", "```\nopen"]

    def test_html_and_comments_are_raw(self) -> None:
        text = "<!-- copydesk\nrole: about -->\n\n<p>\n*x*\n</p>\n"
        assert [(block.kind, block.text) for block in blocks(text)] == [
            ("html", "<!-- copydesk\nrole: about -->"),
            ("html", "<p>\n*x*\n</p>"),
        ]

    def test_verbatim_text_is_located_line_by_line(self) -> None:
        text = "- x\n\n  <!-- a\n  b -->\n"
        html = next(block for block in flat(blocks(text)) if block.kind == "html")
        at = html.text.index("b -->")
        assert text[slice(*html.locate(at, len(html.text)))] == "b -->"

    @pytest.mark.parametrize(
        "text", ["| a | b \\| **c** |\n|---|---|\n|  | d |\n", "> a | b \\| **c**\n> --|--\n>  | d\n"]
    )
    def test_table_rows_are_their_cells(self, text: str) -> None:
        rows = [block for block in flat(blocks(text)) if block.kind == "table-row"]
        assert [row.text for row in rows] == ["a | b | c", " | d"]
        assert [
            text[slice(*row.locate(row.text.rindex(word), len(row.text)))] for row, word in zip(rows, "cd", strict=True)
        ] == ["c", "d"]

    def test_tables_stand_in_lists_too(self) -> None:
        assert [kind for kind, _ in outline("- | a |\n  |---|\n  | b |\n")][2:] == ["table", "table-row", "table-row"]

    def test_footnotes_stand_where_they_are_defined(self) -> None:
        text = "Claim.[^A]\n\n[^a]: One\nlazy.\n\n    Two.\n\n[^unused]: Three.\n\nEnd.\n"
        _, first, second, end = blocks(text)
        assert (first.kind, first.key, text[slice(*first.span)]) == ("footnote", "a", "[^a]: One\nlazy.\n\n    Two.")
        assert [child.text for child in first.children] == ["One lazy.", "Two."]
        assert (second.key, second.children[0].text, end.text) == ("unused", "Three.", "End.")

    def test_link_reference_definitions_are_no_block(self) -> None:
        assert blocks("[a]: /url\n") == ()

    def test_the_body_begins_below_the_front_matter(self) -> None:
        text = "---\ntitle: a\n---\n\n# b\n"
        (heading,) = blocks(text, text.index("\n# b"))
        assert text[slice(*heading.span)] == "# b"

    @pytest.mark.parametrize("text", ["", "\n", " \t ", "\r\n\r\n", "\ufeff"])
    def test_nothing_is_no_block_or_little(self, text: str) -> None:
        assert all(not block.children for block in blocks(text))


class TestMarks:
    def test_links(self) -> None:
        text = 'A [b *c*](http://x.y/a_b "t"), [d][ref], [ref], <https://e.f/g>, <h@i.j>.\n\n[ref]: /ü%20\\)k\n'
        block = blocks(text)[0]
        assert block.text == "A b c, d, ref, https://e.f/g, h@i.j."
        assert [(m.kind, text[slice(*m.span)], m.value) for m in block.marks] == [
            ("link", '[b *c*](http://x.y/a_b "t")', "http://x.y/a_b"),
            ("emphasis", "*c*", ""),
            ("link", "[d][ref]", "/ü%20)k"),
            ("link", "[ref]", "/ü%20)k"),
            ("link", "<https://e.f/g>", "https://e.f/g"),
            ("link", "<h@i.j>", "mailto:h@i.j"),
        ]

    def test_a_destination_is_as_it_was_written(self) -> None:
        assert marks("[a](</b c|d&amp;\\(>)")[0][3] == "/b c|d&("
        assert marks("<https://a.b/?c&copy=1&amp;d>")[0][3] == "https://a.b/?c&copy=1&d"
        assert marks("<a href='https://a.b/?c&copy=1&amp;d'>e</a>")[0][3] == "https://a.b/?c&copy=1&d"

    def test_brackets_in_and_around_links(self) -> None:
        assert marks("[[a]](b)") == [("link", "[a]", "[[a]](b)", "b")]
        assert marks("[x [a](b)]") == [("link", "a", "[a](b)", "b")]

    def test_an_image_is_its_alternative_text(self) -> None:
        assert marks("![a *b*](c.png)")[0] == ("image", "a b", "![a *b*](c.png)", "c.png")

    def test_emphasis(self) -> None:
        assert marks("***a** b* __c__") == [
            ("emphasis", "a b", "***a** b*", ""),
            ("strong", "a", "**a**", ""),
            ("strong", "c", "__c__", ""),
        ]

    def test_code(self) -> None:
        assert marks("a `` b`c `` `d\ne`") == [("code", "b`c", "`` b`c ``", ""), ("code", "d e", "`d\ne`", "")]

    def test_superscripts_and_links_of_html(self) -> None:
        assert marks("a<sup><a id='x' href='#r1'>1</a></sup>") == [
            ("superscript", "1", "<sup><a id='x' href='#r1'>1</a></sup>", ""),
            ("html", "", "<sup>", "<sup>"),
            ("link", "1", "<a id='x' href='#r1'>1</a>", "#r1"),
            ("html", "", "<a id='x' href='#r1'>", "<a id='x' href='#r1'>"),
            ("html", "", "</a>", "</a>"),
            ("html", "", "</sup>", "</sup>"),
        ]

    def test_html_that_marks_nothing(self) -> None:
        assert [mark[0] for mark in marks("x <a-b href='c'>d</a>")] == ["html", "html"]
        assert marks('<a id="here"></a>b <!-- c --> </sup>') == [
            ("html", "", '<a id="here">', '<a id="here">'),
            ("html", "", "</a>", "</a>"),
            ("html", "", "<!-- c -->", "<!-- c -->"),
            ("html", "", "</sup>", "</sup>"),
        ]

    def test_footnote_references_need_a_definition(self) -> None:
        text = "a[^N] b[^2] [^3](c)\n\n[^n]: note\n"
        block = blocks(text)[0]
        assert block.text == "a[^N] b[^2] ^3"
        assert block.marks == (
            Mark("footnote", 1, 5, Span(1, 5), "n"),
            Mark("link", 12, 14, Span(12, 19), "c"),
        )

    def test_struck_words_are_words(self) -> None:
        text = "~~a \\* **b**~~ c"
        assert only(text).text == "a * b c"
        assert marks(text) == [("strong", "b", "**b**", "")]


class TestPositions:
    def test_escapes_and_entities(self) -> None:
        text = "\\*a\\* &amp; &lt;b&gt; &nosuch; &#x41;\\&amp; &copy\\; c"
        block = only(text)
        assert block.text == "*a* & <b> &nosuch; A&amp; &copy; c"
        assert text[block.locate(block.text.index("c", -1), len(block.text)).start :] == "c"
        assert [block.locate(at, at + 1).start for at in (0, 1, 2, 4, 6, 7)] == [1, 2, 4, 6, 12, 16]

    def test_lines_of_any_end(self) -> None:
        text = "> a\r\n> *b*\rc  \nd"
        block = only(text).children[0]
        assert block.text == "a b c d"
        assert [text[block.locate(at, at + 1).start] for at in (0, 2, 4, 6)] == ["a", "b", "c", "d"]

    def test_tabs(self) -> None:
        text = "-\ta\n\n\tb **c**\n>\t\td\n"
        found = [block for block in flat(blocks(text)) if block.text]
        assert [(block.kind, text[slice(*block.locate(0, 1))]) for block in found] == [
            ("paragraph", "a"),
            ("paragraph", "b"),
            ("code", "\t"),
        ]

    def test_an_empty_range_has_a_place(self) -> None:
        block = only("a **b**")
        assert block.locate(2, 2) == Span(4, 4)
        assert Block("list", Span(3, 5)).locate(0, 0) == Span(3, 3)

    @given(markdown)
    @settings(max_examples=400)
    def test_every_character_is_found_in_the_source(self, text: str) -> None:
        for source in (text, text.replace("\n", "\r\n"), text.replace("\n", "\r")):
            assert [astray for block in flat(blocks(source)) for astray in strays(block, source)] == []

    @given(markdown)
    @settings(max_examples=400)
    def test_every_mark_spans_its_markup(self, text: str) -> None:
        for block in flat(blocks(text)):
            assert [mark for mark in block.marks if not spans_markup(mark, text)] == []

    @given(markdown)
    @settings(max_examples=400)
    def test_blocks_lie_in_order_within_each_other(self, text: str) -> None:
        def check(found: tuple[Block, ...], within: Span) -> None:
            starts = [block.span.start for block in found]
            assert starts == sorted(starts)
            for block in found:
                assert within.start <= block.span.start <= block.span.end <= within.end
                check(block.children, block.span)

        check(blocks(text), Span(0, len(text)))

    @given(markdown, st.sampled_from(["---\na: 😀\n---\n", "---\r\na: b\r\n---\r\n"]))
    def test_front_matter_only_shifts(self, body: str, front_matter: str) -> None:
        shifted = tuple(shift(block, len(front_matter)) for block in blocks(body))
        assert blocks(front_matter + body, len(front_matter)) == shifted

    @given(markdown)
    def test_line_ends_change_no_line(self, text: str) -> None:
        assert places(text) == places(text.replace("\n", "\r\n")) == places(text.replace("\n", "\r"))


def strays(block: Block, source: str) -> Iterator[tuple[str, str]]:
    """The characters of a block's prose that are not where the block says."""
    if block.kind not in ("heading", "paragraph", "table-row"):
        return
    for at, character in enumerate(block.text):
        start = block.locate(at, at + 1).start
        there = source[start : start + 1]
        line_break = character == " " and there in "\r\n \t\v\f\\"
        between_cells = block.kind == "table-row" and character in " |"
        if not (there == character or there == "&" or line_break or between_cells):
            yield character, source[start:]


def spans_markup(mark: Mark, source: str) -> bool:
    words = source[slice(*mark.span)]
    match mark.kind:
        case "link":
            return words[0] + words[-1] in ("[)", "[]", "<>")
        case "image":
            return words.startswith("![") and words[-1] in ")]"
        case "code":
            return words[0] == words[-1] == "`"
        case "strong":
            return words[:2] == words[-2:] and words[:2] in ("**", "__")
        case "emphasis":
            return words[0] == words[-1] and words[0] in "*_"
        case "superscript":
            return words.startswith("<sup>") and words.endswith("</sup>")
        case "footnote":
            return words.startswith("[^") and words.endswith("]")
        case "html":
            return words.startswith("<") and words.endswith(">")


def shift(block: Block, by: int) -> Block:
    def moved(span: Span) -> Span:
        return Span(span.start + by, span.end + by)

    return block._replace(
        span=moved(block.span),
        marks=tuple(mark._replace(span=moved(mark.span)) for mark in block.marks),
        anchors=tuple((at, offset + by) for at, offset in block.anchors),
        children=tuple(shift(child, by) for child in block.children),
    )


def places(text: str) -> list[object]:
    """Every block and mark with its lines and columns."""
    lines = Text(text)
    return [
        (block.kind, block.text, *(lines.position(at) for span in spans for at in span))
        for block in flat(blocks(text))
        for spans in [[block.span, *(mark.span for mark in block.marks)]]
    ]


HOSTILE = ["[", "![a](", "[a]: ", "[^a]", "*a _b ", "> ", "> a\n", "- ", "- a\n", "> a\n- b\n", "- a\n> b\n", "> - "]
HOSTILE += ["<!--", "<a ", "`a``", "&#", "|a|\n", "\\", "~~a", "<sup>", "[^a]: - ", "1. a\n\n", "a\n=\n", "\r"]


class TestHostileText:
    @pytest.mark.parametrize("piece", HOSTILE)
    def test_takes_time_in_proportion(self, piece: str) -> None:
        began = time.process_time()
        blocks(piece * (50_000 // len(piece)))
        assert time.process_time() - began < 20

    def test_blocks_that_break_each_other_off_stay_in_order(self) -> None:
        text = "> a\n- b\n" * 500
        kinds = [block.kind for block in blocks(text)]
        assert kinds == ["quotation", "list"] * 500

    @pytest.mark.parametrize("line", ["> " * 1000 + "a", "- " * 1000 + "a", "> - " * 1000 + "a", "[^a]: " * 1000 + "a"])
    def test_deep_nesting_ends_somewhere(self, line: str) -> None:
        assert 1 <= depth(blocks(line)) <= 60

    def test_deep_marks_end_somewhere(self) -> None:
        assert only("*" * 1000 + "a" + "*" * 1000).text.count("a") == 1
        assert only("[" * 1000 + "a" + "](b)" * 1000).text.count("a") == 1


def depth(found: tuple[Block, ...]) -> int:
    return 1 + max(depth(block.children) for block in found) if found else 0
