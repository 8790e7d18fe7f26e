-- question: Is every required column of `transactions` filled?
-- table: transactions; columns: required; grain: txn_id
-- dimension: completeness; severity: error
-- threshold: 0 rows: NULL only where the contract says so; rows are read once a count differs
with uncounted as (
    select true as has_null
    from transactions
    having
        count(*) > least(
            count(txn_id),
            count(payment_id),
            count(attempt_no),
            count(customer_id),
            count(fee),
            count(interchange_fee),
            count(scheme_fee)
        )
),

ungrouped as (
    select true as has_null
    from qa_hours
    where hour_number is null
    union
    select true as has_null
    from qa_merchant_totals
    where merchant_id is null
    union
    select true as has_null
    from qa_amounts
    where amount is null
    union
    select true as has_null
    from qa_mix
    where
        currency is null
        or channel is null
        or payment_method is null
        or is_recurring is null
        or is_authenticated is null
        or approved is null
        or response_code is null
),

doubt as (
    select has_null
    from uncounted
    union
    select has_null
    from ungrouped
)

select
    offender.txn_id,
    offender.null_columns
from doubt
cross join lateral (
    select
        transactions.txn_id,
        concat_ws(
            ', ',
            case when transactions.txn_id is null then 'txn_id' end,
            case when transactions.payment_id is null then 'payment_id' end,
            case when transactions.attempt_no is null then 'attempt_no' end,
            case when transactions.ts is null then 'ts' end,
            case when transactions.merchant_id is null then 'merchant_id' end,
            case when transactions.customer_id is null then 'customer_id' end,
            case when transactions.amount is null then 'amount' end,
            case when transactions.currency is null then 'currency' end,
            case when transactions.channel is null then 'channel' end,
            case when transactions.payment_method is null then 'payment_method' end,
            case when transactions.is_recurring is null then 'is_recurring' end,
            case when transactions.is_authenticated is null then 'is_authenticated' end,
            case when transactions.approved is null then 'approved' end,
            case when transactions.response_code is null then 'response_code' end,
            case when transactions.fee is null then 'fee' end,
            case when transactions.interchange_fee is null then 'interchange_fee' end,
            case when transactions.scheme_fee is null then 'scheme_fee' end
        ) as null_columns
    from transactions
    where
        doubt.has_null = (
            transactions.txn_id is null
            or transactions.payment_id is null
            or transactions.attempt_no is null
            or transactions.ts is null
            or transactions.merchant_id is null
            or transactions.customer_id is null
            or transactions.amount is null
            or transactions.currency is null
            or transactions.channel is null
            or transactions.payment_method is null
            or transactions.is_recurring is null
            or transactions.is_authenticated is null
            or transactions.approved is null
            or transactions.response_code is null
            or transactions.fee is null
            or transactions.interchange_fee is null
            or transactions.scheme_fee is null
        )
) as offender;
