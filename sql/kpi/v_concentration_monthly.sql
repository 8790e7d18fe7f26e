-- How much of the volume stands on few merchants?
-- Grain: month of the reporting window with approved volume. Sources: fct_merchant_month,
-- dim_calendar. Merchants without an approved attempt in the month are not counted. Squares are
-- added up as decimals, so that no order of addition shows.
create or replace view v_concentration_monthly as
with months as (
    select
        month,
        month_number,
        is_partial_month
    from dim_calendar
    group by month, month_number, is_partial_month
),

ranked as (
    select
        month_number,
        merchant_id,
        gpv,
        row_number() over (partition by month_number order by gpv desc, merchant_id asc)
            as gpv_rank
    from fct_merchant_month
    where approved_txns > 0
),

-- Gini from ranks by falling volume: 1 + 1/n - 2/(n * sum) * sum of rank * volume.
totals as (
    select
        month_number,
        count(*) as merchants,
        sum(gpv) as gpv,
        max(gpv) as top_1_gpv,
        sum(case when gpv_rank <= 10 then gpv else 0 end) as top_10_gpv,
        sum(case when gpv_rank <= 50 then gpv else 0 end) as top_50_gpv,
        cast(sum(cast(gpv as decimal(15, 2)) * cast(gpv as decimal(15, 2))) as double)
        / nullif(cast(sum(gpv) as double) * cast(sum(gpv) as double), 0) as squared_shares,
        sum(gpv_rank * gpv) as rank_weighted_gpv
    from ranked
    group by month_number
)

select
    months.month as month,
    months.is_partial_month as is_partial_month,
    cast(totals.merchants as bigint) as active_merchants,
    cast(totals.gpv as decimal(18, 2)) as gpv,
    cast(totals.top_1_gpv as decimal(18, 2)) as top_1_gpv,
    cast(totals.top_1_gpv as double) / nullif(cast(totals.gpv as double), 0) as top_1_share,
    cast(totals.top_10_gpv as decimal(18, 2)) as top_10_gpv,
    cast(totals.top_10_gpv as double) / nullif(cast(totals.gpv as double), 0) as top_10_share,
    cast(totals.top_50_gpv as decimal(18, 2)) as top_50_gpv,
    cast(totals.top_50_gpv as double) / nullif(cast(totals.gpv as double), 0) as top_50_share,
    10000 * totals.squared_shares as hhi,
    cast(1 as double) / nullif(totals.squared_shares, 0) as effective_merchants,
    1 + cast(1 as double) / nullif(totals.merchants, 0)
    - 2 * cast(totals.rank_weighted_gpv as double)
    / nullif(cast(totals.merchants * totals.gpv as double), 0) as gini
from months
inner join totals on months.month_number = totals.month_number;

comment on view v_concentration_monthly is
'Concentration of volume. Grain: month of the window with approved volume.';
comment on column v_concentration_monthly.month is 'First day of the month.';
comment on column v_concentration_monthly.is_partial_month is
'Whether the reporting window holds only a part of the month.';
comment on column v_concentration_monthly.active_merchants is
'Merchants with at least one approved attempt in the month.';
comment on column v_concentration_monthly.gpv is
'Gross payment volume: amount of approved attempts, before refunds and disputes.';
comment on column v_concentration_monthly.top_1_gpv is 'gpv of the largest merchant of the month.';
comment on column v_concentration_monthly.top_1_share is 'top_1_gpv / gpv.';
comment on column v_concentration_monthly.top_10_gpv is 'gpv of the 10 largest.';
comment on column v_concentration_monthly.top_10_share is 'top_10_gpv / gpv.';
comment on column v_concentration_monthly.top_50_gpv is 'gpv of the 50 largest.';
comment on column v_concentration_monthly.top_50_share is 'top_50_gpv / gpv.';
comment on column v_concentration_monthly.hhi is
'Herfindahl-Hirschman index: 10,000 times the sum of squared shares; 10,000 is one merchant.';
comment on column v_concentration_monthly.effective_merchants is
'1 / sum of squared shares: as many merchants of equal size would be as concentrated.';
comment on column v_concentration_monthly.gini is
'Gini coefficient of gpv over active merchants: 0 is all alike, near 1 is one has all.';
