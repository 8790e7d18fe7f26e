-- question: Does the bridge of the yield begin and end at its months, and price and mix lead there?
-- table: mart_yield_bridge; columns: gpv, price_effect_bps, mix_effect_bps; grain: month
-- dimension: consistency; severity: error
-- threshold: 0 months: a rest would be a change without a cause; to a millionth of a basis point
with bridges as (
    select
        month,
        sum(gpv) as gpv,
        sum(total_fees) as total_fees,
        sum(gpv_month_before) as gpv_month_before,
        sum(total_fees_month_before) as total_fees_month_before,
        sum(price_effect_bps + mix_effect_bps) as effect_bps,
        min(least(gpv, gpv_month_before)) as lowest_gpv
    from mart_yield_bridge
    group by month
)

select
    bridges.month,
    bridges.gpv as bridge_gpv,
    months.gpv,
    bridges.total_fees as bridge_fees,
    months.total_fees,
    bridges.effect_bps,
    10000 * (months.fee_yield - months_before.fee_yield) as change_bps
from bridges
left join mart_kpi_monthly as months on bridges.month = months.month
left join mart_kpi_monthly as months_before
    on bridges.month = cast(months_before.month + interval 1 month as date)
where
    bridges.gpv is distinct from months.gpv
    or bridges.gpv_month_before is distinct from months_before.gpv
    or bridges.total_fees is distinct from months.total_fees
    or bridges.total_fees_month_before is distinct from months_before.total_fees
    -- Below zero there is no share: the amounts are wrong then, and V01 says so.
    or (
        bridges.lowest_gpv >= 0
        and abs(
            bridges.effect_bps - 10000 * (months.fee_yield - months_before.fee_yield)
        ) > 0.000001
    );
