"""Every sheet of the description, run as a query: Tableau's formulas, LookML and Looker Studio's formulas show the same
rows.
"""

import csv
import datetime
import io
import re
import unittest

import world
import yaml
from test_lookml import project, sql_of, views
from test_tableau import as_sql, formulas

STEPS = {"date": "day", "week": "week", "month": "month"}


def tableau_measure(source, name):
    """A measure in DuckDB's words as the workbook has it: the formula of its field, or the sum of its column."""
    known = {(table, field): as_sql(formula) for table, field, formula in formulas()}
    return known.get((source, name), f'sum("{name}")')


def studio_measure(source, name):
    """The same as the field map has it."""
    column = world.description().field(source, name)
    for row in csv.DictReader(io.StringIO(world.texts()["looker_studio/field_map.csv"])):
        if row["data source"] == source and row["formula"] and row["show as"].startswith(column.title):
            sql = row["formula"].replace("COUNT_DISTINCT(", "count(distinct ")
            return re.sub(r"/ (SUM\(.+?\))( - 1)?$", r"/ nullif(\1, 0)\2", sql)
    return f'sum("{name}")'


def query(sheet, measure_of):
    """The rows of a sheet without filters of its user: dimensions in their order, then measures."""
    dimensions = [
        f"cast(date_trunc('{sheet.by}', \"{name}\") as date)" if name == sheet.x and sheet.by else f'"{name}"'
        for name in sheet.dimensions
    ]
    measures = [measure_of(sheet.source, name) for name in (*sheet.measures, *sheet.tooltip)]
    limits = [f'"{name}" not in ({", ".join(map(repr, values))})' for name, values in sheet.excluded.items()]
    limits += [f'"{name}" between 0 and {most}' for name, most in sheet.at_most.items()]
    where = f" where {' and '.join(limits)}" if limits else ""
    return world.rows(
        f"select {', '.join([*dimensions, *measures])} from {world.relation(sheet.source)}{where} group by all order by all"
    )


def element_rows(element):
    """The rows that Looker would ask for: fields, filters and time frames of a tile, put into SQL."""
    view = views()[element["explore"]]
    measures = {measure["name"] for measure in view["measures"]}
    groups = {group["name"] for group in view.get("dimension_groups", [])}

    def expression(field):
        name = field.split(".")[1]
        stem, _, frame = name.rpartition("_")
        if name in measures:
            return sql_of(view, name)
        return (
            f"cast(date_trunc('{STEPS[frame]}', \"{stem}\") as date)"
            if stem in groups and frame in STEPS
            else f'"{name}"'
        )

    limits = []
    for field, chosen in element.get("filters", {}).items():
        span = re.fullmatch(r"\[(\d+), (\d+)\]", chosen)
        if span:
            limits.append(f"{expression(field)} between {span[1]} and {span[2]}")
        else:
            limits += [f"{expression(field)} <> '{value.removeprefix('-')}'" for value in chosen.split(",")]
    where = f" where {' and '.join(limits)}" if limits else ""
    shown = ", ".join(expression(field) for field in element["fields"])
    return world.rows(f"select {shown} from {world.relation(element['explore'])}{where} group by all order by all")


def same(left, right):
    if isinstance(left, (str, bool, datetime.date)) or isinstance(right, (str, bool, datetime.date)):
        return left == right
    return world.close(left, right)


class Sheets(unittest.TestCase):
    def assert_same_rows(self, left, right):
        self.assertEqual(len(left), len(right))
        wrong = [pair for pair in zip(left, right) if not all(same(*cells) for cells in zip(*pair, strict=True))]
        self.assertEqual(wrong[:3], [])

    def test_every_sheet_has_rows_and_values(self):
        for sheet in world.description().sheets.values():
            with self.subTest(sheet.name):
                found = query(sheet, tableau_measure)
                self.assertGreater(len(found), 0 if sheet.kind == "tile" else 2)
                for place in range(len(sheet.dimensions), len(found[0])):
                    self.assertTrue(any(row[place] is not None for row in found))

    def test_every_tile_of_looker_shows_the_rows_of_the_sheet_of_tableau(self):
        seen = 0
        for name, text in project().items():
            for element in yaml.safe_load(text)[0]["elements"] if name.endswith(".lookml") else []:
                sheet = world.description().sheets[element["name"]]
                with self.subTest(sheet.name):
                    seen += 1
                    width = len(sheet.dimensions) + len(sheet.measures)
                    self.assert_same_rows(element_rows(element), [row[:width] for row in query(sheet, tableau_measure)])
        self.assertEqual(seen, len(world.description().sheets))

    def test_looker_studio_shows_the_rows_of_the_sheet_of_tableau(self):
        for sheet in world.description().sheets.values():
            with self.subTest(sheet.name):
                self.assert_same_rows(query(sheet, studio_measure), query(sheet, tableau_measure))

    def test_a_filter_narrows_both_dashboards_of_one_source_alike(self):
        """What a filter by region leaves of the stacked cube is what it leaves of the marts that the cube is made of."""
        for region, txns, declined in world.rows(
            f"select region, sum(txns), sum(declined_txns) from {world.relation('attempts_daily')} group by all order by all"
        ):
            with self.subTest(region):
                attempts = f"select sum(txns) from {world.relation('payments_daily')} where region = '{region}'"
                declines = (
                    f"select sum(declined_txns) from {world.relation('declines_daily')} where region = '{region}'"
                )
                self.assertEqual([(txns,), (declined,)], world.rows(attempts) + world.rows(declines))


if __name__ == "__main__":
    unittest.main()
