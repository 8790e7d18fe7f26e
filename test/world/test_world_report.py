"""The world of the default seed is what it claims to be, and the report can tell when it is not."""

import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "scripts"))
import world_report


class World(unittest.TestCase):
    def test_every_claim_holds_in_the_default_world(self):
        claims = world_report.claims_of(world_report.DEFAULT_SEED, world_report.DEFAULT_ROWS)
        self.assertEqual({claim["topic"] for claim in claims}, {path.stem[3:] for path in world_report.CLAIMS})
        for claim in claims:
            with self.subTest(claim["claim"]):
                self.assertTrue(world_report.is_inside(claim), claim)


class Bounds(unittest.TestCase):
    def claim(self, least, most, measured):
        return {"topic": "lives", "claim": "a claim", "least": least, "most": most, "measured": measured}

    def test_bounds_are_included_and_may_be_missing(self):
        for least, most, inside in [(1, 2, [1, 1.5, 2]), (1, None, [1, 99]), (None, 2, [-99, 2])]:
            for measured in inside:
                self.assertTrue(world_report.is_inside(self.claim(least, most, measured)), (least, most, measured))

    def test_a_value_outside_or_missing_is_told(self):
        for least, most, measured in [(1, 2, 0.99), (1, 2, 2.01), (1, None, 0), (None, 2, 3), (None, None, None)]:
            outside = self.claim(least, most, measured)
            self.assertFalse(world_report.is_inside(outside), outside)
            self.assertIn("OUTSIDE", world_report.report({42: [outside]}, 1000))


if __name__ == "__main__":
    unittest.main()
