-- What went wrong, and what did it cost?
-- For Operations and Risk. From v_anomalies, findings as they are, the dearest first: lost_gpv is declined beyond what
-- was to be expected or what a leaver lacks, an estimate; fee_effect are fees charged wrongly. Takes some seconds: the
-- detectors compute on demand.
create or replace temp table evidence as
with found as (
    select
        anomaly_id,
        likely_cause,
        segment,
        first_day,
        last_day,
        severity,
        numerator,
        expected,
        lost_gpv,
        fee_effect,
        coalesce(lost_gpv, 0) + abs(coalesce(fee_effect, 0)) as damage_amount
    from v_anomalies
)

select
    *,
    count(*) over () as findings,
    sum(lost_gpv) over () as all_lost_gpv
from found;

select * from evidence
order by damage_amount desc, anomaly_id;

with dearest as (
    select
        string_agg(
            format(
                '{} in {} from {} to {} (USD {:,.0f})',
                likely_cause, segment, first_day::varchar, last_day::varchar, damage_amount::double
            ), ', ' order by damage_amount desc, anomaly_id
        ) as findings
    from (
        select * from evidence
        where damage_amount > 0
        order by damage_amount desc, anomaly_id
        limit 3
    ) as first_three
)

select
    coalesce(
        max(
            format(
                'From {} to {} the detectors have {} {}. ',
                reporting.first_day::varchar, reporting.last_day::varchar, evidence.findings,
                if(evidence.findings = 1, 'finding', 'findings')
            )
            || coalesce(format('About USD {:,.0f} of GPV were lost. ', evidence.all_lost_gpv::double), '')
            || coalesce('Dearest: ' || dearest.findings || '.', 'None of them cost anything.')
        ),
        max(
            if(
                reporting.txns > 0,
                format(
                    'From {} to {} the detectors have found nothing out of the ordinary.',
                    reporting.first_day::varchar, reporting.last_day::varchar
                ),
                'Not enough data: there is no attempt.'
            )
        )
    ) as answer
from v_kpi_total as reporting
left join evidence on true
cross join dearest;
