"""Every fault is applied to a good world and must be caught by a check that it names; good worlds must raise no alarm."""

import pathlib
import tempfile
import unittest

from clean import CLEAN_RUNS, clean_alarms
from fault import LISTS, faults
from raw import DAMAGES, raw_alarms, write_raw
from world import World

ROWS, ROWS_BEFORE = 60_000, 48_000
# Of all faults together, the held-out ones included.
LEAST_CAUGHT = 0.98
# Over all clean runs: one false warning in about 1,200 verdicts of severity warn.
MOST_FALSE_WARNINGS = 1


class Faults(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.world = World()
        cls.world.generate(ROWS_BEFORE)
        cls.world.become_baseline()
        cls.world.generate(ROWS)

    def is_caught(self, fault):
        """Whether one of the checks that the fault names fires; the fault is rolled back."""
        self.world.run("begin")
        try:
            self.world.run(fault.sql)
            is_contract = fault.must_catch[0].startswith("C")
            alarms = self.world.alarms() if is_contract else self.world.fired(", ".join(fault.must_catch))
            return fault.is_caught(alarms)
        finally:
            self.world.run("rollback")

    def test_at_least_98_of_100_faults_are_caught_by_a_check_they_name(self):
        count = sum(len(faults(name)) for name in LISTS)
        missed = [fault for name in LISTS for fault in faults(name) if not self.is_caught(fault)]
        with tempfile.TemporaryDirectory() as folder:
            good, work = pathlib.Path(folder) / "good", pathlib.Path(folder) / "work"
            world = World()
            world.generate(20_000)
            write_raw(world, good)
            self.assertEqual(raw_alarms(world, good), [])
            count += len(DAMAGES)
            missed += [damage for damage in DAMAGES if not damage.is_caught(damage.alarms(world, good, work))]
        self.assertGreaterEqual(count, 120)
        print(f"\n{count - len(missed)} of {count} faults caught; missed: {[fault.fault_id for fault in missed]}")
        self.assertGreaterEqual(count - len(missed), LEAST_CAUGHT * count)

    def test_every_fault_has_an_id_of_its_own(self):
        ids = [fault.fault_id for name in LISTS for fault in faults(name)] + [damage.fault_id for damage in DAMAGES]
        self.assertEqual(len(ids), len(set(ids)))

    def test_every_named_check_exists(self):
        known = {check_id for (check_id,) in self.world.run("select check_id from qa_rules()").fetchall()}
        for name in LISTS:
            for fault in faults(name):
                self.assertLessEqual(set(fault.must_catch), known, fault.fault_id)


class CleanRuns(unittest.TestCase):
    def test_twenty_good_worlds_raise_no_error_and_at_most_one_warning(self):
        self.assertEqual(len(CLEAN_RUNS), 20)
        alarms = [(run, alarm) for run in CLEAN_RUNS for alarm in clean_alarms(run)]
        self.assertEqual([alarm for alarm in alarms if alarm[1][1] == "error"], [])
        self.assertLessEqual(len(alarms), MOST_FALSE_WARNINGS, alarms)


if __name__ == "__main__":
    unittest.main()
