-- question: Are there as many attempts as were ordered?
-- table: transactions; columns: txn_id; grain: table_name
-- dimension: volume; severity: error
-- threshold: 0 rows: the pipeline orders an exact number; variable expected_rows
select
    'transactions' as table_name,
    count(*) as row_count,
    abs(count(*) - cast(getvariable('expected_rows') as bigint)) as observed
from transactions;
