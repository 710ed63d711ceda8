"""Passages for the evaluation of `copied-passage`: originals, copies changed as people do, and independent ones."""

import re
from collections.abc import Callable
from random import Random

from generated.words import PLAIN, POOLS, SOURCED, sentences

Change = Callable[[Random, str], str]

STOCK = (
    "it is one of the most common reasons why people see a doctor",
    "talk to your doctor before you change anything about your treatment",
    "in most cases the symptoms get better within a few weeks",
    "there is no evidence that this works better than doing nothing",
    "the exact cause is not known but several things can raise the risk",
    "call the emergency number at once if any of these signs appear",
    "a healthy diet and regular exercise help most people with this condition",
    "studies have shown that the effect is small but it lasts",
)
"""Turns of phrase that people use without copying them."""
_WORD = re.compile(r"[A-Za-z]{4,}")
_SPELLINGS = (("er", "re"), ("or", "our"), ("iz", "is"), ("e", "ae"))


def passage(random: Random) -> str:
    """An original of some 55 words, a turn of phrase among its sentences."""
    said = sentences(random, PLAIN + SOURCED, random.randint(30, 60))
    return f"{said} {random.choice(STOCK).capitalize()}."


def independent(random: Random, count: int) -> list[str]:
    """Passages that several people might write on one topic: the same few words for it, the same turns of phrase."""
    words = {
        name: random.sample(sorted(set(pool.split())), min(4, len(set(pool.split())))) for name, pool in POOLS.items()
    }
    words["condition"] = ["lumbomyal strain"]
    templates = [re.sub(r"\{(\w+)\}", lambda slot: random.choice(words[slot[1]]), line) for line in PLAIN + SOURCED]
    phrases = random.sample(STOCK, 3)
    return [_told(Random(random.random()), templates, phrases) for _ in range(count)]


def _told(random: Random, templates: list[str], phrases: list[str]) -> str:
    """Half of the topic's sentences begun alike, each gone on with in its own way."""
    lines = []
    for line in random.sample(templates, 5):
        words = line.split()
        own = sentences(random, PLAIN, 4).split()
        lines.append(" ".join([*words[: random.randint(3, 5)], *own[1:]]))
    lines.insert(2, f"{random.choice(phrases).capitalize()}.")
    return " ".join(line[0].upper() + line[1:] for line in lines)


def article(random: Random, day: str, text: str) -> str:
    """A small article around a passage."""
    own = [sentences(random, PLAIN, 30) for _ in range(2)]
    return f"---\ntitle: Example\npublished: {day}\n---\n\n{own[0]}\n\n{text}\n\n{own[1]}\n"


def _swapped(every: int) -> Change:
    """Another word in place of one in so many."""

    def change(random: Random, text: str) -> str:
        words = text.split()
        for at in range(random.randrange(every), len(words), every):
            words[at] = random.choice(POOLS["thing"].split())
        return " ".join(words)

    return change


def _spelt(random: Random, text: str) -> str:
    """One longer word in five spelt in another way."""

    def spell(found: re.Match[str]) -> str:
        if random.random() > 0.2:
            return found[0]
        old, new = random.choice(_SPELLINGS)
        return found[0].replace(old, new) if old in found[0] else f"{found[0]}s"

    return _WORD.sub(spell, text)


def _dropped(random: Random, text: str) -> str:
    said = text.split(". ")
    del said[random.randrange(len(said))]
    return f"{'. '.join(said).rstrip('.')}. {sentences(random, PLAIN, 8)}"


def _moved(random: Random, text: str) -> str:
    said = text.rstrip(".").split(". ")
    random.shuffle(said)
    return ". ".join(said) + "."


CHANGES: dict[str, Change] = {
    "verbatim": lambda random, text: text,
    "within a longer paragraph": lambda random, text: " ".join(
        (sentences(random, PLAIN, 40), text, sentences(random, PLAIN, 40))
    ),
    "spelling changed": _spelt,
    "a sentence dropped, another added": _dropped,
    "sentences in another order": _moved,
    "one word in fifteen swapped": _swapped(15),
    "one word in ten swapped": _swapped(10),
    "one word in six swapped": _swapped(6),
}
