"""The rules that are modules: one explicit table."""

from types import ModuleType

from lint.finding import Severity
from lint.rules import (
    absolute_claim,
    aged_sources,
    altered_disclaimer,
    broken_internal_link,
    bumped_date,
    citation_order,
    conflicting_identifiers,
    copied_passage,
    dangling_citation,
    dates_out_of_order,
    dead_link,
    duplicate_reference,
    edited_since_review,
    future_date,
    hard_to_read,
    incomplete_reference,
    malformed_identifier,
    mismatched_reference,
    missing_access_date,
    missing_credentials,
    mixed_citation_style,
    no_peer_reviewed_source,
    outdated_last_modified,
    overdue_review,
    repeated_passage,
    repeated_title,
    retracted_source,
    reviewer_is_author,
    stale_article,
    stale_verification,
    tertiary_source,
    thin_section,
    uncited_reference,
    uncited_statistic,
    uncited_treatment_claim,
    unknown_identifier,
    unlinked_citation,
    unlinked_identifier,
    unregistered_person,
    unreliable_source,
    unverified_reference,
)
from lint.rules.rule import Page, Rule

ERROR, WARNING, SUGGESTION = Severity.ERROR, Severity.WARNING, Severity.SUGGESTION


def _rule(
    module: ModuleType, category: str, severity: Severity, standard: str = "", fix: str = "", asks: str = ""
) -> Rule:
    name = module.__name__.rpartition(".")[2].replace("_", "-")
    page = Page.parse(module.__doc__ or "")
    options = getattr(module, "Options", None)
    return Rule(name, category, severity, page, standard, fix, module.check, options, tuple(asks.split()))


_TABLE = (
    _rule(missing_credentials, "metadata", WARNING, "HON 1", asks="people"),
    _rule(altered_disclaimer, "metadata", ERROR, fix="safe"),
    _rule(reviewer_is_author, "metadata", ERROR, "NHS"),
    _rule(unregistered_person, "metadata", WARNING, asks="people today"),
    _rule(future_date, "time", ERROR, asks="today"),
    _rule(dates_out_of_order, "time", ERROR),
    _rule(stale_article, "time", ERROR, "JAMA, PIF", asks="today"),
    _rule(overdue_review, "time", ERROR, "PIF, NHS", asks="today"),
    _rule(outdated_last_modified, "time", ERROR, "JAMA", fix="safe", asks="history"),
    _rule(bumped_date, "time", WARNING, asks="history"),
    _rule(edited_since_review, "time", WARNING, "NHS", asks="history"),
    _rule(aged_sources, "time", WARNING, "DISCERN", asks="today"),
    _rule(dangling_citation, "citations", ERROR, "AMA"),
    _rule(uncited_reference, "citations", WARNING, "AMA"),
    _rule(citation_order, "citations", WARNING, "AMA", fix="safe"),
    _rule(unlinked_citation, "citations", WARNING, fix="safe"),
    _rule(mixed_citation_style, "citations", WARNING, "AMA", fix="safe"),
    _rule(incomplete_reference, "references", WARNING, "AMA"),
    _rule(malformed_identifier, "references", ERROR, fix="safe"),
    _rule(unlinked_identifier, "references", WARNING, fix="safe"),
    _rule(duplicate_reference, "references", WARNING, "AMA", fix="safe"),
    _rule(missing_access_date, "references", WARNING, "AMA"),
    _rule(unreliable_source, "sources", ERROR, "PIF"),
    _rule(tertiary_source, "sources", WARNING, "NHS"),
    _rule(no_peer_reviewed_source, "sources", WARNING),
    _rule(uncited_statistic, "claims", WARNING, "JAMA"),
    _rule(uncited_treatment_claim, "claims", WARNING, "HON 5"),
    _rule(absolute_claim, "claims", WARNING, "HON 5", fix="suggest"),
    _rule(unverified_reference, "verification", SUGGESTION, asks="lock"),
    _rule(unknown_identifier, "verification", ERROR, fix="suggest", asks="lock"),
    _rule(mismatched_reference, "verification", ERROR, fix="suggest", asks="lock"),
    _rule(conflicting_identifiers, "verification", ERROR, asks="lock"),
    _rule(retracted_source, "verification", ERROR, asks="lock"),
    _rule(stale_verification, "verification", WARNING, "NHS", asks="lock today"),
    _rule(dead_link, "verification", WARNING, "HON 4", asks="lock"),
    _rule(broken_internal_link, "structure", ERROR, fix="suggest", asks="corpus"),
    _rule(repeated_title, "structure", WARNING, asks="corpus"),
    _rule(repeated_passage, "structure", WARNING),
    _rule(copied_passage, "originality", ERROR, asks="corpus"),
    _rule(thin_section, "structure", SUGGESTION),
    _rule(hard_to_read, "readability", SUGGESTION),
)

RULES: dict[str, Rule] = {rule.name: rule for rule in _TABLE}
"""By name, in the order of the table."""
