-- question: Is every disputed amount above zero?
-- table: disputes; columns: amount; grain: dispute_id
-- dimension: validity; severity: error
-- threshold: 0 rows: a dispute about nothing is a broken row
select
    dispute_id,
    amount
from disputes
where amount <= 0;
