"""The Tableau workbooks: no finding in them, every planted error found, every formula the mart, nothing of the
description lost.
"""

import functools
import re
import unittest
import xml.etree.ElementTree as tree

import world

import tableau
import tableau_lint

BOOKS = ("tableau/payments_hyper.twb", "tableau/payments_csv.twb")
GPV = "[federated.attempts_daily].[sum:gpv:qk]"
REGION = "[federated.attempts_daily].[none:region:nk]"

# what to replace, by what, words of the finding: first what the structure forbids, then names that lead nowhere
PLANTED = [
    ('<mark class="Bar" />', "", "holds view"),
    ('<mark class="Bar" />', '<mark class="Bars" />', "class Bars"),
    ("<aggregation value", "<aggregations value", "holds datasources"),
    ('<explain-data enabled-for-viewer="true"', "<explain-data", "has no enabled-for-viewer"),
    ("<worksheets>", "<worksheets><note />", "holds note"),
    (' version="26.1" source-build', " source-build", "has no version"),
    ('type="on-select"', 'type="on-click"', "type on-click"),
    ('datatype="date" name="[day]"', 'datatype="day" name="[day]"', "datatype day"),
    ('<filter class="categorical"', '<filter class="category"', "class category"),
    ("</workbook>", "", "not well-formed"),
    ('derivation="Sum"', "", "has no derivation"),
    ("<local-name>[gpv]</local-name>", "<local-name>[volume]</local-name>", "columns differ from the catalogue: [gpv], [volume]"),
    ("<local-type>date</local-type>", "<local-type>string</local-type>", "columns differ from the catalogue"),
    ("SUM([gpv]) / SUM([approved_txns])", "SUM([gpv]) / SUM([approved])", "names [approved], which is no field"),
    ("SUM([gpv]) / SUM([approved_txns])", "SUM([gpv] / SUM([approved_txns])", "unbalanced parentheses"),
    ("SUM([gpv]) / SUM([approved_txns])", "AVG([gpv])", "uses AVG"),
    ('formula="SUM([net_revenue]) / SUM([gpv])"', 'formula="SUM([net_take_rate])"', "[net_take_rate]"),
    ("[none:region:nk]</rows>", "[none:land:nk]</rows>", "which it does not depend on"),
    ("<color column=\"[federated.attempts_daily].[usr:calculated_approval_rate:qk]\"", f"<color column=\"{GPV[:-4]}:ok]\"", "does not depend on"),
    ('derivation="Month-Trunc"', 'derivation="Year-Trunc"', "says Year-Trunc"),
    ('column="[region]" derivation="None" name="[none:region:nk]"', 'column="[land]" derivation="None" name="[none:region:nk]"', "is of [land]"),
    (f"<column>{REGION}</column>", "", "escapes the global filter"),
    ('<zone h="13000" id="9" w="14333" x="0" y="6000" name="GPV" />', "", "its window shows other sheets"),
    ('name="GPV by industry" />', 'name="GPV by sector" />', "shows the sheet GPV by sector"),
    ('type-v2="filter" name="GPV" param="[federated.attempts_daily].[none:region:nk]"',
     'type-v2="filter" name="GPV" param="[federated.attempts_daily].[none:industry:nk]"', "does not offer the global filter"),
    ('x="14333" y="6000"', 'x="9000" y="6000"', "overlap"),
    ('w="14000" x="86000"', 'w="24000" x="86000"', "reaches over the edge"),
    ('worksheet="GPV by industry"', 'worksheet="GPV by region"', "which is not on"),
    ("tsl:Sales%20%26%20Merchants", "tsl:Sales", "is no dashboard"),
    ("%5Bfederated.merchant_months%5D.%5Bindustry%5D", "%5Bfederated.merchant_months%5D.%5Bsector%5D", "no field of the dashboard it filters"),
    ("~s0=&lt;[federated.attempts_daily].[region]", "~s0=&lt;[federated.attempts_daily].[country]", "no field of the sheet"),
    ('name="sheet" value="Approvals &amp; Declines"', 'name="sheet" value="Approvals"', "sheet Approvals does not exist"),
    ('name="target" value="Executive Overview"', 'name="target" value="Overview"', "target Overview does not exist"),
    ('<viewpoint name="GPV">', '<viewpoint name="Volume">', "its window shows other sheets"),
    ('<window class="worksheet" hidden="true" name="Attempts">', '<window class="worksheet" hidden="true" name="Tries">', "window Tries"),
    ('using="[federated.attempts_daily].[sum:gpv:qk]"', 'using="[federated.attempts_daily].[avg:gpv:qk]"', "does not depend on"),
    ('expression="SUM([gpv])"', 'expression="SUM([sales])"', "orders by [sales]"),
    ('function="level-members" level="[none:decline_reason:nk]"', 'function="level-members" level="[none:channel:nk]"', "goes by [none:channel:nk]"),
    ('<run bold="true">&lt;[federated.attempts_daily].[sum:gpv:qk]&gt;</run>',
     '<run bold="true">&lt;[federated.attempts_daily].[max:gpv:qk]&gt;</run>', "[max:gpv:qk]"),
    ('connection="hyper.attempts_daily"', 'connection="hyper.attempts"', "which is not named"),
    ('table="[Extract].[attempts_daily]"', 'table="[Extract].[attempts]"', "the relation reads [Extract].[attempts]"),
    ('name="federated.decline_drivers" version', 'name="federated.decline_driver" version', "no such table"),
    ('<shared-view name="federated.decline_drivers">', '<shared-view name="federated.drivers">', "no such data source"),
    ('<worksheet name="Attempts">', '<worksheet name="GPV">', "sheet GPV occurs 2 times"),
    ('dashboard="Executive Overview" type="sheet"', 'dashboard="Overview" type="sheet"', "starts on the dashboard Overview"),
    ('<param name="exclude" value="GPV by industry" />', '<param name="exclude" value="Nothing" />', "exclude Nothing does not exist"),
]  # fmt: skip


def book(carrier="hyper"):
    return world.texts()[f"tableau/payments_{carrier}.twb"]


def as_sql(formula):
    """Tableau's language as that of DuckDB, as far as the formulas go: conditional sums and distinct counts."""
    sql = re.sub(r"NOT ISNULL\(\[(\w+)\]\)", r'"\1" is not null', formula)
    sql = re.sub(r"COUNTD\((.+)\)$", r"count(distinct \1)", sql)
    sql = (
        sql.replace("(IF ", "(case when ")
        .replace(" END)", " end)")
        .replace("distinct IF ", "distinct case when ")
        .replace(" THEN ", " then ")
    )
    return re.sub(r"\[(\w+)\]", r'"\1"', re.sub(r"/ (SUM\(.+?\))( - 1)?$", r"/ nullif(\1, 0)\2", sql))


@functools.cache
def formulas():
    """(table, measure, formula) of every calculated field of a data source."""
    return [
        (
            source.get("name").removeprefix("federated."),
            column.get("name").strip("[]").removeprefix("calculated_"),
            column.find("calculation").get("formula"),
        )
        for source in tree.fromstring(book()).findall("datasources/datasource")
        for column in source.findall("column")
        if column.find("calculation") is not None
    ]


class Workbook(unittest.TestCase):
    def test_it_has_no_finding(self):
        for name in BOOKS:
            with self.subTest(name):
                self.assertEqual(tableau_lint.lint(world.texts()[name], world.tables()), [])

    def test_every_planted_error_is_found(self):
        for old, new, words in PLANTED:
            with self.subTest(planted=new or f"no {old}"):
                self.assertIn(old, book())
                findings = tableau_lint.lint(book().replace(old, new), world.tables())
                self.assertIn(words, "\n".join(findings))

    def test_it_is_the_same_bytes_every_time(self):
        for carrier in ("hyper", "csv"):
            self.assertEqual(tableau.workbook(world.description(), carrier), book(carrier))

    def test_it_shows_every_sheet_of_four_dashboards(self):
        root = tree.fromstring(book())
        sheets = [sheet.title for sheet in world.description().sheets.values()]
        self.assertEqual([node.get("name") for node in root.findall("worksheets/worksheet")], sheets)
        boards = {node.get("name"): node for node in root.findall("dashboards/dashboard")}
        self.assertEqual(
            list(boards), ["Executive Overview", "Sales & Merchants", "Approvals & Declines", "Retention & Cohorts"]
        )
        shown = [
            zone.get("name")
            for board in boards.values()
            for zone in board.iter("zone")
            if zone.get("name") and not zone.get("type-v2")
        ]
        self.assertEqual(sorted(shown), sorted(sheets))

    def test_the_six_global_filters_stand_on_the_dashboards_whose_data_have_them(self):
        wanted = {
            "Executive Overview": {"day", "region", "industry", "merchant_size", "channel", "payment_method"},
            "Sales & Merchants": {"month", "region", "industry", "merchant_size", "channel", "payment_method"},
            "Approvals & Declines": {"day", "region", "industry", "merchant_size", "channel", "payment_method"},
            "Retention & Cohorts": {"month", "region", "industry", "merchant_size"},
        }
        for board in tree.fromstring(book()).findall("dashboards/dashboard"):
            offered = {zone.get("param") for zone in board.iter("zone") if zone.get("type-v2") == "filter"}
            fields = {re.search(r"\[none:(\w+):", param)[1] for param in offered}
            with self.subTest(board.get("name")):
                self.assertEqual(fields, wanted[board.get("name")])

    def test_a_dashboard_says_which_filters_leave_which_sheets_alone(self):
        for board in tree.fromstring(book()).findall("dashboards/dashboard"):
            text = " ".join(
                run.text for zone in board.iter("zone") if zone.get("type-v2") == "text" for run in zone.iter("run")
            )
            if board.get("name") == "Retention & Cohorts":
                self.assertIn("Cohort months: no filter by channel, a cohort is counted over all channels.", text)
            if board.get("name") == "Executive Overview":
                self.assertEqual(text, "")

    def test_every_chart_has_a_tooltip_that_names_its_measures(self):
        description = world.description()
        for sheet in description.sheets.values():
            if sheet.kind in ("tile", "table"):
                continue
            node = next(
                node
                for node in tree.fromstring(book()).findall("worksheets/worksheet")
                if node.get("name") == sheet.title
            )
            words = "".join(run.text for run in node.find("table/panes/pane/customized-tooltip").iter("run"))
            for name in (*sheet.dimensions, *sheet.measures, *sheet.tooltip):
                with self.subTest(sheet=sheet.name, field=name):
                    self.assertIn(f"{description.field(sheet.source, name).title}: ", words)

    def test_every_action_of_the_description_is_there(self):
        node = tree.fromstring(book()).find("actions")
        found = [(action.tag, action.get("caption")) for action in node if action.tag in ("action", "nav-action")]
        kinds = {"filter": "action", "navigate": "nav-action"}
        wanted = [(kinds[action.kind], action.title) for action in world.description().actions]
        self.assertEqual(sorted(found), sorted(wanted))

    def test_every_formula_is_the_mart_row_by_row(self):
        compared = 0
        for table in {table for table, _, _ in formulas()}:
            stored = {column.column for column in world.tables()[table].stored}
            measures = {
                name: as_sql(formula) for owner, name, formula in formulas() if owner == table and name in stored
            }
            if measures:
                with self.subTest(table):
                    compared += len(measures)
                    self.assertEqual(world.wrong_measures(measures, world.tables()[table])[:3], [])
        self.assertGreater(compared, 9)

    def test_every_formula_of_a_cube_is_that_of_the_whole_window(self):
        known = ("approval_rate", "avg_amount", "fee_yield", "net_take_rate")
        total = dict(zip(known, world.rows(f"select {', '.join(known)} from v_kpi_total")[0]))
        compared = 0
        for table, name, formula in formulas():
            if table in ("attempts_daily", "merchant_months") and name in total:
                with self.subTest(table=table, measure=name):
                    compared += 1
                    self.assertTrue(world.close(world.over_all(as_sql(formula), world.tables()[table]), total[name]))
        self.assertEqual(compared, 8)

    def test_stored_ratios_are_hidden_behind_their_formulas(self):
        for source in tree.fromstring(book()).findall("datasources/datasource"):
            table = world.tables()[source.get("name").removeprefix("federated.")]
            for column in table.stored:
                node = next(node for node in source.findall("column") if node.get("name") == f"[{column.column}]")
                with self.subTest(table=table.name, column=column.column):
                    self.assertEqual(node.get("hidden"), "true" if column.kind == "ratio" else None)

    def test_the_two_carriers_differ_in_their_connections_alone(self):
        hyper, csv = (tree.fromstring(book(carrier)) for carrier in ("hyper", "csv"))
        for root in (hyper, csv):
            for source in root.findall("datasources/datasource"):
                source.remove(source.find("connection"))
        self.assertEqual(tree.tostring(hyper), tree.tostring(csv))


if __name__ == "__main__":
    unittest.main()
