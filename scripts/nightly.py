"""One night: stages last night's state, runs sql/nightly.sql on it for the days that are missing, publishes the result.

    python scripts/nightly.py [--folder data/nightly] [--night 2024-12-31] [--incoming folder] [rows=.. start_date=.. ..]
    python scripts/nightly.py [--folder data/nightly] --alerts

`<folder>/current` is a link to the last good night, and is moved in one step: readers see one night or the next, never a
mixture, and a night that fails leaves it alone. Without --night it is yesterday (UTC), or the last day of the world when
that is over. The exit status is 0 when the night is published or was before, 1 when it was stopped; --alerts prints
`<folder>/alerts.json` and ends with 3 when there are any.
"""

import argparse
import datetime
import fcntl
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
DUCKDB = os.environ.get("DUCKDB", ".venv/bin/duckdb")
EXTENSION = os.environ.get("PAYMENTS_EXTENSION", "build/payments.duckdb_extension")
WORLD = {"rows": "2000000", "start_date": "2024-01-01", "end_date": "2024-12-31", "seed": "42"}
KEPT_NIGHTS = 2


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--folder", default="data/nightly")
    parser.add_argument("--night", type=datetime.date.fromisoformat)
    parser.add_argument("--incoming")
    parser.add_argument("--alerts", action="store_true")
    parser.add_argument("world", nargs="*", metavar="name=value")
    arguments = parser.parse_args()
    folder = pathlib.Path(arguments.folder).resolve()
    if arguments.alerts:
        return show_alerts(folder)
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / "lock", "w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise SystemExit(f"another night is running in {folder}")
        return run_night(folder, arguments)


def run_night(folder, arguments):
    world = same_world(folder, {**WORLD, **dict(pair.split("=", 1) for pair in arguments.world)})
    end = datetime.date.fromisoformat(world["end_date"])
    night = arguments.night or min(end, datetime.datetime.now(datetime.UTC).date() - datetime.timedelta(days=1))
    current = folder / "current"
    first_day = next_day(current) or datetime.date.fromisoformat(world["start_date"])
    if first_day > night:
        print(f"nothing to take in: {current} holds the days to {first_day - datetime.timedelta(days=1)}")
        return 0
    print(f"taking in {first_day} to {night}", flush=True)
    staged = stage(folder, current, night)
    variables = {**world, "data_dir": staged, "first_day": first_day, "night": night}
    if arguments.incoming:
        variables["incoming_dir"] = pathlib.Path(arguments.incoming).resolve()
    status, error = duckdb("sql/nightly.sql", variables)
    if status != 0:
        duckdb("sql/stopped.sql", {**variables, "message": error})
        shutil.copy(staged / "alerts.json", folder / "alerts.json")
        print(f"stopped: {current} is as it was; what was checked lies in {staged}", file=sys.stderr)
        return 1
    publish(folder, current, staged)
    print(f"published {current} ({staged})")
    return 0


def same_world(folder, world):
    """Days of two worlds do not fit together: the first night decides."""
    record = folder / "world.json"
    if record.exists() and json.loads(record.read_text()) != world:
        raise SystemExit(f"{folder} holds days of another world, {json.loads(record.read_text())}, not of {world}")
    record.write_text(json.dumps(world))
    return world


def next_day(current):
    """The day after the last one that was taken in; None when there is none."""
    parts = current.glob("raw/transactions/year=*/month=*/day_*.parquet")
    days = sorted(re.search(r"day_(.*)\.parquet", part.name)[1] for part in parts)
    return datetime.date.fromisoformat(days[-1]) + datetime.timedelta(days=1) if days else None


def stage(folder, current, night):
    """A folder of its own for the night, with last night's raw layer, database and verdicts in it."""
    staged = folder / "nights" / str(night)
    shutil.rmtree(staged, ignore_errors=True)
    staged.mkdir(parents=True)
    if current.exists():
        # Parts of past days are never written again: a second name for the same file will do.
        shutil.copytree(current / "raw", staged / "raw", copy_function=link_parts)
        shutil.copytree(current / "processed", staged / "processed")
        shutil.copy(current / "analytics.duckdb", staged)
    return staged


def link_parts(source, target):
    (os.link if "/day_" in source else shutil.copy2)(source, target)


def duckdb(script, variables):
    command = [DUCKDB, "-no-init", "-bail", "-unsigned", "-cmd", f"LOAD '{EXTENSION}'"]
    for name, value in variables.items():
        text = str(value).replace("'", "''")
        command += ["-cmd", f"SET VARIABLE {name} = '{text}'"]
    process = subprocess.Popen(
        [*command, "-f", script], cwd=ROOT, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    error = process.stderr.read()
    sys.stderr.write(error)
    return process.wait(), error.strip() or f"exit status {process.returncode}"


def publish(folder, current, staged):
    """Moves the link in one step, then sweeps nights that nobody reads any more."""
    link = folder / "current.new"
    link.unlink(missing_ok=True)
    link.symlink_to(staged.relative_to(folder))
    os.replace(link, current)
    shutil.copy(current / "alerts.json", folder / "alerts.json")
    for old in sorted((folder / "nights").iterdir())[:-KEPT_NIGHTS]:
        shutil.rmtree(old)


def show_alerts(folder):
    alerts = json.loads((folder / "alerts.json").read_text())
    for alert in alerts:
        print(f"{alert['kind']}: {alert['message']}")
    print(f"{len(alerts)} alert(s) in {folder / 'alerts.json'}")
    return 3 if alerts else 0


if __name__ == "__main__":
    sys.exit(main())
