-- How high are chargebacks and fraud, as the schemes count them and as the sales deserve them?
-- Grain: month of the reporting window x card brand. Sources: dim_calendar, fct_brand_month,
-- fct_disputes. Schemes hold disputes opened in a month against sales of that month (Mastercard: of
-- the month before). The true view holds a month's sales against their own disputes of 120 days.
create or replace view v_chargebacks_monthly as
with last_day as (
    select max(day) as day
    from dim_calendar
),

months as (
    select
        dim_calendar.month as month,
        dim_calendar.month_number as month_number,
        dim_calendar.is_partial_month as is_partial_month,
        max(last_day.day) as last_day,
        max(dim_calendar.day) + interval '120' day <= max(last_day.day) as is_fully_observed
    from dim_calendar
    cross join last_day
    group by dim_calendar.month, dim_calendar.month_number, dim_calendar.is_partial_month
),

brands as (
    select card_brand
    from fct_brand_month
    group by card_brand
),

opened as (
    select
        month_number,
        card_brand,
        count(*) as disputes,
        sum(amount) as disputed_amount
    from fct_disputes
    group by month_number, card_brand
),

-- Disputes of a month's sales, and how many came 0 to 4 calendar months after the sale.
own as (
    select
        sale_month_number,
        card_brand,
        count(*) as sale_disputes,
        sum(amount) as sale_disputed_amount,
        sum(fraud_disputes) as fraud_disputes,
        sum(case when fraud_disputes = 1 then amount else 0 end) as fraud_amount
    from fct_disputes
    where day <= sale_day + interval '120' day
    group by sale_month_number, card_brand
),

-- Development over all brands: how disputes of earlier sales grew from one month to the next.
whole_months as (
    select month_number
    from months
    where not is_partial_month
),

newest as (
    select max(month_number) as month_number
    from whole_months
),

lags as (
    select
        fct_disputes.sale_month_number as sale_month_number,
        fct_disputes.month_number - fct_disputes.sale_month_number as lag_months,
        count(*) as disputes
    from fct_disputes
    inner join whole_months on fct_disputes.sale_month_number = whole_months.month_number
    where fct_disputes.day <= fct_disputes.sale_day + interval '120' day
    group by
        fct_disputes.sale_month_number,
        fct_disputes.month_number - fct_disputes.sale_month_number
),

-- Each factor compares the same sale months at two ages, those old enough to have both.
growth as (
    select
        cast(sum(case
            when newest.month_number - lags.sale_month_number >= 1 and lags.lag_months <= 1
                then lags.disputes
            else 0
        end) as double)
        / nullif(sum(case
            when
                newest.month_number - lags.sale_month_number >= 1
                and lags.lag_months <= 0 then lags.disputes
            else 0
        end), 0) as factor_1,
        cast(sum(case
            when newest.month_number - lags.sale_month_number >= 2 and lags.lag_months <= 2
                then lags.disputes
            else 0
        end) as double)
        / nullif(sum(case
            when
                newest.month_number - lags.sale_month_number >= 2
                and lags.lag_months <= 1 then lags.disputes
            else 0
        end), 0) as factor_2,
        cast(sum(case
            when newest.month_number - lags.sale_month_number >= 3 and lags.lag_months <= 3
                then lags.disputes
            else 0
        end) as double)
        / nullif(sum(case
            when
                newest.month_number - lags.sale_month_number >= 3
                and lags.lag_months <= 2 then lags.disputes
            else 0
        end), 0) as factor_3,
        cast(sum(case
            when newest.month_number - lags.sale_month_number >= 4 and lags.lag_months <= 4
                then lags.disputes
            else 0
        end) as double)
        / nullif(sum(case
            when
                newest.month_number - lags.sale_month_number >= 4
                and lags.lag_months <= 3 then lags.disputes
            else 0
        end), 0) as factor_4
    from lags
    cross join newest
),

cells as (
    select
        months.month as month,
        brands.card_brand as card_brand,
        months.is_partial_month as is_partial_month,
        months.is_fully_observed as is_fully_observed,
        newest.month_number - months.month_number as age_months,
        cast(coalesce(sales.approved_txns, 0) as bigint) as sale_txns,
        cast(coalesce(sales.gpv, 0) as decimal(18, 2)) as sale_gpv,
        case
            when brands.card_brand = 'mastercard' then cast(sales_before.approved_txns as bigint)
            else cast(coalesce(sales.approved_txns, 0) as bigint)
        end as scheme_base_txns,
        case
            when brands.card_brand = 'mastercard' then cast(sales_before.gpv as decimal(18, 2))
            else cast(coalesce(sales.gpv, 0) as decimal(18, 2))
        end as scheme_base_gpv,
        cast(coalesce(opened.disputes, 0) as bigint) as disputes,
        cast(coalesce(opened.disputed_amount, 0) as decimal(18, 2)) as disputed_amount,
        cast(coalesce(own.sale_disputes, 0) as bigint) as sale_disputes,
        cast(coalesce(own.sale_disputed_amount, 0) as decimal(18, 2)) as sale_disputed_amount,
        cast(coalesce(own.fraud_disputes, 0) as bigint) as fraud_disputes,
        cast(coalesce(own.fraud_amount, 0) as decimal(18, 2)) as fraud_amount,
        growth.factor_1 as factor_1,
        growth.factor_2 as factor_2,
        growth.factor_3 as factor_3,
        growth.factor_4 as factor_4
    from months
    cross join brands
    cross join newest
    cross join growth
    left join fct_brand_month as sales
        on
            months.month_number = sales.month_number
            and brands.card_brand = sales.card_brand
    left join fct_brand_month as sales_before
        on
            months.month_number = sales_before.month_number + 1
            and brands.card_brand = sales_before.card_brand
    left join opened
        on
            months.month_number = opened.month_number
            and brands.card_brand = opened.card_brand
    left join own
        on
            months.month_number = own.sale_month_number
            and brands.card_brand = own.card_brand
),

-- What is still to come: the factors of the ages that these sales have not reached.
developed as (
    select
        month,
        card_brand,
        is_partial_month,
        is_fully_observed,
        sale_txns,
        sale_gpv,
        scheme_base_txns,
        scheme_base_gpv,
        disputes,
        disputed_amount,
        sale_disputes,
        sale_disputed_amount,
        fraud_disputes,
        fraud_amount,
        case
            when is_fully_observed or age_months >= 4 then cast(1 as double)
            when age_months = 3 then factor_4
            when age_months = 2 then factor_4 * factor_3
            when age_months = 1 then factor_4 * factor_3 * factor_2
            when age_months = 0 then factor_4 * factor_3 * factor_2 * factor_1
        end as development_factor
    from cells
)

select
    month,
    card_brand,
    is_partial_month,
    is_fully_observed,
    sale_txns,
    sale_gpv,
    scheme_base_txns,
    scheme_base_gpv,
    disputes,
    disputed_amount,
    cast(disputes as double) / nullif(scheme_base_txns, 0) as scheme_chargeback_rate,
    cast(disputed_amount as double) / nullif(cast(scheme_base_gpv as double), 0)
        as scheme_chargeback_value_rate,
    sale_disputes,
    sale_disputed_amount,
    cast(sale_disputes as double) / nullif(sale_txns, 0) as observed_chargeback_rate,
    cast(sale_disputed_amount as double) / nullif(cast(sale_gpv as double), 0)
        as observed_chargeback_value_rate,
    development_factor,
    cast(sale_disputes as double) / nullif(sale_txns, 0) * development_factor
        as expected_chargeback_rate,
    fraud_disputes,
    fraud_amount,
    cast(fraud_amount as double) / nullif(cast(sale_gpv as double), 0) as fraud_rate
from developed;

comment on view v_chargebacks_monthly is
'Chargebacks as schemes count them and by sale. Grain: month of the window x card brand.';
comment on column v_chargebacks_monthly.month is 'First day of the month.';
comment on column v_chargebacks_monthly.card_brand is
'visa, mastercard, amex or other; none when the sale was no card''s.';
comment on column v_chargebacks_monthly.is_partial_month is
'Whether the reporting window holds only a part of the month.';
comment on column v_chargebacks_monthly.is_fully_observed is
'Whether the 120 days after the month''s last sale lie inside the reporting window.';
comment on column v_chargebacks_monthly.sale_txns is 'Approved attempts of the month.';
comment on column v_chargebacks_monthly.sale_gpv is 'Amount of those.';
comment on column v_chargebacks_monthly.scheme_base_txns is
'Approved attempts of the month; for Mastercard of the month before, NULL when it has no data.';
comment on column v_chargebacks_monthly.scheme_base_gpv is 'Amount of those.';
comment on column v_chargebacks_monthly.disputes is
'Disputes opened in the month, of whatever sale.';
comment on column v_chargebacks_monthly.disputed_amount is 'Amount of those.';
comment on column v_chargebacks_monthly.scheme_chargeback_rate is
'disputes / scheme_base_txns: the schemes'' view; 0.009 is 90 basis points.';
comment on column v_chargebacks_monthly.scheme_chargeback_value_rate is
'disputed_amount / scheme_base_gpv.';
comment on column v_chargebacks_monthly.sale_disputes is
'Disputes opened within 120 days of sales of the month, as far as the window shows them.';
comment on column v_chargebacks_monthly.sale_disputed_amount is 'Amount of those.';
comment on column v_chargebacks_monthly.observed_chargeback_rate is
'sale_disputes / sale_txns: still growing until fully observed.';
comment on column v_chargebacks_monthly.observed_chargeback_value_rate is
'sale_disputed_amount / sale_gpv.';
comment on column v_chargebacks_monthly.development_factor is
'How much disputes will still grow, from how older sales grew (chain ladder over months 0 to 4).';
comment on column v_chargebacks_monthly.expected_chargeback_rate is
'observed_chargeback_rate * development_factor: the rate to expect once 120 days have gone by.';
comment on column v_chargebacks_monthly.fraud_disputes is 'sale_disputes that claim fraud.';
comment on column v_chargebacks_monthly.fraud_amount is 'Amount of those.';
comment on column v_chargebacks_monthly.fraud_rate is
'fraud_amount / sale_gpv, by day of sale; 0.001 is 10 basis points.';
