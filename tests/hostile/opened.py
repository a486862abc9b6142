"""Open pages in a browser that notes whatever hostile content could do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

SPY = "addEventListener('securitypolicyviolation', e => console.error('CSP', e.effectiveDirective, e.blockedURI))"
LIVE = """() => {
    const found = [];
    for (const one of document.querySelectorAll('*')) {
        for (const {name, value} of one.attributes) {
            if (name.startsWith('on')) found.push(`<${one.localName} ${name}>`);
            if (['href', 'src', 'action', 'srcset', 'formaction', 'data', 'xlink:href'].includes(name) &&
                /^[\\s\\x00-\\x1f]*(javascript|vbscript|data:text):/i.test(value)) found.push(`<${one.localName} ${name}=${value.slice(0, 60)}>`);
        }
        if (['iframe', 'object', 'embed', 'base', 'marquee', 'video', 'frame'].includes(one.localName)) found.push(`<${one.localName}>`);
        if (one.localName === 'script' && !one.src && one.type !== 'application/ld+json') found.push('<script>');
        const target = one.localName === 'a' && one.getAttribute('target');
        if (target && !/^_(top|parent|self)$/.test(target) && !/noopener/.test(one.rel)) found.push('target without noopener');
        if (one.localName === 'meta' && /refresh/i.test(one.httpEquiv) && !/^0; url=[\\w./#-]+$/.test(one.content)) found.push(one.outerHTML);
    }
    const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (words.nextNode()) {
        const inside = words.currentNode.parentElement;
        if (!/[\\u202a-\\u202e\\u2066-\\u2069]/.test(words.currentNode.data) || ['SCRIPT', 'OPTION', 'TEXTAREA'].includes(inside.tagName)) continue;
        const style = getComputedStyle(inside);
        if (style.display === 'inline' && !/isolate|plaintext/.test(style.unicodeBidi)) found.push(`direction runs on behind <${inside.localName} class=${inside.className}>`);
    }
    return found;
}"""
"""What no page may hold, whether it acts or not; and marks of direction that would turn what stands behind them."""


@dataclass
class Seen:
    """What happened while pages were open."""

    pages: int = 0
    dialogs: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    violations: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    live: list[str] = field(default_factory=list)

    @property
    def trouble(self) -> dict[str, list[str]]:
        kinds = ("dialogs", "requests", "violations", "errors", "live")
        return {kind: found[:5] for kind in kinds if (found := getattr(self, kind))}


@contextmanager
def watching(browser: Browser, root: Path) -> Iterator[tuple[Page, Seen]]:
    """Give a page whose every dialog, request out of the folder, breach of the policy and error is noted."""
    context = browser.new_context(viewport={"width": 1000, "height": 800})
    seen = Seen()
    _note(context, root.as_uri(), seen)
    yield context.new_page(), seen
    context.close()


def _note(context: BrowserContext, root: str, seen: Seen) -> None:
    def dialog(one: Any) -> None:
        seen.dialogs.append(f"{one.page.url}: {one.message}")
        one.dismiss()

    def said(one: Any) -> None:
        if one.type == "error":
            (seen.violations if one.text.startswith("CSP") or "Content Security" in one.text else seen.errors).append(
                f"{one.page.url if one.page else ''}: {one.text[:300]}"
            )

    context.add_init_script(SPY)
    context.on("dialog", dialog)
    context.on("console", said)
    context.on("weberror", lambda one: seen.errors.append(str(one.error)))
    context.on("request", lambda one: one.url.startswith((root, "data:", "blob:")) or seen.requests.append(one.url))


def visit(page: Page, seen: Seen, files: Iterable[Path]) -> None:
    """Open each file, do with it what readers do, and look for what must not be there."""
    for file in files:
        page.goto(file.as_uri(), wait_until="load")
        _use(page, file.name)
        seen.live += [f"{file.name}: {found}" for found in page.evaluate(LIVE)]
        seen.pages += 1


def _use(page: Page, name: str) -> None:
    """Search for hostile words, and open what is folded."""
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    if name == "search.html":
        for words in ("script", "alert", "onerror", "velindra", "<img"):
            page.locator("main input[type=search]").first.fill(words)
            page.wait_for_timeout(300)
    if name in ("charts.html", "timeline.html"):
        page.mouse.move(500, 400)
        page.mouse.wheel(0, 3_000)
        page.wait_for_timeout(500)
