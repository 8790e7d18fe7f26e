"""Money: refunds, disputes, chargebacks, contribution and the schemes' programmes."""

import collections
import datetime
import math

import polars as pl

from churn import v_churn_monthly
from raw import add_months, count, months_between, ratio, sum_where
from volume import CELL, SUMS

# USD 0.02 an attempt, 15.00 a dispute, 0.50 an active month; 5 % of losses, 20 % of a partner's revenue. In hundredths
# of a cent.
ATTEMPT, DISPUTE, SUPPORT, LOSS_SHARE, PARTNER_SHARE = 200, 150_000, 5_000, 5, 20


def fct_merchant_month(raw):
    keys = ["merchant_id", "month"]
    approved_day = pl.col("day").filter(pl.col("ok"))
    sales = raw.a.group_by(keys).agg(
        *SUMS,
        ok=pl.col("ok").any(),
        net=pl.col("net").sum(),
        first_approved_day=approved_day.min(),
        last_approved_day=approved_day.max(),
    )
    lost = raw.disputes.filter(pl.col("status") == "lost", pl.col("resolved_month").is_not_null())
    frames = [
        sales,
        raw.disputes.group_by(keys).agg(disputes=pl.len().cast(pl.Int64)),
        lost.group_by("merchant_id", month="resolved_month").agg(lost=pl.col("amount").sum()),
        raw.refunds.group_by(keys).agg(refunds=pl.len().cast(pl.Int64), refund_amount=pl.col("amount").sum()),
    ]
    found = pl.concat([frame.select(keys) for frame in frames]).unique()
    for frame in frames:
        found = found.join(frame, on=keys, how="left")
    partner = pl.col("sales_channel") == "partner"
    return (
        found.with_columns(
            pl.col("ok").fill_null(False),
            pl.exclude("ok", "first_approved_day", "last_approved_day", *keys).fill_null(0),
        )
        .join(raw.merchants.select("merchant_id", "sales_channel"), on="merchant_id")
        .with_columns(
            net_revenue="net",
            lost_dispute_amount="lost",
            processing_cost=pl.col("txns") * ATTEMPT,
            dispute_cost=pl.col("disputes") * DISPUTE,
            support_cost=pl.col("ok").cast(pl.Int64) * SUPPORT,
            credit_loss_cost=pl.col("lost") * LOSS_SHARE,
            partner_cost=pl.when(partner).then(pl.col("net") * PARTNER_SHARE).otherwise(0),
        )
        .with_columns(
            contribution_amount=pl.col("net") * 100
            - pl.sum_horizontal("processing_cost", "dispute_cost", "support_cost", "credit_loss_cost", "partner_cost"),
            month_number=pl.col("month").dt.year().cast(pl.Int64) * 12 + pl.col("month").dt.month(),
        )
    )


def v_money_monthly(raw):
    lost = raw.disputes.filter(pl.col("status") == "lost", pl.col("resolved_month").is_not_null())
    costs = [
        "processing_cost", "dispute_cost", "support_cost", "credit_loss_cost", "partner_cost", "contribution_amount",
    ]  # fmt: skip
    silences = v_churn_monthly(raw).select("month", "churned_merchants", "is_fully_observed", "active_merchants")
    found = raw.months
    for frame in [
        raw.a.group_by("month").agg(SUMS),
        raw.refunds.group_by("month").agg(refunds=pl.len().cast(pl.Int64), refund_amount=pl.col("amount").sum()),
        raw.disputes.group_by("month").agg(disputes=pl.len().cast(pl.Int64)),
        lost.group_by(month="resolved_month").agg(lost_dispute_amount=pl.col("amount").sum()),
        fct_merchant_month(raw).group_by("month").agg(pl.col(costs).sum()),
    ]:
        found = found.join(frame, on="month", how="left")
    found = found.with_columns(pl.exclude("month", "last", "partial").fill_null(0)).join(silences, on="month")
    found = found.with_columns(
        churned_merchants=pl.when("is_fully_observed").then("churned_merchants"),
        chargeback_fees=pl.col("disputes") * 1500,
        attempt_fees=(pl.col("txns") - pl.col("approved_txns")) * 2,
    ).with_columns(gross_fee_revenue=pl.col("total_fees") + pl.col("chargeback_fees") + pl.col("attempt_fees"))
    return found.with_columns(
        is_partial_month="partial",
        arpa=ratio("net_revenue", "active_merchants") / 100,
        short_form_ltv=ratio("contribution_amount", "churned_merchants") / 10_000,
        gross_fee_rate=ratio("gross_fee_revenue", "gpv"),
        network_fees=pl.col("total_fees") - pl.col("net_revenue"),
        net_volume_amount=pl.col("gpv") - pl.col("refund_amount") - pl.col("lost_dispute_amount"),
        fee_yield=ratio("total_fees", "gpv"),
        pass_through_rate=ratio(pl.col("total_fees") - pl.col("net_revenue"), pl.col("total_fees")),
        net_take_rate=ratio("net_revenue", "gpv"),
        refund_rate=ratio("refunds", "approved_txns"),
        refund_value_rate=ratio("refund_amount", "gpv"),
        contribution_rate=ratio("contribution_amount", "gpv") / 100,
    )


def v_yield_bridge(raw):
    """Segment by segment: its part of the yield then and now, between whole months that follow each other."""
    keys = ["region", "industry", "merchant_size", "channel", "payment_method"]
    sums = raw.a.group_by("month", *keys).agg(pl.col("gpv").sum(), pl.col("fees").sum())
    parts, totals = collections.defaultdict(dict), collections.Counter()
    for month, *segment, gpv, fees in sums.iter_rows():
        parts[month][tuple(segment)] = (gpv, fees)
        totals[month] += gpv
    whole = set(raw.whole())
    rows = []
    for month in sorted(whole):
        before = add_months(month, -1)
        if before not in whole or month not in parts or before not in parts:
            continue
        for segment in parts[month].keys() | parts[before].keys():
            (gpv, fees), (gpv0, fees0) = (parts[when].get(segment, (0, 0)) for when in (month, before))
            if gpv <= 0 and gpv0 <= 0:
                continue
            part = 10_000 * fees / totals[month] if totals[month] else 0.0
            part0 = 10_000 * fees0 / totals[before] if totals[before] else 0.0
            price, mix = 0.0, part - part0
            if gpv and gpv0 and fees and fees0:
                weight = part if part == part0 else (part - part0) / math.log(part / part0)
                price = weight * math.log(fees / gpv / (fees0 / gpv0))
                mix = weight * math.log(gpv / totals[month] / (gpv0 / totals[before]))
            elif gpv and gpv0:
                price, mix = mix, 0.0
            rows.append((month, *segment, gpv0, fees0, totals[before], gpv, fees, totals[month], price, mix))
    names = [
        "month", *keys, "gpv_month_before", "total_fees_month_before", "all_gpv_month_before", "gpv", "total_fees",
        "all_gpv", "price_effect_bps", "mix_effect_bps",
    ]  # fmt: skip
    return pl.DataFrame(rows, schema=names, orient="row") if rows else pl.DataFrame()


def triangle(raw, events, measures):
    """Sale months against the months after them; sums up to each lag."""
    months = raw.months.select("month", "partial")
    cells = months.select(sale_month="month").join(months, how="cross").filter(pl.col("sale_month") <= pl.col("month"))
    cells = cells.with_columns(lag_months=months_between("month", "sale_month"), is_fully_observed=~pl.col("partial"))
    sales = raw.a.group_by(sale_month="month").agg(count(pl.col("ok"), "sale_txns"), sale_gpv=pl.col("gpv").sum())
    cells = cells.join(sales, on="sale_month", how="left")
    cells = cells.join(events.group_by("sale_month", "month").agg(**measures), on=["sale_month", "month"], how="left")
    return cells.with_columns(pl.col("sale_txns", "sale_gpv", *measures).fill_null(0)).sort("sale_month", "lag_months")


def v_refund_triangle(raw):
    found = triangle(raw, raw.refunds, {"refunds": pl.len().cast(pl.Int64), "refund_amount": pl.col("amount").sum()})
    found = found.with_columns(
        cumulative_refunds=pl.col("refunds").cum_sum().over("sale_month"),
        cumulative_refund_amount=pl.col("refund_amount").cum_sum().over("sale_month"),
    )
    return found.with_columns(
        cumulative_refund_rate=ratio("cumulative_refunds", "sale_txns"),
        cumulative_refund_value_rate=ratio("cumulative_refund_amount", "sale_gpv"),
    )


DISPUTED = {
    "disputes": pl.len().cast(pl.Int64),
    "disputed_amount": pl.col("amount").sum(),
    "fraud_disputes": pl.col("is_fraud").cast(pl.Int64).sum(),
    "fraud_amount": sum_where(pl.col("is_fraud"), "amount", "fraud_amount"),
}


def fct_dispute_lags(raw):
    sales = raw.a.filter("ok").group_by("month", *CELL[1:]).agg(sale_txns=pl.len().cast(pl.Int64), sale_gpv=pl.col("gpv").sum())
    sales = sales.with_columns(sale_month="month")
    disputes = raw.disputes.group_by("sale_month", "month", *CELL[1:]).agg(**DISPUTED)
    keys = ["sale_month", "month", *CELL[1:]]
    found = sales.join(disputes, on=keys, how="full", coalesce=True)
    found = found.with_columns(pl.col("sale_txns", "sale_gpv", *DISPUTED).fill_null(0))
    found = found.with_columns(lag_months=months_between("month", "sale_month"))
    return found.join(raw.months.select("month", is_fully_observed=~pl.col("partial")), on="month")


def v_dispute_triangle(raw):
    found = triangle(raw, raw.disputes, DISPUTED)
    found = found.with_columns(
        cumulative_disputes=pl.col("disputes").cum_sum().over("sale_month"),
        cumulative_disputed_amount=pl.col("disputed_amount").cum_sum().over("sale_month"),
    )
    return found.with_columns(
        cumulative_dispute_rate=ratio("cumulative_disputes", "sale_txns"),
        cumulative_dispute_value_rate=ratio("cumulative_disputed_amount", "sale_gpv"),
    )


def v_dispute_reasons(raw):
    status = pl.col("status")
    found = raw.disputes.with_columns(pl.col("reason").fill_null("unknown")).group_by("reason").agg(
        pl.len().cast(pl.Int64).alias("disputes"),
        pl.col("amount").sum().alias("disputed_amount"),
        count(pl.col("is_fraud"), "fraud_disputes"),
        *(count(status == word, f"{word}_disputes") for word in ("open", "won", "lost")),
        sum_where(status == "lost", "amount", "lost_amount"),
    )  # fmt: skip
    return found.with_columns(
        resolved_disputes=pl.col("won_disputes") + pl.col("lost_disputes"),
        win_rate=ratio(pl.col("won_disputes"), pl.col("won_disputes") + pl.col("lost_disputes")),
    )


def v_chargebacks_monthly(raw):
    sales = collections.defaultdict(lambda: [0, 0])
    for row in raw.a.filter("ok").select("month", pl.col("card_brand").fill_null("none"), "gpv").to_dicts():
        sales[row["month"], row["card_brand"]][0] += 1
        sales[row["month"], row["card_brand"]][1] += row["gpv"]
    disputes = raw.disputes.to_dicts()
    in_time = [d for d in disputes if d["day"] <= d["sale_day"] + datetime.timedelta(days=120)]
    whole = raw.whole()

    def lag(later, earlier):
        return (later.year - earlier.year) * 12 + later.month - earlier.month

    def factor(step):
        """How disputes grew from step - 1 months after the sale to step, on the sales that are old enough."""
        old = [d for d in in_time if d["sale_month"] in whole and lag(whole[-1], d["sale_month"]) >= step]
        before = sum(lag(d["month"], d["sale_month"]) <= step - 1 for d in old)
        return sum(lag(d["month"], d["sale_month"]) <= step for d in old) / before if before else None

    rows = []
    for row in raw.months.to_dicts():
        month = row["month"]
        seen = row["last"] + datetime.timedelta(days=120) <= raw.end
        age = lag(whole[-1], month) if whole else None
        development = None
        if seen or (age is not None and age >= 4):
            development = 1.0
        elif age is not None and age >= 0:
            factors = [factor(step) for step in range(age + 1, 5)]
            development = None if None in factors else math.prod(factors)
        for brand in {key[1] for key in sales}:
            now = sales.get((month, brand), [0, 0])
            base = sales.get((add_months(month, -1), brand)) if brand == "mastercard" else now
            opened = [d for d in disputes if d["month"] == month and d["card_brand"] == brand]
            own = [d for d in in_time if d["sale_month"] == month and d["card_brand"] == brand]
            fraud = [d for d in own if d["is_fraud"]]
            rows.append(
                {
                    "month": month, "card_brand": brand, "is_partial_month": row["partial"], "is_fully_observed": seen,
                    "sale_txns": now[0], "sale_gpv": now[1],
                    "scheme_base_txns": base[0] if base else None, "scheme_base_gpv": base[1] if base else None,
                    "disputes": len(opened), "disputed_amount": sum(d["amount"] for d in opened),
                    "sale_disputes": len(own), "sale_disputed_amount": sum(d["amount"] for d in own),
                    "development_factor": development,
                    "fraud_disputes": len(fraud), "fraud_amount": sum(d["amount"] for d in fraud),
                }
            )  # fmt: skip
    if not rows:
        return pl.DataFrame()
    found = pl.DataFrame(rows, infer_schema_length=None, schema_overrides={"development_factor": pl.Float64})
    return found.with_columns(
        scheme_chargeback_rate=ratio("disputes", "scheme_base_txns"),
        scheme_chargeback_value_rate=ratio("disputed_amount", "scheme_base_gpv"),
        observed_chargeback_rate=ratio("sale_disputes", "sale_txns"),
        observed_chargeback_value_rate=ratio("sale_disputed_amount", "sale_gpv"),
        expected_chargeback_rate=ratio("sale_disputes", "sale_txns") * pl.col("development_factor"),
        fraud_rate=ratio("fraud_amount", "sale_gpv"),
    )


MENA = {"AE", "EG"}
REGULATED = {"DE", "ES", "FR", "GB", "IN", "IT", "NL"}


def market(programme, country):
    if programme == "VAMP":
        return "MENA" if country in MENA else "outside MENA"
    return "all" if programme == "ECM" else "regulated" if country in REGULATED else "unregulated"


def threshold(programme, where, last_day):
    if programme == "VAMP":
        if last_day < datetime.date(2025, 6, 1):
            return None
        return 220 if where == "MENA" or last_day < datetime.date(2026, 4, 1) else 150
    return 150 if programme == "ECM" else 50


def v_scheme_monitor(raw):
    """The windows of the data sets reach no level: that the levels work is shown by a test of its own."""
    last = dict(raw.months.select("month", "last").iter_rows())
    country = dict(raw.merchants.select("merchant_id", "country").iter_rows())
    remote = pl.col("channel") != "pos"
    rows = []
    for programme, counted, sales in [
        ("VAMP", (pl.col("card_brand") == "visa") & remote, (pl.col("card_brand") == "visa") & remote),
        ("ECM", pl.col("card_brand") == "mastercard", pl.col("card_brand") == "mastercard"),
        (
            "EFM",
            (pl.col("card_brand") == "mastercard") & remote & pl.col("is_fraud"),
            pl.col("card_brand") == "mastercard",
        ),
    ]:
        base = {
            (row["merchant_id"], row["month"]): row
            for row in raw.a.filter(sales, "ok")
            .group_by("merchant_id", "month")
            .agg(n=pl.len().cast(pl.Int64), gpv=pl.col("gpv").sum())
            .to_dicts()
        }
        # A merchant with any sale in the base month has a base, be it 0 of this brand.
        any_sale = set(raw.a.filter("ok").select("merchant_id", "month").unique().iter_rows())
        items = raw.disputes.filter(counted).group_by("merchant_id", "month").agg(
            n=pl.len().cast(pl.Int64), fraud=pl.col("is_fraud").cast(pl.Int64).sum(), amount=pl.col("amount").sum()
        )  # fmt: skip
        for row in items.to_dicts():
            month = row["month"] if programme == "VAMP" else add_months(row["month"], -1)
            found = base.get((row["merchant_id"], month))
            n = found["n"] if found else (0 if (row["merchant_id"], month) in any_sale else None)
            count_of = row["n"] + (row["fraud"] if programme == "VAMP" else 0)
            over, under = (row["amount"], found["gpv"] if found else n) if programme == "EFM" else (count_of, n)
            where = market(programme, country[row["merchant_id"]])
            limit = threshold(programme, where, last[row["month"]])
            bps = 10_000 * over / under if under else None
            rows.append(
                {
                    "merchant_id": row["merchant_id"], "programme": programme, "market": where, "month": row["month"],
                    "items": count_of, "items_amount": row["amount"], "base_txns": n,
                    "ratio_numerator": over * (1 if programme == "EFM" else 100),
                    "ratio_denominator": under if under is None or programme == "EFM" else under * 100,
                    "ratio_bps": bps, "threshold_bps": limit,
                    "distance_bps": limit - bps if limit is not None and bps is not None else None,
                    "level_reached": "none", "months_above": 0,
                }
            )  # fmt: skip
    if not rows:
        return pl.DataFrame()
    found = pl.DataFrame(rows, infer_schema_length=None)
    return found.join(raw.merchants.select("merchant_id", "merchant_name", "industry", "region"), on="merchant_id")
