"""What DuckDB sees of the extension beside rows: estimates, interrupts, read-only files, several instances."""

import pathlib
import tempfile
import unittest

from hosts import EXTENSION, HOSTS, PythonHost, run
import sys

# A million million draws cannot be done by the time the interrupt comes.
INTERRUPTED = f"""
import duckdb, threading
connection = duckdb.connect(config={{"allow_unsigned_extensions": "true"}})
connection.execute("LOAD '{EXTENSION}'")
threading.Timer(0.5, connection.interrupt).start()
try:
    connection.execute("select sum(amount) from gen_transactions(100000000000, '2024-01-01', '2024-12-31')")
except duckdb.InterruptException:
    print(connection.execute("select count(*) from gen_transactions(7, '2024-01-01', '2024-12-31')").fetchall())
"""

# Writes with the extension, reads without it, then opens read-only with it: nothing may be left locked or logged.
REOPENED = f"""
import duckdb, os, sys
path, config = sys.argv[1], {{"allow_unsigned_extensions": "true"}}
for _ in range(3):
    connection = duckdb.connect(path, config=config)
    connection.execute("LOAD '{EXTENSION}'")
    connection.execute("create or replace table t as from gen_transactions(1000, '2024-01-01', '2024-12-31')")
    connection.close()
assert not os.path.exists(path + ".wal")
connection = duckdb.connect(path, read_only=True, config=config)
connection.execute("LOAD '{EXTENSION}'")
print(connection.execute("select count(*) from t inner join gen_merchants() using (merchant_id)").fetchall())
"""

PYTHON_HOSTS = [host for host in HOSTS if isinstance(host, PythonHost)]


class Engine(unittest.TestCase):
    def test_the_planner_knows_the_number_of_rows(self):
        for host in HOSTS:
            with self.subTest(host.name):
                plan = host.ask([f"LOAD '{EXTENSION}'", "explain from gen_transactions(123456, '2024-01-01', '2024-12-31')"])[1]
                self.assertIn("123,456 rows", str(plan))

    def test_an_interrupt_ends_the_query_and_the_connection_goes_on(self):
        for host in PYTHON_HOSTS:
            with self.subTest(host.name):
                self.assertEqual(run([sys.executable, "-c", INTERRUPTED], "", host.environment).strip(), "[(7,)]")

    def test_files_are_neither_locked_nor_left_with_a_log(self):
        for host in PYTHON_HOSTS:
            with self.subTest(host.name), tempfile.TemporaryDirectory() as folder:
                command = [sys.executable, "-c", REOPENED, str(pathlib.Path(folder, "t.duckdb"))]
                self.assertEqual(run(command, "", host.environment).strip(), "[(1000,)]")

    def test_two_instances_of_one_process_load_it(self):
        script = f"""
import duckdb
for _ in range(2):
    one = duckdb.connect(config={{"allow_unsigned_extensions": "true"}})
    one.execute("LOAD '{EXTENSION}'")
    one.execute("LOAD '{EXTENSION}'")
    print(one.execute("select count(*) from gen_merchants(merchants := 5)").fetchone()[0])
"""
        for host in PYTHON_HOSTS:
            with self.subTest(host.name):
                self.assertEqual(run([sys.executable, "-c", script], "", host.environment).split(), ["5", "5"])


if __name__ == "__main__":
    unittest.main()
