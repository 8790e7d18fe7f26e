"""The printed parts of the dashboard's documents: what its files say of themselves, between marks in hand-written prose.

`<!-- printed: name -->` and `<!-- end: name -->` stand around each part. The shot list is printed as a whole.
"""

import json
import os
import pathlib
import re
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
WEB = ROOT / "dashboards/web"
SPEC = "dashboards/dashboard_spec.md"
GUIDE = "dashboards/README_dashboard.md"
SHOTLIST = "dashboards/screenshots/SHOTLIST.md"
EXAMPLE = WEB / "tests/example/35_fee_yield_by_channel.sql"


def describe(data_dir, out):
    """What build/describe.ts tells of the dashboard over a run; its databases are left in `out`."""
    command = ["node", "--import", "tsx", "build/describe.ts", "--data", data_dir, "--out", out]
    result = subprocess.run(command, cwd=WEB, stdin=subprocess.DEVNULL, capture_output=True, text=True, env=os.environ)
    if result.returncode != 0:
        raise SystemExit(f"{' '.join(command)}\n{result.stdout}{result.stderr}")
    return json.loads(pathlib.Path(out, "description.json").read_text())


def documents(data_dir):
    """Path and text of each document, as it should stand over the files of today."""
    with tempfile.TemporaryDirectory() as out:
        described = describe(data_dir, out)
    spec = {
        "pages": pages(described),
        "filters": filters(described),
        "components": components(described),
        "drill-downs": drill_downs(described),
        "facts": facts(described),
        "shared": shared(described),
        "mapping": mapping(described),
    }
    guide = {"keys": keys(described), "pictures": pictures(described), "example": example()}
    return {SPEC: filled(SPEC, spec), GUIDE: filled(GUIDE, guide), SHOTLIST: shot_list(described)}


def filled(path, parts):
    """The document with its printed parts anew. Every part has its place, and every place its part."""
    text = (ROOT / path).read_text()
    places = re.findall(r"^<!-- printed: ([\w-]+) -->$", text, re.M)
    if sorted(places) != sorted(parts):
        raise SystemExit(f"{path} has places for {', '.join(sorted(places))}; printed are {', '.join(sorted(parts))}")
    for name, part in parts.items():
        begin, end = f"<!-- printed: {name} -->", f"<!-- end: {name} -->"
        before, rest = text.split(f"{begin}\n", 1)
        if end not in rest:
            raise SystemExit(f'{path}: "{begin}" has no "{end}"')
        text = f"{before}{begin}\n\n{part}\n{end}{rest.split(end, 1)[1]}"
    return text


def table(header, rows):
    lines = [header, ["---"] * len(header), *rows]
    return "".join("| " + " | ".join(str(cell).replace("|", "\\|") for cell in line) + " |\n" for line in lines)


def code(names):
    return ", ".join(f"`{name}`" for name in names)


def charts_of(described, page):
    return [chart for chart in described["charts"] if chart["page"] == page["page"]]


def page_titles(described):
    return {page["page"]: page["title"] for page in described["pages"]}


# ---- the specification ----------------------------------------------------------------------------------------------


def pages(described):
    rows = [
        (
            f"[{page['title']}](#{anchor(page['title'])})",
            f"`{page['page']}`",
            page["question"],
            len(charts_of(described, page)),
            "yes" if any(chart["isDetail"] for chart in charts_of(described, page)) else "no",
        )
        for page in described["pages"]
    ]
    return table(["page", "folder", "question", "charts", "holds single merchants"], rows)


def anchor(title):
    return re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-")


def filters(described):
    rows = []
    for one in described["filters"]:
        obeying = [fact for fact in described["facts"] if one["filter"] in fact["obeys"]]
        blind = [chart["title"] for chart in described["charts"] if one["filter"] in chart["blind"]]
        place = "a click, a chip removes it" if one["drillOnly"] else "the panel of every page"
        others = "those that read none of these facts" if one["drillOnly"] else ", ".join(blind) or "none"
        rows.append((one["label"], place, code(fact["name"] for fact in obeying), others))
    return table(["filter", "is set in", "facts that it cuts", "charts that do not answer to it"], rows)


def components(described):
    parts = []
    for page in described["pages"]:
        note = f"\n\n{page['note']}" if page["note"] else ""
        rows = [component(described, chart) for chart in charts_of(described, page)]
        header = ["component", "question", "picture", "tooltip and formats", "click", "facts", "marts and tables behind"]
        parts.append(f"### {page['title']}\n\n{page['question']}{note}\n\n{table(header, rows)}")
    return "\n".join(parts)


def component(described, chart):
    titles = page_titles(described)
    name = f"**{chart['title']}**<br>[`{chart['id']}.sql`](web/pages/{chart['id']}.sql)"
    return (
        name + (f"<br>{chart['note']}" if chart["note"] else ""),
        chart["question"],
        picture(chart),
        "<br>".join(part for part in (tooltip(chart), formats(chart)) if part) or "text",
        "<br>".join(click(one, titles) for one in chart["clicks"]) or "none",
        code(chart["facts"]),
        code(sources(described, chart["facts"])),
    )


def picture(chart):
    axes = [
        f"{key}: {code([chart[key]] if isinstance(chart[key], str) else chart[key])}"
        for key in ("x", "y", "line", "series", "value", "label", "low", "marks")
        if chart[key]
    ]
    words = ", ".join([chart["kind"], *chart["options"]])
    columns = [] if axes or chart["kind"] in ("tiles", "callout") else [f"columns: {code(chart['columns'])}"]
    return "<br>".join([f"{words} ({chart['width']} width)", *axes, *columns])


def tooltip(chart):
    return f"tooltip: {code(chart['tooltip'])}" if chart["tooltip"] else ""


def formats(chart):
    names = dict.fromkeys(chart["formats"].values())
    return "; ".join(f"{name}: {code(c for c, f in chart['formats'].items() if f == name)}" for name in names)


def click(one, titles):
    goto = f", on {titles[one['goto']]}" if one["goto"] else ""
    return f"`{one['column']}` sets {one['filter']}{goto}"


def sources(described, names):
    """The marts and tables behind facts, also through facts that are made of others; what a run says of itself is none."""
    facts_by_name = {fact["name"]: fact for fact in described["facts"]}
    found, waiting = set(), list(names)
    seen = set()
    while waiting:
        name = waiting.pop()
        if name in seen or (name == "meta" and names != ["meta"]):
            continue
        seen.add(name)
        found.update(facts_by_name[name]["sources"])
        waiting.extend(facts_by_name[name]["from"])
    return sorted(found, key=lambda source: (not source.startswith("marts/"), source))


def drill_downs(described):
    titles = page_titles(described)
    rows = [
        (titles[chart["page"]], chart["title"], f"`{one['column']}`", one["filter"], titles.get(one["goto"], "stays"))
        for chart in described["charts"]
        for one in chart["clicks"]
    ]
    return table(["page", "chart", "a click on", "sets the filter", "and goes to"], rows)


def facts(described):
    rows = [
        (
            f"[`{fact['name']}`]({fact['file'].removeprefix('dashboards/')})",
            fact["question"],
            fact["grain"],
            "detail" if fact["database"] == "detail" else "core",
            code(sources(described, [fact["name"]])),
        )
        for fact in described["facts"]
    ]
    return table(["fact", "question", "grain", "file", "marts and tables behind"], rows)


def shared(described):
    titles = page_titles(described)
    rows = [
        (
            f"[`{one['name']}`]({one['file'].removeprefix('dashboards/')})",
            one["question"],
            one["grain"],
            code(one["facts"]),
            "<br>".join(f"{titles[chart['page']]}: {chart['title']}" for chart in described["charts"] if one["name"] in chart["shared"]),
        )
        for one in described["shared"]
    ]
    return table(["shared table", "question", "grain", "facts", "charts"], rows)


def mapping(described):
    uses = {}
    for chart in described["charts"]:
        for source in sources(described, chart["facts"]):
            uses.setdefault(source, []).append(chart)
    titles = page_titles(described)
    rows = []
    for source in sorted(uses, key=lambda source: (not source.startswith("marts/"), source)):
        by_page = {}
        for chart in uses[source]:
            by_page.setdefault(titles[chart["page"]], []).append(chart["title"])
        through = sorted({name for chart in uses[source] for name in chart["facts"] if source in sources(described, [name])})
        components_ = "<br>".join(f"{page}: {', '.join(charts)}" for page, charts in by_page.items())
        rows.append((f"`{source}`", code(through), components_))
    return table(["mart or table", "facts", "components"], rows)


# ---- the build guide ------------------------------------------------------------------------------------------------


def keys(described):
    rows = [(f"`{one['key']}`", one["meaning"], ", ".join(one["neededBy"]) or "-") for one in described["keys"]]
    return table(["key", "meaning", "needed by"], rows)


def pictures(described):
    needs = {}
    for one in described["keys"]:
        for kind in one["neededBy"]:
            needs.setdefault(kind, []).append(one["key"])
    examples = {}
    for chart in described["charts"]:
        examples.setdefault(chart["kind"], chart["id"])
    rows = [
        (
            f"`{kind}`",
            code(needs.get(kind, [])) or "-",
            code(described["fixed"].get(kind, [])) or "-",
            f"[`{examples[kind]}.sql`](web/pages/{examples[kind]}.sql)" if kind in examples else "-",
        )
        for kind in described["kinds"]
    ]
    return table(["picture", "keys that it needs", "columns that it reads by name", "see"], rows)


def example():
    return f"```sql\n{EXAMPLE.read_text()}```\n"


# ---- the shot list --------------------------------------------------------------------------------------------------


def shot_list(described):
    titles = page_titles(described)
    charts = {chart["id"]: chart["title"] for chart in described["charts"]}
    labels = {one["filter"]: one["label"] for one in described["filters"]}
    parts = [
        "# Shot list\n\nPrinted by `make docs` from dashboards/web/shots.yaml, which `make screenshots` follows; `make check` fails when it has "
        "drifted.\n\n`make screenshots` builds the dashboard of the last run, opens it in Chromium without a network at 1440 x 900, takes the steps "
        "with real mouse and keyboard, asserts what is expected, and only then writes the picture into this folder. Pictures are not tracked: "
        "they show the run that you made. A message on the console or a request to a network fails the shot.\n"
    ]
    for shot in described["shots"]:
        steps = [step(one, titles, charts, labels) for one in shot["steps"]]
        expected = [expectation(one, titles, charts, labels) for one in shot["expect"]]
        parts.append(
            f"\n## {shot['shot']}.png: {shot['title']}\n\n{shot['question']}\n\n"
            + "".join(f"{place}. {text}\n" for place, text in enumerate(steps, 1))
            + "\nExpected before the picture is written:\n\n"
            + "".join(f"- {text}\n" for text in expected)
        )
    return "".join(parts)


def step(one, titles, charts, labels):
    ((verb, what),) = one.items()
    if verb == "open":
        return f"Open {known(titles, what, 'page')}, with no filter."
    if verb == "choose":
        label = known(labels, what["filter"], "filter")
        return f"Choose {label}: {what.get('preset') or (what['values'] if isinstance(what['values'], str) else ', '.join(what['values']))}."
    if verb == "panel":
        return f"Open the panel of {known(labels, what, 'filter')}."
    title = known(charts, what["chart"], "chart")
    place = f"the point with the largest `{what['largest']}`" if "largest" in what else f"point {what.get('row')}"
    words = {
        "hover": f"Rest the pointer on {place} of “{title}”.",
        "click": f"Click {place} of “{title}”.",
        "scroll": f"Bring “{title}” into view.",
        "table": f"Turn “{title}” to its table.",
        "drill": f"Click the link in row {what.get('row')} of the table of “{title}”.",
    }
    if verb in words:
        return words[verb]
    raise SystemExit(f'shots.yaml: "{verb}" is no step')


def expectation(one, titles, charts, labels):
    ((kind, what),) = one.items()
    if kind == "text":
        return f"The page says “{what}”."
    if kind == "refreshed":
        return "The time of the last refresh is that of the run."
    if kind == "native":
        names = ", ".join(f"“{known(charts, chart, 'chart')}”" for chart in what)
        return f"The rows of {names} are those of the same SQL in the project's own DuckDB under the same filters."
    if kind == "chips":
        return f"There is a chip for each of: {', '.join(known(labels, name, 'filter') for name in what)}; no other."
    if kind == "tooltip":
        return f"The tooltip tells {', '.join(what)}."
    if kind == "crumb":
        return f"A breadcrumb leads back to {what}."
    if kind == "rows":
        return f"“{known(charts, what['chart'], 'chart')}” has at least {what['at_least']} rows."
    if kind == "shares":
        return f"In “{known(charts, what['chart'], 'chart')}”, `{what['value']}` of each `{what['group']}` adds up to 1."
    if kind == "page":
        return f"The page is {known(titles, what, 'page')}."
    raise SystemExit(f'shots.yaml: "{kind}" is no expectation')


def known(names, name, kind):
    if name not in names:
        raise SystemExit(f'shots.yaml: there is no {kind} "{name}"; there are {", ".join(names)}')
    return names[name]
