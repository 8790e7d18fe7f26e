-- Parameters of a run and their defaults; set any of them before, by SET VARIABLE name = value.
-- Numbers and dates may be text: the generator and the casts below tell what is wrong with them.
set variable rows = coalesce(cast(getvariable('rows') as varchar), '2000000');

set variable start_date = cast(
    coalesce(cast(getvariable('start_date') as varchar), '2024-01-01') as date
);

set variable end_date = cast(
    coalesce(cast(getvariable('end_date') as varchar), '2024-12-31') as date
);

set variable seed = coalesce(cast(getvariable('seed') as varchar), '42');

set variable merchants = coalesce(cast(getvariable('merchants') as varchar), '50000');

set variable customers = coalesce(cast(getvariable('customers') as varchar), '2000000');

set variable data_dir = rtrim(coalesce(getvariable('data_dir'), 'data'), '/');

-- What becomes of rows of own files that fail a check: 'stop' the run, or 'quarantine' them.
set variable on_bad_rows = coalesce(getvariable('on_bad_rows'), 'stop');

select error('on_bad_rows must be stop or quarantine, not ''' || getvariable('on_bad_rows') || '''')
where getvariable('on_bad_rows') not in ('stop', 'quarantine');

-- A run elsewhere keeps its summary beside its data, so that it does not change this checkout's.
set variable summary_file = coalesce(
    getvariable('summary_file'),
    case
        when getvariable('data_dir') = 'data' then 'docs/run_summary.md'
        else getvariable('data_dir') || '/run_summary.md'
    end
);

set variable run_started_at = payments_clock();
