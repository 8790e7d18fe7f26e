-- question: Are brand, funding and card country there for cards and wallets, and absent for ach?
-- table: transactions; columns: payment_method, card_brand, funding, card_country; grain: txn_id
-- dimension: completeness; severity: error
-- threshold: 0 rows: the contract says NULL when ach, and only then
with broken as (
    select distinct
        payment_method,
        true as is_broken
    from qa_mix
    where
        case
            when payment_method = 'ach'
                then card_brand is not null or funding is not null or has_card_country
            else card_brand is null or funding is null or not has_card_country
        end
),

attempts as (
    select
        offender.txn_id,
        offender.payment_method,
        offender.card_brand,
        offender.funding,
        offender.card_country
    from broken
    cross join lateral (
        select
            transactions.txn_id,
            transactions.payment_method,
            transactions.card_brand,
            transactions.funding,
            transactions.card_country
        from transactions
        -- Held against `broken`, the condition is not looked at when nothing is.
        where
            transactions.payment_method = broken.payment_method
            and broken.is_broken = case
                when transactions.payment_method = 'ach'
                    then
                        transactions.card_brand is not null
                        or transactions.funding is not null
                        or transactions.card_country is not null
                else
                    transactions.card_brand is null
                    or transactions.funding is null
                    or transactions.card_country is null
            end
    ) as offender
)

select
    txn_id,
    payment_method,
    card_brand,
    funding,
    card_country
from attempts;
