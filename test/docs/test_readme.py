"""The README's queries give the output that the README shows."""

import os
import pathlib
import re
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
DUCKDB = os.environ.get("DUCKDB", ".venv/bin/duckdb")
LOAD = f"LOAD '{os.environ.get('PAYMENTS_EXTENSION', 'build/payments.duckdb_extension')}'"
BLOCKS = re.findall(r"```sql( database)?\n(.*?)```\n\n```text\n(.*?)```", (ROOT / "README.md").read_text(), re.S)


def duckdb(*arguments):
    command = [DUCKDB, "-no-init", "-unsigned", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout


class Readme(unittest.TestCase):
    def test_queries_give_the_output_shown(self):
        self.assertEqual([bool(database) for database, _, _ in BLOCKS], [False, True])
        with tempfile.TemporaryDirectory() as folder:
            duckdb("-cmd", LOAD, "-cmd", f"SET VARIABLE data_dir = '{folder}'", "-f", "sql/pipeline.sql")
            for database, query, output in BLOCKS:
                with self.subTest(query):
                    where = [f"{folder}/analytics.duckdb"] if database else ["-cmd", LOAD]
                    self.assertEqual(duckdb(*where, "-c", query), output)


if __name__ == "__main__":
    unittest.main()
