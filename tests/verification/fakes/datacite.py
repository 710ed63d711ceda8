"""DataCite: works by DOI."""

from typing import Any

from tests.verification.fakes.fake import Answered, Asked, Fake, as_json
from tests.verification.fakes.work import Work, name


class DataCite(Fake):
    """``works`` has the attributes that are sent for each DOI (in lower case)."""

    def __init__(self) -> None:
        super().__init__()
        self.works: dict[str, dict[str, Any]] = {}

    def add(self, work: Work) -> None:
        self.works[work.doi.lower()] = attributes(work)

    def answer(self, asked: Asked) -> Answered:
        doi = asked.path.removeprefix("/dois/").lower()
        if doi not in self.works:
            error = {"status": "404", "title": "The resource you are looking for doesn't exist."}
            return as_json({"errors": [error]}, 404)
        return as_json({"data": {"id": doi, "type": "dois", "attributes": self.works[doi], "relationships": {}}})


def attributes(work: Work) -> dict[str, Any]:
    titles = [{"title": work.title}]
    titles += [{"title": work.subtitle, "titleType": "Subtitle"}] if work.subtitle else []
    titles += [{"title": work.original_title, "titleType": "TranslatedTitle"}] if work.original_title else []
    prefix, _, suffix = work.doi.lower().partition("/")
    return {
        "doi": work.doi.lower(),
        "prefix": prefix,
        "suffix": suffix,
        "identifiers": [],
        "creators": [_person(author) for author in work.authors],
        "titles": titles,
        "publisher": work.publisher,
        "container": {"type": "Journal", "title": work.journal, "volume": work.volume, "issue": work.issue},
        "publicationYear": work.year,
        "subjects": [],
        "contributors": [{**_person(editor), "contributorType": "Editor"} for editor in work.editors],
        "dates": [{"date": str(work.online or work.year), "dateType": "Issued"}],
        "language": "en",
        "types": {"resourceTypeGeneral": work.type, "resourceType": "", "schemaOrg": "CreativeWork"},
        "relatedIdentifiers": [],
        "version": None,
        "state": "findable",
        "isActive": True,
    }


def _person(author: str) -> dict[str, Any]:
    family, given = name(author)
    if not given:
        return {"name": family, "nameType": "Organizational", "affiliation": [], "nameIdentifiers": []}
    parts = {"name": author, "nameType": "Personal", "givenName": given, "familyName": family}
    return {**parts, "affiliation": [], "nameIdentifiers": []}
