-- Which sale does each dispute contest, and behind which filters does it stand?
-- Grain: dispute of an approved attempt. Sources: disputes, fct_attempts, merchants. The few
-- disputes stand on the right of the join, where an engine that does not know sizes builds its hash
-- table.
create or replace table fct_disputes as
select
    disputes.dispute_id as dispute_id,
    disputes.txn_id as txn_id,
    fct_attempts.merchant_id as merchant_id,
    fct_attempts.day as sale_day,
    cast(fct_attempts.month_number as bigint) as sale_month_number,
    cast(disputes.opened_at as date) as day,
    cast(
        extract(year from disputes.opened_at) * 12 + extract(month from disputes.opened_at)
        as bigint
    ) as month_number,
    cast(
        extract(year from disputes.resolved_at) * 12 + extract(month from disputes.resolved_at)
        as bigint
    ) as resolved_month_number,
    merchants.region as region,
    merchants.industry as industry,
    merchants.merchant_size as merchant_size,
    fct_attempts.channel as channel,
    fct_attempts.payment_method as payment_method,
    coalesce(fct_attempts.card_brand, 'none') as card_brand,
    disputes.reason as reason,
    case when disputes.is_fraud then 1 else 0 end as fraud_disputes,
    disputes.status as status,
    disputes.amount as amount
from fct_attempts
inner join disputes on fct_attempts.txn_id = disputes.txn_id
inner join merchants on fct_attempts.merchant_id = merchants.merchant_id
where fct_attempts.approved_txns = 1;

comment on table fct_disputes is 'Disputes with their sale. Grain: dispute of an approved attempt.';
comment on column fct_disputes.dispute_id is 'Key of the dispute.';
comment on column fct_disputes.txn_id is 'Attempt contested.';
comment on column fct_disputes.merchant_id is 'Merchant of the sale.';
comment on column fct_disputes.sale_day is 'UTC day of the sale.';
comment on column fct_disputes.sale_month_number is 'Year * 12 + month of the sale.';
comment on column fct_disputes.day is 'UTC day on which the dispute was opened.';
comment on column fct_disputes.month_number is 'Year * 12 + month of that day.';
comment on column fct_disputes.resolved_month_number is
'Year * 12 + month of the resolution; NULL while open.';
comment on column fct_disputes.region is 'Region of the merchant.';
comment on column fct_disputes.industry is 'Industry of the merchant.';
comment on column fct_disputes.merchant_size is 'small, medium or enterprise.';
comment on column fct_disputes.channel is 'Channel of the sale: pos, ecom or inapp.';
comment on column fct_disputes.payment_method is 'Method of the sale: card, ach or wallet.';
comment on column fct_disputes.card_brand is
'visa, mastercard, amex or other; none when the sale was no card''s.';
comment on column fct_disputes.reason is 'Reason that the cardholder gave.';
comment on column fct_disputes.fraud_disputes is '1 when the dispute claims fraud, else 0.';
comment on column fct_disputes.status is 'open, won (by the merchant) or lost.';
comment on column fct_disputes.amount is 'Amount contested.';
