"""The same scripts give the same marts from the CLI and from Python, whatever the DuckDB version."""

import pathlib
import tempfile
import unittest

from hosts import HOSTS


def marts(host):
    """The CSV marts of a small run, by file name."""
    with tempfile.TemporaryDirectory() as folder:
        host.run_pipeline({"rows": 20_000, "data_dir": folder})
        return {path.name: path.read_text() for path in sorted(pathlib.Path(folder, "marts").glob("*.csv"))}


class SameMarts(unittest.TestCase):
    def test_every_version_exports_the_same_marts(self):
        first = marts(HOSTS[0])
        self.assertIn("kpi_daily.csv", first)
        for host in HOSTS[1:]:
            with self.subTest(host.name):
                found = marts(host)
                self.assertEqual(list(found), list(first))
                for name, text in first.items():
                    self.assertTrue(found[name] == text, f"{name} differs")


if __name__ == "__main__":
    unittest.main()
