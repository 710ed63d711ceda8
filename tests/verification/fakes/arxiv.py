"""arXiv: an Atom feed of preprints by number."""

from xml.sax.saxutils import escape

from tests.verification.fakes.fake import Answered, Asked, Fake
from tests.verification.fakes.work import Work, name

_FEED = """<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <link href="http://arxiv.org/api/query" rel="self" type="application/atom+xml"/>
  <title type="html">ArXiv Query</title>
  <id>http://arxiv.org/api/example</id>
  <updated>2026-01-02T00:00:00-05:00</updated>
  <opensearch:totalResults xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">{total}</opensearch:totalResults>
{entries}</feed>
"""
_ENTRY = """  <entry>
    <id>http://arxiv.org/abs/{number}v2</id>
    <updated>{year}-05-04T17:00:00Z</updated>
    <published>{year}-03-01T17:00:00Z</published>
    <title>{title}</title>
    <summary>An example.</summary>
{authors}{doi}{comment}    <category term="q-bio.QM" scheme="http://arxiv.org/schemas/atom"/>
  </entry>
"""


class Arxiv(Fake):
    """``entries`` has what is sent for each number (without a version)."""

    def __init__(self) -> None:
        super().__init__()
        self.entries: dict[str, str] = {}

    def add(self, work: Work) -> None:
        self.entries[work.arxiv] = entry(work)

    def answer(self, asked: Asked) -> Answered:
        ids = [one.rpartition("v")[0] or one for one in asked.query["id_list"].split(",")]
        found = [self.entries[one] for one in ids if one in self.entries]
        body = _FEED.format(total=len(ids), entries="".join(found))
        return Answered(200, body.encode(), "application/atom+xml; charset=utf-8")


def entry(work: Work) -> str:
    namespace = 'xmlns:arxiv="http://arxiv.org/schemas/atom"'
    withdrawn = any(update.type == "withdrawal" for update in work.updates)
    comment = "This paper has been withdrawn by the authors" if withdrawn else "12 pages"
    people = (" ".join(reversed(name(author))).strip() for author in work.authors)
    return _ENTRY.format(
        number=work.arxiv,
        year=work.year,
        title=escape(work.title),
        authors="".join(f"    <author>\n      <name>{escape(one)}</name>\n    </author>\n" for one in people),
        doi=f"    <arxiv:doi {namespace}>{escape(work.doi)}</arxiv:doi>\n" if work.doi else "",
        comment=f"    <arxiv:comment {namespace}>{comment}</arxiv:comment>\n",
    )
