-- How healthy is the retention of new merchants, and which account managers must act?
-- For Sales. From merchants and fct_merchant_month, as v_merchant_cohorts counts: merchants who signed up inside the
-- window and whose third month after the sign-up month lies whole inside it; retained are those with an approved
-- attempt in that third month. One row a manager, beside the rate of all. expected_merchants would be retained if the
-- manager's sizes, industries and regions kept what they keep with all managers. z is the distance to that in standard
-- deviations: of 100 managers fewer than one falls below -2.5 by chance alone, so that is the line for action.
create or replace temp table evidence as
with months as (
    select
        month,
        month_number,
        bool_and(not is_partial_month) as is_whole
    from dim_calendar
    group by month, month_number
),

cohorts as (
    select
        merchants.account_manager_id,
        merchants.merchant_id,
        merchants.merchant_size,
        merchants.industry,
        merchants.region,
        cohort.month as signup_month,
        cohort.month_number > max(cohort.month_number) over () - 3 as is_newest,
        third.month_number as third_month_number
    from merchants
    inner join dim_calendar as cohort on merchants.signup_date = cohort.day
    inner join months as third on cohort.month_number + 3 = third.month_number
    where third.is_whole
),

observed as (
    select
        cohorts.*,
        (active.merchant_id is not null)::bigint as is_retained
    from cohorts
    left join fct_merchant_month as active
        on
            cohorts.merchant_id = active.merchant_id
            and cohorts.third_month_number = active.month_number
            and active.approved_txns > 0
    where exists (
        from fct_merchant_month
        where approved_txns > 0
    )
),

judged as (
    select
        *,
        avg(is_retained) over (partition by merchant_size, industry, region) as expected_rate
    from observed
),

totals as (
    select
        min(signup_month) as first_cohort,
        max(signup_month) as last_cohort,
        count(*) as all_new_merchants,
        avg(is_retained) as all_retention_rate,
        avg(is_retained) filter (is_newest) as newest_retention_rate,
        avg(is_retained) filter (not is_newest) as earlier_retention_rate
    from judged
)

select
    judged.account_manager_id,
    managers.account_manager_name,
    managers.region::varchar as region,
    count(*) as new_merchants,
    sum(judged.is_retained)::bigint as retained_merchants,
    avg(judged.is_retained) as retention_rate,
    sum(judged.expected_rate::decimal(18, 12))::double as expected_merchants,
    (sum(judged.is_retained) - sum(judged.expected_rate::decimal(18, 12)))::double
    / sqrt(nullif(sum((judged.expected_rate * (1 - judged.expected_rate))::decimal(18, 12)), 0)::double) as z,
    any_value(totals.first_cohort) as first_cohort,
    any_value(totals.last_cohort) as last_cohort,
    any_value(totals.all_new_merchants) as all_new_merchants,
    any_value(totals.all_retention_rate) as all_retention_rate,
    any_value(totals.newest_retention_rate) as newest_retention_rate,
    any_value(totals.earlier_retention_rate) as earlier_retention_rate
from judged
cross join totals
left join account_managers as managers on judged.account_manager_id = managers.account_manager_id
group by all;

select * from evidence
order by z, account_manager_id;

with acting as (
    select
        string_agg(
            format(
                '{} ({}: keeps {} of {}, expected {:.1f})',
                account_manager_name, region, retained_merchants, new_merchants, expected_merchants
            ), ', ' order by z, account_manager_id
        ) as managers
    from (
        select * from evidence
        where z <= -2.5
        order by z, account_manager_id
        limit 5
    ) as worst
),

lowest as (
    select * from evidence
    order by z, account_manager_id
    limit 1
)

select
    coalesce(
        max(
            format(
                'Of {:,} merchants who signed up from {} to {}, {:.1f} % processed in their third month. ',
                lowest.all_new_merchants, strftime(lowest.first_cohort, '%Y-%m'),
                strftime(lowest.last_cohort, '%Y-%m'), 100 * lowest.all_retention_rate
            )
            || coalesce(
                format(
                    'The newest 3 sign-up months keep {:.1f} %, those before {:.1f} %. ',
                    100 * lowest.newest_retention_rate, 100 * lowest.earlier_retention_rate
                ),
                'There are no earlier sign-up months to compare with. '
            )
            || coalesce(
                'Managers who must act, because neither mix nor chance explains what they lose: '
                || acting.managers || '.',
                'No manager keeps fewer than mix and chance explain.'
            )
        ),
        'Not enough data: no sign-up inside the window is three whole months old.'
    ) as answer
from lowest
cross join acting;
