-- What does it cost when card and merchant are of different countries?
-- For Finance and Operations. From fct_attempts, transactions (country of the card) and merchants: approval and yield
-- across the border and at home. expected_approval_rate is what payments at home reach at the channels, industries and
-- regions of the payments across; the gap to it is the border's, not the mix's. Cells without a payment at home are
-- left out of both.
create or replace temp table evidence as
with cells as (
    select
        attempts.channel,
        merchants.industry,
        merchants.region,
        transactions.card_country::varchar <> merchants.country::varchar as is_cross_border,
        sum(attempts.txns) as txns,
        sum(attempts.approved_txns) as approved_txns,
        sum(attempts.gpv) as gpv,
        sum(attempts.total_fees) as total_fees,
        sum(attempts.net_revenue) as net_revenue
    from fct_attempts as attempts
    inner join transactions on attempts.txn_id = transactions.txn_id
    inner join merchants on attempts.merchant_id = merchants.merchant_id
    where transactions.card_country is not null
    group by all
),

expected as (
    select
        across.is_cross_border,
        sum(across.approved_txns) / sum(across.txns) as comparable_approval_rate,
        sum((across.txns * home.approved_txns / home.txns)::decimal(28, 12))::double / sum(across.txns)
            as expected_approval_rate
    from cells as across
    inner join cells as home
        on across.channel = home.channel and across.industry = home.industry and across.region = home.region
    where not home.is_cross_border
    group by across.is_cross_border
),

totals as (
    select
        is_cross_border,
        sum(txns)::bigint as txns,
        sum(approved_txns)::bigint as approved_txns,
        sum(gpv) as gpv,
        sum(total_fees) as total_fees,
        sum(net_revenue) as net_revenue
    from cells
    group by is_cross_border
)

select
    totals.*,
    totals.txns / sum(totals.txns) over () as txns_share,
    totals.approved_txns / totals.txns as approval_rate,
    totals.total_fees::double / nullif(totals.gpv, 0)::double as fee_yield,
    totals.net_revenue::double / nullif(totals.gpv, 0)::double as net_take_rate,
    expected.comparable_approval_rate,
    expected.expected_approval_rate,
    expected.comparable_approval_rate - expected.expected_approval_rate as approval_gap
from totals
left join expected on totals.is_cross_border = expected.is_cross_border;

select * from evidence
order by is_cross_border;

select
    coalesce(
        max(
            format(
                'From {} to {} {:.1f} % of card and wallet attempts cross a border; {:.1f} % of them are approved,'
                || ' {:+.1f} points against payments at home of the same channels, industries and regions. ',
                reporting.first_day::varchar, reporting.last_day::varchar, 100 * across.txns_share,
                100 * across.approval_rate, 100 * across.approval_gap
            )
            || coalesce(
                format(
                    'They yield {:.1f} basis points in fees ({:.1f} basis points at home) and leave {:.1f} basis'
                    || ' points net ({:.1f} basis points at home).',
                    10000 * across.fee_yield, 10000 * home.fee_yield,
                    10000 * across.net_take_rate, 10000 * home.net_take_rate
                ),
                'Too few are approved to compare fees.'
            )
        ),
        'Not enough data: it takes payments across a border and at home in the same channel, industry and region.'
    ) as answer
from evidence as across
inner join evidence as home on across.is_cross_border and not home.is_cross_border
cross join v_kpi_total as reporting;
