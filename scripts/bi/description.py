"""dashboards/bi.yaml as checked objects: what it names must stand in the catalogue, and every mistake is told in one
sentence.
"""

import dataclasses

import yaml

from catalogue import CatalogueError, Column, title

KINDS = ("tile", "line", "bar", "heatmap", "table")
STEPS = ("day", "week", "month")
SHEET_KEYS = {
    "kind",
    "source",
    "title",
    "x",
    "rows",
    "columns",
    "measures",
    "series",
    "top",
    "tooltip",
    "except",
    "at_most",
}


class DescriptionError(CatalogueError):
    """What is wrong in dashboards/bi.yaml, in one sentence."""


@dataclasses.dataclass(frozen=True)
class Source:
    name: str
    date: str
    without: dict


@dataclasses.dataclass(frozen=True)
class Count:
    """A distinct count: the one measure that is neither a column nor a ratio of columns."""

    name: str
    source: str
    distinct: str
    above_zero: str
    meaning: str


@dataclasses.dataclass(frozen=True)
class Sheet:
    name: str
    kind: str
    source: str
    title: str
    measures: tuple
    x: str = ""
    by: str = ""
    rows: tuple = ()
    columns: tuple = ()
    series: str = ""
    top: int = 0
    tooltip: tuple = ()
    excluded: dict = dataclasses.field(default_factory=dict)
    at_most: dict = dataclasses.field(default_factory=dict)

    @property
    def dimensions(self):
        named = [self.x, *self.rows, *self.columns, self.series]
        return [name for name in dict.fromkeys(named) if name]


@dataclasses.dataclass(frozen=True)
class Dashboard:
    name: str
    title: str
    rows: tuple

    @property
    def sheets(self):
        return [sheet for row in self.rows for sheet in row]


@dataclasses.dataclass(frozen=True)
class Action:
    kind: str
    source: str
    at: str
    to: str
    title: str
    fields: tuple = ()


@dataclasses.dataclass(frozen=True)
class Description:
    name: str
    title: str
    sources: dict
    filters: tuple
    counts: dict
    sheets: dict
    dashboards: dict
    actions: tuple
    tables: dict

    def field(self, source, name):
        """The column, ratio or count of a source."""
        count = self.counts.get(name)
        if count and count.source == source:
            return Column(source, name, "", "measure", "count", title(name), "count", count.meaning)
        return self.tables[source].column(name)

    def filter_field(self, source, name):
        """The field that a global filter works on in a source, or nothing when the source is without it."""
        if name in self.sources[source].without:
            return ""
        return self.sources[source].date if name == "date" else name

    def sources_of(self, dashboard):
        return list(dict.fromkeys(self.sheets[sheet].source for sheet in dashboard.sheets))


def read_description(text, tables):
    """The description, checked against the catalogue."""
    try:
        raw = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise DescriptionError(f"bi.yaml cannot be read: {' '.join(str(error).split())}") from error
    expect_keys("bi.yaml", raw, {"name", "title", "sources", "filters", "counts", "sheets", "dashboards", "actions"})
    described = Description(
        name=raw["name"],
        title=raw["title"],
        sources={name: read_source(name, value, raw["filters"], tables) for name, value in raw["sources"].items()},
        filters=tuple(raw["filters"]),
        counts={name: Count(name, **value) for name, value in raw["counts"].items()},
        sheets={name: read_sheet(name, value) for name, value in raw["sheets"].items()},
        dashboards={
            name: Dashboard(name, value["title"], tuple(tuple(row) for row in value["rows"]))
            for name, value in raw["dashboards"].items()
        },
        actions=tuple(
            Action(
                value["kind"], value["from"], value["at"], value["to"], value["title"], tuple(value.get("fields", ()))
            )
            for value in raw["actions"]
        ),
        tables=tables,
    )
    check(described)
    return described


def expect_keys(where, found, allowed):
    unknown = sorted(set(found) - allowed)
    if unknown:
        raise DescriptionError(f"{where} has the unknown key {unknown[0]}; allowed are {', '.join(sorted(allowed))}")


def read_source(name, value, filters, tables):
    expect_keys(f"source {name}", value, {"date", "without"})
    if name not in tables:
        raise DescriptionError(f"source {name} is no table of the catalogue")
    source = Source(name, value.get("date", ""), value.get("without", {}))
    for wanted in filters:
        field = source.date if wanted == "date" else wanted
        there = bool(field) and tables[name].has(field)
        if there == (wanted in source.without):
            state = "has the filter" if there else "has no field for the filter"
            raise DescriptionError(
                f"source {name} {state} {wanted}: {'drop it from' if there else 'name it under'} without"
            )
    return source


def read_sheet(name, value):
    expect_keys(f"sheet {name}", value, SHEET_KEYS)
    missing = {"kind", "source", "title", "measures"} - value.keys()
    if missing:
        raise DescriptionError(f"sheet {name} has no {sorted(missing)[0]}")
    if value["kind"] not in KINDS:
        raise DescriptionError(f"sheet {name} is of the unknown kind {value['kind']}; allowed are {', '.join(KINDS)}")
    x = value.get("x", {})
    expect_keys(f"x of sheet {name}", x, {"field", "by"})
    if x.get("by") not in (None, *STEPS):
        raise DescriptionError(f"sheet {name} goes by {x['by']}; allowed are {', '.join(STEPS)}")
    return Sheet(
        name, value["kind"], value["source"], value["title"], tuple(value["measures"]), x.get("field", ""), x.get("by", ""),
        tuple(value.get("rows", ())), tuple(value.get("columns", ())), value.get("series", ""), value.get("top", 0),
        tuple(value.get("tooltip", ())), value.get("except", {}), value.get("at_most", {}),
    )  # fmt: skip


def check(described):
    for count in described.counts.values():
        described.tables[count.source].column(count.distinct)
        described.tables[count.source].column(count.above_zero)
    for sheet in described.sheets.values():
        check_sheet(described, sheet)
    placed = [sheet for dashboard in described.dashboards.values() for sheet in dashboard.sheets]
    for name in placed:
        if name not in described.sheets:
            raise DescriptionError(f"a dashboard shows the sheet {name}, which is not described")
    for name in described.sheets:
        if placed.count(name) != 1:
            raise DescriptionError(f"sheet {name} stands on {placed.count(name)} dashboards instead of one")
    for action in described.actions:
        check_action(described, action)


def check_sheet(described, sheet):
    if sheet.source not in described.sources:
        raise DescriptionError(f"sheet {sheet.name} reads {sheet.source}, which is no source")
    shapes = {
        "tile": not sheet.dimensions and len(sheet.measures) == 1,
        "line": sheet.x and len(sheet.measures) in (1, 2) and not sheet.rows,
        "bar": len(sheet.dimensions) == 1 and len(sheet.measures) == 1,
        "heatmap": len(sheet.rows) == 1 and len(sheet.columns) == 1 and len(sheet.measures) == 1,
        "table": sheet.rows and not sheet.x,
    }
    if not shapes[sheet.kind]:
        raise DescriptionError(f"sheet {sheet.name} has not the fields of a {sheet.kind}")
    for name in (*sheet.dimensions, *sheet.excluded, *sheet.at_most):
        if described.field(sheet.source, name).role != "dimension":
            raise DescriptionError(f"sheet {sheet.name} uses {name} as a dimension, which it is not")
    if sheet.by and described.field(sheet.source, sheet.x).format != "date":
        raise DescriptionError(f"sheet {sheet.name} goes by {sheet.by} along {sheet.x}, which is no date")
    for name in (*sheet.measures, *sheet.tooltip):
        measure = described.field(sheet.source, name)
        if measure.kind not in ("additive", "ratio", "count"):
            raise DescriptionError(
                f"sheet {sheet.name} measures {name}, which can neither be added up nor is a ratio of sums"
            )
        lacking = [need for need in measure.needs.split() if need not in sheet.dimensions]
        if lacking:
            raise DescriptionError(
                f"sheet {sheet.name} shows {name} without {lacking[0]}, on whose values its parts repeat"
            )


def check_action(described, action):
    if action.kind not in ("filter", "navigate"):
        raise DescriptionError(
            f"action {action.title} is of the unknown kind {action.kind}; allowed are filter, navigate"
        )
    for name in (action.at, action.to):
        if name not in described.dashboards:
            raise DescriptionError(f"action {action.title} names the dashboard {name}, which is not described")
    if action.source not in described.dashboards[action.at].sheets:
        raise DescriptionError(f"action {action.title} starts from {action.source}, which is not on {action.at}")
    if bool(action.fields) != (action.kind == "filter"):
        raise DescriptionError(
            f"action {action.title} is to {action.kind}, {'with' if action.fields else 'without'} fields"
        )
    sheet = described.sheets[action.source]
    for field in action.fields:
        if field not in sheet.dimensions:
            raise DescriptionError(f"action {action.title} takes {field} along, which {action.source} does not show")
        for source in described.sources_of(described.dashboards[action.to]):
            if not described.tables[source].has(field) and field not in described.sources[source].without:
                raise DescriptionError(f"action {action.title} filters {source} by {field}, which it does not have")
