-- What did each region and industry process on each day?
-- Grain: UTC day x region x industry, with attempts. Sources: fct_attempts, merchants.
-- A table, since the daily, weekly and monthly views and the heatmap all sum it: as a view, each
-- of the four would scan every attempt again.
create or replace table fct_segment_days as
select
    fct_attempts.day as day,
    merchants.region as region,
    merchants.industry as industry,
    cast(sum(fct_attempts.gpv) as decimal(18, 2)) as gpv,
    cast(sum(fct_attempts.txns) as bigint) as txns,
    cast(sum(fct_attempts.approved_txns) as bigint) as approved_txns,
    cast(sum(fct_attempts.total_fees) as decimal(18, 2)) as total_fees,
    cast(sum(fct_attempts.net_revenue) as decimal(18, 2)) as net_revenue
from fct_attempts
inner join merchants on fct_attempts.merchant_id = merchants.merchant_id
group by fct_attempts.day, merchants.region, merchants.industry;

comment on table fct_segment_days is
'Additive measures by day and segment. Grain: UTC day x region x industry, with attempts.';
comment on column fct_segment_days.day is 'UTC day.';
comment on column fct_segment_days.region is 'Region of the merchant.';
comment on column fct_segment_days.industry is 'Industry of the merchant.';
comment on column fct_segment_days.gpv is
'Gross payment volume: amount of approved attempts, before refunds and disputes.';
comment on column fct_segment_days.txns is 'Authorisation attempts, approved or not.';
comment on column fct_segment_days.approved_txns is 'Approved attempts.';
comment on column fct_segment_days.total_fees is 'Merchant fees of approved attempts.';
comment on column fct_segment_days.net_revenue is
'Merchant fees less interchange and scheme fees of approved attempts.';
