-- question: Does no name in `merchants` stand for a missing one?
-- table: merchants; columns: merchant_name; grain: merchant_id
-- dimension: completeness; severity: error
-- threshold: 0 rows: a placeholder hides a NULL from every other check
select
    merchant_id,
    merchant_name
from merchants
where
    lower(trim(merchant_name)) in (
        '', '-', '?', 'n/a', 'na', 'nan', 'none', 'null', 'nil', 'tbd', 'unknown', 'undefined'
    );
