"""The widget on somebody's page, in a real browser."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from bot.feedback.store.queues import Entry, Filter, entries
from tests.browser.chromium import Site, overflow, violations
from tests.browser.conftest import ARTICLE, PASSAGE, Open, Running

WIDGET = Path(__file__).parents[2] / "bot/feedback/web/static/widget.js"
NARROW = {"viewport": {"width": 320, "height": 640}}
DARK = "body { background: #14171a; color: #e8eaed }"
Article = Callable[..., str]

MARK = """() => new Promise(heard => {
    document.addEventListener("selectionchange", heard, { once: true });  // which comes a moment later
    getSelection().selectAllChildren(document.getElementById("passage"));
}).then(() => null)"""


def stored(service: Running) -> list[Entry]:
    with service.store.begin() as connection:
        return list(entries(connection, Filter()))


def fill(page: Page, words: str) -> None:
    page.get_by_role("button", name="No").click()
    page.get_by_label("It is out of date").check()
    page.get_by_label("What should we know?").fill(words)


def press_until(page: Page, key: str, is_there: str) -> None:
    """Presses a key until the focused element has this name, within what a reader would put up with."""
    name = "() => { let at = document.activeElement; if (at.shadowRoot) at = at.shadowRoot.activeElement;"
    name += " return at ? `${at.name || ''} ${at.textContent}`.trim() : '' }"
    for _ in range(20):
        page.keyboard.press(key)
        if re.match(is_there, page.evaluate(name)):
            return
    raise AssertionError(f"{key} never reached {is_there}")


def test_it_is_small_and_loads_nothing_else() -> None:
    text = WIDGET.read_text(encoding="utf-8")
    assert len(text.encode()) < 10_000
    assert not re.search(r"cookie|localStorage|sessionStorage|indexedDB|innerHTML|eval\(|import\b", text)


def test_keyboard_alone_reports_a_marked_passage(article: Article, service: Running, tab: Open) -> None:
    page = tab(article())
    expect(page.get_by_role("heading", name="Was this article helpful?")).to_be_visible()
    assert violations(page) == []
    page.evaluate(MARK)
    press_until(page, "Tab", "No$")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Please tell us what to correct")).to_be_focused()
    expect(page.get_by_label("The passage")).to_have_value(PASSAGE)
    assert violations(page) == []
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_label("It is out of date")).to_be_checked()
    press_until(page, "Tab", "comment")
    page.keyboard.type("This was changed last year.")
    press_until(page, "Tab", "Send")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Thank you. An editor will read this.")).to_be_focused()
    assert violations(page) == []
    (one,) = stored(service)
    assert (one.article, one.kind, one.passage, one.language) == (ARTICLE, "outdated", PASSAGE, "en")
    assert one.comment == "This was changed last year."


def test_the_receipt_is_behind_its_link(article: Article, tab: Open) -> None:
    page = tab(article())
    fill(page, "Two years old.")
    page.get_by_role("button", name="Send").click()
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Your receipt").click()
    expect(opened.value.get_by_role("heading", level=1)).to_have_text("Your report: received")


def test_a_passage_is_taken_while_the_form_is_open(article: Article, tab: Open) -> None:
    page = tab(article())
    page.get_by_role("button", name="No").click()
    page.get_by_role("button", name="Use what I selected").click()
    expect(page.get_by_role("status")).to_have_text("Select some words in the article first.")
    page.locator("#passage").select_text()
    page.get_by_role("button", name="Use what I selected").click()
    expect(page.get_by_label("The passage")).to_have_value(PASSAGE)
    expect(page.get_by_role("status")).to_have_text("The passage is filled in.")


def test_help_comes_first_for_a_reader_in_danger(article: Article, tab: Open) -> None:
    page = tab(article())
    fill(page, "I want to kill myself")
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("heading", name="You are not alone. Please get help now.")).to_be_focused()
    expect(page.get_by_text("call your local emergency number now")).to_be_visible()
    assert violations(page) == []


def test_yes_is_one_press(article: Article, service: Running, tab: Open) -> None:
    page = tab(article())
    page.get_by_role("button", name="Yes").click()
    expect(page.get_by_role("heading", name="Thank you for telling us.")).to_be_focused()
    assert [one.helpful for one in stored(service)] == [True]


def test_mistakes_are_said_and_nothing_is_lost(article: Article, service: Running, tab: Open) -> None:
    page = tab(article())
    page.get_by_role("button", name="No").click()
    page.get_by_label("What should we know?").fill("Words that must stay.")
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("alert")).to_have_text("Please choose what is wrong.")
    expect(page.get_by_label("It is not accurate")).to_be_focused()
    page.get_by_label("Something else").check()
    page.get_by_label("E-mail").fill("nobody@here")
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("alert")).to_have_text("This is not an e-mail address.")
    expect(page.get_by_label("E-mail")).to_be_focused()
    assert violations(page) == []
    page.get_by_label("E-mail").fill("")
    page.route("**/feedback", lambda route: route.abort())
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("alert")).to_have_text("This could not be sent. Please try again.")
    page.unroute("**/feedback")
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()
    assert [one.comment for one in stored(service)] == ["Words that must stay."]


def test_cancel_leads_back_to_the_question(article: Article, tab: Open) -> None:
    page = tab(article())
    page.get_by_role("button", name="No").click()
    page.get_by_role("button", name="Cancel").click()
    expect(page.get_by_role("button", name="No")).to_be_focused()


def test_the_honeypot_is_out_of_everybodys_way(article: Article, tab: Open) -> None:
    page = tab(article())
    fill(page, "Real words.")
    trap = page.locator("[name=website]")
    assert trap.get_attribute("tabindex") == "-1"
    expect(page.get_by_role("textbox", name="Leave this empty")).to_have_count(0)  # not for screen readers
    with page.expect_request("**/feedback") as sent:
        page.get_by_role("button", name="Send").click()
    body = sent.value.post_data_json
    assert body["elapsed"] > 0
    assert body.keys() == {"article", "language", "elapsed", "helpful", "kind", "comment"}


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("de-AT", "War dieser Artikel hilfreich?"),
        ("es", "¿Le ha sido útil este artículo?"),
        ("fr", "Was this article helpful?"),
        ("no_such language", "Was this article helpful?"),
    ],
)
def test_it_speaks_the_pages_language(language: str, question: str, article: Article, tab: Open) -> None:
    page = tab(article(language))
    expect(page.get_by_role("heading", name=question)).to_be_visible()
    page.locator("copydesk-feedback button").first.click()
    expect(page.locator("copydesk-feedback h2")).to_be_focused()


@pytest.mark.parametrize("style", ["", DARK], ids=["light", "dark"])
def test_narrow_pages_of_both_schemes(style: str, article: Article, tab: Open) -> None:
    page = tab(article(style=style), **NARROW, color_scheme="dark" if style else "light")
    page.get_by_role("button", name="No").click()
    assert overflow(page) == 0
    assert violations(page) == []
    for button in page.get_by_role("button").all():
        box = button.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 24
    fill_again = page.get_by_label("It is hard to understand")
    fill_again.check()
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()
    assert overflow(page) == 0


def test_the_focus_is_seen(article: Article, tab: Open) -> None:
    page = tab(article())
    press_until(page, "Tab", "No$")
    assert page.get_by_role("button", name="No").evaluate("at => getComputedStyle(at).outlineStyle") == "solid"


def test_a_strict_page_with_rude_styles(article: Article, site: Site, service: Running, tab: Open) -> None:
    site.headers["content-security-policy"] = (
        f"default-src 'none'; style-src 'unsafe-inline'; script-src {service.url}; connect-src {service.url};"
        " require-trusted-types-for 'script'"
    )
    page = tab(article(style="button, label, input { display: none !important } h2 { font-size: 90px !important }"))
    button = page.get_by_role("button", name="No")
    expect(button).to_be_visible()
    assert button.evaluate("at => getComputedStyle(at).borderStyle") == "solid"
    assert page.get_by_role("heading", name="Was this").evaluate("at => getComputedStyle(at).fontSize") == "18px"


def test_it_talks_to_nobody_else_and_keeps_nothing(article: Article, site: Site, service: Running, tab: Open) -> None:
    page = tab("about:blank")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(article())
    fill(page, "Anything.")
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()
    own = [url.removeprefix(service.url) for url in asked if url.startswith(service.url)]
    assert own == ["/widget.js", "/texts/en.json", "/feedback"]
    assert all(url.startswith((service.url, site.url)) for url in asked)
    assert page.context.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_it_stands_where_it_is_told(article: Article, tab: Open) -> None:
    page = tab(article(attributes='data-target="main"'))  # and finds the article by the page's address
    expect(page.locator("main > copydesk-feedback")).to_have_count(1)
    page.get_by_role("button", name="Yes").click()
    expect(page.get_by_role("heading", name="Thank you for telling us.")).to_be_visible()


def test_a_page_without_an_article_has_it_after_the_script(site: Site, service: Running, tab: Open) -> None:
    site.pages["/"] = f"""<!doctype html><title>x</title><script src="{service.url}/widget.js" defer></script>"""
    page = tab(site.url)
    expect(page.locator("script + copydesk-feedback")).to_have_count(1)


def test_the_lines_of_the_guide_work(site: Site, service: Running, tab: Open) -> None:
    guide = (WIDGET.parents[4] / "docs/feedback.md").read_text(encoding="utf-8")
    (lines,) = re.findall(r"```html\n(.*?)```", guide, re.DOTALL)
    lines = lines.replace("https://feedback.example.org", service.url).replace("articles/x.md", ARTICLE)
    site.pages["/"] = f'<!doctype html><html lang="en"><title>x</title><main><p>Words.</p>{lines}</main></html>'
    expect(tab(site.url).get_by_role("button", name="Yes")).to_be_visible()
    page = tab(site.url, java_script_enabled=False)
    page.get_by_role("link", name="Was this article helpful?").click()
    expect(page.get_by_role("button", name="Send")).to_be_visible()
