"""Every measure of the LookML project, run on DuckDB, is the mart; the linter finds what is planted, and nothing in the
project.
"""

import functools
import re
import unittest

import lkml
import world
import yaml

import lookml_lint

AGGREGATES = {"sum": "sum({})", "count_distinct": "count(distinct {})"}


def project():
    return {name.removeprefix("looker/"): text for name, text in world.texts().items() if name.startswith("looker/")}


@functools.cache
def views():
    return {
        view["name"]: view
        for name, text in project().items()
        if name.startswith("views/")
        for view in lkml.load(text)["views"]
    }


def sql_of(view, name):
    """The SQL that Looker would write for a measure: its aggregate around its expression, other measures put in."""
    measure = next(measure for measure in view["measures"] if measure["name"] == name)
    sql = measure["sql"].replace("${TABLE}.", "")
    sql = re.sub(r"\$\{(\w+)\}", lambda found: f"({sql_of(view, found[1])})", sql)
    return AGGREGATES.get(measure["type"], "{}").format(sql)


class Measures(unittest.TestCase):
    def test_every_measure_is_the_mart_row_by_row(self):
        compared = 0
        for name, view in views().items():
            table = world.tables()[name]
            stored = {column.column for column in table.stored}
            measures = {measure["name"]: sql_of(view, measure["name"]) for measure in view.get("measures", [])}
            measures = {measure: sql for measure, sql in measures.items() if measure in stored}
            if measures:
                with self.subTest(name):
                    compared += len(measures)
                    self.assertEqual(world.wrong_measures(measures, table)[:3], [])
        self.assertGreater(compared, 250)

    def test_every_ratio_of_a_cube_is_that_of_the_whole_window(self):
        """A cube has no ratio to compare with, but the window has: v_kpi_total and the months of acceptance."""
        total = dict(zip(("approval_rate", "avg_amount", "fee_yield", "net_take_rate"), world.rows(
            "select approval_rate, avg_amount, fee_yield, net_take_rate from v_kpi_total")[0]))  # fmt: skip
        for name in ("attempts_daily", "merchant_months", "payments_daily", "merchant_mix_month"):
            for measure, expected in total.items():
                with self.subTest(view=name, measure=measure):
                    found = world.over_all(sql_of(views()[name], measure), world.tables()[name])
                    self.assertTrue(world.close(found, expected), (found, expected))

    def test_ratios_of_the_stacked_cube_by_month_are_those_of_the_months(self):
        view = views()["attempts_daily"]
        for measure in ("raw_approval_rate", "first_attempt_approval_rate"):
            with self.subTest(measure):
                found = world.rows(
                    f"select date_trunc('month', day), {sql_of(view, measure)} from {world.relation('attempts_daily')} group by 1 order by 1"
                )
                expected = world.rows(f"select month, {measure} from {world.relation('acceptance_monthly')} order by 1")
                self.assertEqual(len(found), len(expected))
                self.assertTrue(all(world.close(left[1], right[1]) for left, right in zip(found, expected)))

    def test_retention_by_kind_of_merchant_comes_to_that_of_the_cohort(self):
        view = views()["cohort_months"]
        found = world.rows(
            f"select signup_month, month_index, {sql_of(view, 'retention_rate')} from {world.relation('cohort_months')} group by 1, 2 order by 1, 2"
        )
        expected = world.rows(
            f"select signup_month, month_index, retention_rate from {world.relation('merchant_cohorts')} order by 1, 2"
        )
        self.assertEqual([row[:2] for row in found], [row[:2] for row in expected])
        self.assertTrue(all(world.close(left[2], right[2]) for left, right in zip(found, expected)))

    def test_active_merchants_of_a_month_are_those_of_the_mart(self):
        view = views()["merchant_months"]
        found = world.rows(
            f"select month, {sql_of(view, 'active_merchants')} from {world.relation('merchant_months')} group by 1 order by 1"
        )
        expected = world.rows(f"select month, active_merchants from {world.relation('kpi_monthly')} order by 1")
        self.assertEqual(found, expected)

    def test_a_ratio_over_months_is_no_mean_of_months(self):
        """What the measures are for: the two differ, and the measure is the ratio of sums."""
        view, table = views()["kpi_monthly"], world.tables()["kpi_monthly"]
        found = world.over_all(sql_of(view, "approval_rate"), table)
        mean = world.over_all("avg(approval_rate)", table)
        sums = world.over_all("sum(approved_txns) / sum(txns)", table)
        self.assertNotAlmostEqual(found, mean, places=9)
        self.assertTrue(world.close(found, sums))

    def test_growth_counts_only_periods_that_have_a_base(self):
        view, table = views()["kpi_monthly"], world.tables()["kpi_monthly"]
        found = world.over_all(sql_of(view, "mom_growth"), table)
        expected = world.over_all("sum(gpv) filter (gpv_month_before is not null) / sum(gpv_month_before) - 1", table)
        self.assertTrue(world.close(found, expected))

    def test_every_stored_ratio_is_a_measure_and_no_number_that_overlaps_is_one(self):
        for name, view in views().items():
            names = {measure["name"] for measure in view.get("measures", [])}
            for column in world.tables()[name].stored:
                with self.subTest(view=name, column=column.column):
                    self.assertEqual(column.column in names, column.kind in ("ratio", "additive"))


# file, what to replace, by what, words of the finding
PLANTED = [
    ("views/kpi_daily.view.lkml", "${TABLE}.gpv ;;", "${TABLE}.gvp ;;", "reads gvp, which kpi_daily does not have"),
    ("views/kpi_daily.view.lkml", "NULLIF(${txns}, 0)", "NULLIF(${attempts}, 0)", "uses attempts, which is no field"),
    ("views/kpi_daily.view.lkml", "NULLIF(${gpv}, 0)", "${gpv}", "divides without NULLIF"),
    ("views/kpi_daily.view.lkml", "1.0 * ${gpv}", "(1.0 * ${gpv}", "unbalanced parentheses"),
    ("views/kpi_daily.view.lkml", "    type: sum\n    sql: ${TABLE}.txns ;;", "    type: average\n    sql: ${TABLE}.txns ;;",
     "is of the type average"),
    ("views/kpi_daily.view.lkml", "    type: sum\n    sql: ${TABLE}.txns ;;", "    type: sum\n    sql: ${TABLE}.txns_7d ;;",
     "adds up txns_7d, which does not add up"),
    ("views/kpi_daily.view.lkml", "    type: sum\n    sql: ${TABLE}.txns ;;", "    type: sum\n    sql: ${TABLE}.approval_rate ;;",
     "adds up approval_rate, which does not add up"),
    ("views/kpi_daily.view.lkml", "@{SCHEMA}.kpi_daily", "@{SCHEMA}.kpi_day", "is no table of the catalogue"),
    ("views/kpi_daily.view.lkml", "@{SCHEMA}", "@{SCHEME}", "no constant SCHEME"),
    ("views/kpi_daily.view.lkml", "measure: gpv {", "measure: txns {", "stands 2 times"),
    ("views/kpi_daily.view.lkml", "measure: gpv {", "measure gpv {", "cannot be read"),
    ("views/decline_drivers.view.lkml", "required_fields: [decline_reason]", "required_fields: [channel]",
     "may stand without decline_reason"),
    ("views/decline_drivers.view.lkml", "required_fields: [decline_reason]", "required_fields: [reason]", "is no dimension"),
    ("views/top_merchants.view.lkml", "measure: fee_yield {", "measure: yield {", "the ratio fee_yield is missing"),
    ("views/attempts_daily.view.lkml", "payments::sales", "payments::sale", "which is no dashboard"),
    ("views/attempts_daily.view.lkml", "sales?Region=", "sales?Land=", "links to the filter Land"),
    ("payments.model.lkml", "explore: kpi_daily {", "explore: kpi_days {", "explore kpi_days: no such view"),
    ("payments.model.lkml", "many_to_one", "one_to_many", "repeats rows that are added up"),
    ("payments.model.lkml", "${top_merchants.merchant_id}", "${top_merchants.id}", "joins on top_merchants.id"),
    ("payments.model.lkml", "@{CONNECTION}", "@{CONNECT}", "no constant CONNECT"),
    ("dashboards/executive.dashboard.lookml", "- attempts_daily.gpv\n", "- attempts_daily.volume\n", "names attempts_daily.volume"),
    ("dashboards/executive.dashboard.lookml", "explore: attempts_daily", "explore: attempts", "the explore attempts"),
    ("dashboards/executive.dashboard.lookml", "Region: attempts_daily.region", "Land: attempts_daily.region", "listens to Land"),
    ("dashboards/executive.dashboard.lookml", "field: attempts_daily.region", "field: attempts_daily.land", "attempts_daily.land"),
    ("dashboards/executive.dashboard.lookml", "    pivots:\n    - attempts_daily.industry", "    pivots:\n    - attempts_daily.channel",
     "pivots or sorts by attempts_daily.channel"),
    ("dashboards/executive.dashboard.lookml", "    col: 4\n", "    col: 2\n", "overlap"),
    ("dashboards/executive.dashboard.lookml", "type: looker_line", "type: looker_lines", "unknown type looker_lines"),
    ("dashboards/executive.dashboard.lookml", "model: payments", "model: payment", "is of the model payment"),
    ("dashboards/retention.dashboard.lookml", "    - cohort_months.month_index\n", "", "without month_index"),
    ("dashboards/sales.dashboard.lookml", "note_text", "note", "does not listen to"),
]  # fmt: skip


class Lint(unittest.TestCase):
    def test_the_project_has_no_finding(self):
        self.assertEqual(lookml_lint.lint(project(), world.tables()), [])

    def test_every_file_survives_being_parsed_and_written(self):
        for name, text in project().items():
            with self.subTest(name):
                if name.endswith(".lkml"):
                    self.assertEqual(lkml.dump(lkml.load(text)).strip(), text.strip())
                else:
                    self.assertEqual(
                        yaml.safe_dump(yaml.safe_load(text), sort_keys=False, allow_unicode=True, width=120), text
                    )

    def test_every_planted_error_is_found(self):
        for file, old, new, words in PLANTED:
            with self.subTest(file=file, planted=new):
                files = project()
                self.assertIn(old, files[file])
                files[file] = files[file].replace(old, new)
                findings = lookml_lint.lint(files, world.tables())
                self.assertTrue(findings)
                self.assertIn(words, "\n".join(findings))

    def test_a_missing_view_and_a_missing_dashboard_are_found(self):
        for file in (
            "views/top_merchants.view.lkml",
            "dashboards/sales.dashboard.lookml",
            "payments.model.lkml",
            "manifest.lkml",
        ):
            with self.subTest(file):
                files = project()
                del files[file]
                self.assertTrue(lookml_lint.lint(files, world.tables()))

    def test_dashboards_show_every_sheet_of_the_description(self):
        shown = [
            element["name"]
            for name, text in project().items()
            if name.endswith(".lookml")
            for board in yaml.safe_load(text)
            for element in board["elements"]
        ]
        self.assertEqual(sorted(shown), sorted(world.description().sheets))
        boards = [yaml.safe_load(text)[0]["title"] for name, text in project().items() if name.endswith(".lookml")]
        self.assertEqual(
            boards, ["Executive Overview", "Sales & Merchants", "Approvals & Declines", "Retention & Cohorts"]
        )


if __name__ == "__main__":
    unittest.main()
