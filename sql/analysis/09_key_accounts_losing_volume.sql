-- Which key accounts are losing volume, and who must call them?
-- For Sales. From fct_attempts and dim_days: the 100 merchants with most GPV in the 84 days before the last 28, each
-- with its GPV of those last 28 days beside what it would have, had it moved as all merchants did: so a season is no
-- loss. z compares approved payments with chance; below -3 the loss is real. Only merchants with 10 or more expected
-- payments can be told from chance.
create or replace temp table evidence as
with reporting as (
    select
        last_day - interval 27 day as recent_from,
        last_day - interval 111 day as base_from
    from v_kpi_total
    where last_day - interval 111 day >= first_day
),

volumes as (
    select
        attempts.merchant_id,
        coalesce(sum(attempts.gpv) filter (attempts.day >= reporting.recent_from), 0) as gpv_28_days,
        coalesce(sum(attempts.gpv) filter (attempts.day < reporting.recent_from), 0) as gpv_84_days_before,
        coalesce(sum(attempts.approved_txns) filter (attempts.day >= reporting.recent_from), 0)
            as approved_28_days,
        coalesce(sum(attempts.approved_txns) filter (attempts.day < reporting.recent_from), 0)
            as approved_84_days_before
    from fct_attempts as attempts
    inner join reporting on attempts.day >= reporting.base_from
    group by attempts.merchant_id
),

movement as (
    select
        sum(gpv_28_days)::double / nullif(sum(gpv_84_days_before), 0)::double as gpv_ratio,
        sum(approved_28_days)::double / nullif(sum(approved_84_days_before), 0) as approved_ratio
    from volumes
),

accounts as (
    select
        volumes.*,
        (volumes.gpv_84_days_before::double * movement.gpv_ratio)::decimal(18, 2) as expected_gpv,
        volumes.approved_84_days_before::double * movement.approved_ratio as expected_approved
    from volumes
    cross join movement
    where volumes.gpv_84_days_before > 0
    qualify row_number() over (order by volumes.gpv_84_days_before desc, volumes.merchant_id) <= 100
),

judged as (
    select
        accounts.merchant_id,
        merchants.merchant_name,
        merchants.industry::varchar as industry,
        managers.account_manager_name,
        accounts.gpv_84_days_before,
        accounts.expected_gpv,
        accounts.gpv_28_days,
        accounts.gpv_28_days - accounts.expected_gpv as gpv_gap,
        accounts.expected_approved,
        accounts.approved_28_days::bigint as approved_28_days,
        (accounts.approved_28_days - accounts.expected_approved) / sqrt(nullif(accounts.expected_approved, 0)) as z,
        accounts.expected_approved >= 10
        and accounts.approved_28_days - accounts.expected_approved < -3 * sqrt(accounts.expected_approved)
            as is_losing
    from accounts
    inner join merchants on accounts.merchant_id = merchants.merchant_id
    left join account_managers as managers on merchants.account_manager_id = managers.account_manager_id
)

select
    *,
    count(*) over () as key_accounts,
    count(*) filter (is_losing) over () as losing_accounts,
    -sum(gpv_gap) filter (is_losing) over () as missing_gpv
from judged;

select * from evidence
order by gpv_gap, merchant_id;

with worst as (
    select * from evidence
    where is_losing
    order by gpv_gap, merchant_id
    limit 3
),

call_list as (
    select
        string_agg(
            format(
                '{} of {} (USD {:,.0f} in 28 days, expected USD {:,.0f})',
                merchant_name, coalesce(account_manager_name, 'no manager'), gpv_28_days::double,
                expected_gpv::double
            ), ', ' order by gpv_gap, merchant_id
        ) as first_calls
    from worst
)

select
    coalesce(
        max(
            coalesce(
                format(
                    'In the 28 days to {} {} of the {} largest accounts fell behind the movement of all merchants'
                    || ' by more than chance, by USD {:,.0f} together. To call first: {}.',
                    reporting.last_day::varchar, evidence.losing_accounts, evidence.key_accounts,
                    evidence.missing_gpv::double, call_list.first_calls
                ),
                format(
                    'In the 28 days to {} none of the {} largest accounts fell behind the movement of all'
                    || ' merchants by more than chance.',
                    reporting.last_day::varchar, evidence.key_accounts
                )
            )
        ),
        'Not enough data: it takes 112 days, and accounts with volume in the first 84 of them.'
    ) as answer
from evidence
cross join call_list
cross join v_kpi_total as reporting;
