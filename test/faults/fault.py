"""Reads the lists of faults: `-- F001 C01 or N01: what happened`, then the statements that do it."""

import dataclasses
import pathlib
import re

HERE = pathlib.Path(__file__).resolve().parent
# The held-out lists were written after the checks and run once before any check was changed for them.
LISTS = [
    "table_faults",
    "mart_faults",
    "held_out_faults",
    "second_held_out_table_faults",
    "second_held_out_mart_faults",
]
HEAD = re.compile(r"^-- (F\d+) ([A-Z]\d+(?: or [A-Z]\d+)*): (.+)$", re.MULTILINE)


@dataclasses.dataclass(frozen=True)
class Fault:
    fault_id: str
    must_catch: tuple
    story: str
    sql: str

    def is_caught(self, alarms):
        return any(check_id in self.must_catch for check_id, _ in alarms)


def faults(name):
    parts = HEAD.split((HERE / f"{name}.sql").read_text())[1:]
    return [
        Fault(fault_id, tuple(checks.split(" or ")), story, sql.strip())
        for fault_id, checks, story, sql in zip(*(parts[place::4] for place in range(4)), strict=True)
    ]
