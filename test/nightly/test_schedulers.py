"""The workflow and the DAG call make targets that exist; their validators accept them and reject planted errors.

Airflow is installed by the slow form of the tests (PAYMENTS_SLOW=1) alone: 89 s and 294 MB. The fast form runs the DAG
file against stand-ins for the two classes that it uses.
"""

import json
import os
import pathlib
import re
import runpy
import subprocess
import sys
import tempfile
import types
import unittest
import unittest.mock

import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
TOOLS = pathlib.Path(sys.executable).parent
WORKFLOW = ROOT / ".github/workflows/nightly.yml"
DAG_FILE = ROOT / "examples/airflow/payments_nightly.py"
TARGETS = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.M))
SCHEMA = [TOOLS / "check-jsonschema", "--builtin-schema", "vendor.github-workflows"]
STYLE = [TOOLS / "yamllint", "--strict", "--config-file", ROOT / ".yamllint"]
SECURITY = [TOOLS / "zizmor", "--offline", "--no-progress", "--persona=pedantic"]
# Which validator must reject what, and a word of what it must say.
PLANTED = [
    ("an unknown key", SCHEMA, "timeout-minutes:", "timeout-minute:", "timeout-minute"),
    ("a step that does nothing", SCHEMA, "run: make night\n", "ran: make night\n", "ran"),
    ("an unknown event", SCHEMA, "workflow_dispatch:", "workflow_dispatched:", "workflow_dispatched"),
    ("two keys of one name", STYLE, "permissions: {}\n", "permissions: {}\nname: again\n", "duplication of key"),
    ("a line too long", STYLE, "One night on GitHub", "One night on GitHub" + " and on" * 20, "line too long"),
    ("an action that is not pinned", SECURITY, re.compile(r"checkout@\w+  # v4.2.2"), "checkout@v4", "unpinned-uses"),
    ("rights to write", SECURITY, "permissions:\n      contents: read", "permissions: write-all", "excessive-permissions"),
    ("credentials left behind", SECURITY, "persist-credentials: false", "fetch-depth: 1", "artipacked"),
    ("text of a user in a script", SECURITY, "run: make night\n", "run: make night NIGHT=${{ inputs.night }}\n",
     "template-injection"),
]
DAG_FAULTS = [
    ("a cycle", "build >> night >> alerts", "build >> night >> alerts >> build", "Cycle"),
    ("an unknown argument", "bash_command=\"make night\"", "bash=\"make night\"", "bash"),
    ("a schedule that never comes", "15 2 * * *", "15 26 * * *", "26"),
    ("a module that is not there", "airflow.sdk", "airflow.sdks", "sdks"),
]
# Reads a folder of DAGs as Airflow's own processor does, and prints what it found.
DAG_BAG = """
import json, sys
from airflow.dag_processing.dagbag import DagBag
bag = DagBag(sys.argv[1])
dags = {
    dag.dag_id: {
        task.task_id: [task.bash_command, sorted(task.downstream_task_ids), task.trigger_rule.value] for task in dag.tasks
    }
    for dag in bag.dags.values()
}
print(json.dumps([list(bag.import_errors.values()), dags]))
"""


class Workflow(unittest.TestCase):
    def test_the_validators_accept_it(self):
        for validator in (SCHEMA, STYLE, SECURITY):
            with self.subTest(validator[0].name):
                status, output = judge(validator, WORKFLOW)
                self.assertEqual(status, 0, output)

    def test_the_validators_reject_planted_errors(self):
        text = WORKFLOW.read_text()
        for name, validator, right, wrong, word in PLANTED:
            with self.subTest(name), tempfile.TemporaryDirectory() as folder:
                planted = re.sub(right, wrong, text, count=1) if isinstance(right, re.Pattern) else text.replace(right, wrong, 1)
                self.assertNotEqual(planted, text)
                file = pathlib.Path(folder, ".github/workflows/nightly.yml")
                file.parent.mkdir(parents=True)
                file.write_text(planted)
                status, output = judge(validator, file)
                self.assertNotEqual(status, 0, output)
                self.assertIn(word, output)

    def test_it_calls_make_targets_that_exist_at_the_hour_of_the_cron_line(self):
        workflow = yaml.safe_load(WORKFLOW.read_text())
        steps = workflow["jobs"]["nightly"]["steps"]
        called = re.findall(r"\bmake(?: -\S+)* ([a-z-]+)", "\n".join(step.get("run", "") for step in steps))
        self.assertEqual(called, ["night", "alerts"])
        self.assertLessEqual(set(called), TARGETS)
        (line,) = re.findall(r"```cron\n(.*)\n```", (ROOT / "docs/nightly.md").read_text())
        self.assertTrue(line.startswith(workflow["on"]["schedule"][0]["cron"] + " "))

    def test_every_action_is_pinned_by_its_hash(self):
        used = re.findall(r"uses: (.*)", WORKFLOW.read_text())
        self.assertEqual(len(used), 3)
        for action in used:
            self.assertRegex(action, r"^actions/[a-z-]+@[0-9a-f]{40}  # v\d+\.\d+\.\d+$")


class Dag(unittest.TestCase):
    def test_it_calls_make_targets_that_exist_one_after_another(self):
        tasks = dict(stand_in_run())
        self.assertEqual({name: task["bash_command"] for name, task in tasks.items()},
                         {"build": "make build", "night": "make night", "alerts": "make alerts"})
        self.assertLessEqual({task["bash_command"].removeprefix("make ") for task in tasks.values()}, TARGETS)
        self.assertEqual({name: task["after"] for name, task in tasks.items()},
                         {"build": [], "night": ["build"], "alerts": ["night"]})
        self.assertEqual(tasks["alerts"]["trigger_rule"], "all_done")


class DagInAirflow(unittest.TestCase):
    def test_airflow_imports_it(self):
        errors, dags = dag_bag(DAG_FILE.read_text())
        self.assertEqual(errors, [])
        self.assertEqual(dags, {"payments_nightly": {
            "build": ["make build", ["night"], "all_success"],
            "night": ["make night", ["alerts"], "all_success"],
            "alerts": ["make alerts", [], "all_done"],
        }})

    def test_airflow_rejects_planted_errors(self):
        for name, right, wrong, word in DAG_FAULTS:
            with self.subTest(name):
                planted = DAG_FILE.read_text().replace(right, wrong)
                self.assertNotEqual(planted, DAG_FILE.read_text())
                errors, dags = dag_bag(planted)
                self.assertEqual(dags, {})
                self.assertIn(word, " ".join(errors))


def load_tests(loader, tests, pattern):
    """The real Airflow in the slow form only."""
    classes = [Workflow, Dag] + ([DagInAirflow] if os.environ.get("PAYMENTS_SLOW") == "1" else [])
    return unittest.TestSuite(loader.loadTestsFromTestCase(case) for case in classes)


def judge(validator, file):
    result = subprocess.run([*validator, file], cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    return result.returncode, result.stdout + result.stderr


def stand_in_run():
    """Runs the DAG file with classes that only note how they are called; the tasks by name, with those before them."""
    tasks = {}

    class Operator:
        def __init__(self, task_id, **arguments):
            self.name = task_id
            tasks[task_id] = {**arguments, "after": []}

        def __rshift__(self, other):
            tasks[other.name]["after"].append(self.name)
            return other

    class Graph:
        def __init__(self, **arguments):
            assert arguments["dag_id"] == "payments_nightly"

        def __enter__(self):
            return self

        def __exit__(self, *_):
            return False

    pendulum = types.SimpleNamespace(datetime=lambda *_, **__: None, duration=lambda **_: None)
    modules = {
        "pendulum": pendulum,
        "airflow": types.ModuleType("airflow"),
        "airflow.sdk": types.SimpleNamespace(DAG=Graph),
        "airflow.providers": types.ModuleType("airflow.providers"),
        "airflow.providers.standard": types.ModuleType("airflow.providers.standard"),
        "airflow.providers.standard.operators": types.ModuleType("airflow.providers.standard.operators"),
        "airflow.providers.standard.operators.bash": types.SimpleNamespace(BashOperator=Operator),
    }
    with unittest.mock.patch.dict(sys.modules, modules):
        runpy.run_path(str(DAG_FILE))
    return tasks


def dag_bag(text):
    """Import errors and DAGs of a folder with this one file, told by Airflow without a database."""
    subprocess.run(["make", "--silent", ".venv/airflow.done"], cwd=ROOT, stdin=subprocess.DEVNULL, check=True)
    with tempfile.TemporaryDirectory() as folder:
        pathlib.Path(folder, "dags").mkdir()
        pathlib.Path(folder, "dags/payments_nightly.py").write_text(text)
        environment = {**os.environ, "AIRFLOW_HOME": folder}
        result = subprocess.run(
            [ROOT / ".venv/airflow/bin/python", "-c", DAG_BAG, f"{folder}/dags"],
            env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True,
        )
        if result.returncode != 0:
            raise AssertionError(result.stdout + result.stderr)
        return json.loads(result.stdout.splitlines()[-1])


if __name__ == "__main__":
    unittest.main()
