-- Each planted incident by its effect in the rows that the truth says it covers.
create or replace temp table covered as
select
    incidents.*,
    attempts.*
from attempts
inner join truth on attempts.txn_id = truth.txn_id
inner join incidents on truth.incident_id = incidents.incident_id;

insert into claims by name
select 'incidents' as claim, 12 as least, 30 as most, count(*) as measured
from incidents;

insert into claims by name
select 'kinds of incidents' as claim, 8 as least, 8 as most, count(distinct kind) as measured
from incidents;

-- Bounds: 4.5 standard errors, and what is declined with the code anyway.
insert into claims by name
select
    'outages, rules and blocks that decline as often as stated, %' as claim,
    100 as least,
    100 as most,
    100 * avg(cast(share between size - tolerance and size + (1 - size) * 0.06 + tolerance as integer)) as measured
from (
    select
        size,
        avg(cast(covered.response_code_1 = covered.response_code as integer)) as share,
        4.5 * sqrt(size * (1 - size) / count(*)) as tolerance
    from covered
    where response_code is not null and attempt_no = 1
    group by incident_id, size
);

insert into claims by name
select
    'attacks and promotions that bring the stated share of payments, %' as claim,
    100 as least,
    100 as most,
    100 * avg(cast(abs(brought - size * total) <= 4.5 * sqrt(size * total) as integer)) as measured
from (
    select
        incidents.incident_id,
        any_value(size) as size,
        count(*) as total,
        count(truth.incident_id) filter (truth.incident_id = incidents.incident_id) as brought
    from incidents
    inner join transactions on ts >= starts_at and ts < ends_at
    inner join truth on transactions.txn_id = truth.txn_id
    where kind in ('card_testing', 'promotion_surge') and attempt_no = 1 and not is_recurring
    group by incidents.incident_id
);

insert into claims by name
select
    'approval of attacks by card testers, %' as claim,
    10 as least,
    45 as most,
    100 * avg(is_approved) as measured
from covered
where kind = 'card_testing';

-- A key account's part of its industry's payments, the last quarter against the second.
insert into claims by name
select
    'key accounts in decline that have lost a quarter of their payments and more by the last quarter' as claim,
    3 as least,
    3 as most,
    count(*) filter (after < 0.75 * before) as measured
from (
    select
        avg(cast(attempts.merchant_id = incidents.merchant_id as integer)) filter (quarter(ts) = 2) as before,
        avg(cast(attempts.merchant_id = incidents.merchant_id as integer)) filter (quarter(ts) = 4) as after
    from incidents
    inner join merchants on incidents.merchant_id = merchants.merchant_id
    inner join attempts on merchants.industry = attempts.industry
    where kind = 'key_account_decline' and not is_recurring
    group by incident_id
);
