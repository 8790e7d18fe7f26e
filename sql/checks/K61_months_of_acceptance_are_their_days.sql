-- question: Is every month of acceptance the sum of its days, by count and by value?
-- table: mart_acceptance_monthly; columns: sums; grain: month
-- dimension: consistency; severity: error
-- threshold: 0 months: two reports of one month must agree
with mart_parts as (
    select
        month,
        txns,
        attempted_amount,
        sent_txns,
        sent_amount,
        approved_txns,
        gpv,
        payments,
        payments_amount,
        first_sent_payments,
        first_sent_amount,
        first_approved_payments,
        first_approved_amount,
        sent_payments,
        sent_payments_amount,
        recovered_payments,
        recovered_amount,
        accepted_payments,
        accepted_amount
    from mart_acceptance_monthly
),

fact_parts as (
    select
        cast(date_trunc('month', day) as date) as month,
        sum(txns) as txns,
        sum(attempted_amount) as attempted_amount,
        sum(sent_txns) as sent_txns,
        sum(sent_amount) as sent_amount,
        sum(approved_txns) as approved_txns,
        sum(gpv) as gpv,
        sum(payments) as payments,
        sum(payments_amount) as payments_amount,
        sum(first_sent_payments) as first_sent_payments,
        sum(first_sent_amount) as first_sent_amount,
        sum(first_approved_payments) as first_approved_payments,
        sum(first_approved_amount) as first_approved_amount,
        sum(sent_payments) as sent_payments,
        sum(sent_payments_amount) as sent_payments_amount,
        sum(recovered_payments) as recovered_payments,
        sum(recovered_amount) as recovered_amount,
        sum(accepted_payments) as accepted_payments,
        sum(accepted_amount) as accepted_amount
    from fct_acceptance_daily
    group by cast(date_trunc('month', day) as date)
)

select
    month,
    mart_parts.txns as mart_txns,
    fact_parts.txns as fact_txns,
    mart_parts.attempted_amount as mart_attempted_amount,
    fact_parts.attempted_amount as fact_attempted_amount,
    mart_parts.sent_txns as mart_sent_txns,
    fact_parts.sent_txns as fact_sent_txns
from mart_parts
full outer join fact_parts using (month)  -- noqa: ST07
where
    coalesce(mart_parts.txns, 0) <> coalesce(fact_parts.txns, 0)
    or coalesce(mart_parts.attempted_amount, 0) <> coalesce(fact_parts.attempted_amount, 0)
    or coalesce(mart_parts.sent_txns, 0) <> coalesce(fact_parts.sent_txns, 0)
    or coalesce(mart_parts.sent_amount, 0) <> coalesce(fact_parts.sent_amount, 0)
    or coalesce(mart_parts.approved_txns, 0) <> coalesce(fact_parts.approved_txns, 0)
    or coalesce(mart_parts.gpv, 0) <> coalesce(fact_parts.gpv, 0)
    or coalesce(mart_parts.payments, 0) <> coalesce(fact_parts.payments, 0)
    or coalesce(mart_parts.payments_amount, 0) <> coalesce(fact_parts.payments_amount, 0)
    or coalesce(mart_parts.first_sent_payments, 0) <> coalesce(fact_parts.first_sent_payments, 0)
    or coalesce(mart_parts.first_sent_amount, 0) <> coalesce(fact_parts.first_sent_amount, 0)
    or coalesce(mart_parts.first_approved_payments, 0)
    <> coalesce(fact_parts.first_approved_payments, 0)
    or coalesce(mart_parts.first_approved_amount, 0)
    <> coalesce(fact_parts.first_approved_amount, 0)
    or coalesce(mart_parts.sent_payments, 0) <> coalesce(fact_parts.sent_payments, 0)
    or coalesce(mart_parts.sent_payments_amount, 0) <> coalesce(fact_parts.sent_payments_amount, 0)
    or coalesce(mart_parts.recovered_payments, 0) <> coalesce(fact_parts.recovered_payments, 0)
    or coalesce(mart_parts.recovered_amount, 0) <> coalesce(fact_parts.recovered_amount, 0)
    or coalesce(mart_parts.accepted_payments, 0) <> coalesce(fact_parts.accepted_payments, 0)
    or coalesce(mart_parts.accepted_amount, 0) <> coalesce(fact_parts.accepted_amount, 0);
