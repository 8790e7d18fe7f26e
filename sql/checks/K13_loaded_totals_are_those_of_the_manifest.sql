-- question: Are rows, sums, ids and instants of the loaded transactions those of the manifest?
-- table: transactions; columns: totals; grain: measure
-- dimension: consistency; severity: error
-- threshold: 0 difference: what was written is what has to be loaded, to the cent
with written as (
    select
        count(*) as files,
        cast(sum(row_count) as decimal(38, 2)) as row_count,
        cast(min(lowest_id) as decimal(38, 2)) as lowest_id,
        cast(max(highest_id) as decimal(38, 2)) as highest_id,
        cast(epoch_us(min(first_ts)) as decimal(38, 2)) as first_ts,
        cast(epoch_us(max(last_ts)) as decimal(38, 2)) as last_ts,
        sum(amount_sum) as amount_sum,
        sum(fee_sum) as fee_sum,
        sum(interchange_fee_sum) as interchange_fee_sum,
        sum(scheme_fee_sum) as scheme_fee_sum
    from qa_manifest
    where table_name = 'transactions'
),

loaded as (
    select
        cast(count(*) as decimal(38, 2)) as row_count,
        cast(min(txn_id) as decimal(38, 2)) as lowest_id,
        cast(max(txn_id) as decimal(38, 2)) as highest_id,
        cast(epoch_us(min(ts)) as decimal(38, 2)) as first_ts,
        cast(epoch_us(max(ts)) as decimal(38, 2)) as last_ts,
        cast(sum(amount) as decimal(38, 2)) as amount_sum,
        cast(sum(fee) as decimal(38, 2)) as fee_sum,
        cast(sum(interchange_fee) as decimal(38, 2)) as interchange_fee_sum,
        cast(sum(scheme_fee) as decimal(38, 2)) as scheme_fee_sum
    from transactions
),

differences as (
    select
        unnest([
            'row_count', 'lowest_id', 'highest_id', 'first_ts', 'last_ts', 'amount_sum', 'fee_sum',
            'interchange_fee_sum', 'scheme_fee_sum'
        ]) as measure,
        unnest([
            written.row_count, written.lowest_id, written.highest_id, written.first_ts,
            written.last_ts, written.amount_sum, written.fee_sum, written.interchange_fee_sum,
            written.scheme_fee_sum
        ]) as written_value,
        unnest([
            loaded.row_count, loaded.lowest_id, loaded.highest_id, loaded.first_ts, loaded.last_ts,
            loaded.amount_sum, loaded.fee_sum, loaded.interchange_fee_sum, loaded.scheme_fee_sum
        ]) as loaded_value
    from written
    cross join loaded
    where written.files > 0
)

select
    measure,
    written_value,
    loaded_value,
    abs(coalesce(written_value, 0) - coalesce(loaded_value, 0)) as observed
from differences;
