-- Which incidents are still to be dealt with?
-- For Operations. From v_anomalies and v_kpi_total, in the story that looks for incidents: those with a signal in the
-- last seven days of the window, the dearest three.
insert into story
with late as (
    select
        findings.*,
        everything.last_day as window_end,
        count(*) over () as late_findings,
        row_number() over (
            order by coalesce(findings.lost_gpv, 0) + abs(coalesce(findings.fee_effect, 0)) desc, findings.anomaly_id
        ) as place_of_finding
    from v_anomalies as findings
    cross join v_kpi_total as everything
    where findings.last_day > everything.last_day - interval 7 day
)

select
    83 as place,
    'Operations' as section,
    format(
        'Deal with what is still going on: {} {} in the week to {}: {}.',
        late_findings, if(late_findings = 1, 'finding has a signal', 'findings have a signal'), window_end,
        string_agg(
            format(
                '{}{} since {}, {} attempts instead of {:.1f}',
                likely_cause, if(segment = '', '', ' in ' || segment), first_day, in_words(numerator), expected
            ), '; ' order by place_of_finding
        )
    ) as sentence,
    [
        cell('v_anomalies', format('last_day > date ''{}'' - 7', window_end), 'count(*)', late_findings),
        cell('v_kpi_total', 'true', 'last_day', window_end)
    ]
    || list(cell('v_anomalies', key_is('anomaly_id', anomaly_id), 'segment', segment) order by place_of_finding)
    || list(cell('v_anomalies', key_is('anomaly_id', anomaly_id), 'first_day', first_day) order by place_of_finding)
    || list(cell('v_anomalies', key_is('anomaly_id', anomaly_id), 'numerator', numerator) order by place_of_finding)
    || list(
        cell('v_anomalies', key_is('anomaly_id', anomaly_id), 'round(expected, 1)', round(expected, 1))
        order by place_of_finding
    )
        as cells
from late
where place_of_finding <= 3
group by
    window_end,
    late_findings;
