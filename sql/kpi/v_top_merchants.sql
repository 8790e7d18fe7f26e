-- Which merchants carry the volume, and how much of it stands on the largest few?
-- Grain: merchant with at least one attempt. Sources: fct_merchant_mix_month, merchants.
create or replace view v_top_merchants as
with merchant_totals as (
    select
        merchant_id,
        cast(sum(gpv) as decimal(18, 2)) as gpv,
        cast(sum(txns) as bigint) as txns,
        cast(sum(approved_txns) as bigint) as approved_txns,
        cast(sum(total_fees) as decimal(18, 2)) as total_fees,
        cast(sum(net_revenue) as decimal(18, 2)) as net_revenue
    from fct_merchant_mix_month
    group by merchant_id
),

ranked as (
    select
        merchant_id,
        gpv,
        txns,
        approved_txns,
        total_fees,
        net_revenue,
        row_number() over (order by gpv desc, txns desc, merchant_id asc) as gpv_rank,
        sum(gpv) over (
            order by gpv desc, txns desc, merchant_id asc
            rows between unbounded preceding and current row
        ) as cumulative_gpv,
        sum(gpv) over () as all_gpv
    from merchant_totals
)

select
    ranked.merchant_id as merchant_id,
    merchants.merchant_name as merchant_name,
    merchants.industry as industry,
    merchants.region as region,
    merchants.merchant_size as merchant_size,
    ranked.gpv as gpv,
    ranked.txns as txns,
    ranked.gpv_rank as gpv_rank,
    ranked.approved_txns as approved_txns,
    cast(ranked.approved_txns as double) / nullif(ranked.txns, 0) as approval_rate,
    cast(ranked.gpv as double) / nullif(ranked.approved_txns, 0) as avg_amount,
    ranked.total_fees as total_fees,
    cast(ranked.total_fees as double) / nullif(cast(ranked.gpv as double), 0) as fee_yield,
    ranked.net_revenue as net_revenue,
    cast(ranked.net_revenue as double) / nullif(cast(ranked.gpv as double), 0) as net_take_rate,
    cast(ranked.all_gpv as decimal(18, 2)) as all_gpv,
    cast(ranked.gpv as double) / nullif(cast(ranked.all_gpv as double), 0) as gpv_share,
    cast(ranked.cumulative_gpv as decimal(18, 2)) as cumulative_gpv,
    cast(ranked.cumulative_gpv as double) / nullif(cast(ranked.all_gpv as double), 0)
        as cumulative_gpv_share
from ranked
inner join merchants on ranked.merchant_id = merchants.merchant_id;

comment on view v_top_merchants is
'Merchants by volume. Grain: merchant with at least one attempt in the reporting window.';
comment on column v_top_merchants.merchant_id is 'Key of the merchant.';
comment on column v_top_merchants.merchant_name is 'Trading name.';
comment on column v_top_merchants.industry is 'Industry of the merchant.';
comment on column v_top_merchants.region is 'Region of the merchant.';
comment on column v_top_merchants.merchant_size is 'small, medium or enterprise.';
comment on column v_top_merchants.gpv is
'Gross payment volume: amount of approved attempts, before refunds and disputes.';
comment on column v_top_merchants.txns is 'Authorisation attempts, approved or not.';
comment on column v_top_merchants.gpv_rank is
'1 for the largest gpv; ties go to more txns, then to the lower merchant_id: no rank occurs twice.';
comment on column v_top_merchants.approved_txns is 'Approved attempts.';
comment on column v_top_merchants.approval_rate is 'approved_txns / txns.';
comment on column v_top_merchants.avg_amount is
'Average ticket: gpv / approved_txns; a ratio, hence not rounded to cents.';
comment on column v_top_merchants.total_fees is 'Merchant fees of approved attempts.';
comment on column v_top_merchants.fee_yield is 'total_fees / gpv; 0.021 is 210 basis points.';
comment on column v_top_merchants.net_revenue is
'Merchant fees less interchange and scheme fees of approved attempts.';
comment on column v_top_merchants.net_take_rate is 'net_revenue / gpv.';
comment on column v_top_merchants.all_gpv is 'gpv of all merchants together.';
comment on column v_top_merchants.gpv_share is 'gpv / all_gpv.';
comment on column v_top_merchants.cumulative_gpv is
'gpv of this merchant and of all with a better rank.';
comment on column v_top_merchants.cumulative_gpv_share is
'cumulative_gpv / all_gpv: at rank 50, the share of the top 50.';
