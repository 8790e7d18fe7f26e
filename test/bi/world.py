"""One small run of the pipeline over two years, so that growth over a year is no NULL; made once for all tests of this
folder.
"""

import atexit
import functools
import pathlib
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "scripts/bi"), str(ROOT / "scripts")]

import catalogue  # noqa: E402
import files  # noqa: E402
import print_docs  # noqa: E402
from description import read_description  # noqa: E402

SETTINGS = {
    "rows": "16000", "merchants": "250", "customers": "3000", "start_date": "'2023-01-01'", "end_date": "'2024-12-31'",
}  # fmt: skip


@functools.cache
def data():
    """The data directory of the run."""
    folder = tempfile.TemporaryDirectory()
    atexit.register(folder.cleanup)
    settings = [f"SET VARIABLE {name} = {value}" for name, value in SETTINGS.items()]
    settings.append(f"SET VARIABLE data_dir = '{folder.name}'")
    words = [word for setting in [print_docs.LOAD, *settings] for word in ("-cmd", setting)]
    print_docs.duckdb(*words, "-f", "sql/pipeline.sql")
    return pathlib.Path(folder.name)


@functools.cache
def connection():
    return catalogue.open_database(data() / "analytics.duckdb")


@functools.cache
def tables():
    return catalogue.read_database(connection())


@functools.cache
def description():
    return read_description((ROOT / "dashboards/bi.yaml").read_text(), tables())


@functools.cache
def _texts():
    return files.texts(description())


def texts(of=None):
    """Every tracked file as it would be written now."""
    return files.texts(of) if of else dict(_texts())


def rows(sql):
    return connection().execute(sql).fetchall()


@functools.cache
def relation(table):
    """A published table as SQL: the mart's file, or the table of sql/bi, worked out once."""
    file = data() / "marts" / f"{table}.parquet"
    if file.exists():
        return f"read_parquet('{file}')"
    connection().execute(f"create temp table worked_out_{table} as from {table}")
    return f"worked_out_{table}"


def over_key(expressions, table):
    """name -> the values of an aggregate for each row of the table's key, in its order; for all aggregates at once."""
    key = ", ".join(f'"{name}"' for name in table.key)
    shown = ", ".join(f"{expression}" for expression in expressions.values())
    found = rows(f"select {shown} from {relation(table.name)} group by {key} order by {key}")
    # A table may have no rows in a small world.
    return {name: [row[place] for row in found] for place, name in enumerate(expressions)}


def over_all(expression, table):
    """An aggregate over all rows of a table."""
    return rows(f"select {expression} from {relation(table.name)}")[0][0]


def wrong_measures(expressions, table):
    """(measure, its value, that of the mart) wherever an aggregate over a row of the key is not the stored column."""
    found = over_key(expressions, table)
    stored = over_key({name: f'any_value("{name}")' for name in expressions}, table)
    return [
        (name, left, right)
        for name in expressions
        for left, right in zip(found[name], stored[name])
        if not close(left, right)
    ]


def close(left, right):
    """Equal but for the last bits of a division."""
    if left is None or right is None:
        return left is right
    return abs(float(left) - float(right)) <= 1e-9 * max(1.0, abs(float(right)))
