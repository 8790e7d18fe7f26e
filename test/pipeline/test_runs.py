"""Runs of the main job, small ones: what they leave behind, what a rerun replaces, what a failed run does not touch."""

import pathlib
import unittest

from job import JobTest, ask, contents, sql


class Runs(JobTest):
    def test_a_run_leaves_raw_files_database_marts_and_a_summary(self):
        output = self.succeed()
        self.assertIn("checks passed", output)
        raw = pathlib.Path(self.folder, "raw")
        months = sorted(path.parent.name for path in raw.glob("transactions/year=2024/month=*/*.parquet"))
        self.assertEqual(months, [f"month={month:02}" for month in range(1, 13)])
        self.assertEqual(ask(self.folder, "select count(*) as n from transactions"), [{"n": "20000"}])
        marts = contents(self.folder)
        for name in ["kpi_daily", "kpi_monthly", "industry_heatmap", "merchant_cohorts", "top_merchants", "decline_drivers"]:
            self.assertIn(f"{name}.csv", marts)
            self.assertIn(f"{name}.parquet", marts)
        summary = pathlib.Path(self.folder, "run_summary.md").read_text()
        for line in ["| rows | 20000 |", "| transactions | 20,000 |", "| checks: pass |", "| approval rate |", "| publish marts |"]:
            self.assertIn(line, summary)

    def test_raw_files_hold_the_rows_of_the_database_in_time_order(self):
        self.succeed()
        differences = ask(
            self.folder,
            f"""
            with raw as (
                select * exclude (year, month)
                from read_parquet('{self.folder}/raw/transactions/*/*/*.parquet')
            )
            select
                (select count(*) from (from raw except all from transactions)) as missing,
                (select count(*) from (from transactions except all from raw)) as extra,
                (
                    select count(*)
                    from (
                        select ts < lag(ts) over (partition by filename order by file_row_number) as is_backward
                        from read_parquet(
                            '{self.folder}/raw/transactions/*/*/*.parquet', filename = true, file_row_number = true
                        )
                    )
                    where is_backward
                ) as backward
            """,
        )
        self.assertEqual(differences, [{"missing": "0", "extra": "0", "backward": "0"}])

    def test_the_same_parameters_give_the_same_marts(self):
        self.succeed()
        first = contents(self.folder)
        self.succeed()
        self.assertEqual({name for name, text in contents(self.folder).items() if text != first[name]}, set())

    def test_other_parameters_replace_every_file_of_the_run_before(self):
        self.succeed()
        self.succeed(rows=3_000, start_date="2024-03-01", end_date="2024-04-15", seed=7)
        raw = pathlib.Path(self.folder, "raw/transactions")
        months = sorted(path.parent.name for path in raw.glob("*/*/*.parquet"))
        self.assertEqual(months, ["month=03", "month=04"])
        self.assertEqual(
            ask(self.folder, "select count(*) as n, min(ts)::date as first_day from transactions"),
            [{"n": "3000", "first_day": "2024-03-01"}],
        )
        daily = pathlib.Path(self.folder, "marts/kpi_daily.csv").read_text().splitlines()
        self.assertEqual(len(daily), 1 + 31 + 15)
        summary = pathlib.Path(self.folder, "run_summary.md").read_text()
        self.assertIn("| rows | 20000 |", summary)
        self.assertIn("| rows | 3000 |", summary)

    def test_a_rerun_replaces_its_own_tables_and_keeps_those_of_others(self):
        self.succeed()
        sql(f"""
            attach '{self.folder}/analytics.duckdb' as analytics;
            use analytics;
            create table my_targets as select 7 as target;
            create view my_growth as select count(*) as months from v_kpi_monthly;
            create macro my_double(x) as x * 2;
            -- An earlier version may have had a table where there is a view today.
            drop view v_kpi_total;
            create table v_kpi_total as select 1 as old_column;
            insert into qa_settings (check_id, severity) values ('A03', 'warn');
        """)
        self.succeed(rows=3_000)
        self.assertEqual(
            ask(
                self.folder,
                """
                select
                    (select my_double(target) from my_targets) as doubled,
                    (select months from my_growth) as months,
                    (select txns from v_kpi_total) as txns,
                    (select count(*) from qa_settings) as settings,
                    (select count(distinct run_id) from meta_runs) as runs,
                    (select count(comment) > 0 from duckdb_columns() where table_name = 'v_kpi_total') as has_comments
                """,
            ),
            [{"doubled": "14", "months": "12", "txns": "3000", "settings": "1", "runs": "2", "has_comments": "true"}],
        )

    def test_a_bad_parameter_is_told_and_leaves_everything_as_it_was(self):
        self.succeed()
        before = contents(self.folder)
        for text, arguments in [
            ("rows must be a whole number from 0 to 100000000000, not '-1'", {"rows": -1}),
            ("rows must be a whole number from 0 to 100000000000, not 'abc'", {"rows": "abc"}),
            ("end_date must be a date not before start_date (2024-01-01), not '2023-01-01'", {"end_date": "2023-01-01"}),
            ("yesterday", {"start_date": "yesterday"}),
            ("seed must be a whole number", {"seed": "lucky"}),
        ]:
            with self.subTest(text):
                self.fail_with(text, **arguments)
                self.assertEqual(contents(self.folder), before)
                self.assertEqual(ask(self.folder, "select count(*) as n from transactions"), [{"n": "20000"}])

    def test_data_that_fail_a_check_are_not_published(self):
        self.succeed()
        before = contents(self.folder)
        # A world without rows fails the check that tables hold rows.
        output = self.fail_with("quality check(s)", rows=0)
        self.assertIn("N09", output)
        self.assertEqual(contents(self.folder), before)
        self.assertEqual(ask(self.folder, "select count(*) as n from transactions"), [{"n": "20000"}])

    def test_own_files_give_the_marts_that_their_generation_gave(self):
        self.succeed()
        generated = contents(self.folder)
        self.succeed(script="sql/pipeline_files.sql")
        # Words come back as VARCHAR, not ENUM: Parquet then looks different, the rows do not.
        found = {name: text for name, text in contents(self.folder).items() if name.endswith(".csv")}
        self.assertGreaterEqual(len(found), 8)
        self.assertEqual({name for name, text in found.items() if text != generated[name]}, set())

    def test_refunds_and_disputes_are_loaded_written_in_time_order_and_read_back(self):
        self.succeed()
        for table, instant in (("refunds", "ts"), ("disputes", "opened_at")):
            raw = f"read_parquet('{self.folder}/raw/{table}.parquet', file_row_number = true)"
            with self.subTest(table):
                compared = f"""
                    select
                        (select count(*) > 10 from {table}) as has_rows,
                        (select count(*) from (from {table} except all select * exclude (file_row_number) from {raw})) as lost,
                        (
                            select count(*)
                            from (select {instant} < lag({instant}) over (order by file_row_number) as is_backward from {raw})
                            where is_backward
                        ) as backward
                """
                self.assertEqual(ask(self.folder, compared), [{"has_rows": "true", "lost": "0", "backward": "0"}])
        counts = "select (select count(*) from refunds) as refunds, (select count(*) from disputes) as disputes"
        found = ask(self.folder, counts)
        self.succeed(script="sql/pipeline_files.sql")
        self.assertEqual(ask(self.folder, counts), found)

    def test_own_files_may_come_without_refunds_and_disputes(self):
        self.succeed()
        for name in ("raw/refunds.parquet", "raw/disputes.parquet", "processed/manifest.parquet"):
            pathlib.Path(self.folder, name).unlink()
        self.succeed(script="sql/pipeline_files.sql")
        counts = "select (select count(*) from refunds) as refunds, (select count(*) from disputes) as disputes"
        self.assertEqual(ask(self.folder, counts), [{"refunds": "0", "disputes": "0"}])

    def test_own_files_are_never_overwritten(self):
        self.succeed()
        month = pathlib.Path(self.folder, "raw/transactions/year=2024/month=05")
        (month / "generated_0.parquet").rename(month / "mine.parquet")
        self.fail_with("month=05/mine.parquet", rows=100)
        self.assertTrue((month / "mine.parquet").exists())
        # The manifest tells of other files; without it they are the user's own.
        self.fail_with("mine.parquet", script="sql/pipeline_files.sql")
        pathlib.Path(self.folder, "processed/manifest.parquet").unlink()
        self.succeed(script="sql/pipeline_files.sql")

    def test_one_day_and_one_merchant_run_through(self):
        self.succeed(rows=2_000, merchants=1, start_date="2024-02-29", end_date="2024-02-29")
        self.assertEqual(
            ask(self.folder, "select day, txns, wow_growth from v_kpi_daily"),
            [{"day": "2024-02-29", "txns": "2000", "wow_growth": "NULL"}],
        )
        # Nothing comes back on the day of the sale: the files of refunds and disputes are empty and may be.
        self.succeed(script="sql/pipeline_files.sql")


if __name__ == "__main__":
    unittest.main()
