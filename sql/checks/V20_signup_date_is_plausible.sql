-- question: Does every merchant sign up between 2000 and the end of the window?
-- table: merchants; columns: signup_date; grain: merchant_id
-- dimension: validity; severity: error
-- threshold: 0 rows: 1900, 1970 and 2099 are defaults of some system and no dates
select
    merchant_id,
    signup_date
from merchants
where signup_date < date '2000-01-01'
union all
select
    merchant_id,
    signup_date
from merchants
where signup_date > (select max(dim_calendar.day) from dim_calendar);
