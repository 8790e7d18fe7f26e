-- What went wrong?
-- For everybody. From v_anomalies and v_kpi_total, in the story that looks for incidents: findings as they are, the
-- dearest first. What they cost is an estimate.
insert into story
with found as (
    select
        *,
        coalesce(lost_gpv, 0) + abs(coalesce(fee_effect, 0)) as damage,
        count(*) over () as findings,
        coalesce(sum(lost_gpv) over (), 0) as all_lost_gpv
    from v_anomalies
),

dearest as (
    select * from found
    where damage > 0
    order by damage desc, anomaly_id
    limit 3
),

worded as (
    select
        string_agg(
            format(
                '{}{} from {} to {} ({})',
                likely_cause, if(segment = '', '', ' in ' || segment), first_day, last_day, in_usd(damage)
            ), '; ' order by damage desc, anomaly_id
        ) as findings,
        list(cell('v_anomalies', key_is('anomaly_id', anomaly_id), 'segment', segment) order by damage desc, anomaly_id)
        || list(
            cell('v_anomalies', key_is('anomaly_id', anomaly_id), 'first_day', first_day)
            order by damage desc, anomaly_id
        )
        || list(
            cell('v_anomalies', key_is('anomaly_id', anomaly_id), 'last_day', last_day)
            order by damage desc, anomaly_id
        )
        || list(
            cell(
                'v_anomalies', key_is('anomaly_id', anomaly_id),
                'coalesce(lost_gpv, 0) + abs(coalesce(fee_effect, 0))', damage
            ) order by damage desc, anomaly_id
        ) as cells
    from dearest
)

select
    34 as place,
    'Key findings' as section,
    if(
        coalesce(any_value(found.findings), 0) = 0,
        format(
            'From {} to {} the detectors found nothing out of the ordinary.',
            any_value(everything.first_day), any_value(everything.last_day)
        ),
        format(
            'From {} to {} the detectors have {} {}; some {} of GPV were lost. {}',
            any_value(everything.first_day), any_value(everything.last_day), any_value(found.findings),
            if(any_value(found.findings) = 1, 'finding', 'findings'), in_usd(any_value(found.all_lost_gpv)),
            coalesce('Dearest: ' || any_value(worded.findings) || '.', 'None of them cost anything.')
        )
    ) as sentence,
    [
        cell('v_kpi_total', 'true', 'first_day', any_value(everything.first_day)),
        cell('v_kpi_total', 'true', 'last_day', any_value(everything.last_day)),
        cell('v_anomalies', 'true', 'count(*)', coalesce(any_value(found.findings), 0)),
        cell('v_anomalies', 'true', 'coalesce(sum(lost_gpv), 0)', coalesce(any_value(found.all_lost_gpv), 0))
    ] || coalesce(any_value(worded.cells), []) as cells
from v_kpi_total as everything
left join found on true
left join worded on true
where everything.txns > 0;
