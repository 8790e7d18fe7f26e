"""The data sets of the oracle: generated worlds and hand-made messy ones, each a folder of raw Parquet and a window."""

import atexit
import dataclasses
import datetime
import functools
import pathlib
import tempfile

import duckdb

ROOT = pathlib.Path(__file__).resolve().parents[2]
EXTENSION = ROOT / "build/payments.duckdb_extension"
MESSY = ROOT / "test/oracle/messy.sql"
TABLES = ["merchants", "account_managers", "campaigns", "transactions", "refunds", "disputes"]


@dataclasses.dataclass
class Dataset:
    name: str
    folder: pathlib.Path
    start: datetime.date
    end: datetime.date

    def parquet(self, table):
        return str(self.folder / f"{table}.parquet")


def date(text):
    return datetime.date.fromisoformat(text)


GENERATED = {
    "seed 1: 14 months and a part": (1, 7_000, date("2023-01-01"), date("2024-03-10")),
    "seed 2: seven months with new thresholds": (2, 7_000, date("2025-11-01"), date("2026-05-31")),
    "seed 3: 25 months in two parts": (3, 8_000, date("2022-01-15"), date("2024-02-15")),
}
# What is taken away from the messy tables, and the window looked at.
WINDOW = (date("2024-01-10"), date("2024-07-07"))
MESSY_CASES = {
    "messy: gaps and partial months": ([], WINDOW),
    "messy: wider window than data": ([], (date("2023-12-01"), date("2024-08-31"))),
    "messy: a single day": (
        ["delete from transactions where cast(ts as date) <> date '2024-02-06'"],
        (date("2024-02-06"), date("2024-02-06")),
    ),
    "messy: one merchant": (
        ["delete from transactions where merchant_id <> 7", "delete from merchants where merchant_id <> 7"],
        WINDOW,
    ),
    "messy: all declined": (["update transactions set approved = false"], WINDOW),
    "messy: nothing at all": (["delete from transactions"], WINDOW),
}


@functools.cache
def made():
    """Every data set, written once for all tests of the process, into a folder that goes with it."""
    folder = tempfile.TemporaryDirectory()
    atexit.register(folder.cleanup)
    return make(pathlib.Path(folder.name))


def make(folder):
    """Rows outside the window or of unknown sales are left out."""
    made = []
    for name, (seed, rows, start, end) in GENERATED.items():
        database = duckdb.connect(config={"allow_unsigned_extensions": "true"})
        database.execute(f"load '{EXTENSION}'")
        arguments = f"seed := {seed}, merchants := 300, customers := 4000"
        window = f"'{start}', '{end}'"
        for table in ["merchants", "account_managers", "campaigns"]:
            database.execute(
                f"create table {table} as from gen_{table}({arguments}, start_date := '{start}', end_date := '{end}')"
            )
        for table in ["transactions", "refunds", "disputes"]:
            database.execute(f"create table {table} as from gen_{table}({rows}, {window}, {arguments})")
        made.append(write(database, folder / f"generated_{seed}", name, start, end))
    for number, (name, (changes, (start, end))) in enumerate(MESSY_CASES.items()):
        database = duckdb.connect()
        database.execute(MESSY.read_text())
        for change in changes:
            database.execute(change)
        made.append(write(database, folder / f"messy_{number}", name, start, end))
    return made


def write(database, folder, name, start, end):
    folder.mkdir()
    inside = f"between date '{start}' and date '{end}'"
    database.execute(f"delete from transactions where not cast(ts as date) {inside}")
    for table, moment in [("refunds", "ts"), ("disputes", "opened_at")]:
        database.execute(
            f"delete from {table} where not cast({moment} as date) {inside}"
            f" or txn_id not in (select txn_id from transactions)"
        )
    database.execute(
        f"update disputes set status = 'open', resolved_at = null where cast(resolved_at as date) > date '{end}'"
    )
    dataset = Dataset(name, folder, start, end)
    for table in TABLES:
        database.execute(f"copy {table} to '{dataset.parquet(table)}' (format parquet)")
    database.close()
    return dataset
