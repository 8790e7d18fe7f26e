-- What did the run that wrote the raw files say about them? Grain: raw file; without rows when it
-- left no manifest. Source: processed/manifest.parquet of the data directory.
set variable manifest_files = (
    select list(file) from glob(getvariable('data_dir') || '/processed/manifest*.parquet')
);

set variable manifest_select = case
    when len(getvariable('manifest_files')) > 0
        then 'select * from read_parquet(getvariable(''manifest_files''))'
    else
        'select null::varchar as file_path, null::varchar as table_name, '
        || 'null::bigint as size_bytes, null::varchar as sha256, null::bigint as row_count, '
        || 'null::bigint as lowest_id, null::bigint as highest_id, null::timestamp as first_ts, '
        || 'null::timestamp as last_ts, null::decimal(38, 2) as amount_sum, '
        || 'null::decimal(38, 2) as fee_sum, null::decimal(38, 2) as interchange_fee_sum, '
        || 'null::decimal(38, 2) as scheme_fee_sum, null::ubigint as content_hash where false'
end;

create or replace temp table qa_manifest as
select
    file_path,
    table_name,
    size_bytes,
    sha256,
    row_count,
    lowest_id,
    highest_id,
    first_ts,
    last_ts,
    amount_sum,
    fee_sum,
    interchange_fee_sum,
    scheme_fee_sum,
    content_hash
from query(getvariable('manifest_select'));
