"""What the figures of each chart are held to. A chart without an entry fails test_chart_numbers.py."""

import dataclasses

DAY = "strftime(date, '%Y-%m-%d')"
MONTH = "strftime(date, '%Y-%m')"


@dataclasses.dataclass
class Held:
    """`sums`: the days whose raw transactions the rows add up to (Raw.range); without it, `why` says what the chart shows.
    `by`: columns that name the groups, and what they are in the raw files.
    `rows`: `all` groups that there are, the `largest`, or groups `repeated` in several rows.
    `ratios`: column to numerator and denominator in the same row, and perhaps a factor.
    `tiles`: label to numerator and denominator in the raw files and perhaps the days; None: it is no sum of transactions.
    `other`: columns named like a sum or printed like a ratio that are neither of this row, and what they are.
    `later`: columns that are NULL until 30 days for retries have passed. `sparse`: why the small world may have no row."""

    sums: str | None = None
    by: dict = dataclasses.field(default_factory=dict)
    rows: str = "all"
    ratios: dict = dataclasses.field(default_factory=dict)
    tiles: dict = dataclasses.field(default_factory=dict)
    other: dict = dataclasses.field(default_factory=dict)
    later: list = dataclasses.field(default_factory=list)
    sparse: str = ""
    why: str = ""

    def __post_init__(self):
        if not (self.sums or self.tiles or self.why):
            raise ValueError("held to nothing: say sums, tiles or why")


HELD = {
    "1_executive/10_headline": Held(
        tiles={
            "GPV": ("gpv", None),
            "Approval rate of attempts": ("approved_txns", "txns"),
            "Average ticket": ("gpv", "approved_txns"),
            "Fee yield on GPV": ("total_fees", "gpv"),
            "Net take rate on GPV": ("net_revenue", "gpv"),
        },
    ),
    "1_executive/20_what_changed": Held(sums="last whole month"),
    "1_executive/30_daily": Held(
        sums="days",
        by={"day": DAY},
        ratios={"approval_rate": ("approved_txns", "txns")},
        other={"txns": "of seven days", "approved_txns": "of seven days"},
    ),
    "1_executive/40_months": Held(
        sums="whole months",
        by={"month": MONTH},
        rows="repeated",
        other={"gpv_per_day_change": "per day of months of different length"},
    ),
    "1_executive/50_bridge": Held(
        why="effects on the change between the last two whole months",
        other={"share_of_change": "of a change that is in other rows"},
    ),
    "1_executive/60_industries": Held(
        sums="days",
        by={"industry": "industry"},
        ratios={"approval_rate": ("approved_txns", "txns")},
        other={"share_of_gpv": "of the sum of all rows"},
    ),
    "1_executive/70_industry_growth": Held(
        sums="last whole month",
        by={"industry": "industry"},
        other={"gpv_per_day_change": "per day of months of different length"},
    ),
    "1_executive/80_regions": Held(
        sums="days",
        by={"region": "region", "industry": "industry"},
        ratios={"approval_rate": ("approved_txns", "txns")},
    ),
    "3_approvals/10_headline": Held(
        tiles={
            "Approval rate of attempts": ("approved_txns", "txns"),
            "First-attempt approval": ("first_approved_payments", "first_sent_payments"),
            "Final approval after retries": ("accepted_payments", "sent_payments", "settled days"),
            "Recovered share of first declines": ("recovered_payments", "first_declined_payments", "settled days"),
            "Amount recovered by retries": ("recovered_amount", None, "settled days"),
            "Recoverable revenue (GPV)": None,
        },
    ),
    "3_approvals/15_what_changed": Held(sums="last whole month"),
    "3_approvals/20_trend": Held(
        why="sums of seven days, day by day",
        ratios={"approval_rate": ("approved_txns", "txns")},
    ),
    "3_approvals/30_retries": Held(
        sums="whole months",
        by={"month": MONTH},
        ratios={
            "first_attempt_approval": ("first_approved_payments", "first_sent_payments"),
            "final_approval": ("accepted_payments", "sent_payments"),
        },
        other={"retry_change": "a difference of rates"},
        later=["accepted_payments", "recovered_payments", "recovered_amount"],
    ),
    "3_approvals/40_reasons": Held(
        sums="days",
        by={"decline_reason": "decline_reason", "channel": "channel"},
        ratios={"decline_rate": ("declined_txns", "txns")},
        other={"txns": "all attempts of the channel"},
    ),
    "3_approvals/50_regions": Held(
        sums="days",
        by={"region": "region", "channel": "channel"},
        ratios={"approval_rate": ("approved_txns", "txns")},
    ),
    "3_approvals/60_recoverable": Held(
        why="declines not tried again, at the chance that a retry has",
        ratios={"chance": ("recoverable_amount", "abandoned_amount")},
    ),
    "3_approvals/70_movers": Held(
        sums="last whole week",
        by={"region": "region", "industry": "industry", "channel": "channel"},
        rows="largest",
        ratios={"approval_rate": ("approved_txns", "txns")},
        other={
            "approval_rate_before": "of the week before",
            "approval_change": "a difference of rates",
        },
        sparse="no segment of the small world has 100 attempts in a week",
    ),
    "3_approvals/80_top_reasons": Held(
        sums="days",
        by={"decline_reason": "decline_reason"},
        ratios={"decline_rate": ("declined_txns", "txns")},
        other={
            "txns": "all attempts",
            "share_of_declines": "of the sum of all rows",
            "retried_share": "of settled declines, which no column counts",
            "recovered_share": "of retried declines, which no column counts",
        },
    ),
    "2_sales/80_declined_merchants": Held(
        sums="months",
        by={"merchant_id": "merchant_id"},
        rows="largest",
        ratios={"decline_rate": ("declined_txns", "txns")},
    ),
}
