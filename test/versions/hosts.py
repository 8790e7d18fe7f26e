"""The DuckDB versions that must load one and the same extension file, each in a process of its own."""

import json
import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
DUCKDB = os.environ.get("DUCKDB", ".venv/bin/duckdb")
EXTENSION = ROOT / os.environ.get("PAYMENTS_EXTENSION", "build/payments.duckdb_extension")

# Runs each query of the list on stdin and prints its rows as lists of text.
PYTHON_HOST = """
import duckdb, json, sys
connection = duckdb.connect(config={"allow_unsigned_extensions": "true"})
# DuckDB 2.0 draws a bar into stdout when a query takes seconds.
connection.execute("SET enable_progress_bar = false")
for query in json.load(sys.stdin):
    rows = connection.execute(query).fetchall()
    print(json.dumps([[str(value) for value in row] for row in rows]))
"""


class PythonHost:
    """DuckDB's Python package, imported from a folder that holds that version alone."""

    def __init__(self, version):
        self.name = f"Python {version}"
        self.version = version
        self.environment = {**os.environ, "PYTHONPATH": str(ROOT / f".venv/duckdb-{version}")}

    def ask(self, queries):
        text = run([sys.executable, "-c", PYTHON_HOST], json.dumps(queries), self.environment)
        return [json.loads(line) for line in text.splitlines()]

    def run_pipeline(self, variables):
        script = str(ROOT / "examples/python/run_pipeline.py")
        arguments = [f"{name}={value}" for name, value in variables.items()]
        return run([sys.executable, script, str(EXTENSION), *arguments], "", self.environment)


class MainHost(PythonHost):
    """The Python package of the version that the project is developed with, from the environment itself."""

    def __init__(self, version):
        super().__init__(version)
        self.environment = dict(os.environ)


class CommandLine:
    """The DuckDB CLI, of whatever version `DUCKDB` is."""

    name = "CLI"

    def ask(self, queries):
        options = ["-no-init", "-batch", "-unsigned", "-noheader", "-list", "-separator", "\x1f"]
        # Between two queries the CLI prints a line that no row can be.
        lines = "\n.print \x1e\n".join(f"{query};" for query in queries) + "\n"
        text = run([DUCKDB, *options, "-bail"], lines)
        return [[row.split("\x1f") for row in part.splitlines()] for part in text.split("\x1e\n")]

    def run_pipeline(self, variables):
        settings = [part for name, value in variables.items() for part in ("-cmd", f"SET VARIABLE {name} = '{value}'")]
        load = ["-no-init", "-unsigned", "-cmd", f"LOAD '{EXTENSION}'"]
        return run([DUCKDB, *load, *settings, "-f", "sql/pipeline.sql"], "")


def run(command, text, environment=None):
    """Runs a command in the repository root; a failure shows what it wrote to stderr."""
    result = subprocess.run(
        command, input=text, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    if result.returncode != 0:
        raise AssertionError(f"exit status {result.returncode}\n{result.stdout[-2000:]}\n{result.stderr[-4000:]}")
    return result.stdout


HOSTS = [CommandLine(), PythonHost("1.4.5"), MainHost("1.5.6"), PythonHost("2.0.0")]
