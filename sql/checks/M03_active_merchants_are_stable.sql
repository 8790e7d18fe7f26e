-- question: Are about as many merchants active as in the baseline, in equally many attempts?
-- table: transactions; columns: merchant_id; grain: bucket
-- dimension: volume; severity: warn
-- threshold: 0.05 relative: who is missing has no files or is filed under another id
select
    bucket,
    abs(numerator / base_numerator - 1) as observed,
    numerator as active_merchants,
    base_numerator as base_active_merchants
from qa_drift
where
    metric = 'active merchants'
    and numerator > 0
    and base_numerator > 0;
