"""A small world with its dashboard, charts run natively under filters, and the raw transactions under the same filters."""

import datetime
import json
import os
import pathlib
import subprocess
import sys
import urllib.parse

import duckdb

ROOT = pathlib.Path(__file__).resolve().parents[2]
WEB = ROOT / "dashboards/web"
DUCKDB = os.environ.get("DUCKDB", ".venv/bin/duckdb")
EXTENSION = os.environ.get("PAYMENTS_EXTENSION", "build/payments.duckdb_extension")
PARAMETERS = {"rows": 30_000, "merchants": 750, "customers": 30_000}
DAY = datetime.timedelta(days=1)
DIMENSIONS = ["region", "industry", "merchant_size", "channel", "payment_method"]

sys.path.insert(0, str(ROOT / "scripts"))

import dashboard_docs  # noqa: E402


def make_world(data):
    """Generates a world and takes it in again, as own files: their words are text, and no seed made them."""
    settings = [f"SET VARIABLE {name} = {value}" for name, value in PARAMETERS.items()]
    settings.append(f"SET VARIABLE data_dir = '{data}'")
    options = [part for setting in [f"LOAD '{EXTENSION}'", *settings] for part in ("-cmd", setting)]
    for script in ("sql/pipeline.sql", "sql/pipeline_files.sql"):
        execute([DUCKDB, "-no-init", "-unsigned", *options, "-f", script], ROOT)


def execute(command, folder, text=None):
    result = subprocess.run(command, cwd=folder, input=text, capture_output=True, text=True)
    if result.returncode != 0:
        raise AssertionError(f"{' '.join(command)}\n{result.stdout}{result.stderr}")
    return result.stdout


def hash_of(filters):
    """The link of a state: dates are [first, last], the others lists of values."""
    query = urllib.parse.urlencode({name: "|".join(values) for name, values in filters.items()})
    return f"#/?{query}"


class Dashboard:
    """Charts over the facts, under the very views that the page would create."""

    def __init__(self, data, out):
        self.description = dashboard_docs.describe(data, out)
        self.out = out
        self.charts = {chart["id"]: chart for chart in self.description["charts"]}
        self.database = duckdb.connect()
        for name in ("core", "detail"):
            self.database.execute(f"attach '{out}/{name}.duckdb' as {name} (read_only)")

    def views(self, states):
        """What the engine makes of each state: its own text, asked of it."""
        command = ["node", "--import", "tsx", "tests/views.ts", f"{self.out}/description.json"]
        return json.loads(execute(command, WEB, json.dumps([hash_of(filters) for filters in states])))

    def show(self, statements):
        for statement in statements:
            self.database.execute(statement)

    def rows(self, chart):
        result = self.database.execute(chart["sql"])
        columns = [column[0] for column in result.description]
        return [dict(zip(columns, row)) for row in result.fetchall()]


class Raw:
    """The raw files. Nothing here reads a mart, a fact or a view of the project: measures and filters are written anew."""

    SENT = "(approved or response_code not in ('59', '1A'))"
    MEASURES = {
        "attempts": {
            "txns": "count(*)",
            "approved_txns": "count(*) filter (where approved)",
            "declined_txns": "count(*) filter (where not approved)",
            "gpv": "coalesce(sum(amount) filter (where approved), 0)",
            "declined_amount": "coalesce(sum(amount) filter (where not approved), 0)",
            "total_fees": "coalesce(sum(fee) filter (where approved), 0)",
            "net_revenue": "coalesce(sum(fee - interchange_fee - scheme_fee) filter (where approved), 0)",
            "payments": "count(*) filter (where is_first)",
            "first_approved_payments": "count(*) filter (where is_first and approved)",
            "first_sent_payments": "count(*) filter (where is_first and is_sent)",
            "accepted_payments": "count(*) filter (where is_first and is_accepted)",
            "sent_payments": "count(*) filter (where is_first and is_sent_once)",
            "recovered_payments": "count(*) filter (where is_first and not approved and is_accepted)",
            "first_declined_payments": "count(*) filter (where is_first and not approved)",
            "recovered_amount": "coalesce(sum(amount) filter (where is_first and not approved and is_accepted), 0)",
            "active_merchants": "count(distinct merchant_id) filter (where approved)",
            "retained_merchants": "count(distinct merchant_id) filter (where approved)",
        },
        "refunds": {"refunds": "count(*)", "refund_amount": "coalesce(sum(amount), 0)"},
        "disputes": {
            "disputes": "count(*)",
            "disputed_amount": "coalesce(sum(amount), 0)",
            "fraud_disputes": "count(*) filter (where is_fraud)",
        },
        "merchants": {"cohort_merchants": "count(*)", "signups": "count(*)", "acquisition_cost": "coalesce(sum(acquisition_cost), 0)"},
    }
    NAMES = {name for measures in MEASURES.values() for name in measures}

    def __init__(self, data):
        self.database = duckdb.connect()
        self.database.execute(
            f"""
            create table merchants as from read_parquet('{data}/raw/merchants.parquet');
            create table attempts as
            select
                t.* exclude (year), cast(t.ts as date) as date, m.region, m.industry, m.merchant_size, m.signup_date, attempt_no = 1 as is_first,
                {self.SENT} as is_sent,
                bool_or(approved) over in_30_days as is_accepted, bool_or({self.SENT}) over in_30_days as is_sent_once
            from read_parquet('{data}/raw/transactions/**/*.parquet') as t
            join merchants as m on t.merchant_id = m.merchant_id
            window in_30_days as (partition by payment_id order by t.ts range between current row and interval 30 day following);
            create table refunds as
            select cast(r.ts as date) as date, r.amount, s.date as sold_on, s.region, s.industry, s.merchant_size, s.channel, s.payment_method
            from read_parquet('{data}/raw/refunds.parquet') as r join attempts as s on r.txn_id = s.txn_id;
            create table disputes as
            select
                cast(d.opened_at as date) as date, d.amount, d.reason, d.status, d.is_fraud, s.region, s.industry, s.merchant_size, s.channel,
                s.payment_method
            from read_parquet('{data}/raw/disputes.parquet') as d join attempts as s on d.txn_id = s.txn_id;
            """
        )
        self.start, self.end = self.database.execute("select min(date), max(date) from attempts").fetchone()

    def measure(self, filters, dates, by=(), names=("txns",)):
        """{group: {measure: value}} under the filters; `dates` says how a range cuts."""
        result = {}
        for table, measures in self.MEASURES.items():
            wanted = [name for name in names if name in measures]
            if not wanted:
                continue
            columns = ", ".join([*(f"{sql} as {name}" for name, sql in by), *(f"{measures[name]} as {name}" for name in wanted)])
            for row in self.database.execute(f"select {columns} from {table} where {self.where(filters, dates, table)} group by all").fetchall():
                result.setdefault(row[: len(by)], {}).update(zip(wanted, row[len(by) :]))
        return result

    def where(self, filters, dates, table):
        cut = DIMENSIONS[:3] if table == "merchants" else DIMENSIONS
        conditions = [f"{name} in ({', '.join(map(repr, values))})" for name, values in filters.items() if name in cut]
        first, last = self.range(filters, dates)
        day = "signup_date" if dates == "sign-up months" else "sold_on" if dates == "months of sale" and table == "refunds" else "date"
        return " and ".join([*conditions, f"{day} between '{first}' and '{last}'"])

    def range(self, filters, dates):
        """The days that a range of dates means: exact days, those whose 30 days for retries are over, months that it touches,
        months that it holds wholly, two at least, or the last whole week or month up to its end, if the one before is in the data."""
        first, last = map(datetime.date.fromisoformat, filters.get("date", [str(self.start), str(self.end)]))
        if dates == "settled days":
            return first, min(last, self.end - 30 * DAY)
        if dates == "days":
            return first, last
        if dates in ("months", "months of sale", "sign-up months"):
            return first.replace(day=1), month_end(last)
        if dates in ("last whole month touched", "compared month touched"):
            last = month_end(last) if month_end(last) <= self.end else last.replace(day=1) - DAY
            month = last.replace(day=1)
            is_there = dates == "last whole month touched" or (month - DAY).replace(day=1) >= self.start
            return (month, last) if is_there else (last, month)
        if dates == "last whole week":
            sunday = last - last.isoweekday() % 7 * DAY
            monday = sunday - 6 * DAY
            return (monday, sunday) if monday - 7 * DAY >= self.start else (sunday, monday)
        last = last if last == month_end(last) else last.replace(day=1) - DAY
        month = last.replace(day=1)
        before = (month - DAY).replace(day=1)
        if dates == "last whole month":
            return (month, last) if before >= self.start else (last, month)
        whole = first if first.day == 1 else month_end(first) + DAY
        if dates == "whole months of the range":
            return whole, last
        if dates == "whole months":
            return max(self.start, min(whole, before)), last
        raise ValueError(f'"{dates}" is no way to cut dates')

    def values(self, name):
        return [value for (value,) in self.database.execute(f"select distinct {name} from attempts order by 1").fetchall()]


def month_end(day):
    return (day.replace(day=28) + 4 * DAY).replace(day=1) - DAY


def prior(filters, start, end):
    """The state of the prior period: as many whole months before a range of whole months, else as many days; None without data."""
    first, last = filters.get("date", [str(start), str(end)])
    first, last = datetime.date.fromisoformat(first), datetime.date.fromisoformat(last)
    if first.day == 1 and last == month_end(last):
        months = last.year * 12 + last.month - first.year * 12 - first.month + 1
        number = first.year * 12 + first.month - 1 - months
        before = datetime.date(number // 12, number % 12 + 1, 1)
    else:
        before = first - (last - first + DAY)
    return None if before < start else {**filters, "date": [str(before), str(first - DAY)]}
