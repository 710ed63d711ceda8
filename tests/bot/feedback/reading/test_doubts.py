"""What looks like personal data and was not taken out waits for a person; what readers usually say does not."""

from time import monotonic

import pytest

from bot.feedback.reading.redaction import redact


@pytest.mark.parametrize(
    "text",
    [
        "my file is 123 4567",
        "Aktenzeichen 5 C 123/22",
        "cartella 2023/4412",
        "dosya no 448812",
        "رقم الملف ٤٤٨٨١٢",
        "病历号448812",
        "hospital code K447120",
        "my code is QQ123456C",
        "zéro six vingt dix onze douze",
        "صفر خمسة خمسة صفر صفر واحد",
    ],
)
def test_numbers_that_may_name_somebody(text: str) -> None:
    assert noticed(text)


@pytest.mark.parametrize(
    "text",
    [
        "born in the north, in 1961",
        "since 03.04.1961 I wait",
        "née en avril 1961",
        "1961年4月3日生",
        "مواليد عام ١٩٦١",
    ],
)
def test_days_that_may_be_of_birth(text: str) -> None:
    assert noticed(text)


@pytest.mark.parametrize(
    "text",
    [
        "jo chez example point fr",
        "jo chiocciola example",
        "jo malpa example",
        "jo艾特example点com",
        "it is jo, with gmail",
        "find me on insta: jo_example84",
        "joexample1984 cannot log in",
        "微信号joexample88",
        "PO Box 4471",
        "I am in Rose Cottage",
        "Am Alten Markt 12, 12345 Nirgendwo",
        "R. das Flores, 12",
        "ul. Polna w Nigdzie",
        "moro em",
    ],
)
def test_addresses_that_are_written_in_another_way(text: str) -> None:
    assert noticed(text)


@pytest.mark.parametrize(
    "text",
    [
        "nobody except Jenkins helped us, and the rest is bad",
        "According to Ottoline Fairbrass this is bad",
        "Selon Odile Pervenche, c'est faux",
        "Secondo Ersilia Castracane è falso",
        "Segundo Belmiro Sacavém está errado",
        "Według Bożysławy Trzcińskiej to nieprawda",
        "das hat mir Anna Beispiel erklärt",
        "mon fils de 3 ans, Anatole, tousse",
        "mein Arzt (Mustermeier) sagt nein",
        "Mi médica de cabecera, Remedios, no opina igual",
        "He is called Theo and he is 4",
        "Aqui é a Deolinda de Braga",
        "ik ben Sjoukje uit Leeuwarden",
        "Drs. Pillinger and Vane disagree",
        "a patient of Pillinger's",
        "Doctor hargreaves at mill lane told me",
        "im bertie quill, 14",
        "sono tancredi da Nessunluogo",
    ],
)
def test_names_beside_words_for_people(text: str) -> None:
    assert noticed(text)


@pytest.mark.parametrize(
    "text",
    [
        "Great article!\n\nJo",
        "Thanks for all you do, Jo",
        "Great article xx Jo",
        "Un caro saluto da Ersilia",
        "Bonne journée, Odile",
        "Hallo, hier Anna aus Köln",
        "Jo here. The link is broken.",
        "أنا زهرة الحلواني من جدة",
        "تحياتي، زهرة",
        "——欧阳梦柯",
    ],
)
def test_openings_and_last_lines(text: str) -> None:
    assert noticed(text)


@pytest.mark.parametrize(
    "text",
    ["ابنتي مزنة عندها ربو", "الممرضة زينب قالت", "الممرضة ياسمين قالت", "我是欧阳梦柯", "我儿子小明发烧", "李医师"],
)
def test_names_without_capital_letters(text: str) -> None:
    assert noticed(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Lancet and the World Health Organization say otherwise",
        "My doctor never said that, and my mother takes Ramipril",
        "Wrong.",
        "It is bad. Help!",
        "140/90 mmHg, 1000-2000 mg, 150000 IU and 100000 people in 2015 2016",
        "The chart ends 2017",
        "The version of 2026-05-17 is newer",
        "Mein Mann nimmt seit gestern Ramipril und im Artikel steht nichts",
        "Die Deutsche Gesellschaft sagt etwas anderes",
        "Ma mère prend du paracétamol, c'est faux",
        "Mi hijo tiene fiebre y el punto de corte es otro",
        "Mia figlia ha la febbre, il punto non è chiaro",
        "A minha mãe toma isso, está errado",
        "Mijn moeder slikt dit, klopt niet",
        "Moja mama bierze ten lek, a źródła nie ma",
        "Annem bu ilacı alıyor, kaynak yok",
        "ابنتي تأخذ هذا الدواء",
        "我儿子发烧了",
        "The Crohn's Disease section and Hodgkin Lymphoma",
        "COVID-19, vitamin B12, omega3 and HbA1c",
    ],
)
def test_what_readers_usually_say_raises_no_doubt(text: str) -> None:
    assert redact(text) == (text, (), ())


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("My wife (Leonora) fainted", "My wife ([name removed]) fainted"),
        ("la enfermera Remedios", "la enfermera [name removed]"),
        ("Schwester Beate meinte", "Schwester [name removed] meinte"),
        ("lek. med. Bożysława Trzcińska", "lek. med. [name removed]"),
        ("born on the 5th November 1972", "born on the [date of birth removed]"),
        ("nato a Nessunluogo il 03/04/1961", "nato a Nessunluogo il [date of birth removed]"),
        ("CST RNG 44C52 Z999 C", "[identity number removed]"),
        ("RG 12.345.678-X", "RG [identity number removed]"),
        ("tlm 900 000 073", "tlm [phone number removed]"),
    ],
)
def test_what_is_clear_is_taken_out(text: str, left: str) -> None:
    assert redact(text).text == left


@pytest.mark.parametrize(
    "unit", ["\n", " ", " \n", "Aa", "Aa-", "Aa'", "1-", "Aa ", "1 ", "my son ", "best\n", "a_", "[", "born 1 ", "王"]
)
def test_a_hostile_text_costs_no_more_than_its_length(unit: str) -> None:
    begun = monotonic()
    redact((unit * 8000)[:8000])
    assert monotonic() - begun < 5, "a watchdog against endless search: it takes a fifth of a second"


def noticed(text: str) -> bool:
    """Whether something is taken out, or a person sees the text before it goes anywhere."""
    found = redact(text)
    return bool(found.removed or found.doubts)
