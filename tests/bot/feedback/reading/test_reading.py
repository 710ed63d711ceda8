from datetime import UTC, datetime

import pytest

from bot.feedback.reading import Reading, read
from bot.feedback.reading.folding import folded
from bot.feedback.reading.redaction import redact
from bot.feedback.report import Kind, Report, Risk
from tests.watchdog import watchdog

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def reading(comment: str, kind: Kind | None = Kind.OTHER, **fields: object) -> Reading:
    return read(Report("a.md", False, NOW, kind, comment=comment, **fields))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("comment", "crisis"),
    [
        ("i dont want to live anymore", "self-harm"),
        ("Ich möchte nicht mehr leben", "self-harm"),
        ("chce umrzec", "self-harm"),
        ("وأريد أن أموت", "self-harm"),
        ("我想自杀", "self-harm"),
        ("My daughter swallowed a battery", "overdose"),
        ("Oğlum pil yuttu", "overdose"),
        ("I can't breathe", "emergency"),
        ("je ne peux plus respirer", "emergency"),
        ("my mate took forty of his tablets", "overdose"),
        ("meine Tochter hat die ganze Packung Tabletten geschluckt", "overdose"),
        ("oğlum çamaşır suyu içti", "overdose"),
        ("ik heb net 30 paracetamol genomen", "overdose"),
        ("j'ai avalé toute la boîte", "overdose"),
        ("quiero dormir y no despertar", "self-harm"),
        ("ho già scritto la lettera, non ho più voglia di vivere", "self-harm"),
        ("I am feeling suicdal", "self-harm"),
        ("pleeease help, he can't breathe", "emergency"),
        ("mama upadła i nie oddycha", "emergency"),
        ("我妈突然说话不清", "emergency"),
        ("minha mãe desmaiou e não acorda", "emergency"),
        ("I took an overdose ten years ago and have recovered", ""),
        ("people who want to die should find the number at once", ""),
        ("I am not suicidal", ""),
        ("I took 400 mg of ibuprofen", ""),
        ("me muero por saber cómo sigue", ""),
        ("El enlace a la línea de prevención del suicidio no funciona", ""),
        ("The suicide figures for 2019 are out of date", ""),
        ("The limit of an overdose is wrong", ""),
        ("Chest pain is not explained", ""),
    ],
)
def test_words_of_danger_are_told_from_words_about_danger(comment: str, crisis: str) -> None:
    assert reading(comment).crisis == crisis


@pytest.mark.parametrize(
    ("comment", "adverse"),
    [
        ("After taking ibuprofen I broke out in a rash", True),
        ("Nach der Einnahme der Tabletten bekam ich Ausschlag", True),
        ("The list of side effects misses nausea", False),
        ("Since the new insulin my legs swell up", True),
        ("sinds ik metoprolol slik ben ik duizelig", True),
        ("吃了阿莫西林后全身起疹子", True),
        ("Your article says aspirin causes bleeding in 5 percent; the source says 1 percent", False),
        ("I take metformin and this page helped me", False),
    ],
)
def test_what_happened_to_somebody_is_told_from_what_an_article_says(comment: str, adverse: bool) -> None:
    assert reading(comment).adverse is adverse


@pytest.mark.parametrize(
    ("comment", "risks"),
    [
        ("When exactly do I call an ambulance?", {Risk.EMERGENCY}),
        ("My father was in an ambulance once", set()),
        ("The maximum daily dose is wrong", {Risk.DOSE}),
        ("The picture is wrong", set()),
    ],
)
def test_a_risk_is_what_a_reader_may_act_on(comment: str, risks: set[Risk]) -> None:
    assert reading(comment).risks == risks


def test_risks_come_from_the_passage_too() -> None:
    found = reading("wrong", passage="Take 400 mg in pregnancy").risks
    assert found == {Risk.DOSE, Risk.PREGNANCY}


@pytest.mark.parametrize(
    ("chosen", "comment", "kind"),
    [
        (Kind.OUTDATED, "This is wrong", Kind.OUTDATED),
        (Kind.OTHER, "This is wrong", Kind.INACCURATE),
        (None, "Je ne comprends pas", Kind.UNCLEAR),
        (None, "Where is the source?", Kind.UNSOURCED),
        (Kind.OTHER, "hello", Kind.OTHER),
    ],
)
def test_the_reader_knows_best_and_words_decide_where_he_does_not(
    chosen: Kind | None, comment: str, kind: Kind
) -> None:
    assert reading(comment, chosen).kind is kind


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Write to jo.example@example.org.", "Write to [e-mail removed]."),
        ("jo (at) example (dot) org", "[e-mail removed]"),
        ("Call 07700 900123", "Call [phone number removed]"),
        ("Dr Jo Example said so", "Dr [name removed] said so"),
        ("je m'appelle Jo Example", "je m'appelle [name removed]"),
        ("My son Jo took it", "My son [name removed] took it"),
        ("Best regards, Jo Example", "Best regards, [name removed]"),
        ("My NHS number is 943 476 5919", "My NHS number is [identity number removed]"),
        ("PESEL 44051401359", "PESEL [identity number removed]"),
        ("12345678Z", "[identity number removed]"),
        ("I live at 5 Green Road", "I live at [address removed]"),
        ("born on 12 May 1980", "born on [date of birth removed]"),
        ("dob 7th of August 1948", "dob [date of birth removed]"),
        ("call zero seven seven zero zero nine", "call [phone number removed]"),
        ("dr example said no", "dr [name removed] said no"),
        ("Hi, it's Jo Example, thanks", "Hi, it's [name removed], thanks"),
        ("That is all. Jo Example", "That is all. [name removed]"),
        ("Jo Example, jo@example.org", "[name removed], [e-mail removed]"),
        ("我儿子王小明吃了", "我儿子[name removed]吃了"),
        ("欧阳医生说", "[name removed]医生说"),
        ("الدكتور سالم قال", "الدكتور [name removed] قال"),
        ("I'm Jo Example from Ohio", "I'm [name removed] from Ohio"),
        ("the nurse Jo Example said so", "the nurse [name removed] said so"),
        ("No source.\n-- \nJo Example, retired chemist\nBye", "No source.\n-- \n[name removed], retired chemist\nBye"),
        ("medicare number 1SL4-SS5-SO73", "medicare number [identity number removed]"),
        ("@jo_example wrote it", "[account removed] wrote it"),
    ],
)
def test_personal_data_is_taken_out(text: str, left: str) -> None:
    assert redact(text).text == left


@pytest.mark.parametrize(
    "text",
    [
        "See 10.1000/xyz123456789 (2016-2020) and PMID: 12345678.",
        "1 234 567 patients, 10,000,000 people, 400 mg 3 times a day",
        "Since 2023-05-26 the 2016–2023 guideline is out",
        "My doctor said 0.5 mg/kg 10-20 times",
        "https://doi.org/10.1000/182 is retracted",
        "It is not safe at all. The text says so",
        "2017; 45(3): 201-209 is not in the list",
        "Public Health is one thing, Health Care another",
        "قال الدكتور في الفترة ٢٠١٠-٢٠١٥",
    ],
)
def test_figures_and_sources_stay_and_leave_no_doubt(text: str) -> None:
    assert redact(text) == (text, (), ())
    assert redact(text).confident


def test_what_may_be_left_is_doubted() -> None:
    assert not redact("the number 12345678").confident
    assert not redact("ask jo@home").confident


@pytest.mark.parametrize(
    "comment",
    [
        "Buy cheap pills, click here",
        "asdkjhqwkjrhqwkrjh",
        "see http://a.xyz http://b.xyz http://c.xyz",
        "<a href='x'>y</a>",
        "sdfsdf sdfsdf sdfsdf",
        "8fj3k2 9dk3l1 s8f7d6",
        "promo code inside, free shipping, order now",
        "优惠 贷款 加微信",
        "you are all bastards",
    ],
)
def test_spam_is_suspected(comment: str) -> None:
    assert reading(comment).spam >= 0.5


@pytest.mark.parametrize(
    "comment",
    [
        "The dose is wrong, see https://doi.org/10.1000/182",
        "THIS IS WRONG",
        "2 + 2 = 5?",
        "Fehler!",
        "这个剂量是错误的",
        "Regards, the picture is wrong",
        "This is complete crap, the dose is wrong",
        "Where can I order a print of the table?",
    ],
)
def test_a_complaint_is_not(comment: str) -> None:
    assert reading(comment, elapsed=30.0).spam < 0.5


def test_accents_case_and_hidden_characters_do_not_count() -> None:
    assert folded("ŁÓDŹ\u200b  İstanbul’s") == "lodz istanbul's"


@pytest.mark.parametrize(
    "piece",
    [
        "1 ",
        "a.",
        "a@",
        "Dr ",
        "my ",
        "A ",
        "1-",
        "+1 (",
        "i took ",
        ",'- ",
        "名字",
        "after taking ",
        "pills ",
        "药",
        "a",
        "1a",
        "_",
    ],
)
def test_hostile_text_is_read_in_time(piece: str) -> None:
    with watchdog(20):
        reading((piece * 8000)[:8000])
