"""A LookML project from the catalogue and the description: manifest, model, a view and an explore for each table,
dashboards.

A measure is a sum of a column, a distinct count, or a ratio of sums; numbers that do not add up stay dimensions.
"""

import lkml
import yaml

COLUMNS = 24
VALUE_FORMATS = {
    "USD": "usd_0",
    "percent": "percent_2",
    "count": "decimal_0",
    "number": "decimal_2",
    "bps": "decimal_0",
}
CENTS = {"avg_amount", "cac"}
TIMEFRAMES = {"day": "date", "week": "week", "month": "month"}
CHARTS = {
    "tile": "single_value",
    "line": "looker_line",
    "bar": "looker_bar",
    "heatmap": "looker_grid",
    "table": "looker_grid",
}
MERCHANT_FIELDS = ("merchant_name", "industry", "region", "merchant_size")


def project(description):
    """File name -> text of every file of the project."""
    name = description.name
    files = {
        "manifest.lkml": manifest(name),
        f"{name}.model.lkml": model(description),
    }
    for table in description.tables.values():
        files[f"views/{table.name}.view.lkml"] = lkml.dump({"views": [view(description, table)]})
    for board in description.dashboards.values():
        files[f"dashboards/{board.name}.dashboard.lookml"] = dashboard(description, board)
    return {file: text if text.endswith("\n") else f"{text}\n" for file, text in files.items()}


def manifest(name):
    return lkml.dump({
        "project_name": name,
        "constants": [
            {"name": "CONNECTION", "value": name, "export": "override_required"},
            {"name": "SCHEMA", "value": name, "export": "override_optional"},
        ],
    })  # fmt: skip


def model(description):
    explores = []
    for table in description.tables.values():
        explore = {"name": table.name, "label": table.title, "description": table.purpose}
        if table.has("merchant_id") and not table.has("merchant_name"):
            explore["joins"] = [{
                "name": "top_merchants",
                "type": "left_outer",
                "relationship": "many_to_one",
                "sql_on": f"${{{table.name}.merchant_id}} = ${{top_merchants.merchant_id}}",
                "fields": [f"top_merchants.{field}" for field in MERCHANT_FIELDS if not table.has(field)],
            }]  # fmt: skip
        explores.append(explore)
    return lkml.dump({
        "connection": "@{CONNECTION}",
        "label": description.title,
        "includes": ["/views/*.view.lkml", "/dashboards/*.dashboard.lookml"],
        "explores": explores,
    })  # fmt: skip


# Views


def view(description, table):
    node = {"name": table.name, "sql_table_name": f"@{{SCHEMA}}.{table.name}", "label": table.title}
    dimensions, groups, measures = [], [], []
    for column in table.columns:
        if column.format == "date":
            groups.append(date_group(column))
        elif column.role == "dimension" or column.kind == "plain":
            dimensions.append(dimension(description, table, column))
        elif column.kind == "additive":
            measures.append(total(description, table, column))
        else:
            measures += ratio(description, table, column)
    for count in description.counts.values():
        if count.source == table.name:
            measures.append(distinct(description, count))
    if dimensions:
        node["dimensions"] = dimensions
    if groups:
        node["dimension_groups"] = groups
    if measures:
        node["measures"] = measures
    node["sets"] = [{"name": "detail", "fields": detail(table, [measure["name"] for measure in measures])}]
    return node


def field_name(table, name, by=""):
    """The name of a column in queries: a date is a group of time frames."""
    column = table.column(name)
    if column.format != "date":
        return name
    return f"{name}_{TIMEFRAMES[by] if by else 'month' if 'month' in name else 'date'}"


def dimension(description, table, column):
    kind = "yesno" if column.format == "yes/no" else "string" if column.format == "text" else "number"
    node = {"name": column.column}
    if table.key == (column.column,):
        node["primary_key"] = "yes"
    node |= {"type": kind, "sql": f"${{TABLE}}.{column.column}", "label": column.title, "description": column.meaning}
    if column.kind == "plain":
        node |= {"group_label": "Not to be added up", "value_format_name": VALUE_FORMATS[column.format]}
    links = [
        link(description, action.to, action.title, column.column, description.filters)
        for action in description.actions
        if action.kind == "filter" and action.at != action.to and column.column in action.fields
        and description.sheets[action.source].source == table.name
    ]  # fmt: skip
    if links:
        node["links"] = links
    return node


def link(description, board, label, field="", filters=()):
    taken = f"?{filter_name(field)}={{{{ value | url_encode }}}}" if field in filters else ""
    return {"label": label, "url": f"/dashboards/{description.name}::{board}{taken}"}


def date_group(column):
    return {
        "name": column.column,
        "type": "time",
        "timeframes": ["raw", "date", "week", "month", "quarter", "year"],
        "convert_tz": "no",
        "datatype": "date",
        "sql": f"${{TABLE}}.{column.column}",
        "label": column.title,
        "description": column.meaning,
    }


def measure(table, column, kind, sql):
    node = {"name": column.column, "type": kind, "sql": sql, "label": column.title, "description": column.meaning}
    node["value_format_name"] = "usd" if column.column in CENTS else VALUE_FORMATS[column.format]
    if column.needs:
        node["required_fields"] = [field_name(table, need) for need in column.needs.split()]
    node["drill_fields"] = ["detail*"]
    return node


def total(description, table, column):
    node = measure(table, column, "sum", f"${{TABLE}}.{column.column}")
    return with_links(description, table, column, node)


def ratio(description, table, column):
    """A ratio of sums: of measures, or of hidden sums over the rows that count."""
    true, there = column.conditions
    above, below = (table.column(part) for part in column.parts)
    hidden = []
    if true or there or "plain" in (above.kind, below.kind):
        conditions = [f"${{TABLE}}.{name}" for name in true] + [f"${{TABLE}}.{name} IS NOT NULL" for name in there]
        for part, role in ((above, "numerator"), (below, "denominator")):
            sql = f"${{TABLE}}.{part.column}"
            if conditions:
                sql = f"CASE WHEN {' AND '.join(conditions)} THEN {sql} END"
            hidden.append({"name": f"{column.column}_{role}", "hidden": "yes", "type": "sum", "sql": sql})
        numerator, denominator = (f"${{{part['name']}}}" for part in hidden)
    else:
        numerator, denominator = f"${{{above.column}}}", f"${{{below.column}}}"
    less = f" - {column.less}" if column.less else ""
    node = measure(table, column, "number", f"{column.scale or 1}.0 * {numerator} / NULLIF({denominator}, 0){less}")
    return [*hidden, with_links(description, table, column, node)]


def distinct(description, count):
    table = description.tables[count.source]
    column = description.field(count.source, count.name)
    sql = f"CASE WHEN ${{TABLE}}.{count.above_zero} > 0 THEN ${{TABLE}}.{count.distinct} END"
    return with_links(description, table, column, measure(table, column, "count_distinct", sql))


def with_links(description, table, column, node):
    """A tile from which one navigates leads there by a link of its measure."""
    links = []
    for action in description.actions:
        sheet = description.sheets[action.source]
        if action.kind == "navigate" and sheet.source == table.name and column.column in sheet.measures:
            links.append(link(description, action.to, action.title))
    if links:
        node["links"] = links
    return node


def detail(table, measures):
    """What a drill shows: the key of the table and its measures that need nothing else."""
    return [field_name(table, name) for name in table.key] + [
        name for name in measures if table.has(name) and table.column(name).type
    ][:8]


# Dashboards


def filter_name(name):
    return name.replace("_", " ").capitalize()


def dashboard(description, board):
    elements = []
    row = 0
    for names in board.rows:
        high = 3 if all(description.sheets[name].kind == "tile" for name in names) else 8
        wide = COLUMNS // len(names)
        for place, name in enumerate(names):
            elements.append(element(description, description.sheets[name], row, place * wide, wide, high))
        row += high
    sources = description.sources_of(board)
    filters = []
    for name in description.filters:
        source = next((source for source in sources if description.filter_field(source, name)), None)
        if source:
            filters.append(dashboard_filter(description, source, name))
    node = {
        "dashboard": board.name,
        "title": board.title,
        "layout": "newspaper",
        "preferred_viewer": "dashboards-next",
        "crossfilter_enabled": True,
        "filters": filters,
        "elements": elements,
    }
    return yaml.safe_dump([node], sort_keys=False, allow_unicode=True, width=120)


def dashboard_filter(description, source, name):
    field = description.filter_field(source, name)
    full = f"{source}.{filter_field_name(description, source, name)}"
    node = {"name": filter_name(name), "title": filter_name(name), "type": "field_filter", "default_value": "",
            "allow_multiple_values": True, "required": False}  # fmt: skip
    if description.tables[source].column(field).format != "date":
        node["ui_config"] = {"type": "checkboxes", "display": "popover"}
    return node | {"model": description.name, "explore": source, "listens_to_filters": [], "field": full}


def filter_field_name(description, source, name):
    field = description.filter_field(source, name)
    column = description.tables[source].column(field)
    return f"{field}_date" if column.format == "date" else field


def element(description, sheet, row, col, width, height):
    table = description.tables[sheet.source]

    def full(name, by=""):
        measured = name in sheet.measures
        return f"{sheet.source}.{name if measured else field_name(table, name, by)}"

    dimensions = [full(name, sheet.by if name == sheet.x else "") for name in sheet.dimensions]
    measures = [full(name) for name in sheet.measures]
    node = {
        "name": sheet.name,
        "title": sheet.title,
        "model": description.name,
        "explore": sheet.source,
        "type": "looker_column" if sheet.kind == "bar" and sheet.x else CHARTS[sheet.kind],
        "fields": dimensions + measures,
    }
    pivots = [*sheet.columns, *([sheet.series] if sheet.series else [])]
    if pivots:
        node["pivots"] = [full(name) for name in pivots]
    chosen = {full(name): ",".join(f"-{value}" for value in values) for name, values in sheet.excluded.items()}
    chosen |= {full(name): f"[0, {most}]" for name, most in sheet.at_most.items()}
    if chosen:
        node["filters"] = chosen
    if sheet.kind == "bar" and not sheet.x:
        node["sorts"] = [f"{measures[0]} desc"]
    elif dimensions:
        node["sorts"] = [dimensions[0]]
    node["limit"] = sheet.top or 5000
    if sheet.kind == "heatmap":
        node["enable_conditional_formatting"] = True
        node["conditional_formatting"] = [
            {"type": "along a scale...", "bold": False, "italic": False, "strikethrough": False}
        ]
    if sheet.kind == "line" and len(measures) == 2:
        node["y_axes"] = [
            {"label": "", "orientation": side, "series": [{"axisId": name, "id": name, "name": description.field(sheet.source, short).title}]}
            for side, name, short in zip(("left", "right"), measures, sheet.measures)
        ]  # fmt: skip
    node["listen"] = {
        filter_name(name): f"{sheet.source}.{filter_field_name(description, sheet.source, name)}"
        for name in description.filters
        if description.filter_field(sheet.source, name)
    }
    without = description.sources[sheet.source].without
    if without:
        words = " ".join(f"No filter by {filter_name(name).lower()}: {reason}." for name, reason in without.items())
        node |= {"note_state": "collapsed", "note_display": "hover", "note_text": words}
    return node | {"row": row, "col": col, "width": width, "height": height}
