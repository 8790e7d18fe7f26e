"""What the figures of each chart are held to. A chart without an entry fails test_chart_numbers.py."""

import dataclasses

DAY = "strftime(date, '%Y-%m-%d')"
MONTH = "strftime(date, '%Y-%m')"


@dataclasses.dataclass
class Held:
    """`sums`: how a range of dates cuts the raw transactions that the chart adds up to (day, month, all); None: it adds up to
    none of them, and `why` says what it shows instead. `by`: columns that name the groups, and what they are in the raw
    files. `whole`: the rows are all there are; else they are the largest, and each is held. `ratios`: column to numerator
    and denominator in the same row, and a factor. `tiles`: label to numerator and denominator in the raw files.
    `other`: columns that are no such sum or ratio, and what they are."""

    sums: str | None = None
    by: dict = dataclasses.field(default_factory=dict)
    whole: bool = True
    ratios: dict = dataclasses.field(default_factory=dict)
    tiles: dict = dataclasses.field(default_factory=dict)
    other: dict = dataclasses.field(default_factory=dict)
    dates: str = "day"
    why: str = ""

    def __post_init__(self):
        if not (self.sums or self.tiles or self.why):
            raise ValueError("held to nothing: say sums, tiles or why")


HELD = {
    "1_executive/10_kpi_tiles": Held(
        tiles={"GPV": ("gpv", None), "Approval rate": ("approved_txns", "txns")},
    ),
    "1_executive/20_daily_trend": Held(
        sums="day",
        by={"day": DAY},
        other={"approval_7d": "over seven days: its parts are in other rows"},
    ),
    "1_executive/30_industries": Held(
        sums="day",
        by={"region": "region", "industry": "industry"},
        ratios={"approval_rate": ("approved_txns", "txns")},
    ),
}
