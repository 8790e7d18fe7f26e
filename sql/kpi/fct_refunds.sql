-- Which sale does each refund pay back, and behind which filters does it stand?
-- Grain: refund of an approved attempt. Sources: refunds, fct_attempts, merchants. The few refunds
-- stand on the right of the join, where an engine that does not know sizes builds its hash table.
create or replace table fct_refunds as
select
    refunds.refund_id as refund_id,
    refunds.txn_id as txn_id,
    fct_attempts.merchant_id as merchant_id,
    fct_attempts.day as sale_day,
    cast(fct_attempts.month_number as bigint) as sale_month_number,
    cast(refunds.ts as date) as day,
    cast(extract(year from refunds.ts) * 12 + extract(month from refunds.ts) as bigint)
        as month_number,
    merchants.region as region,
    merchants.industry as industry,
    merchants.merchant_size as merchant_size,
    fct_attempts.channel as channel,
    fct_attempts.payment_method as payment_method,
    refunds.reason as reason,
    refunds.amount as amount
from fct_attempts
inner join refunds on fct_attempts.txn_id = refunds.txn_id
inner join merchants on fct_attempts.merchant_id = merchants.merchant_id
where fct_attempts.approved_txns = 1;

comment on table fct_refunds is 'Refunds with their sale. Grain: refund of an approved attempt.';
comment on column fct_refunds.refund_id is 'Key of the refund.';
comment on column fct_refunds.txn_id is 'Attempt paid back.';
comment on column fct_refunds.merchant_id is 'Merchant of the sale.';
comment on column fct_refunds.sale_day is 'UTC day of the sale.';
comment on column fct_refunds.sale_month_number is 'Year * 12 + month of the sale.';
comment on column fct_refunds.day is 'UTC day of the refund.';
comment on column fct_refunds.month_number is 'Year * 12 + month of the refund.';
comment on column fct_refunds.region is 'Region of the merchant.';
comment on column fct_refunds.industry is 'Industry of the merchant.';
comment on column fct_refunds.merchant_size is 'small, medium or enterprise.';
comment on column fct_refunds.channel is 'Channel of the sale: pos, ecom or inapp.';
comment on column fct_refunds.payment_method is 'Method of the sale: card, ach or wallet.';
comment on column fct_refunds.reason is 'Why it was paid back.';
comment on column fct_refunds.amount is 'Amount paid back, the whole sale or a part of it.';
