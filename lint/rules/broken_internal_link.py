"""A link within the publication leads nowhere: a file that is not there, or a place that the file does not have.

Why: A reader who follows it finds an error page, and the evidence or advice behind it is lost.

Help: Correct the address, or remove the link.

Bad:

    Stretching eases stiffness. Read [how to warm up](#warmng-up) first.

    ## Warming up

    Walk for five minutes.

Good:

    Stretching eases stiffness. Read [how to warm up](#warming-up) first.

    ## Warming up

    Walk for five minutes.
"""

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote

from lint.article import Article
from lint.article.lazy import lazy
from lint.context import Context
from lint.finding import Fix, Pointer, Problem, Span, Unknown

_ELSEWHERE = lazy(r"[a-z][a-z0-9+.-]*:|//|\s*$|.*(\{\{|\{%)", re.IGNORECASE)
_FILE = lazy(r"\.(md|markdown|mdx|png|jpe?g|gif|svg|webp|avif)$", re.IGNORECASE)
_MARKDOWN = lazy(r"\.(md|markdown|mdx)$", re.IGNORECASE)
_TEMPLATE = lazy(r"\{\{|\{%")
# The site makes these: the top of the page, footnotes, and text that the browser searches for.
_MADE_BY_SITES = lazy(r"top$|fn|footnote|user-content|:~:", re.IGNORECASE)


def check(article: Article, context: Context) -> Iterator[Problem | Unknown]:
    """Links to files and anchors must lead somewhere; addresses that only the built site knows are left alone."""
    for s, section in enumerate(article.document["sections"]):
        for k, link in enumerate(section["links"]):
            if not _ELSEWHERE().match(link["url"]) and not _is_dangling(article, link["text"]):
                yield from _follow(article, context, ("sections", s, "links", k), link["url"])


def _is_dangling(article: Article, text: str) -> bool:
    """Whether a link is the marker of a reference that is not there: `dangling-citation` reports that."""
    keys = set(re.findall(r"\d+", text)) if re.fullmatch(r"[\W\d]+", text) else set()
    return not keys <= {reference["key"] for reference in article.document["references"]}


def _follow(article: Article, context: Context, pointer: Pointer, url: str) -> Iterator[Problem | Unknown]:
    address, _, anchor = url.partition("#")
    path = unquote(address.partition("?")[0])
    if path.startswith("@/"):
        yield Unknown("links from the content folder (`@/…`) are not followed: the folder is not configured")
        return
    if path.startswith("/"):
        yield Unknown("links from the site's root (`/…`) are not followed: the root is not configured")
        return
    target = posixpath.normpath(posixpath.join(posixpath.dirname(article.path), path)) if path else article.path
    there = context.corpus.exists(target) if _FILE().search(path) else bool(not path)
    if isinstance(there, Unknown):
        yield there
    elif there and anchor and (not path or _MARKDOWN().search(path)) and not _MADE_BY_SITES().match(anchor):
        yield from _anchor(article, context, pointer, url, target, unquote(anchor))
    elif not there and _FILE().search(path):
        yield Problem(pointer, f"This leads nowhere: there is no file {target}.", span=_place(article, pointer, url))


def _anchor(
    article: Article, context: Context, pointer: Pointer, url: str, target: str, anchor: str
) -> Iterator[Problem | Unknown]:
    if target == article.path and _TEMPLATE().search(article.text):
        yield Unknown("links to places in an article that templates add to are not followed")
        return
    known = context.corpus.anchors(target)
    if isinstance(known, Unknown):
        yield known
    elif anchor not in known and _bare(anchor) not in {_bare(name) for name in known}:
        where = "this article" if target == article.path else target
        # A name that differs in its number alone is another source: to offer it would credit the wrong study.
        others = sorted(name for name in known if re.sub(r"\d+", "0", name) != re.sub(r"\d+", "0", anchor))
        from difflib import get_close_matches

        near = get_close_matches(anchor, others, n=1)
        hint = f" Did you mean #{near[0]}?" if near else ""
        fix = Fix(f"Write #{near[0]}") if near else None
        message = f"This leads nowhere: {where} has no place #{anchor}.{hint}"
        yield Problem(pointer, message, fix=fix, span=_place(article, pointer, url))


def _bare(anchor: str) -> str:
    """Site generators differ in hyphens and punctuation, so neither counts."""
    return re.sub(r"[\W_]+", "", anchor.casefold())


def _place(article: Article, pointer: Pointer, url: str) -> Span | None:
    """The address in the link's source."""
    start, end = article.span(pointer)
    at = article.text.rfind(url, start, end)
    return Span(at, at + len(url)) if at >= 0 else None
