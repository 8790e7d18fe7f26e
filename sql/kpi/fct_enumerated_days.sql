-- On which days was a merchant used to try out card numbers?
-- Grain: merchant x UTC day x channel x payment method, not at the point of sale, with at least 30
-- attempts that the issuer declined and more of them than were approved. Sources:
-- fct_merchant_mix_month, fct_attempts, response_codes. Visa tells enumeration by its own model:
-- this stands in for it. Technical declines and those of the own fraud rules are no sign of it. A
-- table: it takes a scan of the attempts of those merchants whose month could hold such a day.
create or replace table fct_enumerated_days as
with candidates as (
    select
        merchant_id,
        month_number,
        channel,
        payment_method
    from fct_merchant_mix_month
    where channel <> 'pos' and payment_method <> 'ach' and txns - approved_txns >= 30
),

attempts as (
    select
        fct_attempts.merchant_id as merchant_id,
        candidates.month_number as month_number,
        fct_attempts.day as day,
        fct_attempts.channel as channel,
        fct_attempts.payment_method as payment_method,
        fct_attempts.approved_txns as approved_txns,
        case
            when
                fct_attempts.declined_txns = 1
                and coalesce(response_codes.decline_class, 'unknown') <> 'technical'
                and coalesce(response_codes.is_sent, true)
                then 1
            else 0
        end as issuer_declined_txns
    from fct_attempts
    inner join candidates
        on
            fct_attempts.merchant_id = candidates.merchant_id
            and fct_attempts.month_number = candidates.month_number
            and fct_attempts.channel = candidates.channel
            and fct_attempts.payment_method = candidates.payment_method
    left join response_codes on fct_attempts.response_code = response_codes.response_code
)

select
    merchant_id,
    month_number,
    day,
    channel,
    payment_method,
    cast(count(*) as bigint) as enumerated_txns,
    cast(sum(approved_txns) as bigint) as approved_txns,
    cast(sum(issuer_declined_txns) as bigint) as issuer_declined_txns
from attempts
group by merchant_id, month_number, day, channel, payment_method
having sum(issuer_declined_txns) >= 30 and sum(issuer_declined_txns) > sum(approved_txns);

comment on table fct_enumerated_days is
'Days of card testing. Grain: merchant x day x channel x payment method with such a burst.';
comment on column fct_enumerated_days.merchant_id is 'Merchant; refers to merchants.';
comment on column fct_enumerated_days.month_number is 'Year * 12 + month.';
comment on column fct_enumerated_days.day is 'UTC day.';
comment on column fct_enumerated_days.channel is 'ecom or inapp.';
comment on column fct_enumerated_days.payment_method is 'card or wallet.';
comment on column fct_enumerated_days.enumerated_txns is
'All attempts of the cell, approved or not: the few honest ones among them cannot be told.';
comment on column fct_enumerated_days.approved_txns is 'Those approved.';
comment on column fct_enumerated_days.issuer_declined_txns is
'Those that the issuer declined for no technical reason.';
