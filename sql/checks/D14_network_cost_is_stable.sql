-- question: Are interchange and scheme fees of every region, by volume, those of the baseline?
-- table: transactions; columns: interchange_fee, scheme_fee, amount; grain: bucket
-- dimension: distribution; severity: warn
-- threshold: 0.02 relative, beyond 4 standard errors of a payment that is 100 % off its mean
select
    bucket,
    greatest(abs(ln(rate / base_rate)) - 4 * sqrt(chance), 0) as observed,
    rate,
    base_rate
from qa_drift
where
    metric = 'cost rate by region'
    and numerator > 0
    and base_numerator > 0;
