-- How much of each month's sales is disputed, by the time that has gone by, in every segment?
-- Grain: month of sale x months until the dispute x region x industry x merchant size x channel x
-- payment method with sales or disputes. Sources: fct_payments_daily, fct_disputes, dim_calendar.
-- Sales stand at lag 0 alone, so that every measure adds up over any cells: a rate is a sum over
-- lags. A table: the triangle, the reserve, the mart and its check read it.
create or replace table fct_dispute_lags as
with months as (
    select
        month,
        month_number,
        is_partial_month
    from dim_calendar
    group by month, month_number, is_partial_month
),

parts as (
    select
        dim_calendar.month_number as sale_month_number,
        0 as lag_months,
        fct_payments_daily.region as region,
        fct_payments_daily.industry as industry,
        fct_payments_daily.merchant_size as merchant_size,
        fct_payments_daily.channel as channel,
        fct_payments_daily.payment_method as payment_method,
        fct_payments_daily.approved_txns as sale_txns,
        fct_payments_daily.gpv as sale_gpv,
        0 as disputes,
        0 as disputed_amount,
        0 as fraud_disputes,
        0 as fraud_amount
    from fct_payments_daily
    inner join dim_calendar on fct_payments_daily.day = dim_calendar.day
    where fct_payments_daily.approved_txns > 0
    union all
    select
        sale_month_number,
        month_number - sale_month_number as lag_months,
        region,
        industry,
        merchant_size,
        channel,
        payment_method,
        0 as sale_txns,
        0 as sale_gpv,
        1 as disputes,
        amount as disputed_amount,
        fraud_disputes,
        case when fraud_disputes = 1 then amount else 0 end as fraud_amount
    from fct_disputes
),

sums as (
    select
        sale_month_number,
        lag_months,
        region,
        industry,
        merchant_size,
        channel,
        payment_method,
        sum(sale_txns) as sale_txns,
        sum(sale_gpv) as sale_gpv,
        sum(disputes) as disputes,
        sum(disputed_amount) as disputed_amount,
        sum(fraud_disputes) as fraud_disputes,
        sum(fraud_amount) as fraud_amount
    from parts
    group by
        sale_month_number,
        lag_months,
        region,
        industry,
        merchant_size,
        channel,
        payment_method
)

select
    sale_months.month as sale_month,
    cast(sums.lag_months as bigint) as lag_months,
    not later_months.is_partial_month as is_fully_observed,
    sums.region as region,
    sums.industry as industry,
    sums.merchant_size as merchant_size,
    sums.channel as channel,
    sums.payment_method as payment_method,
    cast(sums.sale_txns as bigint) as sale_txns,
    cast(sums.sale_gpv as decimal(18, 2)) as sale_gpv,
    cast(sums.disputes as bigint) as disputes,
    cast(sums.disputed_amount as decimal(18, 2)) as disputed_amount,
    cast(sums.fraud_disputes as bigint) as fraud_disputes,
    cast(sums.fraud_amount as decimal(18, 2)) as fraud_amount
from sums
inner join months as sale_months on sums.sale_month_number = sale_months.month_number
inner join months as later_months
    on sums.sale_month_number + sums.lag_months = later_months.month_number;

comment on table fct_dispute_lags is
'Disputes by lag. Grain: month of sale x lag x region x industry x size x channel x method.';
comment on column fct_dispute_lags.sale_month is 'First day of the month of sale.';
comment on column fct_dispute_lags.lag_months is
'Calendar months from the sale to the opening of the dispute; 0 is the month of sale.';
comment on column fct_dispute_lags.is_fully_observed is
'Whether the whole month of the openings lies inside the reporting window.';
comment on column fct_dispute_lags.region is 'Region of the merchant.';
comment on column fct_dispute_lags.industry is 'Industry of the merchant.';
comment on column fct_dispute_lags.merchant_size is 'small, medium or enterprise.';
comment on column fct_dispute_lags.channel is 'Channel of the sale: pos, ecom or inapp.';
comment on column fct_dispute_lags.payment_method is 'Method of the sale: card, ach or wallet.';
comment on column fct_dispute_lags.sale_txns is
'Approved attempts of the month of sale, at lag 0; 0 at every other lag.';
comment on column fct_dispute_lags.sale_gpv is 'Amount of those, at lag 0 alone.';
comment on column fct_dispute_lags.disputes is 'Disputes of those sales with this lag.';
comment on column fct_dispute_lags.disputed_amount is 'Amount of those disputes.';
comment on column fct_dispute_lags.fraud_disputes is 'Those that claim fraud.';
comment on column fct_dispute_lags.fraud_amount is 'Amount of those that claim fraud.';
