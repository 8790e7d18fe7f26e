-- What became of payments that were tried more than once?
-- Grain: attempt of a payment that has a retry, its first attempt included.
-- Sources: fct_attempts, merchants, response_codes. A table: acceptance, recovery and compliance
-- read it, and no other view needs to look at payments.
create or replace table fct_retried_attempts as
with retried_payments as (
    select payment_id
    from fct_attempts
    where attempt_no > 1
    group by payment_id
),

attempts as (
    select
        fct_attempts.txn_id as txn_id,
        fct_attempts.payment_id as payment_id,
        fct_attempts.attempt_no as attempt_no,
        fct_attempts.ts as ts,
        fct_attempts.day as day,
        merchants.region as region,
        merchants.industry as industry,
        merchants.merchant_size as merchant_size,
        fct_attempts.channel as channel,
        fct_attempts.payment_method as payment_method,
        fct_attempts.card_brand as card_brand,
        case when fct_attempts.card_country <> merchants.country then 1 else 0 end
            as is_cross_border,
        fct_attempts.response_code as response_code,
        fct_attempts.approved_txns as approved_txns,
        case
            when fct_attempts.declined_txns = 1 and not coalesce(response_codes.is_sent, true)
                then 0
            else 1
        end as sent_txns,
        fct_attempts.gpv + fct_attempts.declined_amount as amount,
        case
            when fct_attempts.declined_txns = 1 and response_codes.is_never_retry then 1
            else 0
        end as never_retry_txns
    from fct_attempts
    inner join retried_payments on fct_attempts.payment_id = retried_payments.payment_id
    inner join merchants on fct_attempts.merchant_id = merchants.merchant_id
    left join response_codes on fct_attempts.response_code = response_codes.response_code
),

-- What came before and after each attempt within its payment.
placed as (
    select
        txn_id,
        payment_id,
        attempt_no,
        ts,
        day,
        region,
        industry,
        merchant_size,
        channel,
        payment_method,
        card_brand,
        is_cross_border,
        response_code,
        approved_txns,
        sent_txns,
        amount,
        min(ts) over (
            partition by payment_id order by attempt_no, txn_id
            rows between unbounded preceding and current row
        ) as first_ts,
        min(ts) over (
            partition by payment_id order by attempt_no, txn_id
            rows between 1 following and unbounded following
        ) as next_ts,
        min(case when approved_txns = 1 then ts end) over (
            partition by payment_id order by attempt_no, txn_id
            rows between 1 following and unbounded following
        ) as next_approved_ts,
        min(case when sent_txns = 1 then ts end) over (
            partition by payment_id order by attempt_no, txn_id
            rows between 1 following and unbounded following
        ) as next_sent_ts,
        max(never_retry_txns) over (
            partition by payment_id order by attempt_no, txn_id
            rows between unbounded preceding and 1 preceding
        ) as never_retry_before
    from attempts
)

select
    txn_id,
    payment_id,
    attempt_no,
    day,
    region,
    industry,
    merchant_size,
    channel,
    payment_method,
    card_brand,
    is_cross_border,
    response_code,
    approved_txns,
    sent_txns,
    amount,
    case when attempt_no > 1 then 1 else 0 end as retries,
    case when next_ts <= ts + interval '30' day then 1 else 0 end as is_retried,
    case when next_approved_ts <= ts + interval '30' day then 1 else 0 end as is_recovered,
    case when next_sent_ts <= ts + interval '30' day then 1 else 0 end as is_sent_later,
    case when ts <= first_ts + interval '30' day then 1 else 0 end as is_within_30_days,
    case when attempt_no > 1 then coalesce(never_retry_before, 0) else 0 end
        as is_forbidden_retry
from placed;

comment on table fct_retried_attempts is
'Attempts of payments that were tried again. Grain: attempt, the first of the payment included.';
comment on column fct_retried_attempts.txn_id is 'Key of the attempt.';
comment on column fct_retried_attempts.payment_id is 'Payment.';
comment on column fct_retried_attempts.attempt_no is '1 for the first attempt.';
comment on column fct_retried_attempts.day is 'UTC day of the attempt.';
comment on column fct_retried_attempts.region is 'Region of the merchant.';
comment on column fct_retried_attempts.industry is 'Industry of the merchant.';
comment on column fct_retried_attempts.merchant_size is 'small, medium or enterprise.';
comment on column fct_retried_attempts.channel is 'pos, ecom or inapp.';
comment on column fct_retried_attempts.payment_method is 'card, ach or wallet.';
comment on column fct_retried_attempts.card_brand is
'visa, mastercard, amex or other; NULL when the payment is no card''s.';
comment on column fct_retried_attempts.is_cross_border is
'1 when the card is of another country than the merchant, else 0.';
comment on column fct_retried_attempts.response_code is 'Answer; refers to response_codes.';
comment on column fct_retried_attempts.approved_txns is '1 when approved, else 0.';
comment on column fct_retried_attempts.sent_txns is
'1 when the attempt went to the issuer, 0 when a fraud rule or 3-D Secure ended it before.';
comment on column fct_retried_attempts.amount is 'Amount of the attempt, approved or not.';
comment on column fct_retried_attempts.retries is
'1 for the second attempt and later ones, else 0.';
comment on column fct_retried_attempts.is_retried is
'1 when another attempt follows within 30 days, else 0.';
comment on column fct_retried_attempts.is_recovered is
'1 when an approval follows within 30 days, else 0.';
comment on column fct_retried_attempts.is_sent_later is
'1 when an attempt that goes to the issuer follows within 30 days, else 0.';
comment on column fct_retried_attempts.is_within_30_days is
'1 when the payment was first tried at most 30 days before, else 0.';
comment on column fct_retried_attempts.is_forbidden_retry is
'1 for a retry after an answer that forbids to try again, else 0.';
