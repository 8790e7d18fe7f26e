"""The queries of docs/scenarios.md run, and its files pass through the pipeline."""

import os
import pathlib
import re
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
DUCKDB = os.environ.get("DUCKDB", ".venv/bin/duckdb")
LOAD = f"LOAD '{os.environ.get('PAYMENTS_EXTENSION', 'build/payments.duckdb_extension')}'"
BLOCKS = re.findall(r"```sql\n(.*?)```", (ROOT / "docs" / "scenarios.md").read_text(), re.S)


def duckdb(*arguments):
    command = [DUCKDB, "-no-init", "-unsigned", "-csv", "-cmd", LOAD, *arguments]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    if result.returncode != 0:
        raise AssertionError(f"{' '.join(command)}\n{result.stdout}{result.stderr}")
    return result.stdout


class Scenarios(unittest.TestCase):
    def test_every_query_returns_rows(self):
        queries = [block for block in BLOCKS if not block.startswith("COPY")]
        self.assertEqual(len(queries), 4)
        for query in queries:
            with self.subTest(query):
                self.assertGreater(len(duckdb("-c", query).splitlines()), 1)

    def test_a_scenario_of_files_passes_through_the_pipeline(self):
        (copies,) = [block for block in BLOCKS if block.startswith("COPY")]
        with tempfile.TemporaryDirectory() as folder:
            (pathlib.Path(folder) / "raw").mkdir()
            duckdb("-c", copies.replace("data/no_churn", folder))
            duckdb("-cmd", f"SET VARIABLE data_dir = '{folder}'", "-f", "sql/pipeline_files.sql")
            counted = duckdb("-readonly", f"{folder}/analytics.duckdb", "-c", "SELECT sum(txns) FROM v_kpi_monthly")
            self.assertEqual(counted.split()[-1], "200000")


if __name__ == "__main__":
    unittest.main()
