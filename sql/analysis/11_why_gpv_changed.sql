-- What exactly changed GPV from one month to the next?
-- For Finance. From v_growth_bridge, segments added up: the effects of a month add up to its change of GPV, without a
-- rest. days is the length of the month: no achievement.
create or replace temp table evidence as
with effects as (
    select
        month,
        driver,
        sum(gpv_effect::decimal(28, 8)) as gpv_effect,
        sum(gpv_month_before) as gpv_month_before,
        sum(gpv) as gpv
    from v_growth_bridge
    group by all
)

select
    month,
    driver,
    gpv_effect::decimal(18, 2) as gpv_effect,
    gpv_month_before,
    gpv,
    gpv - gpv_month_before as gpv_change
from effects;

select * from evidence
order by month, gpv_effect desc, driver;

with latest as (
    select * from evidence
    where gpv > 0 or gpv_month_before > 0
    qualify dense_rank() over (order by month desc) = 1
)

select
    coalesce(
        max(
            format(
                'In {} GPV {} by USD {:,.0f}, from USD {:,.0f} to USD {:,.0f}: ',
                strftime(month, '%Y-%m'), if(gpv_change < 0, 'fell', 'rose'), abs(gpv_change)::double,
                gpv_month_before::double, gpv::double
            )
        )
        || string_agg(
            format('{} USD {}{:,.0f}', driver, if(gpv_effect < 0, '-', '+'), abs(gpv_effect)::double),
            ', ' order by abs(gpv_effect) desc, driver
        ) filter (gpv_effect <> 0)
        || '.',
        'Not enough data: it takes two whole months, one after the other, with volume.'
    ) as answer
from latest;
