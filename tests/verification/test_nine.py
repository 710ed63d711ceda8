"""An article of nine sources in which every DOI is well-formed, and only the registries can tell what is wrong."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.run import copydesk
from tests.publication import write
from tests.verification.fakes import Registries, Work
from tests.verification.works import article

EDITION = "2016 guidelines of an invented society: treatment of an invented curvature during growth"
WORKS = (
    Work(
        "Fixation of fractures in a sample of climbers",
        "10.5555/jibj.15.00004",
        authors=("Elsewhere, Bob", "Other, Ann", "Third, Tim"),
        year=2016,
        journal="Annals of Other Samples",
    ),
    Work(
        "Review of drug treatments in an invented pain syndrome",
        "10.5555/ijtr5",
        authors=("Häßler, Winnie", "Walter, Bea", "Fitzgerald, Mary-Ann", "Sommers, Claude"),
        year=2014,
        journal="Invented Journal of Trials & Research",
        short_journal="Invent J Trials Res",
    ),
    Work(
        "Hematogenous infections of the invented spine and their surgical management",
        "10.5555/00007632-200007010-6",
        authors=("Hadley, Alex", "Madden, Jon"),
        year=2000,
        journal="Invented Spine",
    ),
    Work(
        "Outcomes of an invented injection for gout of the toe",
        "10.5555/j.samples.2006.08",
        authors=("Unrelated, Una",),
        year=2006,
        journal="Seminars in Samples",
    ),
    Work(
        "Lumbar facet joints of samples: a review",
        "10.5555/j.samples.2007.01",
        authors=("Kalman, Leo", "Hunt, Dave"),
        year=2007,
        journal="Seminars in Samples",
        short_journal="Semin Samples",
    ),
    Work(
        EDITION,
        "10.5555/s13013-9",
        authors=("Nero, Stella", "Donato, Sabina", "Aureli, Angelo", "Cezar, Dora"),
        year=2018,
        journal="Invented Disorders",
    ),
)
ENTRIES = (
    "Narrow canals. Example Clinic. Retrieved from: {pages}/narrow. Accessed May 2, 2026.",
    "Stiff spines. Example Clinic. Retrieved from: {pages}/stiff. Accessed May 2, 2026.",
    "Fang C, Mack K, Yap R, et al. Incidence and surgery of slipping samples in an invented city: a population study. "
    "Invented Spine. 2016;41(3):E141-E148. doi:10.5555/BRS.0000000000003",
    "McNeil M, Ferris JY, Lang AC, et al. Single-stage treatment of invented bone infection with a resorbable graft. "
    "J Invent Bone. 2016;98(12):992-1002. doi:10.5555/JIBJ.15.00004",
    "Häßler W, Walter B, Fitzgerald M-A, Sommers C. Review of drug treatments in an invented pain syndrome. "
    "Invent J Trials Res. 2014;16(1):201. doi:10.5555/ijtr5",
    "Hadley A, Madden J. Hematogenous infections of the invented spine and their surgical management. "
    "Invented Spine. 2000;25(13):1668-1679. doi:10.5555/00007632-200007010-6",
    "Parks DY, Sohner JH, Kimber JH, et al. Invented growths of the spine: the importance of early samples. "
    "J Invent Surg. 2017;60(5):537-547. doi:10.5555/jis.2017.0007",
    "Kalman L, Hunt D. Lumbar facet joints of samples: a review. Semin Samples. 2007;37(2):69-80. "
    "doi:10.5555/j.samples.2006.08",
    f"Nero S, Aurelio AG, Aurelio L, et al. {EDITION}. Invented Disorders. 2018;13:3. Published 2018 Feb 2. "
    "doi:10.5555/s13013-9",
)


@pytest.fixture
def verified(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """What `copydesk verify` prints of the article."""
    monkeypatch.chdir(tmp_path)
    with Registries() as fakes:
        fakes.add(*WORKS)
        write(tmp_path, {"copydesk.toml": fakes.toml()})
        write(tmp_path, {"article.md": article(*(entry.format(pages=fakes.page("")) for entry in ENTRIES))})
        yield copydesk("verify", "--today", "2026-11-22").stdout


def test_what_is_wrong_is_flagged_by_its_rule_and_the_rest_is_left_alone(verified: str) -> None:
    assert "verified" in verified
    done = copydesk("check", "--select", "verification", "--output-format", "json")
    findings = {one["pointer"].split("/")[2]: one for one in json.loads(done.stdout)["findings"]}
    assert {int(at) + 1: one["rule"] for at, one in findings.items()} == {
        3: "unknown-identifier",
        4: "mismatched-reference",
        7: "unknown-identifier",
        8: "mismatched-reference",
        9: "mismatched-reference",
    }
    assert "does not exist, says doi.org" in findings["2"]["message"]
    assert "“Fixation of fractures in a sample of climbers”" in findings["3"]["message"]
    assert "10.5555/j.samples.2007.01" in findings["7"]["help"]
    assert "Nero S, Donato S" in findings["8"]["message"]
    assert "title" not in findings["8"]["message"]


def test_the_table_and_the_evidence_say_the_same(verified: str) -> None:
    document = json.loads(copydesk("evidence", "article.md", "--json").stdout)
    standings = [one["standing"] for one in document["references"]]
    assert standings == [
        *("reachable", "reachable", "unknown", "mismatched", "verified"),
        *("verified", "unknown", "mismatched", "mismatched"),
    ]
    rows = dict(line.rsplit(maxsplit=1) for line in verified.splitlines() if line[:1].islower() and ":" not in line)
    assert {name.strip(): int(number) for name, number in rows.items() if number != "0"} == {
        name: standings.count(name) for name in set(standings)
    }
