-- What did this run write? One line per raw file, so that the manifests of shards are put together
-- by a UNION ALL and their totals by sum, min, max and bit_xor. The content hash does not depend
-- on the order of rows. Grain: raw file. Sources: the raw files, variable data_dir.
create or replace temp table manifest as
with files as (
    select
        filename,
        size as size_bytes,
        sha256(content) as sha256
    from read_blob(getvariable('data_dir') || '/raw/**/*.parquet')
),

transaction_files as (
    select
        filename,
        'transactions' as table_name,
        count(*) as row_count,
        min(txn_id) as lowest_id,
        max(txn_id) as highest_id,
        min(ts) as first_ts,
        max(ts) as last_ts,
        sum(amount) as amount_sum,
        sum(fee) as fee_sum,
        sum(interchange_fee) as interchange_fee_sum,
        sum(scheme_fee) as scheme_fee_sum,
        bit_xor(
            hash(
                txn_id, payment_id, attempt_no, ts, merchant_id, customer_id, amount, currency,
                channel, payment_method, card_brand, funding, card_country, is_recurring,
                is_authenticated, approved, response_code, decline_reason, fee, interchange_fee,
                scheme_fee
            )
        ) as content_hash
    from read_parquet(getvariable('data_dir') || '/raw/transactions/**/*.parquet', filename = true)
    group by filename
),

entity_files as (
    select
        filename,
        'merchants' as table_name,
        count(*) as row_count,
        min(merchant_id) as lowest_id,
        max(merchant_id) as highest_id,
        bit_xor(
            hash(
                merchant_id, merchant_name, industry, mcc, region, country, merchant_size,
                sales_channel, signup_date, account_manager_id, campaign_id, acquisition_cost,
                pricing_plan, fee_bps, fee_fixed
            )
        ) as content_hash
    from read_parquet(getvariable('data_dir') || '/raw/merchants.parquet', filename = true)
    group by filename
    union all
    select
        filename,
        'customers' as table_name,
        count(*) as row_count,
        min(customer_id) as lowest_id,
        max(customer_id) as highest_id,
        bit_xor(hash(customer_id, segment, region, country, join_date)) as content_hash
    from read_parquet(getvariable('data_dir') || '/raw/customers.parquet', filename = true)
    group by filename
    union all
    select
        filename,
        'account_managers' as table_name,
        count(*) as row_count,
        min(account_manager_id) as lowest_id,
        max(account_manager_id) as highest_id,
        bit_xor(
            hash(account_manager_id, account_manager_name, region, team, hired_on)
        ) as content_hash
    from read_parquet(getvariable('data_dir') || '/raw/account_managers.parquet', filename = true)
    group by filename
    union all
    select
        filename,
        'campaigns' as table_name,
        count(*) as row_count,
        min(campaign_id) as lowest_id,
        max(campaign_id) as highest_id,
        bit_xor(
            hash(campaign_id, campaign_name, channel, region, start_date, end_date, budget)
        ) as content_hash
    from read_parquet(getvariable('data_dir') || '/raw/campaigns.parquet', filename = true)
    group by filename
    union all
    select
        filename,
        'refunds' as table_name,
        count(*) as row_count,
        min(refund_id) as lowest_id,
        max(refund_id) as highest_id,
        bit_xor(hash(refund_id, txn_id, merchant_id, ts, amount, reason)) as content_hash
    from read_parquet(getvariable('data_dir') || '/raw/refunds.parquet', filename = true)
    group by filename
    union all
    select
        filename,
        'disputes' as table_name,
        count(*) as row_count,
        min(dispute_id) as lowest_id,
        max(dispute_id) as highest_id,
        bit_xor(
            hash(
                dispute_id, txn_id, merchant_id, opened_at, amount, reason, is_fraud, status,
                resolved_at
            )
        ) as content_hash
    from read_parquet(getvariable('data_dir') || '/raw/disputes.parquet', filename = true)
    group by filename
),

contents as (
    select
        filename,
        table_name,
        row_count,
        lowest_id,
        highest_id,
        first_ts,
        last_ts,
        amount_sum,
        fee_sum,
        interchange_fee_sum,
        scheme_fee_sum,
        content_hash
    from transaction_files
    union all
    select
        filename,
        table_name,
        row_count,
        lowest_id,
        highest_id,
        null as first_ts,
        null as last_ts,
        null as amount_sum,
        null as fee_sum,
        null as interchange_fee_sum,
        null as scheme_fee_sum,
        content_hash
    from entity_files
)

select
    files.size_bytes,
    files.sha256,
    contents.lowest_id,
    contents.highest_id,
    contents.first_ts,
    contents.last_ts,
    cast(contents.amount_sum as decimal(38, 2)) as amount_sum,
    cast(contents.fee_sum as decimal(38, 2)) as fee_sum,
    cast(contents.interchange_fee_sum as decimal(38, 2)) as interchange_fee_sum,
    cast(contents.scheme_fee_sum as decimal(38, 2)) as scheme_fee_sum,
    contents.content_hash,
    coalesce(
        contents.table_name, regexp_extract(files.filename, '/raw/([a-z_]+)', 1)
    ) as table_name,
    coalesce(contents.row_count, 0) as row_count,
    substr(files.filename, length(getvariable('data_dir')) + 2) as file_path
from files
left join contents on files.filename = contents.filename
order by file_path;
