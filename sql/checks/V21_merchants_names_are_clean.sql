-- question: Are the names in `merchants` free of outer, double and control spaces?
-- table: merchants; columns: merchant_name; grain: merchant_id
-- dimension: validity; severity: error
-- threshold: 0 rows: two spellings of one name are two rows in every report
select
    merchant_id,
    merchant_name
from merchants
where
    merchant_name <> trim(merchant_name)
    or regexp_matches(merchant_name, '[[:cntrl:]]|  ');
