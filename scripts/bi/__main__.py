"""Writes the files for Tableau, Looker and Looker Studio from dashboards/bi.yaml and the last run: `make bi` calls it.

usage: scripts/bi [--data-dir data] [--out dashboards] [--texts]     --texts: only what is tracked, without extracts
"""

import argparse
import pathlib
import sys
import time

import catalogue as catalogues
import extracts
from description import read_description
from files import check, texts


def main(words):
    parser = argparse.ArgumentParser(
        prog="scripts/bi", description="Writes the files for Tableau, Looker and Looker Studio."
    )
    parser.add_argument("--data-dir", default=str(catalogues.ROOT / "data"), help="where the last run left its data")
    parser.add_argument("--out", default=str(catalogues.ROOT / "dashboards"), help="where to write")
    parser.add_argument("--texts", action="store_true", help="only the tracked texts, no extracts")
    arguments = parser.parse_args(words)
    try:
        build(pathlib.Path(arguments.data_dir), pathlib.Path(arguments.out), arguments.texts)
    except (catalogues.CatalogueError, extracts.ExtractError) as error:
        sys.exit(f"scripts/bi: {error}")


def build(data, out, only_texts=False):
    started = time.monotonic()
    connection = catalogues.open_database(data / "analytics.duckdb")
    tables = catalogues.read_database(connection)
    description = read_description((catalogues.ROOT / "dashboards/bi.yaml").read_text(), tables)
    files = texts(description)
    findings = check(description, files)
    if findings:
        raise catalogues.CatalogueError(f"{len(findings)} findings in what would be written, the first: {findings[0]}")
    for old in [*out.glob("looker/**/*.lkml"), *out.glob("looker/**/*.lookml")]:
        if str(old.relative_to(out)) not in files:
            old.unlink()
    for name, text in files.items():
        with extracts.replacing(out / name) as part:
            pathlib.Path(part).write_text(text)
    columns = sum(len(table.columns) for table in tables.values())
    say(f"{len(tables)} tables and {columns} columns in catalogue.csv; {len(files)} files linted, 0 findings")
    if not only_texts:
        write_extracts(connection, description, data, out)
    say(
        f"done in {time.monotonic() - started:.0f} s: tableau/, looker/ and looker_studio/ in {out}; dashboards/README_bi.md says what to click"
    )


def write_extracts(connection, description, data, out):
    """Extracts are outputs: not tracked, each read back and compared before it takes its place."""
    tables = description.tables
    found = extracts.relations(connection, tables, data / "marts")
    folder = out / "tableau" / "Data"
    hyper = folder / f"{description.name}.hyper"
    extracts.write_hyper(connection, found, tables, hyper)
    say(f"{len(found)} tables in {hyper.relative_to(out)}, read back and equal to the marts")
    sheets = []
    for source in description.sources:
        sheets.append(folder / f"{source}.csv")
        extracts.write_csv(connection, found[source], tables[source], sheets[-1])
        upload = out / "looker_studio" / "extracts" / f"{source}.csv"
        extracts.copy(sheets[-1], upload)
        extracts.check_upload(upload)
    say(f"{len(sheets)} CSV files each in tableau/Data and looker_studio/extracts, read back and equal to the marts")
    for carrier, content in (("hyper", [hyper]), ("csv", sheets)):
        workbook = out / "tableau" / f"{description.name}_{carrier}.twb"
        extracts.package(workbook, content, workbook.with_suffix(".twbx"))
    say("2 packaged workbooks in tableau/")
    for file in catalogues.bi_files():
        extracts.write_parquet(
            connection, found[file.stem], tables[file.stem], out / "looker" / "extracts" / f"{file.stem}.parquet"
        )
    say(f"{len(catalogues.bi_files())} tables for the warehouse, beside data/marts, in looker/extracts")


def say(text):
    print(f"bi: {text}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
