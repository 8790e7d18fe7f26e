"""Each rule of the portability lint fires on its planted error, and only on that: the text beside it passes."""

import contextlib
import io
import pathlib
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))

import lint_portable  # noqa: E402

# rule, a text that breaks it, its portable twin
PLANTED = [
    ("P00", "select from where", "select a from t"),
    ("P01", "select a::date as d from t", "select cast(a as date) as d from t"),
    ("P02", "select * from t", "select count(*) as n from t"),
    ("P02", "select t.* from t", "select t.a from t"),
    ("P03", "select avg(a) as m from t", "select cast(sum(a) as double) / nullif(count(a), 0) as m from t"),
    ("P04", "select a / nullif(b, 0) as r from t", "select cast(a as double) / nullif(b, 0) as r from t"),
    (
        "P04",
        "select cast(fee as double) / nullif(gpv, 0) as r from t",
        "select cast(fee as double) / nullif(cast(gpv as double), 0) as r from t",
    ),
    ("P04", "select sum(cast(amount as double)) as s from t", "select cast(sum(amount) as double) as s from t"),
    ("P05", "select cast(a as double) / b as r from t", "select cast(a as double) / nullif(b, 0) as r from t"),
    ("P05", "select cast(a as double) / 0 as r from t", "select cast(a as double) / 100 as r from t"),
    (
        "P06",
        "select a from t qualify row_number() over (order by t_id) = 1",
        "with n as (select a, row_number() over (order by t_id) as i from t) select a from n where i = 1",
    ),
    ("P07", "select sum(a) filter (b) as s from t", "select sum(case when b then a else 0 end) as s from t"),
    ("P07", "select sum(case when b then a end) as s from t", "select sum(case when b then a else 0 end) as s from t"),
    (
        "P08",
        "select datediff('month', a, b) as m from t",
        "select extract(year from b) * 12 + extract(month from b) as m from t",
    ),
    ("P08", "select datesub('month', a, b) as m from t", "select b_months - a_months as m from t"),
    ("P08", "select age(a, b) as m from t", "select b_months - a_months as m from t"),
    ("P09", "select date_trunc('month', d) as m from t", "select cast(date_trunc('month', d) as date) as m from t"),
    ("P10", "select a, count(*) as n from t group by all", "select a, count(*) as n from t group by a"),
    ("P10", "select a, count(*) as n from t group by 1", "select a, count(*) as n from t group by a"),
    ("P10", "select a + 1 as b, count(*) as n from t group by b", "select a + 1 as b from t group by a + 1"),
    ("P10", "select a from t order by 1", "select a from t order by a"),
    ("P11", "select median(a) as m from t", "select max(a) as m from t"),
    ("P11", "select quantile_cont(a, 0.5) as m from t", "select min(a) as m from t"),
    ("P11", "select list(a) as m from t", "select count(a) as m from t"),
    ("P11", "select [a, b] as m from t", "select coalesce(a, b) as m from t"),
    ("P11", "select {'a': a} as m from t", "select a as m from t"),
    ("P11", "select getvariable('start_date') as m from t", "select start_date as m from t"),
    ("P12", "select t.a from t inner join u on t.i = u.i", "select t.a as a from t inner join u on t.i = u.i"),
    ("P13", "select t.a as a from t inner join u using (i)", "select t.a as a from t inner join u on t.i = u.i"),
    ("P13", "select t.a as a from t natural join u", "select t.a as a from t inner join u on t.i = u.i"),
    ("P13", "select t.a as a from t, u", "select t.a as a from t cross join u"),
    ("P14", "select row_number() over () as n from t", "select row_number() over (order by t_id) as n from t"),
    (
        "P14",
        "select row_number() over (order by gpv desc) as n from t",
        "select row_number() over (order by gpv desc, merchant_id) as n from t",
    ),
    (
        "P14",
        "select dense_rank() over (order by gpv) as n from t",
        "select row_number() over (order by gpv, merchant_id) as n from t",
    ),
    ("P15", "select stddev(a) as s from t", "select sum(a) as s from t"),
    (
        "P16",
        "select sum(a) over (order by d) as s from t",
        "select sum(a) over (order by d rows between 6 preceding and current row) as s from t",
    ),
    (
        "P16",
        "select sum(a) over w as s from t window w as (order by d)",
        "select sum(a) over w as s from t window w as (order by d rows between 6 preceding and current row)",
    ),
    (
        "P16",
        "select sum(a) over (order by d range between 6 preceding and current row) as s from t",
        "select sum(a) over () as s from t",
    ),
]


class LintPortable(unittest.TestCase):
    def test_each_planted_error_is_found_and_nothing_else(self):
        for rule, broken, _ in PLANTED:
            with self.subTest(rule=rule, sql=broken):
                self.assertEqual({finding[1] for finding in lint_portable.lint(broken)}, {rule})

    def test_each_portable_twin_passes(self):
        for rule, _, portable in PLANTED:
            with self.subTest(rule=rule, sql=portable):
                self.assertEqual(lint_portable.lint(portable), [])

    def test_no_rule_is_without_a_planted_error(self):
        rules = set(lint_portable.re.findall(r'"(P\d\d)"', pathlib.Path(lint_portable.__file__).read_text()))
        self.assertEqual({rule for rule, _, _ in PLANTED}, rules)

    def test_a_finding_names_its_line_in_a_file_of_several_statements(self):
        sql = "create view v as\nselect a\nfrom t;\n\ncreate view w as\nselect\n    a,\n    avg(b) as m\nfrom t;\n"
        self.assertEqual([finding[:2] for finding in lint_portable.lint(sql)], [(8, "P03")])

    def test_comments_on_columns_are_not_linted(self):
        self.assertEqual(lint_portable.lint("comment on column v.a is 'avg(x)::date / 0, select *';"), [])

    def test_findings_end_with_status_1_and_file_and_line(self):
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder) / "v.sql"
            file.write_text("select\n    *\nfrom t;\n")
            output = io.StringIO()
            with contextlib.redirect_stdout(output):
                status = lint_portable.main([folder])
        self.assertEqual(status, 1)
        self.assertRegex(output.getvalue(), r"v\.sql:\d: P02: ")

    def test_nothing_to_check_is_an_error(self):
        with tempfile.TemporaryDirectory() as folder, self.assertRaises(SystemExit) as stop:
            lint_portable.main([folder])
        self.assertIn("no .sql file", str(stop.exception))

    def test_the_kpi_views_pass(self):
        self.assertEqual(lint_portable.main([str(ROOT / "sql/kpi")]), 0)


if __name__ == "__main__":
    unittest.main()
