-- Which sales were refunded or disputed? Checks of refunds and disputes join these few, and not
-- every attempt. Grain: attempt that a refund or dispute names. Sources: transactions, refunds,
-- disputes.
create or replace temp table qa_sales as
select
    txn_id,
    merchant_id,
    ts,
    amount,
    approved
from transactions
where
    txn_id in (
        select refunds.txn_id from refunds
        union all
        select disputes.txn_id from disputes
    );
