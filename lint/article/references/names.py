"""Names: how one author of an entry is written; a pattern for each form, and the words that are no names."""

import re

from lint.article.lazy import lazy

_UPPER = "".join(chr(code) for code in range(0x250) if chr(code).isupper())
_PARTICLES = (
    r"(?:(?:d[aeiou]s?|del|della|van|von|vom|der|den|ten|ter|la|le|el|al|bin|ibn|e|y|zu|zur|'t|st"
    r"|D[aeo]s?|De[nrl]|Van|Von|La)[ -])*"
)
_FAMILY = rf"{_PARTICLES}(?:[{_UPPER}]|[dDlL]['’])[\w'’ʼ‐-]*(?: {_PARTICLES}[{_UPPER}][\w'’ʼ‐-]+){{0,3}}?"
_GIVEN = rf"(?:[{_UPPER}]\.|[{_UPPER}][\w'’ʼ‐-]*)"
_INITIALS = rf"[{_UPPER}](?: [{_UPPER}]){{1,3}}(?=[,;.:])|[{_UPPER}](?:\.?[-‐]?[{_UPPER}]){{0,3}}(?![\w'’])"
_AFTER = (
    r"(?:,? (?:Jr|Sr|II|III|IV|2nd|3rd)\b\.?)?"
    r"(?:,? (?:M\.?D|Ph\.?D|D\.?O|D\.?C|M\.?P\.?H|M\.?S|M\.?Sc|D\.?P\.?T|P\.?T|R\.?N|FRCP|FACP)\b\.?(?=\s*[,;.&]))*"
)

VANCOUVER = lazy(rf"({_FAMILY}) ({_INITIALS}){_AFTER}")
APA = lazy(
    rf"({_FAMILY}), ?((?:[{_UPPER}][a-z]?\.(?:[ -]?[{_UPPER}]\.){{0,4}}(?: (?:van|von|de|den|der)\b){{0,2}})"
    rf"|[{_UPPER}](?:[ -]?[{_UPPER}]){{0,3}}(?![\w.'’])){_AFTER}"
)
INVERTED = lazy(rf"({_FAMILY}), ({_GIVEN}(?:[ -]{_GIVEN}){{0,3}}){_AFTER}")
STRAIGHT = lazy(
    rf"((?:[{_UPPER}][\w'’-]*\.?)(?:(?:[ -]|(?<=\.))[{_UPPER}]\.?){{0,3}}(?: [{_UPPER}][\w'’-]+)??)"
    rf" ({_PARTICLES}(?![{_UPPER}]{{2,4}}\b)[{_UPPER}][\w'’-]+)"
    rf"(?=[,.;:“\"‘]|\s(?!(?:[{_UPPER}][a-z]+ )?[{_UPPER}][a-z]+[.,])|$){_AFTER}"
)
INITIAL_FIRST = lazy(rf"[{_UPPER}]\.")
"""Where a straight name begins with an initial."""
ALONE = lazy(rf"({_FAMILY})(?= et\.? al\b)")
"""A family name without any other, which ``et al.`` shows to be one."""
GROUP = lazy(
    rf"[.;,]*\s*(?:(?:and|on behalf of|for)\s+)?(?:the\s+)?((?:[{_UPPER}][\w'’/-]*|of|and|for|in|on)"
    rf"(?: (?:[{_UPPER}\d][\w'’/-]*|of|and|for|in|on|the)){{0,11}}? (?:Group|Collaborat(?:ion|ive|ors)|Investigators"
    r"|Consortium|Network|Committee|Panel|Team|Force))(?=[.,;:(\s]|$)"
)
"""A group that follows the authors."""

NO_NAME = lazy(
    r"\b(?:vitamins?|hepatitis|influenza|group|factor|protein|type|part|class|appendix|figure|table|phase|stage|grade)\b",
    re.I,
)
ORGANISATION = lazy(
    r"\b(?:organi[sz]ation|association|society|institut(?:e|es|ion)|cent(?:re|er)s?|department|ministry|agency|council"
    r"|foundation|college|academ(?:y|ies)|clinic|university|hospital|collaborati(?:on|ve)|federation|commission|service"
    r"|administration|office|union|alliance|board|trust|bureau|library|staff|committee|group|investigators|consortium"
    r"|network|panel|team|task force|collaborators"
    r"|NHS|NICE|CDC|WHO|FDA|NIH|NIAMS|NINDS|NHLBI|EMA|UNICEF|USPSTF|AHRQ|NIMH|ACOG)\b",
    re.IGNORECASE,
)
IS_GROUP = lazy(
    r"\b(?:group|collaborat(?:ion|ive|ors)|investigators|consortium|network|committee|panel|team|task force)$", re.I
)
TITLE_WORDS = lazy(
    r"\b(?:guid(?:eline|ance)s?|recommendations?|statements?|reports?|reviews?|stud(?:y|ies)|trials?|update|policy|about"
    r"|what|how|why|when|symptoms|causes|treatment|your)\b",
    re.IGNORECASE,
)
_GIVEN_NAMES = """
    Aaron Adam Alan Albert Alex Alexander Alice Alison Amanda Amy Andrea Andrew Angela Ann Anna Anne Anthony Antonio
    Barbara Benjamin Beth Bob Brian Bruce Carl Carlos Carol Caroline Catherine Charles Charlotte Chris Christian
    Christine Christopher Claire Cynthia Daniel David Deborah Debra Denise Dennis Diana Diane Donald Donna Dorothy
    Edward Eileen Elena Elizabeth Ellen Emily Emma Eric Eva Evan Fiona Frances Francis Gabriel Gareth Gary George
    Gerald Gina Gordon Greg Gregory Hannah Harold Harry Heather Helen Henry Howard Ian Ingrid Isabel Jack Jacob James
    Jane Janet Jason Jean Jeff Jeffrey Jennifer Jeremy Jessica Jill Joan Joanna Joel John Jonathan Jose Joseph Joshua
    Joyce Juan Judith Julia Julian Julie Karen Kate Katherine Kathleen Keith Kelly Kenneth Kevin Kim Kimberly Larry
    Laura Lauren Lawrence Leonard Linda Lisa Louise Lucy Luis Marc Margaret Maria Marie Marina Mario Martha Martin Mary
    Matthew Megan Melissa Michael Michelle Miguel Monica Nancy Natalie Nathan Neil Nicholas Nicole Nina Noah Nora
    Oliver Olivia Pamela Patricia Patrick Paul Paula Pedro Peter Philip Rachel Ralph Raymond Rebecca Richard Robert
    Robin Roger Ronald Rosemary Ruth Ryan Sam Samantha Samuel Sandra Sara Sarah Scott Sean Sharon Simon Sophia Sophie
    Stephanie Stephen Steven Stuart Susan Teresa Theresa Thomas Timothy Todd Tom Tony Tracy Valerie Victoria Vincent
    Virginia Walter Wendy William
"""
GIVEN_NAMES = frozenset(_GIVEN_NAMES.split())
"""Given names that are hardly ever another word: what begins with one is a person."""
