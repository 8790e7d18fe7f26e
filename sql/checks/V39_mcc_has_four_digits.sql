-- question: Is the merchant category code a number of up to four digits?
-- table: merchants; columns: mcc; grain: merchant_id
-- dimension: validity; severity: error
-- threshold: 0 rows: ISO 18245 codes are 0001 to 9999
select
    merchant_id,
    mcc
from merchants
where mcc not between 1 and 9999;
