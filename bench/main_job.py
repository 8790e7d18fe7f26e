"""The main job at its defaults, step by step, beside what the original Python pipeline took for as many rows.

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


def one_run(data_dir):
    """The cost of a run and the seconds of its steps, as the pipeline itself prints them."""
    with tempfile.TemporaryFile("w+") as output:
        cost = measure.run(["-cmd", f"SET VARIABLE data_dir = '{data_dir}'", "-f", "sql/pipeline.sql"], output)
        output.seek(0)
        text = output.read()
    steps = {step: float(seconds) for step, seconds in re.findall(r"^  (\S.*?) +(\d+\.\d+) s$", text, re.M)}
    if not steps:
        raise SystemExit(f"the pipeline printed no steps:\n{text}")
    return cost, steps


def report(runs):
    costs = [cost for cost, _ in runs]
    total_wall, total_cpu = measure.median(costs, "wall"), measure.median(costs, "cpu")
    lines = [f"main job, 2,000,000 rows, {len(runs)} runs, medians", "", f"{'step':<20}{'wall s':>8}"]
    for step in runs[0][1]:
        lines.append(f"{step:<20}{statistics.median(steps[step] for _, steps in runs):>8.2f}")
    lines += [
        f"{'whole process':<20}{total_wall:>8.2f}",
        "",
        f"{total_cpu:.2f} CPU s, {measure.median(costs, 'peak_mb'):.0f} MB at the peak",
        f"original / this: {ORIGINAL_WALL / total_wall:.1f} times the wall time ({ORIGINAL_WALL} s), "
        f"{ORIGINAL_CPU / total_cpu:.1f} times the CPU ({ORIGINAL_CPU} s)",
        "",
        "every run, wall s / CPU s: " + ", ".join(f"{cost.wall:.2f} / {cost.cpu:.2f}" for cost in costs),
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    repetitions = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    runs = []
    for number in range(repetitions):
        folder = tempfile.mkdtemp(prefix="main-job-", dir=measure.ROOT / "build")
        runs.append(one_run(folder))
        shutil.rmtree(folder)
        print(f"run {number + 1} of {repetitions}", flush=True)
    measure.publish("main_job", report(runs))
