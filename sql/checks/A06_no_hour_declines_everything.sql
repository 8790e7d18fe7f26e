-- question: Is there no hour in which many attempts are all declined, or all approved?
-- table: transactions; columns: ts, approved; grain: hour_number
-- dimension: anomaly; severity: warn
-- threshold: 0 hours: of 100 attempts some succeed and some fail, unless the answer is made up
select
    hour_number,
    make_timestamp(hour_number * 3600000000) as hour_start,
    txns,
    approved_txns
from qa_hours
where
    txns >= 100
    and (approved_txns = 0 or approved_txns = txns);
