"""Reader feedback: reports come in, are kept safely, and become few good issues.

``reading`` (what a text says), ``triage`` (what to do with it), ``issues`` (what to write) are pure; ``store`` keeps
reports and the outbox; ``web`` takes them in; ``worker`` speaks to GitHub.
"""
