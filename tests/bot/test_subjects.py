"""What became of an article: references, sign-offs, words."""

from bot.subjects import References, references, signatures
from tests.bot.cases import TEXT, article, subject


def test_references_are_paired_by_what_they_are() -> None:
    second = '2. <a id="ref-2"></a>Example B. Beginning. *Journal of Examples*. 2025;2:3-4.\n'
    more = references(subject(TEXT, TEXT + second))
    assert [len(part) for part in more] == [1, 0, 0]
    assert "Beginning" in more.added[0]
    assert references(subject(TEXT + second, TEXT)).removed == more.added
    changed = references(subject(TEXT, TEXT.replace("Example A", "Example Z")))
    assert [len(part) for part in changed] == [0, 0, 1]
    moved = references(subject(TEXT, TEXT.replace("10.5555/walking", "10.5555/other")))
    assert [len(part) for part in moved] == [0, 0, 1]  # paired by its title
    assert references(subject(TEXT, TEXT.replace("10.5555/walking", "10.5555/WALKING"))) == References()
    assert [len(part) for part in references(subject(None, TEXT))] == [1, 0, 0]
    assert [len(part) for part in references(subject(TEXT, None))] == [0, 1, 0]


def test_many_references_take_no_quadratic_time() -> None:
    many = "".join(f"{n}. Example A. Title {n}. *Journal of Examples*. 2024;1:{n}.\n" for n in range(2, 3000))
    found = references(subject(TEXT + many, TEXT + many.replace("Journal", "Annals")))
    assert len(found.changed) == 2998


def test_signatures() -> None:
    assert [one[:2] for one in signatures(article())] == [
        ("Maria Example", "medical"),
        ("Frida Example", "fact-checker"),
    ]
    assert signatures(None) == ()
    odd = TEXT.replace("reviewed_by:\n", "reviewed_by: {a: b}\nother:\n").replace("- name: Frida", "- nam: Frida")
    assert [one.name for one in signatures(article(odd))] == ["", ""]


def test_an_article_knows_its_topics_and_authors_of_both_sides() -> None:
    one = subject(TEXT, TEXT.replace("[back-pain]", "[Migraine]").replace("Nora", "Nina"))
    assert one.topics == {"back-pain", "migraine"}
    assert len(one.authors) == 2
