"""Prints, as Markdown, what every fault sets off and the smallest effect of each kind that is noticed.

It runs all checks on every fault, which takes some minutes: `make fault-report` keeps what it prints.
"""

import pathlib
import tempfile

from fault import LISTS, faults
from raw import DAMAGES, write_raw
from test_faults import ROWS, ROWS_BEFORE
from world import World

SHARES = [0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3]

# Kind of fault and the statement that does it to the rows chosen by {rows}, a share of all.
KINDS = [
    ("rows lost", "delete from transactions where {rows}"),
    ("rows doubled, same id", "insert into transactions select * from transactions where {rows}"),
    (
        "rows doubled, fresh ids",
        "insert into transactions select * replace (txn_id + 1000000 as txn_id, payment_id + 1000000 as payment_id) "
        "from transactions where {rows}",
    ),
    ("amount NULL", "update transactions set amount = null where {rows}"),
    ("amount negative", "update transactions set amount = -amount where {rows}"),
    ("amount one cent too high", "update transactions set amount = amount + 0.01 where {rows}"),
    ("amount ten times as high", "update transactions set amount = amount * 10 where {rows} and amount < 2500"),
    ("amount rounded to whole", "update transactions set amount = greatest(round(amount, 0), 1) where {rows}"),
    ("one amount for all", "update transactions set amount = 99.99 where {rows}"),
    ("merchant unknown", "update transactions set merchant_id = merchant_id + 1000000 where {rows}"),
    ("one merchant for all", "update transactions set merchant_id = 1500 where {rows}"),
    ("one customer for all", "update transactions set customer_id = 30000 where {rows}"),
    ("channel refiled", "update transactions set channel = 'ecom' where {rows} and channel = 'inapp'"),
    ("method refiled", "update transactions set payment_method = 'wallet' where {rows} and payment_method = 'card'"),
    ("brand refiled", "update transactions set card_brand = 'other' where {rows} and card_brand = 'visa'"),
    ("funding refiled", "update transactions set funding = 'credit' where {rows} and funding = 'debit'"),
    (
        "reason and code refiled",
        "update transactions set decline_reason = 'fraud_suspected', response_code = '59' where {rows} and not approved",
    ),
    (
        "approval lost, consistently",
        "update transactions set approved = false, response_code = '05', decline_reason = 'do_not_honor', fee = 0, "
        "interchange_fee = 0, scheme_fee = 0 where {rows}",
    ),
    ("fee 10 % too high", "update transactions set fee = round(fee * 1.1, 2) where {rows}"),
    ("interchange 10 % too high", "update transactions set interchange_fee = round(interchange_fee * 1.1, 2) where {rows}"),
    ("instant six hours late", "update transactions set ts = ts + interval 6 hours where {rows} and ts < '2024-03-31'"),
    ("customer's join date a year late", "update customers set join_date = join_date + interval 1 year where {customers}"),
    ("merchant's size refiled", "update merchants set merchant_size = 'medium' where {merchants} and merchant_size = 'small'"),
]


def chosen(share):
    condition = "hash({key}, 7) % 1000000 < " + str(int(share * 1_000_000))
    return {
        "rows": condition.format(key="txn_id"),
        "customers": condition.format(key="customer_id"),
        "merchants": condition.format(key="merchant_id"),
    }


def alarms_after(world, sql, rebuild):
    world.run("begin")
    try:
        world.run(sql)
        if rebuild:
            try:
                world.build_marts()
            except Exception:  # noqa: BLE001 - rows that break the contract stop the marts, and the checks say why
                world.run("rollback")
                world.run("begin")
                world.run(sql)
        return world.alarms()
    finally:
        world.run("rollback")


def row(*cells):
    print("| " + " | ".join(str(cell) for cell in cells) + " |")


def detection(world):
    print("| fault | what happened | must catch | caught by | others that fired |\n| --- | --- | --- | --- | --- |")
    for name in LISTS:
        for fault in faults(name):
            show(fault, alarms_after(world, fault.sql, rebuild=not name.endswith("mart_faults")))
    with tempfile.TemporaryDirectory() as folder:
        good, work = pathlib.Path(folder) / "good", pathlib.Path(folder) / "work"
        raw_world = World()
        raw_world.generate(20_000)
        write_raw(raw_world, good)
        for damage in DAMAGES:
            show(damage, damage.alarms(raw_world, good, work))


def show(fault, alarms):
    fired = [check_id for check_id, _ in alarms]
    named = [check_id for check_id in fired if check_id in fault.must_catch]
    others = [check_id for check_id in fired if check_id not in named]
    row(fault.fault_id, fault.story, " or ".join(fault.must_catch), ", ".join(named) or "**missed**", ", ".join(others))


def sensitivity(world):
    print(f"\nShares of {ROWS:,} rows; a run of {ROWS_BEFORE:,} rows of the same world was the baseline.\n")
    print("| kind | smallest share noticed | by |\n| --- | --- | --- |")
    for kind, sql in KINDS:
        for share in SHARES:
            alarms = alarms_after(world, sql.format(**chosen(share)), rebuild=True)
            if alarms:
                row(kind, f"{share:.2%}", ", ".join(check_id for check_id, _ in alarms))
                break
        else:
            row(kind, f"not at {SHARES[-1]:.0%}", "")


def main():
    world = World()
    world.generate(ROWS_BEFORE)
    world.become_baseline()
    world.generate(ROWS)
    print("Printed by `make fault-report`.\n")
    detection(world)
    sensitivity(world)


if __name__ == "__main__":
    main()
