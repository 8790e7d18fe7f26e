"""The one catalogue of marts and columns: what a column is, how it adds up, and what a ratio is made of.

Everything comes from the comments in the database and from sql/marts and sql/bi. Tableau, Looker and Looker Studio files are
made from it, so a measure is defined once; dashboards/catalogue.csv is its printed form, and a test fails when it has drifted.
"""

import csv
import dataclasses
import io
import pathlib
import re

import duckdb

ROOT = pathlib.Path(__file__).resolve().parents[2]
FIELDS = [
    "table", "column", "type", "role", "kind", "format", "numerator", "denominator", "less", "counts_when", "needs", "meaning",
]  # fmt: skip
RATIO = re.compile(r"(?:^|: )(?P<numerator>\w+|\([\w +-]+\)) / (?P<denominator>\w+|\([\w +/-]+\))(?P<less> - 1)?(?=[.;:,]|$)")
WORD = re.compile(r"[a-z]\w*")
# Numbers that must not be added up, by how they are named and by what their comment says of them.
PLAIN = re.compile(
    r"_(id|number|no|index|rank|back|bps|\d+d)$|^(threshold|median_gap|silent)_days$|^payback_months$|^months_above$|"
    r"^(days|days_\w+_before|lag_months|cumulative_\w+|top_\d+_gpv|all_gpv|gini|hhi|effective_merchants|observed_months|base_txns)$"
)
# Estimates that a view computes in floating point and that add up all the same.
ADDITIVE_DOUBLE = re.compile(r"^(expected_approved_txns|gpv_effect|recoverable_amount)$")
# A merchant active in two months counts once in each: such counts add up over every dimension but time.
PER_MONTH = re.compile(r"^(active|portfolio)_merchants$")
# Columns of a key whose values are views of the same thing, not parts of one.
PERSPECTIVES = ("months_back", "programme", "segment_kind")
# What repeats on each value of a column of the key; some comments say it, some names imply it.
REPEATS = re.compile(r"repeats on each (\w+)")
REPEATED_BY = {
    "age": "month_index", "lag": "lag_months", "reason": "decline_reason", "class": "decline_class", "driver": "driver",
}  # fmt: skip
PER_COHORT = re.compile(r"^(cohort|base)_")
OBSERVED = re.compile(r"NULL (?:until|unless|when) (?:the month is )?(?:not )?fully observed")
MAY_BE_MISSING = re.compile(r"_before$|^(scheme_)?base_|_\d+d$|^gpv_last_|_adjusted$")
NUMBERS = ("BIGINT", "INTEGER", "HUGEINT", "DECIMAL", "DOUBLE", "TINYINT", "SMALLINT")
MONEY = re.compile(r"(^|_)(gpv|amount|fees?|revenue|costs?|cac|ltv|contribution)(_|$)")
ACRONYMS = {"gpv", "cac", "ltv", "nrr", "grr", "hhi", "id", "mom", "wow", "yoy", "utc", "bps"}
WORDS = {"txns": "attempts", "avg": "average"}


class CatalogueError(Exception):
    """What is wrong with a comment, a table or a reference to one, in one sentence."""


@dataclasses.dataclass(frozen=True)
class Column:
    table: str
    column: str
    type: str
    role: str
    kind: str
    format: str
    meaning: str
    numerator: str = ""
    denominator: str = ""
    less: str = ""
    counts_when: str = ""
    needs: str = ""

    @property
    def title(self):
        return title(self.column)

    @property
    def parts(self):
        return list(dict.fromkeys(WORD.findall(f"{self.numerator} {self.denominator}")))


@dataclasses.dataclass(frozen=True)
class Table:
    name: str
    purpose: str
    key: tuple
    columns: tuple

    def column(self, name):
        found = [column for column in self.columns if column.column == name]
        if not found:
            raise CatalogueError(f"{self.name} has no column {name}; it has {', '.join(c.column for c in self.columns)}")
        return found[0]

    def has(self, name):
        return any(column.column == name for column in self.columns)

    @property
    def stored(self):
        """Columns of the file; the others are ratios that travel to it."""
        return [column for column in self.columns if column.type]

    @property
    def title(self):
        return title(self.name)


def title(name):
    words = [word.upper() if word in ACRONYMS else WORDS.get(word, word) for word in name.split("_")]
    text = " ".join(words)
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
        found[file.stem] = (re.search(r"from (\w+)", text)[1], key_of(text))
    for file in bi_files():
        found[file.stem] = (file.stem, key_of(file.read_text()))
    return found


def key_of(text):
    """The columns of the last ORDER BY: a mart is written in the order of its key."""
    clause = re.findall(r"order by([^;]+);", text)[-1]
    return tuple(re.sub(r"^\w+\.", "", name.strip()) for name in clause.split(","))


def read_database(connection):
    """The catalogue as the database's comments tell it: table name -> Table."""
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
    tables = {}
    for name, (relation, key) in sources().items():
        if relation not in comments:
            raise CatalogueError(f"the database has no {relation}, which {name} is made of")
        rows = comments[relation]
        bare = [column for _, column, _, comment in rows if not comment]
        if bare or not rows[0][0]:
            raise CatalogueError(f"no comment on {relation} or on its columns {', '.join(bare)}")
        names = [column for _, column, _, _ in rows]
        # The key of a mart may be one of months by number, where a published table shows the month itself.
        key = tuple(column if column in names else "month" for column in key)
        columns = tuple(describe(name, key, names, column, kind, comment) for _, column, kind, comment in rows)
        tables[name] = Table(name, rows[0][0], key, columns)
    return with_travelling_ratios(tables)


def describe(table, key, names, column, kind, comment):
    """One column from its type and its comment."""
    kind = "VARCHAR" if kind.startswith("ENUM") else kind
    if column in key or not kind.startswith(NUMBERS) or column.endswith(("_id", "_number")):
        return Column(table, column, kind, "dimension", "key" if column in key else "dimension", form(column, kind), comment)
    ratio = ratio_of(comment, names)
    if ratio:
        return Column(table, column, kind, "measure", "ratio", form(column, kind, ratio), comment, **ratio)
    if PLAIN.search(column) or (kind == "DOUBLE" and not ADDITIVE_DOUBLE.search(column)):
        return Column(table, column, kind, "measure", "plain", form(column, kind), comment)
    repeats = REPEATS.search(comment)
    needs = [REPEATED_BY[repeats[1]]] if repeats else []
    needs += ["month_index"] if PER_COHORT.search(column) else []
    needs += ["month"] if PER_MONTH.search(column) else []
    needs += PERSPECTIVES
    needs = " ".join(name for name in dict.fromkeys(needs) if name in key)
    return Column(table, column, kind, "measure", "additive", form(column, kind), comment, needs=needs)


def ratio_of(comment, names):
    """The parts of a ratio, when the comment begins with columns of the same table."""
    found = RATIO.search(comment)
    if not found or not set(WORD.findall(found["numerator"] + " " + found["denominator"])) <= set(names):
        return None
    observed = OBSERVED.search(comment) and "is_fully_observed" in names
    return {
        "numerator": found["numerator"],
        "denominator": found["denominator"],
        "less": "1" if found["less"] else "",
        "counts_when": "is_fully_observed" if observed else "",
    }


def with_travelling_ratios(tables):
    """Every ratio also stands in each table that has all its parts as sums: a cube has no ratio column, and needs none."""
    tables = {name: dataclasses.replace(table, columns=settle(table)) for name, table in tables.items()}
    finished = {}
    for name, table in tables.items():
        sums = {column.column for column in table.columns if column.kind == "additive"}
        more = {}
        for ratio in (column for other in tables.values() for column in other.columns):
            if ratio.kind != "ratio" or ratio.less or table.has(ratio.column) or not set(ratio.parts) <= sums:
                continue
            if "is_fully_observed" in ratio.counts_when and not table.has("is_fully_observed"):
                continue
            known = more.setdefault(ratio.column, ratio)
            if (known.numerator, known.denominator) != (ratio.numerator, ratio.denominator):
                raise CatalogueError(f"{ratio.column} of {name} is defined twice: in {known.table} and in {ratio.table}")
        travelling = (
            dataclasses.replace(ratio, table=name, type="", needs="", meaning=first_sentence(ratio))
            for _, ratio in sorted(more.items())
        )
        finished[name] = dataclasses.replace(table, columns=settle(table, (*table.columns, *travelling)))
    return finished


def settle(table, columns=None):
    """What a ratio needs beside it follows from its parts; one made of other ratios cannot be a ratio of sums."""
    columns = columns or table.columns
    known = {column.column: column for column in columns}
    settled = []
    for ratio in columns:
        if ratio.kind == "ratio":
            parts = [known[part] for part in ratio.parts]
            if any(part.kind == "ratio" or part.type == "DOUBLE" and part.kind == "plain" for part in parts):
                shape = form(ratio.column, ratio.type)
                ratio = dataclasses.replace(
                    ratio, kind="plain", format=shape, numerator="", denominator="", less="", counts_when=""
                )
            else:
                needs = [need for part in parts for need in part.needs.split()]
                needs += table.key if any(part.kind == "plain" for part in parts) else ()
                when = [ratio.counts_when] if ratio.counts_when and ratio.counts_when != "complete" else []
                missing = any(MAY_BE_MISSING.search(part.column) or "NULL" in part.meaning for part in parts)
                when += ["complete"] if missing and "complete" not in ratio.counts_when else []
                when = ratio.counts_when if "complete" in ratio.counts_when else " ".join(when)
                ratio = dataclasses.replace(ratio, needs=" ".join(dict.fromkeys(needs)), counts_when=when)
        settled.append(ratio)
    return tuple(settled)


def first_sentence(ratio):
    return re.split(r"[;:] ", ratio.meaning)[0].rstrip(".") + "." if " / " in re.split(r"[;:] ", ratio.meaning)[0] else ratio.meaning


def form(column, kind, ratio=None):
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
    if ratio:
        above, below = (any(MONEY.search(word) for word in WORD.findall(ratio[side])) for side in ("numerator", "denominator"))
        return "USD" if above and not below else "number" if ratio["numerator"].startswith("days_") else "percent"
    if kind == "DOUBLE" and re.search(r"_(rate|share|uplift|growth|over_expected)$", column):
        return "percent"
    if MONEY.search(column):
        return "USD" if not column.endswith("_to_cac") else "number"
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
