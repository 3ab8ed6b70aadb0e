"""Follows the links of a site that a generator made from Refract's Markdown, and looks at what became of hostile texts.

Usage: pages.py CONTENT SITE BODY   (BODY is the element that holds a page's text: a tag, or tag.class)
"""
import html.parser
import pathlib
import sys

CONTENT = pathlib.Path(sys.argv[1]).resolve()
SITE = pathlib.Path(sys.argv[2]).resolve()
BODY, _, CLASS = sys.argv[3].partition(".")
# What no page may hold outside of the generator's own theme.
BANNED = {"script", "iframe", "svg", "img", "style", "object", "form", "textarea"}
SHOWN = [
    "<script>window.hit=1</script> takes", "{{title}} {{{x}}} {% raw %} {{< ref >}}", "&lt;&#x41;&amp &copy;",
    "</td></tr></table> must ship", "[click](javascript:window.hit=1)",
]
failures = []


class Page(html.parser.HTMLParser):
    """Links, text and elements of a page's body, lists with their depth."""

    def __init__(self, path):
        super().__init__()
        self.path, self.links, self.text, self.depth, self.lists, self.deepest = path, [], "", 0, 0, 0
        self.feed(path.read_text("utf-8"))

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if self.depth:
            if tag not in ("br", "hr", "input", "meta", "link", "img"):
                self.depth += 1
            if tag in BANNED:
                failures.append(f"{self.path.relative_to(SITE)}: an element <{tag}>")
            if tag == "a":
                self.links.append(attributes.get("href", ""))
            if tag in ("ul", "ol"):
                self.lists += 1
                self.deepest = max(self.deepest, self.lists)
        elif tag == BODY and (not CLASS or CLASS in attributes.get("class", "").split()):
            self.depth = 1

    def handle_endtag(self, tag):
        if self.depth:
            self.depth -= 1
            self.lists -= tag in ("ul", "ol")

    def handle_data(self, data):
        if self.depth:
            self.text += data


def target(page, link):
    """The file that a link leads to; None for the world outside."""
    path = link.partition("#")[0]
    # Hugo makes a link of each address in a text, as a reader would expect.
    if path.startswith("https://example.org"):
        return None
    if ":" in path or path.startswith("//"):
        failures.append(f"{page.path.relative_to(SITE)}: leads outside: {link}")
        return None
    found = (page.path.parent / path).resolve() if path else page.path
    return found / "index.html" if found.is_dir() else found


def page_of(source):
    """Where both generators put the page of a Markdown file."""
    path = source.relative_to(CONTENT).with_suffix("")
    return SITE / (path.parent if path.name in ("index", "_index") else path) / "index.html"


links = 0
for source in sorted(CONTENT.rglob("*.md")):
    where = page_of(source)
    if not where.is_file():
        failures.append(f"{source.relative_to(CONTENT)}: no page {where.relative_to(SITE)}")
        continue
    page = Page(where)
    for link in page.links:
        links += 1
        found = target(page, link)
        if found is not None and not found.is_file():
            failures.append(f"{where.relative_to(SITE)}: the link {link} leads nowhere")
    if source.stem == "hostile":
        text = " ".join(page.text.split())
        failures.extend(f"hostile: does not show {one!r}" for one in SHOWN if one not in text)
    if source.parent == CONTENT and page.deepest < 2:
        failures.append(f"{where.relative_to(SITE)}: no list in a list")
    if len(page.text) < 40:
        failures.append(f"{where.relative_to(SITE)}: no text")

for failure in failures:
    print(failure, file=sys.stderr)
if failures or links < 20:
    sys.exit(f"{len(failures)} failures, {links} links")
print(f"{SITE.parent.name}: {len(list(CONTENT.rglob('*.md')))} pages, {links} links: all well")
