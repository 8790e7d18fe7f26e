"""Links of Looker Studio hold documented parameters alone, the field map every field, and its formulas give the mart."""

import csv
import io
import re
import subprocess
import sys
import unittest
import urllib.parse

import world
from world import ROOT, catalogue

import studio


def link(*words):
    result = subprocess.run([sys.executable, "scripts/bi/studio.py", *words], cwd=ROOT, capture_output=True, text=True)
    return result.returncode, result.stdout.strip() or result.stderr.strip().splitlines()[-1]


def parameters(url):
    address, _, query = url.partition("?")
    return address, urllib.parse.parse_qs(query, strict_parsing=True)


def field_map():
    return list(csv.DictReader(io.StringIO(world.texts()["looker_studio/field_map.csv"])))


class Links(unittest.TestCase):
    def test_a_template_gets_each_source_by_its_alias(self):
        status, url = link("--connector", "bigQuery", "--project", "my project", "--dataset", "marts", "--report", "0B_U5",
                           "--name", "Payments & more", "--mode", "edit")  # fmt: skip
        self.assertEqual(status, 0)
        address, found = parameters(url)
        self.assertEqual(address, "https://lookerstudio.google.com/reporting/create")
        self.assertEqual(found["c.reportId"], ["0B_U5"])
        self.assertEqual(found["r.reportName"], ["Payments & more"])
        for source in world.description().sources:
            self.assertEqual(found[f"ds.{source}.tableId"], [source])
            self.assertEqual(found[f"ds.{source}.projectId"], ["my project"])
            self.assertEqual(found[f"ds.{source}.refreshFields"], ["false"])

    def test_without_a_template_the_default_report_has_one_source_and_no_alias(self):
        _, url = link("--connector", "googleCloudStorage", "--bucket", "bucket/folder/")
        self.assertEqual(
            parameters(url)[1],
            {
                "ds.connector": ["googleCloudStorage"],
                "ds.datasourceName": ["Attempts daily"],
                "ds.pathType": ["FILE"],
                "ds.path": ["bucket/folder/attempts_daily.csv"],
            },
        )
        self.assertIn("ds.path=bucket%2Ffolder%2Fattempts_daily.csv", url)

    def test_every_parameter_is_a_documented_one(self):
        for words in (
            ["--connector", "bigQuery", "--project", "p", "--dataset", "d", "--billing", "b"],
            ["--connector", "googleCloudStorage", "--bucket", "b"],
            ["--connector", "looker", "--instance", "my.looker.com"],
        ):
            with self.subTest(words[1]):
                _, url = link(*words, "--report", "r", "--explain")
                for name in parameters(url)[1]:
                    short = name.split(".")[-1] if name.startswith("ds.") else name
                    self.assertIn(short, studio.CONTROLS | studio.EVERY_SOURCE | studio.CONNECTORS[words[1]])

    def test_other_parameters_are_refused_with_what_is_allowed(self):
        sources = world.description().sources
        for controls, given, words in [
            ({"c.theme": "dark"}, {}, "c.theme is no parameter of the Linking API; allowed are c.explain"),
            ({}, {"attempts_daily": {"connector": "bigQuery", "table": "x"}}, "table is no parameter of bigQuery; allowed are billingProjectId"),
            ({}, {"attempts": {"connector": "bigQuery"}}, "attempts is no data source; allowed are attempts_daily"),
            ({}, {"attempts_daily": {"connector": "duckdb"}}, "duckdb is no connector; allowed are bigQuery"),
        ]:  # fmt: skip
            with self.subTest(words), self.assertRaisesRegex(catalogue.CatalogueError, words):
                studio.link(sources, controls, given)

    def test_a_missing_argument_is_told_by_its_name(self):
        self.assertEqual(link("--connector", "bigQuery", "--project", "p"), (1, "studio.py: bigQuery needs --dataset"))
        self.assertEqual(link("--connector", "looker"), (1, "studio.py: looker needs --instance"))
        status, said = link("--connector", "csv")
        self.assertEqual(status, 2)
        self.assertIn("invalid choice: 'csv'", said)


class FieldMap(unittest.TestCase):
    def test_it_names_every_column_of_every_extract_once(self):
        for source in world.description().sources:
            with self.subTest(source):
                fields = [row["field"] for row in field_map() if row["data source"] == source and row["field"]]
                stored = [column.column for column in world.tables()[source].stored if column.kind != "ratio"]
                self.assertEqual(fields, stored)

    def test_a_number_is_added_up_only_when_it_may_be(self):
        for row in field_map():
            if row["field"]:
                column = world.tables()[row["data source"]].column(row["field"])
                with self.subTest(source=column.table, field=column.column):
                    self.assertEqual(row["aggregation"] == "Sum", column.kind == "additive")

    def test_every_formula_gives_the_mart_or_the_window(self):
        compared = 0
        for row in field_map():
            if not row["formula"]:
                continue
            table = world.tables()[row["data source"]]
            title = row["show as"].removesuffix(" (ratio of sums)")
            names = [column.column for column in table.columns if column.title == title]
            sql = re.sub(
                r"COUNT_DISTINCT\(",
                "count(distinct ",
                re.sub(r"/ (SUM\(.+?\))( - 1)?$", r"/ nullif(\1, 0)\2", row["formula"]),
            )
            with self.subTest(source=table.name, measure=title):
                compared += 1
                if names and table.column(names[0]).type:
                    self.assertEqual(world.wrong_measures({names[0]: sql}, table)[:3], [])
                else:
                    self.assertIsNotNone(world.over_all(sql, table))
        self.assertGreater(compared, 25)


class Pages(unittest.TestCase):
    def test_every_sheet_stands_on_its_page_with_fields_that_the_map_shows(self):
        found = list(csv.DictReader(io.StringIO(world.texts()["looker_studio/pages.csv"])))
        self.assertEqual(
            sorted(row["chart"] for row in found), sorted(sheet.title for sheet in world.description().sheets.values())
        )
        shown = {(row["data source"], row["show as"].removesuffix(" (ratio of sums)")) for row in field_map()}
        for row in found:
            dimension = re.sub(r" by (day|week|month)$", "", row["dimension"])
            for name in [*dimension.split(", "), *row["breakdown"].split(", "), *row["metrics"].split(", ")]:
                with self.subTest(chart=row["chart"], field=name):
                    self.assertIn((row["data source"], name), shown | {(row["data source"], "")})


if __name__ == "__main__":
    unittest.main()
