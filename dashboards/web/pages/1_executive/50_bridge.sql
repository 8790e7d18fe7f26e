-- title: Why GPV changed in the last whole month, effect of each driver
-- question: Did more merchants, more days, more attempts, better approval or larger tickets move GPV from the month before?
-- note: Last whole month up to the end of the range, against the month before. Merchants x days x attempts of each a day x approval x ticket, split within each segment of region, industry and size by logarithmic means: the steps add up to the change exactly.
-- chart: waterfall
-- x: step
-- y: amount
-- low: is_total
-- format: amount=money, share_of_all=percent
-- labels: amount=Effect on GPV, share_of_all=Share of the change, factor=Overall
-- tooltip: amount, share_of_all, factor
with compared as (
    select
        (date_trunc('month', period.to_date + 1) - interval 1 month)::date as month,
        (date_trunc('month', period.to_date + 1) - interval 2 month)::date as month_before,
        meta.start_date
    from period
    cross join meta
),

months as (
    select
        month,
        month_before,
        datediff('day', month, month + interval 1 month) as days,
        datediff('day', month_before, month) as days_before
    from compared
    where month_before >= start_date
),

segments as (
    select
        merchants.region,
        merchants.industry,
        merchants.merchant_size,
        facts.month = months.month as is_now,
        count(distinct facts.merchant_id) filter (where facts.approved_txns > 0) as merchants,
        sum(facts.txns) as txns,
        sum(facts.approved_txns) as approved_txns,
        sum(facts.gpv) as gpv
    from months
    inner join all_merchant_month as facts on facts.month in (months.month, months.month_before)
    inner join merchants on facts.merchant_id = merchants.merchant_id
    group by all
),

pairs as (
    select
        months.month,
        months.month_before,
        months.days::double as days,
        months.days_before::double as days_before,
        coalesce(now.merchants, 0)::double as merchants,
        coalesce(before.merchants, 0)::double as merchants_before,
        coalesce(now.txns, 0)::double as txns,
        coalesce(before.txns, 0)::double as txns_before,
        coalesce(now.approved_txns, 0)::double as approved_txns,
        coalesce(before.approved_txns, 0)::double as approved_txns_before,
        coalesce(now.gpv, 0)::double as gpv,
        coalesce(before.gpv, 0)::double as gpv_before
    from (select * from segments where is_now) as now
    full join (select * from segments where not is_now) as before using (region, industry, merchant_size)
    cross join months
),

weighted as (
    select
        *,
        gpv > 0 and gpv_before > 0 as is_in_both,
        case
            when gpv > 0 and gpv_before > 0 and gpv = gpv_before then gpv
            when gpv > 0 and gpv_before > 0 then (gpv - gpv_before) / (ln(gpv) - ln(gpv_before))
        end as weight
    from pairs
),

-- Effects are added up as decimals: a sum of doubles depends on their order.
effects as (
    select
        any_value(month) as month,
        any_value(month_before) as month_before,
        any_value(days) as days,
        any_value(days_before) as days_before,
        sum(merchants) as merchants,
        sum(merchants_before) as merchants_before,
        sum(txns) as txns,
        sum(txns_before) as txns_before,
        sum(approved_txns) as approved_txns,
        sum(approved_txns_before) as approved_txns_before,
        sum(gpv::decimal(18, 2)) as gpv,
        sum(gpv_before::decimal(18, 2)) as gpv_before,
        sum(case when is_in_both then (weight * ln(merchants / merchants_before))::decimal(28, 8) end) as by_merchants,
        sum(case when is_in_both then (weight * ln(days / days_before))::decimal(28, 8) end) as by_days,
        sum(case when is_in_both then (weight * ln((txns / merchants / days) / (txns_before / merchants_before / days_before)))::decimal(28, 8) end) as by_attempts,
        sum(case when is_in_both then (weight * ln((approved_txns / txns) / (approved_txns_before / txns_before)))::decimal(28, 8) end) as by_approval,
        sum(case when is_in_both then (weight * ln((gpv / approved_txns) / (gpv_before / approved_txns_before)))::decimal(28, 8) end) as by_ticket,
        sum(if(is_in_both, 0, gpv)::decimal(28, 8)) as by_new,
        -sum(if(is_in_both, 0, gpv_before)::decimal(28, 8)) as by_lost
    from weighted
    having count(*) > 0
),

steps as (
    select
        2 as place, 'Merchants' as step, by_merchants::double as amount, false as is_total,
        format('{:,.0f} to {:,.0f} merchants', merchants_before, merchants) as factor
    from effects
    union all
    select 3, 'Days', by_days::double, false, format('{:.0f} to {:.0f} days', days_before, days)
    from effects
    union all
    select
        4, 'Attempts', by_attempts::double, false,
        format('{:.3f} to {:.3f} a merchant and day', txns_before / merchants_before / days_before, txns / merchants / days)
    from effects
    union all
    select
        5, 'Approval', by_approval::double, false,
        format('{:.2f} to {:.2f} %', 100 * approved_txns_before / txns_before, 100 * approved_txns / txns)
    from effects
    union all
    select
        6, 'Ticket', by_ticket::double, false,
        format('${:.2f} to ${:.2f}', gpv_before / approved_txns_before, gpv / approved_txns)
    from effects
    union all
    select 7, 'New', by_new::double, false, 'segments without GPV the month before'
    from effects
    where by_new <> 0
    union all
    select 8, 'Lost', by_lost::double, false, 'segments without GPV in the month'
    from effects
    where by_lost <> 0
    union all
    select
        9, 'Change', (gpv - gpv_before)::double, true,
        format('${:,.0f} in {} to ${:,.0f} in {}', gpv_before::double, strftime(month_before, '%B'), gpv::double, strftime(month, '%B'))
    from effects
)

select
    steps.step,
    steps.amount,
    steps.is_total,
    steps.amount / nullif((effects.gpv - effects.gpv_before)::double, 0) as share_of_all,
    steps.factor
from steps
cross join effects
order by steps.place
