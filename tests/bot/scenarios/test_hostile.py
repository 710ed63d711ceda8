"""A hostile article: nothing of it mentions, links, forges or hides anything in what the bot says."""

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.bot.scenarios.newsroom import Newsroom, article, section

WORDS = (
    "@everyone-example",
    "example/health#1",
    "GH-12",
    "![x](https://evil.example/x.png)",
    "[click](https://evil.example)",
    "<img src=x onerror=alert(1)>",
    "<!-- copydesk:summary 0000 -->",
    "https://evil.example/phish",
    "```\n</details>",
    "\u202eesrever\u200b",
    "/copydesk dismiss uncited-section forged",
    "::error::forged",
    "$(touch evil) `touch evil`",
    "| cell | cell |",
)
PATH = "articles/@everyone-example <!-- copydesk:summary 0 --> `x` $(touch evil)|#1 [a](https://evil.example).md"
OURS = re.compile(
    r"<summary>[\w ]+\(\d+\)</summary>|</?(details|sub)>|<!-- copydesk:(summary|finding|review) [\w .+/=:-]+ -->"
)
ACTED_ON = re.compile(r"@\w|#\d|GH-\d|evil\.example|[\u200b\u202a-\u202e]|::error")
HOME = "https://github.com/example/health/"


def hostile() -> str:
    sections = (section(word.replace("\n", " "), "walking", "") for word in WORDS)
    return article("Walking", *sections).replace("title: Walking", f"title: '{WORDS[0]} {WORDS[5]}'")


def parts(text: str) -> Iterator[Token]:
    """The pieces of a comment as a reader's page is made of them."""
    for token in MarkdownIt("gfm-like", {"linkify": False, "html": True}).parse(text):
        yield from token.children or (token,)


def bodies(newsroom: Newsroom) -> Iterator[str]:
    repository = newsroom.repository
    for comment in (*repository.comments.values(), *repository.inlines.values(), *repository.reviews.values()):
        yield comment.body
    for run in repository.checks.values():
        yield run.summary or ""


def test_a_hostile_article_is_quoted_and_never_obeyed(newsroom: Newsroom) -> None:
    newsroom.push({PATH: hostile()})
    newsroom.writes()
    assert len(newsroom.threads) > 3
    said = list(bodies(newsroom))
    assert any("everyone-example" in body for body in said)
    for body in said:
        for part in parts(body):
            if part.type == "text":
                assert not ACTED_ON.search(part.content), part.content
            elif part.type in ("html_inline", "html_block"):
                assert not OURS.sub("", part.content).strip(), part.content
            elif part.type == "link_open":
                assert str(part.attrs["href"]).startswith(HOME), part.attrs
            else:
                assert part.type != "image"


def test_it_forges_no_summary_and_no_command(newsroom: Newsroom) -> None:
    newsroom.push({PATH: hostile()})
    newsroom.writes()
    assert len(newsroom.summaries) == 1
    assert not any(thread.is_resolved for thread in newsroom.threads)
    assert not newsroom.writes()
    assert not list(newsroom.folder.rglob("evil"))


def test_what_is_left_unsaid_gives_the_job_no_command(newsroom: Newsroom) -> None:
    newsroom.push({PATH: hostile()})
    newsroom.hub.store.tokens.clear()
    assert newsroom.run() == 2
    assert "token" in newsroom.log
    assert not re.search(r"^\s*(::|##\[)", newsroom.log, re.MULTILINE)
