"""Names of people, so that two spellings of one person are one."""

import re
import unicodedata
from functools import lru_cache

_TITLES = re.compile(r"dr|doctor|prof|professor|mr|mrs|ms|miss|mx|sir|dame")
_CREDENTIALS = re.compile(
    r"md|do|[pd]phil|phd|mb|bs|mbbs|mbchb|bsc|ba|ma|msc|mph|mba|mpharm|pharmd|jd|psyd|edd|dpt|dnp|dds|dmd"
    r"|rn|np|pa|pt|ot|rd|rdn|ldn|lcsw|frc\w{1,3}|mrc\w{1,3}|fac\w{1,3}|faan|cnm|crnp|aprn|fnp"
)
_INITIAL = re.compile(r"\w")


@lru_cache(maxsize=4096)  # a publication has few people
def identity(name: str) -> tuple[str, ...]:
    """What two spellings share: the name's parts in alphabetical order, without titles, letters after it and accents.

    A part is only left out while two others remain, so "J. Do" stays apart from "K. Do".
    """
    plain = unicodedata.normalize("NFKD", name.replace(".", " ")).casefold()
    parts = re.findall(r"[^\W\d_]+", "".join(char for char in plain if not unicodedata.combining(char)))
    for spare in (_TITLES, _CREDENTIALS, _INITIAL):
        kept = [part for part in parts if not spare.fullmatch(part)]
        parts = kept if len(kept) > 1 else parts
    return tuple(sorted(parts))
