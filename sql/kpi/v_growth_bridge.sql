-- Why did GPV change from one month to the next?
-- Grain: month x region x industry x merchant size x driver, between two whole months.
-- Sources: dim_calendar, fct_merchant_month, merchants. GPV is merchants x days x attempts per
-- merchant and day x approval x ticket; the logarithmic mean (LMDI) splits the change among them
-- without a rest. A segment that had no volume before, or has none now, is a driver of its own.
create or replace view v_growth_bridge as
with months as (
    select
        month,
        month_number,
        count(*) as days
    from dim_calendar
    where not is_partial_month
    group by month, month_number
),

segments as (
    select
        fct_merchant_month.month_number as month_number,
        merchants.region as region,
        merchants.industry as industry,
        merchants.merchant_size as merchant_size,
        sum(case when fct_merchant_month.approved_txns > 0 then 1 else 0 end) as merchants,
        sum(fct_merchant_month.txns) as txns,
        sum(fct_merchant_month.approved_txns) as approved_txns,
        sum(fct_merchant_month.gpv) as gpv
    from fct_merchant_month
    inner join merchants on fct_merchant_month.merchant_id = merchants.merchant_id
    group by
        fct_merchant_month.month_number,
        merchants.region,
        merchants.industry,
        merchants.merchant_size
),

kinds as (
    select
        region,
        industry,
        merchant_size
    from segments
    group by region, industry, merchant_size
),

pairs as (
    select
        months.month as month,
        kinds.region as region,
        kinds.industry as industry,
        kinds.merchant_size as merchant_size,
        months.days as days,
        base_months.days as base_days,
        segments.merchants as merchants,
        base.merchants as base_merchants,
        segments.txns as txns,
        base.txns as base_txns,
        segments.approved_txns as approved_txns,
        base.approved_txns as base_approved_txns,
        cast(coalesce(segments.gpv, 0) as decimal(18, 2)) as gpv,
        cast(coalesce(base.gpv, 0) as decimal(18, 2)) as gpv_month_before
    from months
    inner join months as base_months on months.month_number = base_months.month_number + 1
    cross join kinds
    left join segments
        on
            months.month_number = segments.month_number
            and kinds.region = segments.region
            and kinds.industry = segments.industry
            and kinds.merchant_size = segments.merchant_size
    left join segments as base
        on
            base_months.month_number = base.month_number
            and kinds.region = base.region
            and kinds.industry = base.industry
            and kinds.merchant_size = base.merchant_size
),

-- Logarithmic mean of both volumes; equal volumes are their own mean.
weighted as (
    select
        month,
        region,
        industry,
        merchant_size,
        gpv,
        gpv_month_before,
        coalesce(gpv > 0 and gpv_month_before > 0, false) as is_in_both,
        case
            when gpv > 0 and gpv_month_before > 0 and gpv = gpv_month_before
                then cast(gpv as double)
            when gpv > 0 and gpv_month_before > 0
                then
                    cast(gpv - gpv_month_before as double)
                    / nullif(
                        cast(
                            ln(cast(gpv as double) / nullif(cast(gpv_month_before as double), 0))
                            as double
                        ), 0
                    )
        end as weight,
        cast(merchants as double) / nullif(base_merchants, 0) as merchants_ratio,
        cast(days as double) / nullif(base_days, 0) as days_ratio,
        cast(txns as double) / nullif(merchants * days, 0)
        / nullif(cast(base_txns as double) / nullif(base_merchants * base_days, 0), 0)
            as frequency_ratio,
        cast(approved_txns as double) / nullif(txns, 0)
        / nullif(cast(base_approved_txns as double) / nullif(base_txns, 0), 0) as approval_ratio,
        cast(gpv as double) / nullif(approved_txns, 0)
        / nullif(cast(gpv_month_before as double) / nullif(base_approved_txns, 0), 0)
            as ticket_ratio
    from pairs
),

drivers as (
    select 'merchants' as driver
    union all
    select 'days' as driver
    union all
    select 'attempts per merchant and day' as driver
    union all
    select 'approval' as driver
    union all
    select 'ticket' as driver
    union all
    select 'new segment' as driver
    union all
    select 'lost segment' as driver
)

select
    weighted.month as month,
    weighted.region as region,
    weighted.industry as industry,
    weighted.merchant_size as merchant_size,
    drivers.driver as driver,
    weighted.gpv_month_before as gpv_month_before,
    weighted.gpv as gpv,
    case
        when not weighted.is_in_both and drivers.driver = 'new segment' and weighted.gpv > 0
            then cast(weighted.gpv as double)
        when
            not weighted.is_in_both
            and drivers.driver = 'lost segment'
            and weighted.gpv_month_before > 0
            then -cast(weighted.gpv_month_before as double)
        when not weighted.is_in_both or drivers.driver in ('new segment', 'lost segment')
            then cast(0 as double)
        when drivers.driver = 'merchants' then weighted.weight * ln(weighted.merchants_ratio)
        when drivers.driver = 'days' then weighted.weight * ln(weighted.days_ratio)
        when drivers.driver = 'approval' then weighted.weight * ln(weighted.approval_ratio)
        when drivers.driver = 'ticket' then weighted.weight * ln(weighted.ticket_ratio)
        else weighted.weight * ln(weighted.frequency_ratio)
    end as gpv_effect
from weighted
cross join drivers;

comment on view v_growth_bridge is
'What drove the change of GPV. Grain: month x region x industry x merchant size x driver.';
comment on column v_growth_bridge.month is
'First day of the month; it and the month before are whole.';
comment on column v_growth_bridge.region is 'Region of the merchants.';
comment on column v_growth_bridge.industry is 'Industry of the merchants.';
comment on column v_growth_bridge.merchant_size is 'small, medium or enterprise.';
comment on column v_growth_bridge.driver is
'merchants, days, attempts per merchant and day, approval, ticket, new segment or lost segment.';
comment on column v_growth_bridge.gpv_month_before is
'gpv of the segment in the month before: repeats on each driver.';
comment on column v_growth_bridge.gpv is 'gpv of the segment in the month: repeats on each driver.';
comment on column v_growth_bridge.gpv_effect is
'Change of gpv due to the driver, USD; over the drivers it adds up to gpv - gpv_month_before.';
