"""Findings in a LookML project: every name must lead somewhere, every column must be one of the catalogue, no ratio is
averaged.

There is no validator of LookML without a Looker instance. This one knows what our projects use: lkml parses the
files, the rest resolves views, columns, measures, explores, joins, dashboards, filters and links.
"""

import functools
import re

import lkml
import yaml

COLUMN = re.compile(r"\$\{TABLE\}\.(\w+)")
FIELD = re.compile(r"\$\{(?!TABLE\})([\w.]+)\}")
CONSTANT = re.compile(r"@\{(\w+)\}")
BOARD = re.compile(r"^/dashboards/(\w+)::(\w+)(?:\?([^=]+)=.*)?$")
AGGREGATES = {"sum", "count_distinct", "number"}
KINDS = {"single_value", "looker_line", "looker_bar", "looker_column", "looker_grid"}


def lint(files, tables):
    """files: name -> text. Every finding as one sentence."""
    project = Project(files, tables)
    return project.broken or list(project.findings())


@functools.cache
def parse(text):
    """The parsed text, and whether it is the same after it was written and parsed again."""
    parsed = lkml.load(text)
    return parsed, lkml.load(lkml.dump(parsed)) == parsed


class Project:
    def __init__(self, files, tables):
        self.tables, self.broken = tables, []
        self.views, self.boards, self.models, self.constants = {}, {}, {}, set()
        for name, text in files.items():
            try:
                self.read(name, text)
            except (SyntaxError, yaml.YAMLError, TypeError, KeyError, AttributeError) as error:
                self.broken.append(f"{name}: cannot be read: {' '.join(str(error).split())}")
        self.fields = {name: fields_of(view) for name, view in self.views.items()}

    def read(self, name, text):
        if name.endswith(".lookml"):
            for board in yaml.safe_load(text):
                self.boards[board["dashboard"]] = board
            return
        parsed, survives = parse(text)
        if not survives:
            self.broken.append(f"{name}: does not survive being written again")
        self.constants |= {constant["name"] for constant in parsed.get("constants", [])}
        for view in parsed.get("views", []):
            if view["name"] in self.views:
                self.broken.append(f"{name}: the view {view['name']} stands twice")
            self.views[view["name"]] = view
        if name.endswith(".model.lkml"):
            self.models[name.removesuffix(".model.lkml")] = parsed

    def findings(self):
        if len(self.models) != 1:
            yield f"{len(self.models)} models instead of one"
            return
        ((self.model_name, self.model),) = self.models.items()
        yield from self.constant("the model", self.model.get("connection", ""))
        for name, view in self.views.items():
            yield from self.view(name, view)
        for name in sorted(self.tables.keys() - self.views.keys()):
            yield f"the table {name} has no view"
        self.explores = {}
        for explore in self.model.get("explores", []):
            yield from self.explore(explore)
        for name, board in self.boards.items():
            yield from self.board(name, board)

    def constant(self, where, text):
        yield from (f"{where}: no constant {name}" for name in CONSTANT.findall(text) if name not in self.constants)

    # Views

    def view(self, name, view):
        where = f"view {name}"
        sql = view.get("sql_table_name", "")
        yield from self.constant(where, sql)
        table = self.tables.get(CONSTANT.sub("", sql).strip("."))
        if table is None or table.name != name:
            yield f"{where}: reads {sql or 'nothing'}, which is no table of the catalogue of that name"
            return
        names = [field["name"] for field in every_field(view)]
        yield from (
            f"{where}: {field} stands {names.count(field)} times"
            for field in sorted(set(names))
            if names.count(field) > 1
        )
        for field in every_field(view):
            yield from self.field(f"{where}: {field['name']}", table, field, self.fields[name])
        shown = {word for field in every_field(view) for word in COLUMN.findall(field.get("sql", ""))}
        for column in table.stored:
            # The stored ratio is made anew from its parts, so that it holds for any grouping.
            if column.column not in shown and column.kind != "ratio":
                yield f"{where}: the column {column.column} is missing"
            elif column.kind == "ratio" and column.column not in self.fields[name]:
                yield f"{where}: the ratio {column.column} is missing"
        for group in view.get("sets", []):
            for field in group["fields"]:
                if field not in self.fields[name]:
                    yield f"{where}: the set {group['name']} names {field}, which is no field"

    def field(self, where, table, field, known):
        sql = field.get("sql", "")
        if not sql:
            yield f"{where} has no SQL"
        if sql.count("(") != sql.count(")"):
            yield f"{where} has unbalanced parentheses: {sql}"
        for column in COLUMN.findall(sql):
            if not table.has(column) or not table.column(column).type:
                yield f"{where} reads {column}, which {table.name} does not have"
        for name in FIELD.findall(sql):
            if name not in known:
                yield f"{where} uses {name}, which is no field"
            elif known[name] != "measure" and field["kind"] == "measure":
                yield f"{where} is made of {name}, which is no measure"
        for name in field.get("required_fields", []):
            if known.get(name) != "dimension":
                yield f"{where} needs {name}, which is no dimension"
        for name in field.get("drill_fields", []):
            if not name.endswith("*") and name not in known:
                yield f"{where} drills to {name}, which is no field"
        for link in field.get("links", []):
            yield from self.link(where, link["url"])
        if field["kind"] == "measure":
            yield from self.measure(where, table, field, sql)

    def measure(self, where, table, field, sql):
        kind = field.get("type")
        if kind not in AGGREGATES:
            yield f"{where} is of the type {kind}; a measure is a sum, a distinct count or a ratio of those"
        read = [table.column(name) for name in COLUMN.findall(sql) if table.has(name)]
        if kind == "sum" and field.get("hidden") != "yes":
            for column in read:
                if column.kind != "additive":
                    yield f"{where} adds up {column.column}, which does not add up"
        if kind == "number" and read:
            yield f"{where} reads columns outside of a sum"
        if kind == "number" and "NULLIF(" not in sql:
            yield f"{where} divides without NULLIF"
        if field.get("hidden") != "yes" and table.has(field["name"]):
            wanted = set(table.column(field["name"]).needs.split())
            there = {re.sub(r"_(date|week|month)$", "", name) for name in field.get("required_fields", [])}
            there |= set(field.get("required_fields", []))
            for name in sorted(wanted - there):
                yield f"{where} may stand without {name}, on whose values its parts repeat"

    def link(self, where, url):
        found = BOARD.match(url)
        if not found or found[1] != self.model_name or found[2] not in self.boards:
            yield f"{where} links to {url}, which is no dashboard"
        elif found[3] and found[3] not in {chosen["name"] for chosen in self.boards[found[2]]["filters"]}:
            yield f"{where} links to the filter {found[3]}, which {found[2]} does not have"

    # Explores

    def explore(self, explore):
        where = f"explore {explore['name']}"
        if explore["name"] not in self.views:
            yield f"{where}: no such view"
            return
        known = {f"{explore['name']}.{field}": kind for field, kind in self.fields[explore["name"]].items()}
        for join in explore.get("joins", []):
            if join["name"] not in self.views:
                yield f"{where}: joins {join['name']}, which is no view"
                continue
            joined = {f"{join['name']}.{field}": kind for field, kind in self.fields[join["name"]].items()}
            for field in FIELD.findall(join.get("sql_on", "")):
                if field not in known and field not in joined:
                    yield f"{where}: joins on {field}, which is no field"
            if join.get("relationship") not in ("many_to_one", "one_to_one"):
                yield f"{where}: joins {join['name']} {join.get('relationship')}, which repeats rows that are added up"
            for field in join.get("fields", joined):
                if field not in joined:
                    yield f"{where}: takes {field}, which is no field"
                else:
                    known[field] = joined[field]
        self.explores[explore["name"]] = known

    # Dashboards

    def board(self, name, board):
        where = f"dashboard {name}"
        names = [chosen["name"] for chosen in board["filters"]]
        for chosen in board["filters"]:
            yield from self.explored(f"{where}: the filter {chosen['name']}", chosen, [chosen["field"]])
        used = set()
        places = []
        for element in board["elements"]:
            here = f"{where}: {element['name']}"
            fields = element["fields"]
            yield from self.explored(here, element, [*fields, *element.get("filters", {}), *element["listen"].values()])
            if element["type"] not in KINDS:
                yield f"{here} is of the unknown type {element['type']}"
            for field in [*(element.get("pivots") or []), *(sort.split()[0] for sort in element.get("sorts") or [])]:
                if field not in fields:
                    yield f"{here} pivots or sorts by {field}, which it does not show"
            for chosen in element["listen"]:
                used.add(chosen)
                if chosen not in names:
                    yield f"{here} listens to {chosen}, which is no filter"
            for chosen in names:
                if chosen not in element["listen"] and "note_text" not in element:
                    yield f"{here} does not listen to {chosen} and does not say why"
            yield from self.required(here, fields)
            places.append((element["name"], element["row"], element["col"], element["width"], element["height"]))
        yield from (f"{where}: nothing listens to {chosen}" for chosen in names if chosen not in used)
        for place, (first, row, col, width, height) in enumerate(places):
            if col < 0 or width <= 0 or height <= 0 or col + width > 24:
                yield f"{where}: {first} does not fit into 24 columns"
            for second, other_row, other_col, other_width, other_height in places[place + 1 :]:
                over = col < other_col + other_width and other_col < col + width
                if over and row < other_row + other_height and other_row < row + height:
                    yield f"{where}: {first} and {second} overlap"

    def explored(self, where, part, fields):
        if part["model"] != self.model_name:
            yield f"{where} is of the model {part['model']}"
        known = self.explores.get(part["explore"])
        if known is None:
            yield f"{where} is of the explore {part['explore']}, which does not exist"
            return
        yield from (
            f"{where} names {field}, which is no field of {part['explore']}" for field in fields if field not in known
        )

    def required(self, where, fields):
        for full in fields:
            view, _, name = full.partition(".")
            for field in every_field(self.views.get(view, {})):
                if field["name"] == name:
                    for need in field.get("required_fields", []):
                        if f"{view}.{need}" not in fields:
                            yield f"{where} shows {full} without {need}"


def every_field(view):
    for kind, key in (("dimension", "dimensions"), ("group", "dimension_groups"), ("measure", "measures")):
        yield from ({**field, "kind": kind} for field in view.get(key, []))


def fields_of(view):
    """Name in queries -> dimension or measure; a group of dates is one dimension for each time frame."""
    found = {}
    for field in every_field(view):
        if field["kind"] == "group":
            found |= {f"{field['name']}_{frame}": "dimension" for frame in field.get("timeframes", [])}
        else:
            found[field["name"]] = field["kind"]
    return found
