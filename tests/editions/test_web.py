"""What a published site tells readers' programs and search engines, read back by readers that are not ours."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urljoin

import feedparser
import pytest
from lxml import etree, html

from tests.editions.made import BASE, TAG, folded, published_topic
from tests.site.run import digests, linimasa
from tests.site.sites import data
from tests.site.test_in_a_browser import trouble_of

if TYPE_CHECKING:
    from playwright.sync_api import Browser

MAP = {"map": "http://www.sitemaps.org/schemas/sitemap/0.9"}
ATOM = "{http://www.w3.org/2005/Atom}"


def build(folder: Path, **settings: str) -> Path:
    topic = published_topic(folder / "topic", **settings)
    done = linimasa("build", "--topic", topic, "--output", folder / "site")
    assert done.returncode == 0, done.stderr
    return folder / "site"


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented topic's site with an address of its own."""
    return build(tmp_path_factory.mktemp("published"))


@pytest.fixture(scope="session")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same site at another address."""
    return build(tmp_path_factory.mktemp("moved"), base_url="https://other.example/")


def graph(page: Path) -> list[dict[str, Any]]:
    """Read what a page says in JSON-LD."""
    found = html.parse(str(page)).xpath("//script[@type='application/ld+json']/text()")
    return list(json.loads(found[0])["@graph"]) if found else []


def every(value: Any) -> list[dict[str, Any]]:
    """Give every object inside a value."""
    if isinstance(value, dict):
        return [value, *(one for part in value.values() for one in every(part))]
    return [one for part in value for one in every(part)] if isinstance(value, list) else []


def test_feeds_are_read_without_a_complaint(published: Path):
    """A feed reader finds in every Atom feed what RFC 4287 asks for, and each address leads to a page of the site."""
    wrong = []
    for path in sorted(published.rglob("*.atom")):
        feed = feedparser.parse(path.read_bytes())
        links = {link.rel: link.href for link in feed.feed.links}
        needed = [feed.feed.id, feed.feed.title, feed.feed.updated, feed.feed.author, links["alternate"]]
        pages = [links["alternate"], *(entry.link for entry in feed.entries)]
        lost = [page for page in pages if not (published / page.removeprefix(f"{BASE}/").partition("#")[0]).is_file()]
        own = links["self"] == f"{BASE}/{path.relative_to(published).as_posix()}"
        complete = all(entry.id and entry.title and entry.updated and entry.summary for entry in feed.entries)
        once = len({entry.id for entry in feed.entries}) == len(feed.entries)
        if feed.bozo or not all(needed) or lost or not own or not complete or not once:
            wrong.append((path.name, feed.bozo, needed, lost, own, complete, once))

    assert [] == wrong


def test_feed_of_all_has_what_articles_report(published: Path):
    """Every reported entry is in it with its quotes, the newest first; what only tables tell has no day to stand on."""
    feed = feedparser.parse((published / "feeds/all.atom").read_bytes())
    found = {entry.link: folded(html.fromstring(entry.content[0].value).text_content()) for entry in feed.entries}
    reported = {f"{BASE}/events/{event['id']}.html": event for event in data(published, "events") if event["evidence"]}
    days = [entry.updated for entry in feed.entries]
    without = [
        (link, proof["quote"])
        for link, event in reported.items()
        for proof in event["evidence"]
        if folded(proof["quote"]) not in found[link]
    ]

    assert (set(reported), []) == (set(found), without)
    assert sorted(days, reverse=True) == days


def test_feeds_of_countries_and_kinds_are_parts_of_it(published: Path):
    """A reader can follow one country or one kind: the same items, fewer."""
    whole = {entry.id for entry in feedparser.parse((published / "feeds/all.atom").read_bytes()).entries}
    parts = {
        path.name: {entry.id for entry in feedparser.parse(path.read_bytes()).entries}
        for path in (published / "feeds").glob("[!ac]*.atom")
    } | {
        path.name: {entry.id for entry in feedparser.parse(path.read_bytes()).entries}
        for path in (published / "feeds").glob("country-*.atom")
    }
    kinds = [ids for name, ids in parts.items() if name.startswith("kind-")]

    assert all(ids <= whole for ids in parts.values())
    assert whole == set().union(*kinds)
    assert any(parts[name] for name in parts if name.startswith("country-"))


def test_json_feeds_say_the_same(published: Path):
    """A JSON Feed has the items of its Atom twin, with the fields that version 1.1 asks for."""
    for path in sorted(published.rglob("*.atom")):
        twin = json.loads(path.with_suffix(".json").read_text("utf-8"))
        entries = feedparser.parse(path.read_bytes()).entries

        assert [(one.id, one.link, one.updated) for one in entries] == [
            (one["id"], one["url"], one["date_modified"]) for one in twin["items"]
        ]
        assert {"version", "title", "items"} <= twin.keys()
        assert all("content_html" in one for one in twin["items"])


def test_identifiers_survive_a_move(published: Path, moved: Path):
    """Entries keep their `tag:` addresses at another address of the site; readers see nothing twice."""

    def ids(site: Path) -> list[str]:
        return [entry.id for entry in feedparser.parse((site / "feeds/all.atom").read_bytes()).entries]

    assert ids(published) == ids(moved)
    assert all(re.fullmatch(rf"tag:{re.escape(TAG)}:id/events/[a-z0-9-]+", id) for id in ids(published))


def test_sitemap_lists_every_page_that_may_be_found(published: Path):
    """The sitemap and the pages' canonical addresses are the same; pages that say noindex are in neither."""
    rows = etree.parse(str(published / "sitemap.xml")).xpath("//map:loc/text()", namespaces=MAP)
    canonical = set()
    for path in published.rglob("*.html"):
        head = html.parse(str(path))
        if not head.xpath("//meta[@name='robots']"):
            canonical |= set(head.xpath("//link[@rel='canonical']/@href"))

    assert (len(rows), canonical) == (len(set(rows)), set(rows))
    assert f"Sitemap: {BASE}/sitemap.xml" in (published / "robots.txt").read_text("utf-8")


def test_lastmod_is_the_newest_article_of_a_page(published: Path):
    """An entry's date is that of its newest article; an entry that only tables tell has none."""
    tree = etree.parse(str(published / "sitemap.xml"))
    found = {
        unquote(row.findtext("map:loc", namespaces=MAP)).removeprefix(f"{BASE}/"): row.findtext(
            "map:lastmod", namespaces=MAP
        )
        for row in tree.xpath("//map:url", namespaces=MAP)
    }
    dates = {one["id"]: one["published"]["edtf"] for one in data(published, "articles")}
    wanted = {
        f"events/{event['id']}.html": max(
            (dates[proof["article"]] for proof in event["evidence"] if len(dates[proof["article"]] or "") == 10),
            default=None,
        )
        for event in data(published, "events")
    }

    assert wanted == {page: found[page] for page in wanted}
    assert None in wanted.values()


def test_pages_say_what_they_are(published: Path):
    """Entries cite news articles, charts and data are datasets, lists are lists, and every page has its trail."""
    event = next(one for one in data(published, "events") if len(one["evidence"]) > 1)
    entry = graph(published / f"events/{event['id']}.html")
    kinds = {
        name: {one.get("@type") for one in every(graph(published / name))}
        for name in ("index.html", "timeline.html", "charts.html", "claims.html")
    }

    assert ["WebPage", "BreadcrumbList"] == [one["@type"] for one in entry]
    assert {"NewsArticle", "Article"} & {one["@type"] for one in entry[0]["citation"]}
    assert event["title"]["id"] == entry[0]["name"]
    assert "Dataset" in kinds["index.html"] & kinds["charts.html"]
    assert "ItemList" in kinds["timeline.html"]


def test_claims_are_reviewed_only_where_computed(published: Path):
    """A verdict for machines stands exactly where the tables computed one for readers."""
    pages = sorted((published / "claims").glob("*.html"))
    reviews = [one for page in pages for one in graph(page) if one["@type"] == "ClaimReview"]
    checked = {f"claim-{one['id']}" for one in data(published, "claims") if one["data_check"]}

    assert checked == {one["url"].partition("#")[2] for one in reviews}
    assert all(one["reviewRating"]["alternateName"] and one["claimReviewed"] for one in reviews)


def test_addresses_for_machines_exist(published: Path):
    """Each address of the site that a page gives in its head leads to a file."""
    lost = set()
    for path in published.rglob("*.html"):
        found = re.findall(rf'{re.escape(BASE)}/([^"#?\s]*)', path.read_text("utf-8").partition("</head>")[0])
        lost |= {one for one in found if not (published / (one or "index.html")).is_file()}

    assert set() == lost


def test_sharing_has_what_opengraph_asks_for(published: Path):
    """Every page that may be found has a type, a title, an address and a description."""
    needed = {"og:title", "og:type", "og:url", "og:description", "og:site_name", "og:locale"}
    bare = []
    for path in published.rglob("*.html"):
        head = html.parse(str(path))
        found = {
            one.get("property") for one in head.xpath("//meta[starts-with(@property, 'og:')]") if one.get("content")
        }
        if not head.xpath("//meta[@name='robots']") and needed - found:
            bare.append(path.name)

    assert [] == bare


def test_the_policy_lets_data_stand(published: Path, browser: Browser):
    """The strict policy does not complain about a script of data, and nobody is asked for anything."""
    context = browser.new_context()
    trouble = trouble_of(context, published.as_uri())
    page = context.new_page()
    for name in ("index.html", "claims.html", "timeline.html", "en/index.html"):
        page.goto((published / name).as_uri())
    context.close()

    assert [] == trouble


def test_without_an_address_nothing_pretends_to_have_one(fiktif: Path):
    """A site that is only read from disk has no feeds, no sitemap and no metadata that needs an address."""
    page = (fiktif / "index.html").read_text("utf-8")

    assert {"robots.txt", "sitemap.xml", "feeds"} & {path.name for path in fiktif.iterdir()} == set()
    assert not re.search(r"\"og:|ld\+json|canonical|\.atom", page)


def test_one_notice_says_what_is_left_out(tmp_path: Path):
    """The build says once that there is no address, or no tag for feeds."""
    no_tag = published_topic(tmp_path / "topic", tag="")
    done = linimasa("build", "--topic", no_tag, "--output", tmp_path / "site")

    assert 1 == done.stderr.count("site.toml has no tag")
    assert (False, True) == ((tmp_path / "site/feeds").exists(), (tmp_path / "site/sitemap.xml").exists())


def test_a_tag_must_be_one(tmp_path: Path):
    """What cannot begin a tag: address is a mistake in the settings."""
    done = linimasa("check", "--topic", published_topic(tmp_path / "topic", tag="meranta.example"))

    assert 3 == done.returncode
    assert "tag: found 'meranta.example'" in done.stderr


def test_published_site_is_the_same_each_time(published: Path, tmp_path: Path):
    """Feeds and sitemap hold no clock."""
    assert digests(published) == digests(build(tmp_path))


def test_the_page_of_lost_addresses_leads_home_from_any_depth(published: Path):
    """A server shows it at the address that was asked for: its styles and links count from the root of the domain."""
    for name in ("404.html", "en/404.html"):
        found = html.parse(str(published / name)).xpath("//a/@href | //link[@rel='stylesheet']/@href | //script/@src")
        links = [urljoin(f"{BASE}/events/x/lost.html", one) for one in found if not one.startswith("#")]

        assert len(links) > 10
        assert [] == [one for one in links if not (published / one.removeprefix(f"{BASE}/")).is_file()]
