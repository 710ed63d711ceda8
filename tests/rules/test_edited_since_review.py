"""edited-since-review."""

from pathlib import Path

from lint.finding import Unknown
from lint.rules.edited_since_review import Options, check
from tests.rules.asked import ask, committed, dated, messages, problems, signed, sources

OPENING = "Stretching eases stiffness in the lower back for many people.\n\n## How to stretch\n\nBreathe calmly.\n"
REVIEWED = dated("title: Stretching", signed("2026-01-05"), body=OPENING)
ADDED = "Hold each stretch for half a minute and repeat it three times, twice a day."
EDITED = REVIEWED.replace("Breathe calmly.", f"Breathe calmly. {ADDED}")


def test_words_were_added(tmp_path: Path) -> None:
    (problem,) = problems(check, EDITED, history=committed(tmp_path, ("2026-01-05", REVIEWED), ("2026-06-01", EDITED)))
    assert problem.message.startswith(
        "Since the review of 2026-01-05: 15 words added (in “How to stretch”), last on 2026-06-01 (commit "
    )
    assert problem.data == {"added": 15, "removed": 0}
    assert sources(EDITED, [problem]) == ["2026-01-05"]


def test_words_were_removed_and_are_not_committed_yet(tmp_path: Path) -> None:
    later = REVIEWED.partition("\n## ")[0].replace("Stretching eases stiffness in the", "Rest is bad for the")
    (message,) = messages(check, later, Options(1), history=committed(tmp_path, ("2026-01-05", REVIEWED)))
    assert message.endswith(": 4 words added and 9 words removed (in the opening), last today (not committed yet).")


def test_a_correction_passes(tmp_path: Path) -> None:
    later = REVIEWED.replace("eases", "may ease").replace("many people", "most people")
    history = committed(tmp_path, ("2026-01-05", REVIEWED), ("2026-06-01", later))
    assert not problems(check, later, history=history)
    assert problems(check, later, Options(minimum_words=2), history=history)


def test_a_passage_that_only_moved(tmp_path: Path) -> None:
    moved = EDITED.replace(f" {ADDED}", "").replace("Stretching eases", f"{ADDED} Stretching eases")
    history = committed(tmp_path, ("2026-01-05", EDITED), ("2026-06-01", moved))
    assert not problems(check, moved, history=history)


def test_front_matter_and_markup_are_not_the_reviewer_s(tmp_path: Path) -> None:
    described = REVIEWED.replace("title: Stretching", f"title: Stretching\ndescription: {ADDED}")
    later = described.replace("Breathe", "*Breathe*")
    assert not problems(check, later, history=committed(tmp_path, ("2026-01-05", REVIEWED), ("2026-06-01", later)))


def test_a_new_review_settles_it(tmp_path: Path) -> None:
    later = EDITED.replace("on: 2026-01-05", "on: 2026-06-02")
    states = (("2026-01-05", REVIEWED), ("2026-06-01", EDITED), ("2026-06-02", later))
    assert not problems(check, later, history=committed(tmp_path, *states))


def test_a_commit_that_brings_the_review_is_what_was_reviewed(tmp_path: Path) -> None:
    # The pull request was reviewed on one day and merged, squashed, on a later one.
    merged = EDITED.replace("on: 2026-01-05", "on: 2026-05-28")
    assert not problems(check, merged, history=committed(tmp_path, ("2026-01-05", REVIEWED), ("2026-06-01", merged)))


def test_many_sections_are_counted(tmp_path: Path) -> None:
    later = REVIEWED + "".join(f"\n## Part {n}\n\nNew words come in part {n} here.\n" for n in range(5))
    (message,) = messages(check, later, history=committed(tmp_path, ("2026-01-05", REVIEWED), ("2026-06-01", later)))
    assert "(in “Part 0”, “Part 1”, “Part 2” and 2 more)" in message


def test_without_a_review_there_is_no_question() -> None:
    assert not ask(check, dated("title: x"))
    assert ask(check, REVIEWED) == [Unknown("not in a git repository")]
