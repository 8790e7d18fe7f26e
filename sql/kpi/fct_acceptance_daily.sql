-- How far do payments get: asked for, sent to the issuer, approved at once, approved in the end?
-- Grain: cell of fct_payments_daily. Sources: fct_payments_daily, fct_declines_daily,
-- fct_retried_attempts, response_codes. A payment counts on the day and in the cell of its first
-- attempt; since most payments have but one, they are attempts less retries, without another scan.
-- It lies in the order of its key, as fct_payments_daily does.
create or replace table fct_acceptance_daily as
with declines as (
    select
        fct_declines_daily.day as day,
        fct_declines_daily.region as region,
        fct_declines_daily.industry as industry,
        fct_declines_daily.merchant_size as merchant_size,
        fct_declines_daily.channel as channel,
        fct_declines_daily.payment_method as payment_method,
        cast(sum(fct_declines_daily.declined_amount) as decimal(18, 2))
            as declined_amount,
        cast(
            sum(
                case
                    when not response_codes.is_sent then fct_declines_daily.declined_txns else 0
                end
            ) as bigint
        )
            as unsent_txns,
        cast(
            sum(
                case
                    when not response_codes.is_sent then fct_declines_daily.declined_amount else 0
                end
            ) as decimal(18, 2)
        )
            as unsent_amount
    from fct_declines_daily
    left join response_codes
        on fct_declines_daily.response_code = response_codes.response_code
    group by
        fct_declines_daily.day,
        fct_declines_daily.region,
        fct_declines_daily.industry,
        fct_declines_daily.merchant_size,
        fct_declines_daily.channel,
        fct_declines_daily.payment_method
),

-- Retries that are to be taken off, and what they made of the first attempts.
retries as (
    select
        day,
        region,
        industry,
        merchant_size,
        channel,
        payment_method,
        cast(sum(retries) as bigint)
            as retries,
        cast(sum(case when retries = 1 then amount else 0 end) as decimal(18, 2))
            as retried_amount,
        cast(sum(case when retries = 1 then 1 - sent_txns else 0 end) as bigint)
            as unsent_retries,
        cast(sum(case when retries = 1 and sent_txns = 0 then amount else 0 end) as decimal(18, 2))
            as unsent_retried_amount,
        cast(sum(case when retries = 1 then approved_txns else 0 end) as bigint)
            as approved_retries,
        cast(
            sum(case when retries = 1 and approved_txns = 1 then amount else 0 end) as decimal(
                18, 2
            )
        )
            as approved_retried_amount,
        cast(sum(case when retries = 0 and sent_txns = 0 then is_sent_later else 0 end) as bigint)
            as later_sent_payments,
        cast(
            sum(
                case when retries = 0 and sent_txns = 0 and is_sent_later = 1 then amount else 0 end
            ) as decimal(18, 2)
        )
            as later_sent_amount,
        cast(
            sum(case when retries = 0 and approved_txns = 0 then is_recovered else 0 end) as bigint
        )
            as recovered_payments,
        cast(sum(
            case when retries = 0 and approved_txns = 0 and is_recovered = 1 then amount else 0 end
        ) as decimal(18, 2))
            as recovered_amount
    from fct_retried_attempts
    group by day, region, industry, merchant_size, channel, payment_method
),

cells as (
    select
        fct_payments_daily.day as day,
        fct_payments_daily.region as region,
        fct_payments_daily.industry as industry,
        fct_payments_daily.merchant_size as merchant_size,
        fct_payments_daily.channel as channel,
        fct_payments_daily.payment_method as payment_method,
        fct_payments_daily.txns as txns,
        fct_payments_daily.gpv + coalesce(declines.declined_amount, 0) as attempted_amount,
        fct_payments_daily.approved_txns as approved_txns,
        fct_payments_daily.gpv as gpv,
        coalesce(declines.unsent_txns, 0) as unsent_txns,
        coalesce(declines.unsent_amount, 0) as unsent_amount,
        coalesce(retries.retries, 0) as retries,
        coalesce(retries.retried_amount, 0) as retried_amount,
        coalesce(retries.unsent_retries, 0) as unsent_retries,
        coalesce(retries.unsent_retried_amount, 0) as unsent_retried_amount,
        coalesce(retries.approved_retries, 0) as approved_retries,
        coalesce(retries.approved_retried_amount, 0) as approved_retried_amount,
        coalesce(retries.later_sent_payments, 0) as later_sent_payments,
        coalesce(retries.later_sent_amount, 0) as later_sent_amount,
        coalesce(retries.recovered_payments, 0) as recovered_payments,
        coalesce(retries.recovered_amount, 0) as recovered_amount
    from fct_payments_daily
    left join declines
        on
            fct_payments_daily.day = declines.day
            and fct_payments_daily.region = declines.region
            and fct_payments_daily.industry = declines.industry
            and fct_payments_daily.merchant_size = declines.merchant_size
            and fct_payments_daily.channel = declines.channel
            and fct_payments_daily.payment_method = declines.payment_method
    left join retries
        on
            fct_payments_daily.day = retries.day
            and fct_payments_daily.region = retries.region
            and fct_payments_daily.industry = retries.industry
            and fct_payments_daily.merchant_size = retries.merchant_size
            and fct_payments_daily.channel = retries.channel
            and fct_payments_daily.payment_method = retries.payment_method
)

select
    day,
    region,
    industry,
    merchant_size,
    channel,
    payment_method,
    txns,
    cast(attempted_amount as decimal(18, 2)) as attempted_amount,
    cast(txns - unsent_txns as bigint) as sent_txns,
    cast(attempted_amount - unsent_amount as decimal(18, 2)) as sent_amount,
    approved_txns,
    gpv,
    cast(txns - retries as bigint) as payments,
    cast(attempted_amount - retried_amount as decimal(18, 2)) as payments_amount,
    cast(txns - retries - unsent_txns + unsent_retries as bigint) as first_sent_payments,
    cast(
        attempted_amount - retried_amount - unsent_amount + unsent_retried_amount
        as decimal(18, 2)
    ) as first_sent_amount,
    cast(approved_txns - approved_retries as bigint) as first_approved_payments,
    cast(gpv - approved_retried_amount as decimal(18, 2)) as first_approved_amount,
    cast(
        txns - retries - unsent_txns + unsent_retries + later_sent_payments as bigint
    ) as sent_payments,
    cast(
        attempted_amount - retried_amount - unsent_amount + unsent_retried_amount
        + later_sent_amount as decimal(18, 2)
    ) as sent_payments_amount,
    cast(recovered_payments as bigint) as recovered_payments,
    cast(recovered_amount as decimal(18, 2)) as recovered_amount,
    cast(approved_txns - approved_retries + recovered_payments as bigint) as accepted_payments,
    cast(gpv - approved_retried_amount + recovered_amount as decimal(18, 2)) as accepted_amount
from cells
order by day, region, industry, merchant_size, channel, payment_method;

comment on table fct_acceptance_daily is
'Additive cube of acceptance. Grain: day x region x industry x size x channel x method.';
comment on column fct_acceptance_daily.day is 'UTC day: of the attempt, or of a payment''s first.';
comment on column fct_acceptance_daily.region is 'Region of the merchant.';
comment on column fct_acceptance_daily.industry is 'Industry of the merchant.';
comment on column fct_acceptance_daily.merchant_size is 'small, medium or enterprise.';
comment on column fct_acceptance_daily.channel is 'pos, ecom or inapp.';
comment on column fct_acceptance_daily.payment_method is 'card, ach or wallet.';
comment on column fct_acceptance_daily.txns is 'Authorisation attempts.';
comment on column fct_acceptance_daily.attempted_amount is 'Amount of all attempts.';
comment on column fct_acceptance_daily.sent_txns is
'Attempts that went to the issuer: not stopped before by a fraud rule or by 3-D Secure.';
comment on column fct_acceptance_daily.sent_amount is 'Amount of the attempts sent.';
comment on column fct_acceptance_daily.approved_txns is 'Approved attempts.';
comment on column fct_acceptance_daily.gpv is 'Gross payment volume: amount of approved attempts.';
comment on column fct_acceptance_daily.payments is
'Payments asked for: first attempts. A payment first tried before the data begins is none.';
comment on column fct_acceptance_daily.payments_amount is 'Amount of the first attempts.';
comment on column fct_acceptance_daily.first_sent_payments is
'Payments whose first attempt went to the issuer.';
comment on column fct_acceptance_daily.first_sent_amount is 'Amount of those.';
comment on column fct_acceptance_daily.first_approved_payments is
'Payments approved at the first attempt.';
comment on column fct_acceptance_daily.first_approved_amount is 'Amount of those.';
comment on column fct_acceptance_daily.sent_payments is
'Payments of which an attempt went to the issuer within 30 days of the first.';
comment on column fct_acceptance_daily.sent_payments_amount is
'Amount of the first attempts of those.';
comment on column fct_acceptance_daily.recovered_payments is
'Payments declined at first and approved within 30 days.';
comment on column fct_acceptance_daily.recovered_amount is
'Amount of the first attempts of those.';
comment on column fct_acceptance_daily.accepted_payments is
'Payments approved at any attempt within 30 days: first_approved_payments + recovered_payments.';
comment on column fct_acceptance_daily.accepted_amount is
'Amount of the first attempts of those.';
