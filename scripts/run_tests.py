"""Runs every test and ends with the totals that the runners themselves reported: `make test` calls it.

A runner that ends with an error, or that ran no test, makes the whole run fail.
"""

import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
CARGO = ["cargo", "test", "--locked", "--no-fail-fast"]
BROWSER = ["npm", "--prefix", "dashboards/web", "run", "--silent", "test", "--"]
EXTENSION_TARGETS = ["--lib", "--test", "sqllogictest", "--test", "sqllogictest_proof"]


def main():
    runners = [
        ("pure Rust layers", [*CARGO, "--no-default-features"]),
        ("extension and .test files", [*CARGO, *EXTENSION_TARGETS]),
    ]
    # Every folder below test/ with a test_*.py in it: a new one cannot be forgotten here.
    for folder in sorted({path.parent.relative_to(ROOT) for path in ROOT.glob("test/**/test_*.py")}):
        runners.append((str(folder), [sys.executable, "-m", "unittest", "discover", "-v", "-s", str(folder)]))
    runners.append(("dashboard in a browser", [*BROWSER, *(["--full"] if os.environ.get("PAYMENTS_SLOW") == "1" else [])]))
    results = [(name, *run(name, command)) for name, command in runners]
    sys.exit(report(results))


def run(name, command):
    """Shows the output as it comes; returns the exit status and (passed, failed, skipped)."""
    print(f"== {name}", flush=True)
    process = subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    lines = []
    for line in process.stdout:
        print(line, end="", flush=True)
        lines.append(line)
    return process.wait(), totals("".join(lines))


def totals(output):
    """The sum of what cargo test, unittest or node's test runner printed at the end of each run."""
    found = re.findall(r"^test result: \w+\. (\d+) passed; (\d+) failed; (\d+) ignored", output, re.M)
    passed, failed, skipped = (sum(int(counts[place]) for counts in found) for place in range(3))
    for ran, ending in re.findall(r"^Ran (\d+) tests?.*\n\n(.*)$", output, re.M):
        counts = {word: int(count) for word, count in re.findall(r"(\w+)=(\d+)", ending)}
        broken = counts.get("failures", 0) + counts.get("errors", 0)
        passed += int(ran) - broken - counts.get("skipped", 0)
        failed += broken
        skipped += counts.get("skipped", 0)
    for word, count in re.findall(r"^# (pass|fail|cancelled|skipped) (\d+)$", output, re.M):
        passed += int(count) if word == "pass" else 0
        failed += int(count) if word in ("fail", "cancelled") else 0
        skipped += int(count) if word == "skipped" else 0
    return passed, failed, skipped


def report(results):
    print("== totals")
    for name, status, (passed, failed, skipped) in results:
        verdict = "ok" if status == 0 and passed > 0 else f"FAILED (exit status {status})"
        print(f"{name:<28}{passed:>5} passed {failed:>4} failed {skipped:>4} skipped  {verdict}")
    passed, failed, skipped = (sum(result[2][place] for result in results) for place in range(3))
    sound = all(status == 0 and counts[0] > 0 for _, status, counts in results)
    print(f"total: {passed} passed, {failed} failed, {skipped} skipped, {'ok' if sound else 'FAILED'}")
    return 0 if sound else 1


if __name__ == "__main__":
    main()
