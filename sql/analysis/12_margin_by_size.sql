-- Which sizes of merchants earn money after all costs?
-- For Finance. From fct_contribution_month and fct_merchant_month, the whole window: contribution is net revenue less
-- processing, disputes, support, credit losses and commission, with the assumptions of cost_assumptions.
create or replace temp table evidence as
with contributions as (
    select
        merchants.merchant_size,
        sum(contributions.contribution_amount) as contribution_amount
    from fct_contribution_month as contributions
    inner join merchants on contributions.merchant_id = merchants.merchant_id
    group by merchants.merchant_size
),

volumes as (
    select
        merchants.merchant_size,
        count(distinct volumes.merchant_id) filter (volumes.approved_txns > 0) as active_merchants,
        sum(volumes.gpv) as gpv,
        sum(volumes.net_revenue) as net_revenue
    from fct_merchant_month as volumes
    inner join merchants on volumes.merchant_id = merchants.merchant_id
    group by merchants.merchant_size
)

select
    volumes.merchant_size::varchar as merchant_size,
    volumes.active_merchants,
    volumes.gpv,
    volumes.net_revenue,
    volumes.net_revenue::double / nullif(volumes.gpv, 0)::double as net_take_rate,
    contributions.contribution_amount,
    contributions.contribution_amount::double / nullif(volumes.gpv, 0)::double as contribution_rate,
    sum(contributions.contribution_amount) over () as all_contribution_amount
from volumes
left join contributions on volumes.merchant_size = contributions.merchant_size;

select * from evidence
order by contribution_rate desc nulls last, merchant_size;

select
    coalesce(
        max(
            format(
                'From {} to {} merchants {} USD {:,.2f} after costs. ',
                reporting.first_day::varchar, reporting.last_day::varchar,
                if(evidence.all_contribution_amount < 0, 'lost', 'earned'),
                abs(evidence.all_contribution_amount)::double
            )
        )
        || 'Contribution by size: '
        || string_agg(
            format(
                '{} {:.1f} basis points of GPV (take rate {:.1f} basis points)',
                evidence.merchant_size, 10000 * evidence.contribution_rate, 10000 * evidence.net_take_rate
            ), ', ' order by evidence.contribution_rate desc, evidence.merchant_size
        )
        || '.',
        'Not enough data: no payment was approved.'
    ) as answer
from evidence
cross join v_kpi_total as reporting
where evidence.contribution_rate is not null;
