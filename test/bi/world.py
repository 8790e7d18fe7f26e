"""One small run of the pipeline over two years, so that growth over a year is no NULL; made once for all tests of this folder."""

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
    "rows": "40000", "merchants": "400", "customers": "6000", "start_date": "'2023-01-01'", "end_date": "'2024-12-31'",
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


def texts(of=None):
    return files.texts(of or description())


def rows(sql):
    return connection().execute(sql).fetchall()


def relation(table):
    """A published table as SQL: the mart's file, or the table of sql/bi."""
    file = data() / "marts" / f"{table}.parquet"
    return f"read_parquet('{file}')" if file.exists() else table


def values_of(expression, table):
    """Rows of the table's key with an aggregate over each, and the aggregate over all rows."""
    key = ", ".join(f'"{name}"' for name in table.key)
    grouped = rows(f"select {key}, {expression} from {relation(table.name)} group by {key} order by {key}")
    return grouped, rows(f"select {expression} from {relation(table.name)}")[0][0]


def close(left, right):
    """Equal but for the last bits of a division."""
    if left is None or right is None:
        return left is right
    return abs(float(left) - float(right)) <= 1e-9 * max(1.0, abs(float(right)))
