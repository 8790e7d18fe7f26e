-- question: Does the growth of each month compare it with the month before, both whole?
-- table: mart_kpi_monthly; columns: mom_growth, gpv_month_before; grain: month
-- dimension: consistency; severity: error
-- threshold: 0 months: over a missing or partial month growth is not defined
with neighbours as (
    select
        this_month.month,
        this_month.mom_growth,
        case
            when not this_month.is_partial_month and not month_before.is_partial_month
                then
                    cast(this_month.gpv as double)
                    / nullif(cast(month_before.gpv as double), 0) - 1
        end as expected_growth
    from mart_kpi_monthly as this_month
    left join mart_kpi_monthly as month_before
        on this_month.month = month_before.month + interval 1 month
)

select
    month,
    mom_growth,
    expected_growth
from neighbours
where
    (mom_growth is null) <> (expected_growth is null)
    or abs(mom_growth - expected_growth) > 1e-9;
