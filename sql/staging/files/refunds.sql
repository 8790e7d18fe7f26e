-- Refunds from the raw file, as they are: the checks tell what is wrong. Without a file
-- there are none.
set variable refunds_files = (
    select list(file)
    from glob(getvariable('data_dir') || '/raw/refunds*')
    where file like '%/refunds.parquet'
);

set variable refunds_select = case
    when len(getvariable('refunds_files')) > 0
        then 'select * from read_parquet(getvariable(''refunds_files''))'
    else
        'select '
        || 'null::bigint as refund_id, '
        || 'null::bigint as txn_id, '
        || 'null::bigint as merchant_id, '
        || 'null::timestamp as ts, '
        || 'null::decimal(18,2) as amount, '
        || 'null::varchar as reason where false'
end;

create or replace table refunds as
from query(getvariable('refunds_select'));
