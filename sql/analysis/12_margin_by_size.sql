-- Which sizes of merchants earn money after all costs?
-- For Finance. From fct_merchant_month, the whole window: contribution is net revenue less
-- processing, disputes, support, credit losses and commission, with the assumptions of cost_assumptions.
create or replace temp table evidence as
with sizes as (
    select
        merchants.merchant_size,
        count(distinct months.merchant_id) filter (months.approved_txns > 0) as active_merchants,
        sum(months.gpv) as gpv,
        sum(months.net_revenue) as net_revenue,
        sum(months.contribution_amount) as contribution_amount
    from fct_merchant_month as months
    inner join merchants on months.merchant_id = merchants.merchant_id
    group by merchants.merchant_size
)

select
    merchant_size::varchar as merchant_size,
    active_merchants,
    gpv,
    net_revenue,
    net_revenue::double / nullif(gpv, 0)::double as net_take_rate,
    contribution_amount,
    contribution_amount::double / nullif(gpv, 0)::double as contribution_rate,
    sum(contribution_amount) over () as all_contribution_amount
from sizes;

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
