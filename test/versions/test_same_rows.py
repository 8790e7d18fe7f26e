"""One extension file makes the same rows in every DuckDB version, with any number of threads and however they are cut."""

import functools
import unittest

from hosts import EXTENSION, HOSTS, PythonHost

ROWS = 200_000
TRANSACTIONS = f"gen_transactions({ROWS}, '2024-01-01', '2024-12-31')"
REFUNDS = TRANSACTIONS.replace("transactions", "refunds")
DISPUTES = TRANSACTIONS.replace("transactions", "disputes")
TABLES = [
    TRANSACTIONS,
    "gen_merchants()",
    "gen_customers()",
    "gen_account_managers()",
    "gen_campaigns()",
    REFUNDS,
    DISPUTES,
    TRANSACTIONS.replace("gen", "truth"),
    "truth_merchants()",
    "truth_incidents('2024-01-01', '2024-12-31')",
    "payments_defaults()",
]
CUT = [TRANSACTIONS, REFUNDS, DISPUTES]
SHARDS = 7


def part(table, argument):
    """A function's call with one more argument."""
    return f"{table[:-1]}, {argument})"


def months():
    first_days = [f"2024-{month:02}-01" for month in range(1, 13)] + ["2025-01-01"]
    return list(zip(first_days, first_days[1:]))


def shards(table):
    return [part(table, f"shard := {shard}, shards := {SHARDS}") for shard in range(1, SHARDS + 1)]


def slices(table):
    return [part(table, f"from_date := '{first}', until_date := '{until}'") for first, until in months()]


@functools.cache
def columns(table):
    """Names and types as the CLI describes them."""
    return HOSTS[0].ask([f"LOAD '{EXTENSION}'", f"select column_name, column_type from (describe from {table})"])[1]


def fingerprint(table, parts):
    """Rows, and two sums over an MD5 of each row's text: independent of order, sensitive to every value and row."""
    values = ", ".join(f"coalesce(cast({name} as varchar), '(null)')" for name, _ in columns(table))
    rows = " union all ".join(f"from {part}" for part in parts)
    return f"""
        select count(*), bit_xor(md5_number_lower(line)), sum(md5_number_lower(line))
        from (select concat_ws('|', {values}) as line from ({rows}))
    """


@functools.cache
def fingerprints(host, threads):
    """The fingerprint of every table, and of the shards and of the slices of some, as one host makes them."""
    wholes = [fingerprint(table, [table]) for table in TABLES]
    cut = [fingerprint(table, parts(table)) for parts in (shards, slices) for table in CUT]
    answers = host.ask([f"LOAD '{EXTENSION}'", f"SET threads = {threads}", *wholes, *cut])
    names = [*TABLES, *((kind, table) for kind in ("shards", "slices") for table in CUT)]
    return dict(zip(names, (rows[0] for rows in answers[2:])))


def everywhere():
    for host in HOSTS:
        for threads in (1, 2):
            yield f"{host.name}, {threads} threads", fingerprints(host, threads)


class SameRows(unittest.TestCase):
    maxDiff = None

    def test_each_python_host_is_the_version_it_claims(self):
        for host in HOSTS:
            if isinstance(host, PythonHost):
                self.assertEqual(host.ask(["select version()"]), [[[f"v{host.version}"]]])

    def test_columns_are_the_same_in_every_version(self):
        for table in TABLES:
            query = f"select column_name, column_type from (describe from {table})"
            for host in HOSTS:
                with self.subTest(host=host.name, table=table):
                    self.assertEqual(host.ask([f"LOAD '{EXTENSION}'", query])[1], columns(table))

    def test_every_table_is_the_same_in_every_version_and_for_every_number_of_threads(self):
        first = fingerprints(HOSTS[0], 1)
        for place, found in everywhere():
            for table in TABLES:
                with self.subTest(place, table=table):
                    self.assertEqual(found[table], first[table])

    def test_shards_together_are_the_whole(self):
        for place, found in everywhere():
            for table in CUT:
                with self.subTest(place, table=table):
                    self.assertEqual(found["shards", table], found[table])

    def test_month_slices_together_are_the_whole(self):
        for place, found in everywhere():
            for table in CUT:
                with self.subTest(place, table=table):
                    self.assertEqual(found["slices", table], found[table])

    def test_row_counts_are_exact(self):
        counts = [int(fingerprints(HOSTS[0], 1)[table][0]) for table in TABLES[:3]]
        self.assertEqual(counts, [ROWS, 50_000, 2_000_000])

    def test_fingerprints_tell_another_seed_and_another_shard(self):
        others = [part(TRANSACTIONS, "seed := 43"), shards(TRANSACTIONS)[0]]
        queries = [fingerprint(TRANSACTIONS, [other]) for other in others]
        found = HOSTS[0].ask([f"LOAD '{EXTENSION}'", *queries])[1:]
        self.assertNotIn(fingerprints(HOSTS[0], 1)[TRANSACTIONS], [rows[0] for rows in found])


if __name__ == "__main__":
    unittest.main()
