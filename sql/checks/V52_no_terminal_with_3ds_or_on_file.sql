-- question: Is no attempt at a terminal recurring or authenticated by 3-D Secure?
-- table: transactions; columns: channel, is_recurring, is_authenticated; grain: txn_id
-- dimension: validity; severity: error
-- threshold: 0 rows: both need a merchant who has the card on file or a browser
with broken as (
    select distinct channel
    from qa_mix
    where
        channel = 'pos'
        and (is_recurring or is_authenticated)
)

select
    offender.txn_id,
    offender.channel,
    offender.is_recurring,
    offender.is_authenticated
from broken
cross join lateral (
    select
        transactions.txn_id,
        transactions.channel,
        transactions.is_recurring,
        transactions.is_authenticated
    from transactions
    where
        transactions.channel = broken.channel
        and (transactions.is_recurring or transactions.is_authenticated)
) as offender;
