-- question: Is the average ticket of every merchant size that of the baseline?
-- table: transactions; columns: amount; grain: bucket
-- dimension: distribution; severity: warn
-- threshold: 0.02 relative, beyond 4 standard errors of a ticket three times its mean
select
    bucket,
    greatest(abs(ln(rate / base_rate)) - 12 * sqrt(chance), 0) as observed,
    rate,
    base_rate
from qa_drift
where
    metric = 'average ticket by size'
    and numerator > 0
    and base_numerator > 0;
