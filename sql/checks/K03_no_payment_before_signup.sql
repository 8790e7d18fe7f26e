-- question: Does no merchant take a payment before its sign-up?
-- table: transactions; columns: ts, merchant_id; grain: txn_id
-- dimension: consistency; severity: error
-- threshold: 0 rows: cohorts count months from the sign-up
with too_early as (
    select distinct
        merchants.merchant_id,
        merchants.signup_date
    from qa_merchant_totals
    inner join merchants on qa_merchant_totals.merchant_id = merchants.merchant_id
    where qa_merchant_totals.first_ts < merchants.signup_date
)

select
    offender.txn_id,
    offender.ts,
    offender.merchant_id,
    too_early.signup_date
from too_early
cross join lateral (
    select
        transactions.txn_id,
        transactions.ts,
        transactions.merchant_id
    from transactions
    where
        transactions.merchant_id = too_early.merchant_id
        and transactions.ts < too_early.signup_date
) as offender;
