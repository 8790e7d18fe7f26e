-- question: Is the mix of merchant sizes that of the baseline?
-- table: merchants; columns: merchant_size; grain: metric
-- dimension: distribution; severity: warn
-- threshold: 15 standard errors: chance alone stays below 4, but real rows come in clusters
select
    metric,
    (sum(psi / chance) - (count(*) - 1)) / sqrt(2 * (count(*) - 1)) as observed,
    sum(psi) as psi
from qa_drift
where metric = 'merchant size'
group by metric
having count(*) > 1;
