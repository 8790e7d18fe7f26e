-- question: Does every merchant name an account manager that exists?
-- table: merchants; columns: account_manager_id; grain: merchant_id
-- dimension: consistency; severity: error
-- threshold: 0 rows: an orphan falls out of every join
select
    merchants.merchant_id,
    merchants.account_manager_id
from merchants
left outer join
    account_managers
    on merchants.account_manager_id = account_managers.account_manager_id
where
    merchants.account_manager_id is not null
    and account_managers.account_manager_id is null;
