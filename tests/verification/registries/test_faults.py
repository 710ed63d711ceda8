"""Whatever goes wrong between a registry and us ends in "unchecked", with a reason in plain words."""

import re
from collections.abc import Iterator

import pytest

from lint.verification.http import Limits
from lint.verification.record import State
from tests.verification.desk import one, search
from tests.verification.fakes import Registries, Work, faults
from tests.verification.fakes.fake import Fault

WORK = Work("An example title", "10.5555/example.1", "12345678", "PMC1234567", "2101.00001", authors=("Example, Ann",))
DATA = Work("An example data set", "10.5555/data.1", agency="DataCite", type="Dataset")

ASKED = {
    "doi": ("doi", "10.5555/other.agency"),
    "crossref": ("doi", WORK.doi),
    "datacite": ("doi", DATA.doi),
    "pubmed": ("pmid", WORK.pmid),
    "pmc": ("pmcid", WORK.pmcid),
    "arxiv": ("arxiv", WORK.arxiv),
}
"""What each registry is asked to make it answer."""

FAULTS: dict[str, tuple[Fault, str]] = {
    "429": (faults.too_many(), r"asks for fewer requests"),
    "429 for a while": (faults.too_many("2"), r"asks for fewer requests"),
    "429 for an hour": (faults.too_many("3600"), r"asks to come back in 60 minutes"),
    "429 until a date": (
        faults.too_many("Sun, 22 Nov 2026 12:30:00 GMT", Date="Sun, 22 Nov 2026 12:00:00 GMT"),
        r"asks to come back in 30 minutes",
    ),
    "429 until nonsense": (faults.too_many("soon"), r"asks for fewer requests"),
    "500": (faults.status(500), r"has a fault of its own \(500\)"),
    "503": (faults.status(503, **{"Retry-After": "1"}), r"has a fault of its own \(503\)"),
    "403": (faults.status(403), r"does not let us in \(403\)"),
    "400": (faults.status(418), r"refuses the question \(418\)"),
    "304 unasked": (faults.status(304), r"refuses the question \(304\)"),
    "slow": (faults.slow(), r"no answer came within 0\.3 seconds"),
    "cut": (faults.cut, r"the answer broke off"),
    "wrong type": (faults.wrong_type, r"sent (“application/octet-stream”|something else) (instead of|than) data"),
    "private": (faults.redirect("http://127.0.0.1/"), r"the address leads into a private network"),
    "private by name": (faults.redirect("http://localhost/"), r"the address leads into a private network"),
    "private port": (faults.redirect("http://127.0.0.1:9/"), r"the address names port 9"),
    "a file": (faults.redirect("file:///etc/passwd"), r"neither http:// nor https://"),
    "nowhere": (faults.redirect("http://[::1"), r"neither http:// nor https://"),
    "without a place": (faults.redirect(""), r"refuses the question \(302\)"),
    "html": (faults.html, r"sent (a web page|something else) (instead of|than) data"),
    "empty": (faults.empty, r"empty answer|a form that Copydesk does not know"),
    "strange": (faults.strange, r"a form that Copydesk does not know"),
    "half": (faults.broken, r"a form that Copydesk does not know"),
    "bomb": (faults.bomb, r"the answer is far too large"),
    "endless": (faults.endless, r"the answer is far too large"),
}


@pytest.fixture
def fakes() -> Iterator[Registries]:
    with Registries() as started:
        started.add(WORK, DATA)
        started.doi.agencies["10.5555/other.agency"] = "mEDRA"
        yield started


@pytest.mark.parametrize("registry", ASKED)
@pytest.mark.parametrize("name", FAULTS)
def test_every_fault_of_every_registry_is_unchecked(fakes: Registries, registry: str, name: str) -> None:
    fault, reason = FAULTS[name]
    fakes.all[registry].fail(fault)
    limits = Limits(connect=5, total=0.3 if name == "slow" else 20)
    answer = one(fakes, *ASKED[registry], limits=limits)
    assert answer.state is State.UNCHECKED
    assert answer.record is None
    assert re.search(reason, answer.reason), answer.reason
    assert fakes.requests <= 20


@pytest.mark.parametrize("name", FAULTS)
def test_every_fault_of_a_search_is_unchecked(fakes: Registries, name: str) -> None:
    fault, reason = FAULTS[name]
    fakes.crossref.fail(fault)
    found = search(fakes, "Example A. An example title.", Limits(total=0.3 if name == "slow" else 20))
    assert not found.records
    assert re.search(reason, found.unchecked), found.unchecked


@pytest.mark.parametrize("registry", ASKED)
@pytest.mark.parametrize("fault", [faults.too_many(), faults.too_many("1"), faults.status(502), faults.cut])
def test_a_passing_fault_is_tried_again(fakes: Registries, registry: str, fault: Fault) -> None:
    fakes.all[registry].fail(fault, times=2)
    assert one(fakes, *ASKED[registry]).state is State.FOUND
