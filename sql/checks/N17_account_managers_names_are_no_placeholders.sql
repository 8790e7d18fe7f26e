-- question: Does no name in `account_managers` stand for a missing one?
-- table: account_managers; columns: account_manager_name, team; grain: account_manager_id
-- dimension: completeness; severity: error
-- threshold: 0 rows: a placeholder hides a NULL from every other check
select
    account_manager_id,
    account_manager_name,
    team
from account_managers
where
    lower(trim(account_manager_name)) in (
        '', '-', '?', 'n/a', 'na', 'nan', 'none', 'null', 'nil', 'tbd', 'unknown', 'undefined'
    )
    or lower(trim(team)) in (
        '', '-', '?', 'n/a', 'na', 'nan', 'none', 'null', 'nil', 'tbd', 'unknown', 'undefined'
    );
