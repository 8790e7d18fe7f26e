-- What did it cost to win the merchants who signed up in the window?
-- Grain: merchant signed up inside the reporting window; month is the sign-up month. Sources: merchants, dim_calendar.
-- Older merchants are left out: their first payment may lie before the data.
create table facts.acquisition as
select
    merchants.merchant_id::integer as merchant_id,
    date_trunc('month', merchants.signup_date)::date as month,
    segments.region,
    segments.industry,
    segments.merchant_size,
    segments.sales_channel,
    merchants.acquisition_cost,
    merchants.signup_date + 30 <= reporting_window.last_day as has_30_days
from analytics.merchants
inner join facts.merchants as segments using (merchant_id)
inner join (
    select
        min(day) as first_day,
        max(day) as last_day
    from analytics.dim_calendar
) as reporting_window on merchants.signup_date between reporting_window.first_day and reporting_window.last_day
order by merchant_id;

-- How soon did they process a first payment?
-- Grain: merchant signed up inside the reporting window x channel x payment method with an approved attempt.
-- Sources: fct_merchant_mix_month, merchants, dim_calendar.
create table facts.first_payments as
select
    mix.merchant_id::integer as merchant_id,
    acquisition.region,
    acquisition.industry,
    acquisition.merchant_size,
    mix.channel::varchar::facts.channel_name as channel,
    mix.payment_method::varchar::facts.method_name as payment_method,
    (min(mix.first_approved_day) - any_value(merchants.signup_date))::integer as days_to_first_payment
from analytics.fct_merchant_mix_month as mix
inner join facts.acquisition on mix.merchant_id = acquisition.merchant_id
inner join analytics.merchants on mix.merchant_id = merchants.merchant_id
where mix.approved_txns > 0
group by all
order by channel, payment_method, merchant_id;

-- At what rate is later income discounted?
-- Grain: age in months. Source: discount_factors.
create table facts.discount_factors as
select
    month_index::integer as month_index,
    discount_factor
from analytics.discount_factors
order by month_index;
