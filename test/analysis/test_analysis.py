"""Every question of sql/analysis gets one answer in words, from a database opened without the extension. Each number in
the words is one of the rows, and the rows agree with the views: on an ordinary run, and on data that have little or
nothing to say."""

import decimal
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "test/pipeline"))
import job  # noqa: E402

QUESTIONS = sorted((ROOT / "sql/analysis").glob("*.sql"))
ONE_DAY = {"start_date": "2024-02-29", "end_date": "2024-02-29"}
RUNS = {
    "ordinary": {"rows": 60_000, "merchants": 800},
    "one merchant": {"merchants": 1},
    "one merchant and one day": {"merchants": 1, **ONE_DAY},
    "one day": ONE_DAY,
    "one month": {"start_date": "2024-03-01", "end_date": "2024-03-31"},
    "two partial months": {"start_date": "2024-03-10", "end_date": "2024-04-20"},
    "one row": {"rows": 1},
}
# What becomes of the data of a run before its views are made anew.
CHANGES = {
    "no refunds and disputes": ("ordinary", "delete from refunds; delete from disputes;"),
    "nothing declined": ("ordinary", "delete from transactions where not approved;"),
    "nothing approved": (
        "ordinary", "delete from refunds; delete from disputes; delete from transactions where approved;"
    ),
    "nothing at all": ("ordinary", "delete from refunds; delete from disputes; delete from transactions;"),
}
# What the rows of a question must agree with, reckoned another way: each query lists the rows that contradict.
AGREEMENTS = {
    "02": """
        select dimension from evidence group by dimension
        having sum(gpv_window) <> (select gpv from v_kpi_total) or sum(txns) <> (select txns from v_kpi_total)
        or sum(disputes) <> (select count(*) from fct_disputes)""",
    "03": """
        select decline_reason from evidence
        where abs(all_recoverable_amount - (select sum(recoverable_amount) from v_decline_recovery)) > 0.01
        or all_declined_txns <> (select txns - approved_txns from v_kpi_total)""",
    "04": """
        select account_manager_id from evidence where (all_new_merchants, all_retention_rate) <> (
            select (sum(cohort_merchants), sum(retained_merchants) / sum(cohort_merchants)) from v_merchant_cohorts
            where month_index = 3 and is_fully_observed
            and signup_month >= (select date_trunc('month', first_day) from v_kpi_total)
            and signup_month between first_cohort and last_cohort)
        and (select day(first_day) from v_kpi_total) = 1""",
    "05": """
        select dimension from evidence group by dimension
        having (sum(active_merchant_months), sum(churned_merchants)) <> (
            select (coalesce(sum(active_merchants), 0), coalesce(sum(churned_merchants), 0)) from v_churn_monthly
            where is_fully_observed)""",
    "10": "select month from evidence inner join v_kpi_monthly as kpi using (month) where evidence.gpv <> kpi.gpv",
    "11": """
        select month from evidence inner join v_kpi_monthly as kpi using (month) group by month
        having abs(sum(evidence.gpv_effect) - any_value(kpi.gpv - kpi.gpv_month_before)) > 0.05""",
    "12": """
        select merchant_size from evidence
        where all_contribution_amount <> (select sum(contribution_amount) from v_money_monthly)""",
    "18": "select 1 from evidence having sum(txns) <> (select txns from v_kpi_total)",
    "20": "select 1 from evidence having sum(gpv) <> (select gpv from v_kpi_total)",
}
# What the words of an ordinary run say, and where else it stands.
SAID = {
    "01": (
        r"In the month (\S+) GPV was USD (\S+), (\S+) %.*approval was (\S+) %.*fee yield (\S+) basis",
        """select strftime(month, '%Y-%m'), format('{:,.0f}', gpv::double), format('{:+.1f}', 100 * mom_growth),
        format('{:.1f}', 100 * approval_rate), format('{:.1f}', 10000 * fee_yield)
        from v_kpi_monthly where mom_growth is not null order by month desc limit 1"""),
    "02": (
        r"In (\S+) GPV (\w+) by USD (\S+) on .*, to USD (\S+);",
        """select strftime(month, '%Y-%m'), if(gpv < gpv_month_before, 'fell', 'rose'),
        format('{:,.0f}', abs(gpv - gpv_month_before)::double), format('{:,.0f}', gpv::double)
        from v_kpi_monthly where mom_growth is not null order by month desc limit 1"""),
    "03": (
        r"concentrate in (\S+) at (\S+): .* of (\S+) declines",
        """select decline_reason, channel, format('{:,}', sum(sum(declined_txns)) over ()::bigint)
        from v_decline_drivers group by all order by sum(declined_txns) desc, 1, 2 limit 1"""),
    "04": (
        r"Of (\S+) merchants .*, (\S+) % processed",
        """select format('{:,}', sum(cohort_merchants)::bigint),
        format('{:.1f}', 100 * sum(retained_merchants) / sum(cohort_merchants)) from v_merchant_cohorts
        where month_index = 3 and is_fully_observed and signup_month >= (select first_day from v_kpi_total)"""),
    "05": (
        r"A month loses (\S+) %",
        """select format('{:.1f}', 100 * sum(churned_merchants) / sum(active_merchants))
        from v_churn_monthly where is_fully_observed"""),
    "10": (
        r"to (\S+) GPV (\w+) by USD (\S+):",
        """select strftime(month, '%Y-%m'), if(gpv < gpv_month_before, 'fell', 'rose'),
        format('{:,.0f}', abs(gpv - gpv_month_before)::double)
        from v_kpi_monthly where mom_growth is not null order by month desc limit 1"""),
    "12": (
        r"merchants (\w+) USD (\S+) after costs",
        """select if(sum(contribution_amount) < 0, 'lost', 'earned'),
        format('{:,.2f}', abs(sum(contribution_amount))::double) from v_money_monthly"""),
    "15": (
        r"(\S+) disputes contest USD (\S+); (\S+) has",
        """select format('{:,}', (sum(disputes) over ())::bigint),
        format('{:,.0f}', (sum(disputed_amount) over ())::double), reason
        from v_dispute_reasons order by disputed_amount desc, reason limit 1"""),
}
# What compares whole months has nothing to say where there are none, or only one.
OF_WHOLE_MONTHS = ["10", "11", "13", "17", "22"]
# What a number is multiplied by when words give its unit.
UNITS = {"%": 100, "points": 100, "basis points": 10_000}
NUMBER = re.compile(r"(?<![\w.])[+-]?\d+(?:,\d{3})*(?:\.\d+)?(?!\w)(?: (%|points|basis points))?")


class Analysis(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.databases = {}
        for name, parameters in RUNS.items():
            place = pathlib.Path(folder.name, name)
            place.mkdir()
            status, output, errors = job.run(place, **parameters)
            assert status == 0, output + errors
            cls.databases[name] = place / "analytics.duckdb"
        for name, (origin, change) in CHANGES.items():
            cls.databases[name] = pathlib.Path(folder.name, f"{name}.duckdb")
            shutil.copy(cls.databases[origin], cls.databases[name])
            duckdb(cls.databases[name], "-c", change, "-f", views(folder.name))
        cls.answers = {
            name: {question.name: ask(database, question) for question in QUESTIONS}
            for name, database in cls.databases.items()
        }

    def test_there_are_questions_for_every_reader(self):
        self.assertGreaterEqual(len(QUESTIONS), 17)
        for question in QUESTIONS:
            with self.subTest(question.name):
                first = question.read_text().splitlines()[0]
                self.assertRegex(first, r"^-- [A-Z].*\?$")

    def test_the_readme_lists_every_question(self):
        listed = re.findall(r"^\| \[(.*)\]\((sql/analysis/.*)\) \| (.*) \|$", (ROOT / "README.md").read_text(), re.M)
        asked = []
        for question in QUESTIONS:
            first, second = question.read_text().splitlines()[:2]
            reader = re.match(r"-- For ([^.]*)\.", second).group(1)
            asked.append((first.removeprefix("-- "), str(question.relative_to(ROOT)), reader))
        self.assertEqual(listed, asked)

    def test_every_answer_is_one_sentence_in_words(self):
        for name, question, _, answer in self.each():
            with self.subTest(data=name, question=question):
                self.assertEqual(len(answer), 1)
                self.assertEqual(list(answer[0]), ["answer"])
                self.assertRegex(answer[0]["answer"], r"^[A-Z].*\.$")
                self.assertNotRegex(answer[0]["answer"], r"(?i)\b(nan|null|inf)\b|\{|  ")

    def test_every_number_of_an_answer_is_one_of_its_rows(self):
        for name, question, rows, answer in self.each():
            with self.subTest(data=name, question=question):
                self.assertEqual(strangers(answer[0]["answer"], rows, question), [])

    def test_rows_agree_with_the_views(self):
        self.assertEqual(set(AGREEMENTS) - {question.name[:2] for question in QUESTIONS}, set())
        for name, answers in self.answers.items():
            for question, (_, _, _, contradictions) in answers.items():
                with self.subTest(data=name, question=question):
                    self.assertEqual(contradictions, [{"contradictions": 0}])

    def test_words_say_what_they_mean(self):
        for number, (pattern, elsewhere) in SAID.items():
            with self.subTest(number):
                question = next(question.name for question in QUESTIONS if question.name.startswith(number))
                said = self.answers["ordinary"][question][1][0]["answer"]
                expected = json.loads(duckdb(self.databases["ordinary"], "-readonly", "-json", "-c", elsewhere))
                self.assertEqual(list(re.search(pattern, said).groups()), list(expected[0].values()))

    def test_partial_months_are_not_compared(self):
        for name in ("one day", "one month", "two partial months"):
            for question, (_, answer, _, _) in self.answers[name].items():
                if question[:2] in OF_WHOLE_MONTHS:
                    with self.subTest(data=name, question=question):
                        self.assertRegex(answer[0]["answer"], "^Not enough data: ")

    def test_answers_follow_the_data(self):
        for question in QUESTIONS:
            with self.subTest(question.name):
                said = {self.answers[name][question.name][1][0]["answer"] for name in ("ordinary", "one merchant")}
                self.assertEqual(len(said), 2)

    def test_nothing_is_said_about_nothing(self):
        for question, (_, answer, _, _) in self.answers["nothing at all"].items():
            with self.subTest(question):
                self.assertRegex(answer[0]["answer"], "^Not enough data: ")

    def test_an_ordinary_run_has_an_answer_to_all(self):
        for question, (rows, answer, _, _) in self.answers["ordinary"].items():
            with self.subTest(question):
                self.assertNotEqual(rows, [])
                self.assertNotIn("Not enough data", answer[0]["answer"])

    def test_a_wrong_number_is_found(self):
        rows = [{"approval_rate": decimal.Decimal("0.8612"), "gpv": decimal.Decimal("1234.56"), "day": "2024-05-01"}]
        right = "On 2024-05-01 GPV was USD 1,235 and approval 86.1 %."
        self.assertEqual(strangers(right, rows, QUESTIONS[0].name), [])
        self.assertEqual(strangers(right.replace("1,235", "1,236"), rows, QUESTIONS[0].name), ["1,236"])
        self.assertEqual(strangers(right.replace("86.1 %", "86.2 %"), rows, QUESTIONS[0].name), ["86.2 %"])
        self.assertEqual(strangers(right.replace("86.1 %", "86.1"), rows, QUESTIONS[0].name), ["86.1"])

    def each(self):
        for name, answers in self.answers.items():
            for question, (rows, answer, window, _) in answers.items():
                yield name, question, rows + window, answer


def duckdb(database, *arguments):
    command = [job.DUCKDB, "-no-init", "-bail", str(database), *arguments]
    result = subprocess.run(command, cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    assert (result.returncode, result.stderr) == (0, ""), result.stderr
    return result.stdout


def views(folder):
    """A script of the run's own steps that make facts and views, in their order."""
    steps = re.findall(r"^\.read sql/kpi/.*$", (ROOT / "sql/run/measure_and_check.sql").read_text(), re.M)
    script = pathlib.Path(folder, "views.sql")
    script.write_text("\n".join(steps) + "\n")
    return script


def ask(database, question):
    """The rows of a question, its answer, the reporting window, and how many rows contradict the views."""
    script = question.relative_to(ROOT)
    agreement = AGREEMENTS.get(question.name[:2], "select 1 where false")
    agreement = f"select count(*) as contradictions from ({agreement}) as contradicting"
    output = duckdb(database, "-readonly", "-json", "-c", f".read {script}", "-c", agreement)
    window = json.loads(duckdb(database, "-readonly", "-json", "-c", "select first_day, last_day from v_kpi_total"))
    decoder = json.JSONDecoder(parse_float=decimal.Decimal)
    results = []
    while output := output.strip():
        result, end = decoder.raw_decode(output)
        results.append(result)
        output = output[end:]
    rows, answer, contradictions = results
    return [row for row in rows if row], answer, window, contradictions


def strangers(answer, rows, question):
    """The numbers of an answer that neither the rows hold, rounded as the answer does, nor the question's own text."""
    values = [value for row in rows for value in row.values()]
    words = {value for value in values if isinstance(value, str) and not is_number(value)}
    for text in sorted(words, key=lambda text: (-len(text), text)):
        answer = re.sub(rf"(?<![\w.-]){re.escape(text)}(?![\w-])", " ", answer)
        if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
            answer = re.sub(rf"\b{text[:7]}\b(?!-)", " ", answer)
    known = [decimal.Decimal(value) for value in values if is_number(value)]
    text = "".join(re.findall(r"'([^']*)'", (ROOT / "sql/analysis" / question).read_text()))
    constants = {match.group() for match in NUMBER.finditer(text)}
    return [
        match.group()
        for match in NUMBER.finditer(answer)
        if match.group() not in constants and not any(is_rounded(match, value) for value in known)
    ]


def is_number(value):
    """Whether a value of JSON is a number; wide ones come as text."""
    if isinstance(value, str):
        return re.fullmatch(r"-?(0|[1-9]\d*)(\.\d+)?", value) is not None
    return isinstance(value, (int, decimal.Decimal)) and not isinstance(value, bool)


def is_rounded(match, value):
    unit = match.group(1)
    shown = match.group().removesuffix(unit or "").strip().replace(",", "")
    decimals = len(shown.partition(".")[2])
    difference = abs(value) * UNITS.get(unit, 1) - abs(decimal.Decimal(shown))
    return abs(difference) <= decimal.Decimal("0.5001").scaleb(-decimals)


if __name__ == "__main__":
    unittest.main()
