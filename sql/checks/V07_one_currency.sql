-- question: Are all amounts in one currency?
-- table: transactions; columns: currency; grain: currency
-- dimension: validity; severity: error
-- threshold: 0 further currencies: GPV adds amounts up, which only one currency allows
select
    currency,
    sum(txns) as row_count
from qa_mix
where currency is not null
group by currency
qualify row_number() over (order by sum(txns) desc, currency) > 1;
