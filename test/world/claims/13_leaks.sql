-- No single raw column and no pattern of ids tells fraud, rows of incidents or merchants who leave from the rest: the
-- area under the curve (AUC) of the best column is below 0.9. Numbers are ordered both ways; words, and ids by their
-- remainders, by how often the label is true of them, which flatters them a little. Of the other rows one in forty is
-- looked at.
create or replace temp table looked_at as
select
    transactions.*,
    truth.is_fraud,
    truth.incident_id is not null as is_incident
from transactions
inner join truth on transactions.txn_id = truth.txn_id
where truth.is_fraud or truth.incident_id is not null or hash(transactions.txn_id) % 40 = 0;

create or replace temp table leavers as
select
    merchants.*,
    coalesce(churned_on <= date '2024-12-31', false) as is_leaver
from merchants
inner join lives on merchants.merchant_id = lives.merchant_id;

create or replace temp macro columns_of_attempts() as table
select
    is_fraud,
    is_incident,
    unnest([
        {'column': 'txn_id', 'number': cast(txn_id as double), 'word': null},
        {'column': 'payment_id', 'number': payment_id, 'word': null},
        {'column': 'attempt_no', 'number': attempt_no, 'word': null},
        {'column': 'merchant_id', 'number': merchant_id, 'word': null},
        {'column': 'customer_id', 'number': customer_id, 'word': null},
        {'column': 'amount', 'number': amount, 'word': null},
        {'column': 'fee', 'number': fee, 'word': null},
        {'column': 'interchange_fee', 'number': interchange_fee, 'word': null},
        {'column': 'scheme_fee', 'number': scheme_fee, 'word': null},
        {'column': 'ts by second', 'number': epoch(ts) % 86400, 'word': null},
        {'column': 'hour of ts', 'number': null, 'word': cast(hour(ts) as varchar)},
        {'column': 'milliseconds of ts', 'number': millisecond(ts) % 1000, 'word': null},
        {'column': 'channel', 'number': null, 'word': cast(channel as varchar)},
        {'column': 'payment_method', 'number': null, 'word': cast(payment_method as varchar)},
        {'column': 'card_brand', 'number': null, 'word': coalesce(cast(card_brand as varchar), '')},
        {'column': 'funding', 'number': null, 'word': coalesce(cast(funding as varchar), '')},
        {'column': 'card_country', 'number': null, 'word': coalesce(cast(card_country as varchar), '')},
        {'column': 'is_recurring', 'number': null, 'word': cast(is_recurring as varchar)},
        {'column': 'is_authenticated', 'number': null, 'word': cast(is_authenticated as varchar)},
        {'column': 'response_code', 'number': null, 'word': cast(response_code as varchar)},
        {'column': 'cents of amount', 'number': null, 'word': cast(amount % 1 as varchar)},
        {'column': 'txn_id % 16', 'number': null, 'word': cast(txn_id % 16 as varchar)},
        {'column': 'txn_id % 64', 'number': null, 'word': cast(txn_id % 64 as varchar)},
        {'column': 'txn_id % 10', 'number': null, 'word': cast(txn_id % 10 as varchar)},
        {'column': 'customer_id % 12', 'number': null, 'word': cast(customer_id % 12 as varchar)},
        {'column': 'merchant_id % 16', 'number': null, 'word': cast(merchant_id % 16 as varchar)}
    ], recursive := true)
from looked_at;

create or replace temp macro columns_of_merchants() as table
select
    is_leaver,
    unnest([
        {'column': 'merchant_id', 'number': cast(merchant_id as double), 'word': null},
        {'column': 'merchant_name', 'number': length(merchant_name), 'word': null},
        {'column': 'mcc', 'number': null, 'word': cast(mcc as varchar)},
        {'column': 'region', 'number': null, 'word': cast(region as varchar)},
        {'column': 'country', 'number': null, 'word': cast(country as varchar)},
        {'column': 'merchant_size', 'number': null, 'word': cast(merchant_size as varchar)},
        {'column': 'sales_channel', 'number': null, 'word': cast(sales_channel as varchar)},
        {'column': 'signup_date', 'number': epoch(signup_date), 'word': null},
        {'column': 'account_manager_id', 'number': null, 'word': cast(account_manager_id as varchar)},
        {'column': 'campaign_id', 'number': null, 'word': coalesce(cast(campaign_id as varchar), '')},
        {'column': 'acquisition_cost', 'number': acquisition_cost, 'word': null},
        {'column': 'pricing_plan', 'number': null, 'word': cast(pricing_plan as varchar)},
        {'column': 'fee_bps', 'number': fee_bps, 'word': null},
        {'column': 'fee_fixed', 'number': fee_fixed, 'word': null},
        {'column': 'merchant_id % 16', 'number': null, 'word': cast(merchant_id % 16 as varchar)},
        {'column': 'merchant_id % 10', 'number': null, 'word': cast(merchant_id % 10 as varchar)}
    ], recursive := true)
from leavers;

-- Per column: how well its order tells the true from the others.
create or replace temp macro separation(labelled) as table
with counted as (
    select
        "column",
        number,
        word,
        count(*) filter (label) as hits,
        count(*) filter (not label) as others
    from query_table(labelled)
    group by "column", number, word
),

ordered as (
    select
        "column",
        hits,
        others,
        sum(others) over (
            partition by "column"
            order by number, hits / (hits + others), word
            rows between unbounded preceding and current row
        ) - others as others_before
    from counted
)

select
    "column",
    sum(hits * (others_before + others / 2)) / (sum(hits) * sum(others)) as auc
from ordered
group by "column";

create or replace temp table labelled_fraud as
select "column", number, word, is_fraud as label
from columns_of_attempts();

create or replace temp table labelled_incidents as
select "column", number, word, is_incident as label
from columns_of_attempts();

create or replace temp table labelled_leavers as
select "column", number, word, is_leaver as label
from columns_of_merchants();

insert into claims by name
select
    'AUC of the best column for fraud: ' || arg_max("column", greatest(auc, 1 - auc)) as claim,
    0.5 as least,
    0.9 as most,
    max(greatest(auc, 1 - auc)) as measured
from separation('labelled_fraud');

insert into claims by name
select
    'AUC of the best column for rows of incidents: ' || arg_max("column", greatest(auc, 1 - auc)) as claim,
    0.5 as least,
    0.9 as most,
    max(greatest(auc, 1 - auc)) as measured
from separation('labelled_incidents');

insert into claims by name
select
    'AUC of the best column for merchants who leave: ' || arg_max("column", greatest(auc, 1 - auc)) as claim,
    0.5 as least,
    0.9 as most,
    max(greatest(auc, 1 - auc)) as measured
from separation('labelled_leavers');
