-- question: Are attempts, answers sent for, approvals and payments of every day those of the facts?
-- table: fct_acceptance_daily; columns: sums; grain: day
-- dimension: consistency; severity: error
-- threshold: 0 days: acceptance and approval are quotients of these, by count and by value
with mart_parts as (
    select
        day,
        sum(txns) as txns,
        sum(attempted_amount) as attempted_amount,
        sum(sent_txns) as sent_txns,
        sum(sent_amount) as sent_amount,
        sum(approved_txns) as approved_txns,
        sum(gpv) as gpv,
        sum(payments) as payments,
        sum(payments_amount) as payments_amount
    from fct_acceptance_daily
    group by day
),

fact_parts as (
    select
        day,
        sum(txns) as txns,
        sum(attempted_amount) as attempted_amount,
        sum(sent_txns) as sent_txns,
        sum(sent_amount) as sent_amount,
        sum(approved_txns) as approved_txns,
        sum(gpv) as gpv,
        sum(payments) as payments,
        sum(payments_amount) as payments_amount
    from (
        select
            day,
            txns,
            gpv + declined_amount as attempted_amount,
            txns as sent_txns,
            gpv + declined_amount as sent_amount,
            approved_txns,
            gpv,
            txns as payments,
            gpv + declined_amount as payments_amount
        from qa_hours
        union all
        select
            fct_declines_daily.day as day,
            0 as txns,
            0 as attempted_amount,
            -fct_declines_daily.declined_txns as sent_txns,
            -fct_declines_daily.declined_amount as sent_amount,
            0 as approved_txns,
            0 as gpv,
            0 as payments,
            0 as payments_amount
        from fct_declines_daily
        inner join response_codes
            on fct_declines_daily.response_code = response_codes.response_code
        where not response_codes.is_sent
        union all
        select
            cast(ts as date) as day,
            0 as txns,
            0 as attempted_amount,
            0 as sent_txns,
            0 as sent_amount,
            0 as approved_txns,
            0 as gpv,
            -1 as payments,
            -amount as payments_amount
        from qa_retries
    ) as sources
    group by day
)

select
    day,
    mart_parts.txns as mart_txns,
    fact_parts.txns as fact_txns,
    mart_parts.attempted_amount as mart_attempted_amount,
    fact_parts.attempted_amount as fact_attempted_amount,
    mart_parts.sent_txns as mart_sent_txns,
    fact_parts.sent_txns as fact_sent_txns
from mart_parts
full outer join fact_parts using (day)  -- noqa: ST07
where
    coalesce(mart_parts.txns, 0) <> coalesce(fact_parts.txns, 0)
    or coalesce(mart_parts.attempted_amount, 0) <> coalesce(fact_parts.attempted_amount, 0)
    or coalesce(mart_parts.sent_txns, 0) <> coalesce(fact_parts.sent_txns, 0)
    or coalesce(mart_parts.sent_amount, 0) <> coalesce(fact_parts.sent_amount, 0)
    or coalesce(mart_parts.approved_txns, 0) <> coalesce(fact_parts.approved_txns, 0)
    or coalesce(mart_parts.gpv, 0) <> coalesce(fact_parts.gpv, 0)
    or coalesce(mart_parts.payments, 0) <> coalesce(fact_parts.payments, 0)
    or coalesce(mart_parts.payments_amount, 0) <> coalesce(fact_parts.payments_amount, 0);
