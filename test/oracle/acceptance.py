"""Acceptance: every payment followed attempt by attempt, in the order in which it was tried."""

import collections
import datetime

import polars as pl

from raw import ratio
from volume import CELL

THIRTY_DAYS = datetime.timedelta(days=30)
CLASSES = {
    "05": "soft", "14": "hard", "1A": "authentication", "41": "risk", "43": "risk", "51": "soft", "54": "hard",
    "55": "authentication", "57": "hard", "59": "risk", "61": "soft", "62": "hard", "65": "soft", "91": "technical",
    "96": "technical", "R01": "soft", "R02": "hard", "R08": "soft", "R10": "risk",
}  # fmt: skip
NEVER_RETRY = {"14", "41", "43", "57", "R02", "R10"}
RETRIES_ALLOWED = {"visa": 15, "mastercard": 35}
DECLINES_A_DAY = {"mastercard": 10}


def payments(raw):
    """The attempts of each payment; an attempt that belongs to none stands alone."""
    found = collections.defaultdict(list)
    for row in raw.a.sort("attempt_no", "txn_id").to_dicts():
        found[row["payment_id"] if row["payment_id"] is not None else ("alone", row["txn_id"])].append(row)
    return found.values()


def soon(first, later):
    return [attempt for attempt in later if attempt["ts"] <= first["ts"] + THIRTY_DAYS]


def fct_acceptance_daily(raw):
    cells = collections.defaultdict(collections.Counter)
    for attempts in payments(raw):
        for place, attempt in enumerate(attempts):
            cell = cells[tuple(attempt[name] for name in CELL)]

            def add(count_name, amount_name, amount=attempt["amount"], cell=cell):
                cell[count_name] += 1
                cell[amount_name] += amount

            add("txns", "attempted_amount")
            if attempt["sent"]:
                add("sent_txns", "sent_amount")
            if attempt["ok"]:
                add("approved_txns", "gpv")
            if attempt["attempt_no"] > 1:
                continue
            later = soon(attempt, attempts[place + 1 :])
            add("payments", "payments_amount")
            if attempt["sent"]:
                add("first_sent_payments", "first_sent_amount")
            if attempt["ok"]:
                add("first_approved_payments", "first_approved_amount")
            if attempt["sent"] or any(other["sent"] for other in later):
                add("sent_payments", "sent_payments_amount")
            recovered = not attempt["ok"] and any(other["ok"] for other in later)
            if recovered:
                add("recovered_payments", "recovered_amount")
            if attempt["ok"] or recovered:
                add("accepted_payments", "accepted_amount")
    names = sorted({name for counter in cells.values() for name in counter} | set(MEASURES))
    rows = [{**dict(zip(CELL, cell)), **{name: counter[name] for name in names}} for cell, counter in cells.items()]
    schema = {"day": pl.Date, **dict.fromkeys(CELL[1:], pl.String), **dict.fromkeys(names, pl.Int64)}
    return pl.DataFrame(rows, schema=schema)


MEASURES = [
    "txns", "attempted_amount", "sent_txns", "sent_amount", "approved_txns", "gpv", "payments", "payments_amount",
    "first_sent_payments", "first_sent_amount", "first_approved_payments", "first_approved_amount", "sent_payments",
    "sent_payments_amount", "accepted_payments", "accepted_amount", "recovered_payments", "recovered_amount",
]  # fmt: skip


def v_acceptance_monthly(raw):
    sums = fct_acceptance_daily(raw).group_by(month=pl.col("day").dt.truncate("1mo")).agg(pl.col(MEASURES).sum())
    found = raw.over_months(sums).with_columns(is_fully_observed=raw.seen_for(30), is_partial_month="partial")
    mix = ["channel", "payment_method", "industry", "region"]
    reference = raw.a.group_by(mix).agg(weight=pl.len())
    rates = raw.a.group_by("month", *mix).agg(rate=pl.col("ok").cast(pl.Float64).mean())
    adjusted = (
        rates.join(reference, on=mix)
        .group_by("month")
        .agg(mix_adjusted_approval_rate=(pl.col("rate") * pl.col("weight")).sum() / pl.col("weight").sum())
    )
    seen = pl.col("is_fully_observed")
    return found.join(adjusted, on="month", how="left").with_columns(
        raw_approval_rate=ratio("approved_txns", "sent_txns"),
        raw_approval_value_rate=ratio("gpv", "sent_amount"),
        first_attempt_approval_rate=ratio("first_approved_payments", "first_sent_payments"),
        first_attempt_approval_value_rate=ratio("first_approved_amount", "first_sent_amount"),
        final_approval_rate=pl.when(seen).then(ratio("accepted_payments", "sent_payments")),
        final_approval_value_rate=pl.when(seen).then(ratio("accepted_amount", "sent_payments_amount")),
        acceptance_rate=pl.when(seen).then(ratio("accepted_payments", "payments")),
        acceptance_value_rate=pl.when(seen).then(ratio("accepted_amount", "payments_amount")),
        retry_uplift=pl.when(seen).then(ratio("recovered_payments", "payments")),
    )


def v_decline_classes(raw):
    code = pl.col("response_code").replace_strict(CLASSES, default="unknown")
    declined = raw.a.filter(~pl.col("ok")).with_columns(decline_class=code.fill_null("unknown"))
    cells = raw.months.select("month").join(declined.select("decline_class").unique(), how="cross")
    for frame, keys in [
        (declined.group_by("month", "decline_class").agg(
            declined_txns=pl.len().cast(pl.Int64), declined_amount=pl.col("amount").sum()), ["month", "decline_class"]),
        (declined.group_by("month").agg(month_declined_txns=pl.len().cast(pl.Int64)), ["month"]),
        (raw.a.group_by("month").agg(month_txns=pl.len().cast(pl.Int64)), ["month"]),
    ]:  # fmt: skip
        cells = cells.join(frame, on=keys, how="left")
    return cells.with_columns(pl.exclude("month", "decline_class").fill_null(0)).with_columns(
        decline_share=ratio("declined_txns", "month_declined_txns"), decline_rate=ratio("declined_txns", "month_txns")
    )


def v_decline_recovery(raw):
    cells = collections.defaultdict(collections.Counter)
    for attempts in payments(raw):
        for place, attempt in enumerate(attempts):
            if attempt["ok"] or attempt["day"] + THIRTY_DAYS > raw.end:
                continue
            cell = cells[attempt["response_code"] or "unknown", attempt["attempt_no"]]
            later = soon(attempt, attempts[place + 1 :])
            cell["declined_txns"] += 1
            cell["declined_amount"] += attempt["amount"]
            cell["retried_txns" if later else "abandoned_amount"] += 1 if later else attempt["amount"]
            if any(other["ok"] for other in later):
                cell["recovered_txns"] += 1
                cell["recovered_amount"] += attempt["amount"]
    rows = []
    for (code, attempt_no), cell in cells.items():
        kind = CLASSES.get(code, "approved" if code == "00" else "unknown")
        retried = cell["retried_txns"]
        rate = cell["recovered_txns"] / retried if retried else None
        can = kind in ("soft", "technical") and code not in NEVER_RETRY
        rows.append(
            {
                "response_code": code, "decline_class": kind, "is_never_retry": code in NEVER_RETRY,
                "attempt_no": attempt_no, "retried_txns": retried, "recovery_rate": rate,
                "retry_rate": retried / cell["declined_txns"],
                "recoverable_amount": cell["abandoned_amount"] / 100 * (rate or 0.0) if can else 0.0,
                **{name: cell[name] for name in (
                    "declined_txns", "declined_amount", "recovered_txns", "recovered_amount", "abandoned_amount")},
            }
        )  # fmt: skip
    return pl.DataFrame(rows, infer_schema_length=None)


def v_retry_compliance(raw):
    rows = []
    for attempts in payments(raw):
        for place, attempt in enumerate(attempts):
            if attempt["attempt_no"] == 1:
                continue
            forbidden = any(not other["ok"] and other["response_code"] in NEVER_RETRY for other in attempts[:place])
            allowed = RETRIES_ALLOWED.get(attempt["card_brand"], 10**9)
            first = min(other["ts"] for other in attempts[: place + 1])
            excessive = attempt["attempt_no"] - 1 > allowed and attempt["ts"] <= first + THIRTY_DAYS
            today = [other for other in attempts[:place] if other["day"] == attempt["day"] and not other["ok"]]
            excessive |= len(today) >= DECLINES_A_DAY.get(attempt["card_brand"], 10**9)
            rows.append(
                {
                    "month": attempt["month"],
                    "card_brand": attempt["card_brand"] or "none",
                    "amount": attempt["amount"],
                    "forbidden": forbidden,
                    "excessive": excessive,
                    "penalty": penalty(attempt, forbidden, excessive),
                }
            )
    if not rows:
        return pl.DataFrame()
    either = pl.col("forbidden") | pl.col("excessive")
    return pl.DataFrame(rows).group_by("month", "card_brand").agg(
        retries=pl.len().cast(pl.Int64),
        retried_amount=pl.col("amount").sum(),
        forbidden_retries=pl.col("forbidden").cast(pl.Int64).sum(),
        excessive_retries=pl.col("excessive").cast(pl.Int64).sum(),
        violations=either.cast(pl.Int64).sum(),
        compliant_retries=(~either).cast(pl.Int64).sum(),
        compliance_rate=(~either).cast(pl.Float64).mean(),
        penalty_amount=pl.col("penalty").sum(),
    )


def penalty(attempt, forbidden, excessive):
    """Cents. Visa takes 10 for either, 5 more across a border; Mastercard for too many, more from year to year."""
    if attempt["card_brand"] == "visa" and (forbidden or excessive):
        return 15 if attempt["card_country"] and attempt["card_country"] != attempt["country"] else 10
    if attempt["card_brand"] == "mastercard" and excessive:
        year = attempt["day"].year
        return 50 if year >= 2025 else 30 if year == 2024 else 10
    return 0
