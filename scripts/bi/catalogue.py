"""The one catalogue of marts and columns: what a column is, how it adds up, and what a ratio is made of.

Meaning and type come from the database and its comments, measures from dim_metric, keys from the order of the marts
in sql/marts and sql/bi. Tableau, Looker and Looker Studio files are made from it, so a measure is defined once;
dashboards/catalogue.csv is its printed form, and a test fails when it has drifted.
"""

import csv
import dataclasses
import io
import pathlib
import re

import duckdb

ROOT = pathlib.Path(__file__).resolve().parents[2]
FIELDS = [
    "table", "column", "type", "role", "kind", "title", "format", "numerator", "denominator", "scale", "less", "counts_when",
    "needs", "owner", "better", "meaning",
]  # fmt: skip
NUMBERS = ("BIGINT", "INTEGER", "HUGEINT", "DECIMAL", "DOUBLE", "TINYINT", "SMALLINT")
FORMATS = {
    "USD": "USD", "count": "count", "share": "percent", "growth": "percent", "points": "percent", "bps": "bps",
    "factor": "number", "index": "number", "days": "number", "months": "count",
}  # fmt: skip
# Parts of ratios are no metrics: how they add up is told by their names.
OVERLAPS = re.compile(
    r"_(id|number|no|index|rank|back|bps|\d+d|2_months)$|^(threshold|median_gap|silent)_days$|^(months_above|payback_months|observed_months)$|"
    r"^(days|days_\w+_before|lag_months|age_months|cumulative_\w+|top_\d+_gpv|all_gpv|base_txns)$"
)
# Columns of a key whose values are views of the same thing, not parts of one.
PERSPECTIVES = ("months_back", "programme", "segment_kind")
# What repeats on each value of a column of the key; some comments say it, some names imply it.
REPEATS = re.compile(r"repeats on each(?: (\w+)|\b)")
CALLED = {"age": "month_index", "lag": "lag_months"}
PER_COHORT = re.compile(r"^(cohort|base)_")
OBSERVED = re.compile(r"NULL (?:until|unless|when) (?:the month is )?(?:not )?fully observed")
# What grows until retries, or a month, have had their time: it counts only where that has gone by.
LATE = re.compile(r"^(accepted|recovered|retained)_(payments|amount|merchants)$")
MAY_BE_MISSING = re.compile(r"_before$|^(scheme_)?base_|^ratio_|_\d+d$|^gpv_last_|_adjusted$")
TIMES = ("day", "week_start", "month")
MONEY = re.compile(r"(^|_)(gpv|amount|fees?|revenue|costs?|contribution)(_|$)")
ACRONYMS = {"ach", "bps", "gpv", "id", "kpi", "utc"}
WORDS = {"txns": "attempts", "signup": "sign-up", "signups": "sign-ups"}


class CatalogueError(Exception):
    """What is wrong with a comment, a table or a reference to one, in one sentence."""


@dataclasses.dataclass(frozen=True)
class Column:
    table: str
    column: str
    type: str
    role: str
    kind: str
    title: str
    format: str
    meaning: str
    numerator: str = ""
    denominator: str = ""
    scale: str = ""
    less: str = ""
    counts_when: str = ""
    needs: str = ""
    owner: str = ""
    better: str = ""

    @property
    def parts(self):
        return [self.numerator, self.denominator]

    @property
    def conditions(self):
        """Columns that must be true for a row to count in a ratio, and columns that must be there."""
        true = [word for word in self.counts_when.split() if word != "complete"]
        return true, self.parts if "complete" in self.counts_when else []


@dataclasses.dataclass(frozen=True)
class Table:
    name: str
    purpose: str
    key: tuple
    columns: tuple

    def column(self, name):
        found = [column for column in self.columns if column.column == name]
        if not found:
            raise CatalogueError(
                f"{self.name} has no column {name}; it has {', '.join(c.column for c in self.columns)}"
            )
        return found[0]

    def has(self, name):
        return any(column.column == name for column in self.columns)

    @property
    def stored(self):
        """Columns of the file; the others are ratios that its columns suffice for."""
        return [column for column in self.columns if column.type]

    @property
    def title(self):
        return title(self.name)


def title(name):
    text = " ".join(name.upper() if name in ACRONYMS else WORDS.get(name, name) for name in name.split("_"))
    return text[0].upper() + text[1:]


def open_database(path):
    """A connection that sees the tables of a run and the tables of sql/bi, and writes nothing."""
    if not pathlib.Path(path).exists():
        raise CatalogueError(f"there is no database {path}: make run writes it")
    connection = duckdb.connect()
    connection.execute(f"attach '{path}' as payments (read_only)")
    connection.execute("use payments")
    for file in bi_files():
        connection.execute(file.read_text())
    return connection


def bi_files():
    return sorted((ROOT / "sql/bi").glob("*.sql"))


def sources():
    """Name of each published table -> relation in the database, and its key in the order of the rows."""
    found = {}
    for file in sorted((ROOT / "sql/marts").glob("*.sql")):
        text = file.read_text()
        relation = re.search(r"from (\w+)", text)[1]
        # A mart without an order of its own passes on a table that lies in the order of its key.
        ordered = text if "order by" in text else (ROOT / f"sql/kpi/{relation}.sql").read_text()
        found[file.stem] = (relation, key_of(ordered))
    for file in bi_files():
        found[file.stem] = (file.stem, key_of(file.read_text()))
    return found


def key_of(text):
    """The columns of the last ORDER BY: a table is written in the order of its key."""
    clause = re.findall(r"order by([^;]+);", text)[-1]
    return tuple(re.sub(r"^\w+\.", "", name.strip()) for name in clause.split(","))


def read_database(connection):
    """The catalogue of every published table: name -> Table."""
    comments = {}
    for name, relation_comment, column, kind, comment in connection.execute(
        """
        select c.table_name, coalesce(v.comment, t.comment), c.column_name, c.data_type, c.comment
        from duckdb_columns() as c
        left join duckdb_views() as v on v.view_name = c.table_name and v.database_name = c.database_name
        left join duckdb_tables() as t on t.table_name = c.table_name and t.database_name = c.database_name
        where not c.internal
        order by c.table_name, c.column_index
        """
    ).fetchall():
        comments.setdefault(name, []).append((relation_comment, column, kind, comment))
    relation = connection.sql("from dim_metric order by metric")
    metrics = [dict(zip(relation.columns, row)) for row in relation.fetchall()]
    tables = {}
    for name, (relation, key) in sources().items():
        if relation not in comments:
            raise CatalogueError(f"the database has no {relation}, which {name} is made of")
        rows = comments[relation]
        bare = [column for _, column, _, comment in rows if not comment]
        if bare or not rows[0][0]:
            raise CatalogueError(f"no comment on {relation} or on its columns {', '.join(bare)}")
        names = [column for _, column, _, _ in rows]
        columns = []
        for _, column, kind, comment in rows:
            metric = metric_of(metrics, relation, column, names)
            columns.append(describe(name, key, names, column, kind, comment, metric))
        tables[name] = Table(name, rows[0][0], key, settle(columns, key))
    return {name: with_more_ratios(table, metrics) for name, table in tables.items()}


def metric_of(metrics, relation, column, names):
    """The metric that a column shows: the one at home in its view, else one of its name whose parts stand beside it."""
    named = [metric for metric in metrics if metric["column_name"] == column]
    at_home = [metric for metric in named if metric["view_name"] == relation]
    carried = [
        metric
        for metric in named
        if metric["metric"] == column and {metric["numerator"], metric["denominator"]} <= {None, *names}
    ]
    return (at_home or carried or [None])[0]


def describe(table, key, names, column, kind, comment, metric):
    """One column from its type, its comment and its metric."""
    kind = "VARCHAR" if kind.startswith("ENUM") else kind
    if column in key or not kind.startswith(NUMBERS) or column.endswith(("_id", "_number")):
        return Column(table, column, kind, "dimension", "key" if column in key else "dimension",
                      title(column), form(column, kind, None), comment)  # fmt: skip
    shown = {
        "title": metric["label"] if metric else title(column),
        "format": form(column, kind, metric),
        "owner": metric["owner"] if metric else "",
        "better": metric["better"] if metric else "",
    }
    additivity = (
        metric["additivity"] if metric else "none" if kind == "DOUBLE" or OVERLAPS.search(column) else "additive"
    )
    if additivity == "ratio":
        late = OBSERVED.search(comment) or LATE.search(metric["numerator"])
        when = "is_fully_observed" if late and "is_fully_observed" in names else ""
        return Column(
            table, column, kind, "measure", "ratio", meaning=comment, **shown, **ratio_parts(metric), counts_when=when
        )
    if additivity == "none":
        return Column(table, column, kind, "measure", "plain", meaning=comment, **shown)
    needs = [name for word in REPEATS.findall(comment) for name in repeated_by(table, column, key, word)]
    needs += ["month_index"] if PER_COHORT.search(column) else []
    # What counts a merchant once in each period adds up over every dimension but time.
    needs += TIMES if additivity in ("distinct", "semi-additive") else ()
    needs += PERSPECTIVES
    needs = " ".join(name for name in dict.fromkeys(needs) if name in key)
    return Column(table, column, kind, "measure", "additive", meaning=comment, **shown, needs=needs)


def repeated_by(table, column, key, word):
    """The columns of the key that a comment means: decline_reason by reason, month_index by age, all by none."""
    wanted = CALLED.get(word, word)
    found = [name for name in key if name == wanted or name.endswith(f"_{wanted}")] if word else list(key)
    if not found:
        raise CatalogueError(f"{table}.{column} repeats on each {word}, and its key {', '.join(key)} names none")
    return found


def ratio_parts(metric):
    return {
        "numerator": metric["numerator"],
        "denominator": metric["denominator"],
        "scale": "" if metric["scale"] == 1 else str(metric["scale"]),
        "less": "1" if metric["unit"] == "growth" else "",
    }


def with_more_ratios(table, metrics):
    """The table with every ratio that its columns suffice for: a cube has no column of ratios, and needs none."""
    sums = {column.column for column in table.columns if column.kind == "additive"}
    shown = {(column.numerator, column.denominator) for column in table.columns if column.kind == "ratio"}
    more = []
    for metric in metrics:
        parts = (metric["numerator"], metric["denominator"])
        if metric["additivity"] != "ratio" or metric["metric"] != metric["column_name"] or metric["unit"] == "growth":
            continue
        if table.has(metric["column_name"]) or parts in shown or not set(parts) <= sums:
            continue
        late = LATE.search(parts[0])
        if late and not table.has("is_fully_observed"):
            continue
        more.append(
            Column(
                table.name,
                metric["column_name"],
                "",
                "measure",
                "ratio",
                metric["label"],
                form("", "", metric),
                f"{metric['definition']} {metric['numerator']} / {metric['denominator']}.",
                **ratio_parts(metric),
                counts_when="is_fully_observed" if late else "",
                owner=metric["owner"],
                better=metric["better"],
            )  # fmt: skip
        )
    return dataclasses.replace(table, columns=settle((*table.columns, *more), table.key))


def settle(columns, key):
    """What a ratio needs beside it, and which rows count in it, follow from its parts."""
    known = {column.column: column for column in columns}
    settled = []
    for ratio in columns:
        if ratio.kind == "ratio":
            parts = [known[part] for part in ratio.parts]
            needs = [need for part in parts for need in part.needs.split()]
            needs += key if any(part.kind == "plain" for part in parts) else ()
            missing = any(MAY_BE_MISSING.search(part.column) or "NULL" in part.meaning for part in parts)
            when = [*ratio.counts_when.split(), *(["complete"] if missing else [])]
            ratio = dataclasses.replace(
                ratio, needs=" ".join(dict.fromkeys(needs)), counts_when=" ".join(dict.fromkeys(when))
            )
        settled.append(ratio)
    return tuple(settled)


def form(column, kind, metric):
    """How a value is shown."""
    if metric:
        return FORMATS[metric["unit"]]
    if kind == "DATE":
        return "date"
    if kind == "BOOLEAN":
        return "yes/no"
    if not kind.startswith(NUMBERS):
        return "text"
    if column.endswith(("_id", "_number")):
        return "id"
    if column.endswith("_bps"):
        return "bps"
    if MONEY.search(column):
        return "USD"
    return "count" if kind in ("BIGINT", "INTEGER", "HUGEINT") else "number"


def print_csv(tables):
    text = io.StringIO()
    writer = csv.DictWriter(text, FIELDS, lineterminator="\n")
    writer.writeheader()
    for table in tables.values():
        writer.writerow({"table": table.name, "kind": "table", "needs": " ".join(table.key), "meaning": table.purpose})
        for column in table.columns:
            writer.writerow(dataclasses.asdict(column))
    return text.getvalue()


def read_csv(text):
    tables = {}
    for row in csv.DictReader(io.StringIO(text)):
        if row["kind"] == "table":
            tables[row["table"]] = Table(row["table"], row["meaning"], tuple(row["needs"].split()), ())
        else:
            table = tables[row["table"]]
            tables[row["table"]] = dataclasses.replace(table, columns=(*table.columns, Column(**row)))
    return tables
