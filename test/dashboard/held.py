"""What the figures of each chart are held to. A chart without an entry fails test_chart_numbers.py."""

import dataclasses
import typing

DAY = "strftime(date, '%Y-%m-%d')"
MONTH = "strftime(date, '%Y-%m')"


COHORT = ("strftime(signup_date, '%Y-%m')", lambda text: text[:7])
AGE = "datediff('month', signup_date, date)::varchar"
NET_TAKE_RATE = ("net_revenue", "gpv", 10_000)


@dataclasses.dataclass
class Held:
    """What one chart is held to.

    `sums`: the days whose raw rows the chart adds up to (Raw.range); without it, `why` says what it shows instead.
    `by`: columns that name the groups, and what they are in the raw files; perhaps with what to make of the chart's own value.
    `rows`: `all` groups that there are, the `largest`, or groups `repeated` in several rows. `only`: the measures held, if not all.
    `ratios`: column to numerator and denominator in the same row, and perhaps a factor.
    `tiles`: label to numerator and denominator in the raw files and perhaps the days; None: held by its own parts only.
    `other`: columns named like a sum or printed like a ratio that are neither of this row, and what they are.
    `later`: columns that are NULL where the data do not show all of it yet. `where`: the rows that are held, if not all.
    `sparse`: why the small world may have no row.
    `also`: further sums of the same chart.
    """

    sums: str | None = None
    by: dict = dataclasses.field(default_factory=dict)
    rows: str = "all"
    only: list = dataclasses.field(default_factory=list)
    ratios: dict = dataclasses.field(default_factory=dict)
    tiles: dict = dataclasses.field(default_factory=dict)
    other: dict = dataclasses.field(default_factory=dict)
    later: list = dataclasses.field(default_factory=list)
    also: list = dataclasses.field(default_factory=list)
    where: typing.Callable = lambda row: True
    sparse: str = ""
    why: str = ""

    def __post_init__(self):
        if not (self.sums or self.tiles or self.why):
            raise ValueError("held to nothing: say sums, tiles or why")
        self.keys = {column: raw if isinstance(raw, tuple) else (raw, lambda value: value) for column, raw in self.by.items()}


def refunds(lag, months):
    """One line of refunds: those up to so many months after the month of sale, of months that show them whole."""
    return Held(
        sums="months of sale",
        by={"month": f"case when datediff('month', sold_on, date) <= {months} then strftime(sold_on, '%Y-%m') end"},
        only=["refunds", "refund_amount"],
        rows="largest",
        where=lambda row: row["lag"] == lag,
    )


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
        other={"share_of_all": "of a change that is in other rows"},
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
    "2_sales/10_headline": Held(
        tiles={
            "Active merchants": ("active_merchants", None, "last whole month touched"),
            "GPV per active merchant": ("gpv", "active_merchants", "last whole month touched"),
            "Share of the 10 largest": None,
            "Share of the largest": None,
            "Effective merchants": None,
        },
    ),
    "2_sales/20_top_merchants": Held(
        sums="months",
        by={"merchant_id": "merchant_id"},
        rows="largest",
        ratios={"share_of_gpv": ("gpv", "all_gpv")},
        other={"gpv_per_day_change": "per day of months of different length"},
    ),
    "2_sales/30_movers": Held(
        sums="compared month touched",
        by={"merchant_id": "merchant_id"},
        rows="largest",
        ratios={"relative_change": ("gpv_change", "gpv_before")},
    ),
    "2_sales/40_concentration": Held(
        sums="months",
        by={"month": MONTH},
        ratios={"top_10_share": ("top_10_gpv", "gpv"), "top_50_share": ("top_50_gpv", "gpv")},
    ),
    "2_sales/50_regions": Held(
        sums="last whole month touched",
        by={"region": "region"},
        other={"gpv_per_day_change": "per day of months of different length"},
    ),
    "2_sales/60_account_managers": Held(
        why="portfolios: merchants without a manager are left out",
        ratios={"approval_rate": ("approved_txns", "txns")},
        other={
            "gpv_per_day_change": "per day of months of different length",
            "expected_approval_rate": "of attempts at the rates of all merchants",
            "over_expected": "a difference of rates",
        },
    ),
    "2_sales/70_merchants": Held(
        sums="months",
        by={"merchant_id": "merchant_id"},
        rows="largest",
        ratios={"approval_rate": ("approved_txns", "txns"), "net_take_rate": NET_TAKE_RATE},
        other={"share_of_gpv": "of the sum of all merchants"},
    ),
    "2_sales/80_declined_merchants": Held(
        sums="months",
        by={"merchant_id": "merchant_id"},
        rows="largest",
        ratios={"decline_rate": ("declined_txns", "txns")},
    ),
    "4_retention/10_headline": Held(
        tiles={"Activated within 30 days": None, "Kept in month 1": None, "Kept in month 3": None, "Kept in month 6": None},
    ),
    "4_retention/20_cohorts": Held(
        sums="sign-up months",
        by={"cohort": COHORT, "month": MONTH},
        rows="largest",
        only=["retained_merchants"],
        ratios={"retention_rate": ("retained_merchants", "cohort_merchants")},
        also=[Held(sums="sign-up months", by={"cohort": COHORT}, rows="repeated", only=["cohort_merchants"])],
    ),
    "4_retention/30_by_size": Held(
        sums="sign-up months",
        by={"month_index": AGE, "merchant_size": "merchant_size"},
        rows="largest",
        only=["retained_merchants"],
        ratios={"retention_rate": ("retained_merchants", "cohort_merchants")},
    ),
    "4_retention/40_by_region": Held(
        sums="sign-up months",
        by={"month_index": AGE, "region": "region"},
        rows="largest",
        only=["retained_merchants"],
        ratios={"retention_rate": ("retained_merchants", "cohort_merchants")},
        sparse="cohorts of the small world have fewer than 100 merchants in a region",
    ),
    "4_retention/50_gpv": Held(
        why="GPV by age of the cohorts that are observed at it, against their first months",
        ratios={"gpv_retention_rate": ("gpv", "base_gpv")},
    ),
    "4_retention/60_activation": Held(
        sums="sign-up months",
        by={"month": "strftime(signup_date, '%Y-%m')"},
        rows="largest",
        ratios={"activation_rate": ("activated", "signups")},
    ),
    "4_retention/70_churn_watch": Held(
        why="the watch list as the detectors left it",
        other={"risk": "a probability of the detectors"},
        sparse="few merchants of the small world are watched",
    ),
    "5_finance_risk/10_headline": Held(
        tiles={
            "Net revenue": ("net_revenue", None),
            "Contribution": None,
            "Contribution margin": None,
            "Refund rate of GPV": ("refund_amount", "gpv"),
            "Chargeback rate of payments": ("disputes", "approved_txns"),
            "Fraud share of chargebacks": ("fraud_disputes", "disputes"),
        },
    ),
    "5_finance_risk/20_margin": Held(
        sums="months",
        by={"month": MONTH},
        ratios={"contribution_margin": ("contribution_amount", "net_revenue"), "net_take_rate": NET_TAKE_RATE},
    ),
    "5_finance_risk/30_margin_by_size": Held(
        sums="months",
        by={"merchant_size": "merchant_size"},
        ratios={"contribution_margin": ("contribution_amount", "net_revenue"), "net_take_rate": NET_TAKE_RATE},
    ),
    "5_finance_risk/40_unit_economics": Held(
        sums="sign-up months",
        by={"sales_channel": "sales_channel"},
        only=["signups", "acquisition_cost"],
        ratios={
            "activated_share": ("activated_merchants", "signups"),
            "ltv_to_cac": ("lifetime_contribution", "acquisition_cost"),
        },
    ),
    "5_finance_risk/50_refunds": Held(
        sums="months",
        by={"month": MONTH},
        only=["gpv"],
        rows="repeated",
        ratios={"refund_rate": ("refund_amount", "gpv")},
        also=[refunds("In the month of sale", 0), refunds("Up to one month later", 1), refunds("Up to two months later", 2)],
    ),
    "5_finance_risk/60_disputes": Held(
        sums="months",
        by={"month": MONTH},
        ratios={
            "dispute_bps": ("disputes", "approved_txns", 10_000),
            "sale_dispute_bps": ("sale_disputes", "approved_txns", 10_000),
            "fraud_share": ("fraud_disputes", "disputes"),
        },
        later=["dispute_bps"],
    ),
    "5_finance_risk/70_industries": Held(
        sums="days",
        by={"industry": "industry"},
        ratios={"dispute_bps": ("disputes", "approved_txns", 10_000), "fraud_share": ("fraud_disputes", "disputes")},
    ),
    "5_finance_risk/80_reasons": Held(
        sums="days",
        by={"reason": ("reason", lambda text: text.lower().replace(" ", "_")), "status": "status"},
        ratios={"share_of_disputes": ("reason_disputes", "all_disputes"), "win_rate": ("won_disputes", "decided_disputes")},
    ),
    "5_finance_risk/90_schemes": Held(
        why="merchants nearest to a programme, counted by its own rules",
        other={"ratio_bps": "each programme has its own", "threshold_bps": "of the programme", "distance_bps": "a difference", "share_of_way": "the smaller of two parts of the way"},
    ),
}
