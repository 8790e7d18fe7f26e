-- What somebody must look at after this night: findings about approval with a signal in the days that
-- were taken in. Checks that fail have stopped the night before (sql/stopped.sql).
create or replace temp table alerts as
select
    'approval' as kind,
    likely_cause || if(segment = '', '', ' in ' || segment) as subject,
    first_day,
    last_day,
    format(
        '{}{} from {} to {}: {} attempts instead of {:.1f}',
        likely_cause, if(segment = '', '', ' in ' || segment), first_day, last_day, numerator, expected
    ) as message
from published.main.v_anomalies
where
    likely_cause in ('outage', 'fraud rule', 'regulatory block', 'declines', 'card testing')
    and last_day >= getvariable('first_day')
order by anomaly_id;

.read sql/run/write_alerts.sql
