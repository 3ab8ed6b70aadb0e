"""The Python pipeline of .ci/bench: PyYAML, Jinja2 and cmarkgfm, the fastest ways of each, on several processes.

It cannot think, so it takes the finished analysis from our JSON and the finished Markdown for its HTML. Prints how
many reports it made. Usage: rival.py PROCESSES INPUTS REPORTS OUTPUT
"""

import json
import multiprocessing
import os
import pathlib
import sys

import cmarkgfm
import jinja2
import yaml

MARKDOWN = """# {{ problem.title }}

{% for name, part in solution.items() %}## {{ name }}

{% if part is string or part is number or part is none %}{{ part }}{% elif part is mapping %}{% for key, value in part.items() %}- {{ key }}: {{ value }}
{% endfor %}{% else %}{% for value in part %}- {{ value }}
{% endfor %}{% endif %}

{% endfor %}"""
PAGE = "<!doctype html><html lang=en><title>{{ title|e }}</title><style>{{ style }}</style><main>{{ body }}</main></html>\n"
STYLE = "main{max-width:40rem;margin:auto}" * 200

environment = jinja2.Environment()
markdown_template = environment.from_string(MARKDOWN)
page_template = environment.from_string(PAGE)


def write(path, text):
    temporary = path.with_name(".rival-tmp." + path.name)
    with open(temporary, "w") as file:
        file.write(text)
    os.replace(temporary, path)


def make(task):
    source, reports, output = task
    text = source.read_text()
    problem = json.loads(text) if source.suffix == ".json" else yaml.load(text, Loader=yaml.CSafeLoader)
    name = source.stem
    report = json.loads((reports / f"{name}.json").read_text())
    markdown = markdown_template.render(problem=problem, solution=report["solution"])
    body = cmarkgfm.markdown_to_html((reports / f"{name}.md").read_text())
    write(output / f"{name}.md", markdown)
    write(output / f"{name}.html", page_template.render(title=problem.get("title", name), style=STYLE, body=body))
    write(output / f"{name}.json", json.dumps(report, ensure_ascii=False, indent=2))
    return 1


def main():
    processes, inputs, reports, output = sys.argv[1], *map(pathlib.Path, sys.argv[2:])
    tasks = [(source, reports, output) for source in sorted(inputs.iterdir())]
    with multiprocessing.Pool(int(processes)) as pool:
        print(sum(pool.imap_unordered(make, tasks, chunksize=16)))


main()
