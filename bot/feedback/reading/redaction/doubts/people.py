"""Signs of a name that was not taken out: capital letters, words of kinship or of opening beside them, a last line."""

import re
from collections.abc import Iterator
from itertools import pairwise

from bot.feedback.reading.redaction.doubts.addresses import OVER
from bot.feedback.reading.redaction.words import any_of, listed

_SMALL = "a-zß-öø-ÿąćęłńśźżğışčž"
_CAPITAL = (
    rf"(?-i:(?![\W{_SMALL}\d_])[^\W\d_](?:\.(?= ?[^\W\d_])|(?=[^\W\d_]{{0,20}}[{_SMALL}])[^\W\d_]{{1,40}})"
    rf"(?:[-'’][^\W\d_]+){{0,3}})"
)
_LOWER = rf"(?-i:[{_SMALL}\d]+)"
_WORD = re.compile(rf"(?<![\w'’\[-]){_CAPITAL}(?![\w@])")
_BETWEEN = re.compile(r" (?:(?:van|von|de|del|della|di|da|dos|du|bin|ter|zu) ){0,2}")
_BESIDE = re.compile(
    rf"(?<!\w)(?:{any_of('kin')}|{any_of('kin_more')}|{any_of('role')}|{any_of('of_mine')})"
    rf"(?:\s+|(?:\s+{_LOWER}){{0,3}}\s*[,(–-]\s*)({_CAPITAL})",
    re.IGNORECASE,
)
_OPENED = re.compile(
    rf"(?<!\w)(?!im\s)(?:{any_of('opening')}|{any_of('introduction')})[,:]?\s+(?:(?:die|der|la|el|a|o|de|van|il|vo[nm]|da)\s+)?({_CAPITAL})",
    re.IGNORECASE,
)
_LAST = re.compile(
    rf"(?:[,;:–—~*♥-]\s?|\n|[.!?]\s+(?!{_CAPITAL}[.!?])|\s(?:xx?|from|von|vom|da|de|van|od)\s+)"
    rf"({_CAPITAL})(?:\s+(?:{_CAPITAL}|[^\W\d_]\.?)){{0,2}}\s?[.!)]{{0,3}}\s?$",
    re.MULTILINE,
)
_FIRST = re.compile(rf"(?:^|[.!?,]\s+)({_CAPITAL})(?:\s+{_CAPITAL})?\s+(?:here|hier|ici|aquí|aqui|qui)\b")
_AND = re.compile(rf"name removed\](?:,| and| und| y| e| et| en| i| ve| &)\s+({_CAPITAL})")
_POSSESSIVE = re.compile(rf"\b(?:under|of|by|except|with|from)\s+({_CAPITAL})['’]s?\b")
_PHYSICIAN = re.compile(rf"(?<!\w){any_of('physician')}\s+([{_SMALL}]{{3,}})\s+{any_of('says')}(?!\w)", re.IGNORECASE)
_AGED = re.compile(
    r"\bi['’]?m ([a-z]{3,}) [a-z]{3,},? (?:and )?(?:i['’]?m )?\d{1,2}\b"
    r"|\b(?:sono|ik ben|soy|sou) ([a-z]{4,}) (?:da|di|uit|de) (?-i:[A-Z])",
    re.I,
)
_OWN = re.compile(rf"(?<!\w){any_of('own_name')}{OVER}", re.IGNORECASE)
_ARABIC = r"[\u0621-\u064a]{2,}"
_ARABIC_BESIDE = re.compile(
    rf"(?<!\w)و?(?:{any_of('of_mine_arabic')}|{any_of('kin_arabic')}|{any_of('title_arabic')})\s*[،,(]?\s*({_ARABIC})"
)
_ARABIC_OPENED = re.compile(
    rf"(?<!\w){any_of('opening_arabic')}\s*:?\s+({_ARABIC})(?=\s+(?:من\s|{_ARABIC}\s+من\s)|(?:\s+{_ARABIC})?\s*[.!،]?\s*$)"
)
_CHINESE = re.compile(
    rf"(?:我是|——|—|署名|联系人|名叫){any_of('surname_chinese')}[\u4e00-\u9fff]{{1,3}}(?=[，。,.\s！!]|$)"
    rf"|(?:{any_of('kin_chinese')}|宝宝)[小阿][\u4e00-\u9fff](?![\u4e00-\u9fff]?[的时候])"
    rf"|(?:医师|护士|医生|大夫){any_of('surname_chinese')}[\u4e00-\u9fff]{{1,2}}(?=说|告|讲|[，。,\s])"
    rf"|{any_of('surname_chinese')}[\u4e00-\u9fff]{{0,2}}医师"
)
_ARABIC_NAMES = frozenset(listed("name_arabic"))
_KNOWN = frozenset(listed("known")) | frozenset(listed("no_name"))
_AFTER = frozenset(listed("after_doctor")) | frozenset(listed("no_name"))
_NO_ARABIC = frozenset(listed("no_name_arabic")) | frozenset(listed("not_after_title_arabic"))
_ONE = {
    "a capital letter beside a word for a person": _BESIDE,
    "a capital letter after words that introduce": _OPENED,
    "a last word like a signature": _LAST,
    "a first word like an introduction": _FIRST,
    "a second name beside one that was taken out": _AND,
    "a capital letter of somebody's": _POSSESSIVE,
}
_GERMAN = re.compile(
    r"(?<!\w)(?:der|die|das|und|ist|nicht|ein|eine|ich|im|mein|meine|den|dem|mit|von|sie|auf|hat)(?!\w)", re.I
)
_OTHER = re.compile(
    r"(?<!\w)(?:the|and|is|of|my|it|le|les|et|est|el|los|que|una|il|che|non|è|os|não|uma|het|een|van|niet|jest|się|ve|bir)(?!\w)",
    re.I,
)
_INNER = re.compile(rf"(?<=[{_SMALL},] )({_CAPITAL})(?![\w@])")
_MEDICINE = re.compile(
    r".*(?:pril|sartan|olol|statin|cillin|cilin|mycin|micin|azol|oxacin|oxetin|azepam|formin|mab|profen|xaban|parin|cetamol)[aeo]?"
)
_INSIDE = re.compile(r"[a-zß-öø-ÿ,]\s+$")


def find(text: str) -> Iterator[str]:
    """What is doubtful about the names of a text."""
    yield from (name for name, sign in _ONE.items() if any(_may_name(match[1]) for match in sign.finditer(text)))
    german = _surplus_of_german(text) > 0
    if any(_is_pair(one, two, text, german) for one, two in pairwise(_WORD.finditer(text))):
        yield "two words in a row with capital letters"
    if _surplus_of_german(text) < 0 and any(map(_may_name, _INNER.findall(text))):
        yield "a capital letter within a sentence"
    if _OWN.search(text):
        yield "words that introduce a name"
    if _AGED.search(text) or any(match[1].casefold() not in _AFTER for match in _PHYSICIAN.finditer(text)):
        yield "a name in small letters"
    arabic = (match[1] for sign in (_ARABIC_BESIDE, _ARABIC_OPENED) for match in sign.finditer(text))
    if any(map(_may_name_arabic, arabic)) or _CHINESE.search(text):
        yield "a name without capital letters"


def _may_name(word: str) -> bool:
    if _MEDICINE.fullmatch(word.casefold()):
        return False
    return word.casefold() not in _KNOWN and word.casefold().replace("’", "'").rpartition("'")[2] not in _KNOWN


def _may_name_arabic(word: str) -> bool:
    """No word that often stands there, and none that begins as a verb does: ``ي`` or ``ت``."""
    return word not in _NO_ARABIC and (word[0] not in "يت" or word in _ARABIC_NAMES)


def _surplus_of_german(text: str) -> int:
    """How many more words are German: where nouns have capital letters, these say less; below 0, they say more."""
    return len(_GERMAN.findall(text)) - len(_OTHER.findall(text))


def _is_pair(one: re.Match[str], two: re.Match[str], text: str, german: bool) -> bool:
    beside = _BETWEEN.fullmatch(text, one.end(), two.start())
    inside = not german or _INSIDE.search(text, max(0, one.start() - 3), one.start())
    return bool(beside and inside) and _may_name(one[0]) and _may_name(two[0])
