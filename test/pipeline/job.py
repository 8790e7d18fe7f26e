"""The main job as a test runs it: small, into a folder of its own."""

import csv
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
DUCKDB = os.environ.get("DUCKDB", ".venv/bin/duckdb")
EXTENSION = os.environ.get("PAYMENTS_EXTENSION", "build/payments.duckdb_extension")
PARAMETERS = {"rows": 20_000, "merchants": 500, "customers": 5_000}


def run(folder, script="sql/pipeline.sql", **variables):
    """Runs a script with the parameters above, changed by `variables`, into a folder; returns status, stdout, stderr."""
    return execute([DUCKDB, "-unsigned", *options(folder, EXTENSION, script, variables)], ROOT)


def run_without_rights(folder, script, **variables):
    """The same by a user who may do only what everybody may, in a checkout of its own."""
    with tempfile.TemporaryDirectory() as home:
        pathlib.Path(home).chmod(0o777)
        shutil.copy(ROOT / DUCKDB, f"{home}/duckdb")
        shutil.copy(ROOT / EXTENSION, f"{home}/payments.duckdb_extension")
        shutil.copytree(ROOT / "sql", f"{home}/sql")
        processed = pathlib.Path(home, "data/processed")
        processed.mkdir(parents=True)
        processed.chmod(0o777)
        command = ["./duckdb", "-unsigned", *options(folder, "./payments.duckdb_extension", script, variables)]
        if os.geteuid() == 0:
            command = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", *command]
        return execute(command, home)


def options(folder, extension, script, variables):
    chosen = ["-no-init", "-cmd", f"LOAD '{extension}'"]
    for name, value in {**PARAMETERS, "data_dir": folder, **variables}.items():
        chosen += ["-cmd", f"SET VARIABLE {name} = '{value}'"]
    return [*chosen, "-f", script]


def execute(command, folder):
    result = subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    return result.returncode, result.stdout, result.stderr


def contents(folder):
    """Every mart by name, and its bytes."""
    return {path.name: path.read_bytes() for path in pathlib.Path(folder, "marts").iterdir()}


def sql(statements):
    """Runs statements in a database of their own."""
    command = [DUCKDB, "-no-init", "-unsigned", "-cmd", f"LOAD '{EXTENSION}'", "-c", statements]
    subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)


def ask(folder, query):
    """The rows of a query on the database of a run, opened without the extension and not to be changed."""
    command = [DUCKDB, "-no-init", "-readonly", "-csv", f"{folder}/analytics.duckdb", "-c", query]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return list(csv.DictReader(result.stdout.splitlines()))


class JobTest(unittest.TestCase):
    """A test with a data directory of its own."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def succeed(self, **arguments):
        status, output, errors = run(self.folder, **arguments)
        self.assertEqual(status, 0, output + errors)
        return output

    def fail_with(self, text, **arguments):
        status, output, errors = run(self.folder, **arguments)
        self.assertNotEqual(status, 0, output)
        self.assertIn(text, errors)
        return output
