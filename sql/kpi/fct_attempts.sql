-- What does one authorisation attempt add to each measure? GPV, fees and net revenue are defined
-- here and nowhere else: every other view sums these columns.
-- Grain: attempt. Source: transactions.
create or replace view fct_attempts as
select
    txn_id,
    payment_id,
    cast(coalesce(attempt_no, 1) as bigint) as attempt_no,
    merchant_id,
    ts,
    cast(ts as date) as day,
    extract(year from ts) * 12 + extract(month from ts) as month_number,
    channel,
    payment_method,
    card_brand,
    card_country,
    is_authenticated,
    response_code,
    decline_reason,
    1 as txns,
    case when approved then 1 else 0 end as approved_txns,
    case when approved then 0 else 1 end as declined_txns,
    case when approved then amount else 0 end as gpv,
    case when approved then 0 else amount end as declined_amount,
    case when approved then fee else 0 end as total_fees,
    case when approved then fee - interchange_fee - scheme_fee else 0 end as net_revenue
from transactions;

comment on view fct_attempts is
'What one authorisation attempt adds to each measure. Grain: attempt.';
comment on column fct_attempts.txn_id is 'Key of the attempt.';
comment on column fct_attempts.payment_id is 'Payment: its attempts share it.';
comment on column fct_attempts.attempt_no is
'1 for the first attempt of a payment; an attempt without a number counts as the first.';
comment on column fct_attempts.merchant_id is 'Merchant; refers to merchants.';
comment on column fct_attempts.ts is 'Moment of the attempt, UTC.';
comment on column fct_attempts.day is 'UTC day of the attempt.';
comment on column fct_attempts.month_number is 'Year * 12 + month of the attempt.';
comment on column fct_attempts.channel is 'pos, ecom or inapp.';
comment on column fct_attempts.payment_method is 'card, ach or wallet.';
comment on column fct_attempts.card_brand is
'visa, mastercard, amex or other; NULL when the payment is no card''s.';
comment on column fct_attempts.card_country is
'Country of the card, ISO 3166-1 alpha-2; NULL when the payment is no card''s.';
comment on column fct_attempts.is_authenticated is 'Whether 3-D Secure was passed.';
comment on column fct_attempts.response_code is 'Answer to the attempt; refers to response_codes.';
comment on column fct_attempts.decline_reason is 'Why it was declined; NULL when approved.';
comment on column fct_attempts.txns is '1: txns counts attempts, approved or not.';
comment on column fct_attempts.approved_txns is '1 when approved, else 0.';
comment on column fct_attempts.declined_txns is
'1 unless approved, so that approved and declined attempts add up to txns.';
comment on column fct_attempts.gpv is
'Gross payment volume: the amount when approved, else 0; refunds and disputes are not deducted.';
comment on column fct_attempts.declined_amount is 'The amount unless approved, else 0.';
comment on column fct_attempts.total_fees is
'Fee charged to the merchant when approved, else 0: a declined attempt earns nothing.';
comment on column fct_attempts.net_revenue is
'Fee less interchange and scheme fee when approved, else 0.';
