-- question: Is the region of an account manager one of the contract?
-- table: account_managers; columns: region; grain: account_manager_id
-- dimension: validity; severity: error
-- threshold: 0 rows: a sixth region would fall out of every segment
select
    account_manager_id,
    region
from account_managers
where region not in ('NA', 'EMEA', 'APAC', 'LATAM', 'Africa');
