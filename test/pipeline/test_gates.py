"""The gates of the main job: what they stop, what they say, what they keep, and that nothing else changes."""

import os
import pathlib
import shutil
import tempfile
import unittest

from job import JobTest, ask, contents, run, run_without_rights, sql

FILES = "sql/pipeline_files.sql"


class GateTest(JobTest):
    """Own files: those of a good run, without its manifest."""

    @classmethod
    def setUpClass(cls):
        good = tempfile.TemporaryDirectory()
        cls.addClassCleanup(good.cleanup)
        cls.good = good.name
        status, output, errors = run(cls.good)
        assert status == 0, output + errors

    def setUp(self):
        super().setUp()
        shutil.copytree(self.good, self.folder, dirs_exist_ok=True)
        self.processed("manifest.parquet").unlink()

    def raw(self, path):
        return pathlib.Path(self.folder, "raw", path)

    def processed(self, path):
        return pathlib.Path(self.folder, "processed", path)

    def month(self, number):
        return self.raw(f"transactions/year=2024/month={number:02}/generated_0.parquet")

    def rewrite(self, path, select):
        """Writes a Parquet file again from a select over `rows`, what it held."""
        sql(
            f"create table rows as from read_parquet('{path}', hive_partitioning = false); "
            f"copy ({select}) to '{path}' (format parquet)"
        )

    def is_stopped(self, *texts, run=run, **variables):
        """The run fails, its one error holds the texts, and marts and database are those of the run before."""
        marts, rows = contents(self.folder), self.database_rows()
        status, output, errors = run(self.folder, FILES, **variables)
        self.assertNotEqual(status, 0, output)
        for text in texts:
            self.assertIn(text, errors)
        self.assertEqual(errors.count("Error:"), 1, errors)
        self.assertEqual(contents(self.folder), marts)
        self.assertEqual(self.database_rows(), rows)

    def database_rows(self):
        return ask(self.folder, "select count(*) as n, sum(amount) as amount, max(ts) as last from transactions")


class Messages(GateTest):
    def test_a_missing_table(self):
        self.raw("campaigns.parquet").unlink()
        self.is_stopped("C15", "Is there a raw file of every table", '"table_name":"campaigns"')

    def test_no_files_at_all(self):
        shutil.rmtree(self.raw(""))
        self.is_stopped("C15", '"table_name":"transactions"')

    def test_a_missing_column(self):
        self.rewrite(self.raw("merchants.parquet"), "select * exclude (fee_bps) from rows")
        self.is_stopped("C02", '"column_name":"fee_bps"')

    def test_a_column_of_another_type(self):
        self.rewrite(self.raw("customers.parquet"), "select * replace (join_date::timestamp as join_date) from rows")
        self.is_stopped("C03", '"column_name":"join_date"', "TIMESTAMP")

    def test_an_extra_column(self):
        self.rewrite(self.raw("merchants.parquet"), "select *, 1 as batch from rows")
        self.is_stopped("C02", '"column_name":"batch"')

    def test_an_extra_column_in_one_month(self):
        self.rewrite(self.month(3), "select *, 1 as batch from rows")
        self.is_stopped("C06", "month=03", "batch")

    def test_a_file_without_rows(self):
        self.rewrite(self.month(3), "select * from rows limit 0")
        self.is_stopped("C16", "month=03")

    def test_a_file_without_bytes(self):
        os.truncate(self.month(3), 0)
        self.is_stopped("C04", "month=03", '"size_bytes":0')

    def test_a_file_that_broke_off(self):
        os.truncate(self.month(3), 5_000)
        self.is_stopped("C04", "month=03", '"size_bytes":5000')

    def test_a_file_with_broken_pages(self):
        data = bytearray(self.month(3).read_bytes())
        data[1000:-20_000] = b"\xff" * (len(data) - 21_000)
        self.month(3).write_bytes(data)
        self.is_stopped("month=03/generated_0.parquet")

    def test_a_file_with_a_broken_footer(self):
        data = self.month(3).read_bytes()
        length = int.from_bytes(data[-8:-4], "little")
        self.month(3).write_bytes(data[: -8 - length] + b"\xff" * length + data[-8:])
        self.is_stopped("year=2024/month=03/generated_0.parquet")

    def test_a_stray_file(self):
        self.raw("transactions/notes.csv").write_text("id\n1\n")
        self.is_stopped("C05", "raw/transactions/notes.csv")

    def test_files_that_the_user_may_not_read(self):
        self.allow_everyone()
        self.raw("merchants.parquet").chmod(0o000)
        self.addCleanup(self.raw("merchants.parquet").chmod, 0o600)
        self.is_stopped("merchants.parquet", "Permission denied", run=run_without_rights)

    def test_a_folder_that_the_user_may_not_read(self):
        self.allow_everyone()
        folder = self.raw("transactions")
        folder.chmod(0o000)
        self.addCleanup(folder.chmod, 0o700)
        self.is_stopped("transactions", run=run_without_rights)

    def test_a_folder_that_the_user_may_not_write(self):
        self.allow_everyone()
        folder = self.processed("qa_results")
        folder.chmod(0o555)
        self.addCleanup(folder.chmod, 0o700)
        self.is_stopped("processed/qa_results", "Permission denied", run=run_without_rights)

    def test_a_word_for_bad_rows_that_nobody_knows(self):
        self.is_stopped("on_bad_rows must be stop or quarantine, not 'ignore'", on_bad_rows="ignore")

    def allow_everyone(self):
        for path in [pathlib.Path(self.folder), *pathlib.Path(self.folder).rglob("*")]:
            path.chmod(0o777 if path.is_dir() else 0o666)


class BadRows(GateTest):
    def setUp(self):
        super().setUp()
        self.rewrite(
            self.month(3),
            "select * replace ("
            "case when txn_id % 100 = 7 then -amount else amount end as amount, "
            "case when txn_id % 200 = 7 then 'cash' else payment_method end as payment_method) from rows",
        )

    def test_they_stop_the_run(self):
        self.is_stopped("V01", "V12", '"amount":-')

    def test_they_are_set_aside_with_their_checks_when_asked_for(self):
        output = self.succeed(script=FILES, on_bad_rows="quarantine")
        aside = self.quarantined("transactions", "txn_id, check_ids")
        self.assertIn(f"  {len(aside)} transactions set aside", output)
        self.assertGreater(len(aside), 10)
        for row in aside:
            self.assertIn("V01", row["check_ids"].split(", "))
            self.assertEqual(int(row["txn_id"]) % 200 == 7, "V12" in row["check_ids"].split(", "))
        loaded = ask(self.folder, "select count(*) as n, min(amount) > 0 as is_good from transactions")
        self.assertEqual(loaded, [{"n": str(20_000 - len(aside)), "is_good": "true"}])
        verdicts = ask(self.folder, "select status from v_qa_history where check_id = 'K57' order by run_started_at desc")
        self.assertEqual(verdicts[0], {"status": "pass"})

    def test_nothing_is_set_aside_from_good_files(self):
        self.succeed()
        output = self.succeed(script=FILES, on_bad_rows="quarantine")
        self.assertNotIn("set aside", output.replace("set rows aside", ""))
        self.assertEqual(list(self.processed("quarantine").rglob("*.parquet")), [])

    def quarantined(self, table, columns):
        files = f"{self.folder}/processed/quarantine/{table}/*/*.parquet"
        return ask(self.folder, f"select {columns} from read_parquet('{files}')")


class Verdicts(JobTest):
    def test_those_of_a_stopped_run_are_kept_and_shown_in_the_history(self):
        self.succeed()
        self.fail_with("N09", rows=0)
        self.succeed()
        history = ask(
            self.folder,
            "select check_id, status, status_before from v_qa_history where check_id in ('N09', 'V01') "
            "order by check_id, run_started_at",
        )
        self.assertEqual(
            [(row["check_id"], row["status"], row["status_before"]) for row in history],
            [
                ("N09", "pass", "NULL"),
                ("N09", "fail", "pass"),
                ("N09", "pass", "fail"),
                ("V01", "pass", "NULL"),
                ("V01", "pass", "pass"),
                ("V01", "pass", "pass"),
            ],
        )

    def test_no_check_of_loaded_tables_and_marts_is_left_out(self):
        self.succeed()
        self.succeed()
        skipped = ask(
            self.folder,
            "select check_id from v_qa_history where status = 'skip' "
            "and run_started_at = (select max(run_started_at) from v_qa_history) order by check_id",
        )
        # Raw files are checked when they are read.
        files = {"C04", "C05", "C06", "C07", "C08", "C13", "C14", "C15", "C16", "K13", "K14", "K57", "M04"}
        self.assertEqual({row["check_id"] for row in skipped} - files, set())

    def test_a_check_of_ones_own_stops_the_next_run(self):
        self.succeed()
        sql(
            f"attach '{self.folder}/analytics.duckdb' as a; insert into a.qa_settings (check_id, sql, question) values "
            "('X01', 'select merchant_id from merchants where merchant_id = 7', 'Is merchant 7 gone?')"
        )
        self.fail_with("X01. merchants: Is merchant 7 gone? No: 1, such as [{\"merchant_id\":7}]")

    def test_a_threshold_and_a_severity_of_ones_own_hold_in_the_next_run(self):
        self.succeed()
        sql(
            f"attach '{self.folder}/analytics.duckdb' as a; insert into a.qa_settings (check_id, threshold, severity) "
            "values ('V02', 100, 'warn')"
        )
        self.assertRegex(self.succeed(), r"\n  warn   V02 transactions: .* No: \d+, such as \[\{\"txn_id\"")


class Manifest(JobTest):
    def test_it_lists_every_file_and_its_totals_are_those_of_the_tables(self):
        self.succeed()
        listed = ask(
            self.folder,
            f"""
            select
                count(*) as files,
                count(distinct sha256) as contents,
                sum(row_count) filter (where table_name = 'transactions') as rows,
                sum(amount_sum) = (select sum(amount) from transactions) as same_amount,
                min(lowest_id) filter (where table_name = 'transactions') as lowest_id,
                max(highest_id) filter (where table_name = 'transactions') as highest_id
            from read_parquet('{self.folder}/processed/manifest.parquet')
            """,
        )
        expected = {"files": "18", "contents": "18", "rows": "20000", "same_amount": "true", "lowest_id": "1"}
        self.assertEqual(listed, [{**expected, "highest_id": "20000"}])

    def test_manifests_of_parts_are_read_together(self):
        self.succeed()
        manifest = f"{self.folder}/processed/manifest"
        sql(
            f"copy (from '{manifest}.parquet' where file_path like '%month=05%') to '{manifest}_2.parquet'; "
            f"create table others as from '{manifest}.parquet' where file_path not like '%month=05%'; "
            f"copy others to '{manifest}.parquet'"
        )
        self.succeed(script=FILES)
        pathlib.Path(f"{manifest}_2.parquet").unlink()
        self.fail_with("C14", script=FILES)

    def test_a_file_that_was_written_again_is_noticed(self):
        self.succeed()
        path = pathlib.Path(self.folder, "raw/customers.parquet")
        data = bytearray(path.read_bytes())
        data[len(data) // 2] ^= 1
        path.write_bytes(data)
        self.fail_with("C08", script=FILES)


if __name__ == "__main__":
    unittest.main()
