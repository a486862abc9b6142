"""What a topic knows of the world, read from its folder: `topic.load`, `topic.check`, `topic.new`."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from site_src.issues import in_order
from site_src.model import Issue, Words
from site_src.signs import signs
from site_src.topic.charts import chosen
from site_src.topic.checks import check
from site_src.topic.corrections import read_corrections
from site_src.topic.curated import read_curated
from site_src.topic.entities import read_entities
from site_src.topic.history import history_files, read_history
from site_src.topic.indicators import read_indicators, read_measures
from site_src.topic.kinds import read_kinds, read_statuses
from site_src.topic.membership import read_membership
from site_src.topic.milestones import read_milestones
from site_src.topic.outlets import compiling, read_outlets
from site_src.topic.own_pages import placed, read_pages
from site_src.topic.own_templates import own_files, read_templates
from site_src.topic.redirects import read_redirects
from site_src.topic.series import read_series
from site_src.topic.settings import line_of
from site_src.topic.site import FILE, read_site
from site_src.topic.skeleton import new
from site_src.topic.tables import text_again
from site_src.topic.values import Entity, Topic
from site_src.topic.withdrawn import read_withdrawn, settle, withdraws
from site_src.topic.wrong import TopicError, Wrong, folded, issue, nearest

__all__ = ["TopicError", "check", "history_files", "load", "new", "settle", "state", "withdraws"]

_CSV = ("countries", "places", "organisations", "people", "summits", "membership", "milestones", "indicators")
_TOML = (
    "site",
    "kinds",
    "series",
    "statuses",
    "indicators",
    "measures",
    "outlets",
    "corrections",
    "withdrawn",
    "redirects",
)
_HISTORY = ("history/releases.csv", "history/entries.csv")
_TABLES = (*(f"{name}.toml" for name in _TOML), *(f"tables/{name}.csv" for name in _CSV), *_HISTORY)


def load(folder: Path) -> tuple[Topic, tuple[Issue, ...]]:
    """Read a topic and say everything that is wrong with it. A wrong line is left out and nothing else is lost.

    Raises TopicError if there is no `site.toml` or it cannot be read.
    """
    site, in_site = read_site(folder)
    furniture, in_furniture = compiling(folder, FILE, "", "furniture", site.furniture)
    trims, in_trims = compiling(folder, FILE, "", "trims", site.trims)
    statuses, in_statuses = read_statuses(folder)
    rungs = [status.id for status in statuses]
    kinds, in_kinds = read_kinds(folder, rungs)
    deeds = [kind.id for kind in kinds]
    entities, in_entities = read_entities(folder, site.languages)
    countries = [entity.id for entity in entities.values() if entity.kind == "country"]
    organisation, in_organisation = _organisation(folder, site.organisation, entities)
    series, in_series = read_series(folder, site.languages, deeds, entities)
    spells, in_spells = read_membership(folder, site.languages, countries, statuses)
    milestones, in_milestones = read_milestones(folder, site.languages, deeds, entities)
    indicators, in_indicators = read_indicators(folder, countries)
    charts, in_charts = chosen(folder, site.charts, indicators)
    measures, in_measures = read_measures(folder, indicators, rungs)
    outlets, in_outlets = read_outlets(folder)
    pages, in_pages = read_pages(folder)
    main_pages, in_places = placed(folder, site.pages.main, pages)
    corrections, in_corrections = read_corrections(folder, site.languages, deeds)
    curated, in_curated = read_curated(folder, site.languages, deeds, entities)
    withdrawn, in_withdrawn = read_withdrawn(folder, site.languages)
    redirects, in_redirects = read_redirects(folder, site.languages)
    releases, in_history = read_history(folder)
    own_templates, in_templates = read_templates(folder)
    topic = Topic(
        folder=folder,
        title=_filled(site.title, site.languages),
        subtitle=_filled(site.subtitle, site.languages),
        description=_filled(site.description, site.languages),
        languages=site.languages,
        base_url=site.base_url,
        organisation=organisation,
        entities=entities,
        kinds=kinds,
        series=series,
        statuses=statuses,
        spells=spells,
        milestones=milestones,
        indicators=indicators,
        measures=measures,
        outlets=outlets,
        furniture=furniture,
        trims=trims,
        pages=pages,
        charts=charts,
        max_entries=site.timeline.max_entries,
        inputs=_inputs(folder),
        corrections=corrections,
        curated=curated,
        withdrawn=withdrawn,
        tag=site.tag,
        licence=site.licence,
        main_pages=main_pages,
        releases=releases,
        redirects=redirects,
        templates=own_templates,
    )
    problems = (
        *(
            *in_site,
            *in_furniture,
            *in_trims,
            *in_organisation,
            *in_statuses,
            *in_kinds,
            *in_entities,
            *in_series,
            *in_spells,
        ),
        *(*in_milestones, *in_indicators, *in_charts, *in_measures, *in_outlets, *in_pages, *in_places),
        *(*in_corrections, *in_curated, *in_withdrawn, *in_redirects, *in_history, *in_templates, *_mistyped(folder)),
    )
    return topic, in_order(folded(problems))


def _organisation(folder: Path, named: str, entities: Mapping[str, Entity]) -> tuple[str, tuple[Issue, ...]]:
    """Check that the topic's organisation has a row; a topic with an unknown one goes without."""
    known = [entity.id for entity in entities.values() if entity.kind == "organisation"]
    if not named or named in known:
        return named, ()
    line = line_of(text_again(folder / FILE), "", "organisation")
    wrong = Wrong("organisation", named, "an id of organisations.csv", known, code="unknown-id")
    return "", (issue(f"{folder.absolute().name}/{FILE}", line, wrong, "the timeline is about no organisation"),)


def _filled(words: Words, languages: tuple[str, ...]) -> Words:
    """Give words in every interface language; those that are missing are taken from the first that is there."""
    spare = next((words[language] for language in languages if words.get(language)), "")
    return {language: words.get(language) or spare for language in languages}


def _mistyped(folder: Path) -> tuple[Issue, ...]:
    """Name the tables that nobody reads because their name is nearly, but not quite, that of one."""
    found = (*folder.glob("*.toml"), *folder.glob("tables/*.csv"))
    names = [file.relative_to(folder).as_posix() for file in sorted(found)]
    return tuple(
        Issue(
            f"{folder.absolute().name}/{name}",
            0,
            "topic.unknown-file",
            f"found {name}, expected one of the topic's tables{nearest(name, _TABLES)}",
            "the file is not read",
            "warning",
        )
        for name in names
        if name not in _TABLES and nearest(name, _TABLES, 0.85)
    )


def state(folder: Path) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """Tell by what stands in the folder whether something a topic is read from was changed since the last time."""
    return tuple((os.fspath(file), _signs(file)) for file in _inputs(folder))


def _signs(file: Path) -> tuple[int, ...]:
    try:
        return signs(file.stat())
    except OSError:
        return ()


def _inputs(folder: Path) -> tuple[Path, ...]:
    """List every file that a topic is read from."""
    found = (
        *(folder / name for name in _TABLES),
        *folder.glob("pages/*.md"),
        *folder.glob("events/*.md"),
        *own_files(folder),
    )
    return tuple(sorted(file for file in found if file.is_file()))
