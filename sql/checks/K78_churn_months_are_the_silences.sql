-- question: Are active, churned and returned merchants of every month those of the facts?
-- table: mart_churn_monthly; columns: sums; grain: month
-- dimension: consistency; severity: error
-- threshold: 0 months: a rate of churn is a quotient of these
with mart_parts as (
    select
        month,
        active_merchants,
        churned_merchants,
        suspected_merchants,
        reactivated_merchants
    from mart_churn_monthly
),

fact_parts as (
    select
        month,
        sum(active_merchants) as active_merchants,
        sum(churned_merchants) as churned_merchants,
        sum(suspected_merchants) as suspected_merchants,
        sum(reactivated_merchants) as reactivated_merchants
    from (
        select
            month,
            active_merchants,
            0 as churned_merchants,
            0 as suspected_merchants,
            0 as reactivated_merchants
        from mart_kpi_monthly
        union all
        select
            cast(date_trunc('month', churned_on) as date) as month,
            0 as active_merchants,
            1 as churned_merchants,
            if(churn_status = 'suspected', 1, 0) as suspected_merchants,
            0 as reactivated_merchants
        from fct_merchant_churn
        union all
        select
            cast(date_trunc('month', reactivated_on) as date) as month,
            0 as active_merchants,
            0 as churned_merchants,
            0 as suspected_merchants,
            1 as reactivated_merchants
        from fct_merchant_churn
        where reactivated_on is not null
    ) as sources
    group by month
)

select
    month,
    mart_parts.active_merchants as mart_active_merchants,
    fact_parts.active_merchants as fact_active_merchants,
    mart_parts.churned_merchants as mart_churned_merchants,
    fact_parts.churned_merchants as fact_churned_merchants,
    mart_parts.suspected_merchants as mart_suspected_merchants,
    fact_parts.suspected_merchants as fact_suspected_merchants
from mart_parts
full outer join fact_parts using (month)  -- noqa: ST07
where
    coalesce(mart_parts.active_merchants, 0) <> coalesce(fact_parts.active_merchants, 0)
    or coalesce(mart_parts.churned_merchants, 0) <> coalesce(fact_parts.churned_merchants, 0)
    or coalesce(mart_parts.suspected_merchants, 0) <> coalesce(fact_parts.suspected_merchants, 0)
    or coalesce(mart_parts.reactivated_merchants, 0)
    <> coalesce(fact_parts.reactivated_merchants, 0);
