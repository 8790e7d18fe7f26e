"""What the cube of the dashboards costs on tables of the open transaction and on committed ones, with one thread and two.

DuckDB's own timer measures each statement; the load before it is not counted. Usage: python bench/open_transaction.py
[rows] [repetitions]
"""

import re
import statistics
import subprocess
import sys
import tempfile

import measure

CUBE = ".read sql/kpi/fct_payments_daily.sql"


def seconds(rows, is_committed, threads):
    """Wall and CPU seconds of building the cube once."""
    script = "\n".join([
        "begin;",
        "set threads = 1;",
        "create table merchants as from gen_merchants(enums := true);",
        f"create table transactions as from gen_transactions({rows}, '2024-01-01', '2024-12-31', enums := true);",
        ".read sql/kpi/fct_attempts.sql",
        "commit;" if is_committed else "",
        f"set threads = {threads};",
        ".timer on",
        CUBE,
    ])
    with tempfile.TemporaryDirectory() as folder:
        options = ["-no-init", "-batch", "-unsigned", "-cmd", f"LOAD '{measure.EXTENSION}'", f"{folder}/cube.duckdb"]
        command = [measure.DUCKDB, *options]
        result = subprocess.run(command, cwd=measure.ROOT, input=script, capture_output=True, text=True, check=True)
    timed = re.findall(r"real ([\d.]+) user ([\d.]+) sys ([\d.]+)", result.stdout)
    return sum(float(real) for real, _, _ in timed), sum(float(user) + float(sys_) for _, user, sys_ in timed)


if __name__ == "__main__":
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 2_000_000
    repetitions = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    settings = [(is_committed, threads) for is_committed in (False, True) for threads in (1, 2)]
    found = {setting: [] for setting in settings}
    for _ in range(repetitions):
        for setting in settings:
            found[setting].append(seconds(rows, *setting))
    lines = [f"fct_payments_daily over {rows:,} attempts, {repetitions} interleaved rounds, medians", ""]
    for (is_committed, threads), costs in found.items():
        name = f"{'committed' if is_committed else 'open transaction'}, {threads} thread{'s' if threads > 1 else ''}"
        wall, cpu = (statistics.median(column) for column in zip(*costs))
        lines.append(f"{name:<32}{wall:>7.3f} s wall{cpu:>8.3f} CPU s")
    lines += ["", "every run, wall s / CPU s:"]
    for (is_committed, threads), costs in found.items():
        runs = " ".join(f"{wall:.3f}/{cpu:.3f}" for wall, cpu in costs)
        lines.append(f"  {'committed' if is_committed else 'open'}, {threads}: {runs}")
    measure.publish("open_transaction", "\n".join(lines))
