-- Records the run in the database and writes all recorded runs, the latest first, as a summary.
-- Every line of the summary is a row of meta_runs: run, section, label, value.
create table if not exists meta_runs (
    run_id varchar,
    section_no integer,
    section varchar,
    line_no integer,
    label varchar,
    value varchar
);

comment on table meta_runs is 'Record of runs. Grain: run x line of the summary.';
comment on column meta_runs.run_id is 'Start of the run, UTC.';
comment on column meta_runs.section_no is 'Place of the section.';
comment on column meta_runs.section is 'Heading: parameters, rows, quality, headline, seconds, output.';
comment on column meta_runs.line_no is 'Place within the section.';
comment on column meta_runs.label is 'What the value is.';
comment on column meta_runs.value is 'The value as people read it.';

insert into meta_runs
with run_lines as (
    select
        1 as section_no,
        'Parameters' as section,
        unnest([1, 2, 3, 4, 5, 6, 7, 8]) as line_no,
        unnest([
            'rows', 'start_date', 'end_date', 'seed', 'merchants', 'customers', 'payments', 'DuckDB'
        ]) as label,
        unnest([
            getvariable('rows')::varchar,
            getvariable('start_date')::varchar,
            getvariable('end_date')::varchar,
            getvariable('seed')::varchar,
            getvariable('merchants')::varchar,
            getvariable('customers')::varchar,
            payments_version(),
            version()
        ]) as value

    union all

    select
        2,
        'Rows',
        row_number() over (order by table_name),
        table_name,
        format('{:,}', row_count)
    from (
        select
            'account_managers' as table_name,
            count(*) as row_count
        from account_managers
        union all
        select
            'campaigns',
            count(*)
        from campaigns
        union all
        select
            'customers',
            count(*)
        from customers
        union all
        select
            'disputes',
            count(*)
        from disputes
        union all
        select
            'merchants',
            count(*)
        from merchants
        union all
        select
            'refunds',
            count(*)
        from refunds
        union all
        select
            'transactions',
            count(*)
        from transactions
    ) as sizes

    union all

    select
        3,
        'Quality',
        row_number() over (order by status),
        'checks: ' || status,
        count(*)::varchar
    from qa_results
    group by status

    union all

    select
        4,
        'Headline',
        unnest([1, 2, 3, 4, 5, 6]),
        unnest([
            'GPV (approved amount)',
            'authorisation attempts',
            'approval rate',
            'average ticket',
            'fee yield',
            'net take rate'
        ]),
        unnest([
            format('${:,.2f}', gpv::double),
            format('{:,}', txns),
            format('{:.2f} % ({:,} of {:,})', approval_rate * 100, approved_txns, txns),
            format('${:,.2f}', avg_amount),
            format('{:.1f} bps (${:,.2f})', fee_yield * 1e4, total_fees::double),
            format('{:.1f} bps (${:,.2f})', net_take_rate * 1e4, net_revenue::double)
        ])
    from v_kpi_total

    union all

    select
        5,
        'Seconds',
        step_no,
        step,
        format('{:.2f}', date_diff('microsecond', started_at, finished_at) / 1e6)
    from (
        select
            step_no,
            step,
            lag(finished_at) over (order by step_no) as started_at,
            finished_at
        from run_steps
    ) as steps
    where step_no > 0

    union all

    select
        6,
        'Output',
        unnest([1, 2, 3]),
        unnest(['raw', 'database', 'marts']),
        unnest([
            getvariable('data_dir') || '/raw/',
            getvariable('data_dir') || '/analytics.duckdb',
            getvariable('data_dir') || '/marts/'
        ])
)

select
    getvariable('run_started_at'),
    section_no,
    section,
    line_no,
    label,
    value
from run_lines;

copy (
    with summary_lines as (
        select
            '9999' as run_id,
            0 as section_no,
            unnest([0, 1, 2, 3]) as line_no,
            unnest([
                '# Runs',
                '',
                'Written by `sql/run/run_summary.sql` at the end of every run, the latest first.',
                ''
            ]) as text

        union all

        select distinct
            run_id,
            0,
            0,
            '## ' || left(run_id, 19) || ' UTC' || chr(10)
        from meta_runs

        union all

        select distinct
            run_id,
            section_no,
            0,
            '| ' || section || ' | |' || chr(10) || '|---|---|'
        from meta_runs

        union all

        select
            run_id,
            section_no,
            line_no,
            '| ' || label || ' | ' || value || ' |'
        from meta_runs

        union all

        select distinct
            run_id,
            section_no,
            1000,
            ''
        from meta_runs
    )

    select text
    from summary_lines
    order by run_id desc, section_no, line_no
) to (getvariable('summary_file')) (
    format csv, header false, quote '', escape '', delimiter E'\x1f'
);

select format('  {}: {}', label, value)
from meta_runs
where run_id = getvariable('run_started_at') and section in ('Headline', 'Output')
order by section_no, line_no;

select '  summary: ' || getvariable('summary_file');
