"""Names of people: after a title, after "my name is", after a greeting at the end, after a word of kinship."""

import re
from collections.abc import Iterator

from bot.feedback.reading.redaction.words import any_of, listed

Found = tuple[int, int, str]

_PARTICLE = r"(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|el|al|bin|ibn|ter|zu|y|e)"
_ONE = r"[^\W\d_a-zà-öø-ÿ][^\W\d_]*(?:[-'’][^\W\d_]+){0,3}\.?"
_NAME = rf"{_ONE}(?:\s+(?:{_PARTICLE}\s+){{0,2}}{_ONE}){{0,3}}"
_LOOSE = r"[^\W\d_]{2,}(?:[-'’][^\W\d_]+)*(?:\s+[^\W\d_]{2,}){0,1}"

_TITLE = re.compile(rf"(?<!\w){any_of('title')}\.?\s+({_NAME})")
_TITLE_BEHIND = re.compile(rf"(?<!\w)(?:[^\W\d_]+\s+)?[^\W\d_]+\s?{any_of('title_behind')}(?!\w)")
_SELF = re.compile(rf"(?<!\w){any_of('own_name')}\s*:?\s+((?-i:{_NAME})|{_LOOSE})", re.IGNORECASE)
_UNSPACED = re.compile(rf"{any_of('own_name')}([\u4e00-\u9fff]{{2,4}}?)(?=[，。,.\s！!]|$)")
_CLOSING = re.compile(
    rf"(?:^|[\n.,!?]\s{{0,4}})(?=\S){any_of('closing')}\s{{0,4}}[,.!:–-]?\s{{1,8}}"
    rf"((?-i:{_NAME})|[\u0621-\u064a]{{2,}}(?:\s[\u0621-\u064a]{{2,}})?|[\u4e00-\u9fff]{{2,4}})\s*(?:$|[.\n,(]|aged?\s|\d)",
    re.IGNORECASE,
)
_KIN = re.compile(
    rf"(?<!\w){any_of('mine')}\s+(?:[^\W\d_]+\s+)?{any_of('kin')}(?:,?\s+|\s?\(\s?)((?-i:{_ONE}(?:\s+{_ONE})?))",
    re.IGNORECASE,
)
_CAPITALISED = r"[A-ZÀ-ÖØ-ÞĄĆĘŁŃŚŹŻĞİŞČŠŽ][^\W\d_]*(?:[-'’][^\W\d_]+){0,3}\.?"
_FULL = rf"{_CAPITALISED}(?:\s+(?:{_PARTICLE}\s+){{0,2}}{_CAPITALISED}){{1,3}}"
_INTRODUCED = re.compile(
    rf"(?<!\w){any_of('introduction')}\s*:?\s+((?-i:{_FULL}(?=\s*(?:[,.;:(\n–-]|$|\d))|{_CAPITALISED}(?=\s*(?:,|\(|aged?\s))))",
    re.IGNORECASE,
)
_I_AM = re.compile(rf"(?<!\w){any_of('i_am')}\s+((?-i:{_FULL}))(?!\w)", re.IGNORECASE)
_ROLE = re.compile(rf"(?<!\w){any_of('role')},?\s+((?-i:{_FULL}))(?!\w)", re.IGNORECASE)
_OF_MINE = re.compile(rf"(?<!\w){any_of('of_mine')}\s+((?-i:{_ONE}(?:\s+{_ONE})?))", re.IGNORECASE)
_SIGNATURE = re.compile(
    rf"(?:\n|[.!?,]\s{{1,4}}|[–—-]\s{{0,4}})({_FULL})\s{{0,4}}\.?\s{{0,4}}$|\n\s{{0,4}}({_FULL}),[^,.\n]{{2,40}}$",
    re.MULTILINE,
)
_BESIDE_CONTACT = re.compile(rf"(?<!\w)({_FULL})[\s,;:–(<-]{{1,3}}(?=[\w.+%-]{{1,64}}@|\+?\(?\d[\d ()-]{{7,}})")
_LOWER_CASE = re.compile(r"(?<!\w)(?:dr|prof|mr|mrs|ms)\.?\s+([a-z]{3,}(?:-[a-z]+)?)(?!\w)", re.IGNORECASE)
_ARABIC_WORD = r"[\u0621-\u064a]{2,}"
_ARABIC_NAME = rf"(?!{any_of('not_after_title_arabic')}(?!\w)){_ARABIC_WORD}"
_ARABIC = re.compile(
    rf"(?<!\w){any_of('title_arabic')}\s*({_ARABIC_NAME}(?:\s{_ARABIC_NAME})?)"
    rf"|(?<!\w){any_of('of_mine_arabic')}\s+({_ARABIC_WORD}(?:\s{_ARABIC_WORD})?)"
    r"(?=\s*[،,(]|\s+(?:من مواليد|عمره|عمرها|البالغ))"
)
_CHINESE = re.compile(
    rf"({any_of('surname_chinese')}[\u4e00-\u9fff]{{0,2}}?)(?={any_of('title_behind')})"
    rf"|{any_of('kin_chinese')}(?:叫)?({any_of('surname_chinese')}[\u4e00-\u9fff]{{1,2}})"
    rf"|(?:[他她]|{any_of('kin_chinese')})(?:的名字)?叫([\u4e00-\u9fff]{{2,4}}?)(?=[，。,.\s！!]|$)"
)
_NO_NAMES = frozenset(listed("no_name"))


def find(text: str) -> Iterator[Found]:
    """Each name with its place."""
    for pattern in (
        _TITLE,
        _SELF,
        _UNSPACED,
        _CLOSING,
        _KIN,
        _INTRODUCED,
        _I_AM,
        _ROLE,
        _OF_MINE,
        _SIGNATURE,
        _BESIDE_CONTACT,
        _LOWER_CASE,
    ):
        for match in pattern.finditer(text):
            which = match.lastindex or 0
            if match[which].split()[0].casefold().rstrip(".") not in _NO_NAMES:
                yield *match.span(which), "name"
    for pattern in (_ARABIC, _CHINESE):
        yield from ((*match.span(match.lastindex or 0), "name") for match in pattern.finditer(text))
    yield from ((*match.span(), "name") for match in _TITLE_BEHIND.finditer(text))
