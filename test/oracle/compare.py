"""Two results of one object, cell by cell: money and counts equal, ratios to 1e-12. Gives the differences in words."""

import datetime
import decimal
import math

TOLERANCE = 1e-12
# A bar of a bridge and what is still to come are differences: as exact as their terms, not as themselves.
SCALES = {
    ("v_growth_bridge", "gpv_effect"): ["gpv", "gpv_month_before"],
    ("v_dispute_reserve", "unreported_amount"): ["disputed_amount"],
}


def differences(name, ours, theirs):
    """Both are Arrow tables; rows may stand in any order, columns must be the same ones."""
    if ours.column_names != theirs.column_names:
        return [f"{name}: columns {ours.column_names} against {theirs.column_names}"]
    if ours.num_rows != theirs.num_rows:
        return [f"{name}: {ours.num_rows} rows against {theirs.num_rows}"]
    columns = ours.column_names
    found = []
    for left, right in zip(rows(ours), rows(theirs)):
        for place, column in enumerate(columns):
            scale = sum(float(left[columns.index(other)]) for other in SCALES.get((name, column), []))
            if not equal(left[place], right[place], max(1.0, scale)):
                found.append(f"{name}.{column}: {left[place]!r} against {right[place]!r} in {left}")
    return found


def rows(table):
    """Sorted by everything that is exact, then by the ratios."""
    found = list(zip(*(table.column(column).to_pylist() for column in table.column_names)))
    return sorted(found, key=lambda row: (tuple(map(exact, row)), tuple(map(str, row))))


def exact(value):
    if isinstance(value, float):
        return (2, "")
    if value is None:
        return (0, "")
    if isinstance(value, (bool, int, decimal.Decimal)):
        return (1, f"{int(value * 10_000):040d}")
    return (1, str(value))


def equal(left, right, scale):
    if left is None or right is None:
        return left is right
    if isinstance(left, float) or isinstance(right, float):
        left, right = float(left), float(right)
        if not (math.isfinite(left) and math.isfinite(right)):
            return False
        return abs(left - right) <= TOLERANCE * max(scale, abs(left), abs(right))
    if isinstance(left, (datetime.date, str, bool)):
        return left == right
    return decimal.Decimal(left) == decimal.Decimal(right)
