"""The KPI text as it stands, run by DuckDB and by DataFusion. Both give {object: Arrow table}."""

import re

import datafusion
import duckdb
import pyarrow

from datasets import ROOT, TABLES

RUN_ORDER = (ROOT / "sql/run/measure_and_check.sql").read_text()
REFERENCE = re.findall(r"^\.read (sql/schema/(\w+)\.sql)$", RUN_ORDER, re.M)
KPI = re.findall(r"^\.read (sql/kpi/(\w+)\.sql)$", RUN_ORDER, re.M)


def duckdb_database(dataset):
    database = duckdb.connect()
    database.execute(f"set variable start_date = date '{dataset.start}'")
    database.execute(f"set variable end_date = date '{dataset.end}'")
    for table in TABLES:
        database.execute(f"create table {table} as from '{dataset.parquet(table)}'")
    for file, _ in [*REFERENCE, *KPI]:
        database.execute((ROOT / file).read_text())
    return database


def duckdb_results(dataset):
    """Also the reference tables: they are data, and DataFusion is given the same."""
    database = duckdb_database(dataset)
    names = [name for _, name in [*REFERENCE, *KPI] if name not in TABLES]
    return {name: database.sql(f"from {name}").to_arrow_table() for name in names}


def datafusion_results(dataset, reference):
    """Runs what stands between `as` and the first comment, which is all that DataFusion needs to know."""
    context = datafusion.SessionContext()
    for table in TABLES:
        context.register_parquet(table, dataset.parquet(table))
    for _, name in REFERENCE:
        if name not in TABLES:
            context.register_record_batches(name, [batches(reference[name])])
    results = {}
    for file, name in KPI:
        body = re.search(r"create or replace \w+ \w+ as\n(.*?);\n\ncomment on", (ROOT / file).read_text(), re.S)[1]
        results[name] = context.sql(body).to_arrow_table()
        context.register_record_batches(name, [batches(results[name])])
    return results


def batches(table):
    """An empty table has no batch, but DataFusion reads the columns from one."""
    empty = pyarrow.RecordBatch.from_pydict({column: [] for column in table.column_names}, schema=table.schema)
    return table.to_batches() or [empty]
