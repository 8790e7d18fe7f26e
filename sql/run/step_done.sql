-- Notes the step named by the variable `step` as finished and says how long it took.
insert into run_steps
select
    max(step_no) + 1 as step_no,
    getvariable('step') as step,
    cast(payments_clock() as timestamp) as finished_at
from run_steps;

with timed as (
    select
        step_no,
        step,
        date_diff('microsecond', lag(finished_at) over (order by step_no), finished_at) as micros
    from run_steps
)

select format('  {:<16} {:>8.2f} s', step, micros / 1e6) as message
from timed
order by step_no desc
limit 1;
