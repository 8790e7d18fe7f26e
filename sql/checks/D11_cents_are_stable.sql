-- question: Is the share of whole and of round amounts that of the baseline?
-- table: transactions; columns: amount; grain: metric
-- dimension: distribution; severity: warn
-- threshold: 15 standard errors: chance alone stays below 4, but real rows come in clusters
select
    metric,
    (sum(psi / chance) - (count(*) - 1)) / sqrt(2 * (count(*) - 1)) as observed,
    sum(psi) as psi
from qa_drift
where metric = 'cents'
group by metric
having count(*) > 1;
