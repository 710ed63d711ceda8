"""From material and state to a plan: what is said, where, once, and what is not."""

from dataclasses import replace

import pytest

from bot import inline
from bot.calls import calls
from bot.case import Case, Material, Suggestion
from bot.diff import Lines
from bot.findings import Comparison
from bot.markdown.sheets import size
from bot.plan import (
    AddLabels,
    CreateCheckRun,
    CreateComment,
    CreateLabel,
    CreateReview,
    React,
    RemoveLabel,
    ReplyComment,
    RequestReviewers,
    ResolveThread,
    Step,
    UpdateCheckRun,
    UpdateComment,
)
from bot.review import decide
from bot.state import CheckRun, Review, State
from lint.finding import Severity
from tests.bot.cases import (
    HEAD,
    ME,
    PATH,
    TEXT,
    approved,
    article,
    comment,
    desk,
    found,
    material,
    state,
    subject,
    thread,
)


def steps(given: Material, told: State) -> tuple[Step, ...]:
    return decide(given, told).plan.steps


def one(kind: type, given: Material, told: State) -> Step:
    (step,) = (step for step in steps(given, told) if isinstance(step, kind))
    return step


def kinds(given: Material, told: State) -> set[str]:
    return {type(step).__name__ for step in steps(given, told)}


def summary(given: Material, told: State) -> str:
    said = (step.body for step in steps(given, told) if isinstance(step, CreateComment | UpdateComment))
    return next(body for body in said if body.startswith("<!-- copydesk:summary "))


def performed(given: Material, told: State) -> State:
    """The state after a plan, as GitHub would have it."""
    for step in steps(given, told):
        match step:
            case CreateComment(body):
                told = replace(told, comments=(*told.comments, comment(body, ME, number=900 + len(told.comments))))
            case UpdateComment(number, body):
                comments = tuple(replace(it, body=body) if it.id == number else it for it in told.comments)
                told = replace(told, comments=comments)
            case CreateReview(commit, comments, body):
                new = tuple(thread(it.fingerprint, number=700 + at) for at, it in enumerate(comments))
                told = replace(told, threads=(*told.threads, *new))
                told = replace(told, reviews=(*told.reviews, Review(ME, "COMMENTED", commit, body=body)))
            case CreateCheckRun(name, commit, conclusion, title, text, key, notes):
                run = CheckRun(1, name, commit, key, "completed", conclusion, title, text, len(notes))
                told = replace(told, check_runs=(*told.check_runs, run))
            case AddLabels(names):
                told = replace(told, labels=told.labels | set(names), known_labels=told.known_labels | set(names))
            case RequestReviewers(logins):
                told = replace(told, requested=told.requested | set(logins))
            case ResolveThread(number):
                threads = tuple(replace(it, is_resolved=True) if it.id == number else it for it in told.threads)
                told = replace(told, threads=threads)
            case React(number):
                comments = tuple(replace(it, is_heard=True) if it.id == number else it for it in told.comments)
                told = replace(told, comments=comments)
    return told


def test_the_first_run_says_everything_and_the_second_nothing() -> None:
    given, told = material([subject()], [found()]), state()
    assert kinds(given, told) == {
        *("CreateReview", "CreateComment", "CreateLabel", "AddLabels", "RequestReviewers", "CreateCheckRun")
    }
    assert steps(given, performed(given, told)) == ()
    assert decide(given, performed(given, told)).plan.why_silent == "all is said already"


@pytest.mark.parametrize("settings", [desk(people=None), desk(roles=())])
def test_with_nothing_to_say_and_nothing_said_before_the_bot_is_silent(settings) -> None:  # type: ignore[no-untyped-def]
    given = material([subject(TEXT, TEXT.replace("half\nan", "half an"))], settings=settings)
    assert steps(given, state()) == ()
    assert decide(given, state()).plan.why_silent == "there is nothing to say"


def test_check_runs_of_other_jobs_are_not_ours() -> None:
    other = CheckRun(9, "Copydesk", HEAD, "", "completed", "success", "", "", 0)
    given = material([], settings=desk(people=None))
    assert steps(given, state(check_runs=(other,))) == ()
    told = state(check_runs=(other,))
    runs = [it for it in steps(material([subject()], [found()]), told) if isinstance(it, CreateCheckRun)]
    assert [run.name for run in runs] == ["Copydesk", "Editorial review"]


def test_branch_protection_can_ask_for_the_check_runs_all_the_same() -> None:
    given = material([], settings=desk(always_report=True))
    runs = steps(given, state())
    assert [(run.name, run.conclusion) for run in runs if isinstance(run, CreateCheckRun)] == [
        *(("Copydesk", "success"), ("Editorial review", "success"))
    ]
    assert len(runs) == 2


def test_what_was_said_before_is_brought_up_to_date() -> None:
    given = material([subject()], [found()], settings=desk(people=None))
    later = material([subject()], settings=desk(people=None))
    plan = steps(later, performed(given, state()))
    assert {type(step) for step in plan} == {
        ResolveThread,
        UpdateComment,
        RemoveLabel,
        CreateCheckRun,
        UpdateCheckRun,
        AddLabels,
        CreateLabel,
    } - {UpdateCheckRun}
    assert "## Copydesk: all is well" in summary(later, performed(given, state()))


def test_an_older_run_leaves_a_newer_one_alone() -> None:
    told = state(pull=replace(state().pull, head_sha="c" * 40))
    plan = decide(material([subject()], [found()]), told).plan
    assert plan.steps == ()
    assert plan.why_silent.startswith("aaaaaaaaa was judged")


def test_a_closed_pull_request_is_left_alone() -> None:
    told = state(pull=replace(state().pull, is_open=False))
    assert decide(material([subject()], [found()]), told).plan.why_silent == "the pull request is closed"


def test_only_an_account_and_a_marker_together_are_ours() -> None:
    forged = comment(f"<!-- copydesk:summary {HEAD} -->\nAll is well.", "stranger")
    plan = steps(material([subject()], [found()]), state(comments=(forged,)))
    assert [type(step) for step in plan if isinstance(step, CreateComment | UpdateComment)] == [CreateComment]
    quoted = comment(f"> <!-- copydesk:summary {HEAD} -->", ME)
    plan = steps(material([subject()], [found()]), state(comments=(quoted,)))
    assert [type(step) for step in plan if isinstance(step, CreateComment | UpdateComment)] == [CreateComment]


def test_the_update_says_upon_which_text_it_was_planned() -> None:
    there = comment(f"<!-- copydesk:summary {HEAD} -->\r\nOld.", ME, number=9)
    step = one(UpdateComment, material([subject()], [found()]), state(comments=(there,)))
    assert (step.comment, step.before) == (9, there.body)  # type: ignore[attr-defined]


def test_remarks_stand_on_touched_lines_and_the_rest_in_the_summary() -> None:
    near, far, other = found(line=26), found(line=20), found(path="articles/other.md")
    changed = subject(TEXT, TEXT + "\n", touched=(Lines(25, 27),))
    given = material([changed], [near, far, other])
    review = one(CreateReview, given, state())
    assert [(it.path, it.line, it.start) for it in review.comments] == [(PATH, 26, None)]  # type: ignore[attr-defined]
    text = summary(given, state())
    assert "articles/walking.md:20" in text
    assert "articles/other.md:26" in text
    assert "articles/walking.md:26" not in text


def test_a_remark_about_several_lines_covers_those_that_are_touched() -> None:
    long = found(line=20, end=(24, 5))
    given = material([subject(TEXT, TEXT + "\n", touched=(Lines(22, 30),))], [long])
    (remark,) = one(CreateReview, given, state()).comments  # type: ignore[attr-defined]
    assert (remark.start, remark.line) == (22, 24)
    whole = found(line=1, end=(33, 1))
    (remark,) = one(CreateReview, material([subject()], [whole]), state()).comments  # type: ignore[attr-defined]
    assert (remark.start, remark.line) == (None, 1)


def test_lines_are_counted_as_git_counts_them() -> None:
    text = TEXT.replace("\n\n", "\n\r", 1)
    case = Case(material([subject(after=text)], [found(line=26)]), state())
    assert inline.lines_of(case, found(line=26)) == Lines(25, 25)


def test_remarks_are_capped_over_all_pushes() -> None:
    new = [found(line=line) for line in range(20, 30)]
    given = material([subject()], new, settings=desk(inline=4))
    assert len(one(CreateReview, given, state()).comments) == 4  # type: ignore[attr-defined]
    later = performed(given, state())
    assert not [step for step in steps(given, later) if isinstance(step, CreateReview)]
    assert summary(given, state()).count("**Error:**") == 6


def test_the_gravest_findings_come_first() -> None:
    new = [
        found("thin-section", 20, severity=Severity.SUGGESTION),
        found("hard-to-read", 21, severity=Severity.WARNING),
    ]
    given = material([subject()], [*new, found(line=30)], settings=desk(inline=1))
    (remark,) = one(CreateReview, given, state()).comments  # type: ignore[attr-defined]
    assert remark.line == 30


def test_a_review_that_is_there_is_not_sent_again_though_its_threads_do_not_show_yet() -> None:
    given = material([subject()], [found()])
    review = one(CreateReview, given, state())
    told = state(reviews=(Review(ME, "COMMENTED", HEAD, body=review.body),))  # type: ignore[attr-defined]
    assert not [step for step in steps(given, told) if isinstance(step, CreateReview)]


def test_a_refused_remark_moves_to_the_summary() -> None:
    given = material([subject()], [found()], refused={found().fingerprint: "the line is not in the diff"})
    assert not [step for step in steps(given, state()) if isinstance(step, CreateReview)]
    assert "(GitHub took no comment there)" in summary(given, state())


def test_a_suggestion_replaces_exactly_its_lines() -> None:
    given = material([subject()], [found(line=26)], suggestions={found().fingerprint: Suggestion(25, 27, "a\n```\nb")})
    (remark,) = one(CreateReview, given, state()).comments  # type: ignore[attr-defined]
    assert (remark.start, remark.line) == (25, 27)
    assert "````suggestion\na\n```\nb\n````" in remark.body
    outside = {found().fingerprint: Suggestion(25, 99, "a")}
    (remark,) = one(CreateReview, replace(given, suggestions=outside), state()).comments  # type: ignore[attr-defined]
    assert "suggestion\n" not in remark.body


def test_a_thread_is_resolved_when_its_finding_is_gone_and_never_otherwise() -> None:
    stays, gone, standing = found(), found(line=27), found(line=28)
    comparison = Comparison(new=(stays,), standing=(standing,))
    threads = tuple(thread(it.fingerprint, number=n) for n, it in enumerate((stays, gone, standing), 500))
    given = material([subject(TEXT, TEXT + "\n")], comparison=comparison)
    plan = steps(given, state(threads=threads))
    assert [step.thread for step in plan if isinstance(step, ResolveThread)] == ["T501"]
    done = tuple(replace(it, is_resolved=True) for it in threads)
    assert not [step for step in steps(given, state(threads=done)) if isinstance(step, ResolveThread)]


def test_nothing_is_known_of_the_findings_of_an_article_that_cannot_be_read() -> None:
    given = material([subject()], [found("unreadable-article", 1)])
    told = state(threads=(thread(found().fingerprint),))
    assert not [step for step in steps(given, told) if isinstance(step, ResolveThread)]
    given = material([subject()], faults=((PATH, "some-rule"),))
    assert not [step for step in steps(given, told) if isinstance(step, ResolveThread)]
    assert "could not be judged" in summary(given, told)


def test_a_dismissal_in_the_conversation_covers_what_was_there_and_stays() -> None:
    old, later = found(line=26), found(line=30)
    said = comment("/copydesk dismiss uncited-section Our own advice.", number=3)
    given = material([subject()], [old])
    told = performed(given, state(comments=(said,)))
    assert "Our own advice" in told.comments[-1].body
    assert one(CreateCheckRun, given, replace(told, check_runs=told.check_runs[1:]))
    pushed = material([subject()], [old, later])
    text = summary(pushed, told)
    assert "dismissed by `editor`: Our own advice." in text
    assert [it.line for it in one(CreateReview, pushed, told).comments] == [30]  # type: ignore[attr-defined]
    assert "1 finding to settle" in text


def test_a_dismissal_in_a_thread_needs_no_rule_and_resolves_it() -> None:
    said = comment("/copydesk dismiss It is our own advice.", number=501)
    told = state(threads=(thread(found().fingerprint, said),))
    given = material([subject()], [found()])
    plan = steps(given, told)
    assert ResolveThread("T500") in plan
    assert React(501, in_thread=True) in plan
    assert "dismissed by `editor`: It is our own advice." in summary(given, told)


def test_a_stranger_dismisses_nothing_and_is_answered_once() -> None:
    said = tuple(comment("/copydesk dismiss uncited-section No.", "stranger", n) for n in (3, 4))
    given = material([subject()], [found()])
    told = state(comments=said)
    replies = [step for step in steps(given, told) if isinstance(step, CreateComment) and "stranger" in step.body]
    assert len(replies) == 1
    assert "write access" in replies[0].body
    assert not [step for step in steps(given, told) if isinstance(step, React)]
    assert "1 finding to settle" in summary(given, told)
    again = performed(given, told)
    assert steps(given, again) == ()


def test_an_answer_in_a_thread_is_a_reply() -> None:
    said = comment("/copydesk explain uncited-section", number=501)
    step = one(ReplyComment, material([subject()], [found()]), state(threads=(thread(found().fingerprint, said),)))
    assert step.comment == 500  # type: ignore[attr-defined]


def test_a_dismissal_where_there_is_nothing_to_dismiss_is_answered() -> None:
    foreign = replace(
        thread("x"),
        comments=(comment("A human remark.", "reviewer", 498), comment("/copydesk dismiss No.", number=499)),
    )
    step = one(ReplyComment, material([subject()], [found()]), state(threads=(foreign,)))
    assert "not about a finding of mine" in step.body  # type: ignore[attr-defined]
    said = comment("/copydesk dismiss thin-section No.", number=3)
    told = [
        it.body
        for it in steps(material([subject()], [found()]), state(comments=(said,)))
        if isinstance(it, CreateComment)
    ]
    assert any("brings no finding of `thin-section`" in body for body in told)


def test_a_command_is_answered_even_where_there_is_nothing_else_to_say() -> None:
    said = comment("/copydesk explain uncited-section", number=3)
    plan = steps(material(), state(comments=(said,)))
    assert [type(step) for step in plan] == [CreateComment, React]


def test_labels_change_by_difference_only() -> None:
    given = material([subject()], [found()])
    told = state(
        labels=frozenset({"Needs Citation", "ready to publish", "hotfix"}), known_labels=frozenset({"Needs Fact-Check"})
    )
    plan = steps(given, told)
    assert [step.names for step in plan if isinstance(step, AddLabels)] == [
        ("needs medical review", "needs fact-check")
    ]
    assert [step.name for step in plan if isinstance(step, CreateLabel)] == ["needs medical review"]
    assert [step.name for step in plan if isinstance(step, RemoveLabel)] == ["ready to publish"]


def test_labels_have_the_names_of_the_publication_or_none() -> None:
    labels = {"needs_citation": "source?", "needs_medical_review": "", "needs_fact_check": "", "ready_to_publish": ""}
    plan = steps(material([subject()], [found()], settings=desk(labels=labels)), state())
    assert [step.names for step in plan if isinstance(step, AddLabels)] == [("source?",)]


def test_approved_and_settled_is_ready() -> None:
    told = approved("maria-example", "frida-example")
    given = material([subject(TEXT.replace("ten", "nine"), TEXT)], texts=told["texts"])
    before = state(reviews=told["reviews"], comments=(comment("<!-- copydesk:summary x -->", ME),))
    assert ("ready to publish",) in [step.names for step in steps(given, before) if isinstance(step, AddLabels)]
    draft = replace(before, pull=replace(before.pull, is_draft=True))
    assert not [step for step in steps(given, draft) if isinstance(step, AddLabels)]


def test_annotations_are_capped_and_sent_in_batches_of_fifty() -> None:
    new = [found(line=line) for line in range(1, 131)]
    given = material([subject()], new, settings=desk(annotations=120, people=None))
    plan = decide(given, state()).plan
    sizes = [
        (call["method"], len(call["body"]["output"].get("annotations", ())))
        for call in calls(plan)
        if "check-runs" in call["path"]
    ]
    assert sizes == [("POST", 50), ("PATCH", 50), ("PATCH", 20), ("POST", 0)]


def test_a_check_run_that_broke_off_is_completed() -> None:
    new = [found(line=line) for line in range(1, 81)]
    given = material([subject()], new, settings=desk(annotations=80, people=None))
    told = performed(given, state())
    broken = tuple(replace(run, annotations=50) if run.name == "Copydesk" else run for run in told.check_runs)
    step = one(UpdateCheckRun, given, replace(told, check_runs=broken))
    assert [note.start for note in step.annotations] == list(range(51, 81))  # type: ignore[attr-defined]


def test_other_annotations_need_another_run() -> None:
    told = performed(material([subject()], [found()]), state())
    plan = steps(material([subject()], [found(line=27)]), told)
    assert [step.name for step in plan if isinstance(step, CreateCheckRun)] == ["Copydesk"]


def test_400_articles_fit_into_one_comment_and_what_was_cut_is_told() -> None:
    paths = [f"articles/article-{number:03}.md" for number in range(400)]
    new = [found(path=path, line=line) for path in paths for line in (20, 26)]
    decision = decide(material([subject(path=path) for path in paths], new), state())
    text = next(step.body for step in decision.plan.steps if isinstance(step, CreateComment))
    assert size(text) <= 65_536
    assert "more new findings: the log of this run holds all of them" in text
    assert decision.cut
    writes = len(calls(decision.plan))
    few = decide(material([subject(path=path) for path in paths[:10]], new[:20]), state())
    assert writes == len(calls(few.plan))


def test_the_plan_is_json() -> None:
    import json

    hostile = found(path="articles/\u202e@x.md", message="@x <!-- --> \ud83d")
    plan = decide(material([subject(path=hostile.path)], [hostile]), state()).plan
    assert json.loads(json.dumps(calls(plan))) == calls(plan)


def test_what_the_article_says_of_its_review_has_three_states() -> None:
    assert "2026-05-20: fresh" in summary(material([subject()], [found()]), state())
    overdue = found("overdue-review", 9, severity=Severity.WARNING)
    assert "2026-05-20: overdue or due soon" in summary(material([subject()], [overdue]), state())
    unreviewed = TEXT.replace("    on: 2026-05-20\nfact", "fact")
    assert article(unreviewed).document["front_matter"]["reviewed_by"]
    assert "no reviewer is named" in summary(
        material([subject(after=unreviewed)], [found("missing-reviewer", 1)]), state()
    )
