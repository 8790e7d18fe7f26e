-- Which combinations of words occur? A combination that must not be is found here at once, and rows
-- are read only for those found. Grain: combination of the columns. Source: transactions.
create or replace temp table qa_mix as
select
    currency,
    channel,
    payment_method,
    card_brand,
    funding,
    card_country is not null as has_card_country,
    is_recurring,
    is_authenticated,
    approved,
    response_code,
    decline_reason,
    count(*) as txns
from transactions
group by
    currency,
    channel,
    payment_method,
    card_brand,
    funding,
    card_country is not null,
    is_recurring,
    is_authenticated,
    approved,
    response_code,
    decline_reason;
