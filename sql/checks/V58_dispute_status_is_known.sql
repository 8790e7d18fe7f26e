-- question: Is the status of a dispute one of the contract?
-- table: disputes; columns: status; grain: dispute_id
-- dimension: validity; severity: error
-- threshold: 0 rows: the win rate counts won against resolved
select
    dispute_id,
    status
from disputes
where status not in ('open', 'won', 'lost');
