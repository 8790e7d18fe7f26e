-- question: Is the mix of merchants over regions and industries that of the baseline?
-- table: merchants; columns: region, industry; grain: metric
-- dimension: distribution; severity: warn
-- threshold: 0.01 of rows moved, besides new ones: an entity does not change its kind by chance
select
    metric,
    greatest(
        sum(abs(rate - base_rate)) / 2 - abs(1 - max(denominator) / max(base_denominator)), 0
    ) as observed
from qa_drift
where metric = 'merchant segment'
group by metric;
