-- question: Does every attempt number of a payment occur once?
-- table: transactions; columns: payment_id, attempt_no; grain: payment_id
-- dimension: uniqueness; severity: error
-- threshold: 0 pairs: two first attempts are two payments; ids without gaps are proved by hashes
with firsts as (
    select
        count(*) as row_count,
        min(payment_id) as lowest,
        max(payment_id) as highest,
        bit_xor(hash(payment_id)) as fingerprint,
        bool_and(payment_id = txn_id) as is_txn_id
    from transactions
    where attempt_no = 1
),

gapless as (
    select bit_xor(hash(ids.id)) as fingerprint
    from
        range(
            (select firsts.lowest from firsts),
            (select case when firsts.is_txn_id then 0 else firsts.highest + 1 end from firsts)
        ) as ids (id)
),

doubt as (
    select firsts.row_count
    from firsts
    cross join gapless
    where
        not firsts.is_txn_id
        and (
            firsts.row_count <> firsts.highest - firsts.lowest + 1
            or firsts.fingerprint <> gapless.fingerprint
        )
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
