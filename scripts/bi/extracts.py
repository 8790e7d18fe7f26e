"""Extracts of a run for the three tools: a .hyper file, CSV files, packaged workbooks, Parquet for a warehouse.

Every extract is read back and compared with its table, cell by cell, before it replaces an older one.
"""

import os
import pathlib
import shutil
import tempfile
import zipfile

from catalogue import bi_files

ZIP_TIME = (2026, 1, 1, 0, 0, 0)
UPLOAD_LIMIT = 100 * 1024 * 1024


class ExtractError(Exception):
    """Why an extract was not written, in one sentence."""


def relations(connection, tables, marts):
    """Each published table as SQL that reads it: a mart from its file, a table of sql/bi from the database."""
    own = {file.stem for file in bi_files()}
    found = {}
    for name in tables:
        if name in own:
            # Read several times: worked out once.
            connection.execute(f"create or replace temp table extract_{name} as from {name}")
            found[name] = f"from extract_{name}"
            continue
        file = pathlib.Path(marts, f"{name}.parquet")
        if not file.exists():
            raise ExtractError(f"there is no mart {file}: make run writes it")
        found[name] = f"from read_parquet('{file}')"
    for name, sql in found.items():
        columns = connection.sql(f"select * {sql} limit 0").columns
        expected = [column.column for column in tables[name].stored]
        if columns != expected:
            raise ExtractError(
                f"{name} has the columns {', '.join(columns)} and not {', '.join(expected)}: run make run"
            )
    return found


def write_csv(connection, sql, table, target):
    """One table as CSV, in the order of its key."""
    with replacing(target) as part:
        order = ", ".join(f'"{column}"' for column in table.key)
        connection.execute(f"copy (select * {sql} order by {order}) to '{part}' (format csv, header)")
        types = {column.column: column.type for column in table.stored}
        listed = ", ".join(f"'{name}': '{kind}'" for name, kind in types.items())
        compare(connection, sql, f"from read_csv('{part}', header = true, columns = {{{listed}}})", table, target)


def write_parquet(connection, sql, table, target):
    with replacing(target) as part:
        order = ", ".join(f'"{column}"' for column in table.key)
        connection.execute(f"copy (select * {sql} order by {order}) to '{part}' (format parquet)")
        compare(connection, sql, f"from read_parquet('{part}')", table, target)


def write_hyper(connection, found, tables, target):
    """All tables in one .hyper file: each as it stands, decimals as decimals."""
    try:
        import tableauhyperapi as hyper
    except ImportError as error:
        raise ExtractError("tableauhyperapi is not installed: make setup installs it where there is one") from error

    with tempfile.TemporaryDirectory() as scratch, replacing(target) as part:
        # DO_NOT_SEND: nothing about this run leaves the machine. The log of the server goes with the scratch folder.
        settings = {"log_dir": scratch, "default_database_version": "2"}
        with (
            hyper.HyperProcess(hyper.Telemetry.DO_NOT_SEND_USAGE_DATA_TO_TABLEAU, parameters=settings) as server,
            hyper.Connection(server.endpoint, part, hyper.CreateMode.CREATE_AND_REPLACE) as database,
        ):
            database.catalog.create_schema("Extract")
            for name, sql in found.items():
                file = f"{scratch}/{name}.parquet"
                order = ", ".join(f'"{column}"' for column in tables[name].key)
                connection.execute(f"copy (select * {sql} order by {order}) to '{file}' (format parquet)")
                database.execute_command(
                    f"create table \"Extract\".\"{name}\" as select * from external('{file}', format => 'parquet')"
                )
                back = f"{scratch}/{name}.back.parquet"
                database.execute_command(f'copy (select * from "Extract"."{name}") to \'{back}\' with (format parquet)')
                compare(connection, sql, f"from read_parquet('{back}')", tables[name], f"{target}: {name}")


def compare(connection, expected, found, table, where):
    """Raises unless both hold the same rows equally often, every cell compared: as many rows, and none is missing."""
    cells = ", ".join(f'cast("{column.column}" as {column.type}) as "{column.column}"' for column in table.stored)
    left, right = f"select {cells} {expected}", f"select {cells} {found}"
    wanted, there, missing = connection.execute(
        f"select (select count(*) {expected}), (select count(*) {found}), (select count(*) from ({left} except all {right}))"
    ).fetchone()
    if wanted != there or missing:
        raise ExtractError(
            f"{where} has {there} rows of {wanted}, and {missing} rows of {table.name} are not among them"
        )


def package(workbook, files, target):
    """A workbook and its data in one file, as Tableau opens it; the same bytes for the same content."""
    with replacing(target) as part, zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in [(workbook.name, workbook), *((f"Data/{file.name}", file) for file in files)]:
            entry = zipfile.ZipInfo(name, ZIP_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            with open(content, "rb") as source, archive.open(entry, "w", force_zip64=True) as sink:
                shutil.copyfileobj(source, sink)


class replacing:
    """A path to write to that takes the place of the target when the block ends well, and vanishes when it does not."""

    def __init__(self, target):
        self.target = pathlib.Path(target)

    def __enter__(self):
        self.target.parent.mkdir(parents=True, exist_ok=True)
        # The suffix stays: what writes a file may go by it.
        self.part = self.target.with_name(f".part{os.getpid()}.{self.target.name}")
        return str(self.part)

    def __exit__(self, kind, *_):
        if kind is None:
            os.replace(self.part, self.target)
        else:
            self.part.unlink(missing_ok=True)


def copy(source, target):
    with replacing(target) as part:
        shutil.copyfile(source, part)


def check_upload(file):
    """Looker Studio takes files of at most 100 MB."""
    size = pathlib.Path(file).stat().st_size
    if size > UPLOAD_LIMIT:
        raise ExtractError(
            f"{file} has {size / 1e6:.0f} MB and Looker Studio takes 100: load data/marts into BigQuery, or shorten the window"
        )
