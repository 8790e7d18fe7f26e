-- question: Are brand, funding and card country there for cards and wallets, and absent for ach?
-- table: transactions; columns: payment_method, card_brand, funding, card_country; grain: txn_id
-- dimension: completeness; severity: error
-- threshold: 0 rows: the contract says NULL when ach, and only then
select
    txn_id,
    payment_method,
    card_brand,
    funding,
    card_country
from transactions
where
    case
        when payment_method = 'ach'
            then card_brand is not null or funding is not null or card_country is not null
        else card_brand is null or funding is null or card_country is null
    end;
