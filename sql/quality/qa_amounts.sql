-- How often does each amount occur? Amounts are few beside attempts: distribution, digits and
-- concentration cost nothing after this. Grain: amount. Source: transactions.
create or replace temp table qa_amounts as
select
    amount,
    count(*) as txns
from transactions
group by amount;
