-- question: Is the content of the loaded transactions, whatever their order, that of the manifest?
-- table: transactions; columns: *; grain: table_name
-- dimension: consistency; severity: error
-- threshold: 0 differences: one changed value changes the hash (a miss: 2^-64)
with written as (
    select bit_xor(content_hash) as content_hash
    from qa_manifest
    where table_name = 'transactions'
    having count(*) > 0
),

loaded as (
    select
        bit_xor(
            hash(
                txn_id,
                payment_id,
                attempt_no,
                ts,
                merchant_id,
                customer_id,
                amount,
                cast(currency as varchar),
                cast(channel as varchar),
                cast(payment_method as varchar),
                cast(card_brand as varchar),
                cast(funding as varchar),
                cast(card_country as varchar),
                is_recurring,
                is_authenticated,
                approved,
                cast(response_code as varchar),
                cast(decline_reason as varchar),
                fee,
                interchange_fee,
                scheme_fee
            )
        ) as content_hash
    from transactions
)

select
    'transactions' as table_name,
    case when written.content_hash = loaded.content_hash then 0 else 1 end
        as observed,
    written.content_hash as written_hash,
    loaded.content_hash as loaded_hash
from written
cross join loaded;
