-- Dimensions as ENUMs in alphabetical order: a byte each, and the same order on every build.
create type facts.region_name as enum (select distinct region::varchar from analytics.merchants order by 1);
create type facts.industry_name as enum (select distinct industry::varchar from analytics.merchants order by 1);
create type facts.size_name as enum (select distinct merchant_size::varchar from analytics.merchants order by 1);
create type facts.sales_channel_name as enum (select distinct sales_channel::varchar from analytics.merchants order by 1);
create type facts.channel_name as enum (select distinct channel::varchar from analytics.fct_payments_daily order by 1);
create type facts.method_name as enum (
    select distinct payment_method::varchar from analytics.fct_payments_daily order by 1
);
create type facts.decline_reason_name as enum (
    select distinct coalesce(decline_reason::varchar, 'unknown') from analytics.fct_declines_daily order by 1
);
create type facts.response_code_name as enum (
    select distinct coalesce(response_code::varchar, 'unknown') from analytics.fct_declines_daily order by 1
);
create type facts.decline_class_name as enum (
    select distinct decline_class::varchar from analytics.response_codes where decline_class <> 'approved'
    union
    select 'unknown'
    order by 1
);
