"""What the cube of the dashboards costs on tables of an open transaction, on committed ones and in memory, with one thread
and two: why a run is built in memory.

DuckDB's own timer measures each statement; the load before it is not counted. Usage: python bench/places.py [rows]
[repetitions]
"""

import re
import statistics
import subprocess
import sys
import tempfile

import measure

CUBE = ".read sql/kpi/fct_payments_daily.sql"
# Where the tables lie, and what is said before and after they are loaded.
PLACES = {
    "open transaction": ("begin;", ""),
    "committed": ("begin;", "commit;"),
    "in memory": ("attach ':memory:' as staging; use staging;", ""),
}


def seconds(rows, place, threads):
    """Wall and CPU seconds of building the cube once."""
    before, after = PLACES[place]
    script = "\n".join([
        before,
        "set threads = 1;",
        "create table merchants as from gen_merchants(enums := true);",
        f"create table transactions as from gen_transactions({rows}, '2024-01-01', '2024-12-31', enums := true);",
        ".read sql/kpi/fct_attempts.sql",
        after,
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


def named(place, threads):
    return f"{place}, {threads} thread{'s' if threads > 1 else ''}"


if __name__ == "__main__":
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 2_000_000
    repetitions = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    found = {(place, threads): [] for place in PLACES for threads in (1, 2)}
    for _ in range(repetitions):
        for place, threads in found:
            found[place, threads].append(seconds(rows, place, threads))
    lines = [f"fct_payments_daily over {rows:,} attempts, {repetitions} interleaved rounds, medians", ""]
    for (place, threads), costs in found.items():
        wall, cpu = (statistics.median(column) for column in zip(*costs))
        lines.append(f"{named(place, threads):<32}{wall:>7.3f} s wall{cpu:>8.3f} CPU s")
    lines += ["", "every run, wall s / CPU s:"]
    for (place, threads), costs in found.items():
        lines.append(f"  {named(place, threads)}: " + " ".join(f"{wall:.3f}/{cpu:.3f}" for wall, cpu in costs))
    measure.publish("places", "\n".join(lines))
