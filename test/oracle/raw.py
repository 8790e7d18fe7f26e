"""What the recomputation starts from: raw Parquet in Polars, money as integer cents, the calendar counted anew."""

import calendar
import datetime

import polars as pl

from datasets import TABLES

CENTS = pl.Int64


def ratio(numerator, denominator):
    numerator, denominator = (pl.col(x) if isinstance(x, str) else x for x in (numerator, denominator))
    return pl.when(denominator != 0).then(numerator.cast(pl.Float64) / denominator.cast(pl.Float64))


def cents(column):
    return (pl.col(column).cast(pl.Float64) * 100).round().cast(CENTS).alias(column)


def count(condition, name):
    return condition.cast(pl.Int64).sum().alias(name)


def sum_where(condition, value, name):
    return pl.when(condition).then(pl.col(value)).otherwise(0).sum().alias(name)


def months_between(later, earlier):
    later, earlier = pl.col(later), pl.col(earlier)
    return (later.dt.year().cast(pl.Int64) - earlier.dt.year()) * 12 + later.dt.month() - earlier.dt.month()


def add_months(month, number):
    place = month.year * 12 + month.month - 1 + number
    return datetime.date(place // 12, place % 12 + 1, 1)


class Raw:
    """Attempts (`a`) with their merchant and what they add, refunds and disputes with their sale, days and months."""

    def __init__(self, dataset):
        tables = {}
        for table in TABLES:
            frame = pl.read_parquet(dataset.parquet(table))
            words = [name for name, kind in frame.schema.items() if kind in (pl.Categorical, pl.Enum)]
            money = [name for name, kind in frame.schema.items() if isinstance(kind, pl.Decimal)]
            tables[table] = frame.with_columns(pl.col(words).cast(pl.String), *map(cents, money))
        self.start, self.end = dataset.start, dataset.end
        self.managers, self.campaigns = tables["account_managers"], tables["campaigns"]
        self.merchants = tables["merchants"].with_columns(signup_month=pl.col("signup_date").dt.truncate("1mo"))
        ok = pl.col("approved").fill_null(False)
        self.a = (
            tables["transactions"]
            .join(self.merchants, on="merchant_id")
            .with_columns(
                ok=ok,
                attempt_no=pl.col("attempt_no").cast(pl.Int64).fill_null(1),
                day=pl.col("ts").dt.date(),
                month=pl.col("ts").dt.date().dt.truncate("1mo"),
                sent=ok | ~pl.col("response_code").is_in(["59", "1A"]).fill_null(False),
                gpv=pl.when(ok).then("amount").otherwise(0),
                fees=pl.when(ok).then("fee").otherwise(0),
                net=pl.when(ok).then(pl.col("fee") - pl.col("interchange_fee") - pl.col("scheme_fee")).otherwise(0),
            )
        )
        sales = self.a.filter("ok").select(
            "txn_id", "merchant_id", "channel", "payment_method", "region", "industry", "merchant_size", "card_brand",
            sale_day="day", sale_month="month",
        )  # fmt: skip
        self.refunds = self.event(tables["refunds"], "ts", sales)
        self.disputes = self.event(tables["disputes"], "opened_at", sales).with_columns(
            resolved_month=pl.col("resolved_at").dt.date().dt.truncate("1mo"),
            card_brand=pl.col("card_brand").fill_null("none"),
            is_fraud=pl.col("is_fraud").fill_null(False),
        )
        self.days = pl.DataFrame({"day": pl.date_range(self.start, self.end, eager=True)})
        month = pl.col("day").dt.truncate("1mo")
        self.months = (
            self.days.group_by(month=month)
            .agg(days=pl.len().cast(pl.Int64), last=pl.col("day").max())
            .sort("month")
            .with_columns(
                partial=pl.struct("month", "days").map_elements(
                    lambda row: row["days"] < calendar.monthrange(row["month"].year, row["month"].month)[1],
                    return_dtype=pl.Boolean,
                )
            )
        )

    @staticmethod
    def event(frame, moment, sales):
        day = pl.col(moment).dt.date()
        return frame.drop("merchant_id").join(sales, on="txn_id").with_columns(day=day, month=day.dt.truncate("1mo"))

    def seen_for(self, days):
        """Whether so many days have gone by since the last day of a month."""
        return pl.col("last") + pl.duration(days=days) <= self.end

    def whole(self):
        return self.months.filter(~pl.col("partial"))["month"].to_list()

    def over_months(self, frame, on="month"):
        """A row for each month of the window, zeros where the frame has none."""
        found = self.months.join(frame, left_on="month", right_on=on, how="left")
        return found.with_columns(pl.col(name).fill_null(0) for name in frame.columns if name != on)
