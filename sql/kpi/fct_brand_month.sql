-- How many sales, and of what amount, did each card brand carry in each month?
-- Grain: month x card brand with approved attempts. Source: fct_attempts. A table: the ratios of
-- disputes to sales need it, and it takes a scan of every attempt.
create or replace table fct_brand_month as
with brands as (
    select
        month_number,
        card_brand,
        sum(approved_txns) as approved_txns,
        sum(case when channel <> 'pos' then 1 else 0 end) as remote_txns,
        sum(gpv) as gpv
    from fct_attempts
    where approved_txns = 1
    group by month_number, card_brand
)

select
    cast(month_number as bigint) as month_number,
    coalesce(card_brand, 'none') as card_brand,
    cast(approved_txns as bigint) as approved_txns,
    cast(remote_txns as bigint) as remote_txns,
    cast(gpv as decimal(18, 2)) as gpv
from brands;

comment on table fct_brand_month is 'Sales by card brand. Grain: month x card brand.';
comment on column fct_brand_month.month_number is 'Year * 12 + month.';
comment on column fct_brand_month.card_brand is
'visa, mastercard, amex or other; none when the payment is no card''s.';
comment on column fct_brand_month.approved_txns is 'Approved attempts.';
comment on column fct_brand_month.remote_txns is 'Those that were not made at the point of sale.';
comment on column fct_brand_month.gpv is 'Gross payment volume: amount of approved attempts.';
