-- question: Does every merchant have an account manager of its region?
-- table: merchants; columns: account_manager_id, region; grain: merchant_id
-- dimension: consistency; severity: warn
-- threshold: 0 rows: a scorecard by region would count the merchant twice or not at all
select
    merchants.merchant_id,
    merchants.account_manager_id,
    merchants.region,
    account_managers.region as manager_region
from merchants
inner join account_managers on merchants.account_manager_id = account_managers.account_manager_id
where cast(merchants.region as varchar) <> cast(account_managers.region as varchar);
