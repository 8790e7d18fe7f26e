-- Parameters of a run and their defaults; set any of them before, by SET VARIABLE name = value.
-- Numbers and dates may be text: the generator and the casts below say what is wrong with a bad one.
set variable rows = coalesce(getvariable('rows'), 2000000);

set variable start_date = cast(coalesce(getvariable('start_date'), '2024-01-01') as date);

set variable end_date = cast(coalesce(getvariable('end_date'), '2024-12-31') as date);

set variable seed = coalesce(getvariable('seed'), 42);

set variable merchants = coalesce(getvariable('merchants'), 50000);

set variable customers = coalesce(getvariable('customers'), 2000000);

set variable data_dir = rtrim(coalesce(getvariable('data_dir'), 'data'), '/');

-- A run elsewhere keeps its summary beside its data, so that it does not change this checkout's.
set variable summary_file = coalesce(
    getvariable('summary_file'),
    case
        when getvariable('data_dir') = 'data' then 'docs/run_summary.md'
        else getvariable('data_dir') || '/run_summary.md'
    end
);

set variable run_started_at = payments_clock();

select
    'payments ' || payments_version() || ': ' || getvariable('rows') || ' transactions from '
    || getvariable('start_date') || ' to ' || getvariable('end_date') || ', seed '
    || getvariable('seed') || ', into ' || getvariable('data_dir') || '/';
