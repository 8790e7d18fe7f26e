-- question: Is the mix of customers over segments and regions that of the baseline?
-- table: customers; columns: segment, region; grain: metric
-- dimension: distribution; severity: warn
-- threshold: 15 standard errors: chance alone stays below 4, but real rows come in clusters
select
    metric,
    (sum(psi / chance) - (count(*) - 1)) / sqrt(2 * (count(*) - 1)) as observed,
    sum(psi) as psi
from qa_drift
where metric = 'customer segment'
group by metric
having count(*) > 1;
