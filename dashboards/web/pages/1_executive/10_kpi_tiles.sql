-- title: Headline figures
-- question: How much was processed and how much of it was approved?
-- chart: tiles
with now as (select sum(gpv) as gpv, sum(txns) as txns, sum(approved_txns) as approved_txns from daily),
prior as (
    select sum(gpv) as gpv, sum(txns) as txns, sum(approved_txns) as approved_txns
    from all_daily, period where has_prior and day between prior_from and prior_to
)
select 'GPV' as label, now.gpv::double as value, now.gpv::double as numerator, null::double as denominator, prior.gpv::double as prior_value,
    now.gpv / prior.gpv - 1 as change, 'money' as format, 'higher' as better from now, prior
union all
select 'Approval rate', now.approved_txns / now.txns, now.approved_txns::double, now.txns::double, prior.approved_txns / prior.txns,
    now.approved_txns / now.txns - prior.approved_txns / prior.txns, 'percent', 'higher' from now, prior
