"""What the full world costs beside the simple one that came before it, built from the commit that still had it.

Both are read to the last column on one thread; the start of the CLI is subtracted. The peak of memory is that of the
whole process, for a million rows and for fifty. The old extension is built once, from
its sources under build/. Usage: python bench/full_world.py [rows] [repetitions]
"""

import io
import os
import subprocess
import sys
import tarfile

import measure

# Model version 1: no retries, subscriptions, fraud, incidents.
SIMPLE_COMMIT = "67941f0"
SIMPLE_HOME = measure.ROOT / "build/simple-world"
YEAR = "'2024-01-01', '2024-12-31'"
FEW, MANY = 1_000_000, 50_000_000
START, SIMPLE, FULL = "start of the CLI", "simple world (model 1)", "full world"


def build_simple():
    """The extension of the simple world."""
    extension = SIMPLE_HOME / "build/payments.duckdb_extension"
    if not extension.exists():
        sources = subprocess.run(["git", "archive", SIMPLE_COMMIT], cwd=measure.ROOT, check=True, capture_output=True)
        tarfile.open(fileobj=io.BytesIO(sources.stdout)).extractall(SIMPLE_HOME, filter="data")
        library = SIMPLE_HOME / "target/release/libpayments.so"
        flags = {**os.environ, "RUSTFLAGS": "-C target-cpu=native"}
        run(["cargo", "build", "--locked", "--release", "--target-dir", "target"], SIMPLE_HOME, flags)
        extension.parent.mkdir(exist_ok=True)
        platform = measure.value("(select * from pragma_platform())")
        run(["sh", "scripts/footer.sh", str(library), str(extension), platform, "v0.1.0"], SIMPLE_HOME)
    return extension


def run(command, folder, environment=None):
    subprocess.run(command, cwd=folder, env=environment, check=True, stdout=subprocess.DEVNULL)


def scan(rows):
    query = f"select any_value(columns(*)) from gen_transactions({rows}, {YEAR}, enums := true)"
    return ["-c", "SET threads = 1", "-c", query]


def report(costs, peaks, rows):
    start = measure.median(costs[START], "cpu")
    net = {name: measure.median(costs[name], "cpu") - start for name in (SIMPLE, FULL)}
    lines = [f"{rows:,} rows, all columns as ENUM, one thread, {len(costs[START])} interleaved rounds, medians", ""]
    lines += [f"{name:<24}{cpu:>8.3f} CPU s{cpu / rows * 1e9:>8.1f} ns/row" for name, cpu in net.items()]
    lines += ["", f"rows per CPU second, full / simple: {net[SIMPLE] / net[FULL]:.2f}"]
    lines += [f"peak of memory, {count:,} rows: {peak:.0f} MB" for count, peak in peaks.items()]
    return "\n".join([*lines, "", measure.raw(costs)])


if __name__ == "__main__":
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 4_000_000
    repetitions = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    candidates = {
        START: ["-c", "SET threads = 1", "-c", "select 1"],
        SIMPLE: scan(rows),
        FULL: scan(rows),
    }
    costs = measure.interleaved(candidates, repetitions, {SIMPLE: build_simple()})
    peaks = {count: measure.run(scan(count)).peak_mb for count in (FEW, MANY)}
    measure.publish("full_world", report(costs, peaks, rows))
