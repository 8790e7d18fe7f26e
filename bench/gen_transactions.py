"""What gen_transactions costs beside DuckDB's SQL-only generator of the same columns (sql_generator.sql).

Both are read to the last column by any_value(columns(*)), which keeps one value per column and costs next to nothing.
Every figure is the median of interleaved runs; the cost of starting the CLI and loading the extension is measured in
the same rounds and subtracted. Usage: python bench/gen_transactions.py [rows] [repetitions]
"""

import sys

import measure

YEAR = "'2024-01-01', '2024-12-31'"
START = "start of the CLI"
SQL = "SQL only, VARCHAR, all columns"
TEXT = "gen_transactions, VARCHAR, all columns"
ENUM = "gen_transactions, ENUM, all columns"
TWO = "gen_transactions, ENUM, all columns, two threads"
SINGLE_COLUMNS = ["txn_id", "ts", "merchant_id", "amount", "channel", "approved", "fee"]


def single(column):
    return f"gen_transactions, {column} alone"


def candidates(rows):
    ours = f"gen_transactions({rows}, {YEAR}, enums := true)"
    text = f"gen_transactions({rows}, {YEAR}, enums := false)"
    one, two = "SET threads = 1", "SET threads = 2; SET preserve_insertion_order = false"
    sql_only = [".read bench/sql_generator.sql", one, f"select any_value(columns(*)) from sql_transactions({rows}, {YEAR})"]
    commands = {
        START: [one, "select 1"],
        SQL: sql_only,
        TEXT: [one, f"select any_value(columns(*)) from {text}"],
        ENUM: [one, f"select any_value(columns(*)) from {ours}"],
        TWO: [two, f"select any_value(columns(*)) from {ours}"],
    }
    for column in SINGLE_COLUMNS:
        commands[single(column)] = [one, f"select any_value({column}) from {ours}"]
    return {name: [part for command in parts for part in ("-c", command)] for name, parts in commands.items()}


def report(costs, rows):
    start = measure.median(costs[START], "cpu")
    net = {name: measure.median(measured, "cpu") - start for name, measured in costs.items()}
    lines = [f"{rows:,} rows, one thread unless said, {len(costs[START])} interleaved rounds, medians", ""]
    lines.append(f"{'':<52}{'CPU s':>8}{'ns/row':>9}")
    for name in costs:
        if name != START:
            lines.append(f"{name:<52}{net[name]:>8.3f}{net[name] / rows * 1e9:>9.1f}")
    lines.append(f"{START + ' (subtracted above)':<52}{start:>8.3f}")
    wall = {name: measure.median(costs[name], "wall") - measure.median(costs[START], "wall") for name in (ENUM, TWO)}
    lines += [
        "",
        f"SQL only / gen_transactions, both VARCHAR: {net[SQL] / net[TEXT]:.1f} times the CPU",
        f"VARCHAR / ENUM output of gen_transactions: {net[TEXT] / net[ENUM]:.2f}",
        f"one thread / two threads, wall: {wall[ENUM] / wall[TWO]:.2f} ({wall[ENUM]:.3f} s / {wall[TWO]:.3f} s)",
    ]
    lines += [f"{column} alone / all columns: {net[single(column)] / net[ENUM]:.2f}" for column in SINGLE_COLUMNS]
    return "\n".join([*lines, "", measure.raw(costs)])


if __name__ == "__main__":
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 4_000_000
    repetitions = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    measure.publish("gen_transactions", report(measure.interleaved(candidates(rows), repetitions), rows))
