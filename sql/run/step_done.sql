-- Notes the step named by the variable `step` as finished and says how long it took.
insert into run_steps
select
    max(step_no) + 1,
    getvariable('step'),
    cast(payments_clock() as timestamp)
from run_steps;

with timed as (
    select
        step_no,
        step,
        date_diff('microsecond', lag(finished_at) over (order by step_no), finished_at) as micros
    from run_steps
)

select format('  {:<16} {:>8.2f} s', step, micros / 1e6)
from timed
where step_no = (select max(step_no) from run_steps);
