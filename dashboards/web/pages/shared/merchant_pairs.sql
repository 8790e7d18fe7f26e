-- What did each merchant process in the last whole month that the range touches, and in the month before?
-- Grain: merchant with attempts in either month, under all filters but that of dates. GPV is NULL where a month has no attempts.
with months as (
    select
        unnest([month, month_before]) as month,
        unnest([true, false]) as is_now
    from last_month
)

select
    facts.merchant_id,
    sum(facts.gpv) filter (where months.is_now) as gpv,
    sum(facts.gpv) filter (where not months.is_now) as gpv_before,
    coalesce(bool_or(facts.approved_txns > 0) filter (where months.is_now), false) as is_active,
    coalesce(bool_or(facts.approved_txns > 0) filter (where not months.is_now), false) as was_active
from all_merchant_month as facts
inner join months using (month)
cross join meta
where facts.month >= meta.start_date
group by all
