-- question: Has a dispute an end exactly when it is won or lost, and not before its start?
-- table: disputes; columns: status, opened_at, resolved_at; grain: dispute_id
-- dimension: validity; severity: error
-- threshold: 0 rows: an open case with an end, or a closed one without, falsifies the win rate
select
    dispute_id,
    status,
    opened_at,
    resolved_at
from disputes
where
    (status = 'open') <> (resolved_at is null)
    or resolved_at < opened_at;
