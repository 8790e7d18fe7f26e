"""Churn: silences of each merchant day by day, what months lose, who survives."""

import collections
import math

import polars as pl

from raw import count, ratio


def fct_merchant_churn(raw):
    rows = []
    days_of = raw.a.filter("ok").group_by("merchant_id").agg(pl.col("day").unique().sort())
    for merchant, days in days_of.iter_rows():
        for place, last in enumerate(days):
            back = days[place + 1] if place + 1 < len(days) else None
            silent = ((back or raw.end) - last).days
            gaps = sorted((later - day).days for day, later in zip(days[:place], days[1 : place + 1]))
            median = gaps[(len(gaps) - 1) // 2] if gaps else 0
            long = gaps[math.ceil(len(gaps) * 0.99) - 1] if gaps else 0
            limit = max(45, 3 * median, long)
            if silent > limit:
                status = "reactivated" if back else "confirmed" if silent >= 90 else "suspected"
                rows.append((merchant, last, back, silent, limit, median, status))
    names = ["merchant_id", "churned_on", "reactivated_on", "silent_days", "threshold_days", "median_gap_days"]
    kinds = [pl.Int64, pl.Date, pl.Date, pl.Int64, pl.Int64, pl.Int64, pl.String]
    return pl.DataFrame(rows, schema=dict(zip([*names, "churn_status"], kinds)), orient="row")


def v_churn_monthly(raw):
    silences = fct_merchant_churn(raw)
    lost = silences.group_by(month=pl.col("churned_on").dt.truncate("1mo")).agg(
        pl.len().cast(pl.Int64).alias("churned_merchants"),
        count(pl.col("churn_status") == "suspected", "suspected_merchants"),
    )
    back = silences.filter(pl.col("reactivated_on").is_not_null())
    back = back.group_by(month=pl.col("reactivated_on").dt.truncate("1mo")).agg(
        reactivated_merchants=pl.len().cast(pl.Int64)
    )
    active = raw.a.filter("ok").group_by("month").agg(active_merchants=pl.col("merchant_id").n_unique().cast(pl.Int64))
    found = raw.months
    for frame in (lost, back, active):
        found = found.join(frame, on="month", how="left")
    found = found.with_columns(pl.exclude("month", "last", "partial").fill_null(0))
    seen = ~pl.col("partial") & raw.seen_for(90)
    return found.with_columns(
        is_partial_month="partial",
        is_fully_observed=seen,
        churn_rate=pl.when(seen).then(ratio("churned_merchants", "active_merchants")),
    )


def v_merchant_survival(raw):
    dims = ["merchant_size", "region", "industry", "sales_channel"]
    lost = {}
    for row in fct_merchant_churn(raw).filter(pl.col("silent_days") >= 90).sort("churned_on").to_dicts():
        lost.setdefault(row["merchant_id"], row["churned_on"].replace(day=1))
    first = dict(raw.a.filter("ok").group_by("merchant_id").agg(pl.col("month").min()).iter_rows())
    ages = raw.months.filter(~pl.col("partial") & raw.seen_for(90))["month"].to_list()
    cells = collections.defaultdict(lambda: [0, 0])
    for merchant in raw.merchants.filter(pl.col("signup_date") >= raw.start).to_dicts():
        start = first.get(merchant["merchant_id"])
        for month in ages:
            if start is not None and start <= month:
                index = (month.year - start.year) * 12 + month.month - start.month
                cell = cells[index, *(merchant[name] for name in dims)]
                cell[0] += 1
                cell[1] += lost.get(merchant["merchant_id"], raw.end) > month
    rows = [(*cell, *counts) for cell, counts in cells.items()]
    if not rows:
        return pl.DataFrame()
    found = pl.DataFrame(rows, schema=["month_index", *dims, "exposed_merchants", "surviving_merchants"], orient="row")
    return found.with_columns(survival_rate=ratio("surviving_merchants", "exposed_merchants"))
