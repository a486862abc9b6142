"""A site -> what of it is not as its build left it, and, with the articles at hand, which quote is not in its source.

    verification.verify(Path("output"), Path("content/articles"))  ->  Report(findings=(), ...)

Nothing else is needed: the site carries its own manifest and data.
"""

from __future__ import annotations

from pathlib import Path

from site_src.render.sources import PLACE, recorded
from site_src.verification import files, quotes
from site_src.verification.findings import Finding, Report
from site_src.verification.opening import NoSite, Unreadable, opened, whole

__all__ = ["Finding", "NoSite", "Report", "verify"]


def verify(site: Path, articles: Path | None = None) -> Report:
    """Hold a site's folder or zip against its manifest, and its quotes against the articles.

    Raises:
        NoSite: if there is no site, or a zip that cannot be trusted.
        NothingToRead: if there is no article.
    """
    with opened(site) as carried:
        try:
            manifest = recorded(whole(carried, PLACE))
        except Unreadable as error:
            raise NoSite(f"{site}: its {PLACE} {error}") from None
        if manifest is None:
            raise NoSite(f"{site}: its {PLACE} is not one that a build wrote")
        found = tuple(files.compare(carried, manifest))
        held = quotes.hold(carried, articles) if articles else quotes.Held((), 0, 0)
        known = {one.place for one in found}
        return Report(
            findings=(*found, *sorted(one for one in held.findings if one.place not in known)),
            extra=tuple(sorted(carried.names - manifest.outputs.keys() - {PLACE})),
            beside=carried.beside,
            files=len(manifest.outputs),
            quotes=held.quotes,
            articles=held.articles,
        )
