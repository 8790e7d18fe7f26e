-- question: Does no amount take a much larger share of the attempts than in the baseline?
-- table: transactions; columns: amount; grain: bucket
-- dimension: distribution; severity: warn
-- threshold: 0.005 of attempts: a wrong default or a test card piles rows on one amount
select
    bucket,
    greatest(abs(rate - base_rate) - 5 * sqrt(base_rate * chance), 0) as observed,
    rate,
    base_rate
from qa_drift
where
    metric = 'commonest amounts'
    and rate is not null
    and base_rate is not null;
