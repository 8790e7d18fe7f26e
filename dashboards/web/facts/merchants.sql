-- Who are the merchants?
-- Grain: merchant. Sources: merchants, account_managers.
create table facts.merchants as
select
    merchants.merchant_id::integer as merchant_id,
    merchants.merchant_name,
    merchants.region::varchar::facts.region_name as region,
    merchants.industry::varchar::facts.industry_name as industry,
    merchants.merchant_size::varchar::facts.size_name as merchant_size,
    merchants.sales_channel::varchar::facts.sales_channel_name as sales_channel,
    date_trunc('month', merchants.signup_date)::date as signup_month,
    merchants.account_manager_id::smallint as account_manager_id,
    account_managers.account_manager_name as account_manager
from analytics.merchants
left join analytics.account_managers using (account_manager_id)
order by merchant_id;
