"""Nights one after another are the whole at once; a night that fails, runs twice or is missed changes nothing else."""

import fcntl
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "test/pipeline"))
import job  # noqa: E402

WORLD = {"rows": 8_000, "merchants": 300, "customers": 3_000, "start_date": "2024-02-20", "end_date": "2024-03-12"}
NIGHTS = ["2024-03-09", "2024-03-10", "2024-03-11", "2024-03-12"]
TABLES = ["transactions", "refunds", "disputes", "merchants", "customers", "account_managers", "campaigns"]


class Nights(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        temporary = tempfile.TemporaryDirectory()
        cls.addClassCleanup(temporary.cleanup)
        cls.home = pathlib.Path(temporary.name)
        # The first night takes in all days so far; three nights follow.
        cls.nights, cls.first = cls.home / "nights", cls.home / "first"
        must(night(cls.nights, NIGHTS[0]))
        shutil.copytree(cls.nights, cls.first, symlinks=True)
        cls.alerts = {}
        for day in NIGHTS[1:]:
            must(night(cls.nights, day))
            cls.alerts[day] = json.loads((cls.nights / "alerts.json").read_text())
        cls.whole = cls.home / "whole"
        cls.whole.mkdir()
        status, output, errors = job.run(cls.whole, **WORLD)
        assert status == 0, output + errors

    def after_first(self):
        """A copy of the state after the first night."""
        folder = pathlib.Path(tempfile.mkdtemp(dir=self.home))
        shutil.copytree(self.first, folder, symlinks=True, dirs_exist_ok=True)
        return folder

    def test_three_nights_are_one_run_over_the_whole_window(self):
        self.assertEqual(sorted(path.name for path in (self.nights / "nights").iterdir()), NIGHTS[-2:])
        self.assert_same(self.nights / "current", self.whole)

    def test_the_rows_of_every_day_are_a_part_of_their_own(self):
        parts = sorted((self.nights / "current/raw/transactions").glob("year=*/month=*/*"))
        self.assertEqual(len(parts), 22)
        self.assertEqual(parts[-1].relative_to(self.nights / "current/raw/transactions"),
                         pathlib.Path("year=2024/month=03/day_2024-03-12.parquet"))

    def test_missed_nights_are_caught_up(self):
        folder = self.after_first()
        must(night(folder, NIGHTS[-1]))
        self.assert_same(folder / "current", self.whole)

    def test_a_night_that_runs_twice_changes_nothing(self):
        before = state(self.nights)
        output = must(night(self.nights, NIGHTS[-1]))
        self.assertIn("nothing to take in", output)
        self.assertEqual(state(self.nights), before)

    def test_own_files_day_by_day_give_the_same(self):
        incoming, folder = self.home / "incoming", self.home / "own"
        for day in NIGHTS:
            deliver(incoming, day)
        for day in ["2024-02-20", *NIGHTS[1:]]:
            deliver_reference(incoming, day)
        for day in [f"2024-02-{day}" for day in range(20, 30)] + [f"2024-03-{day:02}" for day in range(1, 9)]:
            deliver(incoming, day)
        must(night(folder, NIGHTS[1], incoming))
        must(night(folder, NIGHTS[-1], incoming))
        self.assert_same(folder / "current", self.whole)

    def test_bad_rows_stop_the_night_and_leave_yesterday_as_it_was(self):
        incoming, folder = pathlib.Path(tempfile.mkdtemp(dir=self.home)), self.after_first()
        deliver(incoming, NIGHTS[1], "select * replace (if(txn_id % 50 = 0, -amount, amount) as amount) from day")
        before = state(folder)
        status, _, errors = night(folder, NIGHTS[1], incoming)
        self.assertEqual(status, 1)
        self.assertIn("V01", errors)
        self.assertEqual({**state(folder), "alerts.json": None}, {**before, "alerts.json": None})
        alerts = json.loads((folder / "alerts.json").read_text())
        self.assertEqual(alerts[0]["kind"], "stopped")
        self.assertIn("V01", [alert["subject"] for alert in alerts if alert["kind"] == "quality"])
        # Mended files are taken in by the next try.
        shutil.rmtree(incoming / NIGHTS[1])
        deliver(incoming, NIGHTS[1])
        deliver_reference(incoming, NIGHTS[1])
        must(night(folder, NIGHTS[1], incoming))
        self.assertEqual(json.loads((folder / "alerts.json").read_text()), [])

    def test_a_part_of_a_past_day_that_was_changed_or_lost_stops_the_night(self):
        for what, check in [("changed", "C08"), ("lost", "C14")]:
            with self.subTest(what):
                folder = self.after_first()
                part = folder / "current/raw/transactions/year=2024/month=03/day_2024-03-02.parquet"
                content = bytearray(part.read_bytes())
                part.unlink()
                if what == "changed":
                    content[len(content) // 2] ^= 1
                    part.write_bytes(content)
                status, _, errors = night(folder, NIGHTS[1])
                self.assertEqual(status, 1)
                self.assertIn(check, errors)
                self.assertEqual(os.readlink(folder / "current"), f"nights/{NIGHTS[0]}")

    def test_what_was_not_delivered_or_is_of_another_day_is_named(self):
        folder, incoming = self.after_first(), pathlib.Path(tempfile.mkdtemp(dir=self.home))
        status, _, errors = night(folder, NIGHTS[1], incoming)
        self.assertEqual(status, 1)
        self.assertIn(f"{NIGHTS[1]}/transactions.parquet is missing", errors)
        self.assertIn("is missing", json.loads((folder / "alerts.json").read_text())[0]["message"])
        deliver(incoming, NIGHTS[1], "select * replace (ts + interval 1 day as ts) from day")
        status, _, errors = night(folder, NIGHTS[1], incoming)
        self.assertEqual(status, 1)
        self.assertIn("transactions of 2024-03-11 to 2024-03-11 came with the days from 2024-03-10 to 2024-03-10", errors)

    def test_an_outage_of_the_day_is_published_and_alerted(self):
        folder, incoming = self.after_first(), pathlib.Path(tempfile.mkdtemp(dir=self.home))
        deliver_reference(incoming, NIGHTS[1])
        deliver(incoming, NIGHTS[1], """
            select * replace (
                approved and not out as approved, if(out, '91', response_code) as response_code,
                if(out, 'network_error', decline_reason) as decline_reason, if(out, 0, fee) as fee,
                if(out, 0, interchange_fee) as interchange_fee, if(out, 0, scheme_fee) as scheme_fee
            ) from (select *, channel = 'ecom' and approved as out from day) select_out""", "exclude (out)")
        for table in ("refunds", "disputes"):
            (incoming / NIGHTS[1] / f"{table}.parquet").unlink(missing_ok=True)
        output = must(night(folder, NIGHTS[1], incoming))
        self.assertIn("published", output)
        self.assertEqual(os.readlink(folder / "current"), f"nights/{NIGHTS[1]}")
        alerts = json.loads((folder / "alerts.json").read_text())
        self.assertIn("outage", " ".join(alert["subject"] for alert in alerts))
        self.assertEqual({alert["kind"] for alert in alerts}, {"approval"})
        status, output, _ = nightly("--folder", folder, "--alerts")
        self.assertEqual(status, 3)
        self.assertIn("approval: outage in ", output)

    def test_alerts_are_the_planted_outages_of_the_night_and_nothing_else(self):
        window = f"'{WORLD['start_date']}', '{WORLD['end_date']}'"
        query = f"""select starts_at::date::varchar as day from truth_incidents(
            {window}, seed := 42, merchants := {WORLD['merchants']}, customers := {WORLD['customers']}
        ) where kind = 'processor_outage' order by day"""
        planted = [row["day"] for row in json.loads(ask(query)) if row["day"] > NIGHTS[0]]
        self.assertEqual(planted, [NIGHTS[-1]])
        self.assertEqual([day for day in NIGHTS[1:] if self.alerts[day]], planted)
        self.assertRegex(self.alerts[planted[0]][0]["message"], "^outage in region NA, visa from 2024-03-12 to 2024-03-12: ")

    def test_days_of_two_worlds_are_not_mixed(self):
        folder = self.after_first()
        status, _, errors = nightly("--folder", folder, "--night", NIGHTS[1], *pairs({**WORLD, "seed": 7}))
        self.assertEqual(status, 1)
        self.assertIn("holds days of another world", errors)

    def test_two_nights_do_not_run_at_once(self):
        folder = self.after_first()
        with open(folder / "lock", "w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            status, _, errors = night(folder, NIGHTS[1])
        self.assertEqual(status, 1)
        self.assertIn("another night is running", errors)

    def test_what_a_broken_night_left_is_swept(self):
        folder = self.after_first()
        (folder / "nights" / NIGHTS[1] / "raw/transactions").mkdir(parents=True)
        (folder / "nights" / NIGHTS[1] / "raw/transactions/half").write_text("half a file")
        must(night(folder, NIGHTS[1]))
        self.assertFalse((folder / "current/raw/transactions/half").exists())

    def test_the_documented_cron_line_runs_a_night(self):
        (line,) = re.findall(r"```cron\n(.*)\n```", (ROOT / "docs/nightly.md").read_text())
        minute, hour, *days, command = line.split(" ", 5)
        self.assertTrue(0 <= int(minute) < 60 and 0 <= int(hour) < 24 and days == ["*"] * 3)
        folder = self.home / "cron"
        command = command.replace("/srv/payments", str(ROOT)).replace("data/nightly.log", f"{folder}.log")
        settings = {"NIGHTLY": folder, "NIGHT": "2024-03-09", "ROWS": 4_000, "START": "2024-03-01", "END": "2024-03-12"}
        # Nine days are too few for the pictures of the shot list, which have tests of their own.
        settings["REDRAWN"] = ""
        environment = {**os.environ, **{name: str(value) for name, value in settings.items()}}
        status = subprocess.run(["sh", "-c", command], env=environment, stdin=subprocess.DEVNULL).returncode
        log = pathlib.Path(f"{folder}.log").read_text()
        self.assertEqual(status, 0, log)
        self.assertRegex(log, r"\n0 alert\(s\) in ")
        self.assertTrue((folder / "current/marts/kpi_daily.csv").exists())

    def assert_same(self, one, other):
        """Equal rows of every table, and equal marts, byte by byte as CSV and row by row as Parquet."""
        self.assertEqual(fingerprints(one), fingerprints(other))
        marts = {path.name: path.read_bytes() for path in (other / "marts").glob("*.csv")}
        self.assertGreater(len(marts), 20)
        self.assertEqual({name for name, text in marts.items() if (one / "marts" / name).read_bytes() != text}, set())
        for path in (other / "marts").glob("*.parquet"):
            with self.subTest(path.name):
                self.assertEqual(fingerprint(one / "marts" / path.name), fingerprint(path))


def night(folder, day, incoming=None):
    options = ["--incoming", incoming] if incoming else []
    return nightly("--folder", folder, "--night", day, *options, *pairs(WORLD))


def nightly(*arguments):
    return job.execute([sys.executable, "scripts/nightly.py", *map(str, arguments)], ROOT)


def must(result):
    status, output, errors = result
    assert status == 0, output + errors
    return output


def pairs(world):
    return [f"{name}={value}" for name, value in world.items()]


def state(folder):
    """Where the link points, and every file that is published through it."""
    published = {
        str(path.relative_to(folder / "current")): path.read_bytes()
        for path in (folder / "current").rglob("*") if path.is_file()
    }
    return {"link": os.readlink(folder / "current"), "alerts.json": (folder / "alerts.json").read_bytes(), **published}


def slice_of(table, day):
    """The rows that a day brings, as a query."""
    world = f"seed := 42, merchants := {WORLD['merchants']}, customers := {WORLD['customers']}"
    window = f"'{WORLD['start_date']}', '{WORLD['end_date']}'"
    if table in ("transactions", "refunds"):
        return f"""from gen_{table}({WORLD['rows']}, {window}, from_date := '{day}',
            until_date := date '{day}' + 1, {world})"""
    if table == "disputes":
        return f"""with known as (
                select * replace (
                    if(resolved_at < date '{day}' + 1, status, 'open') as status,
                    if(resolved_at < date '{day}' + 1, resolved_at, null) as resolved_at
                ) from gen_disputes({WORLD['rows']}, {window}, until_date := date '{day}' + 1, {world})
            ) from known where opened_at >= '{day}' or resolved_at >= '{day}'"""
    dates = f"start_date := '{WORLD['start_date']}', end_date := '{WORLD['end_date']}'"
    joined = {"merchants": "signup_date", "customers": "join_date"}.get(table)
    return f"from gen_{table}({dates}, {world})" + (f" where {joined} <= '{WORLD['end_date']}'" if joined else "")


def deliver(incoming, day, changed="from day", selected=""):
    """A day's attempts, refunds and disputes, the attempts changed by a query over `day`."""
    (incoming / day).mkdir(parents=True, exist_ok=True)
    rows = f"with day as ({slice_of('transactions', day)}) {changed}"
    job.sql(f"copy (select * {selected} from ({rows})) to '{incoming}/{day}/transactions.parquet'")
    for table in ("refunds", "disputes"):
        job.sql(f"copy ({slice_of(table, day)}) to '{incoming}/{day}/{table}.parquet'")


def deliver_reference(incoming, day):
    """Merchants and customers who are there by the day, managers and campaigns."""
    (incoming / day).mkdir(parents=True, exist_ok=True)
    for table, joined in [("merchants", "signup_date"), ("customers", "join_date"), ("account_managers", None), ("campaigns", None)]:
        known = f" where {joined} <= '{day}'" if joined else ""
        job.sql(f"copy (from ({slice_of(table, day)}) {known}) to '{incoming}/{day}/{table}.parquet'")


def fingerprints(folder):
    """Number of rows and a hash of their content, whatever their order, of every table of the contract."""
    tables = " union all ".join(
        f"select '{table}' as name, count(*) as n, bit_xor(hash(t::varchar)) as content from {table} as t" for table in TABLES
    )
    return job.ask(folder, f"{tables} order by name")


def ask(query):
    command = [job.DUCKDB, "-no-init", "-unsigned", "-json", "-cmd", f"LOAD '{job.EXTENSION}'", "-c", query]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout


def fingerprint(file):
    query = f"select count(*) as n, bit_xor(hash(t::varchar)) as content from read_parquet('{file}') as t"
    result = subprocess.run([job.DUCKDB, "-no-init", "-csv", "-c", query], cwd=ROOT, capture_output=True, text=True, check=True)
    return result.stdout


if __name__ == "__main__":
    unittest.main()
