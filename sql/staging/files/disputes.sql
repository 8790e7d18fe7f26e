-- Disputes from the raw file, as they are: the checks tell what is wrong. Without a file
-- there are none.
set variable disputes_files = (
    select list(file)
    from glob(getvariable('data_dir') || '/raw/disputes*')
    where file like '%/disputes.parquet'
);

set variable disputes_select = case
    when len(getvariable('disputes_files')) > 0
        then 'select * from read_parquet(getvariable(''disputes_files''))'
    else
        'select '
        || 'null::bigint as dispute_id, '
        || 'null::bigint as txn_id, '
        || 'null::bigint as merchant_id, '
        || 'null::timestamp as opened_at, '
        || 'null::decimal(18,2) as amount, '
        || 'null::varchar as reason, '
        || 'null::boolean as is_fraud, '
        || 'null::varchar as status, '
        || 'null::timestamp as resolved_at where false'
end;

create or replace table disputes as
from query(getvariable('disputes_select'));
