"""Volumes: the volume, issue and pages by which an article is found in its journal."""

from lint.article.lazy import lazy

_PAGES = r"(?:pp?\.?\s*)?[A-Za-z]{0,2}\d+"
VOLUME = lazy(
    rf"\d[A-Za-z]?\s*\(\s*[\w\s/.–-]{{1,20}}\)\s*[:,]\s*{_PAGES}"  # 12(3):161
    rf"|(?<=[a-z.] )\d{{1,4}} \((?:19|20)\d\d\) {_PAGES}"  # 12 (2009) 161
    r"|;\s*\d+\s*(?:[:(]|[Ss]uppl)|;\s*\(\d+\)\s*:"  # ;12:161
    r"|\bvol(?:ume|\.)?\s*\d"
    r"|(?<![\d:/.-])\d{1,4}:\s?[A-Za-z]{0,2}\d+(?:[-–][A-Za-z]?\d+|\d)\s*(?:[.,;]|$)"  # 12:161–174
    rf"|[,.A-Za-z]\s*(?<!\d)\d{{1,4}},\s*{_PAGES}\s*[-–]\s*[A-Za-z]?\d+"  # 12, 161–174
)
"""Where the volume of a journal begins to be told."""
