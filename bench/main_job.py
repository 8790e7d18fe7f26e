"""The main job at its defaults, step by step, beside what the original Python pipeline took for as many rows, and beside
the part of it that no plan can leave out (bare_job.sql): that part's cost is a floor under the whole. Shares of steps are
taken on one thread, where seconds are those of the CPU and no step gains more by a second one than another.

Every run starts from an empty data directory. Usage: python bench/main_job.py [repetitions]
"""

import re
import shutil
import statistics
import sys
import tempfile

import measure

# The product that this one replaces, 2,000,000 rows to its views and marts, on a machine with two such cores.
ORIGINAL_WALL, ORIGINAL_CPU = 28.7, 32.0

SHARES = {
    "measure and publish": ["measure", "publish marts"],
    "checks and manifest": ["check contract", "check", "write manifest"],
}


def one_run(script, *commands):
    """The cost of a run into a new folder and the seconds of its steps, as the pipeline itself prints them."""
    data_dir = tempfile.mkdtemp(prefix="main-job-", dir=measure.ROOT / "build")
    with tempfile.TemporaryFile("w+") as output:
        options = [part for command in (f"SET VARIABLE data_dir = '{data_dir}'", *commands) for part in ("-cmd", command)]
        cost = measure.run([*options, "-f", script], output)
        output.seek(0)
        text = output.read()
    shutil.rmtree(data_dir)
    steps = {step: float(seconds) for step, seconds in re.findall(r"^  (\S.*?) +(\d+\.\d+) s$", text, re.M)}
    if not steps:
        raise SystemExit(f"the pipeline printed no steps:\n{text}")
    return cost, steps


def steps_of(runs):
    """A table of the median seconds of each step, and of the whole."""
    lines = [f"{'step':<20}{'wall s':>8}"]
    for step in runs[0][1]:
        lines.append(f"{step:<20}{statistics.median(steps[step] for _, steps in runs):>8.2f}")
    costs = [cost for cost, _ in runs]
    wall, cpu, peak = (measure.median(costs, field) for field in ("wall", "cpu", "peak_mb"))
    lines += [f"{'whole process':<20}{wall:>8.2f}", "", f"{cpu:.2f} CPU s, {peak:.0f} MB at the peak", ""]
    return lines, wall, cpu


def shares_of(runs):
    """The median share that groups of steps have in the whole process."""
    for name, steps in SHARES.items():
        share = statistics.median(sum(seconds[step] for step in steps) / cost.wall for cost, seconds in runs)
        yield f"{name}: {share:.0%} of the whole process"


def report(runs, bare_runs, single_runs):
    steps, wall, cpu = steps_of(runs)
    bare_steps, bare_wall, bare_cpu = steps_of(bare_runs)
    lines = [
        f"main job, 2,000,000 rows, {len(runs)} interleaved rounds, medians",
        "",
        *steps,
        f"original / this: {ORIGINAL_WALL / wall:.1f} times the wall time ({ORIGINAL_WALL} s), "
        f"{ORIGINAL_CPU / cpu:.1f} times the CPU ({ORIGINAL_CPU} s)",
        "",
        "the same without views, checks and marts: a floor",
        "",
        *bare_steps,
        f"original / floor: {ORIGINAL_WALL / bare_wall:.1f} times the wall time, {ORIGINAL_CPU / bare_cpu:.1f} times the CPU",
        "",
        "the main job on one thread",
        "",
        *steps_of(single_runs)[0],
        *shares_of(single_runs),
        "",
        "on all threads",
        *shares_of(runs),
        "",
    ]
    for name, measured in (("main job", runs), ("floor", bare_runs), ("one thread", single_runs)):
        pairs = ", ".join(f"{cost.wall:.2f} / {cost.cpu:.2f}" for cost, _ in measured)
        lines.append(f"{name}, every run, wall s / CPU s: {pairs}")
    return "\n".join(lines)


if __name__ == "__main__":
    repetitions = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    runs, bare_runs, single_runs = [], [], []
    for number in range(repetitions):
        runs.append(one_run("sql/pipeline.sql"))
        bare_runs.append(one_run("bench/bare_job.sql"))
        single_runs.append(one_run("sql/pipeline.sql", "SET threads = 1"))
        print(f"round {number + 1} of {repetitions}", flush=True)
    measure.publish("main_job", report(runs, bare_runs, single_runs))
