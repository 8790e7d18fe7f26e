-- Which planted incidents were found, and which findings are planted incidents? One finding answers for one incident.
-- Leaves the tables incidents (one row each, with what found it) and findings (with what it found).
create table findings as
select *
from v_anomalies;

-- Attempts touched: the most attempts that it touches on one UTC day; those that a key account lacks in fourteen.
create table planted as
with touched as (
    select truth.incident_id, cast(transactions.ts as date) as day, count(*) as attempts
    from truth_transactions(
        getvariable('rows'), getvariable('start_date'), getvariable('end_date'),
        seed := getvariable('seed'), incidents := getvariable('incidents')
    ) as truth
    inner join transactions on truth.txn_id = transactions.txn_id
    where truth.incident_id is not null
    group by truth.incident_id, cast(transactions.ts as date)
),

effects as (
    select incident_id, max(attempts) as most
    from touched
    group by incident_id
)

select
    truth.*,
    case
        when truth.kind = 'key_account_decline' then (
            select truth.size * count(*) / 4
            from transactions
            where
                transactions.merchant_id = truth.merchant_id
                and transactions.ts between truth.starts_at - interval 56 days and truth.starts_at
        )
        else cast(coalesce(effects.most, 0) as double)
    end as attempts_touched
from truth_incidents(
    getvariable('start_date'), getvariable('end_date'),
    seed := getvariable('seed'), incidents := getvariable('incidents')
) as truth
left join effects on truth.incident_id = effects.incident_id;

create table pairs as
with candidates as (
    select
        planted.incident_id,
        findings.anomaly_id,
        least(findings.last_day, cast(planted.ends_at as date))
        - greatest(findings.first_day, cast(planted.starts_at as date)) as overlap,
        findings.evidence
    from planted
    inner join findings
        on
            findings.first_day <= cast(planted.ends_at as date)
            and findings.last_day >= cast(planted.starts_at as date)
            and findings.metric = case planted.kind
                when 'mispriced_plan' then 'fees off the price list'
                when 'key_account_decline' then 'attempts of a key account'
                when 'card_testing' then 'attempts of a merchant'
                when 'promotion_surge' then 'attempts of a merchant'
                else 'declines'
            end
            and coalesce(findings.response_code = planted.response_code, true)
            and coalesce(findings.merchant_id = planted.merchant_id, true)
            and coalesce(findings.region = planted.region, true)
            and coalesce(findings.country = planted.country, true)
            and coalesce(findings.industry = planted.industry, true)
            and coalesce(findings.channel = planted.channel, true)
            and coalesce(findings.payment_method = planted.payment_method, true)
            and coalesce(findings.card_brand = planted.card_brand, true)
            and coalesce(findings.card_country = planted.card_country, true)
),

ranked as (
    select
        *,
        row_number() over (
            partition by incident_id
            order by overlap desc, evidence desc, anomaly_id
        ) as rank_of_finding,
        row_number() over (
            partition by anomaly_id
            order by overlap desc, incident_id
        ) as rank_of_incident
    from candidates
)

select incident_id, anomaly_id
from ranked
where rank_of_finding = 1 and rank_of_incident = 1;

-- Attribution is exact when the finding names every limit of the incident that the data show: not the bank.
create table incidents as
select
    planted.*,
    planted.attempts_touched >= case when planted.kind = 'key_account_decline' then 100 else 20 end
        as is_of_stated_size,
    pairs.anomaly_id,
    findings.detected_at,
    findings.is_retrospective,
    date_diff('minute', planted.starts_at, findings.detected_at) / 60 as hours_to_detection,
    findings.detected_at < planted.ends_at as is_detected_while_on,
    case planted.kind
        when 'card_testing' then findings.likely_cause = 'card testing'
        when 'promotion_surge' then findings.likely_cause = 'sales surge'
        when 'mispriced_plan' then findings.likely_cause = 'wrong price'
        when 'key_account_decline' then findings.likely_cause = 'leaver'
        when 'fraud_rule' then findings.likely_cause = 'fraud rule'
        when 'regulatory_block' then findings.likely_cause = 'regulatory block'
        else findings.likely_cause = 'outage'
    end
    and (
        planted.merchant_id is not null
        or findings.region is not distinct from planted.region
        and findings.country is not distinct from planted.country
        and findings.industry is not distinct from planted.industry
        and findings.channel is not distinct from planted.channel
        and findings.payment_method is not distinct from planted.payment_method
        and findings.card_brand is not distinct from planted.card_brand
        and findings.card_country is not distinct from planted.card_country
    ) as is_exact
from planted
left join pairs on planted.incident_id = pairs.incident_id
left join findings on pairs.anomaly_id = findings.anomaly_id;

-- A leaver who is no planted key account may be a merchant that truly left.
create table judged as
select
    findings.*,
    pairs.incident_id,
    coalesce(
        findings.likely_cause = 'leaver'
        and coalesce(truth.fades_from, truth.churned_on) <= findings.last_day
        and truth.churned_on > findings.first_day - 90,
        false
    ) as is_true_leaver
from findings
left join pairs on findings.anomaly_id = pairs.anomaly_id
left join truth_merchants(seed := getvariable('seed'), incidents := getvariable('incidents')) as truth
    on findings.merchant_id = truth.merchant_id;
