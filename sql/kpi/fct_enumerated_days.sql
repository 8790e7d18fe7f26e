-- On which days was a merchant used to try out card numbers?
-- Grain: merchant x UTC day with at least 30 attempts by card or wallet, not at the point of sale,
-- that the issuer declined, and more of them than were approved. Sources: fct_attempts,
-- response_codes. Visa tells enumeration by its own model: this stands in for it. Technical
-- declines and those of the own fraud rules are no sign of it. A table, since no other fact knows a
-- merchant's days: declines of any kind tell the few days that can be one, and only their attempts
-- are looked at.
create or replace table fct_enumerated_days as
with busy_days as (
    select
        merchant_id,
        day
    from fct_attempts
    where declined_txns = 1
    group by merchant_id, day
    having count(*) >= 30
),

attempts as (
    select
        fct_attempts.merchant_id as merchant_id,
        cast(fct_attempts.month_number as bigint) as month_number,
        fct_attempts.day as day,
        case
            when fct_attempts.channel <> 'pos' and fct_attempts.payment_method <> 'ach' then 1
            else 0
        end as remote_txns,
        fct_attempts.approved_txns as approved_txns,
        case
            when fct_attempts.declined_txns = 0 then 0
            when response_codes.decline_class = 'technical' then 0
            when not response_codes.is_sent then 0
            else 1
        end as issuer_declined_txns
    from fct_attempts
    inner join busy_days
        on fct_attempts.merchant_id = busy_days.merchant_id and fct_attempts.day = busy_days.day
    left join response_codes on fct_attempts.response_code = response_codes.response_code
),

days as (
    select
        merchant_id,
        month_number,
        day,
        sum(remote_txns) as enumerated_txns,
        sum(remote_txns * approved_txns) as approved_txns,
        sum(remote_txns * issuer_declined_txns) as issuer_declined_txns
    from attempts
    group by merchant_id, month_number, day
)

select
    merchant_id,
    month_number,
    day,
    cast(enumerated_txns as bigint) as enumerated_txns,
    cast(approved_txns as bigint) as approved_txns,
    cast(issuer_declined_txns as bigint) as issuer_declined_txns
from days
where issuer_declined_txns >= 30 and approved_txns < issuer_declined_txns;

comment on table fct_enumerated_days is
'Days of card testing. Grain: merchant x UTC day with such a burst.';
comment on column fct_enumerated_days.merchant_id is 'Merchant; refers to merchants.';
comment on column fct_enumerated_days.month_number is 'Year * 12 + month.';
comment on column fct_enumerated_days.day is 'UTC day.';
comment on column fct_enumerated_days.enumerated_txns is
'All attempts by card or wallet but for POS, approved or not: the few honest ones cannot be told.';
comment on column fct_enumerated_days.approved_txns is 'Those approved.';
comment on column fct_enumerated_days.issuer_declined_txns is
'Those that the issuer declined for no technical reason.';
