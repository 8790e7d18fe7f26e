-- Steps are timed in a table of the session.
create or replace temp table run_steps (
    step_no integer,
    step varchar,
    finished_at timestamp
);

insert into run_steps
select
    0 as step_no,
    'start' as step,
    cast(getvariable('run_started_at') as timestamp) as finished_at;
