"""The rules that a schema declares: what each is, and what an article fails of them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import schemas
from lint.article import Article
from lint.article.settings import Settings
from lint.finding import CopydeskError, Problem, Severity
from lint.rules.rule import Rule
from lint.schema import fixes, placing, words
from lint.schema.annotations import Annotation, annotations, innermost, merged, rule
from lint.schema.keys import key_meant
from lint.schema.leaves import leaves, missing_keys, unknown_keys
from schemas import Failure

Source = str | Path
Named = tuple[str, Problem]
Names = Mapping[str, str]

FALLBACK = "invalid-document"
TITLE = "missing-title"


def rules(source: Source = "article") -> Mapping[str, Rule]:
    """The rules of our schema, and of a publication's own (given by its path)."""
    return {name: rule(name, said) for name, said in _annotated(source).items()}


@lru_cache
def _annotated(source: Source) -> Mapping[str, Annotation]:
    ours = merged(annotations(schemas.load("article")))
    if isinstance(source, str):
        return ours
    try:
        return {**merged(annotations(schemas.flat(source))), **ours}
    except schemas.SchemaError as error:
        raise CopydeskError(str(error)) from None
    except CopydeskError as error:
        raise CopydeskError(f"{source}: {error}") from None


def forget() -> None:
    """Forgets what was read."""
    _annotated.cache_clear()


def problems(
    article: Article, source: Source = "article", settings: Settings | None = None, prints_title: bool = True
) -> Iterator[Named]:
    """What the article fails, each with its rule.

    ``settings``: the publication's words, its names for our keys among them. ``prints_title``: whether the site prints
    the front matter's title; where it does not, the article's first heading is its title.
    """
    settings = settings or Settings()
    defaults = _annotated(source)
    told: set[tuple[Any, ...]] = set()
    is_titled = not prints_title and bool(article.document["title"])
    for failure in leaves(schemas.failures(source, article.document)):
        for mark, problem in _said(failure, article, settings.fields, settings):
            if mark not in told and not (is_titled and problem.annotation["name"] == TITLE):
                yield problem.named(defaults)
            told.add(mark)


class _Draft(NamedTuple):
    """A problem without its message: ``{problem}`` in one stands for the plain words."""

    annotation: Annotation
    plain: str
    facts: Mapping[str, str]
    problem: Problem

    def named(self, defaults: Mapping[str, Annotation]) -> Named:
        name = self.annotation["name"]
        message = self.annotation.get("message") or defaults[name].get("message") or "{problem}"
        text = words.filled_in(message, {**self.facts, "problem": self.plain})
        hint = self.problem.help if name == FALLBACK else self.annotation.get("help", "")
        return name, replace(self.problem, message=text, help=hint)


Mark = tuple[Any, ...]
"""What one defect is told by, so that it is told once."""


def _said(failure: Failure, article: Article, names: Names, settings: Settings) -> Iterator[tuple[Mark, _Draft]]:
    at = failure.at
    if missing := missing_keys(failure):
        for annotation, keys in _grouped(failure, missing):
            yield (at, *keys), _missing(failure, annotation, keys, article, names)
    elif unknown := unknown_keys(failure):
        for key in unknown:
            yield from _unknown(failure, key, article)
    else:
        mark = (at, failure.keyword) if isinstance(failure.value, dict | list) else (at,)
        yield mark, _wrong(failure, article, settings)


def _grouped(failure: Failure, keys: Iterable[str]) -> Iterator[tuple[Annotation, list[str]]]:
    """Keys that one annotation speaks of are missing together; what none speaks of, each for itself."""
    groups: dict[tuple[str, str], tuple[Annotation, list[str]]] = {}
    for key in keys:
        annotation = _annotation(failure, key)
        name = annotation["name"]
        mark = (name, key if name == FALLBACK else annotation.get("message", ""))
        groups.setdefault(mark, (annotation, []))[1].append(key)
    yield from groups.values()


def _annotation(failure: Failure, key: str | None = None) -> Annotation:
    found = innermost(failure, key)
    return found[0] if found else {"name": FALLBACK}


def _missing(failure: Failure, annotation: Annotation, keys: list[str], article: Article, names: Names) -> _Draft:
    called = [f"`{names.get(key, key).split()[0]}`" for key in keys]
    facts = {"key": called[0].strip("`"), "keys": words.enumerated(called), "name": str(failure.value.get("name", ""))}
    plain = words.capital(f"{words.place(failure.at, article)} has no {facts['keys']}.")
    span = placing.missing(article, failure.at, keys[0])
    problem = Problem(failure.at, "", words.hint(failure, keys[0]), span=span, data={"keys": keys})
    return _Draft(annotation, plain, facts, problem)


def _unknown(failure: Failure, key: str, article: Article) -> Iterator[tuple[Mark, _Draft]]:
    """A key that the schema does not know: where ``near`` is set, one that stands for no other is a mere suggestion."""
    at = (*failure.at, key)
    annotation = _annotation(failure)
    meant = key_meant(key, failure.way[-1][0]["properties"], failure.value[key])
    is_there = meant is not None and meant.key in failure.value
    severity = Severity.SUGGESTION if meant is None and annotation.get("near") else None
    if meant and is_there and not meant.misspelled:
        if annotation.get("near"):
            return  # another name for what is there already
        meant = None
    facts = {"key": words.short(key), "suggestion": ""}
    if meant:
        facts["suggestion"] = f" Did you mean `{meant.key}`{', which is there already' if is_there else ''}?"
    plain = f"`{words.short(key)}` is not known.{facts['suggestion']}"
    fix = fixes.rename(article, at, meant.key) if meant and not is_there else None
    problem = Problem(at, "", span=placing.key(article, at), fix=fix, severity=severity)
    yield (at,), _Draft(annotation, plain, facts, problem)


def _wrong(failure: Failure, article: Article, settings: Settings) -> _Draft:
    at = failure.at
    facts = {
        "value": words.bare(failure.value),
        "heading": words.heading(article, at),
        "key": str(at[-1] if at else ""),
    }
    fix = None
    if failure.keyword == "format" and failure.expected == "date":
        fix = fixes.date_form(article, at, failure.value)
    elif at == ("front_matter",) and failure.value is None:
        fix = fixes.front_matter(article)
    elif len(at) == 1:
        fix = fixes.notice(article, str(at[0]), settings)
    span = placing.value(article, at)
    problem = Problem(at, "", words.hint(failure), fix, span, data={"value": facts["value"]})
    return _Draft(_annotation(failure), words.sentence(failure, article), facts, problem)
