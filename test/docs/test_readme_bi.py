"""The build guide for Tableau, Looker and Looker Studio names files, commands, dashboards and sheets that exist."""

import pathlib
import re
import subprocess
import sys
import unittest

import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
GUIDE = (ROOT / "dashboards/README_bi.md").read_text()
DESCRIPTION = yaml.safe_load((ROOT / "dashboards/bi.yaml").read_text())
IGNORED = subprocess.run(
    ["git", "check-ignore", "--stdin"], cwd=ROOT, capture_output=True, text=True,
    input="\n".join(f"dashboards/{name}" for name in re.findall(r"`((?:tableau|looker|looker_studio)/[\w./]*)`", GUIDE)),
).stdout.split()  # fmt: skip


class Guide(unittest.TestCase):
    def test_every_file_is_there_or_is_an_output(self):
        named = re.findall(
            r"`((?:dashboards/)?(?:tableau|looker|looker_studio|scripts|sql|requirements|data)/[\w./]*|bi\.yaml|catalogue\.csv)`",
            GUIDE,
        )
        self.assertGreater(len(named), 20)
        for name in named:
            with self.subTest(name):
                here = [ROOT / name, ROOT / "dashboards" / name]
                output = (
                    name.startswith("data/")
                    or f"dashboards/{name.removeprefix('dashboards/')}" in IGNORED
                    or "/Data/" in name
                    or "/extracts" in name
                )
                self.assertTrue(output or any(path.exists() for path in here))

    def test_every_make_target_is_there(self):
        targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.M))
        self.assertLessEqual(set(re.findall(r"`?make ([a-z-]+)", GUIDE)) - {"a"}, targets)

    def test_every_dashboard_and_data_source_is_named(self):
        for board in DESCRIPTION["dashboards"].values():
            self.assertIn(board["title"], GUIDE)
        for source in DESCRIPTION["sources"]:
            self.assertIn(f"`{source}`", GUIDE)
        self.assertIn("Global filters: date, region, industry, merchant size, channel, payment method.", GUIDE)
        self.assertEqual(
            DESCRIPTION["filters"], ["date", "region", "industry", "merchant_size", "channel", "payment_method"]
        )

    def test_every_sheet_that_it_tells_to_click_is_there(self):
        titles = {sheet["title"] for sheet in DESCRIPTION["sheets"].values()}
        for name in ("GPV by industry", "Approval rate by region and industry", "Approval rate"):
            self.assertIn(name, titles)
            self.assertIn(f"*{name}*", " ".join(GUIDE.split()))

    def test_every_link_command_prints_a_link(self):
        commands = re.findall(r"^\.venv/bin/python (scripts/bi/studio\.py .*)$", GUIDE, re.M)
        self.assertEqual(len(commands), 3)
        for command in commands:
            with self.subTest(command):
                result = subprocess.run(
                    [sys.executable, *command.split()], cwd=ROOT, capture_output=True, text=True, check=True
                )
                self.assertTrue(
                    result.stdout.startswith("https://lookerstudio.google.com/reporting/create?c.reportId=REPORT_ID&")
                )


if __name__ == "__main__":
    unittest.main()
