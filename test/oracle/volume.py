"""Volume, growth and mix: the public views, concentration and the bridge."""

import fractions
import math

import polars as pl

from raw import add_months, count, ratio, sum_where

SUMS = [
    pl.col("gpv").sum(),
    pl.len().cast(pl.Int64).alias("txns"),
    count(pl.col("ok"), "approved_txns"),
    pl.col("fees").sum().alias("total_fees"),
    pl.col("net").sum().alias("net_revenue"),
]
RATIOS = {
    "approval_rate": ratio("approved_txns", "txns"),
    "avg_amount": ratio("gpv", "approved_txns") / 100,
    "fee_yield": ratio("total_fees", "gpv"),
    "net_take_rate": ratio("net_revenue", "gpv"),
}
CELL = ["day", "region", "industry", "merchant_size", "channel", "payment_method"]


DRIVERS = [
    "merchants", "days", "attempts per merchant and day", "approval", "ticket", "new segment", "lost segment",
]  # fmt: skip


def daily_sums(raw):
    found = raw.days.join(raw.a.group_by("day").agg(SUMS), on="day", how="left").sort("day")
    return found.with_columns(pl.exclude("day").fill_null(0))


def fct_payments_daily(raw):
    return raw.a.group_by(CELL).agg(SUMS)


def fct_merchant_week(raw):
    week = pl.col("day").dt.truncate("1w")
    weeks = raw.days.group_by(week_start=week).agg(is_partial_week=pl.len() < 7)
    found = raw.a.group_by("merchant_id", "region", "industry", "merchant_size", week_start=week).agg(SUMS)
    return found.join(weeks, on="week_start")


def v_kpi_daily(raw):
    found = daily_sums(raw).with_columns(**RATIOS, gpv_week_before=pl.col("gpv").shift(7))
    found = found.with_columns(wow_growth=ratio("gpv", "gpv_week_before") - 1)
    for days in (7, 28):
        for name in ("gpv", "txns", "approved_txns", "total_fees"):
            found = found.with_columns(pl.col(name).rolling_sum(days, min_samples=days).alias(f"{name}_{days}d"))
        found = found.with_columns(
            ratio(f"approved_txns_{days}d", f"txns_{days}d").alias(f"approval_rate_{days}d"),
            ratio(f"total_fees_{days}d", f"gpv_{days}d").alias(f"fee_yield_{days}d"),
        )
    return found


def v_kpi_total(raw):
    sums = daily_sums(raw)
    total = sums.drop("day").sum().with_columns(**RATIOS)
    return total.with_columns(first_day=pl.lit(raw.start), last_day=pl.lit(raw.end))


def v_kpi_weekly(raw):
    weeks = daily_sums(raw).group_by(week_start=pl.col("day").dt.truncate("1w")).agg(
        pl.len().cast(pl.Int64).alias("days"), pl.exclude("day").sum()
    ).sort("week_start")  # fmt: skip
    weeks = weeks.with_columns(**RATIOS, is_partial_week=pl.col("days") < 7)
    both_whole = ~pl.col("is_partial_week") & ~pl.col("is_partial_week").shift(1)
    for name in ("gpv", "txns"):
        weeks = weeks.with_columns(pl.when(both_whole).then(pl.col(name).shift(1)).alias(f"{name}_week_before"))
    # The same week a year before, by its date: not by its place, as the view has it.
    whole = weeks.filter(~pl.col("is_partial_week"))
    year_before = whole.select(week_start=pl.col("week_start") + pl.duration(days=364), gpv_year_before="gpv")
    weeks = weeks.join(year_before, on="week_start", how="left").with_columns(
        gpv_year_before=pl.when(~pl.col("is_partial_week")).then("gpv_year_before")
    )
    return weeks.with_columns(
        wow_growth=ratio("gpv", "gpv_week_before") - 1,
        txns_wow_growth=ratio("txns", "txns_week_before") - 1,
        yoy_growth=ratio("gpv", "gpv_year_before") - 1,
    )


def v_kpi_monthly(raw):
    daily = daily_sums(raw).with_columns(month=pl.col("day").dt.truncate("1mo"), weekday=pl.col("day").dt.weekday())
    sums = {row["month"]: row for row in daily.drop("day", "weekday").group_by("month").sum().to_dicts()}
    weekdays = {
        (row["month"], row["weekday"]): row
        for row in daily.group_by("month", "weekday").agg(pl.col("gpv").sum(), n=pl.len()).to_dicts()
    }
    active = dict(raw.a.filter("ok").group_by("month").agg(pl.col("merchant_id").n_unique()).iter_rows())
    months = {row["month"]: row for row in raw.months.to_dicts()}
    rows = []
    for month, facts in months.items():
        row = {**sums[month], "is_partial_month": facts["partial"], "days": facts["days"]}
        row["active_merchants"] = active.get(month, 0)
        before, year_before = add_months(month, -1), add_months(month, -12)
        for suffix, base, names in [("month", before, ["gpv", "txns"]), ("year", year_before, ["gpv"])]:
            row[f"days_{suffix}_before"] = months[base]["days"] if base in months else None
            usable = base in months and not facts["partial"] and not months[base]["partial"]
            for name in names:
                row[f"{name}_{suffix}_before"] = sums[base][name] if usable else None
        for base, base_gpv, name in [
            (before, "gpv_month_before", "gpv_weekday_adjusted"),
            (year_before, "gpv_year_before", "gpv_year_weekday_adjusted"),
        ]:
            row[name] = None
            if row[base_gpv] is not None:
                adjusted = sum(
                    fractions.Fraction(this["gpv"], this["n"]) * weekdays[base, weekday]["n"]
                    for (which, weekday), this in weekdays.items()
                    if which == month
                )
                row[name] = round(adjusted * 100)
        rows.append(row)
    growth = {
        "mom_growth": ratio("gpv", "gpv_month_before") - 1,
        "txns_mom_growth": ratio("txns", "txns_month_before") - 1,
        "yoy_growth": ratio("gpv", "gpv_year_before") - 1,
        "weekday_adjusted_mom_growth": ratio("gpv_weekday_adjusted", "gpv_month_before") / 100 - 1,
        "weekday_adjusted_yoy_growth": ratio("gpv_year_weekday_adjusted", "gpv_year_before") / 100 - 1,
    }
    for suffix, name in [("month", "mom"), ("year", "yoy")]:
        per_day = ratio(f"gpv_{suffix}_before", f"days_{suffix}_before")
        growth[f"per_day_{name}_growth"] = ratio(ratio("gpv", "days"), per_day) - 1
    numbers = {"gpv_month_before", "txns_month_before", "gpv_year_before", "gpv_weekday_adjusted", "gpv_year_weekday_adjusted"}
    numbers |= {"days_month_before", "days_year_before"}
    return (
        pl.DataFrame(rows, infer_schema_length=None)
        .with_columns(pl.col(list(numbers)).cast(pl.Int64))
        .with_columns(**RATIOS, **growth)
    )


def v_industry_heatmap(raw):
    whole = raw.whole()
    newest = whole[-1] if whole else None
    age = (
        (newest.year * 12 + newest.month) - pl.col("month").dt.year().cast(pl.Int64) * 12 - pl.col("month").dt.month()
        if newest
        else pl.lit(99)
    )
    sums = raw.a.group_by("region", "industry").agg(
        *SUMS,
        sum_where(age.is_between(0, 11), "gpv", "gpv_last_12_months"),
        sum_where(age.is_between(12, 23), "gpv", "gpv_12_months_before"),
    )
    cells = raw.merchants.select("region", "industry").unique().join(sums, on=["region", "industry"], how="left")
    cells = cells.with_columns(pl.exclude("region", "industry").fill_null(0))
    years = ["gpv_last_12_months", "gpv_12_months_before"]
    cells = cells.with_columns(pl.when(len(whole) >= 24).then(pl.col(name)).alias(name) for name in years)
    return cells.with_columns(**RATIOS, yoy_growth=ratio(*years) - 1)


def v_top_merchants(raw):
    names = ["merchant_name", "industry", "region", "merchant_size"]
    found = raw.a.group_by("merchant_id", *names).agg(SUMS)
    found = found.sort(["gpv", "txns", "merchant_id"], descending=[True, True, False])
    found = found.with_row_index("gpv_rank", offset=1).with_columns(
        pl.col("gpv_rank").cast(pl.Int64), all_gpv=pl.col("gpv").sum(), cumulative_gpv=pl.col("gpv").cum_sum()
    )
    return found.with_columns(
        **RATIOS, gpv_share=ratio("gpv", "all_gpv"), cumulative_gpv_share=ratio("cumulative_gpv", "all_gpv")
    )


def v_decline_drivers(raw):
    segments = raw.a.group_by("channel", "industry").agg(
        pl.len().cast(pl.Int64).alias("total_txns"), count(~pl.col("ok"), "segment_declined_txns")
    )
    declined = raw.a.filter(~pl.col("ok")).with_columns(pl.col("decline_reason").fill_null("unknown"))
    reasons = declined.group_by("channel", "industry", "decline_reason").agg(
        pl.len().cast(pl.Int64).alias("declined_txns"), pl.col("amount").sum().alias("declined_amount")
    )
    cells = segments.join(declined.select("decline_reason").unique(), how="cross")
    cells = cells.join(reasons, on=["channel", "industry", "decline_reason"], how="left")
    return cells.with_columns(pl.col("declined_txns", "declined_amount").fill_null(0)).with_columns(
        decline_rate=ratio("declined_txns", "total_txns"), decline_share=ratio("declined_txns", "segment_declined_txns")
    )


def v_concentration_monthly(raw):
    rows = []
    partial = dict(raw.months.select("month", "partial").iter_rows())
    for (month,), part in raw.a.filter("ok").group_by("month"):
        volumes = sorted(part.group_by("merchant_id").agg(pl.col("gpv").sum())["gpv"].to_list(), reverse=True)
        total, n = sum(volumes), len(volumes)
        squares = fractions.Fraction(sum(volume * volume for volume in volumes), total * total)
        rising = sum((2 * i - n - 1) * volume for i, volume in enumerate(reversed(volumes), 1))
        row = {"month": month, "is_partial_month": partial[month], "active_merchants": n, "gpv": total}
        for top in (1, 10, 50):
            row[f"top_{top}_gpv"] = sum(volumes[:top])
            row[f"top_{top}_share"] = sum(volumes[:top]) / total
        row |= {"hhi": float(10_000 * squares), "effective_merchants": float(1 / squares), "gini": rising / (n * total)}
        rows.append(row)
    return pl.DataFrame(rows)


def v_growth_bridge(raw):
    """Each factor is taken from its definition, not as the quotient of the one before."""
    kind = ["region", "industry", "merchant_size"]
    facts = {}
    for row in raw.a.group_by("month", *kind).agg(
        *SUMS, merchants=pl.col("merchant_id").filter("ok").n_unique()
    ).to_dicts():  # fmt: skip
        facts[row["month"], row["region"], row["industry"], row["merchant_size"]] = row
    days = dict(raw.months.select("month", "days").iter_rows())
    whole = set(raw.whole())
    rows = []
    for month in whole:
        before = add_months(month, -1)
        if before not in whole:
            continue
        for segment in {key[1:] for key in facts}:
            new, old = facts.get((month, *segment)), facts.get((before, *segment))
            gpv, base = (new["gpv"] if new else 0), (old["gpv"] if old else 0)
            effects = dict.fromkeys(DRIVERS, 0.0)
            if gpv and base:
                weight = gpv / 100 if gpv == base else (gpv - base) / 100 / math.log(gpv / base)
                for driver, of in {
                    "merchants": lambda f, n: f["merchants"],
                    "days": lambda f, n: n,
                    "attempts per merchant and day": lambda f, n: f["txns"] / (f["merchants"] * n),
                    "approval": lambda f, n: f["approved_txns"] / f["txns"],
                    "ticket": lambda f, n: f["gpv"] / f["approved_txns"],
                }.items():
                    effects[driver] = weight * math.log(of(new, days[month]) / of(old, days[before]))
            elif gpv:
                effects["new segment"] = gpv / 100
            elif base:
                effects["lost segment"] = -base / 100
            for driver, effect in effects.items():
                rows.append(
                    {
                        "month": month,
                        **dict(zip(kind, segment)),
                        "driver": driver,
                        "gpv_month_before": base,
                        "gpv": gpv,
                        "gpv_effect": effect,
                    }
                )
    return pl.DataFrame(rows)
