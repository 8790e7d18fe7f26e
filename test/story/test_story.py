"""Every sentence of the executive summary follows the data: its numbers are cells of public views, it turns when the data
turn, and it is gone when they do not carry it. Markdown and HTML hold the sentences and nothing else."""

import decimal
import html.parser
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

SENTENCES = sorted((ROOT / "sql/story").glob("*.sql"))
WITH_DETECTORS = {34, 42, 83}
ORDINARY = {"rows": 60_000, "merchants": 800}
LARGE = {"rows": 400_000, "merchants": 8_000, "customers": 50_000}
RUNS = {
    "ordinary": ORDINARY,
    "large": LARGE,
    "two years": {**ORDINARY, "start_date": "2023-01-01"},
    "one merchant": {"merchants": 1},
    "one month": {"start_date": "2024-03-01", "end_date": "2024-03-31"},
    "two partial months": {"start_date": "2024-03-10", "end_date": "2024-04-20"},
    "one day": {"start_date": "2024-02-29", "end_date": "2024-02-29"},
}
IN_DECEMBER = "ts >= timestamp '2024-12-01'"
# What becomes of the data of a run before its marts are published anew.
CHANGES = {
    "a third of December": ("ordinary", f"delete from transactions where {IN_DECEMBER} and txn_id % 3 > 0;"),
    "December as November": ("ordinary", f"""
        update transactions set amount = amount / (
            select 1 + weekday_adjusted_mom_growth from v_kpi_monthly where month = date '2024-12-01'
        ) where {IN_DECEMBER};"""),
    "December declined": ("ordinary", f"""
        update transactions set approved = false, response_code = '91', decline_reason = 'network_error', fee = 0,
        interchange_fee = 0, scheme_fee = 0 where {IN_DECEMBER} and txn_id % 5 = 0;"""),
    "December approved": ("ordinary", f"""
        update transactions set approved = true, response_code = '00', decline_reason = null where {IN_DECEMBER};"""),
    "cheap December": ("ordinary", f"update transactions set fee = fee / 2 where {IN_DECEMBER};"),
    "dear December": ("ordinary", f"update transactions set fee = fee * 2 where {IN_DECEMBER};"),
    "fraud rule in December": ("ordinary", f"""
        update transactions set approved = false, response_code = '59', decline_reason = 'fraud_suspected'
        where {IN_DECEMBER} and txn_id % 6 = 0;"""),
    "forbidden retries and strange names": ("ordinary", """
        update transactions set response_code = '41' where attempt_no = 1 and not approved and payment_id in (
            select payment_id from transactions where attempt_no = 2);
        update account_managers set account_manager_name = 'A & <b>B</b> ''C''';"""),
    "nothing declined": ("ordinary", "delete from transactions where not approved;"),
    "nothing at all": ("ordinary", "delete from refunds; delete from disputes; delete from transactions;"),
    "all merchants alike": ("large", """
        delete from refunds;
        delete from disputes;
        update merchants set region = 'NA', industry = 'Retail', sales_channel = 'online', campaign_id = null;"""),
    "a giant, and a dear campaign": ("large", f"""
        update transactions set amount = amount * 40 where {IN_DECEMBER} and merchant_id = (
            select merchant_id from v_top_merchants where gpv_rank = 1);
        update merchants set campaign_id = 1 + merchant_id % 2 where campaign_id is not null;
        update merchants set acquisition_cost = acquisition_cost * 20 where campaign_id = 1;
        insert into disputes
        select 1000000 + txn_id, txn_id, merchant_id, ts + interval 1 hour, amount, 'not_received', false, 'lost',
            ts + interval 2 days
        from transactions
        where approved and card_brand = 'visa' and {IN_DECEMBER} and txn_id % 99 = 0
        and txn_id not in (select disputes.txn_id from disputes);"""),
}
# place of the sentence, data, what it says there; None: it is gone. Each turns against the ordinary run.
TURNS = [
    (11, "ordinary", r"^60,000 authorisation attempts from 2024-01-01 to 2024-12-31; "),
    (11, "nothing at all", None),
    (12, "ordinary", "Every one of its 12 months is whole"),
    (12, "two partial months", "2 of its 2 months are cut"),
    (12, "one day", None),
    (13, "ordinary", r"^\d+ quality checks passed, none warned, \d+ had nothing to look at\.$"),
    (20, "ordinary", "^GPV rose in December 2024: "),
    (20, "a third of December", "^GPV fell in December 2024: "),
    (20, "December as November", "^GPV was level in December 2024: "),
    (20, "one month", None),
    (20, "two partial months", None),
    (21, "ordinary", None),
    (21, "two years", "^Over the year GPV rose: .* in December 2024 against .* in December 2023"),
    (22, "ordinary", "highest in December 2024 .* lowest in January 2024"),
    (22, "a third of December", "highest in November 2024 .* lowest in December 2024"),
    (22, "one month", None),
    (23, "ordinary", "^What moved GPV most from November 2024 to December 2024: "),
    (23, "a third of December", "attempts of a merchant and day \\(USD -"),
    (23, "one month", None),
    (24, "ordinary", "^The largest market is Retail in NA: "),
    (24, "all merchants alike", None),
    (24, "one merchant", None),
    (25, "December declined", "^Approval fell in December 2024: "),
    (25, "December approved", "^Approval rose in December 2024: 100.0 %"),
    (25, "ordinary", "^Approval was level in December 2024: "),
    (25, "one day", None),
    (26, "ordinary", "^Approval is lowest for Gaming in Africa: "),
    (26, "nothing declined", None),
    (26, "one merchant", None),
    (27, "ordinary", "^Declines concentrate in do not honor at ecom: "),
    (27, "nothing declined", None),
    (28, "ordinary", "^The fee yield was level"),
    (28, "cheap December", "^The fee yield fell"),
    (28, "dear December", "^The fee yield rose"),
    (29, "cheap December", r"^The contribution margin fell in December 2024: -\d"),
    (29, "dear December", "^The contribution margin rose"),
    (29, "nothing at all", None),
    (30, "ordinary", None),
    (30, "large", "^The share of the 50 largest merchants fell: "),
    (30, "a giant, and a dear campaign", "^The share of the 50 largest merchants rose: "),
    (31, "ordinary", "^Of 382 merchants active in September 2024 320 were active in December 2024"),
    (31, "one merchant", None),
    (32, "ordinary", "^Of 382 merchants active in September 2024 24 "),
    (32, "one month", None),
    (33, "ordinary", "^Retries brought back 52 payments of November 2024"),
    (33, "nothing declined", None),
    (40, "one merchant", None),
    (40, "large", r"^Ask Liam Boateng \(team NA 1\) what the portfolio lost: "),
    (40, "dear December", None),
    (41, "large", "^Help merchants of the online channel to start: "),
    (41, "all merchants alike", None),
    (50, "large", "^Win merchants through online before direct: "),
    (50, "all merchants alike", None),
    (51, "large", None),
    (51, "a giant, and a dear campaign", "^Hold .* back: an activated merchant cost "),
    (60, "ordinary", "^Find out whether prices or mix"),
    (60, "dear December", None),
    (70, "ordinary", "^No merchant needs a plan"),
    (61, "large", "^Provide for more refunds: "),
    (61, "all merchants alike", None),
    (62, "large", None),
    (62, "a giant, and a dear campaign", "^Reserve for chargebacks to come: .* visa sales of December 2024"),
    (70, "all merchants alike", None),
    (71, "large", "^Prevent disputes for fraud first: "),
    (71, "a giant, and a dear campaign", "^Prevent disputes for not received first: "),
    (71, "all merchants alike", None),
    (72, "ordinary", None),
    (72, "fraud rule in December", "^Look through the fraud rules: "),
    (80, "ordinary", r"^Try insufficient funds again \(code 51, attempt 1\)"),
    (80, "nothing declined", None),
    (81, "ordinary", None),
    (81, "forbidden retries and strange names", "^Stop retries that the schemes forbid: "),
    (82, "ordinary", None),
    (82, "December declined", "^Ask processors and issuers what failed: "),
    (89, "ordinary", r"^Nothing is beyond its tolerance\.$"),
    (90, "nothing at all", None),
    (91, "ordinary", "^Read again once 30 days have gone by: approval after retries since December 2024"),
    (91, "one day", None),
]
# What a number is multiplied by when words give its unit.
UNITS = {"%": 100, "basis points": 10_000}
NUMBER = re.compile(r"(?<![\w.])[+-]?\d+(?:,\d{3})*(?:\.\d+)?(?!\w)(?: (%|basis points))?")
# Texts that a sentence may hold whole, whatever digits are in them: names and days.
WORDS = re.compile(r"[A-Za-z]{2}|^\d{4}-\d\d-\d\d$")
MONTH = re.compile(r"\b[A-Z][a-z]+ 20\d\d\b(?!-)")


class Story(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        for name, parameters in RUNS.items():
            (cls.folder / name).mkdir()
            status, output, errors = job.run(cls.folder / name, **parameters)
            assert status == 0, output + errors
        for name, (origin, change) in CHANGES.items():
            publish(cls.folder / origin, cls.folder / name, change)
        cls.stories = {name: read(cls.folder / name) for name in [*RUNS, *CHANGES]}

    def test_every_sentence_turns_or_vanishes_with_the_data(self):
        for place, name, pattern in TURNS:
            with self.subTest(place=place, data=name):
                said = [line["sentence"] for line in self.stories[name] if line["place"] == place]
                if pattern is None:
                    self.assertEqual(said, [])
                else:
                    self.assertRegex(said[0] if said else "nothing", pattern)

    def test_no_sentence_goes_untested(self):
        tested = {place for place, _, pattern in TURNS if pattern}
        told = {line["place"] for _, line in self.each()}
        self.assertEqual({int(sentence.name[:2]) for sentence in SENTENCES} - WITH_DETECTORS - told, set())
        self.assertEqual(told - tested - {10, 14, 90}, set())

    def test_every_number_of_a_sentence_is_one_of_its_cells(self):
        for name, line in self.each():
            with self.subTest(data=name, sentence=line["sentence"]):
                self.assertEqual(strangers(line), [])

    def test_every_cell_stands_in_the_views(self):
        for name in self.stories:
            with self.subTest(name):
                self.assertEqual(contradictions(self.folder / name, self.stories[name]), [])

    def test_a_wrong_number_and_a_wrong_cell_are_found(self):
        line = next(line for line in self.stories["ordinary"] if line["place"] == 20)
        wrong = {**line, "sentence": re.sub(r"USD (\d)", lambda digit: f"USD {9 - int(digit[1])}", line["sentence"], count=1)}
        self.assertEqual(len(strangers(wrong)), 1)
        cell = {**line["cells"][0], "stands": str(decimal.Decimal(line["cells"][0]["stands"]) + decimal.Decimal("0.01"))}
        self.assertEqual(len(contradictions(self.folder / "ordinary", [{**line, "cells": [cell]}])), 1)

    def test_sentences_are_words(self):
        for name, line in self.each():
            with self.subTest(data=name, sentence=line["sentence"]):
                self.assertRegex(line["sentence"], r"^[A-Z0-9].*\.$")
                self.assertNotRegex(line["sentence"], r"(?i)\b(nan|null|inf)\b|\{|  ")

    def test_a_world_without_attempts_is_told_in_one_sentence(self):
        said = [line["sentence"] for line in self.stories["nothing at all"]]
        self.assertEqual(said, ["From 2024-01-01 to 2024-12-31 there is no attempt: nothing can be said."])

    def test_every_function_is_told_something(self):
        for name in set(self.stories) - {"nothing at all"}:
            with self.subTest(name):
                sections = {line["section"] for line in self.stories[name]}
                self.assertLessEqual({"Sales", "Marketing", "Finance", "Risk", "Operations", "Coverage"}, sections)

    def test_the_main_job_tells_every_sentence_but_those_of_the_detectors(self):
        told = re.findall(r"^\.read (sql/story/.*)$", (ROOT / "sql/run/tell_story.sql").read_text(), re.M)
        whole = re.findall(r"^\.read (sql/story/.*)$", (ROOT / "sql/run/tell_whole_story.sql").read_text(), re.M)
        names = [str(sentence.relative_to(ROOT)) for sentence in SENTENCES]
        self.assertEqual(told, [name for name in names if int(name[10:12]) not in WITH_DETECTORS])
        self.assertEqual(whole, [name for name in names if name[10:12] != "14"])

    def test_a_file_says_where_it_stands_and_reads_public_views_alone(self):
        for sentence in SENTENCES:
            with self.subTest(sentence.name):
                text = sentence.read_text()
                self.assertRegex(text, r"^-- [A-Z].*\?\n-- For [A-Za-z]+\. ")
                self.assertEqual(set(re.findall(r"(\d+) as place,", text)), {sentence.name[:2]})
                steps = set(re.findall(r"(?:with|,\n\n)\s*(\w+) as (?:materialized )?\(\n", text))
                code = re.sub(r"--.*|'[^']*'", "", text)
                read_from = set(re.findall(r"\b(?:from|join) (\w+)", code)) - steps
                strange = {name for name in read_from if not re.fullmatch(r"v_\w+|story|response_codes", name)}
                self.assertEqual(strange, set())

    def test_markdown_holds_the_sentences_in_their_order(self):
        for name, story in self.stories.items():
            with self.subTest(name):
                text = (self.folder / name / "executive_summary.md").read_text().partition("## Where the figures")[0]
                lines = [line.removeprefix("- ") for line in text.splitlines()[5:] if line and not line.startswith("#")]
                self.assertEqual(lines, [line["sentence"] for line in story])

    def test_html_holds_the_sentences_and_asks_for_nothing(self):
        for name, story in self.stories.items():
            with self.subTest(name):
                page = Page((self.folder / name / "executive_summary.html").read_text())
                self.assertEqual(page.open, [])
                self.assertEqual(page.sentences, [line["sentence"] for line in story])
                self.assertEqual(page.attributes & {"src", "href", "srcset", "action", "onload"}, set())
                self.assertNotRegex(page.style, "url|@import")
                self.assertIn("prefers-color-scheme: dark", page.style)

    def test_names_are_not_taken_for_markup(self):
        said = [line["sentence"] for line in self.stories["forbidden retries and strange names"] if line["place"] == 40]
        self.assertIn("A & <b>B</b> 'C'", said[0])

    def test_the_story_with_incidents_finds_those_that_are_there(self):
        outage = """
            update transactions set approved = false, response_code = '91', decline_reason = 'network_error', fee = 0,
            interchange_fee = 0, scheme_fee = 0 where ts >= '2024-12-28' and ts < '2024-12-29' and channel = 'ecom';"""
        publish(self.folder / "ordinary", self.folder / "outage", outage)
        calm(self.folder / "calm")
        stories = {name: tell_whole(self.folder / name) for name in ("ordinary", "outage", "calm")}
        said = {name: {line["place"]: line["sentence"] for line in story} for name, story in stories.items()}
        self.assertRegex(said["ordinary"][34], r"the detectors have \d+ findings?;")
        self.assertEqual(said["calm"][34], "From 2024-01-01 to 2024-12-31 the detectors found nothing out of the ordinary.")
        self.assertRegex(said["outage"][34], "Dearest: outage in .*ecom.* from 2024-12-28 to 2024-12-28")
        self.assertRegex(said["outage"][83], "outage in .*ecom.* since 2024-12-28")
        self.assertNotIn(83, said["calm"])
        for name, story in stories.items():
            with self.subTest(name):
                self.assertNotIn(14, said[name])
                self.assertEqual([line["sentence"] for line in story if strangers(line)], [])
                self.assertEqual(contradictions(self.folder / name, story), [])

    def each(self):
        for name, story in self.stories.items():
            for line in story:
                yield name, line


class Page(html.parser.HTMLParser):
    """What a page says in its list items and which attributes it uses; `open` are tags that nothing closed."""

    def __init__(self, text):
        super().__init__()
        self.open, self.sentences, self.attributes, self.style = [], [], set(), ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.attributes |= {name for name, _ in attributes}
        if tag != "meta":
            self.open.append(tag)
        if tag == "li":
            self.sentences.append("")

    def handle_endtag(self, tag):
        assert self.open.pop() == tag, tag

    def handle_data(self, data):
        if self.open[-1:] == ["li"]:
            self.sentences[-1] += data.strip("\n")
        if self.open[-1:] == ["style"]:
            self.style += data


def duckdb(*arguments):
    command = [job.DUCKDB, "-no-init", "-unsigned", "-bail", *map(str, arguments)]
    result = subprocess.run(command, cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    assert (result.returncode, result.stderr) == (0, ""), result.stdout + result.stderr
    return result.stdout


def publish(origin, folder, change):
    """Changes the data of a run, publishes its marts anew and tells their story."""
    for part in ("marts", "processed"):
        (folder / part).mkdir(parents=True)
    shutil.copy(origin / "analytics.duckdb", folder)
    steps = re.findall(r"^\.read sql/kpi/.*$", (ROOT / "sql/run/measure_and_check.sql").read_text(), re.M)
    for part in ("sql/marts", "sql/marts/export"):
        steps += [f".read {path.relative_to(ROOT)}" for path in sorted((ROOT / part).glob("*.sql"))]
    script = folder / "publish.sql"
    script.write_text("\n".join([*steps, ".read sql/run/executive_summary.sql"]) + "\n")
    duckdb(*attach(folder, "read_write"), "-cmd", change, "-f", script)


def tell_whole(folder):
    duckdb(*attach(folder, "read_only"), "-f", "sql/story.sql")
    return read(folder)


def calm(folder):
    """A run on the files of a world without incidents."""
    (folder / "raw").mkdir(parents=True)
    world = "seed := 42, merchants := 800, customers := 5000, incidents := false"
    for table in ("account_managers", "campaigns", "customers", "merchants"):
        rows = f"gen_{table}(start_date := '2024-01-01', end_date := '2024-12-31', {world})"
        job.sql(f"copy (from {rows}) to '{folder}/raw/{table}.parquet'")
    for table in ("refunds", "disputes"):
        job.sql(f"copy (from gen_{table}(60000, '2024-01-01', '2024-12-31', {world})) to '{folder}/raw/{table}.parquet'")
    job.sql(
        f"""copy (
            select *, year(ts) as year, strftime(ts, '%m') as month
            from gen_transactions(60000, '2024-01-01', '2024-12-31', {world})
        ) to '{folder}/raw/transactions' (format parquet, partition_by (year, month))"""
    )
    status, output, errors = job.run(folder, "sql/pipeline_files.sql")
    assert status == 0, output + errors


def attach(folder, mode):
    return [
        "-cmd", f"attach '{folder}/analytics.duckdb' ({mode})", "-cmd", "use analytics",
        "-cmd", f"set variable data_dir = '{folder}'",
    ]


def read(folder):
    text = duckdb("-json", "-c", f"from read_parquet('{folder}/processed/story.parquet')")
    return json.loads(text)


def contradictions(folder, story):
    """The cells that the views of the database show otherwise, asked for as the cell says it."""
    cells = [cell for line in story for cell in line["cells"]]
    kept = "".join(f"create temp table {name} as from analytics.{name};" for name in {cell["view_name"] for cell in cells})
    asked = " union all ".join(
        f"select {place} as place, (select cast({cell['figure']} as varchar) from {cell['view_name']} "
        f"where {cell['place']}) as stands"
        for place, cell in enumerate(cells)
    )
    output = duckdb("-readonly", folder / "analytics.duckdb", "-json", "-c", kept, "-c", f"{asked} order by place")
    found = json.loads(output)
    pairs = zip(cells, found, strict=True)
    return [(cell, row["stands"]) for cell, row in pairs if not same(cell["stands"], row["stands"])]


def same(one, other):
    """Whether two texts say the same; sums of doubles depend on the order in the last digits."""
    if one == other or one is None or other is None:
        return one == other
    try:
        one, other = decimal.Decimal(one), decimal.Decimal(other)
    except decimal.InvalidOperation:
        return False
    exact = "." not in str(one) or len(str(one).partition(".")[2]) <= 4
    return not exact and abs(one - other) <= abs(one) * decimal.Decimal("1e-9")


def strangers(line):
    """The numbers of a sentence that none of its cells holds, rounded as the sentence does, nor its file's own text."""
    values = [cell["stands"] for cell in line["cells"] if cell["stands"] is not None]
    keys = [key for cell in line["cells"] for key in re.findall(r"= '([^']*)'", cell["place"])]
    sentence = MONTH.sub(" ", line["sentence"])
    for text in sorted({text for text in [*values, *keys] if WORDS.search(text)}, key=len, reverse=True):
        sentence = re.sub(rf"(?<![\w.-]){re.escape(text)}(?![\w-])", " ", sentence)
    known = [decimal.Decimal(value) for value in values if re.fullmatch(r"-?\d+(\.\d+)?(e-?\d+)?", value)]
    path = next(path for path in SENTENCES if path.name.startswith(str(line["place"])))
    constants = {match.group() for text in re.findall(r"'([^']*)'", path.read_text()) for match in NUMBER.finditer(text)}
    found = [match for match in NUMBER.finditer(sentence) if match.group() not in constants]
    return [match.group() for match in found if not any(is_rounded(match, value) for value in known)]


def is_rounded(match, value):
    unit = match.group(1)
    shown = match.group().removesuffix(unit or "").strip().replace(",", "")
    decimals = len(shown.partition(".")[2])
    difference = value * UNITS.get(unit, 1) - decimal.Decimal(shown)
    return abs(difference) <= decimal.Decimal("0.5001").scaleb(-decimals)


if __name__ == "__main__":
    unittest.main()
