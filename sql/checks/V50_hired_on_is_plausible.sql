-- question: Is every account manager hired between 1980 and the end of the window?
-- table: account_managers; columns: hired_on; grain: account_manager_id
-- dimension: validity; severity: error
-- threshold: 0 rows: 1900, 1970 and 2099 are defaults of some system and no dates
select
    account_manager_id,
    hired_on
from account_managers
where hired_on < date '1980-01-01'
union all
select
    account_manager_id,
    hired_on
from account_managers
where hired_on > (select max(dim_calendar.day) from dim_calendar);
