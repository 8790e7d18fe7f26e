-- title: What changed most
-- question: Which industry moved GPV most from the month before to the last whole month, and which way?
-- note: Last whole month up to the end of the range, against the month before.
-- chart: callout
-- width: full
with months as (
    select
        date_trunc('month', period.to_date + 1)::date - interval 1 month as month,
        date_trunc('month', period.to_date + 1)::date - interval 2 month as month_before,
        meta.start_date
    from period
    cross join meta
),

compared as (
    select
        month::date as month,
        month_before::date as month_before,
        month_before >= start_date as is_comparable,
        datediff('day', month, month + interval 1 month) as days,
        datediff('day', month_before, month) as days_before
    from months
),

industries as (
    select
        all_daily.industry::varchar as industry,
        coalesce(sum(gpv) filter (where day >= compared.month), 0) as gpv,
        coalesce(sum(gpv) filter (where day < compared.month), 0) as gpv_before,
        sum(approved_txns) filter (where day >= compared.month) as approved_txns,
        sum(txns) filter (where day >= compared.month) as txns,
        sum(approved_txns) filter (where day < compared.month) as approved_txns_before,
        sum(txns) filter (where day < compared.month) as txns_before
    from all_daily
    cross join compared
    where
        compared.is_comparable
        and all_daily.day >= compared.month_before
        and all_daily.day < compared.month + interval 1 month
    group by all
),

total as (
    select
        sum(gpv)::double as gpv,
        sum(gpv_before)::double as gpv_before,
        sum(gpv - gpv_before)::double as change,
        arg_max(industry, abs(gpv - gpv_before)) as industry,
        arg_max(gpv - gpv_before, abs(gpv - gpv_before))::double as industry_change,
        count(*) as industries,
        sum(approved_txns)::double as approved_txns,
        sum(txns)::double as txns,
        sum(approved_txns) / nullif(sum(txns), 0) as approval_rate,
        sum(approved_txns_before) / nullif(sum(txns_before), 0) as approval_rate_before
    from industries
),

measured as (
    select
        total.*,
        compared.*,
        gpv / nullif(gpv_before, 0) - 1 as relative_change,
        (gpv / compared.days) / nullif(gpv_before / compared.days_before, 0) - 1 as daily_change
    from compared
    cross join total
)

select
    case
        when not is_comparable or gpv_before is null or gpv_before = 0
            then 'No whole month of this selection can be compared with the month before it.'
        else
            'GPV ' || if(change < 0, 'fell', 'rose') || format(' {:.1f} % from ', abs(relative_change) * 100)
            || strftime(month_before, '%B') || ' to ' || strftime(month, '%B %Y')
            || ' (' || if(change < 0, '−', '+')
            || if(
                abs(change) >= 1e6,
                format('${:.1f}M', abs(change) / 1e6),
                format('${:.1f}K', abs(change) / 1e3)
            )
            || '; per day ' || if(daily_change < 0, '−', '+') || format('{:.1f} %)', abs(daily_change) * 100)
            || if(
                industries = 1,
                '.',
                '. The largest change is in ' || industry || ': ' || if(industry_change < 0, '−', '+')
                || if(
                    abs(industry_change) >= 1e6,
                    format('${:.1f}M', abs(industry_change) / 1e6),
                    format('${:.1f}K', abs(industry_change) / 1e3)
                ) || '.'
            )
            || coalesce(
                ' Approval ' || if(approval_rate < approval_rate_before, 'fell', 'rose')
                || format(' {:.2f} points', abs(approval_rate - approval_rate_before) * 100)
                || format(' to {:.2f} %.', approval_rate * 100),
                ''
            )
    end as text,
    case when is_comparable and change > 0 then 'good' when is_comparable and change < 0 then 'bad' else 'neutral' end as tone,
    gpv,
    gpv_before,
    approved_txns,
    txns
from measured
