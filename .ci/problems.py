"""Many problem files out of the few there are: what .ci/bench and .ci/torture feed the program with."""

import pathlib
import re

REPOSITORY = pathlib.Path(__file__).resolve().parent.parent
CORPUS = REPOSITORY / "Tests/RefractEngineTests/Fixtures/Corpus"
MARK = re.compile(r"«[a-z,]+:")


def without_marks(text):
    """The words of a corpus text: the marks of its facts and the head lines are taken out."""
    lines = [line for line in text.splitlines() if not line.startswith("#:")]
    text = MARK.sub("", "\n".join(lines)).replace("»", "").strip() + "\n"
    # An entry that only begins with a quotation is valid YAML with its mark, but not without it.
    return re.sub(r"^( *- )(\".*[^\"])$", r"\1'\2'", text, flags=re.M)


def as_yaml(name, text):
    """A plain text as a problem file."""
    body = "".join(f"  {line}\n" if line else "\n" for line in text.splitlines())
    return f"title: {name.replace('-', ' ').capitalize()}\nproblem: |\n{body}"


def seeds():
    """Name, ending and text of each problem in `inputs/` and in the corpus, sorted by name."""
    found = []
    for path in (REPOSITORY / "inputs").iterdir():
        found.append((path.stem, path.suffix, path.read_text()))
    for path in CORPUS.glob("*/*"):
        text = without_marks(path.read_text())
        found.append((path.stem, ".yaml", text if path.suffix == ".yaml" else as_yaml(path.stem, text)))
    return sorted(found)


def varied(text, number):
    """The text with another title, so that no two problems are the same."""
    text = re.sub(r'^(title: "?)', rf"\g<1>Site {number}: ", text, count=1, flags=re.M)
    return re.sub(r'("title": ")', rf"\g<1>Site {number}: ", text, count=1)


def quoted_title(text):
    """The text with its title in quotes, because ours has a colon."""
    return re.sub(r"^title: (?!\")(.*)$", lambda m: 'title: "' + m[1].replace('"', '\\"') + '"', text, count=1, flags=re.M)


def write_problems(folder, count):
    """Writes `count` problem files; the first ones are the same whatever the count."""
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True)
    originals = seeds()
    for number in range(count):
        name, ending, text = originals[number % len(originals)]
        (folder / f"{name}-{number:06}{ending}").write_text(varied(quoted_title(text), number))
