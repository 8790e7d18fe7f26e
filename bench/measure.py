"""Running DuckDB's CLI over and over, and what it cost: CPU seconds, wall seconds and peak memory of each process."""

import os
import pathlib
import platform
import statistics
import subprocess
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
DUCKDB = os.environ.get("DUCKDB", ".venv/bin/duckdb")
EXTENSION = "build/payments.duckdb_extension"
RESULTS = ROOT / "bench/results"


class Cost:
    """What one process took."""

    def __init__(self, usage, wall):
        self.cpu = usage.ru_utime + usage.ru_stime
        self.wall = wall
        # Linux counts in KiB, macOS in bytes.
        self.peak_mb = usage.ru_maxrss / (1024 if platform.system() == "Linux" else 1024 * 1024)


def run(options, output=subprocess.DEVNULL, extension=EXTENSION):
    """One CLI process with an extension loaded."""
    command = [DUCKDB, "-no-init", "-batch", "-unsigned", "-cmd", f"LOAD '{extension}'", *options]
    began = time.monotonic()
    process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=output)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"exit status {process.returncode}: {' '.join(command)}")
    return Cost(usage, time.monotonic() - began)


def interleaved(candidates, repetitions, extensions=None):
    """Costs by name of several sets of options; each round runs every candidate once, so that a busy spell meets all.
    `extensions` names those that are run with another extension than this one.
    """
    costs = {name: [] for name in candidates}
    for round_number in range(repetitions):
        for name, options in candidates.items():
            costs[name].append(run(options, extension=(extensions or {}).get(name, EXTENSION)))
        print(f"round {round_number + 1} of {repetitions}", flush=True)
    return costs


def median(costs, field):
    return statistics.median(getattr(cost, field) for cost in costs)


def machine():
    """What the figures were taken on."""
    load = ", ".join(f"{average:.1f}" for average in os.getloadavg())
    return "\n".join([
        f"{time.strftime('%Y-%m-%d')}, DuckDB {value('version()')}, payments {value('payments_version()')}",
        f"{processor()}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}, load {load}",
    ])


def value(expression):
    """What DuckDB answers to one expression."""
    options = ["-no-init", "-unsigned", "-noheader", "-list", "-cmd", f"LOAD '{EXTENSION}'", "-c", f"select {expression}"]
    return subprocess.run([DUCKDB, *options], cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()


def processor():
    try:
        lines = pathlib.Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor() or "unknown processor"
    names = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else "unknown processor"


def publish(name, text):
    """Prints a report and keeps it as bench/results/<name>.txt."""
    report = f"{machine()}\n\n{text}\n"
    print(f"\n{report}")
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / f"{name}.txt").write_text(report)


def raw(costs):
    """Every single measurement, so that the medians can be checked."""
    lines = ["every run, CPU s:"]
    for name, measured in costs.items():
        lines.append(f"  {name}: " + " ".join(f"{cost.cpu:.3f}" for cost in measured))
    return "\n".join(lines)
