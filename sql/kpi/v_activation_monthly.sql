-- How many of the merchants signed up in a month process a payment soon?
-- Grain: sign-up month inside the reporting window x sales channel with sign-ups.
-- Sources: merchants, fct_merchant_month, dim_calendar, dim_days. Merchants signed up before the
-- window are left out: their first payment may lie before the data.
create or replace view v_activation_monthly as
with reporting_window as (
    select
        min(day) as first_day,
        max(day) as last_day
    from dim_calendar
),

first_payments as (
    select
        merchant_id,
        min(first_approved_day) as day
    from fct_merchant_month
    group by merchant_id
),

signups as (
    select
        cast(date_trunc('month', merchants.signup_date) as date) as signup_month,
        merchants.sales_channel as sales_channel,
        merchants.acquisition_cost as acquisition_cost,
        case
            when merchants.signup_date + interval '30' day <= reporting_window.last_day then 1
            else 0
        end as is_exposed,
        case
            when first_payments.day <= merchants.signup_date + interval '30' day then 1
            else 0
        end as is_activated_in_30_days,
        case when first_payments.day is not null then 1 else 0 end as is_activated,
        payment_days.day_number - signup_days.day_number as days_to_first_payment
    from merchants
    cross join reporting_window
    left join first_payments on merchants.merchant_id = first_payments.merchant_id
    left join dim_days as signup_days on merchants.signup_date = signup_days.day
    left join dim_days as payment_days on first_payments.day = payment_days.day
    where merchants.signup_date between reporting_window.first_day and reporting_window.last_day
),

totals as (
    select
        signup_month,
        sales_channel,
        cast(count(*) as bigint) as signups,
        cast(sum(acquisition_cost) as decimal(18, 2)) as acquisition_cost,
        cast(sum(is_exposed) as bigint) as exposed_signups,
        cast(sum(is_exposed * is_activated_in_30_days) as bigint) as activated_in_30_days,
        cast(sum(is_activated) as bigint) as activated_merchants,
        cast(sum(days_to_first_payment) as bigint) as days_to_first_payment
    from signups
    group by signup_month, sales_channel
)

select
    signup_month,
    sales_channel,
    signups,
    exposed_signups,
    activated_in_30_days,
    cast(activated_in_30_days as double) / nullif(exposed_signups, 0) as activation_rate,
    activated_merchants,
    days_to_first_payment,
    cast(days_to_first_payment as double) / nullif(activated_merchants, 0)
        as avg_days_to_first_payment,
    acquisition_cost,
    cast(acquisition_cost as double) / nullif(activated_merchants, 0) as cac
from totals;

comment on view v_activation_monthly is
'From sign-up to first payment. Grain: sign-up month inside the window x sales channel.';
comment on column v_activation_monthly.signup_month is 'First day of the sign-up month.';
comment on column v_activation_monthly.sales_channel is 'direct, partner or online.';
comment on column v_activation_monthly.signups is 'Merchants who signed up.';
comment on column v_activation_monthly.exposed_signups is
'Those whose first 30 days lie inside the reporting window.';
comment on column v_activation_monthly.activated_in_30_days is
'Exposed sign-ups with an approved attempt within 30 days.';
comment on column v_activation_monthly.activation_rate is
'activated_in_30_days / exposed_signups; NULL when nobody is exposed yet.';
comment on column v_activation_monthly.activated_merchants is
'Sign-ups with an approved attempt by the end of the window, however late.';
comment on column v_activation_monthly.days_to_first_payment is
'Days from sign-up to first approved attempt, added up over activated_merchants.';
comment on column v_activation_monthly.avg_days_to_first_payment is
'days_to_first_payment / activated_merchants: late ones are missing as long as the window ends.';
comment on column v_activation_monthly.acquisition_cost is
'Sales and marketing spend on these sign-ups, activated or not.';
comment on column v_activation_monthly.cac is
'Customer acquisition cost: acquisition_cost / activated_merchants, USD.';
