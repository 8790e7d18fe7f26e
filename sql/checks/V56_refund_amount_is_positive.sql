-- question: Is every refunded amount above zero?
-- table: refunds; columns: amount; grain: refund_id
-- dimension: validity; severity: error
-- threshold: 0 rows: a negative refund is a second sale
select
    refund_id,
    amount
from refunds
where amount <= 0;
