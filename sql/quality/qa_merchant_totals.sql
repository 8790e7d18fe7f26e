-- What did each merchant process? Grain: merchant x bank debit or not, with attempts. Source:
-- transactions. Bank debits are apart because they have a price of their own.
create or replace temp table qa_merchant_totals as
select
    merchant_id,
    payment_method = 'ach' as is_ach,
    count(*) as txns,
    count(*) filter (where approved) as approved_txns,
    coalesce(sum(amount) filter (where approved), 0) as gpv,
    coalesce(sum(fee) filter (where approved), 0) as total_fees,
    coalesce(sum(interchange_fee) filter (where approved), 0) as interchange_fees,
    coalesce(sum(scheme_fee) filter (where approved), 0) as scheme_fees,
    min(ts) as first_ts
from transactions
group by
    merchant_id,
    payment_method = 'ach';
