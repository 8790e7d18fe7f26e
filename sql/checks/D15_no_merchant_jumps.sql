-- question: Does no merchant take a much larger share of the attempts than in the baseline?
-- table: transactions; columns: merchant_id; grain: bucket
-- dimension: distribution; severity: warn
-- threshold: 0.005 of attempts: a wrong default or a replayed file piles rows on one merchant
with smallest as (
    select
        min(rate) filter (where numerator > 0) as rate,
        min(base_rate) filter (where base_numerator > 0) as base_rate
    from qa_drift
    where metric = 'largest merchants'
),

-- Only the largest are listed: one that is not has at most the share of the smallest that is.
listed as (
    select
        qa_drift.bucket,
        qa_drift.chance,
        case when qa_drift.numerator > 0 then qa_drift.rate else smallest.rate end as rate,
        case when qa_drift.base_numerator > 0 then qa_drift.base_rate else smallest.base_rate end
            as base_rate
    from qa_drift
    cross join smallest
    where qa_drift.metric = 'largest merchants'
)

select
    bucket,
    greatest(abs(rate - base_rate) - 5 * sqrt(base_rate * chance), 0) as observed,
    rate,
    base_rate
from listed;
