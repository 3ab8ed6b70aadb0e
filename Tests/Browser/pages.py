"""Opens pages that Refract made in a real browser, from file://, and reports whatever must not be there.

Usage: pages.py OUTPUT INPUTS   (OUTPUT was built from INPUTS and may hold further reports)
"""
import html.parser
import pathlib
import sys

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

OUTPUT = pathlib.Path(sys.argv[1]).resolve()
INPUTS = pathlib.Path(sys.argv[2])
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
SAFE_TAGS = set(
    "html head meta title style script body a article aside b br code dd div dl dt em fieldset figcaption figure footer form h1 h2 h3 h4 header i "
    "input label legend li main mark nav ol output p pre s section small span strong table tbody td tfoot th thead tr ul option select "
    "svg g path rect circle line text tspan title desc defs pattern symbol use".split())
failures = []


def fail(page, what):
    failures.append(f"{page.relative_to(OUTPUT)}: {what}")


class Links(html.parser.HTMLParser):
    """The ids and the links of one page, and what no page of ours holds."""

    def __init__(self, page):
        super().__init__()
        self.page, self.ids, self.links = page, set(), []
        self.feed(page.read_text("utf-8"))

    def handle_starttag(self, tag, attributes):
        if tag not in SAFE_TAGS:
            fail(self.page, f"an element <{tag}>")
        for name, value in attributes:
            if name == "id":
                if value in self.ids:
                    fail(self.page, f"the id {value} twice")
                self.ids.add(value)
            elif name in ("href", "src", "action", "xlink:href"):
                if tag not in ("a", "use"):
                    fail(self.page, f"<{tag} {name}={value}>")
                self.links.append(value)
            elif name.startswith("on") or name == "style" or name == "srcset":
                fail(self.page, f"an attribute {name} of <{tag}>")


def check_links(pages):
    """Every link leads to a file of the output and, with a fragment, to an id in it."""
    known = {page: Links(page) for page in pages}
    count = 0
    for page, found in known.items():
        for link in found.links:
            count += 1
            path, _, fragment = link.partition("#")
            target = (page.parent / path).resolve() if path else page
            if ":" in path or path.startswith("/") or not target.is_file():
                fail(page, f"the link {link} leads nowhere")
            elif fragment and fragment not in (known[target].ids if target in known else ()):
                fail(page, f"the link {link} has no target")
    return count


# Text that a reader with eyes cannot see, besides what is meant for the ears only; and what sticks out at the side.
HIDDEN = """() => {
  const bad = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode, parent = node.parentElement;
    if (!node.data.trim() || parent.closest('.vh, .skip, style, script, svg, thead, [aria-hidden], [hidden]')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    const style = getComputedStyle(parent);
    if (box.width < 1 || box.height < 1 || style.visibility !== 'visible' || style.opacity === '0')
      bad.push('not visible: ' + node.data.trim().slice(0, 60));
    else if (box.right > innerWidth + 1 && !parent.closest('.table-scroll')) bad.push('sticks out: ' + node.data.trim().slice(0, 60));
  }
  if (document.documentElement.scrollWidth > innerWidth) bad.push('scrolls sideways: ' + document.documentElement.scrollWidth);
  for (const section of document.querySelectorAll('section'))
    if (section.getBoundingClientRect().height < 20) bad.push('an empty section');
  return bad;
}"""


def open_page(context, path):
    """A page that tells of every message, error and request."""
    page = context.new_page()
    page.on("console", lambda message: fail(path, f"console: {message.text}"))
    page.on("pageerror", lambda error: fail(path, f"error: {error}"))
    page.on("request", lambda request: request.url.split("#")[0] == path.as_uri() or fail(path, f"request: {request.url}"))
    page.on("dialog", lambda dialog: (fail(path, "a dialog"), dialog.dismiss()))
    page.goto(path.as_uri())
    return page


def check_page(browser, path, axe):
    for width, scheme in ((1280, "light"), (1280, "dark"), (320, "light"), (320, "dark")):
        context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
        page = open_page(context, path)
        where = f"{width} px, {scheme}"
        if scheme == "light":
            for what in page.evaluate(HIDDEN):
                fail(path, f"{where}: {what}")
        for violation in axe.run(page, options=RULES).response["violations"]:
            nodes = ", ".join(str(node["target"][0]) for node in violation["nodes"][:4])
            fail(path, f"{where}: axe {violation['id']}: {nodes}")
        if page.evaluate("window.hit || document.title === 'hit'"):
            fail(path, "a text of the problem ran as a script")
        context.close()


def check_hostile(browser, path):
    """The hostile texts show, character for character, with scripts and without."""
    expected = [
        "<script>window.hit=1</script> takes", "</style></title></textarea><svg onload=window.hit=1>",
        "[click](javascript:window.hit=1)", "{{title}} {{{x}}} {% raw %} {{< ref >}}",
        "\"' onmouseover=window.hit=1 x=\"", "&lt;&#x41;&amp &copy;", "<iframe src=javascript:window.hit=1>",
        "</td></tr></table> must ship", "<img src=x onerror=window.hit=1>", "**bold** | `code` | $(rm -rf /)",
    ]
    for scripts in (True, False):
        context = browser.new_context(java_script_enabled=scripts)
        page = open_page(context, path)
        text = " ".join(page.locator("body").inner_text().split())
        for one in expected:
            if one not in text:
                fail(path, f"does not show {one!r}")
        context.close()


def check_keyboard(browser, path):
    """Tab reaches every link, each with a visible outline, beginning with the one that skips to the report."""
    context = browser.new_context()
    page = open_page(context, path)
    page.keyboard.press("Tab")
    if page.evaluate("document.activeElement.className") != "skip":
        fail(path, "Tab does not begin with the skip link")
    for _ in range(12):
        style = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        if style == "none":
            fail(path, "focus without an outline: " + page.evaluate("document.activeElement.outerHTML.slice(0, 80)"))
        page.keyboard.press("Tab")
    context.close()


def check_list(browser, path):
    """The list sorts by each column, cells without a value last, and finds by words; without scripts it is whole."""
    context = browser.new_context()
    page = open_page(context, path)
    rows = page.locator(".problem")
    count = rows.count()
    for column, name in ((1, "Problem"), (2, "Gap to target"), (3, "Root cause"), (4, "Quality")):
        for direction in (1, -1):
            page.get_by_role("button", name=name, exact=True).click()
            values = page.evaluate("at => [...document.querySelectorAll('.problem')].map(row => row.cells[at].dataset.v || '')", column)
            known = [value for value in values if value]
            if values[len(known):] != [""] * (count - len(known)):
                fail(path, f"sorted by {name} a cell without a value does not stand last")
            if column > 1 and sorted(map(float, known), reverse=direction < 0) != list(map(float, known)):
                fail(path, f"is not sorted by {name}: {values}")
    title = rows.nth(count // 2).locator("th a").inner_text()
    page.get_by_role("searchbox").fill(title)
    shown = [row.locator("th a").inner_text() for row in rows.all() if row.is_visible()]
    if title not in shown or len(shown) == count:
        fail(path, f"the search for {title!r} shows {len(shown)} of {count}")
    page.get_by_role("searchbox").fill("no such words")
    if any(row.is_visible() for row in rows.all()) or "0 of" not in page.get_by_role("status").inner_text():
        fail(path, "the search finds what is not there")
    context.close()
    context = browser.new_context(java_script_enabled=False)
    page = open_page(context, path)
    if page.locator(".problem:visible").count() != count or page.get_by_role("searchbox").count():
        fail(path, "without scripts the list is not whole")
    context.close()


def main():
    pages = sorted(OUTPUT.rglob("*.html"))
    links = check_links(pages)
    mine = [OUTPUT / "problems" / (file.stem + ".html") for file in sorted(INPUTS.glob("*.yaml"))]
    others = [page for page in pages if page.parent.name == "problems" and page not in mine]
    parts = [sorted((OUTPUT / part).glob("*.html"))[:2] for part in ("lenses", "modes")]
    opened = [OUTPUT / "index.html", *mine, *others[:2], *(page for part in parts for page in part)]
    axe = Axe()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for page in opened:
            check_page(browser, page, axe)
        check_hostile(browser, OUTPUT / "problems" / "hostile.html")
        check_list(browser, OUTPUT / "index.html")
        for page in (OUTPUT / "index.html", opened[1]):
            check_keyboard(browser, page)
        browser.close()
    print("\n".join(failures), file=sys.stderr)
    if not links or len(mine) < 5:
        sys.exit("nothing was checked")
    if failures:
        sys.exit(f"{len(failures)} failures")
    print(f"{len(pages)} pages, {links} links, {len(opened)} pages opened four times each: all well")


main()
