-- question: Does no merchant take a much larger share of the attempts than in the baseline?
-- table: transactions; columns: merchant_id; grain: bucket
-- dimension: distribution; severity: warn
-- threshold: 0.005 of attempts: a wrong default or a replayed file piles rows on one merchant
select
    bucket,
    greatest(abs(rate - base_rate) - 5 * sqrt(base_rate * chance), 0) as observed,
    rate,
    base_rate
from qa_drift
where
    metric = 'largest merchants'
    and rate is not null
    and base_rate is not null;
