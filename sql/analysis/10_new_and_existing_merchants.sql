-- How much of the growth do new merchants bring, and how much those who were there before?
-- For Sales and Finance. From fct_merchant_month: a merchant is new for the 12 months from the sign-up month on. Whole
-- months only; a merchant who turns 12 months old moves from new to existing, so the two changes add up to the change
-- of all but include that move.
create or replace temp table evidence as
with months as (
    select distinct
        month,
        month_number
    from dim_calendar
    where not is_partial_month
),

volumes as (
    select
        volumes.month_number,
        sum(volumes.gpv) as gpv,
        coalesce(
            sum(volumes.gpv) filter (
                volumes.month_number - year(merchants.signup_date) * 12 - month(merchants.signup_date) < 12
            ), 0
        ) as new_gpv
    from fct_merchant_month as volumes
    inner join merchants on volumes.merchant_id = merchants.merchant_id
    group by volumes.month_number
),

filled as (
    select
        months.month,
        coalesce(volumes.gpv, 0) as gpv,
        coalesce(volumes.new_gpv, 0) as new_gpv,
        coalesce(volumes.gpv, 0) - coalesce(volumes.new_gpv, 0) as existing_gpv
    from months
    left join volumes on months.month_number = volumes.month_number
)

select
    month,
    gpv,
    new_gpv,
    existing_gpv,
    new_gpv::double / nullif(gpv, 0)::double as new_share,
    lag(month) over by_month as month_before,
    gpv - lag(gpv) over by_month as gpv_change,
    new_gpv - lag(new_gpv) over by_month as new_gpv_change,
    existing_gpv - lag(existing_gpv) over by_month as existing_gpv_change
from filled
window by_month as (order by month);

select * from evidence
order by month;

with latest as (
    select * from evidence
    where gpv_change is not null and new_share is not null
    order by month desc
    limit 1
)

select
    coalesce(
        max(
            format(
                'From {} to {} GPV {} by USD {:,.0f}: new merchants {} USD {:,.0f}, existing ones {}'
                || ' USD {:,.0f}. New merchants make {:.1f} % of GPV.',
                strftime(month_before, '%Y-%m'), strftime(month, '%Y-%m'),
                if(gpv_change < 0, 'fell', 'rose'), abs(gpv_change)::double,
                if(new_gpv_change < 0, 'took away', 'added'), abs(new_gpv_change)::double,
                if(existing_gpv_change < 0, 'took away', 'added'), abs(existing_gpv_change)::double,
                100 * new_share
            )
        ),
        'Not enough data: it takes two whole months with volume.'
    ) as answer
from latest;
