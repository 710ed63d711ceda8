"""The rules' pages: in markdown for ``docs/rules/``, as text for the terminal, and as JSON."""

from lint.rules.rule import Rule

FIXES = {
    "safe": "offered, safe to apply unseen",
    "unsafe": "offered, to be looked at",
    "suggest": "suggested, a person decides",
    "": "none, a person must decide",
}
"""What a rule's ``fix`` means, in words."""

COMMENT = "<!-- copydesk {form}: {name} -- why this is right here -->"


def exception(rule: Rule) -> str:
    """The comment that allows a finding of the rule; nothing where no comment can."""
    if rule.category == "housekeeping":
        return ""
    form = "allow-file" if rule.category in ("metadata", "time", "readability") else "allow"
    return COMMENT.format(form=form, name=rule.name)
