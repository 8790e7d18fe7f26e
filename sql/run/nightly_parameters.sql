-- What a night is told: the world (rows, start_date, end_date, seed, merchants, customers), the days to
-- take in (first_day to night, both included), data_dir, and incoming_dir when the days come as files.
.read sql/run/parameters.sql
set variable world_end = getvariable('end_date');

set variable night = cast(cast(getvariable('night') as varchar) as date);

set variable first_day = cast(
    coalesce(cast(getvariable('first_day') as varchar), cast(getvariable('night') as varchar)) as date
);

set variable after_night = cast(getvariable('night') + interval 1 day as date);

select
    error(
        'the days to take in, ' || coalesce(getvariable('first_day')::varchar, 'none') || ' to '
        || coalesce(getvariable('night')::varchar, 'none') || ', must lie between start_date ('
        || getvariable('start_date') || ') and end_date (' || getvariable('end_date') || ')'
    )
where
    not coalesce(
        getvariable('start_date') <= getvariable('first_day')
        and getvariable('first_day') <= getvariable('night')
        and getvariable('night') <= getvariable('end_date'),
        false
    );
