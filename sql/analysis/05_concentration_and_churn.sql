-- How concentrated is revenue, and where does churn begin?
-- For Sales and Finance. From v_top_merchants (net revenue of the largest merchants), fct_merchant_churn and
-- fct_merchant_month. A rate is merchants lost over months in which merchants were active, counting months whose 90
-- days afterwards the window shows: those of v_churn_monthly. Age counts months since sign-up, so a high rate at a low
-- age says that churn begins early.
create or replace temp table evidence as
with observed as (
    select dim_calendar.month_number
    from v_churn_monthly
    inner join dim_calendar on v_churn_monthly.month = dim_calendar.day
    where v_churn_monthly.is_fully_observed
),

lost as (
    select
        churn.merchant_id,
        year(churn.churned_on) * 12 + month(churn.churned_on) as month_number,
        count(distinct churn.merchant_id) as churned
    from fct_merchant_churn as churn
    group by all
),

signups as (
    select
        merchant_id,
        year(signup_date) * 12 + month(signup_date) as month_number
    from merchants
),

months as (
    select
        merchants.industry::varchar as industry,
        merchants.region::varchar as region,
        merchants.merchant_size::varchar as merchant_size,
        case
            when active.month_number - signups.month_number < 3 then '0 to 2 months'
            when active.month_number - signups.month_number < 6 then '3 to 5 months'
            when active.month_number - signups.month_number < 12 then '6 to 11 months'
            else 'a year and more'
        end as age,
        active.net_revenue,
        coalesce(lost.churned, 0) as churned
    from fct_merchant_month as active
    inner join observed on active.month_number = observed.month_number
    inner join merchants on active.merchant_id = merchants.merchant_id
    inner join signups on active.merchant_id = signups.merchant_id
    left join lost
        on active.merchant_id = lost.merchant_id and active.month_number = lost.month_number
    where active.approved_txns > 0
),

cells as (
    select
        case
            when grouping(industry) = 0 then 'industry'
            when grouping(region) = 0 then 'region'
            when grouping(merchant_size) = 0 then 'merchant size'
            when grouping(age) = 0 then 'age'
            else 'all'
        end as dimension,
        coalesce(industry, region, merchant_size, age, 'all') as segment,
        count(*) as active_merchant_months,
        coalesce(sum(churned), 0)::bigint as churned_merchants,
        sum(churned) / nullif(count(*), 0) as monthly_churn_rate,
        sum(net_revenue) as net_revenue
    from months
    group by grouping sets ((industry), (region), (merchant_size), (age), ())
),

largest as (
    select
        count(*) filter (net_revenue > 0) as earning_merchants,
        sum(net_revenue) as all_net_revenue,
        sum(net_revenue) filter (place <= 10) / nullif(sum(net_revenue), 0) as top_10_share,
        sum(net_revenue) filter (place <= 50) / nullif(sum(net_revenue), 0) as top_50_share
    from (
        select
            net_revenue,
            row_number() over (order by net_revenue desc, merchant_id) as place
        from v_top_merchants
    ) as ranked
)

select
    cells.*,
    largest.*
from cells
cross join largest;

select * from evidence
order by dimension, monthly_churn_rate desc, segment;

-- A segment tells something about churn from 100 merchant-months.
with everything as (
    select * from evidence
    where dimension = 'all'
),

worst as (
    select
        string_agg(
            format(
                '{} {} ({:.1f} % a month)', dimension, segment, 100 * monthly_churn_rate
            ), ', ' order by monthly_churn_rate desc, segment
        ) as segments
    from (
        select * from evidence
        where dimension <> 'all' and active_merchant_months >= 100 and churned_merchants > 0
        qualify
            row_number() over (partition by dimension order by monthly_churn_rate desc, segment) = 1
    ) as worst_of_each
)

select
    coalesce(
        max(
            format(
                'From {} to {} the 10 merchants that earn most bring {:.1f} % of net revenue, the'
                || ' largest 50 {:.1f} %, counting {:,} with net revenue above 0. ',
                reporting.first_day::varchar, reporting.last_day::varchar,
                100 * everything.top_10_share, 100 * everything.top_50_share,
                everything.earning_merchants
            )
            || coalesce(
                format(
                    'A month loses {:.1f} % of its active merchants; churn is highest in {}.',
                    100 * everything.monthly_churn_rate, worst.segments
                ),
                'No segment has lost enough merchants to compare.'
            )
        ),
        'Not enough data: churn shows after a whole month and 90 days more.'
    ) as answer
from everything
cross join worst
cross join v_kpi_total as reporting;
