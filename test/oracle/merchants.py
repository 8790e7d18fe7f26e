"""Merchants: activation, cohorts, revenue kept, silence, managers and what winning merchants is worth."""

import collections

import polars as pl

from churn import fct_merchant_churn
from money import fct_merchant_month
from raw import add_months, count, months_between, ratio

COHORT = ["merchant_size", "region", "industry", "sales_channel"]


def ages(raw, kinds):
    """A row for each cohort and each month of the window from its sign-up month on."""
    cohorts = raw.merchants.group_by("signup_month", *kinds).agg(cohort_merchants=pl.len().cast(pl.Int64))
    cells = cohorts.join(raw.months.select("month", "partial"), how="cross")
    cells = cells.filter(pl.col("signup_month") <= pl.col("month"))
    return cells.with_columns(month_index=months_between("month", "signup_month"), is_fully_observed=~pl.col("partial"))


def v_merchant_cohorts(raw):
    active = raw.a.filter("ok").group_by("signup_month", "month").agg(
        retained_merchants=pl.col("merchant_id").n_unique().cast(pl.Int64)
    )  # fmt: skip
    found = ages(raw, []).join(active, on=["signup_month", "month"], how="left")
    found = found.with_columns(pl.col("retained_merchants").fill_null(0))
    seen = pl.col("is_fully_observed")
    return found.with_columns(retention_rate=pl.when(seen).then(ratio("retained_merchants", "cohort_merchants")))


def fct_merchant_cohort(raw):
    keys = ["signup_month", "month", *COHORT]
    active = raw.a.group_by(keys).agg(
        retained_merchants=pl.col("merchant_id").filter("ok").n_unique().cast(pl.Int64),
        gpv=pl.col("gpv").sum(),
        net_revenue=pl.col("net").sum(),
    )
    income = fct_merchant_month(raw).drop("sales_channel").join(raw.merchants, on="merchant_id")
    income = income.group_by(keys).agg(pl.col("contribution_amount").sum())
    found = ages(raw, COHORT).join(active, on=keys, how="left").join(income, on=keys, how="left")
    return found.with_columns(
        pl.col("retained_merchants", "gpv", "net_revenue", "contribution_amount").fill_null(0)
    )


def v_gpv_retention(raw):
    keys = ["signup_month", "month"]
    sums = raw.a.group_by(keys).agg(gpv=pl.col("gpv").sum(), net_revenue=pl.col("net").sum())
    found = ages(raw, []).join(sums, on=keys, how="left").with_columns(pl.col("gpv", "net_revenue").fill_null(0))
    base = found.filter(pl.col("month_index").is_between(1, 3), "is_fully_observed").group_by("signup_month").agg(
        base_gpv=pl.col("gpv").sum(), base_net_revenue=pl.col("net_revenue").sum(), n=pl.len()
    ).filter(pl.col("n") == 3)  # fmt: skip
    found = found.join(base, on="signup_month", how="left")
    seen = pl.col("is_fully_observed")
    return found.with_columns(
        gpv_retention_rate=pl.when(seen).then(ratio("gpv", "base_gpv") * 3),
        net_revenue_retention_rate=pl.when(seen).then(ratio("net_revenue", "base_net_revenue") * 3),
    )


def v_activation_monthly(raw):
    first = raw.a.filter("ok").group_by("merchant_id").agg(first=pl.col("day").min())
    signups = raw.merchants.filter(pl.col("signup_date").is_between(raw.start, raw.end)).join(
        first, on="merchant_id", how="left"
    )
    signups = signups.with_columns(
        wait=(pl.col("first") - pl.col("signup_date")).dt.total_days(),
        exposed=pl.col("signup_date") + pl.duration(days=30) <= raw.end,
    )
    return (
        signups.group_by("signup_month", "sales_channel")
        .agg(
            pl.len().cast(pl.Int64).alias("signups"),
            count(pl.col("exposed"), "exposed_signups"),
            count((pl.col("exposed") & (pl.col("wait") <= 30)).fill_null(False), "activated_in_30_days"),
            count(pl.col("wait").is_not_null(), "activated_merchants"),
            pl.when(pl.col("wait").is_not_null().any()).then(pl.col("wait").sum()).alias("days_to_first_payment"),
            pl.col("acquisition_cost").sum(),
        )
        .with_columns(
            activation_rate=ratio("activated_in_30_days", "exposed_signups"),
            avg_days_to_first_payment=ratio("days_to_first_payment", "activated_merchants"),
            cac=ratio("acquisition_cost", "activated_merchants") / 100,
        )
    )


def kept(raw):
    """Net revenue of each merchant then and now, for every two whole months 1, 3 or 12 months apart."""
    revenue = collections.defaultdict(dict)
    manager = dict(raw.merchants.select("merchant_id", "account_manager_id").iter_rows())
    sums = raw.a.group_by("month", "merchant_id").agg(pl.col("net").sum(), ok=pl.col("ok").any()).filter("ok")
    for row in sums.to_dicts():
        revenue[row["month"]][row["merchant_id"]] = row["net"]
    whole = set(raw.whole())
    for month in whole:
        for back in (1, 3, 12):
            base = add_months(month, -back)
            if base in whole:
                for merchant, then in revenue[base].items():
                    yield month, back, manager[merchant], then, revenue[month].get(merchant)


def v_revenue_retention(raw):
    sums = collections.defaultdict(collections.Counter)
    for month, back, _, then, now in kept(raw):
        total = sums[month, back]
        total["base_merchants"] += 1
        total["retained_merchants"] += now is not None
        total["base_net_revenue"] += then
        total["retained_net_revenue"] += now or 0
        total["capped_net_revenue"] += 0 if now is None else min(then, now)
    if not sums:
        return pl.DataFrame()
    rows = [{"month": month, "months_back": back, **total} for (month, back), total in sums.items()]
    return pl.DataFrame(rows).with_columns(
        logo_retention_rate=ratio("retained_merchants", "base_merchants"),
        nrr=ratio("retained_net_revenue", "base_net_revenue"),
        grr=ratio("capped_net_revenue", "base_net_revenue"),
    )


def v_customers_monthly(raw):
    paying = raw.a.filter("ok").group_by("month").agg(
        approved_txns=pl.len().cast(pl.Int64), active_customers=pl.col("customer_id").n_unique().cast(pl.Int64)
    )  # fmt: skip
    return raw.over_months(paying).with_columns(
        is_partial_month="partial", avg_customer_txns=ratio("approved_txns", "active_customers")
    )


def at_risk(raw):
    """By manager and month: merchants in a silence told by then, with a year's net revenue as before it."""
    manager = dict(raw.merchants.select("merchant_id", "account_manager_id").iter_rows())
    net = dict(((row[0], row[1]), row[2]) for row in raw.a.group_by("merchant_id", "month").agg(pl.col("net").sum()).iter_rows())
    found = collections.defaultdict(lambda: [0, 0])
    for row in fct_merchant_churn(raw).to_dicts():
        for month, last in raw.months.select("month", "last").iter_rows():
            silent = (last - row["churned_on"]).days
            is_back = row["reactivated_on"] is not None and row["reactivated_on"] <= last
            if row["threshold_days"] < silent < 90 and not is_back:
                before = (add_months(row["churned_on"].replace(day=1), -back) for back in range(3))
                cell = found[manager[row["merchant_id"]], month]
                cell[0] += 1
                cell[1] += 4 * sum(net.get((row["merchant_id"], each), 0) for each in before)
    names = ["at_risk_merchants", "at_risk_net_revenue"]
    schema = {"account_manager_id": pl.Int32, "month": pl.Date, **dict.fromkeys(names, pl.Int64)}
    return pl.DataFrame([(*key, *cell) for key, cell in found.items()], schema=schema, orient="row")


def v_account_manager_scorecard(raw):
    keys = ["account_manager_id", "month"]
    manager = raw.merchants.select("merchant_id", "account_manager_id")
    cells = raw.managers.join(raw.months, how="cross")
    new = (pl.col("signup_month") == pl.col("month")) & (pl.col("signup_date") >= raw.start)
    thirty_days = pl.duration(days=30)
    exposed = pl.col("signup_date") + thirty_days <= raw.end
    first = raw.a.filter("ok").group_by("merchant_id").agg(first=pl.col("day").min())
    signups = raw.merchants.join(first, on="merchant_id", how="left")
    portfolio = signups.select("account_manager_id", "signup_date", "signup_month", "first").join(
        raw.months, how="cross"
    ).filter(pl.col("signup_date") <= pl.col("last")).group_by(keys).agg(
        pl.len().cast(pl.Int64).alias("portfolio_merchants"),
        count(new, "signups"),
        count(new & exposed, "exposed_signups"),
        count((new & exposed & (pl.col("first") <= pl.col("signup_date") + thirty_days)).fill_null(False), "activated_in_30_days"),
    )  # fmt: skip
    same_mix = ["month", "channel", "payment_method", "industry", "region"]
    expected = raw.a.with_columns(expected=pl.col("ok").cast(pl.Float64).mean().over(same_mix))
    results = expected.group_by(keys).agg(
        pl.len().cast(pl.Int64).alias("txns"),
        count(pl.col("ok"), "approved_txns"),
        active_merchants=pl.col("merchant_id").filter("ok").n_unique().cast(pl.Int64),
        gpv=pl.col("gpv").sum(),
        net_revenue=pl.col("net").sum(),
        expected_approved_txns=pl.col("expected").sum(),
    )
    income = fct_merchant_month(raw).join(manager, on="merchant_id")
    income = income.group_by(keys).agg(pl.col("contribution_amount", "disputes").sum())
    for frame in (portfolio, results, income, at_risk(raw)):
        cells = cells.join(frame, on=keys, how="left")
    zeros = [
        "portfolio_merchants", "signups", "exposed_signups", "activated_in_30_days", "active_merchants", "txns", "approved_txns", "gpv", "net_revenue",
        "contribution_amount", "disputes", "at_risk_merchants", "at_risk_net_revenue",
    ]  # fmt: skip
    sums = collections.defaultdict(collections.Counter)
    for month, back, which, then, now in kept(raw):
        total = sums[which, month]
        if back == 1:
            total["net_revenue_month_before"] += then
            total["retained_net_revenue_month"] += now or 0
        if back == 12:
            total["net_revenue_year_before"] += then
            total["retained_net_revenue_year"] += now or 0
            total["capped_net_revenue_year"] += 0 if now is None else min(then, now)
    names = [
        "net_revenue_month_before", "retained_net_revenue_month", "net_revenue_year_before",
        "retained_net_revenue_year", "capped_net_revenue_year",
    ]  # fmt: skip
    rows = [(which, month, *(total[name] for name in names)) for (which, month), total in sums.items()]
    schema = {"account_manager_id": pl.Int32, "month": pl.Date, **dict.fromkeys(names, pl.Int64)}
    cells = cells.join(pl.DataFrame(rows, schema=schema, orient="row"), on=keys, how="left")
    return cells.with_columns(pl.col(zeros).fill_null(0)).with_columns(
        is_partial_month="partial",
        activation_rate=ratio("activated_in_30_days", "exposed_signups"),
        active_rate=ratio("active_merchants", "portfolio_merchants"),
        approval_rate=ratio("approved_txns", "txns"),
        expected_approval_rate=ratio("expected_approved_txns", "txns"),
        approval_rate_over_expected=ratio(pl.col("approved_txns") - pl.col("expected_approved_txns"), pl.col("txns")),
        net_take_rate=ratio("net_revenue", "gpv"),
        dispute_rate=ratio("disputes", "approved_txns"),
        at_risk_share=ratio("at_risk_merchants", "portfolio_merchants"),
        nrr_month=ratio("retained_net_revenue_month", "net_revenue_month_before"),
        nrr=ratio("retained_net_revenue_year", "net_revenue_year_before"),
        grr=ratio("capped_net_revenue_year", "net_revenue_year_before"),
    )


def v_unit_economics(raw):
    """Merchant by merchant: who was exposed to which age, and what came in at it."""
    campaign = dict(raw.campaigns.select("campaign_id", "campaign_name").iter_rows())
    active = set(raw.a.filter("ok")["merchant_id"])
    income = collections.defaultdict(int)
    for merchant, month, amount in fct_merchant_month(raw).select(
        "merchant_id", "month", "contribution_amount"
    ).iter_rows():
        income[merchant, month] += amount
    segments = collections.defaultdict(list)
    for row in raw.merchants.to_dicts():
        segments["channel", row["sales_channel"]].append(row)
        if row["campaign_id"] in campaign:
            segments["campaign", campaign[row["campaign_id"]]].append(row)
    whole = set(raw.whole())
    rows = []
    for (kind, segment), merchants in segments.items():
        won = [row for row in merchants if raw.start <= row["signup_date"] <= raw.end]
        if not won:
            continue
        curve = []
        for age in range(36):
            exposed = [
                (row["merchant_id"], month)
                for row in merchants
                for month in [add_months(row["signup_month"], age)]
                if month in whole
            ]
            if not exposed:
                break
            curve.append(sum(income[key] for key in exposed) / 10_000 / len(exposed))
        cost = sum(row["acquisition_cost"] for row in won)
        activated = sum(row["merchant_id"] in active for row in won)
        value = sum(amount * 1.10 ** (-age / 12) for age, amount in enumerate(curve))
        reached = [age for age in range(len(curve)) if sum(curve[: age + 1]) >= cost / 100 / len(won)]
        rows.append(
            {
                "segment_kind": kind, "segment": segment, "signups": len(won), "activated_merchants": activated,
                "activated_share": activated / len(won), "acquisition_cost": cost,
                "cac": cost / 100 / activated if activated else None,
                "observed_months": len(curve) or None, "contribution_per_signup": value if curve else None,
                "ltv": value * len(won) / activated if activated and curve else None,
                "ltv_to_cac": value * len(won) / (cost / 100) if cost and curve else None,
                "payback_months": reached[0] if reached else None,
            }
        )  # fmt: skip
    return pl.DataFrame(rows, infer_schema_length=None)


def v_unit_economics_monthly(raw):
    """Merchant by merchant: what each sign-up cost, and what it has brought in whole months since."""
    campaign = dict(raw.campaigns.select("campaign_id", "campaign_name").iter_rows())
    active = set(raw.a.filter("ok")["merchant_id"])
    income = collections.defaultdict(int)
    for merchant, month, amount in fct_merchant_month(raw).select(
        "merchant_id", "month", "contribution_amount"
    ).iter_rows():
        income[merchant, month] += amount
    partial = dict(raw.months.select("month", "partial").iter_rows())
    segments = collections.defaultdict(list)
    for row in raw.merchants.filter(pl.col("signup_date").is_between(raw.start, raw.end)).to_dicts():
        segments["channel", row["sales_channel"], row["signup_month"]].append(row)
        if row["campaign_id"] in campaign:
            segments["campaign", campaign[row["campaign_id"]], row["signup_month"]].append(row)
    rows = []
    for (kind, segment, signup_month), merchants in segments.items():
        cost = sum(row["acquisition_cost"] for row in merchants)
        activated = sum(row["merchant_id"] in active for row in merchants)
        months = [month for month in raw.whole() if month >= signup_month]
        so_far, payback = 0, None
        for month in months:
            so_far += sum(income[row["merchant_id"], month] for row in merchants)
            if payback is None and so_far >= cost * 100:
                payback = (month.year - signup_month.year) * 12 + month.month - signup_month.month
        rows.append(
            {
                "segment_kind": kind, "segment": segment, "signup_month": signup_month,
                "is_partial_month": partial[signup_month], "signups": len(merchants),
                "activated_merchants": activated, "activated_share": activated / len(merchants),
                "acquisition_cost": cost, "cac": cost / 100 / activated if activated else None,
                "observed_months": len(months), "contribution_amount": so_far,
                "contribution_to_cost": so_far / 100 / cost if cost else None, "payback_months": payback,
            }
        )  # fmt: skip
    return pl.DataFrame(rows, infer_schema_length=None)
