"""The reader's pages in a real browser, without JavaScript."""

import re
from datetime import date

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import update

from bot.feedback.report import Status
from bot.feedback.store.queues import Entry, Filter, entries
from bot.feedback.store.tables import reports
from tests.browser.chromium import overflow, violations
from tests.browser.conftest import ARTICLE, Open, Running

PLAIN = {"java_script_enabled": False}
ENGLISH = {"locale": "en-GB"}
LOOKS = [
    pytest.param({"color_scheme": "light"}, id="light"),
    pytest.param({"color_scheme": "dark", "viewport": {"width": 320, "height": 640}}, id="dark-narrow"),
]


def form(service: Running) -> str:
    return f"{service.url}/feedback?article={ARTICLE}"


def send(page: Page, words: str) -> None:
    page.get_by_label("It is not accurate").check()
    page.get_by_label("What should we know?").fill(words)
    page.get_by_role("button", name="Send").click()


def stored(service: Running) -> list[Entry]:
    with service.store.begin() as connection:
        return list(entries(connection, Filter()))


def test_a_report_and_its_receipt_without_scripts(service: Running, tab: Open) -> None:
    page = tab(form(service), **PLAIN, **ENGLISH)
    expect(page).to_have_title("Was this article helpful?")
    page.get_by_label("The passage").fill("Twenty minutes")
    send(page, "It says thirty elsewhere.")
    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you. An editor will read this.")
    page.get_by_role("link", name="Your receipt").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your report: received")
    (one,) = stored(service)
    assert (one.kind, one.passage, one.comment) == ("inaccurate", "Twenty minutes", "It says thirty elsewhere.")
    with service.store.begin() as connection:
        row = connection.execute(reports.select()).one()
    assert row.website == ""
    assert row.elapsed > 0


def test_the_form_by_keyboard_alone(service: Running, tab: Open) -> None:
    page = tab(form(service), **PLAIN, **ENGLISH)
    for key in ("Tab", "Tab", "Space", "ArrowDown", "Tab", "Tab"):
        page.keyboard.press(key)
    page.keyboard.type("Old.")
    page.keyboard.press("Tab")  # the e-mail
    page.keyboard.press("Tab")  # past the honeypot, to the button
    expect(page.get_by_role("button", name="Send")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you. An editor will read this.")
    assert [(one.kind, one.comment) for one in stored(service)] == [("outdated", "Old.")]


def test_yes_without_scripts(service: Running, tab: Open) -> None:
    page = tab(form(service), **PLAIN, **ENGLISH)
    page.get_by_role("button", name="Yes").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you for telling us.")
    assert [one.helpful for one in stored(service)] == [True]


def test_help_comes_first_without_scripts(service: Running, tab: Open) -> None:
    page = tab(form(service), **PLAIN, **ENGLISH)
    send(page, "I want to kill myself")
    expect(page.get_by_role("heading", level=1)).to_have_text("You are not alone. Please get help now.")
    first = page.locator("main p").first
    expect(first).to_contain_text("call your local emergency number now")
    assert float(str(first.evaluate("at => parseFloat(getComputedStyle(at).fontSize)"))) > 20


@pytest.mark.parametrize("look", LOOKS)
def test_every_page_is_accessible(look: dict[str, object], service: Running, tab: Open) -> None:
    page = tab(form(service), **look, **ENGLISH)

    def judge(title: str) -> None:
        expect(page).to_have_title(title)  # waits until the page is there
        assert violations(page) == [], title
        assert overflow(page) == 0, title
        expect(page.get_by_role("main")).to_have_count(1)

    judge("Was this article helpful?")
    send(page, "Old words.")
    judge("Thank you. An editor will read this.")
    page.get_by_role("link", name="Your receipt").click()
    judge("Your report: received")
    page.goto(form(service))
    send(page, "I want to kill myself")
    judge("You are not alone. Please get help now.")
    page.goto(f"{service.url}/receipt/unknown")
    judge("We do not know this receipt.")


def test_dark_is_dark(service: Running, tab: Open) -> None:
    page = tab(form(service), color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(20, 23, 26)"


@pytest.mark.parametrize(
    ("locale", "state", "says"),
    [
        ("en-GB", Status.CORRECTED, "corrected on 3 March 2026"),
        ("de-DE", Status.CORRECTED, "korrigiert am 3. März 2026"),
        ("es-ES", Status.NO_CHANGE, "sin cambios el 3 de marzo de 2026"),
        ("en-GB", Status.UNDER_REVIEW, "under review on 3 March 2026"),
    ],
)
def test_a_receipt_says_what_became_of_it(locale: str, state: Status, says: str, service: Running, tab: Open) -> None:
    page = tab(form(service), **PLAIN, **ENGLISH)
    send(page, "Old words.")
    address = page.get_by_role("link", name="Your receipt").get_attribute("href")
    answer = "<b>The source</b> says so." if state is Status.NO_CHANGE else None
    with service.store.begin() as connection:
        connection.execute(update(reports).values(status=state.value, status_on=date(2026, 3, 3), answer=answer))
    page = tab(f"{service.url}{address}", locale=locale, **PLAIN)
    expect(page.locator("dd").first).to_have_text(says)
    assert page.locator("html").get_attribute("lang") == locale[:2]
    if answer:
        expect(page.locator("dd").nth(1)).to_have_text(answer)


def test_an_article_that_is_not_ours(service: Running, tab: Open) -> None:
    page = tab(f"{service.url}/feedback?article=articles/none.md", locale="de-DE", **PLAIN)
    expect(page.get_by_role("heading", level=1)).to_have_text("Diesen Artikel kennen wir nicht.")


def test_a_refusal_speaks_the_readers_language(service: Running, tab: Open) -> None:
    page = tab(form(service), locale="de-DE", **PLAIN)
    page.get_by_label("Es ist veraltet").check()
    page.get_by_label("E-Mail").evaluate("at => { at.type = 'text'; at.pattern = '.*'; at.value = 'nobody' }")
    page.get_by_role("button", name="Senden").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Das ist keine E-Mail-Adresse.")
    expect(page.get_by_text("Gehen Sie mit der Zurück-Taste")).to_be_visible()
    assert stored(service) == []


def test_all_languages_say_all(service: Running) -> None:
    from bot.feedback.web.pages.texts import languages, texts

    assert languages() == ("de", "en", "es")
    holes = re.compile(r"\{\w+\}")
    for language in languages():
        said = texts(language)
        assert said.keys() == texts("en").keys()
        assert len(said["months"].split()) == 12
        assert all(said.values())
        assert sorted(holes.findall(said["date"])) == ["{day}", "{month}", "{year}"]
