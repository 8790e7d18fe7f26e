"""Every chart, under the engine's own views, against SQL on the raw transactions written anew: sums, ratios and tiles."""

import decimal
import pathlib
import random
import tempfile
import unittest

from described import DIMENSIONS, Dashboard, Raw, make_world, prior
from held import HELD

NEAR = 1e-12
CENT = decimal.Decimal("0.01")


def setUpModule():
    global dashboard, raw, states, results
    folder = tempfile.TemporaryDirectory()
    unittest.addModuleCleanup(folder.cleanup)
    data, out = str(pathlib.Path(folder.name, "data")), str(pathlib.Path(folder.name, "described"))
    make_world(data)
    dashboard, raw = Dashboard(data, out), Raw(data)
    states = chosen_states()
    results = {}
    views = dashboard.views(list(states.values()))
    for (state, filters), view in zip(states.items(), views):
        if view["rejected"]:
            raise AssertionError(f"the engine rejects {view['rejected']} of the state {filters}")
        dashboard.show(view["statements"])
        results[state] = {name: dashboard.rows(chart) for name, chart in dashboard.charts.items()}


def chosen_states():
    """No filter, each alone, three random ones together, one day, one whole month, and one that leaves nothing."""
    dice = random.Random(20240229)
    chosen = {"no filter": {}}
    for name in DIMENSIONS:
        chosen[name] = {name: [dice.choice(raw.values(name))]}
    days = [str(day) for day in raw.values("date")]
    chosen["date"] = {"date": sorted(dice.sample(days, 2))}
    for number in (1, 2, 3):
        some = {name: sorted(dice.sample(raw.values(name), 2)) for name in dice.sample(DIMENSIONS, 3)}
        chosen[f"random {number}"] = {**some, "date": sorted(dice.sample(days, 2))}
    chosen["one day"] = {"date": [days[100]] * 2}
    chosen["one month"] = {"date": ["2024-05-01", "2024-05-31"]}
    chosen["nothing"] = {"channel": ["pos"], "payment_method": ["ach"]}
    return chosen


def number(value):
    return 0 if value is None else decimal.Decimal(str(value))


class ChartNumbers(unittest.TestCase):
    def test_every_chart_file_says_what_it_is_held_to(self):
        missing = sorted(set(dashboard.charts) - set(HELD))
        self.assertEqual(missing, [], "these charts have no entry in test/dashboard/held.py: say there what their figures are held to")
        gone = sorted(set(HELD) - set(dashboard.charts))
        self.assertEqual(gone, [], "test/dashboard/held.py speaks of charts that are not there")

    def test_every_chart_has_rows_without_filters_unless_its_entry_says_why_not(self):
        empty = [name for name, rows in results["no filter"].items() if not rows and not HELD[name].sparse]
        self.assertEqual(empty, [])

    def test_states_cut_the_raw_transactions_as_their_names_say(self):
        attempts = {name: self.attempts(filters) for name, filters in states.items()}
        self.assertEqual(attempts["nothing"], 0)
        for name in set(states) - {"no filter", "nothing"}:
            with self.subTest(name):
                self.assertTrue(0 < attempts[name] < attempts["no filter"], attempts)

    def attempts(self, filters):
        return sum(group["txns"] for group in raw.measure(filters, "days").values())

    def test_sums_are_those_of_the_raw_files_to_the_cent(self):
        for name, held in ((name, part) for name, whole in HELD.items() for part in (whole, *whole.also) if part.sums):
            columns = dashboard.charts[name]["columns"]
            measures = held.only or [column for column in columns if column in raw.NAMES and column not in held.other]
            self.assertTrue(set(measures) <= set(columns) and measures, f"{name} has no column of {', '.join(raw.NAMES)}: nothing would be held")
            for state, filters in states.items():
                expected = raw.measure(filters, held.sums, [(name, sql) for name, (sql, _) in held.keys.items()], measures)
                with self.subTest(chart=name, state=state):
                    self.compare([row for row in results[state][name] if held.where(row)], held, measures, expected)

    def compare(self, rows, held, measures, expected):
        """Group by group. Of the largest, each row shown; of all, also that none is missing; a repeated group says it each time."""
        found, unknown = {}, set()
        for row in rows:
            key = tuple(own(row[column]) for column, (_, own) in held.keys.items())
            unknown |= {key} if any(row[column] is None for column in held.later if column in measures) else set()
            sums = found.setdefault(key, dict.fromkeys(measures, decimal.Decimal(0)))
            for measure in measures:
                sums[measure] = number(row[measure]) + (0 if held.rows == "repeated" else sums[measure])
        self.assertTrue(not rows or len(unknown) < max(len(found), 2), "no group is known at all")
        groups = set(found) if held.rows == "largest" else set(found) | set(expected)
        for key in groups:
            for measure in measures:
                if measure in held.later and key in unknown:
                    continue
                mine, other = found.get(key, {}).get(measure, 0), number(expected.get(key, {}).get(measure))
                self.assertLess(abs(mine - other), CENT / 2, f"{measure} of {key}: {mine} in the chart, {other} in the raw files")

    def test_waterfalls_reach_each_of_their_totals_by_their_steps(self):
        for name, chart in dashboard.charts.items():
            if chart["kind"] != "waterfall":
                continue
            for state in states:
                level = None
                for row in results[state][name]:
                    amount = number(row[chart["y"][0]])
                    with self.subTest(chart=name, state=state, step=row[chart["x"]]):
                        if chart["low"] and row[chart["low"]]:
                            self.assertLess(abs((amount if level is None else level) - amount), CENT)
                            level = amount
                        else:
                            level = (level or 0) + amount

    def test_ratios_are_their_numerator_over_their_denominator(self):
        for name, held in HELD.items():
            for state in states:
                for row in results[state][name]:
                    for ratio, (numerator, denominator, *factor) in held.ratios.items():
                        if row[ratio] is None and ratio in held.later:
                            continue
                        with self.subTest(chart=name, state=state, ratio=ratio):
                            self.near(row[ratio], row[numerator], row[denominator], *factor)

    def near(self, value, numerator, denominator, factor=1):
        if value is None:
            self.assertTrue(denominator in (None, 0) or numerator is None, f"no ratio, though {numerator} / {denominator}")
        else:
            expected = float(numerator) / float(denominator) * factor
            self.assertLessEqual(abs(float(value) - expected), NEAR * max(1, abs(expected)))

    def test_every_column_printed_as_a_ratio_is_held_or_says_why_not(self):
        for name, chart in dashboard.charts.items():
            held = HELD[name]
            printed = {column for column, form in chart["formats"].items() if form in ("percent", "bps", "ratio", "points")}
            with self.subTest(chart=name):
                self.assertEqual(sorted(printed - set(held.ratios) - set(held.other)), [])
                self.assertEqual(sorted({*held.ratios, *held.other, *held.by} - set(chart["columns"])), [], "columns that the chart does not give")

    def test_tiles_are_those_of_the_raw_transactions(self):
        for name, held in ((name, held) for name, held in HELD.items() if held.tiles):
            for state, filters in states.items():
                tiles = {row["label"].split(", n = ")[0]: row for row in results[state][name]}
                if not tiles and self.attempts(filters) == 0:
                    continue
                self.assertEqual(sorted(tiles), sorted(held.tiles), f"{name}, {state}: its tiles")
                for label, parts in held.tiles.items():
                    with self.subTest(chart=name, state=state, tile=label):
                        self.hold_parts(tiles[label])
                        if parts:
                            self.hold_tile(tiles[label], *self.now_and_then(filters, *parts))

    def hold_parts(self, tile):
        """The value is its numerator over its denominator, and the change that of value and prior value."""
        is_difference, factor = tile["format"] in ("percent", "bps"), 10_000 if tile["format"] == "bps" else 1
        if tile["denominator"] is not None:
            self.near(tile["value"], tile["numerator"], tile["denominator"], factor)
        value, before = tile["value"], tile["prior_value"]
        if value is None or before is None or (before == 0 and not is_difference):
            self.assertIsNone(tile["change"])
        else:
            change = float(value) - float(before) if is_difference else float(value) / float(before) - 1
            self.assertLessEqual(abs(float(tile["change"]) - change), 1e-9)

    def now_and_then(self, filters, numerator, denominator, dates="days"):
        if dates.startswith("last whole month"):
            first, last = raw.range(filters, dates)
            before = prior({**filters, "date": [str(first), str(last)]}, raw.start, raw.end) if first <= last else None
        else:
            before = prior(filters, raw.start, raw.end)
        then_dates = "days" if dates.startswith("last whole month") else dates
        return self.tile(filters, dates, numerator, denominator), self.tile(before, then_dates, numerator, denominator) if before else None

    def tile(self, filters, dates, numerator, denominator):
        measures = raw.measure(filters, dates, (), [numerator, denominator]).get((), {})
        return number(measures.get(numerator)), number(measures.get(denominator)) if denominator else None

    def hold_tile(self, tile, now, then):
        numerator, denominator = now
        self.assertEqual(round(number(tile["numerator"]), 2), numerator)
        if denominator is None:
            self.assertEqual(round(number(tile["value"]), 2), numerator)
        else:
            self.assertEqual(round(number(tile["denominator"]), 2), denominator)
            factor = 10_000 if tile["format"] == "bps" else 1
            self.near(tile["value"], numerator, denominator, factor)
        self.hold_prior(tile, then)

    def hold_prior(self, tile, then):
        if then is None or then[1] == 0:
            self.assertEqual((tile["prior_value"], tile["change"]), (None, None), "there is no prior period to compare with")
        elif then[1] is None:
            self.assertEqual(round(number(tile["prior_value"]), 2), then[0])
        else:
            self.near(tile["prior_value"], *then, 10_000 if tile["format"] == "bps" else 1)


if __name__ == "__main__":
    unittest.main()
