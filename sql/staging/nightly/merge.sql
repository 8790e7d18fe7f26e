-- Writes one raw file anew: what was known, with what the days brought added, and replaced where the
-- key is known. Reads the variables table_name, key_name, generated_select (the rows of the days from
-- the generator) and empty_select (its columns without rows). Of a key that came on several days the
-- latest stands; twice on one day is an error of the data, and the gate tells it.
set variable raw_file = getvariable('data_dir') || '/raw/' || getvariable('table_name') || '.parquet';

set variable known_files = (select list(file) from glob(getvariable('raw_file')));

set variable new_files = (
    select list(file_name) from incoming_files
    where table_name = getvariable('table_name')
);

set variable known_select = case
    when len(getvariable('known_files')) > 0
        then 'from read_parquet(getvariable(''raw_file''))'
    else getvariable('empty_select')
end;

set variable new_select = case
    when len(getvariable('new_files')) > 0
        then
            'select * exclude (filename) from read_parquet('
            || 'getvariable(''new_files''), union_by_name = true, filename = true) '
            || 'qualify rank() over (partition by ' || getvariable('key_name')
            || ' order by filename desc) = 1'
    when getvariable('incoming_dir') is not null
        then getvariable('empty_select')
    else getvariable('generated_select')
end;

create or replace temp table known_rows as
from query(getvariable('known_select'));

create or replace temp table new_rows as
from query(getvariable('new_select'));

set variable merged_select = 'from known_rows anti join new_rows using (' || getvariable('key_name')
|| ') union all by name from new_rows order by ' || getvariable('key_name');

create or replace temp table merged_rows as
from query(getvariable('merged_select'));

copy merged_rows to (getvariable('raw_file')) (format parquet, parquet_version v2);
