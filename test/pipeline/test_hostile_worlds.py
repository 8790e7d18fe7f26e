"""Worlds at the edges of what the parameters allow run from generation to marts, and their data pass every check that
stops a run."""

import unittest

from job import JobTest, ask, run

# One merchant or customer takes everything there is: that this is odd, and what follows from it, may be warned of.
WORLDS = {
    "one merchant": {"merchants": 1},
    "one customer": {"customers": 1},
    "one merchant and one customer": {"merchants": 1, "customers": 1, "rows": 5_000},
    "three days around a leap day": {"start_date": "2024-02-28", "end_date": "2024-03-01", "rows": 50_000},
    "one day": {"start_date": "2024-02-29", "end_date": "2024-02-29", "rows": 30_000},
    "ten years": {"start_date": "2015-01-01", "end_date": "2024-12-31", "rows": 100_000},
    "fewer rows than merchants": {"merchants": 50_000, "rows": 1_000},
    "one row": {"rows": 1},
    "fewer rows than days": {"rows": 100},
    "the largest seed": {"seed": 2**64 - 1},
    "a million merchants": {"merchants": 1_000_000},
    "the last days there are": {"start_date": "2100-12-30", "end_date": "2100-12-31"},
}


class HostileWorlds(JobTest):
    def test_every_world_runs_and_passes(self):
        for name, parameters in WORLDS.items():
            with self.subTest(name):
                status, output, errors = run(self.folder, **parameters)
                self.assertEqual((status, errors), (0, ""), output)
                rows = parameters.get("rows", 20_000)
                counted = ask(self.folder, "select (select count(*) from transactions) as n, txns from v_kpi_total")
                self.assertEqual(counted, [{"n": str(rows), "txns": str(rows)}])


if __name__ == "__main__":
    unittest.main()
