-- question: Does every attempt number of a payment occur once?
-- table: transactions; columns: payment_id, attempt_no; grain: payment_id
-- dimension: uniqueness; severity: error
-- threshold: 0 pairs: two first attempts are two payments; a payment named by its own txn_id is one
with doubt as (
    select count(*) as attempts
    from transactions
    where
        attempt_no = 1
        and payment_id is distinct from txn_id
    having count(*) > 0
)

select
    transactions.payment_id,
    transactions.attempt_no,
    count(*) as row_count
from transactions
cross join doubt
where transactions.attempt_no = 1
group by
    transactions.payment_id,
    transactions.attempt_no
having count(*) > 1
union all
select
    payment_id,
    attempt_no,
    count(*) as row_count
from transactions
where attempt_no > 1
group by
    payment_id,
    attempt_no
having count(*) > 1;
