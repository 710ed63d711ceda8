"""Signs of an address, by post or by net, that is written in an unforeseen way."""

import re
from collections.abc import Iterator

from bot.feedback.reading.redaction.words import WORD, any_of

OVER = rf"(?!\s*(?:{any_of('is')}\s)?\s*:?\s*\[[\w -]+ removed\])"
_SIGNS = {
    "an at sign": re.compile(rf"[@＠]|(?<!{WORD}){any_of('sure_at')}(?!{WORD})", re.IGNORECASE),
    "the end of an address of the net": re.compile(
        rf"(?<!\w){any_of('dot')}\s+{any_of('domain')}(?!\w)|(?:点|دوت|نقطة)\s*{any_of('domain')}(?!{WORD})",
        re.IGNORECASE,
    ),
    "a provider of e-mail": re.compile(rf"(?<!{WORD}){any_of('provider')}(?!{WORD})", re.IGNORECASE),
    "the name of an account": re.compile(
        rf"(?<!{WORD}){any_of('account')}{OVER}\s*(?:{any_of('is')}\s+)?[:：是]?\s*(?=[\w.]*[_\d])[a-z][\w.]{{3,}}"
        rf"|(?<!{WORD}){any_of('account')}\s*[:：]\s*[a-z]|(?<![\w/.-])[a-z][\w.]{{0,40}}_\w"
        r"|(?<![\w/.-])(?!covid|omega|vitamin)[a-z]{5,}\d{2,4}(?![\w/-])"
        r"|(?<!\w)(?:on|via|by|my) (?:telegram|insta|snap)(?:gram|chat)? (?!and|or|i|it|is|the)[a-z]{5,}",
        re.IGNORECASE,
    ),
    "words that introduce an address": re.compile(rf"(?<!\w){any_of('living')}{OVER}", re.IGNORECASE),
    "a postal code": re.compile(
        r"(?<![\w.,-])(?:\d{5},? [A-ZÀ-Þ][a-zß-ÿ]{2,}(?=$|[\s,.]*$|, |\. )|\d{4} ?[A-Z]{2},? [A-Z][a-z]+|"
        r"\d{2}-\d{3} [A-ZŁŚŻ]|\d{4}-\d{3}(?!\d)|"
        r"\d{5}-\d{3}(?!\d))"
        r"|(?<!\w)(?:P\.? ?O\.? Box|Postfach|[Aa]partado(?: de [Cc]orreos)?|"
        r"[Bb]oîte [Pp]ostale|[Cc]asella [Pp]ostale|[Ss]krytka)\s+\d"
    ),
    "a house": re.compile(
        r"(?<![\w.])(?:[A-ZÀ-Þ][\w'’-]+ ){1,3}\d{1,4} ?[a-z]?, (?:\d|\[|[A-Z])"
        r"|(?<!\w)(?:[Rr]\.|[Rr]ua|[Vv]ia|[Cc]alle|[Cc]/|[Rr]ue|[Uu]l\.|Av\.|Trav\.) (?:d[aeo]s? )?[A-ZÀ-Þ][^\W\d_]+"
        r"|(?<!\w)[A-Z][a-z]+ (?:Cottage|Lodge|House|Farm|Barn|Mews|Hall|Villa)\b"
    ),
}


def find(text: str) -> Iterator[str]:
    """What is doubtful about the addresses of a text."""
    yield from (name for name, sign in _SIGNS.items() if sign.search(text))
