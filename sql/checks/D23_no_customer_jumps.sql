-- question: Does no customer take a much larger share of the attempts than in the baseline?
-- table: transactions; columns: customer_id; grain: bucket
-- dimension: distribution; severity: warn
-- threshold: 0.005 of attempts: a wrong default or a test account piles rows on one customer
select
    bucket,
    greatest(abs(rate - base_rate) - 5 * sqrt(base_rate * chance), 0) as observed,
    rate,
    base_rate
from qa_drift
where
    metric = 'customers by id modulo 64'
    and rate is not null
    and base_rate is not null;
