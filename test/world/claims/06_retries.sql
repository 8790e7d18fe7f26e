-- Payments by what their first attempt was answered, and whether a later attempt was approved. Recovery of those
-- retried is planted in retry.rs. Payments of the last fortnight are left out: their schedule is not over.
create or replace temp table retried as
select
    payment_id,
    arg_min(response_code, attempt_no) as code,
    bool_or(is_recurring) as is_recurring,
    bool_or(approved) as is_recovered
from transactions
group by payment_id
having count(*) > 1 and min(ts) < timestamp '2024-12-17';

insert into claims by name
select
    'attempts that are retries, %' as claim,
    2 as least,
    6 as most,
    100 * avg(cast(attempt_no > 1 as integer)) as measured
from transactions;

insert into claims by name
select
    label || ', % (planted: ' || planted || ')' as claim,
    planted - 8 as least,
    planted + 8 as most,
    100 * avg(cast(is_recovered as integer)) as measured
from retried
inner join (
    values
    ('one-off payments recovered after insufficient funds', false, '51', 45),
    ('one-off payments recovered after do not honour', false, '05', 25),
    ('one-off payments recovered after a wrong PIN', false, '55', 85),
    ('billings recovered after insufficient funds', true, '51', 60),
    ('billings recovered after do not honour', true, '05', 25)
) as planted (label, recurring, response, planted)
    on is_recurring = recurring and code = response
group by label, planted
order by label;

insert into claims by name
with answers as (
    select
        response_code,
        lag(response_code) over (partition by payment_id order by attempt_no) as before
    from transactions
    where payment_id in (select payment_id from retried)
)

select
    'retries after an approval or a code that forbids them' as claim,
    0 as least,
    0 as most,
    count(*) as measured
from answers
where before in ('00', '14', '41', '43', '57');
