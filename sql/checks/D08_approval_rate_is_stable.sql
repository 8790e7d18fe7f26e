-- question: Is the approval rate that of the baseline?
-- table: transactions; columns: approved; grain: bucket
-- dimension: distribution; severity: warn
-- threshold: 8 standard errors: chance alone stays below 4, but real rows come in clusters
select
    bucket,
    abs(rate - base_rate) / sqrt(
        (numerator + base_numerator + 1) / (denominator + base_denominator + 2)
        * (1 - (numerator + base_numerator + 1) / (denominator + base_denominator + 2))
        * chance
    ) as observed,
    rate,
    base_rate
from qa_drift
where
    metric = 'approval'
    and is_in_both
    and least(sample_size, base_sample_size) >= 50;
