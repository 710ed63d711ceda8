"""Numbers that name one person: health services', states', banks'; proven by their check digits where they have any."""

import re
from collections.abc import Callable, Iterator

from bot.feedback.reading.redaction.words import WORD, any_of

Found = tuple[int, int, str]

_SEPARATED = re.compile(rf"(?<!{WORD})(?<!\.)\d(?:[ .-]?\d){{8,18}}(?!{WORD})")
_CALLED = re.compile(
    rf"(?<!{WORD}){any_of('number')}[\w' ]{{0,24}}?{any_of('called')}?\s*{any_of('is')}?\s*[:#：.]?\s*"
    rf"([A-Z]{{0,3}}[ -]?\d(?:[ -]?\d){{4,18}}[A-Z]?)(?!{WORD})",
    re.IGNORECASE,
)
_MIXED = re.compile(
    rf"(?<!{WORD}){any_of('number')}[\w' ]{{0,24}}?{any_of('called')}?\s*{any_of('is')}?\s*[:#：.]?\s*"
    rf"((?-i:(?=[A-Z-]*\d)[A-Z0-9]{{2,8}}(?:-[A-Z0-9]{{2,8}})+|(?=[A-Z]*\d[A-Z]*\d[A-Z]*\d)[A-Z0-9]{{8,18}}))(?!{WORD})",
    re.IGNORECASE,
)
_LETTERED = (
    re.compile(r"(?<!\w)\d[A-Z][A-Z\d]\d-?[A-Z][A-Z\d]\d-?[A-Z]{2}\d{2}(?!\w)"),  # US Medicare beneficiary
    re.compile(
        r"(?<!\w)[A-Z]{3} ?[A-Z]{3} ?\d{2} ?[A-EHLMPRST] ?\d{2} ?[A-Z] ?\d{3} ?[A-Z](?!\w)", re.I
    ),  # Italian codice fiscale
    re.compile(r"(?<!\w)\d{1,2}\.\d{3}\.\d{3}-[\dX](?!\w)", re.IGNORECASE),  # Brazilian RG, Chilean RUT
    re.compile(r"(?<!\w)(?:\d{8}|[XYZ]\d{7})-?[A-HJ-NP-TV-Z](?!\w)", re.IGNORECASE),  # Spanish DNI and NIE
    re.compile(r"(?<!\w)[A-CEGHJ-PR-TW-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D](?!\w)"),  # British National Insurance
    re.compile(r"(?<!\w)[A-Z]\d{3} ?\d{3} ?\d{3}(?!\w)"),  # German Krankenversichertennummer
    re.compile(r"(?<!\w)\d{6}[-+]\d{4}(?!\w)"),  # Swedish and Danish person numbers
    re.compile(r"(?<!\w)\d{3}-\d{2}-\d{4}(?!\w)"),  # US social security
    re.compile(rf"(?<!{WORD})\d{{17}}[\dX](?!{WORD})", re.IGNORECASE),  # Chinese resident identity
    re.compile(r"(?<!\w)\d{3}\.\d{3}\.\d{3}-\d{2}(?!\w)"),  # Brazilian CPF
    re.compile(r"(?<!\w)[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?(?!\w)"),  # IBAN, ISO 13616
)


def find(text: str) -> Iterator[Found]:
    """Each number with its place."""
    for pattern in _LETTERED:
        yield from ((*match.span(), "identity number") for match in pattern.finditer(text))
    yield from ((*match.span(1), "identity number") for match in _CALLED.finditer(text))
    yield from ((*match.span(1), "identity number") for match in _MIXED.finditer(text))
    for match in _SEPARATED.finditer(text):
        digits = [int(char) for char in match[0] if char.isdigit()]
        if any(test(digits) for test in _CHECKS.get(len(digits), ())):
            yield *match.span(), "identity number"


def _weighted(weights: str, modulus: int, digits: list[int]) -> int:
    return sum(int(weight) * digit for weight, digit in zip(weights, digits, strict=False)) % modulus


def _nhs(digits: list[int]) -> bool:
    """NHS Data Dictionary: modulus 11 over ten digits."""
    sum_ = sum((10 - at) * digit for at, digit in enumerate(digits[:9]))
    return (11 - sum_ % 11) % 11 == digits[9]


def _bsn(digits: list[int]) -> bool:
    """Dutch citizen service number: the "eleven test"."""
    return (sum((9 - at) * digit for at, digit in enumerate(digits[:8])) - digits[8]) % 11 == 0 and any(digits)


def _pesel(digits: list[int]) -> bool:
    """Polish PESEL: weights 1, 3, 7, 9."""
    return (10 - _weighted("1379137913", 10, digits)) % 10 == digits[10]


def _tckn(digits: list[int]) -> bool:
    """Turkish identity number: two check digits."""
    odd, even = sum(digits[0:9:2]), sum(digits[1:8:2])
    return digits[0] > 0 and (odd * 7 - even) % 10 == digits[9] and sum(digits[:10]) % 10 == digits[10]


def _nir(digits: list[int]) -> bool:
    """French NIR: thirteen digits and 97 less their remainder."""
    number = int("".join(map(str, digits[:13])))
    return digits[0] in (1, 2) and 97 - number % 97 == digits[13] * 10 + digits[14]


def _luhn(digits: list[int]) -> bool:
    """ISO/IEC 7812: cards of banks and insurers."""
    doubled = [digit if at % 2 == 0 else digit * 2 - 9 * (digit > 4) for at, digit in enumerate(reversed(digits))]
    return sum(doubled) % 10 == 0


_CHECKS: dict[int, tuple[Callable[[list[int]], bool], ...]] = {
    9: (_bsn,),
    10: (_nhs,),
    11: (_pesel, _tckn),
    15: (_nir, _luhn),
    16: (_luhn,),
    19: (_luhn,),
}
