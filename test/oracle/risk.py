"""Risk: the portfolio against Visa, card testing, returned bank debits, the reserve for disputes."""

import collections
import datetime

import polars as pl

from raw import add_months, ratio

NOT_BY_THE_ISSUER = {"59", "1A", "91", "96"}
RETURNS = {
    "administrative": {"R02", "R03", "R04"},
    "unauthorised": {"R05", "R07", "R10", "R11", "R29", "R51"},
    "overall": {
        "R01", "R02", "R03", "R04", "R05", "R07", "R08", "R09", "R10", "R11", "R16", "R20", "R29", "R51",
    },
}  # fmt: skip
LIMITS = {"unauthorised": 50, "administrative": 300, "overall": 1500}


def v_acquirer_monitor(raw):
    """The data sets reach no count of a level: that the levels work is shown by a test of its own."""
    visa = (pl.col("card_brand") == "visa") & (pl.col("channel") != "pos")
    fraud = pl.col("is_fraud").cast(pl.Int64)
    items = raw.disputes.filter(visa).group_by("month").agg(
        items=(1 + fraud).sum(), fraud_disputes=fraud.sum(), items_amount=pl.col("amount").sum()
    )  # fmt: skip
    sales = raw.a.filter(visa, "ok").group_by("month").agg(base_txns=pl.len().cast(pl.Int64))
    found = raw.over_months(items.join(sales, on="month", how="full", coalesce=True))
    last = pl.col("last")
    return found.with_columns(
        is_partial_month="partial",
        acquirer_ratio_bps=ratio("items", "base_txns") * 10_000,
        threshold_bps=pl.when(last >= datetime.date(2026, 1, 1)).then(50).when(last >= datetime.date(2025, 6, 1)).then(70),
        level_reached=pl.lit("none"),
        months_above=pl.lit(0),
    ).with_columns(distance_bps=pl.col("threshold_bps") - pl.col("acquirer_ratio_bps"))


def fct_enumerated_days(raw):
    by_issuer = ~pl.col("ok") & ~pl.col("response_code").is_in(NOT_BY_THE_ISSUER).fill_null(False)
    month = pl.col("day").dt.truncate("1mo")
    found = (
        raw.a.filter(pl.col("channel") != "pos", pl.col("payment_method") != "ach")
        .group_by("merchant_id", "day")
        .agg(
            enumerated_txns=pl.len().cast(pl.Int64),
            approved_txns=pl.col("ok").cast(pl.Int64).sum(),
            issuer_declined_txns=by_issuer.cast(pl.Int64).sum(),
        )
    )
    return found.filter(
        pl.col("issuer_declined_txns") >= 30, pl.col("issuer_declined_txns") > pl.col("approved_txns")
    ).with_columns(month_number=month.dt.year().cast(pl.Int64) * 12 + month.dt.month())


def v_enumeration_monthly(raw):
    keys = ["merchant_id", "month"]
    remote = raw.a.filter(pl.col("channel") != "pos", pl.col("payment_method") != "ach")
    days = fct_enumerated_days(raw).with_columns(month=pl.col("day").dt.truncate("1mo"))
    found = days.group_by(keys).agg(
        enumerated_days=pl.len().cast(pl.Int64),
        enumerated_txns=pl.col("enumerated_txns").sum(),
        enumerated_approved_txns=pl.col("approved_txns").sum(),
    )
    return (
        found.join(remote.group_by(keys).agg(remote_txns=pl.len().cast(pl.Int64)), on=keys)
        .join(raw.merchants, on="merchant_id")
        .join(raw.months.select("month", is_partial_month="partial"), on="month")
        .with_columns(enumeration_rate=ratio("enumerated_txns", "remote_txns"))
    )


def v_ach_returns(raw):
    debits, returns = collections.Counter(), collections.Counter()
    for month, code, ok in raw.a.filter(pl.col("payment_method") == "ach").select("month", "response_code", "ok").iter_rows():
        debits[month] += 1
        for group, codes in RETURNS.items():
            returns[month, group] += not ok and code in codes
    known = any(returns.values())
    whole = set(raw.whole())
    above = collections.Counter()
    rows = []
    for month, partial in raw.months.select("month", "partial").sort("month").iter_rows():
        before = add_months(month, -1)
        full = {month, before} <= whole
        for group, limit in LIMITS.items():
            two_months = debits[month] + debits[before] if full else None
            returned = returns[month, group] + returns[before, group] if full and known else None
            bps = 10_000 * returned / two_months if two_months and returned is not None else None
            above[group] += bps is not None and bps > limit
            rows.append(
                {
                    "month": month, "return_group": group, "is_partial_month": partial, "debits": debits[month],
                    "returned_debits": returns[month, group] if known else None, "debits_2_months": two_months,
                    "returned_debits_2_months": returned, "return_ratio_bps": bps, "threshold_bps": limit,
                    "distance_bps": None if bps is None else limit - bps,
                    "is_above": None if bps is None else bps > limit, "months_above": above[group],
                }
            )  # fmt: skip
    return pl.DataFrame(rows, infer_schema_length=None)


def v_dispute_reserve(raw):
    whole = raw.whole()
    newest = max(whole, default=None)
    partial = dict(raw.months.select("month", "partial").iter_rows())
    amounts = collections.defaultdict(int)
    for sale, month, amount in raw.disputes.select("sale_month", "month", "amount").iter_rows():
        amounts[sale, (month.year - sale.year) * 12 + month.month - sale.month] += amount

    def up_to(sale, lag):
        return sum(amounts[sale, step] for step in range(lag + 1))

    def step_factor(step):
        old = [month for month in whole if add_months(month, step) in whole]
        before = sum(up_to(month, step - 1) for month in old)
        return sum(up_to(month, step) for month in old) / before if old and before else None

    factors = {step: step_factor(step) for step in range(1, 5)}
    status = raw.disputes.group_by("sale_month", "status").agg(amount=pl.col("amount").sum())
    by_status = {(row["sale_month"], row["status"]): row["amount"] for row in status.to_dicts()}
    lost = sum(amount for (_, word), amount in by_status.items() if word == "lost")
    resolved = lost + sum(amount for (_, word), amount in by_status.items() if word == "won")
    loss_rate = lost / resolved if resolved else None
    sales = dict(raw.a.group_by("month").agg(pl.col("gpv").sum()).iter_rows())
    rows = []
    for month in partial:
        age = None if newest is None else (newest.year - month.year) * 12 + newest.month - month.month
        factor = 1.0 if age is not None and age >= 4 else None
        if age is not None and 0 <= age < 4:
            factor = 1.0
            for step in range(4, age, -1):
                factor = None if factor is None or factors[step] is None else factor * factors[step]
        own = {word: by_status.get((month, word), 0) for word in ("open", "won", "lost")}
        disputed = sum(amount for (sale, _), amount in by_status.items() if sale == month)
        unreported = None if factor is None else max(0.0, (up_to(month, age) * factor - disputed) / 100)
        exposure = None if unreported is None else own["open"] / 100 + unreported
        loss = None if exposure is None or loss_rate is None else exposure * loss_rate
        rows.append(
            {
                "sale_month": month, "is_partial_month": partial[month], "age_months": age,
                "sale_gpv": sales.get(month, 0), "disputed_amount": disputed,
                **{f"{word}_amount": amount for word, amount in own.items()},
                "value_development_factor": factor, "unreported_amount": unreported, "exposure_amount": exposure,
                "all_lost_amount": lost, "all_resolved_amount": resolved, "loss_rate": loss_rate,
                "expected_loss_amount": loss, "reserve_amount": None if loss is None else loss * 0.05,
            }
        )  # fmt: skip
    return pl.DataFrame(rows, infer_schema_length=None)
