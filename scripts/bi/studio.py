"""Looker Studio: the field map of the extracts, and the link that makes a report from a template over one's own data.

usage: studio.py --connector googleCloudStorage --bucket BUCKET/FOLDER [--report ID] [--name NAME] [--mode view|edit] [--explain]
       studio.py --connector bigQuery --project PROJECT --dataset DATASET [--billing PROJECT] [...]
       studio.py --connector looker --instance my.looker.com [--model payments] [...]

Prints one Linking API URL. Without --report it opens Looker Studio's default report on the first data source,
because that report has one; with it, each data source replaces the one of the same alias in the template.
"""

import argparse
import csv
import io
import sys
import urllib.parse

import catalogue as catalogues
from description import DescriptionError, read_description

ADDRESS = "https://lookerstudio.google.com/reporting/create"
# What Google's page on the Linking API lists (read as of 3 March 2026), for the connectors that are built here.
CONTROLS = {"c.reportId", "c.pageId", "c.mode", "c.explain", "r.reportName"}
EVERY_SOURCE = {"connector", "datasourceName", "refreshFields"}
CONNECTORS = {
    "bigQuery": {"type", "projectId", "datasetId", "tableId", "billingProjectId"},
    "googleCloudStorage": {"pathType", "path"},
    "looker": {"instanceUrl", "model", "explore"},
}
TYPES = {
    "date": "Date", "text": "Text", "yes/no": "Boolean", "id": "Number", "USD": "Currency (USD - US Dollar ($))", "percent": "Percent",
    "count": "Number", "number": "Number", "bps": "Number",
}  # fmt: skip


def link(sources, controls, sources_parameters):
    """The URL; only documented parameters pass. sources_parameters: alias -> its parameters."""
    pairs = []
    for name, value in controls.items():
        if name not in CONTROLS:
            raise DescriptionError(
                f"{name} is no parameter of the Linking API; allowed are {', '.join(sorted(CONTROLS))}"
            )
        pairs.append((name, value))
    for alias, parameters in sources_parameters.items():
        if alias not in sources:
            raise DescriptionError(f"{alias} is no data source; allowed are {', '.join(sources)}")
        allowed = EVERY_SOURCE | CONNECTORS.get(parameters["connector"], set())
        if parameters["connector"] not in CONNECTORS:
            raise DescriptionError(
                f"{parameters['connector']} is no connector; allowed are {', '.join(sorted(CONNECTORS))}"
            )
        for name, value in parameters.items():
            if name not in allowed:
                raise DescriptionError(
                    f"{name} is no parameter of {parameters['connector']}; allowed are {', '.join(sorted(allowed))}"
                )
            # The default report has one data source, and that has no alias.
            prefix = f"ds.{alias}." if "c.reportId" in controls else "ds."
            pairs.append((f"{prefix}{name}", value))
    return f"{ADDRESS}?{urllib.parse.urlencode(pairs, quote_via=urllib.parse.quote, safe='')}"


def report_link(description, arguments):
    """The link that the command line asks for."""
    controls = {"c.reportId": arguments.report, "c.mode": arguments.mode, "r.reportName": arguments.name}
    controls |= {"c.explain": "true"} if arguments.explain else {}
    controls = {name: value for name, value in controls.items() if value}
    needed = {
        "bigQuery": ("project", "dataset"), "googleCloudStorage": ("bucket",), "looker": ("instance",),
    }[arguments.connector]  # fmt: skip
    for name in needed:
        if not getattr(arguments, name):
            raise DescriptionError(f"{arguments.connector} needs --{name}")
    sources = list(description.sources) if arguments.report else list(description.sources)[:1]
    parameters = {}
    for alias in sources:
        table = description.tables[alias]
        parameters[alias] = {"connector": arguments.connector, "datasourceName": table.title}
        if arguments.connector == "bigQuery":
            parameters[alias] |= {
                "type": "TABLE", "projectId": arguments.project, "datasetId": arguments.dataset, "tableId": alias,
            }  # fmt: skip
            if arguments.billing:
                parameters[alias]["billingProjectId"] = arguments.billing
        elif arguments.connector == "googleCloudStorage":
            parameters[alias] |= {"pathType": "FILE", "path": f"{arguments.bucket.strip('/')}/{alias}.csv"}
        else:
            parameters[alias] |= {"instanceUrl": arguments.instance, "model": arguments.model, "explore": alias}
        # Calculated fields of a template carry over; types that were set by hand do only when fields are not read anew.
        if arguments.report:
            parameters[alias]["refreshFields"] = "false"
    return link(description.sources, controls, parameters)


def field_map(description):
    """What to set for each field of each extract, and the calculated fields to add."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["data source", "field", "show as", "role", "type", "aggregation", "formula", "meaning"])
    for source in description.sources:
        table = description.tables[source]
        for column in table.stored:
            if column.kind == "ratio":
                continue
            measure = column.kind == "additive"
            role, aggregation = ("metric", "Sum") if measure else ("dimension", "None")
            writer.writerow(
                [source, column.column, column.title, role, TYPES[column.format], aggregation, "", column.meaning]
            )
        for column in table.columns:
            if column.kind == "ratio":
                name = f"{column.title} (ratio of sums)" if column.type else column.title
                writer.writerow(
                    [source, "", name, "metric", TYPES[column.format], "Auto", formula(column), column.meaning]
                )
        for count in description.counts.values():
            if count.source == source:
                text_of = f"COUNT_DISTINCT(CASE WHEN {count.above_zero} > 0 THEN {count.distinct} END)"
                shown = description.field(source, count.name)
                writer.writerow([source, "", shown.title, "metric", TYPES["count"], "Auto", text_of, count.meaning])
    return text.getvalue()


def pages(description):
    """What stands on each page of the report, chart by chart, in the words of Looker Studio."""
    charts = {
        "tile": "Scorecard",
        "line": "Time series",
        "bar": "Bar",
        "heatmap": "Pivot table with heatmap",
        "table": "Table",
    }
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(
        ["page", "row", "chart", "kind", "data source", "dimension", "breakdown", "metrics", "filter", "sort", "rows"]
    )
    for board in description.dashboards.values():
        for row, names in enumerate(board.rows, 1):
            for name in names:
                sheet = description.sheets[name]

                def shown(names, source=sheet.source):
                    return ", ".join(description.field(source, name).title for name in names)

                kind = (
                    "Line"
                    if sheet.kind == "line" and not sheet.by
                    else "Column"
                    if sheet.kind == "bar" and sheet.x
                    else charts[sheet.kind]
                )
                step = f" by {sheet.by}" if sheet.by else ""
                excluded = [
                    f"exclude {shown([field])} = {', '.join(values)}" for field, values in sheet.excluded.items()
                ]
                most = [f"include {shown([field])} <= {value}" for field, value in sheet.at_most.items()]
                ordered = (
                    f"{shown(sheet.measures[:1])} descending"
                    if sheet.kind == "bar" and not sheet.x
                    else shown(sheet.dimensions[:1])
                )
                writer.writerow([
                    board.title, row, sheet.title, kind, sheet.source, shown([sheet.x] if sheet.x else sheet.rows) + step,
                    shown([*sheet.columns, *([sheet.series] if sheet.series else [])]), shown(sheet.measures),
                    "; ".join(excluded + most), ordered, sheet.top or "",
                ])  # fmt: skip
    return text.getvalue()


def formula(column):
    """A ratio of sums in Looker Studio's language. NULL and not zero is what a missing row adds."""
    true, there = column.conditions
    conditions = [f"{name} = true" for name in true] + [f"{name} IS NOT NULL" for name in there]

    def total(name):
        return f"SUM(CASE WHEN {' AND '.join(conditions)} THEN {name} END)" if conditions else f"SUM({name})"

    scale = f"{column.scale} * " if column.scale else ""
    less = f" - {column.less}" if column.less else ""
    return f"{scale}{total(column.numerator)} / {total(column.denominator)}{less}"


def main(words):
    parser = argparse.ArgumentParser(
        prog="studio.py", description="Prints a Linking API URL for a Looker Studio report."
    )
    parser.add_argument("--connector", required=True, choices=sorted(CONNECTORS))
    parser.add_argument("--report", help="id of the template report, between reporting/ and /page in its address")
    parser.add_argument("--name", help="name of the new report")
    parser.add_argument("--mode", choices=["view", "edit"])
    parser.add_argument("--explain", action="store_true", help="let Looker Studio show how it understood the link")
    parser.add_argument("--bucket", help="bucket and folder of Google Cloud Storage with the extracts")
    parser.add_argument("--project", help="project of BigQuery")
    parser.add_argument("--dataset", help="dataset of BigQuery")
    parser.add_argument("--billing", help="project of BigQuery that pays")
    parser.add_argument("--instance", help="address of the Looker instance, without https://")
    parser.add_argument("--model", default="payments", help="model of the Looker instance")
    arguments = parser.parse_args(words)
    tables = catalogues.read_csv((catalogues.ROOT / "dashboards/catalogue.csv").read_text())
    try:
        description = read_description((catalogues.ROOT / "dashboards/bi.yaml").read_text(), tables)
        print(report_link(description, arguments))
    except catalogues.CatalogueError as error:
        sys.exit(f"studio.py: {error}")


if __name__ == "__main__":
    main(sys.argv[1:])
