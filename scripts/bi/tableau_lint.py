"""Findings in a Tableau workbook: what stands where it may not, and every name that leads nowhere.

The structure is that of Tableau's published schema for the elements that our workbooks use, in our own words; the
schema sees no renamed column, no missing sheet and no broken formula, so the second half resolves every reference
against the catalogue.

usage: tableau_lint.py file.twb [...] [--xsd twb_2026.1.0.xsd]     the schema itself, when somebody has a copy of it at hand
"""

import pathlib
import re
import sys
import urllib.parse
import xml.etree.ElementTree as tree

import catalogue as catalogues
from tableau import TRUNCATIONS, TYPES, USER

# Children in their order: ? at most one, * any number, + one or more. An element that is not named here may not occur.
CONTENT = {
    "workbook": "document-format-change-manifest datasources shared-views actions worksheets dashboards windows explain-data",
    "document-format-change-manifest": "ManifestByVersion",
    "ManifestByVersion": "",
    "workbook/datasources": "datasource+",
    "workbook/datasources/datasource": "connection aliases column+",
    "datasource/connection": "named-connections relation metadata-records",
    "named-connections": "named-connection+",
    "named-connection": "connection",
    "named-connection/connection": "",
    "relation": "columns?",
    "columns": "column+",
    "columns/column": "",
    "metadata-records": "metadata-record+",
    "metadata-record": "remote-name remote-type local-name parent-name remote-alias ordinal local-type aggregation contains-null",
    "aliases": "",
    "column": "calculation? desc?",
    "calculation": "",
    "desc": "formatted-text",
    "formatted-text": "run*",
    "run": "",
    "shared-views": "shared-view*",
    "shared-view": "datasources datasource-dependencies* filter*",
    "datasources": "datasource*",
    "datasource": "",
    "datasource-dependencies": "column* column-instance*",
    "column-instance": "",
    "filter": "min? max? groupfilter?",
    "groupfilter": "groupfilter*",
    "min": "",
    "max": "",
    "actions": "action* datasources datasource-dependencies* nav-action*",
    "action": "activation source link? command?",
    "nav-action": "activation source params",
    "activation": "",
    "source": "",
    "link": "",
    "command": "param*",
    "params": "param*",
    "param": "",
    "worksheets": "worksheet+",
    "worksheet": "layout-options table simple-id",
    "layout-options": "title",
    "title": "formatted-text",
    "table": "view style panes rows cols",
    "table/view": "datasources datasource-dependencies* filter* computed-sort? slices? aggregation",
    "computed-sort": "",
    "slices": "column+",
    "slices/column": "",
    "aggregation": "",
    "style": "style-rule*",
    "style-rule": "format*",
    "format": "",
    "panes": "pane+",
    "pane": "view mark encodings? customized-tooltip? style",
    "pane/view": "breakdown",
    "breakdown": "",
    "mark": "",
    "encodings": "(color|text|tooltip)*",
    "color": "",
    "text": "",
    "tooltip": "",
    "customized-tooltip": "formatted-text",
    "rows": "",
    "cols": "",
    "simple-id": "",
    "dashboards": "dashboard+",
    "dashboard": "style size datasources datasource-dependencies* zones simple-id",
    "size": "",
    "zones": "zone+",
    "zone": "formatted-text? zone*",
    "windows": "window+",
    "window": "(cards|viewpoints) active? simple-id",
    "cards": "edge*",
    "edge": "strip*",
    "strip": "card*",
    "card": "",
    "viewpoints": "viewpoint*",
    "viewpoint": "zoom?",
    "zoom": "",
    "active": "",
    "explain-data": "explanation-types",
    "explanation-types": "",
    **dict.fromkeys(
        "remote-name remote-type local-name parent-name remote-alias ordinal local-type aggregation contains-null".split(),
        "",
    ),
}
REQUIRED = {
    "workbook": "version source-build",
    "datasource": "name",
    "column": "name datatype role type",
    "column-instance": "name column derivation pivot type",
    "calculation": "class formula",
    "filter": "class column",
    "groupfilter": "function",
    "computed-sort": "column direction using",
    "action": "name",
    "nav-action": "name",
    "source": "type",
    "link": "caption expression",
    "activation": "type",
    "worksheet": "name",
    "dashboard": "name",
    "zone": "id x y w h",
    "window": "name class",
    "simple-id": "uuid",
    "mark": "class",
    "explain-data": "enabled-for-viewer extreme-values-enabled-for-all",
    "style-rule": "element",
    "format": "attr value",
}
WORDS = {
    ("filter", "class"): {"categorical", "quantitative", "relative-date"},
    ("activation", "type"): {"explicit", "on-select", "on-hover"},
    ("source", "type"): {"all", "datasource", "sheet"},
    ("column", "datatype"): {"string", "integer", "real", "date", "datetime", "boolean"},
    ("column", "role"): {"dimension", "measure"},
    ("column", "type"): {"nominal", "ordinal", "quantitative"},
    ("computed-sort", "direction"): {"ASC", "DESC"},
    ("mark", "class"): {"Automatic", "Bar", "Line", "Text", "Square"},
    ("window", "class"): {"worksheet", "dashboard"},
    ("zone", "type-v2"): {"layout-basic", "title", "filter", "text"},
}
IDENTITY = re.compile(r"^\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}$")
ACTION_NAME = re.compile(r"^\[[^\[\]]+\]$")
REFERENCE = re.compile(r"\[([^\[\]]+)\]\.(\[[^\[\]]+\])")
FIELD = re.compile(r"\[([^\[\]]+)\]")
FUNCTIONS = {"SUM", "COUNTD", "ISNULL", "IF", "THEN", "END", "AND", "NOT"}
BUILT_IN = {"[:Measure Names]", "[Multiple Values]"}
DERIVATIONS = {"sum": "Sum", "usr": "User", "none": "None", **{prefix: word for prefix, word in TRUNCATIONS.values()}}
KEYS = {"nk": "nominal", "ok": "ordinal", "qk": "quantitative"}


def lint(text, tables):
    """Every finding as one sentence; none for a workbook that is whole."""
    try:
        book = tree.fromstring(text)
    except tree.ParseError as error:
        return [f"not well-formed: {error}"]
    if book.tag != "workbook":
        return [f"the root is {book.tag} and not workbook"]
    shape = list(structure(book, ""))
    # Where the structure is broken a name cannot be looked up.
    return shape or list(References(book, tables).findings())


# Structure


def structure(node, path):
    path = f"{path}/{node.tag}".lstrip("/")
    rule = next((path_end for path_end in endings(path) if path_end in CONTENT), None)
    if rule is None:
        yield f"{path}: no such element"
        return
    children = [child.tag for child in node]
    if not re.fullmatch(pattern(CONTENT[rule]), "".join(f"{tag};" for tag in children)):
        wanted = CONTENT[rule] or "nothing"
        yield f"{path}{named(node)} holds {shorten(children) or 'nothing'} where {wanted} may stand"
    if rule == node.tag or rule == "workbook/datasources/datasource":
        for name in REQUIRED.get(node.tag, "").split():
            if name not in node.attrib:
                yield f"{path}{named(node)} has no {name}"
    for (tag, name), words in WORDS.items():
        value = node.get(name)
        if tag == node.tag and value is not None and value not in words and rule != "columns/column":
            yield f"{path}{named(node)} has {name} {value}; allowed are {', '.join(sorted(words))}"
    for child in node:
        yield from structure(child, path)


def endings(path):
    """The path from its longest ending of three elements to the element alone."""
    parts = path.split("/")
    return ["/".join(parts[-length:]) for length in (3, 2, 1) if len(parts) >= length]


def pattern(content):
    """`a b? (c|d)*` as a regular expression over tags that each end with a semicolon."""
    return re.sub(r"[A-Za-z][\w-]*", lambda word: f"(?:{word[0]};)", content).replace(" ", "")


def named(node):
    name = node.get("name") or node.get("caption")
    return f" {name}" if name else ""


def shorten(tags):
    return " ".join(tags[:8]) + (f" and {len(tags) - 8} more" if len(tags) > 8 else "")


# References


class References:
    def __init__(self, book, tables):
        self.book, self.tables = book, tables
        self.sources = {node.get("name"): node for node in book.findall("datasources/datasource")}
        self.columns = {
            name: {column.get("name"): column for column in node.findall("column")}
            for name, node in self.sources.items()
        }
        self.sheets = {node.get("name"): node for node in book.findall("worksheets/worksheet")}
        self.boards = {node.get("name"): node for node in book.findall("dashboards/dashboard")}
        self.shared = {node.get("name"): node for node in book.findall("shared-views/shared-view")}

    def findings(self):
        yield from self.unique()
        for name, node in self.sources.items():
            yield from self.source(name, node)
        for name, node in self.shared.items():
            if name not in self.sources:
                yield f"shared view {name}: no such data source"
            else:
                yield from self.view(f"shared view {name}", node)
        for name, node in self.sheets.items():
            yield from self.sheet(name, node)
        for name, node in self.boards.items():
            yield from self.board(name, node)
        yield from self.windows()
        yield from self.actions()

    def unique(self):
        for what, path, attribute in [
            ("data source", "datasources/datasource", "name"),
            ("sheet", "worksheets/worksheet", "name"),
            ("dashboard", "dashboards/dashboard", "name"),
            ("window", "windows/window", "name"),
            ("id", ".//simple-id", "uuid"),
        ]:
            found = [node.get(attribute) for node in self.book.findall(path)]
            for name in sorted({name for name in found if found.count(name) > 1}):
                yield f"{what} {name} occurs {found.count(name)} times"
            if what == "id":
                yield from (f"id {name} is no id" for name in found if not IDENTITY.match(name))
        both = self.sheets.keys() & self.boards.keys()
        yield from (f"{name} is the name of a sheet and of a dashboard" for name in sorted(both))

    def source(self, name, node):
        """A data source reads one table of the catalogue, all its columns and no others."""
        where = f"data source {name}"
        connection = node.find("connection")
        known = {item.get("name") for item in connection.findall("named-connections/named-connection")}
        relation = connection.find("relation")
        if relation.get("connection") not in known:
            yield f"{where}: the relation uses the connection {relation.get('connection')}, which is not named"
        table = self.tables.get(name.removeprefix("federated."))
        if table is None:
            yield f"{where}: the catalogue has no such table"
            return
        if relation.get("table") not in (f"[Extract].[{table.name}]", f"[{table.name}#csv]"):
            yield f"{where}: the relation reads {relation.get('table')}"
        read = {
            record.findtext("local-name"): record.findtext("local-type")
            for record in connection.findall("metadata-records/metadata-record")
        }
        expected = {f"[{column.column}]": TYPES.get(column.type, "real") for column in table.stored}
        if read != expected:
            differing = sorted(read.items() ^ expected.items())
            yield f"{where}: columns differ from the catalogue: {', '.join(sorted({column for column, _ in differing}))}"
        for column_name, column in self.columns[name].items():
            if column.find("calculation") is None and column_name not in read:
                yield f"{where}: column {column_name} is not in the table"
            yield from self.formula(where, name, column)

    def formula(self, where, source, column):
        calculation = column.find("calculation")
        if calculation is None:
            return
        text, caption = calculation.get("formula"), column.get("caption")
        if text.count("(") != text.count(")"):
            yield f"{where}: the formula of {caption} has unbalanced parentheses: {text}"
        for word in re.findall(r"[A-Za-z]+", FIELD.sub("", text)):
            if word not in FUNCTIONS:
                yield f"{where}: the formula of {caption} uses {word}, which no ratio of sums needs: {text}"
        table = self.tables.get(source.removeprefix("federated."))
        for name in FIELD.findall(text):
            if f"[{name}]" not in self.columns.get(source, {}):
                yield f"{where}: the formula of {caption} names [{name}], which is no field"
            elif table and f"SUM([{name}])" in text and table.has(name) and table.column(name).kind == "ratio":
                yield f"{where}: the formula of {caption} adds up [{name}], which is a ratio"

    def view(self, where, node):
        """Dependencies of a view resolve in its data sources; all that it names is among them."""
        linked = {link.get("name") for link in node.findall("datasources/datasource")}
        yield from (f"{where}: no such data source {name}" for name in sorted(linked - self.sources.keys()))
        for part in node.findall("datasource-dependencies"):
            source = part.get("datasource")
            if source not in linked:
                yield f"{where}: depends on {source}, which it does not link"
                continue
            declared = {column.get("name") for column in part.findall("column")}
            for column in part.findall("column"):
                own = self.columns.get(source, {}).get(column.get("name"))
                if own is None:
                    yield f"{where}: {source} has no field {column.get('name')}"
                elif formula_of(own) != formula_of(column):
                    yield f"{where}: the formula of {column.get('caption')} is another than that of the data source"
                yield from self.formula(where, source, column)
            for instance in part.findall("column-instance"):
                yield from self.instance(where, declared, instance)
        known = instances(node)
        for reference in references(node):
            if reference not in known and reference[1] not in BUILT_IN:
                yield f"{where}: names {'.'.join((f'[{reference[0]}]', reference[1]))}, which it does not depend on"
        for chosen in node.iter("filter"):
            level = REFERENCE.fullmatch(chosen.get("column"))
            for group in chosen.iter("groupfilter"):
                if level and group.get("level") not in (None, level[2]):
                    yield f"{where}: the filter on {level[2]} goes by {group.get('level')}"
                for name in FIELD.findall(group.get("expression") or ""):
                    if level and f"[{name}]" not in self.columns.get(level[1], {}):
                        yield f"{where}: the filter on {level[2]} orders by [{name}], which is no field"

    def instance(self, where, declared, instance):
        name, column = instance.get("name"), instance.get("column")
        if column not in declared:
            yield f"{where}: the instance {name} is of {column}, which is not declared"
        parts = name.strip("[]").split(":")
        if len(parts) != 3 or f"[{parts[1]}]" != column:
            yield f"{where}: the instance {name} is not named after {column}"
        elif DERIVATIONS.get(parts[0]) != instance.get("derivation") or KEYS.get(parts[2]) != instance.get("type"):
            yield f"{where}: the instance {name} says {instance.get('derivation')} and {instance.get('type')}"

    def sheet(self, name, node):
        where = f"sheet {name}"
        view = node.find("table/view")
        # Shelves and marks stand beside the view, and draw on what it depends on.
        yield from self.view(where, view)
        known = instances(view)
        for place in [node.find("table/rows"), node.find("table/cols"), *node.findall("table/panes")]:
            for reference in references(place):
                if reference not in known and reference[1] not in BUILT_IN:
                    yield f"{where}: shows {'.'.join((f'[{reference[0]}]', reference[1]))}, which it does not depend on"
        own = {chosen.get("column") for chosen in view.findall("filter")}
        sliced = {column.text for column in view.findall("slices/column")}
        for column in sorted(own - sliced):
            yield f"{where}: filters {column} without a slice"
        for column in sorted(sliced - own):
            match = REFERENCE.fullmatch(column)
            if not match or column not in self.shared_filters(match[1]):
                yield f"{where}: slices {column}, which no filter holds"
        for source in {REFERENCE.fullmatch(column)[1] for column in sliced if REFERENCE.fullmatch(column)}:
            for column in sorted(self.shared_filters(source) - sliced):
                yield f"{where}: escapes the global filter {column}"

    def shared_filters(self, source):
        node = self.shared.get(source)
        return {chosen.get("column") for chosen in node.findall("filter")} if node is not None else set()

    def board(self, name, node):
        where = f"dashboard {name}"
        yield from self.view(where, node)
        zones = list(node.find("zones").iter("zone"))
        numbers = [zone.get("id") for zone in zones]
        yield from (
            f"{where}: zone {number} occurs twice" for number in sorted(set(numbers)) if numbers.count(number) > 1
        )
        shown = set()
        for zone in zones:
            sheet, kind = zone.get("name"), zone.get("type-v2")
            if sheet and sheet not in self.sheets:
                yield f"{where}: shows the sheet {sheet}, which does not exist"
            elif kind == "filter":
                sliced = {column.text for column in self.sheets[sheet].findall("table/view/slices/column")}
                if zone.get("param") not in sliced:
                    yield f"{where}: the filter {zone.get('param')} is none of the sheet {sheet}"
            elif sheet:
                shown.add(sheet)
        leaves = [[int(zone.get(side)) for side in "xywh"] for zone in zones if not len(zone.findall("zone"))]
        for x, y, w, h in leaves:
            if x < 0 or y < 0 or w <= 0 or h <= 0 or x + w > 100_000 or y + h > 100_000:
                yield f"{where}: the zone at {x}, {y} reaches over the edge"
        for place, (x, y, w, h) in enumerate(leaves):
            for other_x, other_y, other_w, other_h in leaves[place + 1 :]:
                if x < other_x + other_w and other_x < x + w and y < other_y + other_h and other_y < y + h:
                    yield f"{where}: zones at {x}, {y} and {other_x}, {other_y} overlap"
        # Each data source of the dashboard offers its global filters there.
        offered = {zone.get("param") for zone in zones if zone.get("type-v2") == "filter"}
        for source in {source.get("name") for source in node.findall("datasources/datasource")}:
            for column in sorted(self.shared_filters(source) - offered):
                yield f"{where}: does not offer the global filter {column}"
        window = self.book.find(f"windows/window[@name='{name}']")
        if window is not None and {point.get("name") for point in window.findall("viewpoints/viewpoint")} != shown:
            yield f"{where}: its window shows other sheets than its zones"

    def windows(self):
        found = {node.get("name") for node in self.book.findall("windows/window")}
        for name in sorted(found ^ (self.sheets.keys() | self.boards.keys())):
            yield f"window {name}: {'no such sheet or dashboard' if name in found else 'is missing'}"
        for window in self.book.findall("windows/window"):
            for card in window.iter("card"):
                sheet = self.sheets.get(window.get("name"))
                if card.get("param") and sheet is not None:
                    sliced = {column.text for column in sheet.findall("table/view/slices/column")}
                    if card.get("param") not in sliced:
                        yield f"window {window.get('name')}: the card {card.get('param')} is no filter of the sheet"

    def actions(self):
        node = self.book.find("actions")
        yield from self.view("actions", node)
        names = [action.get("name") for action in (*node.findall("action"), *node.findall("nav-action"))]
        yield from (
            f"action {name}: not in brackets, or twice"
            for name in names
            if not ACTION_NAME.match(name) or names.count(name) > 1
        )
        for action in (*node.findall("action"), *node.findall("nav-action")):
            where = f"action {action.get('caption')}"
            source = action.find("source")
            board, sheet = self.boards.get(source.get("dashboard")), source.get("worksheet")
            if board is None:
                yield f"{where}: starts on the dashboard {source.get('dashboard')}, which does not exist"
            elif sheet not in {zone.get("name") for zone in board.iter("zone")}:
                yield f"{where}: starts from {sheet}, which is not on {source.get('dashboard')}"
            for param in action.iter("param"):
                known = (
                    self.sheets.keys() if param.get("name") == "exclude" else self.sheets.keys() | self.boards.keys()
                )
                if param.get("value") not in known:
                    yield f"{where}: {param.get('name')} {param.get('value')} does not exist"
            link = action.find("link")
            if link is not None and sheet in self.sheets:
                yield from self.link(where, link.get("expression"), self.sheets[sheet])

    def link(self, where, expression, sheet):
        """tsl:dashboard?[source].[field]~s0=<[source].[field]~na>&...: both sides must exist, the left one at the target."""
        found = re.fullmatch(r"tsl:([^?]+)\?(.+)", expression)
        if not found:
            yield f"{where}: the link leads nowhere: {expression}"
            return
        target = self.boards.get(urllib.parse.unquote(found[1]))
        if target is None:
            yield f"{where}: the link leads to {urllib.parse.unquote(found[1])}, which is no dashboard"
            return
        there = {source.get("name") for source in target.findall("datasources/datasource")}
        here = {
            (part.get("datasource"), column.get("name"))
            for part in sheet.findall("table/view/datasource-dependencies")
            for column in part.findall("column")
        }
        for pair in found[2].split("&"):
            sides = re.fullmatch(r"([^~]+)~s0=<(.+)~na>", pair)
            left = REFERENCE.fullmatch(urllib.parse.unquote(sides[1])) if sides else None
            right = REFERENCE.fullmatch(sides[2]) if sides else None
            if not left or not right:
                yield f"{where}: the link says {pair}"
                continue
            if left[1] not in there or left[2] not in self.columns.get(left[1], {}):
                yield f"{where}: {left[0]} is no field of the dashboard it filters"
            if (right[1], right[2]) not in here:
                yield f"{where}: {right[0]} is no field of the sheet it starts from"


def formula_of(column):
    calculation = column.find("calculation")
    return None if calculation is None else calculation.get("formula")


def instances(view):
    return {
        (part.get("datasource"), instance.get("name"))
        for part in view.findall("datasource-dependencies")
        for instance in part.findall("column-instance")
    }


def references(node):
    """Every [source].[field] in texts and attributes below a node, but in dependencies and links."""
    for item in node.iter():
        if item.tag in ("datasource-dependencies", "link", "column-instance", "calculation"):
            continue
        for text in (item.text or "", *(value for name, value in item.attrib.items() if name != "expression")):
            yield from REFERENCE.findall(text)


# The schema itself


def against_schema(text, schema_file):
    """What Tableau's published schema says of a workbook. It imports two namespaces without saying from where."""
    from lxml import etree

    schema = etree.parse(str(schema_file))
    names = "http://www.w3.org/2001/XMLSchema"
    holes = {
        USER: '<xs:attributeGroup name="UserAttributes-AG"><xs:anyAttribute processContents="skip"/></xs:attributeGroup>',
        "http://www.w3.org/XML/1998/namespace": '<xs:attribute name="base" type="xs:string"/>',
    }

    class Filled(etree.Resolver):
        def resolve(self, url, _, context):
            for number, (space, body) in enumerate(holes.items()):
                if url == f"hole:{number}":
                    return self.resolve_string(
                        f'<xs:schema xmlns:xs="{names}" targetNamespace="{space}">{body}</xs:schema>', context
                    )
            return None

    parser = etree.XMLParser()
    parser.resolvers.add(Filled())
    for element in schema.getroot().findall(f"{{{names}}}import"):
        element.set("schemaLocation", f"hole:{list(holes).index(element.get('namespace'))}")
    rules = etree.XMLSchema(etree.fromstring(etree.tostring(schema), parser))
    rules.validate(etree.fromstring(text.encode()))
    return [f"line {entry.line}: {entry.message}" for entry in rules.error_log]


def main(arguments):
    schema = arguments[arguments.index("--xsd") + 1] if "--xsd" in arguments else None
    files = [argument for argument in arguments if argument not in ("--xsd", schema)]
    if not files:
        sys.exit(__doc__.split("usage: ")[1].strip())
    tables = catalogues.read_csv((catalogues.ROOT / "dashboards/catalogue.csv").read_text())
    findings = []
    for file in files:
        text = pathlib.Path(file).read_text()
        found = lint(text, tables) + (against_schema(text, schema) if schema else [])
        findings += [f"{file}: {finding}" for finding in found]
    print(*findings, sep="\n", end="\n" if findings else "")
    print(f"{len(files)} workbooks, {len(findings)} findings")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
