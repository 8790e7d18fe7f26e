-- Are wallets approved more often than cards typed in or tapped?
-- For Operations and Marketing. From fct_merchant_mix_month and merchants: approval, ticket and take rate by payment
-- using_method. expected_approval_rate is what cards reach at the channels, industries and regions where the method is
-- used; the gap to it is the method's, not the mix's. Cells without a card payment are left out of both.
create or replace temp table evidence as
with cells as (
    select
        mix.payment_method::varchar as payment_method,
        mix.channel,
        merchants.industry,
        merchants.region,
        sum(mix.txns) as txns,
        sum(mix.approved_txns) as approved_txns,
        sum(mix.gpv) as gpv,
        sum(mix.net_revenue) as net_revenue
    from fct_merchant_mix_month as mix
    inner join merchants on mix.merchant_id = merchants.merchant_id
    group by all
),

expected as (
    select
        using_method.payment_method,
        sum(using_method.approved_txns) / sum(using_method.txns) as comparable_approval_rate,
        sum((using_method.txns * card.approved_txns / card.txns)::decimal(28, 12))::double / sum(using_method.txns)
            as expected_approval_rate
    from cells as using_method
    inner join cells as card
        on
            using_method.channel = card.channel
            and using_method.industry = card.industry
            and using_method.region = card.region
    where card.payment_method = 'card'
    group by using_method.payment_method
),

totals as (
    select
        payment_method,
        sum(txns)::bigint as txns,
        sum(approved_txns)::bigint as approved_txns,
        sum(gpv) as gpv,
        sum(net_revenue) as net_revenue
    from cells
    group by payment_method
)

select
    totals.*,
    totals.txns / sum(totals.txns) over () as txns_share,
    totals.approved_txns / totals.txns as approval_rate,
    totals.gpv::double / nullif(totals.approved_txns, 0) as avg_amount,
    totals.net_revenue::double / nullif(totals.gpv, 0)::double as net_take_rate,
    expected.comparable_approval_rate,
    expected.expected_approval_rate,
    expected.comparable_approval_rate - expected.expected_approval_rate as approval_gap
from totals
left join expected on totals.payment_method = expected.payment_method;

select * from evidence
order by payment_method;

select
    coalesce(
        max(
            format(
                'From {} to {} {:.1f} % of wallet attempts were approved, {:.1f} % of card attempts; at the channels,'
                || ' industries and regions of wallets the difference is {:+.1f} points. Wallets make {:.1f} % of'
                || ' attempts.',
                reporting.first_day::varchar, reporting.last_day::varchar, 100 * wallet.approval_rate,
                100 * card.approval_rate, 100 * wallet.approval_gap, 100 * wallet.txns_share
            )
        ),
        'Not enough data: it takes payments by wallet and by card in the same channel, industry and region.'
    ) as answer
from evidence as wallet
inner join evidence as card on wallet.payment_method = 'wallet' and card.payment_method = 'card'
cross join v_kpi_total as reporting;
