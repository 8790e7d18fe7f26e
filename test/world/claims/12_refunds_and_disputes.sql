-- Refunds and disputes of sales of the first half, whose time to follow has passed by the window's end (but for
-- trips).
create or replace temp table sales as
select
    attempts.*,
    refunds.ts as refunded_at,
    refunds.amount as refunded,
    disputes.opened_at,
    disputes.is_fraud,
    disputes.reason,
    disputes.status
from attempts
left join refunds on attempts.txn_id = refunds.txn_id
left join disputes on attempts.txn_id = disputes.txn_id
where approved and attempts.ts < timestamp '2024-07-01';

insert into claims by name
select
    'refunds of remote Retail sales, % (planted: 8)' as claim,
    7.4 as least,
    8.6 as most,
    100 * avg(cast(refunded_at is not null as integer)) as measured
from sales
where industry = 'Retail' and channel <> 'pos';

insert into claims by name
select
    'refunds of SaaS sales, % (planted: 2)' as claim,
    1.7 as least,
    2.3 as most,
    100 * avg(cast(refunded_at is not null as integer)) as measured
from sales
where industry = 'SaaS';

insert into claims by name
select
    'refunds of a part, % (planted: 25)' as claim,
    23 as least,
    27 as most,
    100 * avg(cast(refunded < amount as integer)) as measured
from sales
where refunded_at is not null;

insert into claims by name
select
    'median lag of a refund, Travel apart, days (planted: 9)' as claim,
    8 as least,
    10.5 as most,
    median(date_diff('minute', ts, refunded_at) / 1440.0) as measured
from sales
where refunded_at is not null and industry <> 'Travel';

insert into claims by name
select
    'spread of the lag, standard deviation of its logarithm (planted: 0.9, cut at 180 days)' as claim,
    0.8 as least,
    0.95 as most,
    stddev(ln(date_diff('minute', ts, refunded_at) / 1440.0)) as measured
from sales
where refunded_at > ts and industry <> 'Travel';

insert into claims by name
select
    'disputes opened in the year, basis points of its sales (published: 15 to 20)' as claim,
    15 as least,
    20 as most,
    1e4 * (select count(*) from disputes) / count(*) as measured
from transactions
where approved;

insert into claims by name
select
    'disputes that claim fraud, % (published: 48 to 70)' as claim,
    48 as least,
    70 as most,
    100 * avg(cast(is_fraud as integer)) as measured
from sales
where opened_at is not null;

insert into claims by name
select
    'mean lag of a dispute that claims fraud, days (planted: 35, cut at 120)' as claim,
    30 as least,
    38 as most,
    avg(date_diff('minute', ts, opened_at) / 1440.0) as measured
from sales
where opened_at is not null and is_fraud;

insert into claims by name
select
    'mean lag of other disputes, Travel apart, days (planted: 55, cut at 120)' as claim,
    43 as least,
    57 as most,
    avg(date_diff('minute', ts, opened_at) / 1440.0) as measured
from sales
where opened_at is not null and not is_fraud and industry <> 'Travel';

insert into claims by name
select
    'resolved disputes that were won, % (planted: 25 of the contested 60)' as claim,
    8 as least,
    22 as most,
    100 * avg(cast(status = 'won' as integer)) as measured
from sales
where status in ('won', 'lost');

insert into claims by name
select
    'refunds and disputes after the window''s end or before their sale' as claim,
    0 as least,
    0 as most,
    count(*) as measured
from (
    select
        refunds.ts as followed_at,
        transactions.ts as sold_at
    from refunds
    inner join transactions on refunds.txn_id = transactions.txn_id
    union all
    select
        opened_at as followed_at,
        transactions.ts as sold_at
    from disputes
    inner join transactions on disputes.txn_id = transactions.txn_id
)
where followed_at < sold_at or followed_at >= timestamp '2025-01-01';
