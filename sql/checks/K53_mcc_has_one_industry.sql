-- question: Does each merchant category code belong to one industry?
-- table: merchants; columns: mcc, industry; grain: mcc
-- dimension: consistency; severity: error
-- threshold: 0 codes: the contract says that the code fits the industry
select
    mcc,
    string_agg(distinct cast(industry as varchar), ', ') as industries
from merchants
group by mcc
having count(distinct industry) > 1;
