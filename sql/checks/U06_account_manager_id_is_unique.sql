-- question: Does every `account_manager_id` occur once?
-- table: account_managers; columns: account_manager_id; grain: account_manager_id
-- dimension: uniqueness; severity: error
-- threshold: 0 keys: the contract promises one row each
select
    account_manager_id,
    count(*) as row_count
from account_managers
group by account_manager_id
having count(*) > 1;
