"""Prints docs/metrics.md, docs/checks.md and docs/functions.md from DuckDB's catalogue after a small run, and the printed
parts of the dashboard's documents from its own files over the same run.

With --check nothing is written: a document that differs from what would be printed is an error.
"""

import difflib
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import dashboard_docs

ROOT = pathlib.Path(__file__).resolve().parent.parent
DUCKDB = os.environ.get("DUCKDB", ".venv/bin/duckdb")
LOAD = "LOAD 'build/payments.duckdb_extension'"
SMALL_RUN = {"rows": 2000, "merchants": 200, "customers": 2000}
CALLS = {
    "gen_transactions": "gen_transactions(0, '2024-01-01', '2024-12-31')",
    "gen_refunds": "gen_refunds(0, '2024-01-01', '2024-12-31')",
    "gen_disputes": "gen_disputes(0, '2024-01-01', '2024-12-31')",
    "gen_merchants": "gen_merchants()",
    "gen_customers": "gen_customers()",
    "gen_account_managers": "gen_account_managers()",
    "gen_campaigns": "gen_campaigns()",
    "payments_defaults": "payments_defaults()",
    "qa_rules": "qa_rules()",
    "truth_incidents": "truth_incidents('2024-01-01', '2024-12-31')",
    "truth_merchants": "truth_merchants()",
    "truth_transactions": "truth_transactions(0, '2024-01-01', '2024-12-31')",
}


def main():
    with tempfile.TemporaryDirectory() as data_dir:
        run_pipeline(data_dir)
        database = f"{data_dir}/analytics.duckdb"
        documents = {
            "docs/metrics.md": metrics(database),
            "docs/checks.md": checks(),
            "docs/functions.md": functions(),
            **dashboard_docs.documents(data_dir),
        }
    if "--check" in sys.argv[1:]:
        sys.exit(compare(documents))
    for name, text in documents.items():
        (ROOT / name).parent.mkdir(exist_ok=True)
        (ROOT / name).write_text(text)


def run_pipeline(data_dir):
    settings = [f"SET VARIABLE {name} = {value}" for name, value in SMALL_RUN.items()]
    settings.append(f"SET VARIABLE data_dir = '{data_dir}'")
    duckdb(*(part for setting in [LOAD, *settings] for part in ("-cmd", setting)), "-f", "sql/pipeline.sql")


def duckdb(*options):
    command = [DUCKDB, "-no-init", "-batch", "-unsigned", *options]
    result = subprocess.run(command, cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    if result.returncode != 0:
        raise SystemExit(f"{' '.join(command)}\n{result.stdout}{result.stderr}")
    return result.stdout


def ask(sql, *options):
    """The rows of a query as dictionaries."""
    return json.loads(duckdb("-json", "-cmd", LOAD, *options, "-c", sql) or "[]")


def table(header, rows):
    lines = [header, ["---"] * len(header), *rows]
    return "".join("| " + " | ".join(str(cell).replace("|", "\\|") for cell in line) + " |\n" for line in lines)


def metrics(database):
    """Views and derived tables with the comments that stand beside their SQL."""
    columns = ask(
        """
        select c.table_name, c.column_name, c.data_type, c.comment, coalesce(v.comment, t.comment) as purpose
        from duckdb_columns() as c
        left join duckdb_views() as v on v.view_name = c.table_name and not v.internal
        left join duckdb_tables() as t on t.table_name = c.table_name
        where not c.internal and regexp_matches(c.table_name, '^(v|fct|dim)_')
        order by not starts_with(c.table_name, 'v_'), c.table_name, c.column_index
        """,
        "-readonly",
        database,
    )
    bare = [f"{row['table_name']}.{row['column_name']}" for row in columns if not (row["comment"] and row["purpose"])]
    if bare:
        raise SystemExit(f"no comment on these columns or on their view: {', '.join(bare)}")
    parts = [head("Metrics", "the comments in sql/kpi, sql/detectors and sql/schema")]
    for name in dict.fromkeys(row["table_name"] for row in columns):
        own = [row for row in columns if row["table_name"] == name]
        cells = [(f"`{row['column_name']}`", plain(row["data_type"]), row["comment"]) for row in own]
        parts.append(f"\n## {name}\n\n{own[0]['purpose']}\n\n{table(['column', 'type', 'meaning'], cells)}")
    return "".join(parts)


def checks():
    rows = ask("select check_id, question, severity, reason from qa_rules() order by check_id")
    cells = [(row["check_id"], row["question"], row["severity"], row["reason"]) for row in rows]
    return head("Quality checks", "qa_rules()") + "\n" + table(["check", "question", "severity", "reason"], cells)


def functions():
    """Named parameters and columns; DuckDB's C API keeps no names of positional parameters and no descriptions."""
    parts = [head("Table functions", "the catalogue of DuckDB")]
    for name, call in CALLS.items():
        found = ask(f"select unnest(parameters) as name from duckdb_functions() where function_name = '{name}'")
        named = [row["name"] for row in found if not row["name"].startswith("col")]
        columns = ask(f"select column_name, column_type from (describe from {call})")
        cells = [(f"`{row['column_name']}`", plain(row["column_type"])) for row in columns]
        parameters = ", ".join(f"`{parameter}`" for parameter in sorted(named)) or "none"
        parts.append(f"\n## {name}\n\nNamed parameters: {parameters}.\n\n{table(['column', 'type'], cells)}")
    return "".join(parts)


def plain(column_type):
    """`ENUM('a', 'b')` as words."""
    return column_type.replace("ENUM(", "one of ").rstrip(")").replace("'", "") if "ENUM(" in column_type else column_type


def head(title, source):
    return f"# {title}\n\nPrinted by `make docs` from {source}; `make check` fails when it has drifted.\n"


def compare(documents):
    differing = 0
    for name, text in documents.items():
        file = ROOT / name
        old = file.read_text() if file.exists() else ""
        lines = list(difflib.unified_diff(old.splitlines(), text.splitlines(), name, "printed now", lineterm=""))
        if lines:
            differing += 1
            print("\n".join(lines[:40]))
    if differing:
        print(f"{differing} document(s) have drifted from what they are printed from: run make docs")
    return 1 if differing else 0


if __name__ == "__main__":
    main()
