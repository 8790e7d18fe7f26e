"""What `make bi` leaves: extracts that hold the marts cell by cell, packages of workbook and data, and nothing half done."""

import contextlib
import csv
import functools
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as tree
import zipfile

import tableauhyperapi as hyper
import world
from world import ROOT

import extracts


@functools.cache
def built():
    """The folder that the command has written to, and what it printed."""
    folder = tempfile.TemporaryDirectory()
    unittest.addModuleCleanup(folder.cleanup)
    command = [sys.executable, "scripts/bi", "--data-dir", str(world.data()), "--out", folder.name]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return pathlib.Path(folder.name), result.stdout


def rows_of(name):
    key = ", ".join(f'"{column}"' for column in world.tables()[name].key)
    return world.connection().execute(f"select * from {world.relation(name)} order by {key}").fetchall()


class Extracts(unittest.TestCase):
    def test_the_command_says_what_it_wrote_and_where(self):
        folder, said = built()
        self.assertIn(
            f"{len(world.tables())} tables in tableau/Data/payments.hyper, read back and equal to the marts", said
        )
        self.assertIn(str(folder), said)
        self.assertEqual([path for path in folder.rglob("*") if ".part" in path.name], [])

    def test_texts_are_those_that_are_tracked(self):
        for name, text in world.texts().items():
            with self.subTest(name):
                self.assertEqual((built()[0] / name).read_text(), text)

    def test_every_cell_of_the_hyper_file_is_that_of_the_mart(self):
        """Read by Tableau's own library, compared value by value; the writer compares by another way."""
        tables = world.tables()
        with tempfile.TemporaryDirectory() as logs:
            settings = {"log_dir": logs}
            with (
                hyper.HyperProcess(hyper.Telemetry.DO_NOT_SEND_USAGE_DATA_TO_TABLEAU, parameters=settings) as server,
                hyper.Connection(server.endpoint, str(built()[0] / "tableau/Data/payments.hyper")) as database,
            ):
                names = {table.name.unescaped for table in database.catalog.get_table_names("Extract")}
                self.assertEqual(names, tables.keys())
                for name, table in tables.items():
                    with self.subTest(name):
                        key = ", ".join(f'"{column}"' for column in table.key)
                        definition = database.catalog.get_table_definition(hyper.TableName("Extract", name))
                        columns = {column.name.unescaped: str(column.type) for column in definition.columns}
                        self.assertEqual(list(columns), [column.column for column in table.stored])
                        for column in table.stored:
                            if column.type.startswith("DECIMAL"):
                                self.assertEqual(
                                    columns[column.column], column.type.replace("DECIMAL", "NUMERIC").replace(",", ", ")
                                )
                        found = database.execute_list_query(f'select * from "Extract"."{name}" order by {key}')
                        plain = [tuple(as_plain(value) for value in row) for row in found]
                        self.assertEqual(plain, [tuple(as_plain(value) for value in row) for row in rows_of(name)])

    def test_every_cell_of_the_csv_files_is_that_of_the_mart(self):
        for folder in ("tableau/Data", "looker_studio/extracts"):
            for name in world.description().sources:
                with (
                    self.subTest(folder=folder, table=name),
                    open(built()[0] / folder / f"{name}.csv", newline="") as file,
                ):
                    header, *lines = csv.reader(file)
                    self.assertEqual(header, [column.column for column in world.tables()[name].stored])
                    self.assertEqual(lines, [[as_csv(value) for value in row] for row in rows_of(name)])

    def test_the_tables_for_the_warehouse_are_those_of_the_database(self):
        for name in ("attempts_daily", "merchant_months"):
            with self.subTest(name):
                file = built()[0] / f"looker/extracts/{name}.parquet"
                self.assertEqual(world.connection().execute(f"from read_parquet('{file}')").fetchall(), rows_of(name))

    def test_a_package_holds_the_workbook_and_the_files_that_it_names(self):
        folder = built()[0]
        for carrier in ("hyper", "csv"):
            with self.subTest(carrier), zipfile.ZipFile(folder / f"tableau/payments_{carrier}.twbx") as archive:
                self.assertIsNone(archive.testzip())
                text = archive.read(f"payments_{carrier}.twb").decode()
                self.assertEqual(text, world.texts()[f"tableau/payments_{carrier}.twb"])
                named = set()
                for connection in tree.fromstring(text).iter("connection"):
                    if connection.get("class") == "hyper":
                        named.add(connection.get("dbname"))
                    elif connection.get("class") == "textscan":
                        named.add(f"{connection.get('directory')}/{connection.get('filename')}")
                self.assertEqual(set(archive.namelist()) - {f"payments_{carrier}.twb"}, named)
                for name in named:
                    self.assertEqual(archive.read(name), (folder / "tableau" / name).read_bytes())


class Refusals(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def test_a_planted_cent_a_missing_row_and_a_doubled_row_are_all_told(self):
        table = world.tables()["decline_drivers"]
        good = f"from {world.relation('decline_drivers')}"
        columns = ", ".join(f'"{column.column}"' for column in table.stored)
        other = columns.replace(
            '"declined_amount"', 'if(row_number() over () = 1, "declined_amount" + 0.01, "declined_amount")'
        )
        planted = {
            "a cent": f"from (select {other} {good}) as planted ({columns})",
            "a missing row": f"from (select * {good} limit 5)",
            "a doubled row": f"from (select * {good} union all (select * {good} limit 1))",
        }
        extracts.compare(world.connection(), good, good, table, "here")
        for what, sql in planted.items():
            with self.subTest(what), self.assertRaisesRegex(extracts.ExtractError, "^here has"):
                extracts.compare(world.connection(), good, sql, table, "here")

    def test_a_file_that_is_not_whole_does_not_take_the_place_of_the_old_one(self):
        target = self.folder / "old.csv"
        target.write_text("old")
        with contextlib.suppress(RuntimeError), extracts.replacing(target) as part:
            pathlib.Path(part).write_text("half")
            raise RuntimeError
        self.assertEqual([path.name for path in self.folder.iterdir()], ["old.csv"])
        self.assertEqual(target.read_text(), "old")

    def test_a_run_without_a_mart_ends_with_one_sentence_and_leaves_the_extracts(self):
        shutil.copytree(world.data() / "marts", self.folder / "data/marts")
        shutil.copy(world.data() / "analytics.duckdb", self.folder / "data/analytics.duckdb")
        (self.folder / "data/marts/kpi_weekly.parquet").unlink()
        status, said = run("--data-dir", str(self.folder / "data"), "--out", str(self.folder / "out"))
        self.assertEqual(status, 1)
        self.assertRegex(said, r"^scripts/bi: there is no mart .*kpi_weekly.parquet: make run writes it\n$")
        self.assertFalse((self.folder / "out/tableau/Data").exists())

    def test_marts_of_an_older_run_are_told_by_their_columns(self):
        shutil.copytree(world.data() / "marts", self.folder / "data/marts")
        shutil.copy(world.data() / "analytics.duckdb", self.folder / "data/analytics.duckdb")
        shutil.copy(self.folder / "data/marts/kpi_weekly.parquet", self.folder / "data/marts/kpi_daily.parquet")
        status, said = run("--data-dir", str(self.folder / "data"), "--out", str(self.folder / "out"))
        self.assertEqual(status, 1)
        self.assertRegex(said, r"^scripts/bi: kpi_daily has the columns week_start, .* run make run\n$")

    def test_a_run_that_never_was_is_told_with_its_path(self):
        status, said = run("--data-dir", "nowhere", "--out", str(self.folder))
        self.assertEqual(
            (status, said), (1, "scripts/bi: there is no database nowhere/analytics.duckdb: make run writes it\n")
        )

    def test_a_file_too_large_for_an_upload_is_told_with_the_limit(self):
        file = self.folder / "large.csv"
        with open(file, "wb") as sink:
            sink.truncate(extracts.UPLOAD_LIMIT + 1)
        with self.assertRaisesRegex(extracts.ExtractError, "has 105 MB and Looker Studio takes 100"):
            extracts.check_upload(file)


def run(*words):
    result = subprocess.run([sys.executable, "scripts/bi", *words], cwd=ROOT, capture_output=True, text=True)
    return result.returncode, result.stderr


def as_plain(value):
    """A value of either library in Python's own types."""
    if isinstance(value, hyper.Date):
        return value.to_date()
    if isinstance(value, hyper.Timestamp):
        return value.to_datetime()
    return value


def as_csv(value):
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


if __name__ == "__main__":
    unittest.main()
