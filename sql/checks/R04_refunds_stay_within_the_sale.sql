-- question: Do the refunds of a sale add up to no more than the sale?
-- table: refunds; columns: amount; grain: txn_id
-- dimension: consistency; severity: error
-- threshold: 0 sales: the rest would be a gift; partial refunds are allowed
with refunded as (
    select
        txn_id,
        sum(amount) as amount,
        count(*) as refund_count
    from refunds
    group by txn_id
)

select
    refunded.txn_id,
    refunded.amount,
    refunded.refund_count,
    qa_sales.amount as sale_amount
from refunded
inner join qa_sales on refunded.txn_id = qa_sales.txn_id
where refunded.amount > qa_sales.amount;
