"""Each mistake in the description is told in one sentence that names it."""

import unittest

import world
from description import DescriptionError, read_description
from world import ROOT, catalogue

MISTAKES = [
    ("kind: heatmap", "kind: map", "is of the unknown kind map; allowed are tile, line, bar, heatmap, table"),
    ("measures: [fee_yield]", "measures: [fee_yeld]", "attempts_daily has no column fee_yeld; it has day, region"),
    ("source: decline_drivers", "source: decline_driver", "reads decline_driver, which is no source"),
    ("rows: [merchant_name]", "rows: [gpv]", "sheet top_merchants uses gpv as a dimension, which it is not"),
    ("measures: [declined_txns], title: Declined", "measures: [region], title: Declined", "measures region, which can neither be added up"),
    ("columns: [month_index]", "columns: [merchant_size]", "shows retention_rate without month_index, on whose values its parts repeat"),
    ("x: {field: day, by: week}", "x: {field: day, by: year}", "goes by year; allowed are day, week, month"),
    ("x: {field: day, by: week}", "x: {field: region, by: week}", "along region, which is no date"),
    ("    top: 20\n", "    tops: 20\n", "sheet top_merchants has the unknown key tops"),
    ("    title: GPV by month\n", "", "sheet gpv_by_month has no title"),
    ("[tile_gpv, tile_attempts", "[tile_attempts", "sheet tile_gpv stands on 0 dashboards instead of one"),
    ("[gpv_by_day, gpv_by_month]", "[gpv_by_day, gpv_by_year]", "shows the sheet gpv_by_year, which is not described"),
    ("      payment_method: a cohort is counted over all payment methods\n", "", "has no field for the filter payment_method: name it under without"),
    ("  attempts_daily:\n    date: day\n", "  attempts_daily:\n    date: day\n    without: {region: no reason}\n", "has the filter region: drop it from without"),
    ("fields: [industry], title", "fields: [channel], title", "takes channel along, which gpv_by_industry does not show"),
    ("from: tile_approval, at", "from: tile_final, at", "starts from tile_final, which is not on executive"),
    ("to: approvals, title", "to: declines, title", "names the dashboard declines, which is not described"),
    ("{kind: navigate, from: tile_gpv", "{kind: jump, from: tile_gpv", "is of the unknown kind jump"),
    ("distinct: merchant_id", "distinct: merchant", "merchant_months has no column merchant"),
    ("title: Payments\n", "title: Payments\nowner: me\n", "bi.yaml has the unknown key owner"),
    ("title: Payments\n", "title: [Payments\n", "bi.yaml cannot be read"),
    ("measures: [gpv, approval_rate]", "measures: [gpv, approval_rate, txns]", "sheet gpv_by_day has not the fields of a line"),
]  # fmt: skip


class Description(unittest.TestCase):
    def test_each_mistake_is_told(self):
        text = (ROOT / "dashboards/bi.yaml").read_text()
        for old, new, words in MISTAKES:
            with self.subTest(words):
                self.assertIn(old, text)
                with self.assertRaises(catalogue.CatalogueError) as caught:
                    read_description(text.replace(old, new, 1), world.tables())
                self.assertIn(words, str(caught.exception))
                self.assertNotIn("\n", str(caught.exception))

    def test_errors_of_the_description_are_its_own(self):
        with self.assertRaises(DescriptionError):
            read_description("name: x\nthing: 1\n", world.tables())


if __name__ == "__main__":
    unittest.main()
