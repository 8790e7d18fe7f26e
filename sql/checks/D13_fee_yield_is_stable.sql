-- question: Is the fee yield of every merchant size that of the baseline?
-- table: transactions; columns: fee, amount; grain: bucket
-- dimension: distribution; severity: warn
-- threshold: 0.01 relative, beyond 4 standard errors of a payment that is 100 % off its mean
select
    bucket,
    greatest(abs(ln(rate / base_rate)) - 4 * sqrt(chance), 0) as observed,
    rate,
    base_rate
from qa_drift
where
    metric = 'fee yield by size'
    and numerator > 0
    and base_numerator > 0;
