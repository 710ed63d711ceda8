"""The maintainer's page in a real browser, without JavaScript."""

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from bot.feedback.report import Kind, Queue, Report, Risk
from bot.feedback.store.intake import Incoming, accept
from bot.feedback.store.queues import Entry, entry
from bot.feedback.store.tables import reports
from tests.browser.chromium import overflow, violations
from tests.browser.conftest import ARTICLE, TOKEN, Open, Running

PLAIN = {"java_script_enabled": False}
HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)> \u202egnp.exe\x07 {{ 7 * 7 }}"
LOOKS = [
    pytest.param({"color_scheme": "light"}, id="light"),
    pytest.param({"color_scheme": "dark", "viewport": {"width": 320, "height": 640}}, id="dark-narrow"),
]


def keep(service: Running, number: int, queue: Queue = Queue.WAITING, **said: object) -> None:
    """A report that was read already."""
    at = datetime.now(UTC) - timedelta(days=number % 40)
    fields: dict[str, object] = {"kind": Kind.OUTDATED, "comment": f"Report number {number}.", **said}
    risks = fields.pop("risks", [])
    report = Report(article=str(fields.pop("article", ARTICLE)), helpful=False, received=at, **fields)  # type: ignore[arg-type]
    with service.store.begin() as connection:
        accept(connection, [Incoming(report, f"token {number}")])
        values = {"queue": queue.value, "risks": risks, "reasons": ["an example"], "section": "Sleep"}
        last = reports.select().order_by(reports.c.id.desc()).limit(1)
        found = connection.execute(last).one().id
        connection.execute(reports.update().where(reports.c.id == found).values(**values))


def stored(service: Running, number: int) -> Entry:
    with service.store.begin() as connection:
        found = entry(connection, number)
    assert found is not None
    return found


def log_in(tab: Open, service: Running, **look: object) -> Page:
    page = tab(f"{service.url}/desk", **PLAIN, **look)
    page.get_by_label("Token").fill(TOKEN)
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Reports")
    return page


def test_only_the_token_opens_it(service: Running, tab: Open) -> None:
    page = tab(f"{service.url}/desk/figures", **PLAIN)
    assert page.url == f"{service.url}/desk/login"
    page.get_by_label("Token").fill("a guess")
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_role("alert")).to_have_text("This is not the token.")
    assert violations(tab(page.url)) == []
    page = log_in(tab, service)
    (cookie,) = page.context.cookies()
    assert (cookie["httpOnly"], cookie["sameSite"], cookie["path"]) == (True, "Strict", "/desk")
    page.get_by_role("button", name="Log out").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Log in to the reports")
    assert page.context.cookies() == []


def test_who_guesses_has_to_wait(service: Running, tab: Open) -> None:
    page = tab(f"{service.url}/desk/login", **PLAIN)
    for guess in ("1", "2", "3", "4", "5", TOKEN):
        page.get_by_label("Token").fill(guess)
        page.get_by_role("button", name="Log in").click()
    expect(page.get_by_role("alert")).to_contain_text("Too many wrong tokens.")


def test_hostile_words_are_shown_as_text(service: Running, tab: Open) -> None:
    keep(service, 1, comment=HOSTILE, passage=f"{HOSTILE}\nsecond line", email="<b>@example.org")
    page = log_in(tab, service)
    shown = HOSTILE.replace("\u202e", "<U+202E>").replace("\x07", "<U+0007>")
    expect(page.locator(".report pre").first).to_have_text(shown)
    expect(page.locator(".report blockquote")).to_contain_text("second line")
    expect(page.locator(".report img, .report script, .report b")).to_have_count(0)


def test_filters_and_pages(service: Running, tab: Open) -> None:
    for number in range(1, 31):
        keep(service, number)
    keep(service, 31, Queue.PRIVATE, kind=Kind.UNCLEAR, article="articles/tea.md", risks=[Risk.DOSE.value])
    page = log_in(tab, service)
    expect(page.locator(".report")).to_have_count(25)
    page.get_by_role("link", name="Next page").click()
    expect(page.locator(".report")).to_have_count(5)
    page.get_by_role("link", name="First page").click()
    expect(page.locator(".report")).to_have_count(25)
    for label, value in (("Queue", "private"), ("Kind", "unclear"), ("Risk", "dose"), ("State", "received")):
        page.goto(f"{service.url}/desk?queue=")
        page.get_by_label(label, exact=True).select_option(value)
        page.get_by_role("button", name="Show").click()
        expect(page.locator(".report")).to_have_count(1 if value != "received" else 25)
    page.goto(f"{service.url}/desk?queue=")
    page.get_by_label("Article", exact=True).fill("articles/tea.md")
    page.get_by_role("button", name="Show").click()
    expect(page.locator(".report")).to_have_count(1)
    expect(page.locator(".report")).to_contain_text("risk: dose")


def test_approve_and_reject(service: Running, tab: Open) -> None:
    keep(service, 1)
    keep(service, 2, kind=Kind.UNCLEAR)
    page = log_in(tab, service)
    page.get_by_role("button", name="Approve").first.click()
    expect(page.get_by_role("status")).to_have_text(
        "Approved: an issue is made of it, and of all reports that say the same."
    )
    expect(page.locator(".report")).to_have_count(1)
    page.get_by_label("Why not").fill("The source is right.")
    page.get_by_role("button", name="Reject").click()
    expect(page.get_by_role("status")).to_have_text("Rejected: the reader's receipt says why.")
    assert (stored(service, 1).queue, stored(service, 2).queue) == (Queue.ISSUE, Queue.COUNTED)
    page.goto(f"{service.url}/receipt/token 2")
    expect(page.get_by_text("The source is right.")).to_be_visible()


def test_a_form_of_another_session_does_nothing(service: Running, tab: Open) -> None:
    keep(service, 1)
    page = log_in(tab, service)
    answer = page.request.post(f"{service.url}/desk/1/approve", form={"csrf": "made up"})
    assert answer.status == 403
    assert stored(service, 1).queue is Queue.WAITING


def test_figures_are_plotted_and_told(service: Running, tab: Open) -> None:
    keep(service, 1)
    keep(service, 20)
    keep(service, 2, article="articles/tea.md")
    page = log_in(tab, service)
    page.get_by_role("link", name="Figures").click()
    expect(page.get_by_role("img", name="Answers by article")).to_contain_text("0 yes, 2 no")
    expect(page.get_by_role("row", name=ARTICLE)).to_contain_text("2")
    page.get_by_role("link", name="7 days").click()
    expect(page.get_by_role("img", name="Answers by article")).not_to_contain_text("0 yes, 2 no")
    page.get_by_role("link", name="articles/tea.md").click()
    expect(page.locator("svg rect.no[height='160.0']")).to_have_count(1)
    expect(page.get_by_text("Only articles/tea.md.")).to_be_visible()


@pytest.mark.parametrize("look", LOOKS)
def test_every_page_is_accessible(look: dict[str, object], service: Running, tab: Open) -> None:
    for number in range(30):
        keep(service, number, passage="Some words", comment=HOSTILE, risks=[Risk.PREGNANCY.value])
    page = tab(f"{service.url}/desk", **look)
    assert violations(page) == []
    page.get_by_label("Token").fill(TOKEN)
    page.get_by_role("button", name="Log in").click()
    for address in ("/desk", "/desk?queue=crisis", "/desk/figures?days=90"):
        page.goto(f"{service.url}{address}")
        assert violations(page) == [], address
        assert overflow(page) == 0, address
