-- On which days was a merchant used to try out card numbers?
-- Grain: merchant x UTC day with at least 30 attempts by card or wallet, not at the point of sale,
-- that the issuer declined, and more of them than were approved. Sources: fct_attempts,
-- response_codes. Visa tells enumeration by its own model: this stands in for it. Technical
-- declines and those of the own fraud rules are no sign of it. A table, since no other fact knows a
-- merchant's days: the declined attempts are counted first, then all those of the few days found.
create or replace table fct_enumerated_days as
with bursts as (
    select
        fct_attempts.merchant_id as merchant_id,
        fct_attempts.day as day,
        count(*) as issuer_declined_txns
    from fct_attempts
    left join response_codes on fct_attempts.response_code = response_codes.response_code
    where
        fct_attempts.declined_txns = 1
        and fct_attempts.channel <> 'pos'
        and fct_attempts.payment_method <> 'ach'
        and coalesce(response_codes.decline_class, 'unknown') <> 'technical'
        and coalesce(response_codes.is_sent, true)
    group by fct_attempts.merchant_id, fct_attempts.day
    having count(*) >= 30
)

select
    fct_attempts.merchant_id as merchant_id,
    cast(fct_attempts.month_number as bigint) as month_number,
    fct_attempts.day as day,
    cast(count(*) as bigint) as enumerated_txns,
    cast(sum(fct_attempts.approved_txns) as bigint) as approved_txns,
    cast(bursts.issuer_declined_txns as bigint) as issuer_declined_txns
from fct_attempts
inner join bursts
    on fct_attempts.merchant_id = bursts.merchant_id and fct_attempts.day = bursts.day
where fct_attempts.channel <> 'pos' and fct_attempts.payment_method <> 'ach'
group by
    fct_attempts.merchant_id,
    cast(fct_attempts.month_number as bigint),
    fct_attempts.day,
    bursts.issuer_declined_txns
having sum(fct_attempts.approved_txns) < bursts.issuer_declined_txns;

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
