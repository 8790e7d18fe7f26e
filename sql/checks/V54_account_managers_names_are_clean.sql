-- question: Are the names in `account_managers` free of outer, double and control spaces?
-- table: account_managers; columns: account_manager_name, team; grain: account_manager_id
-- dimension: validity; severity: error
-- threshold: 0 rows: two spellings of one name are two rows in every report
select
    account_manager_id,
    account_manager_name,
    team
from account_managers
where
    account_manager_name <> trim(account_manager_name)
    or regexp_matches(account_manager_name, '[[:cntrl:]]|  ')
    or team <> trim(team)
    or regexp_matches(team, '[[:cntrl:]]|  ');
