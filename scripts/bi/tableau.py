"""A Tableau workbook from the description: data sources, sheets, dashboards, filters, actions and tooltips as XML.

The text is the same for the same description: ids are made of names. What may stand where follows Tableau's
published schema for version 26.1; test/bi lints it and docs/DECISIONS.md records what the schema itself said.
"""

import urllib.parse
import uuid
import xml.etree.ElementTree as tree

VERSION = "26.1"
USER = "http://www.tableausoftware.com/xml/user"
SCALE = 100_000
TYPES = {"DATE": "date", "VARCHAR": "string", "BOOLEAN": "boolean", "BIGINT": "integer", "INTEGER": "integer"}
REMOTE = {"date": "133", "string": "129", "boolean": "11", "integer": "20", "real": "5"}
TRUNCATIONS = {"day": ("tdy", "Day-Trunc"), "week": ("twk", "Week-Trunc"), "month": ("tmn", "Month-Trunc")}
FORMATS = {"USD": 'c"$"#,##0;-"$"#,##0', "percent": "p0.00%", "count": "n#,##0;-#,##0", "number": "n#,##0.00;-#,##0.00"}
CENTS = {"avg_amount", "cac"}
MARKS = {"tile": "Text", "line": "Line", "bar": "Bar", "heatmap": "Square", "table": "Text"}
FILTER_WIDTH = 14_000
TITLE_HEIGHT = 6_000
NOTE_HEIGHT = 4_000
TILE_HEIGHT = 13_000

tree.register_namespace("user", USER)


class Field:
    """A field of a data source as the XML names it: the column, and an instance of it with an aggregation."""

    def __init__(self, description, source, name, by=""):
        column = description.field(source, name)
        self.name, self.column, self.source = name, column, f"federated.{source}"
        self.data_type = (
            "real" if column.kind == "ratio" else TYPES.get(column.type, "real" if column.type else "integer")
        )
        self.is_calculated = column.kind in ("ratio", "count")
        self.column_name = f"[calculated_{name}]" if self.is_calculated else f"[{name}]"
        if column.role == "measure":
            self.derivation = "User" if self.is_calculated else "Sum"
            prefix, self.type = "usr" if self.is_calculated else "sum", "quantitative"
        else:
            prefix, self.derivation = TRUNCATIONS[by] if by else ("none", "None")
            self.type = (
                "quantitative" if by else {"date": "ordinal", "integer": "ordinal"}.get(self.data_type, "nominal")
            )
        self.prefix = prefix

    def along(self):
        """The instance as a continuous axis or range."""
        if self.column.role == "dimension" and self.data_type in ("date", "integer"):
            self.type = "quantitative"
        return self

    @property
    def instance_name(self):
        key = {"nominal": "nk", "ordinal": "ok", "quantitative": "qk"}[self.type]
        return f"[{self.prefix}:{self.column_name.strip('[]')}:{key}]"

    @property
    def full_name(self):
        return f"[{self.source}].{self.instance_name}"


def workbook(description, carrier):
    """The workbook on extracts of one carrier, hyper or csv, beside it in the folder Data."""
    book = tree.Element("workbook", {
        "original-version": VERSION, "version": VERSION, "source-build": "0.0.0 (0000.0.0.0)", "source-platform": "win",
    })  # fmt: skip
    tree.SubElement(tree.SubElement(book, "document-format-change-manifest"), "ManifestByVersion")
    datasources = tree.SubElement(book, "datasources")
    for source in description.sources:
        datasources.append(datasource(description, source, carrier))
    shared = tree.SubElement(book, "shared-views")
    for source in description.sources:
        shared.append(shared_view(description, source))
    book.append(actions(description))
    worksheets = tree.SubElement(book, "worksheets")
    for sheet in description.sheets.values():
        worksheets.append(worksheet(description, sheet))
    dashboards = tree.SubElement(book, "dashboards")
    for board in description.dashboards.values():
        dashboards.append(dashboard(description, board))
    book.append(windows(description))
    explain = tree.SubElement(
        book, "explain-data", {"enabled-for-viewer": "true", "extreme-values-enabled-for-all": "false"}
    )
    tree.SubElement(explain, "explanation-types")
    tree.indent(book)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + tree.tostring(book, encoding="unicode") + "\n"


def identity(*names):
    return f"{{{str(uuid.uuid5(uuid.NAMESPACE_URL, '/'.join(('payments', *names)))).upper()}}}"


# Data sources


def datasource(description, source, carrier):
    table = description.tables[source]
    node = tree.Element(
        "datasource", {"caption": table.title, "inline": "true", "name": f"federated.{source}", "version": VERSION}
    )
    connection = tree.SubElement(node, "connection", {"class": "federated"})
    named = f"{carrier}.{source}"
    holder = tree.SubElement(
        tree.SubElement(connection, "named-connections"), "named-connection", {"caption": table.title, "name": named}
    )
    if carrier == "hyper":
        parent = source
        tree.SubElement(holder, "connection", {
            "class": "hyper", "authentication": "auth-none", "dbname": f"Data/{description.name}.hyper",
            "default-settings": "yes", "schema": "Extract", "sslmode": "", "tablename": source, "username": "",
        })  # fmt: skip
        relation = {"name": source, "table": f"[Extract].[{source}]", "type": "table"}
        tree.SubElement(connection, "relation", {"connection": named, **relation})
    else:
        parent = f"{source}.csv"
        tree.SubElement(holder, "connection", {
            "class": "textscan", "directory": "Data", "filename": parent, "password": "", "server": "",
        })  # fmt: skip
        relation = tree.SubElement(connection, "relation", {
            "connection": named, "name": parent, "table": f"[{source}#csv]", "type": "table",
        })  # fmt: skip
        columns = tree.SubElement(
            relation, "columns", {"character-set": "UTF-8", "header": "yes", "locale": "en_US", "separator": ","}
        )
        for ordinal, column in enumerate(table.stored):
            tree.SubElement(columns, "column", {
                "datatype": TYPES.get(column.type, "real"), "name": column.column, "ordinal": str(ordinal),
            })  # fmt: skip
    records = tree.SubElement(connection, "metadata-records")
    for ordinal, column in enumerate(table.stored):
        kind = TYPES.get(column.type, "real")
        record = tree.SubElement(records, "metadata-record", {"class": "column"})
        for name, text in {
            "remote-name": column.column,
            "remote-type": REMOTE[kind],
            "local-name": f"[{column.column}]",
            "parent-name": f"[{parent}]",
            "remote-alias": column.column,
            "ordinal": str(ordinal),
            "local-type": kind,
            "aggregation": "Sum" if column.kind == "additive" else "Year" if kind == "date" else "Count",
            "contains-null": "true",
        }.items():
            tree.SubElement(record, name).text = text
    tree.SubElement(node, "aliases", {"enabled": "yes"})
    for column in table.stored:
        node.append(stored_column(column))
    for column in table.columns:
        if column.kind == "ratio":
            node.append(column_of(Field(description, source, column.column), description))
    for count in description.counts.values():
        if count.source == source:
            node.append(column_of(Field(description, source, count.name), description))
    return node


def stored_column(column):
    kind = TYPES.get(column.type, "real")
    attributes = {"caption": column.title, "datatype": kind, "name": f"[{column.column}]", "role": column.role}
    if column.role == "measure":
        attributes["type"] = "quantitative"
    else:
        attributes["type"] = {"date": "ordinal", "integer": "ordinal"}.get(kind, "nominal")
    if column.kind == "plain":
        attributes["aggregation"] = "Max"
    if column.kind == "ratio":
        # The stored ratio holds for its own row only; the calculated field of the same caption holds for any.
        attributes["hidden"] = "true"
    return described(attributes, column)


def column_of(field, description):
    """The column of a field: stored, or calculated with its formula."""
    if not field.is_calculated:
        return stored_column(field.column)
    node = described(
        {
            "caption": field.column.title, "datatype": field.data_type, "name": field.column_name, "role": "measure",
            "type": "quantitative",
        },
        field.column,
    )  # fmt: skip
    calculation = tree.Element("calculation", {"class": "tableau", "formula": formula(field.column, description)})
    node.insert(0, calculation)
    return node


def described(attributes, column):
    shown = FORMATS.get(column.format)
    if shown:
        attributes["default-format"] = 'c"$"#,##0.00;-"$"#,##0.00' if column.column in CENTS else shown
    node = tree.Element("column", attributes)
    run = tree.SubElement(tree.SubElement(tree.SubElement(node, "desc"), "formatted-text"), "run")
    run.text = column.meaning
    return node


def formula(column, description):
    """A ratio of sums, or a distinct count, in Tableau's language; division by zero gives NULL there."""
    if column.kind == "count":
        count = description.counts[column.column]
        return f"COUNTD(IF [{count.above_zero}] > 0 THEN [{count.distinct}] END)"
    true, there = column.conditions
    condition = " AND ".join([*(f"[{name}]" for name in true), *(f"NOT ISNULL([{name}])" for name in there)])

    def total(name):
        return f"SUM(IF {condition} THEN [{name}] END)" if condition else f"SUM([{name}])"

    scale = f"{column.scale} * " if column.scale else ""
    less = f" - {column.less}" if column.less else ""
    return f"{scale}{total(column.numerator)} / {total(column.denominator)}{less}"


def dependencies(description, source, fields):
    """The columns and instances that a view uses, once each and in order of name."""
    node = tree.Element("datasource-dependencies", {"datasource": f"federated.{source}"})
    columns = {field.column_name: field for field in fields}
    # A calculated field depends on the columns of its formula.
    for field in fields:
        if field.column.kind == "ratio":
            names = [*field.column.parts, *field.column.conditions[0]]
        elif field.column.kind == "count":
            count = description.counts[field.name]
            names = [count.distinct, count.above_zero]
        else:
            names = []
        for name in names:
            stored = Field(description, source, name)
            columns.setdefault(stored.column_name, stored)
    for _, field in sorted(columns.items()):
        node.append(without_words(column_of(field, description)))
    for name, field in sorted({field.instance_name: field for field in fields}.items()):
        tree.SubElement(node, "column-instance", {
            "column": field.column_name, "derivation": field.derivation, "name": name, "pivot": "key", "type": field.type,
        })  # fmt: skip
    return node


def without_words(column):
    """The meaning stands once, at the data source."""
    column.remove(column.find("desc"))
    return column


# Filters


def global_filters(description, source):
    """The global filters that a source has, as fields."""
    names = [description.filter_field(source, name) for name in description.filters]
    return [filter_field(description, source, name) for name in names if name]


def filter_field(description, source, name):
    field = Field(description, source, name)
    return field.along() if field.data_type == "date" else field


def shared_view(description, source):
    """Filters that apply to all sheets using the source; as context, so that a top 20 is taken of what they leave."""
    node = tree.Element("shared-view", {"name": f"federated.{source}"})
    link_sources(node, description, [source])
    fields = global_filters(description, source)
    node.append(dependencies(description, source, fields))
    for field in fields:
        if field.data_type == "date":
            tree.SubElement(node, "filter", {
                "class": "quantitative", "column": field.full_name, "context": "true", "included-values": "all",
            })  # fmt: skip
        else:
            chosen = tree.SubElement(
                node, "filter", {"class": "categorical", "column": field.full_name, "context": "true"}
            )
            chosen.append(every_member(field.instance_name))
    return node


def every_member(level):
    return tree.Element("groupfilter", {
        "function": "level-members", "level": level, f"{{{USER}}}ui-enumeration": "all", f"{{{USER}}}ui-marker": "enumerate",
    })  # fmt: skip


def own_filters(description, sheet):
    """The filters that belong to one sheet: (field, element)."""
    for name, values in sheet.excluded.items():
        field = Field(description, sheet.source, name)
        node = tree.Element("filter", {"class": "categorical", "column": field.full_name})
        group = tree.SubElement(node, "groupfilter", {
            "function": "except", f"{{{USER}}}ui-domain": "database", f"{{{USER}}}ui-enumeration": "exclusive",
            f"{{{USER}}}ui-marker": "enumerate",
        })  # fmt: skip
        tree.SubElement(group, "groupfilter", {"function": "level-members", "level": field.instance_name})
        for value in values:
            tree.SubElement(
                group, "groupfilter", {"function": "member", "level": field.instance_name, "member": f'"{value}"'}
            )
        yield field, node
    for name, most in sheet.at_most.items():
        field = Field(description, sheet.source, name).along()
        node = tree.Element(
            "filter", {"class": "quantitative", "column": field.full_name, "included-values": "in-range"}
        )
        tree.SubElement(node, "min").text = "0"
        tree.SubElement(node, "max").text = str(most)
        yield field, node
    if sheet.top:
        field = Field(description, sheet.source, sheet.rows[0])
        measure = Field(description, sheet.source, sheet.measures[0])
        expression = measure.column_name if measure.is_calculated else f"SUM({measure.column_name})"
        node = tree.Element("filter", {"class": "categorical", "column": field.full_name})
        end = tree.SubElement(node, "groupfilter", {
            "count": str(sheet.top), "end": "top", "function": "end", "units": "records", f"{{{USER}}}ui-marker": "end",
            f"{{{USER}}}ui-top-by-field": "true",
        })  # fmt: skip
        order = tree.SubElement(end, "groupfilter", {
            "direction": "DESC", "expression": expression, "function": "order", f"{{{USER}}}ui-marker": "order",
        })  # fmt: skip
        order.append(every_member(field.instance_name))
        yield field, node


# Sheets


def sheet_fields(description, sheet):
    """The fields of a sheet by where they stand."""
    source = sheet.source

    def on_axis(name):
        if sheet.by:
            return Field(description, source, name, sheet.by)
        # A line needs an axis; the bars of a table by age stand side by side.
        return Field(description, source, name).along() if sheet.kind == "line" else Field(description, source, name)

    return {
        "x": [on_axis(sheet.x)] if sheet.x else [],
        "rows": [Field(description, source, name) for name in sheet.rows],
        "columns": [Field(description, source, name) for name in sheet.columns],
        "measures": [Field(description, source, name) for name in sheet.measures],
        "series": [Field(description, source, sheet.series)] if sheet.series else [],
        "tooltip": [Field(description, source, name) for name in sheet.tooltip],
    }


def worksheet(description, sheet):
    node = tree.Element("worksheet", {"name": sheet.title})
    title = tree.SubElement(tree.SubElement(node, "layout-options"), "title")
    tree.SubElement(tree.SubElement(title, "formatted-text"), "run", {"bold": "true"}).text = sheet.title
    table = tree.SubElement(node, "table")
    fields = sheet_fields(description, sheet)
    own = list(own_filters(description, sheet))
    shared = global_filters(description, sheet.source)
    view = tree.SubElement(table, "view")
    link_sources(view, description, [sheet.source])
    used = [field for place in fields.values() for field in place] + shared + [field for field, _ in own]
    view.append(dependencies(description, sheet.source, used))
    if sheet.kind == "table":
        view.append(shown_measures(sheet, fields["measures"]))
    for _, element in own:
        view.append(element)
    if sheet.kind == "bar" and fields["rows"]:
        tree.SubElement(view, "computed-sort", {
            "column": fields["rows"][0].full_name, "direction": "DESC", "using": fields["measures"][0].full_name,
        })  # fmt: skip
    sliced = [field.full_name for field in shared] + [field.full_name for field, _ in own]
    if sheet.kind == "table":
        sliced.append(f"[federated.{sheet.source}].[:Measure Names]")
    slices = tree.SubElement(view, "slices")
    for name in dict.fromkeys(sliced):
        tree.SubElement(slices, "column").text = name
    tree.SubElement(view, "aggregation", {"value": "true"})
    tree.SubElement(table, "style")
    panes = tree.SubElement(table, "panes")
    rows, columns = shelves(sheet, fields)
    if sheet.kind == "line" and len(fields["measures"]) == 2:
        # One pane for what both share, one for each measure: two charts above each other on one axis of time.
        panes.append(pane(sheet, fields, ""))
        for number, measure in enumerate(fields["measures"], 1):
            panes.append(pane(sheet, fields, measure.full_name, number))
    else:
        panes.append(pane(sheet, fields, ""))
    tree.SubElement(table, "rows").text = rows
    tree.SubElement(table, "cols").text = columns
    tree.SubElement(node, "simple-id", {"uuid": identity("worksheet", sheet.name)})
    return node


def link_sources(parent, description, sources):
    links = tree.SubElement(parent, "datasources")
    for source in sources:
        tree.SubElement(
            links, "datasource", {"caption": description.tables[source].title, "name": f"federated.{source}"}
        )


def shown_measures(sheet, measures):
    """The measures of a text table stand side by side as values of Measure Names."""
    level = "[:Measure Names]"
    node = tree.Element("filter", {"class": "categorical", "column": f"[federated.{sheet.source}].{level}"})
    union = tree.SubElement(node, "groupfilter", {"function": "union", f"{{{USER}}}op": "manual"})
    for measure in measures:
        tree.SubElement(
            union, "groupfilter", {"function": "member", "level": level, "member": f'"{measure.full_name}"'}
        )
    return node


def shelves(sheet, fields):
    """The texts of rows and columns."""

    def joined(places, operator):
        names = [field.full_name for field in places]
        return f"({f' {operator} '.join(names)})" if len(names) > 1 else "".join(names)

    measures = joined(fields["measures"], "+")
    if sheet.kind == "tile":
        return "", ""
    if sheet.kind == "line" or fields["x"]:
        return measures, joined(fields["x"], "/")
    if sheet.kind == "bar":
        return joined(fields["rows"], "/"), measures
    if sheet.kind == "heatmap":
        return joined(fields["rows"], "/"), joined(fields["columns"], "/")
    return joined(fields["rows"], "/"), f"[federated.{sheet.source}].[:Measure Names]"


def pane(sheet, fields, axis, number=0):
    attributes = {"selection-relaxation-option": "selection-relaxation-allow"}
    if axis:
        attributes |= {"id": str(number), "y-axis-name": axis}
    node = tree.Element("pane", attributes)
    tree.SubElement(tree.SubElement(node, "view"), "breakdown", {"value": "auto"})
    tree.SubElement(node, "mark", {"class": MARKS[sheet.kind]})
    encodings = []
    if sheet.kind == "heatmap":
        encodings.append(("color", fields["measures"][0].full_name))
    if fields["series"]:
        encodings.append(("color", fields["series"][0].full_name))
    if sheet.kind in ("tile", "heatmap"):
        encodings.append(("text", fields["measures"][0].full_name))
    if sheet.kind == "table":
        encodings.append(("text", f"[federated.{sheet.source}].[Multiple Values]"))
    encodings += [("tooltip", field.full_name) for field in fields["tooltip"]]
    if encodings:
        holder = tree.SubElement(node, "encodings")
        for kind, name in encodings:
            tree.SubElement(holder, kind, {"column": name})
    if sheet.kind not in ("tile", "table"):
        node.append(tooltip(fields))
    style = tree.SubElement(node, "style")
    rule = tree.SubElement(style, "style-rule", {"element": "mark"})
    shown = sheet.kind in ("tile", "heatmap", "table") or (sheet.kind == "bar" and not sheet.x)
    tree.SubElement(rule, "format", {"attr": "mark-labels-show", "value": "true" if shown else "false"})
    return node


def tooltip(fields):
    """One line for each field of the mark, the name before the value."""
    node = tree.Element("customized-tooltip")
    text = tree.SubElement(node, "formatted-text")
    shown = [field for place in ("x", "rows", "columns", "series", "measures", "tooltip") for field in fields[place]]
    for place, field in enumerate(shown):
        tree.SubElement(text, "run", {"fontcolor": "#787878"}).text = f"{field.column.title}: "
        tree.SubElement(text, "run", {"bold": "true"}).text = f"<{field.full_name}>"
        if place < len(shown) - 1:
            tree.SubElement(text, "run").text = "Æ\n"
    return node


# Dashboards


def dashboard(description, board):
    node = tree.Element("dashboard", {"name": board.title})
    tree.SubElement(node, "style")
    tree.SubElement(node, "size", {"maxheight": "900", "maxwidth": "1440", "minheight": "900", "minwidth": "1440"})
    sources = description.sources_of(board)
    link_sources(node, description, sources)
    for source in sources:
        node.append(dependencies(description, source, global_filters(description, source)))
    zones = tree.SubElement(node, "zones")
    number = iter(range(1, 1000))

    def zone(parent, x, y, w, h, **attributes):
        names = {"type": "type-v2", "show_title": "show-title"}
        values = {names.get(name, name): value for name, value in attributes.items()}
        return tree.SubElement(
            parent, "zone", {"h": str(h), "id": str(next(number)), "w": str(w), "x": str(x), "y": str(y), **values}
        )

    root = zone(zones, 0, 0, SCALE, SCALE, type="layout-basic")
    zone(root, 0, 0, SCALE, TITLE_HEIGHT, type="title")
    notes = notes_of(description, board)
    bottom = SCALE - (NOTE_HEIGHT if notes else 0)
    # Filters stand at the right, one set for each data source of the dashboard.
    cards = [(source, field) for source in sources for field in global_filters(description, source)]
    height = (bottom - TITLE_HEIGHT) // len(cards)
    for place, (source, field) in enumerate(cards):
        shown_on = next(name for name in board.sheets if description.sheets[name].source == source)
        mode = {} if field.data_type == "date" else {"mode": "checkdropdown"}
        zone(
            root, SCALE - FILTER_WIDTH, TITLE_HEIGHT + place * height, FILTER_WIDTH, height, type="filter",
            name=description.sheets[shown_on].title, param=field.full_name, **mode,
        )  # fmt: skip
    tiles = [row for row in board.rows if all(description.sheets[name].kind == "tile" for name in row)]
    others = len(board.rows) - len(tiles)
    tall = (bottom - TITLE_HEIGHT - TILE_HEIGHT * len(tiles)) // max(others, 1)
    y = TITLE_HEIGHT
    for row in board.rows:
        high = TILE_HEIGHT if row in tiles else tall
        wide = (SCALE - FILTER_WIDTH) // len(row)
        for place, name in enumerate(row):
            zone(root, place * wide, y, wide, high, name=description.sheets[name].title)
        y += high
    if notes:
        text = zone(root, 0, bottom, SCALE, NOTE_HEIGHT, type="text")
        tree.SubElement(tree.SubElement(text, "formatted-text"), "run", {"fontsize": "8"}).text = " ".join(notes)
    tree.SubElement(node, "simple-id", {"uuid": identity("dashboard", board.name)})
    return node


def notes_of(description, board):
    """Which filters leave which sheets alone, and why: shown on the dashboard."""
    notes = []
    for source in description.sources_of(board):
        for name, reason in description.sources[source].without.items():
            notes.append(f"{description.tables[source].title}: no filter by {name.replace('_', ' ')}, {reason}.")
    return notes


def actions(description):
    """Clicks on marks. The schema wants filters first, then what they depend on, then navigation."""
    node = tree.Element("actions")
    used = {}
    for number, action in enumerate(description.actions, 1):
        if action.kind != "filter":
            continue
        sheet, board = description.sheets[action.source], description.dashboards[action.to]
        element = tree.SubElement(node, "action", {"caption": action.title, "name": action_name(number, action)})
        activation(element, description, action)
        pairs = []
        for target in description.sources_of(board):
            for name in action.fields:
                if description.tables[target].has(name):
                    taken = Field(description, sheet.source, name)
                    used.setdefault(sheet.source, {})[taken.column_name] = taken
                    left = urllib.parse.quote(f"[federated.{target}].[{name}]", safe="")
                    pairs.append(f"{left}~s0=<[federated.{sheet.source}].[{name}]~na>")
        tree.SubElement(element, "link", {
            "caption": action.title, "delimiter": ",", "escape": "\\",
            "expression": f"tsl:{urllib.parse.quote(board.title, safe='')}?{'&'.join(pairs)}",
            "include-null": "true", "multi-select": "true", "url-escape": "true",
        })  # fmt: skip
        command = tree.SubElement(element, "command", {"command": "tsc:tsl-filter"})
        if action.at == action.to:
            tree.SubElement(command, "param", {"name": "exclude", "value": sheet.title})
        tree.SubElement(command, "param", {"name": "target", "value": board.title})
    link_sources(node, description, sorted(used))
    for source in sorted(used):
        part = tree.SubElement(node, "datasource-dependencies", {"datasource": f"federated.{source}"})
        for _, field in sorted(used[source].items()):
            part.append(without_words(column_of(field, description)))
    for number, action in enumerate(description.actions, 1):
        if action.kind == "navigate":
            element = tree.SubElement(
                node, "nav-action", {"caption": action.title, "name": action_name(number, action)}
            )
            activation(element, description, action)
            target = description.dashboards[action.to].title
            tree.SubElement(tree.SubElement(element, "params"), "param", {"name": "sheet", "value": target})
    return node


def activation(element, description, action):
    kind = {"auto-clear": "true", "type": "on-select"} if action.kind == "filter" else {"type": "on-select"}
    tree.SubElement(element, "activation", kind)
    tree.SubElement(element, "source", {
        "dashboard": description.dashboards[action.at].title, "type": "sheet",
        "worksheet": description.sheets[action.source].title,
    })  # fmt: skip


def action_name(number, action):
    return f"[Action{number}_{identity('action', action.at, action.source, action.to).strip('{}').replace('-', '')}]"


def windows(description):
    """A tab for each dashboard, the first of them open; sheets are hidden behind their dashboards."""
    node = tree.Element("windows", {"source-height": "30"})
    for sheet in description.sheets.values():
        window = tree.SubElement(node, "window", {"class": "worksheet", "hidden": "true", "name": sheet.title})
        cards = tree.SubElement(window, "cards")
        left = tree.SubElement(tree.SubElement(cards, "edge", {"name": "left"}), "strip", {"size": "160"})
        for kind in ("pages", "filters", "marks"):
            tree.SubElement(left, "card", {"type": kind})
        top = tree.SubElement(cards, "edge", {"name": "top"})
        for kind in ("columns", "rows", "title"):
            tree.SubElement(tree.SubElement(top, "strip", {"size": "31"}), "card", {"type": kind})
        right = tree.SubElement(tree.SubElement(cards, "edge", {"name": "right"}), "strip", {"size": "160"})
        for field in global_filters(description, sheet.source):
            mode = {} if field.data_type == "date" else {"mode": "checkdropdown"}
            tree.SubElement(right, "card", {**mode, "param": field.full_name, "type": "filter"})
        tree.SubElement(window, "simple-id", {"uuid": identity("window", sheet.name)})
    for place, board in enumerate(description.dashboards.values()):
        first = {"maximized": "true"} if place == 0 else {}
        window = tree.SubElement(node, "window", {"class": "dashboard", **first, "name": board.title})
        viewpoints = tree.SubElement(window, "viewpoints")
        for name in board.sheets:
            viewpoint = tree.SubElement(viewpoints, "viewpoint", {"name": description.sheets[name].title})
            tree.SubElement(viewpoint, "zoom", {"type": "entire-view"})
        tree.SubElement(window, "active", {"id": "-1"})
        tree.SubElement(window, "simple-id", {"uuid": identity("window", board.name)})
    return node
