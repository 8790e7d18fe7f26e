"""The notebooks run from top to bottom on the marts of a run, show what the marts hold, and are kept without outputs."""

import csv
import pathlib
import re
import sys
import tempfile
import unittest
import unittest.mock

import nbclient
import nbformat

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "test/pipeline"))
import job  # noqa: E402

NOTEBOOKS = sorted((ROOT / "examples/notebooks").glob("*.ipynb"))
RUNS = {
    "ordinary": {"rows": 60_000, "merchants": 800},
    "one merchant on one day": {"merchants": 1, "start_date": "2024-02-29", "end_date": "2024-02-29"},
}
CHARTS = {"anomalies.ipynb": 2, "payments_review.ipynb": 5}


class Notebooks(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.runs = {}
        for name, parameters in RUNS.items():
            cls.runs[name] = pathlib.Path(folder.name, name)
            cls.runs[name].mkdir()
            status, output, errors = job.run(cls.runs[name], **parameters)
            assert status == 0, output + errors
        cls.executed = {
            (name, path.name): execute(path, data) for name, data in cls.runs.items() for path in NOTEBOOKS
        }

    def test_both_notebooks_are_there(self):
        self.assertEqual([path.name for path in NOTEBOOKS], list(CHARTS))

    def test_they_are_kept_without_outputs(self):
        for path in NOTEBOOKS:
            with self.subTest(path.name):
                notebook = nbformat.read(path, as_version=4)
                nbformat.validate(notebook)
                code = [cell for cell in notebook.cells if cell.cell_type == "code"]
                self.assertEqual([cell.outputs for cell in code], [[]] * len(code))
                self.assertEqual([cell.execution_count for cell in code], [None] * len(code))
                self.assertEqual(notebook.metadata.kernelspec.name, "python3")

    def test_every_code_cell_runs_and_every_chart_is_drawn(self):
        for (name, path), notebook in self.executed.items():
            with self.subTest(data=name, notebook=path):
                self.assertEqual(of_kind(notebook, "error"), [])
                charts = [output for output in of_kind(notebook, "display_data") if "image/png" in output.data]
                self.assertEqual(len(charts), CHARTS[path])

    def test_the_review_shows_the_months_of_the_mart(self):
        text = tables(self.executed["ordinary", "payments_review.ipynb"])
        with open(self.runs["ordinary"] / "marts/kpi_monthly.csv", newline="") as file:
            months = list(csv.DictReader(file))
        self.assertEqual(len(months), 12)
        for month in months:
            with self.subTest(month["month"]):
                row = re.search(rf"{month['month'][:7]} │ +(\S+) │ +(\S+) │ +(\S+) │", text)
                self.assertEqual(row[1], month["gpv"])
                self.assertAlmostEqual(float(row[3]), 100 * float(month["approval_rate"]), delta=0.00501)

    def test_anomalies_are_those_of_the_detectors(self):
        found = job.ask(self.runs["ordinary"], "select likely_cause, segment, first_day from v_anomalies")
        self.assertGreater(len(found), 0)
        text = tables(self.executed["ordinary", "anomalies.ipynb"])
        for finding in found:
            self.assertRegex(text, rf"{finding['likely_cause']} +│ {re.escape(finding['segment'])} +│ {finding['first_day']}")

    def test_published_findings_are_taken_where_there_are(self):
        data = self.runs["ordinary"]
        for name, view in (("anomalies", "v_anomalies"), ("churn_watch", "v_churn_watch")):
            renamed = "* replace ('a cause of the file' as likely_cause)" if name == "anomalies" else "*"
            job.ask(data, f"copy (select {renamed} from {view}) to '{data}/marts/{name}.parquet' (format parquet)")
        self.assertIn("a cause of the file", tables(execute(ROOT / "examples/notebooks/anomalies.ipynb", data)))


def execute(path, data):
    notebook = nbformat.read(path, as_version=4)
    with unittest.mock.patch.dict("os.environ", {"PAYMENTS_DATA": str(data)}):
        client = nbclient.NotebookClient(
            notebook, timeout=300, allow_errors=True, resources={"metadata": {"path": str(path.parent)}}
        )
        return client.execute()


def of_kind(notebook, kind):
    return [output for cell in notebook.cells for output in cell.get("outputs", []) if output.output_type == kind]


def tables(notebook):
    return "".join(output.text for output in of_kind(notebook, "stream") if output.name == "stdout")


if __name__ == "__main__":
    unittest.main()
