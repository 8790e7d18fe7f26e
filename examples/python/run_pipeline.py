"""Runs sql/pipeline.sql from Python: the pipeline is plain SQL but for its `.read file` lines, followed here.

From the repository root, after `make build`:
    python examples/python/run_pipeline.py build/payments.duckdb_extension rows=20000 start_date=2024-01-01
"""

import sys

import duckdb


def run_file(connection, path):
    """Executes a file of SQL; of the CLI's own commands only `.read` matters, the others only print."""
    statements = []
    with open(path, encoding="utf-8") as file:
        for line in file:
            if not line.startswith("."):
                statements.append(line)
                continue
            connection.execute("".join(statements))
            statements.clear()
            if line.startswith(".read "):
                run_file(connection, line.split()[1])
    connection.execute("".join(statements))


if __name__ == "__main__":
    extension, *variables = sys.argv[1:]
    connection = duckdb.connect(config={"allow_unsigned_extensions": "true"})
    connection.execute(f"LOAD '{extension}'")
    for variable in variables:
        name, value = variable.split("=", 1)
        connection.execute(f"SET VARIABLE {name} = '{value}'")
    run_file(connection, "sql/pipeline.sql")
