-- Which run is shown, of what, and did it pass its checks?
-- Grain: one row. Sources: meta_runs, meta_qa_results (last run only), dim_calendar.
create table facts.meta as
with last_run as (
    select * from analytics.meta_runs where run_id = (select max(run_id) from analytics.meta_runs)
),

parameters as (
    select
        any_value(value) filter (where label = 'rows') as rows,
        any_value(value) filter (where label = 'start_date') as start_date,
        any_value(value) filter (where label = 'end_date') as end_date,
        any_value(value) filter (where label = 'seed') as seed,
        any_value(value) filter (where label = 'merchants') as merchants,
        any_value(value) filter (where label = 'payments') as version,
        any_value(value) filter (where label = 'DuckDB') as duckdb_version,
        max(run_id) as run_id
    from last_run
    where section = 'Parameters'
),

checks as (
    select
        count(*) filter (where status = 'pass') as passed,
        count(*) filter (where status = 'fail' and severity = 'warn') as warned,
        count(*) filter (where status = 'fail' and severity <> 'warn') as failed
    from analytics.meta_qa_results
    where run_started_at = (select max(run_started_at) from analytics.meta_qa_results)
)

select
    strftime(parameters.run_id::timestamp, '%Y-%m-%d %H:%M UTC') as refreshed_at,
    parameters.start_date::date as start_date,
    parameters.end_date::date as end_date,
    parameters.rows::bigint as rows,
    parameters.merchants::integer as merchants,
    parameters.seed,
    parameters.version,
    ltrim(parameters.duckdb_version, 'v') as duckdb_version,
    concat_ws(
        ', ',
        format('{} checks passed', checks.passed),
        if(checks.warned > 0, format('{} warned', checks.warned), null),
        if(checks.failed > 0, format('{} failed', checks.failed), null)
    ) as qa_verdict,
    'USD' as currency
from parameters
cross join checks;
