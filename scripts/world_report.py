"""Measures what the generated world claims to be: every file of test/world/claims on the worlds of some seeds.

Usage: python scripts/world_report.py [--rows N] [seed ...]; without seeds, the default one and twenty others, and the
report is written to bench/results/world_report.txt as well. The exit status is 1 when a claim lies outside for a seed.
"""

import argparse
import json
import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
DUCKDB = os.environ.get("DUCKDB", ".venv/bin/duckdb")
LOAD = f"LOAD '{os.environ.get('PAYMENTS_EXTENSION', 'build/payments.duckdb_extension')}'"
DEFAULT_SEED, DEFAULT_ROWS = 42, 2_000_000
SEEDS = [DEFAULT_SEED, *range(1, 21)]
RESULT = ROOT / "bench/results/world_report.txt"
WORLD = ROOT / "test/world/world.sql"
CLAIMS = sorted((ROOT / "test/world/claims").glob("*.sql"))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", type=int, default=DEFAULT_ROWS)
    parser.add_argument("seeds", type=int, nargs="*")
    options = parser.parse_args()
    worlds = {seed: claims_of(seed, options.rows) for seed in options.seeds or SEEDS}
    text = report(worlds, options.rows)
    print(text)
    if not options.seeds and options.rows == DEFAULT_ROWS:
        RESULT.write_text(f"Printed by `make world-report`.\n\n{text}\n")
    sys.exit(any(not is_inside(claim) for claims in worlds.values() for claim in claims))


def claims_of(seed, rows):
    """The claims of one world, in order: dictionaries of topic, claim, least, most and measured."""
    variables = [f"SET VARIABLE seed = {seed}", f"SET VARIABLE rows = {rows}"]
    options = [part for setting in [LOAD, *variables] for part in ("-cmd", setting)]
    command = [DUCKDB, "-no-init", "-batch", "-unsigned", "-json", *options]
    for path in [WORLD, *CLAIMS]:
        command += ["-cmd", f"SET VARIABLE topic = '{path.stem[3:]}'", "-f", str(path)]
    command += ["-c", "SELECT * EXCLUDE (claim_number) FROM claims ORDER BY claim_number"]
    result = subprocess.run(command, cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    if result.returncode != 0 or result.stderr:
        raise SystemExit(f"{' '.join(command)}\n{result.stderr}")
    return json.loads(result.stdout)


def is_inside(claim):
    """Whether the measured value lies between the claim's bounds; a value that is missing does not."""
    measured, least, most = claim["measured"], claim["least"], claim["most"]
    return measured is not None and (least is None or measured >= least) and (most is None or measured <= most)


def report(worlds, rows):
    """One line a claim: its bounds, what the first world has, the range over all, and how many are inside."""
    first = next(iter(worlds))
    lines = [f"{rows:,} rows of 2024; seeds {', '.join(map(str, worlds))}"]
    topic = None
    for number, claim in enumerate(worlds[first]):
        values = [claims[number]["measured"] for claims in worlds.values()]
        known = [value for value in values if value is not None]
        inside = sum(is_inside(claims[number]) for claims in worlds.values())
        if claim["topic"] != topic:
            topic = claim["topic"]
            heading = topic.replace("_", " ")
            lines += ["", f"{heading:<100}{'target':>18}{f'seed {first}':>10}{'all seeds':>20}{'inside':>9}"]
        spread = f"{number_text(min(known))} to {number_text(max(known))}" if known else "none"
        lines.append(
            f"  {claim['claim']:<98}{target(claim):>18}{number_text(claim['measured']):>10}{spread:>20}"
            f"{f'{inside}/{len(worlds)}':>9}" + ("" if inside == len(worlds) else "  OUTSIDE")
        )
    outside = sum(not is_inside(claim) for claims in worlds.values() for claim in claims)
    total = sum(map(len, worlds.values()))
    return "\n".join([*lines, "", f"{total - outside} of {total} inside, {outside} outside"])


def target(claim):
    least, most = claim["least"], claim["most"]
    if most is None:
        return f"from {number_text(least)}"
    if least is None:
        return f"up to {number_text(most)}"
    return f"{number_text(least)} to {number_text(most)}"


def number_text(value):
    if value is None:
        return "none"
    return f"{value:.0f}" if abs(value) >= 1000 else f"{value:.4g}"


if __name__ == "__main__":
    main()
