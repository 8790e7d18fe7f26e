-- What do volume, acceptance and declines look like under any filter, from one table?
-- Grain: day x region x industry x size x channel x method x decline reason. The row of all
-- attempts of a cell holds its sums, the row of a reason its declines: every measure is additive,
-- and one set of filters answers for two dashboards. Sources: fct_acceptance_daily,
-- fct_payments_daily, fct_declines_daily.
create or replace temp view attempts_daily as
with window_end as (
    select max(day) as last_day
    from dim_calendar
),

stacked as (
    select
        acceptance.day,
        acceptance.region,
        acceptance.industry,
        acceptance.merchant_size,
        acceptance.channel,
        acceptance.payment_method,
        'all attempts' as decline_reason,
        acceptance.txns,
        acceptance.sent_txns,
        acceptance.approved_txns,
        acceptance.gpv,
        payments.total_fees,
        payments.net_revenue,
        acceptance.payments,
        acceptance.first_sent_payments,
        acceptance.first_approved_payments,
        acceptance.sent_payments,
        acceptance.accepted_payments,
        acceptance.recovered_payments,
        acceptance.recovered_amount,
        0 as declined_txns,
        0 as declined_amount
    from fct_acceptance_daily as acceptance
    inner join fct_payments_daily as payments
        on
            acceptance.day = payments.day
            and acceptance.region = payments.region
            and acceptance.industry = payments.industry
            and acceptance.merchant_size = payments.merchant_size
            and acceptance.channel = payments.channel
            and acceptance.payment_method = payments.payment_method
    union all
    select
        day,
        region,
        industry,
        merchant_size,
        channel,
        payment_method,
        coalesce(cast(decline_reason as varchar), 'unknown') as decline_reason,
        0 as txns,
        0 as sent_txns,
        0 as approved_txns,
        0 as gpv,
        0 as total_fees,
        0 as net_revenue,
        0 as payments,
        0 as first_sent_payments,
        0 as first_approved_payments,
        0 as sent_payments,
        0 as accepted_payments,
        0 as recovered_payments,
        0 as recovered_amount,
        sum(declined_txns) as declined_txns,
        sum(declined_amount) as declined_amount
    from fct_declines_daily
    group by
        day,
        region,
        industry,
        merchant_size,
        channel,
        payment_method,
        coalesce(cast(decline_reason as varchar), 'unknown')
)

select
    stacked.day,
    stacked.region,
    stacked.industry,
    stacked.merchant_size,
    stacked.channel,
    stacked.payment_method,
    stacked.decline_reason,
    stacked.day + 30 <= window_end.last_day as is_fully_observed,
    cast(stacked.txns as bigint) as txns,
    cast(stacked.sent_txns as bigint) as sent_txns,
    cast(stacked.approved_txns as bigint) as approved_txns,
    cast(stacked.declined_txns as bigint) as declined_txns,
    cast(stacked.declined_amount as decimal(18, 2)) as declined_amount,
    cast(stacked.gpv as decimal(18, 2)) as gpv,
    cast(stacked.total_fees as decimal(18, 2)) as total_fees,
    cast(stacked.net_revenue as decimal(18, 2)) as net_revenue,
    cast(stacked.payments as bigint) as payments,
    cast(stacked.first_sent_payments as bigint) as first_sent_payments,
    cast(stacked.first_approved_payments as bigint) as first_approved_payments,
    cast(stacked.sent_payments as bigint) as sent_payments,
    cast(stacked.accepted_payments as bigint) as accepted_payments,
    cast(stacked.recovered_payments as bigint) as recovered_payments,
    cast(stacked.recovered_amount as decimal(18, 2)) as recovered_amount
from stacked
cross join window_end
order by
    stacked.day,
    stacked.region,
    stacked.industry,
    stacked.merchant_size,
    stacked.channel,
    stacked.payment_method,
    stacked.decline_reason;

comment on view attempts_daily is
'Volume, acceptance and declines in one cube. Grain: cell of payments_daily x decline reason.';
comment on column attempts_daily.day is 'UTC day: of the attempt, or of a payment''s first.';
comment on column attempts_daily.region is 'Region of the merchant.';
comment on column attempts_daily.industry is 'Industry of the merchant.';
comment on column attempts_daily.merchant_size is 'small, medium or enterprise.';
comment on column attempts_daily.channel is 'pos, ecom or inapp.';
comment on column attempts_daily.payment_method is 'card, ach or wallet.';
comment on column attempts_daily.decline_reason is
'all attempts on the rows that hold the sums of a cell; else the reason of the declines.';
comment on column attempts_daily.is_fully_observed is
'Whether the 30 days for retries after this day lie inside the reporting window.';
comment on column attempts_daily.txns is 'Authorisation attempts, approved or not.';
comment on column attempts_daily.sent_txns is
'Attempts that went to the issuer: not stopped before by a fraud rule or by 3-D Secure.';
comment on column attempts_daily.approved_txns is 'Approved attempts.';
comment on column attempts_daily.declined_txns is
'Declined attempts; 0 on rows of all attempts, so that the reasons add up.';
comment on column attempts_daily.declined_amount is 'Amount of the declined attempts.';
comment on column attempts_daily.gpv is
'Gross payment volume: amount of approved attempts, before refunds and disputes.';
comment on column attempts_daily.total_fees is 'Merchant fees of approved attempts.';
comment on column attempts_daily.net_revenue is
'Merchant fees less interchange and scheme fees of approved attempts.';
comment on column attempts_daily.payments is 'Payments asked for: first attempts.';
comment on column attempts_daily.first_sent_payments is
'Payments whose first attempt went to the issuer.';
comment on column attempts_daily.first_approved_payments is
'Payments approved at the first attempt.';
comment on column attempts_daily.sent_payments is
'Payments of which an attempt went to the issuer within 30 days of the first.';
comment on column attempts_daily.accepted_payments is
'Payments approved at any attempt within 30 days; still growing until fully observed.';
comment on column attempts_daily.recovered_payments is
'Payments declined at first and approved within 30 days.';
comment on column attempts_daily.recovered_amount is 'Amount of the first attempts of those.';
