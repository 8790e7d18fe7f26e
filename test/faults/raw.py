"""Raw files of a good world on disk, the gates that read them before and after loading, and ways to damage a copy."""

import os
import pathlib
import shutil

from world import ROOT

TABLES = ["account_managers", "campaigns", "merchants", "customers", "refunds", "disputes"]


def write_raw(world, data_dir):
    """Writes the raw layer of the contract and its manifest."""
    for folder in ["raw/transactions", "processed"]:
        (data_dir / folder).mkdir(parents=True)
    world.run(
        "copy (select *, year(ts) as year, strftime(ts, '%m') as month from transactions order by txn_id) "
        f"to '{data_dir}/raw/transactions' "
        "(format parquet, partition_by (year, month), filename_pattern 'data_{i}', overwrite_or_ignore)"
    )
    for table in TABLES:
        world.run(f"copy {table} to '{data_dir}/raw/{table}.parquet' (format parquet)")
    world.run(f"set variable data_dir = '{data_dir}'")
    world.run_files("sql/quality/manifest.sql", "sql/quality/export/manifest.sql")


def raw_alarms(world, data_dir):
    """What fires on the way from the files to the tables: the gate of files, of their schemas, of what was loaded."""
    world.run(f"set variable data_dir = '{data_dir}'")
    for name in ["raw_files", "raw_columns", "raw_contents", "qa_manifest"]:
        world.run(f"drop table if exists {name}")
    world.run_files("sql/quality/raw_files.sql", "sql/quality/qa_manifest.sql")
    world.run("set variable qa_settings = qa_settings_text()")
    alarms = world.fired("raw_files")
    if alarms:
        return alarms
    world.run_files("sql/quality/raw_columns.sql", "sql/quality/raw_contents.sql")
    world.run("set variable qa_settings = qa_settings_text()")
    alarms = world.fired("raw_columns, raw_contents")
    if alarms:
        return alarms
    for table in [*TABLES, "transactions"]:
        world.run_files(f"sql/staging/files/{table}.sql")
    world.run("set variable qa_settings = qa_settings_text()")
    return world.fired("contract") or world.fired("K13, K14, M04")


class Damage:
    """One way to damage a copy of the data directory; `must_catch` names the checks of which one must fire."""

    def __init__(self, fault_id, must_catch, story, action):
        self.fault_id, self.must_catch, self.story, self.action = fault_id, tuple(must_catch.split(" or ")), story, action

    def alarms(self, world, good, work):
        shutil.rmtree(work, ignore_errors=True)
        shutil.copytree(good, work)
        self.action(world, work)
        return raw_alarms(world, work)

    def is_caught(self, alarms):
        return any(check_id in self.must_catch for check_id, _ in alarms)


def month(work, number):
    return next((work / f"raw/transactions/year=2024/month={number:02d}").glob("*.parquet"))


def flip_bit(path, place):
    data = bytearray(path.read_bytes())
    data[int(len(data) * place)] ^= 1
    path.write_bytes(data)


def rewritten(select):
    """Writes a month again from a select over `rows`, its own rows."""

    def action(world, work):
        path = month(work, 2)
        world.run(f"create or replace temp table rows as from read_parquet('{path}', hive_partitioning = false)")
        world.run(f"copy ({select}) to '{path}' (format parquet)")

    return action


def without_manifest(damage):
    """The same damage to files that came without a manifest: only the files themselves can tell."""

    def action(world, work):
        damage.action(world, work)
        (work / "processed/manifest.parquet").unlink()

    return action


DAMAGES = [
    Damage("F401", "C08", "one bit flipped in a data page", lambda _, work: flip_bit(month(work, 2), 0.4)),
    Damage("F402", "C08", "one bit flipped in customers", lambda _, work: flip_bit(work / "raw/customers.parquet", 0.5)),
    Damage(
        "F403", "C04", "a file cut in half", lambda _, work: os.truncate(month(work, 2), month(work, 2).stat().st_size // 2)
    ),
    Damage("F404", "C04", "a file of no bytes", lambda _, work: os.truncate(month(work, 2), 0)),
    Damage(
        "F405",
        "C05",
        "a stray CSV in the folder",
        lambda _, work: (work / "raw/transactions/notes.csv").write_text("id,note\n1,x\n"),
    ),
    Damage(
        "F406",
        "C05",
        "a month folder without its zero",
        lambda _, work: month(work, 2).parent.rename(work / "raw/transactions/year=2024/month=2"),
    ),
    Damage("F407", "C14", "a month missing", lambda _, work: shutil.rmtree(month(work, 2).parent)),
    Damage(
        "F408",
        "C14",
        "a month copied beside itself",
        lambda _, work: shutil.copy(month(work, 2), month(work, 2).with_name("data_9.parquet")),
    ),
    Damage("F409", "C15", "campaigns not delivered", lambda _, work: (work / "raw/campaigns.parquet").unlink()),
    Damage("F410", "C08", "the same rows compressed anew", rewritten("select * from rows order by txn_id desc")),
    Damage(
        "F411",
        "C08",
        "a month written by an older run: one cent differs",
        rewritten("select * replace (case when txn_id % 1000 = 0 then amount + 0.01 else amount end as amount) from rows"),
    ),
]


UNLISTED = [
    Damage("F421", "C06", "amount as DOUBLE in one month", rewritten("select * replace (amount::double as amount) from rows")),
    Damage("F422", "C06", "an extra column in one month", rewritten("select *, 1 as batch from rows")),
    Damage("F423", "C06 or C07", "instants of a month in nanoseconds", rewritten("select * replace (ts::timestamp_ns as ts) from rows")),
    Damage("F424", "C16", "a month without rows", rewritten("select * from rows where false")),
    Damage("F425", "C13", "rows of March in February", rewritten("select * replace (ts + interval 25 days as ts) from rows")),
]
DAMAGES += [
    Damage(damage.fault_id, " or ".join(damage.must_catch), damage.story + ", without a manifest", without_manifest(damage))
    for damage in UNLISTED
]
