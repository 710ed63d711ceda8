"""PubMed: summaries by PMID."""

from typing import Any

from tests.verification.fakes.fake import Answered, Asked, Fake, as_json
from tests.verification.fakes.work import Work, name


class PubMed(Fake):
    """``summaries`` has what is sent for each PMID."""

    def __init__(self) -> None:
        super().__init__()
        self.summaries: dict[str, dict[str, Any]] = {}

    def add(self, work: Work) -> None:
        self.summaries[work.pmid] = summary(work)

    def answer(self, asked: Asked) -> Answered:
        uids = asked.query["id"].split(",")
        unknown = {uid: {"uid": uid, "error": "cannot get document summary"} for uid in uids}
        result = {"uids": uids, **unknown, **{uid: self.summaries[uid] for uid in uids if uid in self.summaries}}
        return as_json({"header": {"type": "esummary", "version": "0.3"}, "result": result})


_TYPES = {
    "retraction": "Retraction in",
    "expression_of_concern": "Expression of concern in",
    "correction": "Erratum in",
}


def summary(work: Work) -> dict[str, Any]:
    ids = {"pubmed": work.pmid, "doi": work.doi, "pmc": work.pmcid}
    retracted = any(update.type == "retraction" for update in work.updates)
    return {
        "uid": work.pmid,
        "pubdate": f"{work.year} Mar",
        "epubdate": f"{work.online} Nov 20" if work.online else "",
        "source": work.short_journal,
        "authors": [_person(author) for author in work.authors],
        "lastauthor": _person(work.authors[-1])["name"] if work.authors else "",
        "title": f"{work.title}.",
        "sorttitle": work.title.lower(),
        "volume": work.volume,
        "issue": work.issue,
        "pages": work.pages,
        "lang": ["eng"],
        "pubtype": ["Journal Article", *(["Retracted Publication"] if retracted else [])],
        "pubstatus": "4",
        "articleids": [{"idtype": kind, "idtypen": 1, "value": value} for kind, value in ids.items() if value],
        "references": [
            {"refsource": f"{work.short_journal}. {update.date[0]} May;13(1):9", "reftype": _TYPES[update.type]}
            for update in work.updates
            if update.type in _TYPES
        ],
        "fulljournalname": work.journal,
        "elocationid": f"doi: {work.doi}" if work.doi else "",
        "vernaculartitle": work.original_title,
        "sortpubdate": f"{work.year}/03/01 00:00",
        "sortfirstauthor": _person(work.authors[0])["name"] if work.authors else "",
        "booktitle": "",
        "bookname": "",
        "publishername": "",
        "edition": work.edition,
    }


def _person(author: str) -> dict[str, str]:
    family, given = name(author)
    if not given:
        return {"name": family, "authtype": "CollectiveName", "clusterid": ""}
    initials = "".join(word[0] for word in given.replace("-", " ").split())
    return {"name": f"{family} {initials}", "authtype": "Author", "clusterid": ""}
